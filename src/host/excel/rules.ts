import { areaName } from "../../grid/address";
import type { ColourScale, SheetPlan, ValidationPlan } from "../../workbook/sheet-plan";
import { fitValidation } from "../fit-validation";
import { CALL_BYTES, type Stroke } from "./paint";

/** What may be typed where (数据验证), and cells coloured by their number (色阶). */
export function ruleStrokes(plan: SheetPlan): readonly Stroke[] {
  return [...(plan.validations ?? []).map(validationStroke), ...(plan.scales ?? []).map(scaleStroke)];
}

function validationStroke(plan: ValidationPlan): Stroke {
  const { area, rule, note, refusal } = fitValidation(plan);
  return {
    bytes: CALL_BYTES * 8,
    draw: (sheet) => {
      sheet.getRange(areaName(area)).dataValidation.rule = excelRule(rule);
      if (note) sheet.getRange(areaName(area)).dataValidation.prompt = { showPrompt: true, title: note.title, message: note.text };
      if (rule.kind === "any") return;
      const style = refusal === null ? "Warning" : "Stop";
      sheet.getRange(areaName(area)).dataValidation.errorAlert = { showAlert: true, style, title: note?.title ?? "", message: refusal ?? note?.text ?? "" };
    },
  };
}

function excelRule(rule: ValidationPlan["rule"]): Excel.DataValidationRule {
  // A note needs a rule to hang on: this one everything keeps.
  if (rule.kind === "any") return { custom: { formula: "=TRUE" } };
  if (rule.kind === "list") return { list: { inCellDropDown: true, source: rule.values.join(",") } };
  const limits = rule.max === null ? { formula1: rule.min, operator: "GreaterThanOrEqualTo" as const } : { formula1: rule.min, formula2: rule.max, operator: "Between" as const };
  return rule.kind === "whole" ? { wholeNumber: limits } : { decimal: limits };
}

function scaleStroke({ area, stops: [low, middle, high] }: ColourScale): Stroke {
  const stop = ({ at, colour }: typeof low) => ({ formula: String(at), type: "Number" as const, color: colour });
  return {
    bytes: CALL_BYTES * 3,
    draw: (sheet) => {
      const { colorScale } = sheet.getRange(areaName(area)).conditionalFormats.add("ColorScale");
      colorScale.criteria = { minimum: stop(low), midpoint: stop(middle), maximum: stop(high) };
    },
  };
}
