import { leastRepair, schoolNeed, type Judgement } from "../../engine";
import type { Standard } from "../../engine/standard";
import { gapFigure, gapUnit, verdictAt } from "./figures";
import { isShared } from "./shared";

/**
 * 最低补齐 (R23) in words: what makes one school-stage pass when one indicator may stay at 85 %. Empty unless the row
 * is 不达标; figures of resources that two stages share are the whole school's (R24).
 */
export function leastTopUp(judgement: Judgement, row: number, standard: Standard): string {
  if (verdictAt(judgement.verdicts, row) !== "unmet") return "";
  const repair = leastRepair(judgement, row, standard);
  if (repair === null) return "有缺数，补齐数据后再算";
  const school = judgement.table.schools[row];
  const parts = standard.indicators.map((indicator, k) => {
    const left = repair.left === k;
    const amount = repair.amounts[k] ?? 0;
    const name = indicator.short[0] ?? indicator.term;
    if (amount <= 0) return left ? `${name}保持85%以上` : "";
    const whole = school !== undefined && isShared(school, indicator, standard) ? schoolNeed(school, k, standard, left ? "floor" : "line", judgement.switches) : null;
    const figure = `${String(gapFigure(whole ?? amount, indicator))} ${gapUnit(indicator)}`;
    return `${name}补 ${figure}${whole === null ? "" : "（全校）"}${left ? "至85%" : ""}`;
  });
  return parts.filter((part) => part !== "").join("；");
}
