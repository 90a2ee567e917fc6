import { PART_TERMS, shown, STAGE_TERMS, STAGES, type ItemFinding } from "../engine";
import type { ReportContext } from "../workbook";
import { centred, heading, number, paragraph, prompt, words, type Block, type TableBlock } from "./block";
import { numbers } from "./items";
import { needsOf, type Need } from "./needs";
import { someNames } from "./texts";

/** 四、存在问题: what falls short, in the county's own numbers; nothing is said that was not measured. */
export function problems(context: ReportContext): Block[] {
  const found = [...resourceProblems(context), ...variationProblems(context), ...itemProblems(context), ...missingData(context)];
  return [heading(1, "存在问题"), ...(found.length === 0 ? [paragraph(`对照标准，没有发现不达标或数据不足的项目。${prompt("其他需要说明的问题")}`)] : found)];
}

function resourceProblems(context: ReportContext): Block[] {
  const needs = needsOf(context);
  if (needs.length === 0) return [];
  return [heading(2, "部分学校资源配置有缺口"), ...needs.map((need) => paragraph(needSentence(need))), needTable(needs)];
}

function needSentence({ indicator, below, amount, unit, schools, unknown }: Need): string {
  const stages = STAGES.filter((stage) => below[stage] > 0).map((stage) => `${STAGE_TERMS[stage]} ${String(below[stage])} 个学段`).join("、");
  const most = schools.slice(0, 3).map((one) => `${one.name} ${String(one.amount)} ${unit}`).join("、");
  const open = unknown === 0 ? "" : `，另有 ${String(unknown)} 处有缺数、不能测算`;
  return `${indicator.term}：${stages}未达到要求，共需补充 ${String(amount)} ${unit}${schools.length === 0 ? "" : `，缺口${schools.length > 3 ? "较大" : ""}的有${most}`}${open}。`;
}

function needTable(needs: readonly Need[]): TableBlock {
  return {
    kind: "table", caption: "资源配置缺口", widths: [40, 14, 14, 18, 14],
    header: [["指标", "小学未达到学段数", "初中未达到学段数", "补齐到标准共需", "涉及学校数"].map(centred)],
    rows: needs.map(({ indicator, below, amount, unit, schools, unknown }) => [
      words(indicator.term), number(String(below.primary)), number(String(below.junior)),
      number(`${String(amount)} ${unit}${unknown === 0 ? "" : "（不全）"}`), number(String(schools.length)),
    ]),
    notes: ["缺口算到标准线；一贯制学校共用的资源按全校一次补齐。各指标的缺口不能相加：一名教师可能同时补上几项。"],
  };
}

function variationProblems({ judgement, standard }: ReportContext): Block[] {
  const texts = STAGES.flatMap((stage) => {
    const { verdicts, variation, limit } = judgement.stages[stage];
    return standard.indicators.flatMap((one, k) => (verdicts[k] === "unmet" ? [`${STAGE_TERMS[stage]}${one.term} ${shown(variation[k] ?? Number.NaN, standard.variationRule.places, [limit])}（限值 ${String(limit)}）`] : []));
  });
  return texts.length === 0 ? [] : [heading(2, "部分指标校际差异系数超过限值"), paragraph(`超过限值的有：${texts.join("；")}。`)];
}

function itemProblems({ items }: ReportContext): Block[] {
  const unmet = items.findings.filter(({ verdict }) => verdict === "unmet");
  if (unmet.length === 0) return [];
  return [heading(2, "部分评估项目不达标"), ...unmet.map(({ item, conclusion, schools }) => {
    const failing = schools.filter(({ verdict }) => verdict === "unmet").map(({ school }) => school.name);
    return paragraph(`${PART_TERMS[item.part]}第${String(item.number)}项“${item.short}”：${conclusion}${failing.length === 0 ? "" : `；涉及${someNames(failing, "所学校")}`}。`);
  })];
}

/** By name while they are few, by number when they are many. */
function waitingText(waiting: readonly ItemFinding[]): string {
  if (waiting.length <= FEW) return waiting.map(({ item }) => `${PART_TERMS[item.part]}第${String(item.number)}项“${item.short}”`).join("、");
  return [...new Set(waiting.map(({ item }) => item.part))].map((part) => `${PART_TERMS[part]}${numbers(waiting.filter(({ item }) => item.part === part))}`).join("；");
}

const FEW = 8;

/** What cannot be judged yet is a problem too, and no pass. */
function missingData(context: ReportContext): Block[] {
  const { judgement, items } = context;
  const rows = STAGES.reduce((sum, stage) => sum + judgement.stages[stage].undetermined, 0);
  const waiting = items.findings.filter(({ verdict }) => verdict === "undetermined");
  const parts = [
    rows === 0 ? "" : `${String(rows)} 个学段的资源配置`,
    judgement.table.unsettled.length === 0 ? "" : `${String(judgement.table.unsettled.length)} 行学校的学段或类型`,
    waiting.length === 0 ? "" : waitingText(waiting),
  ].filter((text) => text !== "");
  return parts.length === 0 ? [] : [heading(2, "部分数据不全"), paragraph(`因数据不足尚不能判定的有：${parts.join("；")}。补齐数据前不算达标。`)];
}
