import { STAGE_TERMS, STAGES, type Stage } from "../../engine";
import { cell, padded, type Row } from "../layout";
import type { PlanCell } from "../sheet-plan";
import { ownRemark, valueCell, verdictAt, verdictCell } from "./figures";
import { framed, resourceMark, rowsOfStage } from "./frame";
import type { ReportContext, ReportKind } from "./report";

const LEAD = ["序号", "学校名称", "学段", "在校生数（人）"];

/** 判定结果总表: each school-stage in words, and 表Ⅱ-1's counts and shares of schools that reach the line (R25). */
export const verdictTotals: ReportKind = {
  id: "verdicts",
  term: "判定结果总表",
  purpose: "资源配置结论、达标学校总数和比例（对应申报表Ⅱ-1），以及各校七项判定",
  group: "analysis",
  typedSheets: [],
  build: (context) => {
    const { standard, judgement, book } = context;
    const body = [conclusionRow(context), ...totals(context), ...STAGES.flatMap((_, code) => verdictRows(context, code))];
    return [framed(context, {
      term: "判定结果总表",
      title: `资源配置判定结果总表${resourceMark({ judgement, book, standard })}`,
      table: { widths: [6, 26, 10, 12, ...standard.indicators.map(() => 18), 12, 40], header: [verdictHeader(context)], body, merges: [] },
      notes: [...NOTES, ...conclusion(context)],
      frozenColumns: 2,
    })];
  },
};

const NOTES = [
  "比例的分母为全部参评学段，数据不足的计入分母，不计为达标；达到85%的不计入该项达标数。",
  "本表只给出资源配置结论（7项指标与差异系数）；政府保障程度、教育质量、社会认可度等见全部指标判定表。",
];

/** Heading of the verdict rows, here and on the legend's sheet. */
export function verdictHeader({ standard, judgement, book }: ReportContext): Row {
  const names = [...LEAD, ...standard.indicators.map((one) => `${one.id} ${one.short[0] ?? one.term}`), "学校判定", `备注${resourceMark({ judgement, book, standard })}`];
  return names.map((name) => cell(name, "header"));
}

/** One row per school-stage of a stage: the seven words, the school's word, the remark. */
export function verdictRows({ judgement, standard }: ReportContext, code: number): Row[] {
  return rowsOfStage(judgement, code).map((row, index) => [
    cell(index + 1, "centred"),
    cell(judgement.table.schools[row]?.name ?? "", "text"),
    cell(stageTerm(code), "text"),
    valueCell(judgement.table.students[row], 0),
    ...standard.indicators.map((_, k) => verdictCell(verdictAt(judgement.codes[k], row))),
    verdictCell(verdictAt(judgement.verdicts, row)),
    cell(ownRemark(judgement, row, standard), "text"),
  ]);
}

function stageTerm(code: number): string {
  const stage = STAGES[code];
  return stage === undefined ? "" : STAGE_TERMS[stage];
}

function totals(context: ReportContext): Row[] {
  const { judgement, standard } = context;
  const width = LEAD.length + standard.indicators.length + 2;
  return STAGES.flatMap((stage) => {
    const { reached, met, rows, students } = judgement.stages[stage];
    const counts = [...reached, met];
    const line = (name: string, cells: readonly PlanCell[]): Row =>
      padded([cell(null, "total"), cell(name, "total"), cell(STAGE_TERMS[stage], "total"), cell(students, "integer"), ...cells], width, "total");
    return [
      line(`达标学校总数（共 ${String(rows)}）`, counts.map((count) => cell(count, "integer"))),
      line("达标学校比例", counts.map((count) => cell(rows === 0 ? "——" : count / rows, rows === 0 ? "text" : "percent"))),
    ];
  });
}

/** 资源配置结论 (R3): not 县域结论, for the other parts are not judged here. */
function conclusionRow({ judgement, standard }: ReportContext): Row {
  const row = [cell(null, "total"), cell("资源配置结论", "total"), verdictCell(judgement.county.verdict)];
  return padded(row, LEAD.length + standard.indicators.length + 2, "total");
}

function conclusion({ judgement }: ReportContext): string[] {
  const { county } = judgement;
  const short = STAGES.map((stage) => missing(judgement.stages[stage].undetermined, stage)).filter((text) => text !== "");
  return [...short, ...county.reasons.map((reason) => `结论依据：${reason.text}`)];
}

function missing(count: number, stage: Stage): string {
  return count === 0 ? "" : `${STAGE_TERMS[stage]}有 ${String(count)} 个学段数据不足。`;
}
