import { printed, reaches, remark, switchTextsFor, targetOf, VERDICT_TERMS, VERDICTS, withinLimit, type Judgement, type Stage, type Verdict } from "../../engine";
import type { Indicator, Standard } from "../../engine/standard";
import { cell } from "../layout";
import type { PlanCell, StyleName } from "../sheet-plan";

/** Rid of binary noise, as every comparison is (R4). */
export function clean(value: number): number {
  return printed(value, 9);
}

const DECIMALS: readonly StyleName[] = ["integer", "decimal1", "decimal2", "decimal3"];

/** Style of the official precision. */
export function decimals(places: number): StyleName {
  return DECIMALS[places] ?? "decimal3";
}

/** A figure of the law, shown with as many places as it has: 4.505, 1700. */
export function lawCell(value: number): PlanCell {
  const exact = clean(value);
  return cell(exact, decimals(String(exact).split(".")[1]?.length ?? 0));
}

/** A computed figure in the official precision, kept unrounded in the cell; NaN and `null` are blank. */
export function valueCell(value: number | null | undefined, places: number): PlanCell {
  const missing = value === null || value === undefined || Number.isNaN(value);
  return cell(missing ? null : clean(value), decimals(places));
}

export function verdictAt(codes: Uint8Array | undefined, row: number): Verdict {
  return VERDICTS[codes?.[row] ?? VERDICTS.length - 1] ?? "undetermined";
}

/** 备注 of a row where the table's heading names the switches already (R5): they are the same for every row. */
export function ownRemark(judgement: Judgement, row: number, standard: Standard): string {
  const marks = switchTextsFor(judgement.switches, judgement.switchRules, ...standard.indicators.map(({ id }) => id));
  return marks.reduce((text, mark) => text.replace(`；${mark}`, ""), remark(judgement, row, standard));
}

/** The word, in its colour; `beside` follows it in brackets. */
export function verdictCell(verdict: Verdict, beside = ""): PlanCell {
  return cell(VERDICT_TERMS[verdict] + (beside === "" ? "" : `（${beside}）`), verdict);
}

/** 「未舍入为 4.4963」 where the printed figure would be judged otherwise than the real one, else nothing. */
export function turnedByRounding(value: number, indicator: Indicator, stage: Stage, standard: Standard): string {
  const short = printed(value, indicator.places);
  const lines = (["line", "floor"] as const).map((target) => targetOf(indicator, stage, standard, target));
  return lines.some((line) => reaches(value, line) !== reaches(short, line)) ? exactly(value) : "";
}

/** The same for a 差异系数 and its limit: 0.5004 prints 0.500 and exceeds 0.50. */
export function turnedAtLimit(value: number | null, limit: number, places: number): string {
  return value === null || withinLimit(value, limit) === withinLimit(printed(value, places), limit) ? "" : exactly(value);
}

function exactly(value: number): string {
  return `未舍入为 ${String(clean(value))}`;
}

/** Units gaps are reported in: money in 万元. */
export function gapUnit(indicator: Indicator): string {
  return indicator.resourceUnit === "元" ? "万元" : indicator.resourceUnit;
}

/** A gap as reports print it (R23): 人, 间, ㎡ whole, money to 0.01 万元, always rounded up. */
export function gapFigure(gap: number, indicator: Indicator): number {
  return indicator.resourceUnit === "元" ? Math.ceil(clean(gap / 100)) / 100 : Math.ceil(clean(gap));
}

export function gapCell(gap: number | null, indicator: Indicator): PlanCell {
  if (gap === null) return cell(null, "integer");
  return cell(gapFigure(gap, indicator), indicator.resourceUnit === "元" && gap > 0 ? "decimal2" : "integer");
}
