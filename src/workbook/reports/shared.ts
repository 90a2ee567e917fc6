import { layoutOf, type School } from "../../engine";
import type { Indicator, Standard } from "../../engine/standard";

/** Whether one figure of the school serves several stages, 高中 too: what it lacks is then said once, for the whole school (R24). */
export function isShared(school: School, indicator: Indicator, standard: Standard): boolean {
  return indicator.formula.split && !school.ownStageOnly && layoutOf(school, standard).parts.length > 1;
}
