import { finished, gap, schoolNeed, STAGE_TERMS, STAGES, targetOf, TYPE_TERMS, type School, type Stage, type Steps } from "../../engine";
import type { Indicator } from "../../engine/standard";
import type { Area } from "../../grid/block";
import { cell, columnPages, padded, type Row } from "../layout";
import type { PlanCell, SheetPlan } from "../sheet-plan";
import { gapCell, gapFigure, gapUnit, lawCell, ownRemark, turnedByRounding, valueCell, verdictAt, verdictCell } from "./figures";
import { framed, resourceMark, rowsOfStage } from "./frame";
import { leastTopUp } from "./least-top-up";
import type { ReportContext, ReportKind } from "./report";
import { isShared } from "./shared";

const LEAD = ["序号", "学校名称", "办学类型", "在校生数（人）"];
const PART = ["基本值", "达标值", "实际值", "是否达标", "缺口"];
const PART_WIDTHS = [8, 8, 10, 13, 10];
const TAIL_WIDTHS = [12, 30, 36];
const FROZEN = 2;

/** 七项指标报告: per school and stage, each indicator's two lines, value, verdict and gap, with its clause. */
export const sevenIndicators: ReportKind = {
  id: "indicators",
  term: "七项指标报告",
  purpose: "逐校逐学段列出七项指标的基本值、达标值、实际值、是否达标、缺口和依据条款",
  group: "analysis",
  typedSheets: [],
  build: (context) => finished(steps(context)),
  steps,
};

function* steps(context: ReportContext): Steps<SheetPlan[]> {
  const { standard, judgement } = context;
  const widths = [6, 26, 14, 10, ...standard.indicators.flatMap(() => PART_WIDTHS), ...TAIL_WIDTHS];
  const starts = [...standard.indicators, null].map((_, k) => LEAD.length + k * PART.length);
  const body: Row[] = [];
  for (const [code, stage] of STAGES.entries()) body.push(...(yield* stageBlock(context, stage, rowsOfStage(judgement, code), widths.length)));
  yield;
  return [framed(context, {
    term: "七项指标报告",
    title: "义务教育优质均衡七项指标报告",
    table: { widths, ...columnPages(widths, starts, FROZEN), header: header(context), body, merges: headerMerges(standard.indicators.length) },
    notes: [...NOTES, ...needs(context)],
    frozenColumns: FROZEN,
  })];
}

/** Schools between two stops. */
const AT_ONCE = 50;

const NOTES = [
  "是否达标按未舍入的数值与达标值比较；四舍五入会改变判定的，在判定后注明未舍入的数值。",
  "基本值为达标值的85%。每所学校至少6项达标、余项不低于基本值，方为达标。",
  "缺口为达到达标值尚缺的数量，一律向上取整（设备值取到0.01万元）。各项缺口不得相加：一名教师可同时计入几项。",
  "“最低补齐”指使该校达标的最少补齐：允许留一项在基本值。空白格按缺数处理，不按0计算。",
];

function header({ standard, judgement, book }: ReportContext): Row[] {
  const head = (text: string | null): PlanCell => cell(text, "header");
  const percent = `（${String(Math.round(standard.schoolRule.floor * 100))}%）`;
  const tail = ["学校判定", "备注" + resourceMark({ judgement, book, standard }), "最低补齐"];
  const row = (lead: readonly (string | null)[], parts: (indicator: Indicator) => readonly (string | null)[], end: readonly (string | null)[]): Row =>
    [...lead, ...standard.indicators.flatMap(parts), ...end].map(head);
  const none = (list: readonly unknown[]): null[] => list.map(() => null);
  return [
    row(LEAD, (one) => [`${one.id} ${one.term}（${one.unit}）`, null, null, null, null], tail),
    row(none(LEAD), (one) => [`${one.clause.document} ${one.clause.section}`, null, null, null, null], none(tail)),
    row(none(LEAD), (one) => PART.map((text, i) => (i === 0 ? text + percent : i === 4 ? `${text}（${gapUnit(one)}）` : text)), none(tail)),
  ];
}

function headerMerges(indicators: number): Area[] {
  const columns = LEAD.length + indicators * PART.length;
  const tall = [...LEAD.keys(), ...TAIL_WIDTHS.map((_, i) => columns + i)];
  const wide = Array.from({ length: indicators }, (_, i) => LEAD.length + i * PART.length);
  return [
    ...tall.map((column) => ({ row: 0, column, rows: 3, columns: 1 })),
    ...wide.flatMap((column) => [0, 1].map((row) => ({ row, column, rows: 1, columns: PART.length }))),
  ];
}

function* stageBlock(context: ReportContext, stage: Stage, rows: readonly number[], width: number): Steps<Row[]> {
  const block: Row[] = [padded([cell(null, "total"), cell(`${STAGE_TERMS[stage]}（${String(rows.length)} 个学段）`, "total")], width, "total")];
  for (const [index, row] of rows.entries()) {
    if (index % AT_ONCE === 0) yield;
    block.push(schoolRow(context, stage, row, index + 1));
  }
  return block;
}

function schoolRow(context: ReportContext, stage: Stage, row: number, number: number): Row {
  const { judgement, standard } = context;
  const school = judgement.table.schools[row];
  if (!school) return [];
  return [
    cell(number, "centred"),
    cell(school.name, "text"),
    cell(school.type === null ? "未定" : TYPE_TERMS[school.type], "text"),
    valueCell(judgement.table.students[row], 0),
    ...standard.indicators.flatMap((indicator, k) => indicatorCells(context, stage, row, indicator, k)),
    verdictCell(verdictAt(judgement.verdicts, row)),
    cell(ownRemark(judgement, row, standard), "text"),
    cell(leastTopUp(judgement, row, standard), "text"),
  ];
}

function indicatorCells({ judgement, standard }: ReportContext, stage: Stage, row: number, indicator: Indicator, k: number): PlanCell[] {
  const value = judgement.values[k]?.[row] ?? Number.NaN;
  const beside = Number.isNaN(value) ? "" : turnedByRounding(value, indicator, stage, standard);
  return [
    lawCell(targetOf(indicator, stage, standard, "floor")),
    lawCell(indicator.lines[stage]),
    valueCell(value, indicator.places),
    verdictCell(verdictAt(judgement.codes[k], row), beside),
    gapCell(gap(judgement, row, k, standard, "line"), indicator),
  ];
}

/** What a school of several stages needs as a whole for a resource they share (R24): stage gaps must not be added. */
function needs({ judgement, standard }: ReportContext): string[] {
  const rows = new Map<School, number[]>();
  judgement.table.schools.forEach((school, row) => {
    rows.set(school, [...(rows.get(school) ?? []), row]);
  });
  const lines = [...rows].map(([school, own]) => needLine(school, standard.indicators, (indicator, k) => {
    const isShort = own.some((row) => ["floor", "unmet"].includes(verdictAt(judgement.codes[k], row)));
    return isShort && isShared(school, indicator, standard) ? schoolNeed(school, k, standard, "line", judgement.switches) : null;
  })).filter((line) => line !== "");
  if (lines.length === 0) return [];
  return [`一贯制学校、完全中学各学段共用的资源，按全校一次补齐，学段缺口仅供参考、不得相加：${lines.join("；")}。`];
}

function needLine(school: School, indicators: readonly Indicator[], need: (indicator: Indicator, k: number) => number | null): string {
  const parts = indicators.flatMap((indicator, k) => {
    const amount = need(indicator, k);
    return amount === null || amount <= 0 ? [] : [`${indicator.term}补 ${String(gapFigure(amount, indicator))} ${gapUnit(indicator)}`];
  });
  return parts.length === 0 ? "" : `${school.name} ${parts.join("、")}`;
}
