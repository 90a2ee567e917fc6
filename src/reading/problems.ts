import { place } from "../grid/cell-name";
import type { Candidate, Problem, Question } from "./model";

/** Where a problem is: absolute row and column on a sheet. */
export interface Spot {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

interface Extra {
  readonly severity?: Problem["severity"];
  readonly candidates?: readonly Candidate[];
  readonly question?: Question;
}

/** Makes one problem (数据问题). Its id stays the same from one reading to the next. */
export function problem(rule: string, spot: Spot, text: string, remedy: string, extra: Extra = {}): Problem {
  const cell = place(spot.sheet, spot.row, spot.column);
  const question = extra.question ?? null;
  return {
    id: `${rule}|${cell}${question ? `|${question.key}` : ""}`, cell, rule, text, remedy, candidates: extra.candidates ?? [], question,
    severity: extra.severity ?? (question ? "question" : "warning"),
  };
}

/** 「F7、F9、F12 等 5 处」: the first few places of many. */
export function someOf(names: readonly string[], most = 3): string {
  return names.length <= most ? names.join("、") : `${names.slice(0, most).join("、")} 等 ${String(names.length)} 处`;
}
