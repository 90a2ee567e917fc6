import { gap, remark, STAGE_TERMS, STAGES, targetOf, TYPE_TERMS, type School } from "../../../engine";
import { cell, type Row } from "../../layout";
import { gapCell, gapUnit, lawCell, turnedByRounding, valueCell, verdictAt, verdictCell } from "../figures";
import type { ReportContext } from "../report";

/** A school with its judged rows: one row a stage, also where the sheet keeps the stages apart. */
export interface SchoolRows {
  readonly name: string;
  readonly rows: readonly number[];
}

const GAP = "\u3000";
export const INDICATOR_HEADER = ["学段", "指标", "单位", "现状值", "达标值", "余项底线", "判定", "差额", "差额单位"];

/** What a school's page says of it before the gaps: type, pupils, teachers, verdicts. */
export function factLines(context: ReportContext, { rows }: SchoolRows): string[] {
  const { judgement, standard } = context;
  const schools = [...new Set(rows.map((row) => judgement.table.schools[row]).filter((one) => one !== undefined))];
  const [first] = schools;
  if (first === undefined) return [];
  const students = rows.map((row) => `${stageTerm(context, row)} ${number(judgement.table.students[row])}`).join("、");
  const parts = [
    `办学类型：${first.type === null ? "未定" : TYPE_TERMS[first.type]}`,
    ...(first.town === null ? [] : [`所在：${first.town}`]),
    `在校生：${students}`,
    ...factText(schools, "classes", "班级数", "个"),
    ...factText(schools, "fullTimeTeachers", "专任教师", "人"),
  ];
  return [parts.join(GAP), ...rows.map((row) => `${stageTerm(context, row)}：${remark(judgement, row, standard)}`)];
}

function number(value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? "数据不足" : `${String(value)} 人`;
}

export function stageTerm({ judgement }: ReportContext, row: number): string {
  return STAGE_TERMS[STAGES[judgement.table.stage[row] ?? 0] ?? "primary"];
}

/** A figure of the whole school, or its stages' figures added; left out when one of them is missing. */
function factText(schools: readonly School[], fact: string, term: string, unit: string): string[] {
  const values = schools.flatMap((school) => {
    const { school: whole, primary, junior } = school.figures[fact] ?? {};
    return whole !== undefined ? [whole.value] : [primary, junior].filter((one) => one !== undefined).map((one) => one.value);
  });
  if (values.length === 0 || values.includes(null)) return [];
  return [`${term}：${String(values.reduce<number>((sum, one) => sum + (one ?? 0), 0))} ${unit}`];
}

/** Every indicator of every stage: value, lines, verdict, gap. */
export function indicatorRows(context: ReportContext, { rows }: SchoolRows): Row[] {
  const { judgement, standard } = context;
  return rows.flatMap((row) => standard.indicators.map((indicator, k): Row => {
    const stage = STAGES[judgement.table.stage[row] ?? 0] ?? "primary";
    const value = judgement.values[k]?.[row] ?? Number.NaN;
    return [
      cell(STAGE_TERMS[stage], "centred"),
      cell(`${indicator.id} ${indicator.term}`, "wrap"),
      cell(indicator.unit, "centred"),
      valueCell(value, indicator.places),
      lawCell(indicator.lines[stage]),
      lawCell(targetOf(indicator, stage, standard, "floor")),
      verdictCell(verdictAt(judgement.codes[k], row), Number.isNaN(value) ? "" : turnedByRounding(value, indicator, stage, standard)),
      gapCell(gap(judgement, row, k, standard, "line"), indicator),
      cell(gapUnit(indicator), "centred"),
    ];
  }));
}
