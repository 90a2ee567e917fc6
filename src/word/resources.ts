import { shown, STAGE_TERMS, STAGES, targetOf, VERDICT_TERMS, type Indicator, type Stage } from "../engine";
import { leastTopUp, ownRemark, rowsOfStage, type ReportContext } from "../workbook";
import { centred, heading, number, paragraph, words, type Block, type TableBlock, type TableCell, type WordImage } from "./block";
import { share, someNames, stageAt, verdictAt, verdictCell } from "./texts";

/** （一）资源配置: schools that reach each indicator, and every school that fails, with the reason. */
export function resources(context: ReportContext, images: readonly WordImage[]): Block[] {
  const { judgement } = context;
  const failing = rowsWith(context, "unmet");
  const missing = rowsWith(context, "undetermined");
  return [
    heading(2, "资源配置"),
    ...STAGES.filter((stage) => judgement.stages[stage].rows > 0).map((stage) => paragraph(stageSentence(context, stage))),
    reachedTable(context),
    ...images.filter(({ picture }) => !picture.id.startsWith("variation")).map((image) => ({ kind: "picture" as const, image })),
    ...(failing.length === 0 ? [] : [paragraph(`综合评估不达标的有 ${String(failing.length)} 个学段，原因和最低补齐如下表。`), failingTable(context, failing)]),
    ...(missing.length === 0 ? [] : [paragraph(missingSentence(context, missing))]),
  ];
}

function rowsWith({ judgement }: ReportContext, wanted: "unmet" | "undetermined"): number[] {
  return STAGES.flatMap((_, code) => rowsOfStage(judgement, code)).filter((row) => verdictAt(judgement.verdicts, row) === wanted);
}

function stageSentence({ judgement, standard }: ReportContext, stage: Stage): string {
  const { rows, met, unmet, undetermined } = judgement.stages[stage];
  const rest = [unmet > 0 ? `不达标 ${String(unmet)} 个` : "", undetermined > 0 ? `数据不足 ${String(undetermined)} 个` : ""].filter((text) => text !== "");
  const floor = share(standard.schoolRule.floor, 1);
  return `${STAGE_TERMS[stage]}参评 ${String(rows)} 个学段，按“${String(standard.indicators.length)}项指标至少${String(standard.schoolRule.atLeast)}项达到要求、余项不低于要求的${floor}”评估，达标 ${String(met)} 个，占 ${share(met, rows)}${rest.length === 0 ? "" : `；${rest.join("，")}`}。`;
}

const name = (indicator: Indicator): string => indicator.short[0] ?? indicator.term;

function reachedTable({ judgement, standard }: ReportContext): TableBlock {
  const lines = STAGES.flatMap((stage): TableCell[][] => {
    const { reached, met, rows } = judgement.stages[stage];
    const counts = [...reached, met];
    return [
      [{ text: STAGE_TERMS[stage], align: "center", rows: 2 }, words("达标学校总数"), ...counts.map((count) => number(String(count)))],
      [words("达标学校比例"), ...counts.map((count) => number(share(count, rows)))],
    ];
  });
  return {
    kind: "table", caption: "达标学校总数和比例", widths: [7, 14, ...standard.indicators.map(() => 10), 10],
    header: [["学段", "项目", ...standard.indicators.map(name), "综合评估"].map(centred)], rows: lines,
    notes: [`比例的分母为全部参评学段（${STAGES.map((stage) => `${STAGE_TERMS[stage]} ${String(judgement.stages[stage].rows)}`).join("、")}），数据不足的计入分母，不计为达标；“${VERDICT_TERMS.floor}”的不计入该项达标数。`],
  };
}

function failingTable(context: ReportContext, rows: readonly number[]): TableBlock {
  const { judgement, standard } = context;
  return {
    kind: "table", caption: "综合评估不达标的学校", widths: [6, 22, 8, 38, 26],
    header: [["序号", "学校", "学段", "未达到要求的指标（现值／标准）", "最低补齐"].map(centred)],
    rows: rows.map((row, index) => [
      centred(String(index + 1)), words(judgement.table.schools[row]?.name ?? ""), centred(STAGE_TERMS[stageAt(context, row)]),
      words(shortOf(context, row)), words(leastTopUp(judgement, row, standard)),
    ]),
    notes: ["最低补齐：使该校达标所需的最少补充，允许一项保持在标准的下限以上；一贯制学校共用的资源按全校计算。"],
  };
}

/** 「骨干教师 0.67／1（不达标）」, one line an indicator. */
function shortOf(context: ReportContext, row: number): string {
  const { judgement, standard } = context;
  const stage = stageAt(context, row);
  return standard.indicators.flatMap((indicator, k) => {
    const verdict = verdictAt(judgement.codes[k], row);
    if (verdict === "met" || verdict === "notApplicable") return [];
    if (verdict === "undetermined") return [`${name(indicator)} 数据不足`];
    const lines = [indicator.lines[stage], targetOf(indicator, stage, standard, "floor")];
    return [`${name(indicator)} ${shown(judgement.values[k]?.[row] ?? Number.NaN, indicator.places, lines)}／${String(indicator.lines[stage])}（${verdictCell(verdict).text}）`];
  }).join("；");
}

function missingSentence({ judgement, standard }: ReportContext, rows: readonly number[]): string {
  const named = new Map<string, string[]>();
  for (const row of rows) {
    const reason = ownRemark(judgement, row, standard);
    named.set(reason, [...(named.get(reason) ?? []), judgement.table.schools[row]?.name ?? ""]);
  }
  const texts = [...named].map(([reason, names]) => `${someNames(names, "个")}（${reason}）`);
  return `数据不足、尚不能判定的有 ${String(rows.length)} 个学段：${someNames(texts, "种情况")}。补齐数据前不算达标。`;
}
