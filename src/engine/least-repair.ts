import { gap, targetOf } from "./gap";
import { STAGES } from "./model";
import type { Judgement, Stage } from "./model";
import type { Standard } from "./standard";

/** 最低补齐 (R23): per indicator what to add so that the school-stage passes, with one indicator left at 85 %. */
export interface Repair {
  /** The indicator left at 85 %; `null` when none needs to be. */
  readonly left: number | null;
  readonly amounts: readonly number[];
}

/**
 * The least additions that make a school-stage pass. Left at 85 % is the indicator that saves most, measured in parts of
 * its own line, for units cannot be added. `null` when an indicator is undetermined.
 */
export function leastRepair(judgement: Judgement, row: number, standard: Standard): Repair | null {
  const toLine = standard.indicators.map((_, k) => gap(judgement, row, k, standard, "line"));
  const toFloor = standard.indicators.map((_, k) => gap(judgement, row, k, standard, "floor"));
  if (toLine.includes(null) || toFloor.includes(null)) return null;
  const stage = STAGES[judgement.table.stage[row] as number] as Stage;
  const spare = standard.indicators.length - standard.schoolRule.atLeast;
  const saved = standard.indicators.map((indicator, k) => {
    const value = judgement.values[k]?.[row] as number;
    const least = Math.max(value, targetOf(indicator, stage, standard, "floor"));
    return toLine[k] === 0 ? 0 : 1 - least / indicator.lines[stage];
  });
  const left = saved.map((_, k) => k).filter((k) => (saved[k] as number) > 0).sort((a, b) => (saved[b] as number) - (saved[a] as number)).slice(0, spare);
  return { left: left[0] ?? null, amounts: toLine.map((amount, k) => (left.includes(k) ? toFloor[k] : amount) as number) };
}
