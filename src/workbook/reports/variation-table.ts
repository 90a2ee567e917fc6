import { printed, STAGE_TERMS, STAGES, type Judgement, type Stage, type StageSummary } from "../../engine";
import type { Area } from "../../grid/block";
import { cell, type Row } from "../layout";
import type { PlanCell } from "../sheet-plan";
import { clean, decimals, turnedAtLimit, valueCell, verdictCell } from "./figures";
import { framed, resourceMark } from "./frame";
import type { ReportContext, ReportKind } from "./report";

/** 校际均衡情况表, after 表Ⅲ: per stage the county's mean, deviation and 差异系数 of each indicator against its limit. */
export const variationTable: ReportKind = {
  id: "variation",
  term: "校际均衡情况表",
  purpose: "小学、初中各项指标的全县平均值、标准差、校际差异系数与限值对照（对应申报表Ⅲ）",
  group: "analysis",
  typedSheets: [],
  build: (context) => {
    const { standard } = context;
    return [framed(context, {
      term: "校际均衡情况表",
      title: "义务教育校际均衡情况表",
      table: {
        widths: [8, 16, ...standard.indicators.map(() => 24), 12],
        header: header(context),
        body: STAGES.flatMap((stage) => stageRows(context, stage)),
        merges: merges(),
      },
      notes: NOTES,
      frozenColumns: 2,
    })];
  },
};

const NOTES = [
  "差异系数＝按在校生数加权的标准差÷全县平均值；全县平均值＝资源总量合计÷在校生合计。平均值保留2位小数，差异系数保留3位小数，均按未舍入的数值判定。",
  "有学校缺数的，只给出“暂算（n/N）”，不作判定，不算达标。综合为各项差异系数的平均，仅供参考，不代替逐项判定。",
  "数据来源为“表中生均值”的，依据表中已算好的比值推算，建议补填总量后重算。",
];

const ROWS = ["全县平均值", "标准差", "差异系数", "限值", "是否达标", "计入学段数", "数据来源"];

function header({ standard, judgement, book }: ReportContext): Row[] {
  const head = (text: string): PlanCell => cell(text, "header");
  const names = ["学段", "项目" + resourceMark({ judgement, book, standard }), ...standard.indicators.map((one) => `${one.term}（${one.unit}）`), "综合"];
  const codes = ["", "", ...standard.indicators.map((_, k) => `L${String(k + 1)}`), `L${String(standard.indicators.length + 1)}`];
  return [names.map(head), codes.map(head)];
}

function merges(): Area[] {
  return STAGES.map((_, code) => ({ row: 2 + code * ROWS.length, column: 0, rows: ROWS.length, columns: 1 }));
}

function stageRows({ judgement, standard }: ReportContext, stage: Stage): Row[] {
  const summary = judgement.stages[stage];
  const each = (make: (k: number) => PlanCell): PlanCell[] => standard.indicators.map((_, k) => make(k));
  const { places } = standard.variationRule;
  const dash = cell("——", "centred");
  const bodies: PlanCell[][] = [
    [...each((k) => valueCell(summary.means[k], standard.indicators[k]?.places ?? 2)), dash],
    [...each((k) => valueCell(summary.deviations[k], 3)), dash],
    [...each((k) => variationCell(summary, k, places)), compositeCell(summary, places)],
    [...each(() => valueCell(summary.limit, standard.indicators[0]?.places ?? 2)), dash],
    [...each((k) => verdictCell(summary.verdicts[k] ?? "undetermined", turnedAtLimit(summary.variation[k] ?? null, summary.limit, places))), dash],
    [...each((k) => cell(`${String(summary.counted[k] ?? 0)}/${String(summary.rows)}`, "centred")), dash],
    [...each((k) => cell(source(judgement, stage, k), "centred")), dash],
  ];
  return bodies.map((body, index) => [cell(STAGE_TERMS[stage], "centred"), cell(ROWS[index] ?? "", "centred"), ...body]);
}

function variationCell(summary: StageSummary, k: number, places: number): PlanCell {
  const value = summary.variation[k] ?? null;
  if (value !== null) return valueCell(value, places);
  const provisional = summary.provisional[k] ?? null;
  if (provisional === null) return cell("——", "centred");
  return cell(`${printed(provisional, places).toFixed(places)} 暂算（${String(summary.counted[k] ?? 0)}/${String(summary.rows)} 校）`, "undetermined");
}

function compositeCell(summary: StageSummary, places: number): PlanCell {
  return summary.composite === null ? cell("数据不足", "undetermined") : cell(clean(summary.composite), decimals(places));
}

function source(judgement: Judgement, stage: Stage, k: number): string {
  const ratios = judgement.table.ratios[k];
  const amounts = judgement.table.amounts[k];
  const code = STAGES.indexOf(stage);
  let found = 0;
  for (let row = 0; row < judgement.table.count; row++) {
    if (judgement.table.stage[row] === code && Number.isNaN(amounts?.[row]) && !Number.isNaN(ratios?.[row] ?? Number.NaN)) found++;
  }
  return found === 0 ? "资源总量" : `依据表中生均值（${String(found)} 校）`;
}
