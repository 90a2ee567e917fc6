import { printed, shown, STAGES, VERDICT_TERMS, VERDICTS, type FactId, type ItemBook, type Stage, type Verdict } from "../engine";
import type { ReportContext } from "../workbook";
import type { TableCell } from "./block";

/** What stands in a cell whose figure nobody entered. */
export const MISSING = "数据不足";

/** A figure in its places; 数据不足 when there is none. */
export function figure(value: number | null | undefined, places: number): string {
  return value === null || value === undefined || Number.isNaN(value) ? MISSING : shown(value, places, []);
}

/** A share in per cent with at most one place, 「——」 of nothing. */
export function share(part: number, whole: number): string {
  return whole === 0 ? "——" : `${String(printed((part * 100) / whole, 1))}%`;
}

export function verdictCell(verdict: Verdict): TableCell {
  return { text: VERDICT_TERMS[verdict], align: "center", verdict };
}

/** The verdict with what stands beside it under a switch (R5): 「（按口径：…）」. */
export function verdictWord(verdict: Verdict, mark: string): string {
  return `“${VERDICT_TERMS[verdict]}”${mark}`;
}

export function verdictAt(codes: Uint8Array | undefined, row: number): Verdict {
  return VERDICTS[codes?.[row] ?? VERDICTS.length - 1] ?? "undetermined";
}

export function stageAt({ judgement }: ReportContext, row: number): Stage {
  return STAGES[judgement.table.stage[row] ?? 0] ?? "primary";
}

/** 「甲、乙、丙等 12 所」: the first names of a list, and how many there are. */
export function someNames(names: readonly string[], unit: string, most = 8): string {
  if (names.length <= most) return names.join("、");
  return `${names.slice(0, most).join("、")}等 ${String(names.length)} ${unit}`;
}

/** 「乡镇数 9 个」, or `null` when the county form does not say. */
export function stated({ county, book }: ReportContext, id: FactId, places = 0): string | null {
  const value = county[id]?.value;
  if (value === null || value === undefined) return null;
  return `${termOf(book, id)} ${figure(value, places)} ${book.facts.get(id)?.unit ?? ""}`.trimEnd();
}

export function termOf(book: ItemBook, id: FactId): string {
  return book.facts.get(id)?.term ?? id;
}
