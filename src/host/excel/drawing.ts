import type { SheetPlan } from "../../workbook/sheet-plan";
import { chartStrokes } from "./charts";
import { heightStrokes, pageStroke } from "./page-setup";
import { cellStrokes, mergeStrokes, styleStrokes, type Stroke } from "./paint";
import { ruleStrokes } from "./rules";

/** Everything that draws a plan on an empty sheet, in order: charts last, for they stand over rows of their final height. */
export function strokes(plan: SheetPlan): readonly Stroke[] {
  return [pageStroke(plan), ...cellStrokes(plan.rows), ...styleStrokes(plan.rows), ...mergeStrokes(plan.merges), ...heightStrokes(plan), ...ruleStrokes(plan), ...chartStrokes(plan)];
}
