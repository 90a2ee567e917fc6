import { areaName } from "../grid/address";
import type { ValidationPlan } from "../workbook/sheet-plan";
import type { SheetModel } from "./model";
import { tag } from "./package";
import { place } from "./write-layout";
import { encodeXml, type Splice, type XmlElement } from "./xml";

/** What may be typed into a sheet that the page wrote (数据验证); the rules of other sheets stay in the file as they are. */
export function validationSplices(root: XmlElement, before: SheetModel, after: SheetModel): Splice[] {
  const { validations } = after;
  if (!validations || (!after.page && JSON.stringify(before.validations) === JSON.stringify(validations))) return [];
  const name = tag(root.prefix, "dataValidations");
  const list = validations.map((one) => element(root.prefix, one)).join("");
  return place(root, "dataValidations", list === "" ? "" : `<${name} count="${String(validations.length)}">${list}</${name}>`);
}

function element(prefix: string, { area, rule, note, refusal }: ValidationPlan): string {
  const name = tag(prefix, "dataValidation");
  const attributes = {
    type: rule.kind === "any" ? null : rule.kind,
    errorStyle: rule.kind === "any" || refusal !== null ? null : "warning",
    operator: "max" in rule && rule.max === null ? "greaterThanOrEqual" : null,
    allowBlank: "1",
    showInputMessage: note ? "1" : null,
    showErrorMessage: rule.kind === "any" ? null : "1",
    error: rule.kind === "any" ? null : (refusal ?? note?.text ?? null),
    promptTitle: note?.title ?? null,
    prompt: note?.text ?? null,
    sqref: areaName(area),
  };
  const written = Object.entries(attributes).map(([key, value]) => (value === null || value === "" ? "" : ` ${key}="${attributeText(value)}"`)).join("");
  const formula = (number: 1 | 2, text: string) => `<${tag(prefix, `formula${String(number)}`)}>${encodeXml(text)}</${tag(prefix, `formula${String(number)}`)}>`;
  return `<${name}${written}>${formulas(rule).map((text, i) => formula(i === 0 ? 1 : 2, text)).join("")}</${name}>`;
}

function formulas(rule: ValidationPlan["rule"]): readonly string[] {
  if (rule.kind === "any") return [];
  if (rule.kind === "list") return [`"${rule.values.join(",").replace(/"/g, '""')}"`];
  return rule.max === null ? [String(rule.min)] : [String(rule.min), String(rule.max)];
}

/** A new line in an attribute would be read as a space. */
function attributeText(text: string): string {
  return encodeXml(text).replace(/\n/g, "&#10;");
}
