import { contributions, printed, STAGE_TERMS, STAGES, type Stage } from "../../engine";
import type { Indicator } from "../../engine/standard";
import type { Area } from "../../grid/block";
import { cell, columnPages, padded, type Row } from "../layout";
import type { PlanCell } from "../sheet-plan";
import { clean, valueCell } from "./figures";
import { framed, rowsOfStage } from "./frame";
import type { ReportContext, ReportKind } from "./report";

const PART = ["学校名称", "实际值", "与均值之差", "份额", "累计"];
const PART_WIDTHS = [22, 9, 10, 8, 8];

/** 差异贡献排名: which schools make the 差异系数 of an indicator, by their share of S², top first. */
export const contributionRanking: ReportKind = {
  id: "contribution",
  term: "差异贡献排名",
  purpose: "各校对每项差异系数的影响份额，从大到小排列，高于、低于平均的都列出；低于平均而影响大的先补",
  group: "analysis",
  typedSheets: [],
  build: (context) => {
    const { indicators } = context.standard;
    const widths = [6, ...indicators.flatMap(() => PART_WIDTHS)];
    const stages = STAGES.map((stage, code) => stageBlock(context, stage, rowsOfStage(context.judgement, code)));
    return [framed(context, {
      term: "差异贡献排名",
      title: "义务教育校际差异贡献排名",
      table: { widths, ...columnPages(widths, indicators.map((_, k) => 1 + k * PART.length), 1), header: header(indicators), body: stages.flat(), merges: merges(indicators.length) },
      notes: NOTES,
      frozenColumns: 1,
    })];
  },
};

const NOTES = [
  "份额＝该校（在校生数占比×（实际值－全县平均值）²）÷全县方差，同一指标各校份额合计为100%。差为正表示高于全县平均，差为负表示低于全县平均。",
  "缺数的学校不参加排名；表中注有“暂算”的指标，补齐数据后排名可能改变。",
];

function header(indicators: readonly Indicator[]): Row[] {
  const head = (text: string | null): PlanCell => cell(text, "header");
  return [
    [head("排名"), ...indicators.flatMap((one) => [`${one.id} ${one.term}（${one.unit}）`, null, null, null, null].map(head))],
    [head(null), ...indicators.flatMap(() => PART.map(head))],
  ];
}

function merges(indicators: number): Area[] {
  const wide = Array.from({ length: indicators }, (_, k) => ({ row: 0, column: 1 + k * PART.length, rows: 1, columns: PART.length }));
  return [{ row: 0, column: 0, rows: 2, columns: 1 }, ...wide];
}

interface Ranked {
  readonly name: string;
  readonly value: number;
  readonly share: number;
}

function stageBlock(context: ReportContext, stage: Stage, rows: readonly number[]): Row[] {
  const { judgement, standard } = context;
  const summary = judgement.stages[stage];
  const lists = standard.indicators.map((_, k) => ranking(context, rows, k));
  const longest = Math.max(0, ...lists.map((list) => list.length));
  const head = [cell(STAGE_TERMS[stage], "total"), ...standard.indicators.flatMap((_, k) => stageHead(context, stage, k))];
  const body = Array.from({ length: longest }, (_, place): Row => [
    cell(place + 1, "centred"),
    ...lists.flatMap((list, k) => rankedCells(list, place, summary.means[k] ?? Number.NaN, standard.indicators[k]?.places ?? 2)),
  ]);
  return [head, ...body];
}

function stageHead({ judgement, standard }: ReportContext, stage: Stage, k: number): Row {
  const summary = judgement.stages[stage];
  const { places } = standard.variationRule;
  const value = summary.variation[k] ?? null;
  const provisional = summary.provisional[k] ?? null;
  const figure = provisional === null ? "——" : printed(provisional, places).toFixed(places);
  const counted = `${String(summary.counted[k] ?? 0)}/${String(summary.rows)}`;
  return padded([cell(`差异系数 ${figure}${value === null && provisional !== null ? ` 暂算（${counted} 校）` : ""}`, "total")], PART.length, "total");
}

function ranking({ judgement }: ReportContext, rows: readonly number[], k: number): Ranked[] {
  const { students, schools } = judgement.table;
  const values = judgement.values[k];
  const usable = rows.filter((row) => !Number.isNaN(values?.[row] ?? Number.NaN) && (students[row] ?? 0) > 0);
  const shares = contributions(usable.map((row) => values?.[row] ?? 0), usable.map((row) => students[row] ?? 0));
  if (shares === null) return [];
  return usable
    .map((row, i) => ({ name: schools[row]?.name ?? "", value: values?.[row] ?? 0, share: shares[i] ?? 0 }))
    .sort((a, b) => b.share - a.share);
}

function rankedCells(list: readonly Ranked[], place: number, mean: number, places: number): PlanCell[] {
  const one = list[place];
  if (!one) return PART.map(() => cell(null, "text"));
  const upTo = list.slice(0, place + 1).reduce((sum, { share }) => sum + share, 0);
  return [
    cell(one.name, "text"),
    valueCell(one.value, places),
    valueCell(one.value - mean, places),
    cell(clean(one.share), "percent"),
    cell(clean(upTo), "percent"),
  ];
}
