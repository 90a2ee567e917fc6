import type { Verdict } from "../model";
import { isPossible } from "../items/figures";
import { shown, plain } from "../number";
import { switchTextsFor, VERDICT_TERMS } from "../terms";
import { keeps, measure } from "./measure";
import type { LocalContext, Measured } from "./measure";
import type { LocalChoice, LocalFinding, LocalPlan, LocalRow, LocalTarget } from "./model";

const COMPARISONS = { atLeast: "不低于", atMost: "不超过", below: "低于", above: "高于" } as const;

/** The target that holds in a year: of that year, else of the latest earlier one; and the one after it (R26). A target without a year always holds. */
function targetsAt(row: LocalRow, year: number): { target: LocalTarget | null; next: LocalTarget | null } {
  const from = (one: LocalTarget): number => one.year ?? Number.NEGATIVE_INFINITY;
  const inOrder = [...row.targets].sort((a, b) => from(a) - from(b));
  return { target: inOrder.filter((one) => from(one) <= year).at(-1) ?? null, next: inOrder.find((one) => from(one) > year) ?? null };
}

/** Whether the document gives a number at all; 只增不减 and 全部为标准班额 are judged by one it does not print. */
function hasDigit({ number }: LocalRow): boolean {
  return /\d/.test(number);
}

/** A target in words (目标): 「2026 年不低于 97%」, 「2024 年达标」; what has no number of its own as the document writes it. */
export function targetText(target: LocalTarget, row: LocalRow, isNumber = true): string {
  const year = target.year === null ? "" : `${String(target.year)} 年`;
  if (row.measure?.kind === "verdict") return `${year}达标`;
  if (!hasDigit(row)) return year + row.number;
  return year + (isNumber ? `${COMPARISONS[target.comparison]} ${plain(target.value)}${row.unit}` : `${row.number}${row.unit}`);
}

function verdictOn(found: Measured, target: LocalTarget | null): Verdict {
  if (found.verdict === "notApplicable") return found.verdict;
  const held = found.value === null || target === null ? found.verdict : keeps(found.value, target) ? "met" : "unmet";
  // One value beyond the line decides, whatever else is missing.
  return held === "unmet" || found.lack === "" ? (held ?? "undetermined") : "undetermined";
}

/** Places a figure is told with, unless more are needed to see on which side of its target it is. */
const PLACES = 2;
/** Of a figure without unit, such as a 差异系数. */
const INDEX_PLACES = PLACES + 1;

/** A value in words: 是 or 否 where the row counts nothing and names no number, more or less than last year where it asks for no less. */
function valueText(value: number, target: LocalTarget | null, row: LocalRow): string {
  const isBare = !hasDigit(row) && row.measure?.kind === "fact";
  if (isBare && row.unit === "") return value === 1 ? "是" : "否";
  if (isBare && target?.comparison === "atLeast") return `比上年${value < 0 ? "减少" : "增加"} ${plain(Math.abs(value), PLACES)}${row.unit}`;
  return `${String(Number(shown(value, row.unit === "" ? INDEX_PLACES : PLACES, target ? [target.value] : [])))}${row.unit}`;
}

/** 「按口径：…」 of the switches that touch what a row was held against (R5). */
function marks({ measure: what }: LocalRow, { judgement: { switches, switchRules } }: LocalContext): string {
  const touched = what?.kind === "item" ? [what.item] : what?.kind === "indicator" ? [what.indicator] : what?.kind === "verdict" ? switchRules.flatMap(({ touches }) => touches) : [];
  const texts = switchTextsFor(switches, switchRules, ...touched);
  return touched.length === 0 || texts.length === 0 ? "" : `（${texts.join("；")}）`;
}

function actual(found: Measured, target: LocalTarget | null, row: LocalRow): string {
  // Where the row has no number of its own, the item's sentence says it in the item's unit.
  const number = found.value === null || (target === null && found.text !== "") ? "" : valueText(found.value, target, row);
  return [number === "" ? found.text : number, found.lack].filter((part) => part !== "").join("；");
}

/** A typed share of more than all is a slip of the pen, and no evidence. */
function possible(found: Measured, { measure: what, unit, term }: LocalRow): Measured {
  if (what?.kind !== "fact" || found.value === null || unit !== "%" || isPossible(found.value, unit)) return found;
  return { ...found, value: null, lack: `“${term}”为 ${plain(found.value)}%，不可能，请核对` };
}

function judged(row: LocalRow, year: number, context: LocalContext): Omit<LocalFinding, "plan" | "row" | "reference"> {
  const { target, next } = targetsAt(row, year);
  const found = row.measure && possible(measure(row.measure, row.term, target ?? next, context), row);
  const isNumber = found === null || found.value !== null || found.verdict === null;
  const later = next === null ? "" : `；下一目标：${targetText(next, row, isNumber)}`;
  if (found === null) {
    return { verdict: "undetermined", value: null, target, next, text: `数据不足：要求${row.number}${row.unit}，无法由本工作簿的数据判定，请对照材料自查${later}` };
  }
  const now = actual(found, target, row);
  const before = now === "" ? "" : `${now}，`;
  if (target === null && next !== null) return { verdict: "notApplicable", value: found.value, target, next, text: `${before}${String(year)} 年尚无目标${later}` };
  const verdict = verdictOn(found, target);
  const asked = target === null ? "要求与国家标准相同" : `目标：${targetText(target, row, isNumber)}`;
  return { verdict, value: found.value, target, next, text: `${before}${asked}，${VERDICT_TERMS[verdict]}${marks(row, context)}${later}` };
}

/**
 * Where a county stands against a local plan (地方目标, R26): one finding for each row that concerns it, in the document's
 * order. Never touches the national verdict; a city's target is for reference (R5). 项目 and 任务 are listed without a verdict.
 */
export function judgeLocal(plan: LocalPlan, choice: LocalChoice, context: LocalContext): LocalFinding[] {
  const county = choice.county.trim();
  return plan.rows.filter((row) => row.counties.length === 0 || row.counties.includes(county)).map((row): LocalFinding => {
    const about = { plan, row, reference: row.scope === "city" };
    if (row.kind === "indicator" || row.kind === "target") return { ...about, ...judged(row, choice.year, context) };
    const owners = row.owners.length === 0 ? "" : `；责任单位：${row.owners.join("、")}`;
    return { ...about, verdict: null, value: null, target: null, next: null, text: `期限：${row.deadline}${owners}` };
  });
}
