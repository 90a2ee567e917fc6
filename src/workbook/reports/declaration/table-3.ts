import { printed, STAGE_TERMS, STAGES, type Stage } from "../../../engine";
import type { Indicator } from "../../../engine/standard";
import { cell } from "../../layout";
import { decimals } from "../figures";
import { resourceMark } from "../frame";
import type { ReportContext } from "../report";
import { acrossRow, heads, lackCell, noteRow, numbers, type Form, type FormCell, type FormRow } from "./form";
import { SCHOOL_SHEET } from "./sources";
import { INDICATOR_HEADS } from "./table-2-1";

const WIDTH = 2 + INDICATOR_HEADS.length + 1;

/** 表Ⅲ 县域义务教育校际均衡情况: means and 差异系数 of the county. */
export function table3(context: ReportContext): Form {
  const mark = resourceMark(context);
  return {
    term: "表Ⅲ",
    title: "表Ⅲ　县域义务教育校际均衡情况",
    rows: [
      heads([null, null, ...INDICATOR_HEADS, "综合"]),
      heads([null, null, ...numbers(INDICATOR_HEADS.length + 1)]),
      ...STAGES.flatMap((stage) => stageRows(context, stage)),
      noteRow("注：全县平均值保留两位小数，差异系数保留三位小数。", WIDTH),
    ],
    merges: [{ row: 1, column: 0, rows: 2, columns: 2 }, ...STAGES.map((_, code) => ({ row: 3 + code * 2, column: 0, rows: 2, columns: 1 })), acrossRow(7, WIDTH)],
    widths: [8, 14, ...INDICATOR_HEADS.map(() => 17), 13],
    frozen: { rows: 0, columns: 0 },
    repeat: null,
    remarks: [...STAGES.flatMap((stage) => limits(context, stage)), ...(mark === "" ? [] : [mark.slice(1, -1)])],
  };
}

function stageRows(context: ReportContext, stage: Stage): FormRow[] {
  const { judgement, standard } = context;
  const { composite } = judgement.stages[stage];
  const { places } = standard.variationRule;
  const term = STAGE_TERMS[stage];
  return [
    [cell(term, "centred"), cell("全县平均值", "centred"), ...standard.indicators.map((one, k) => mean(context, stage, one, k)), cell("——", "centred")],
    [
      cell(term, "centred"), cell("差异系数", "centred"), ...standard.indicators.map((_, k) => variation(context, stage, k)),
      composite === null ? lackCell(`${term}综合差异系数`, `${SCHOOL_SHEET}（各项差异系数齐全后得出）`) : cell(printed(composite, places), decimals(places)),
    ],
  ];
}

/** 全县平均值; over some of the schools only it is no figure of the county, as 差异系数 is none (R9). */
function mean(context: ReportContext, stage: Stage, { places }: Indicator, k: number): FormCell {
  const { means, counted, rows } = context.judgement.stages[stage];
  const value = means[k] ?? null;
  const isAll = counted[k] === rows && context.judgement.table.unsettled.length === 0;
  if (value !== null && isAll) return cell(printed(value, places), decimals(places));
  const open = value === null ? "" : `，暂算 ${printed(value, places).toFixed(places)}`;
  return lackCell(what(context.standard.indicators[k], stage, `全县平均值${open}`), where(context, stage, k));
}

function variation(context: ReportContext, stage: Stage, k: number): FormCell {
  const { judgement, standard } = context;
  const { places } = standard.variationRule;
  const value = judgement.stages[stage].variation[k] ?? null;
  if (value !== null) return cell(printed(value, places), decimals(places));
  const provisional = judgement.stages[stage].provisional[k] ?? null;
  const open = provisional === null ? "" : `，暂算 ${printed(provisional, places).toFixed(places)}`;
  return lackCell(what(standard.indicators[k], stage, `差异系数${open}`), where(context, stage, k));
}

function what(indicator: Indicator | undefined, stage: Stage, figure: string): string {
  return `${STAGE_TERMS[stage]}${indicator?.term ?? ""}的${figure}`;
}

/** R9: as soon as one school lacks a figure there is no 差异系数. */
function where({ judgement }: ReportContext, stage: Stage, k: number): string {
  const { rows, counted } = judgement.stages[stage];
  return rows === 0 ? `${SCHOOL_SHEET}（表中没有参评的${STAGE_TERMS[stage]}）` : `${SCHOOL_SHEET}（${String(rows)} 个学段中 ${String(rows - (counted[k] ?? 0))} 个缺数，见表Ⅱ-2）`;
}

/** The limits the form's figures are judged by, which the form itself does not print. */
function limits({ judgement, standard }: ReportContext, stage: Stage): string[] {
  const { rows, limit, verdicts } = judgement.stages[stage];
  if (rows === 0) return [];
  const over = standard.indicators.filter((_, k) => verdicts[k] === "unmet").map((one) => one.short[0] ?? one.term);
  return [`${STAGE_TERMS[stage]}各项差异系数限值 ${String(limit)}，${over.length === 0 ? "没有超过限值的" : `超过限值：${over.join("、")}`}（按未舍入的数值比较）。`];
}
