import type { ValidationPlan } from "../workbook/sheet-plan";
import { readAreas } from "./conditional-formats";
import { child, children, flag, type XmlElement } from "./xml";

/** What may be typed where (数据验证), as far as a plan can say it: own lists, lower limits and ranges of numbers, notes. */
export function readValidations(worksheet: XmlElement): ValidationPlan[] {
  return children(child(worksheet, "dataValidations"), "dataValidation").flatMap((element) => {
    const rule = readRule(element);
    const { prompt, promptTitle = "", error = "", errorStyle = "stop", showErrorMessage, sqref = "" } = element.attributes;
    const note = prompt === undefined ? null : { title: promptTitle, text: prompt };
    const refusal = rule?.kind !== "any" && flag(showErrorMessage) && errorStyle === "stop" ? error : null;
    return rule ? readAreas(sqref).map((area) => ({ area, rule, note, refusal })) : [];
  });
}

function readRule(element: XmlElement): ValidationPlan["rule"] | null {
  const { type = "none", operator = "between" } = element.attributes;
  const [first = "", second] = ["formula1", "formula2"].map((name) => child(element, name)?.text);
  if (type === "none") return { kind: "any" };
  // A list in cells elsewhere is left to the file.
  if (type === "list") return /^".*"$/.test(first) ? { kind: "list", values: first.slice(1, -1).replace(/""/g, '"').split(",") } : null;
  if (type !== "whole" && type !== "decimal") return null;
  const [min, max] = [Number(first), operator === "between" ? Number(second) : null];
  const isPlanned = operator === "between" || operator === "greaterThanOrEqual";
  return isPlanned && first !== "" && !Number.isNaN(min) && !Number.isNaN(max) ? { kind: type, min, max } : null;
}
