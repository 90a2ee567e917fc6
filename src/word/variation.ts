import { shown, STAGE_TERMS, STAGES, type Stage } from "../engine";
import type { ReportContext } from "../workbook";
import { centred, heading, number, paragraph, type Block, type TableBlock, type TableCell, type WordImage } from "./block";
import { figure, MISSING, verdictCell } from "./texts";

/** （二）校际差异系数: means and 差异系数 of each stage against the limit, with the pictures. */
export function variationBlocks(context: ReportContext, images: readonly WordImage[]): Block[] {
  const stages = STAGES.filter((stage) => context.judgement.stages[stage].rows > 0);
  return [
    heading(2, "校际差异系数"),
    ...stages.map((stage) => paragraph(sentence(context, stage))),
    table(context, stages),
    ...images.filter(({ picture }) => picture.id.startsWith("variation")).map((image) => ({ kind: "picture" as const, image })),
  ];
}

function sentence({ judgement, standard }: ReportContext, stage: Stage): string {
  const { variation, verdicts, limit } = judgement.stages[stage];
  const names = standard.indicators.map((one) => one.short[0] ?? one.term);
  const within = verdicts.filter((verdict) => verdict === "met").length;
  const over = names.flatMap((name, k) => (verdicts[k] === "unmet" ? [`${name} ${shown(variation[k] ?? Number.NaN, standard.variationRule.places, [limit])}`] : []));
  const missing = names.filter((_, k) => verdicts[k] === "undetermined");
  const rest = [over.length === 0 ? "" : `超过限值的有：${over.join("、")}`, missing.length === 0 ? "" : `有学校缺数、数据不足的有：${missing.join("、")}`].filter((text) => text !== "");
  const known = variation.filter((value) => value !== null);
  const range = known.length === 0 ? "" : `，差异系数在 ${figure(Math.min(...known), standard.variationRule.places)} 至 ${figure(Math.max(...known), standard.variationRule.places)} 之间`;
  return `${STAGE_TERMS[stage]}限值为 ${String(limit)}，${String(names.length)} 项指标中 ${String(within)} 项在限值之内${range}${rest.length === 0 ? "" : `；${rest.join("；")}`}。`;
}

function table({ judgement, standard }: ReportContext, stages: readonly Stage[]): TableBlock {
  const rows = stages.flatMap((stage): TableCell[][] => {
    const { means, variation, provisional, counted, rows: all, limit, verdicts, composite } = judgement.stages[stage];
    const { places } = standard.variationRule;
    const cv = (k: number): string => variation[k] != null ? shown(variation[k], places, [limit]) : provisional[k] != null ? `暂算\n${figure(provisional[k], places)}\n(${String(counted[k] ?? 0)}/${String(all)})` : MISSING;
    return [
      [{ text: STAGE_TERMS[stage], align: "center", rows: 3 }, centred("全县平均值"), ...standard.indicators.map((one, k) => number(figure(means[k], one.places))), centred("——")],
      [centred("差异系数"), ...standard.indicators.map((_, k) => number(cv(k))), number(figure(composite, places))],
      [centred(`是否≤${String(limit)}`), ...verdicts.map(verdictCell), centred("——")],
    ];
  });
  return {
    kind: "table", caption: "校际均衡情况", widths: [7, 12, ...standard.indicators.map(() => 10), 9],
    header: [["学段", "项目", ...standard.indicators.map((one) => one.short[0] ?? one.term), "综合"].map(centred)], rows,
    notes: ["差异系数按在校生数加权，用未舍入的数判定；有学校缺数的只作暂算（括号内为有数的学段数和全部学段数），不算达标。综合为各项的平均，仅供参考。"],
  };
}
