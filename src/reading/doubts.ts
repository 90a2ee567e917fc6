import { cellName } from "../grid/cell-name";
import type { School } from "../engine/model";
import type { Candidate, Problem, Question } from "./model";
import { answerKey } from "./answers";
import type { Column } from "./columns";
import { REQUIRED } from "./degrees";
import { problem, someOf, type Spot } from "./problems";
import { headingOf, type Doubt, type DoubtKind } from "./settle";
import { cellAt, type RawTable } from "./tables";

const REMEDIES: Readonly<Record<DoubtKind, string>> = {
  art: "请确认：若是合计，不再加音乐、美术；若是并列课程，三项相加",
  gym: "请确认：前者要从教学及辅助用房中扣除，后者不扣除",
  backbone: "请确认本列是否为“县级及以上”合计；若不是，请另加一列合计",
  degree: "请改用相应学历的教师数",
  bachelor: "请确认：若已含研究生，按本科及以上计算",
  doubtful: "请确认这一列是什么；不使用也请说明",
  twice: "请指明用哪一列（例如本年度的），其余选“不使用此列”",
  unit: "请确认单位是元还是万元，或在标题中写明",
};

/** Where a column's heading stands. */
export function spotOf(table: RawTable, column: Column): Spot {
  return cellAt(table, column.path.row, column.path.index);
}

function meaningOf({ fact, scope, unit, factor }: Pick<Candidate, "fact" | "scope" | "unit" | "factor">): { readonly kind: "column"; readonly meaning: Pick<Candidate, "fact" | "scope" | "unit" | "factor"> } {
  return { kind: "column", meaning: { fact, scope, unit, factor } };
}

function question({ kind, column }: Doubt): Question {
  const key = answerKey.column(column.key);
  if (kind === "unit") return { key, choices: column.candidates.map((candidate) => ({ label: `单位是${candidate.unit}`, answer: meaningOf(candidate) })) };
  const choices = column.candidates.map((candidate) => ({ label: `是“${candidate.term}”`, answer: meaningOf(candidate) }));
  return { key, choices: [...choices, { label: "不使用此列", answer: meaningOf({ ...column, fact: null }) }] };
}

/** Columns that were not settled as questions with their choices (识别疑问), or as an error where there is nothing to choose (R18). */
export function doubtProblems(table: RawTable, doubts: readonly Doubt[]): Problem[] {
  return doubts.map((doubt) => {
    const { kind, column, why } = doubt;
    const spot = spotOf(table, column);
    const text = `${cellName(spot.row, spot.column)}“${headingOf(column)}”${why}`;
    if (kind === "degree") return problem("degree-stage", spot, `${text}：高于规定学历${column.scope === "primary" ? "小学为专科及以上" : "初中为本科及以上"}`, REMEDIES.degree, { severity: "error" });
    return problem(kind === "unit" ? "unit-doubt" : "ambiguous", spot, text, REMEDIES[kind], { candidates: column.candidates, question: question(doubt) });
  });
}

/** One problem a column, naming the schools it does not fit. */
export function degreeProblems(table: RawTable, schools: readonly { readonly school: School; readonly misfits: readonly Column[] }[], columns: readonly Column[]): Problem[] {
  return columns.flatMap((column) => {
    const names = schools.flatMap(({ school, misfits }) => (misfits.includes(column) ? [school.name || school.place] : []));
    if (names.length === 0) return [];
    const spot = spotOf(table, column);
    return [problem("degree-stage", spot, `${cellName(spot.row, spot.column)}“${headingOf(column)}”的学历与 ${someOf(names)} 的学段不符：${REQUIRED}`, "请改用相应学历的教师数；更正前为“数据不足”", { severity: "error" })];
  });
}
