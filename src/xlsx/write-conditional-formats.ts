import { areaName } from "../grid/address";
import { HIGHLIGHT_MARKER } from "../workbook/sheet-plan";
import { storedFormula } from "./formula-names";
import type { ConditionalFormat, SheetModel } from "./model";
import { tag } from "./package";
import type { StyleWriter } from "./write-styles";
import { placeFor } from "./write-layout";
import { children, encodeXml, type Splice, type XmlElement } from "./xml";

/** Whether a conditional format carries our marker. */
export function isOurs(rule: ConditionalFormat): boolean {
  return rule.formulas.some((formula) => formula.includes(HIGHLIGHT_MARKER));
}

/** Our rules as they are to be; the user's stay where they stand. Nothing when ours did not change. */
export function conditionalSplices(root: XmlElement, before: SheetModel, after: SheetModel, styles: StyleWriter): Splice[] {
  const ours = after.conditionalFormats.filter(isOurs).sort((a, b) => a.priority - b.priority);
  if (JSON.stringify(before.conditionalFormats.filter(isOurs)) === JSON.stringify(ours)) return [];
  const last = Math.max(0, ...before.conditionalFormats.filter((rule) => !isOurs(rule)).map((rule) => rule.priority));
  const at = placeFor(root, "conditionalFormatting");
  const text = ours.map((rule, i) => writeRule(root.prefix, rule, last + 1 + i, styles)).join("");
  return [...removals(root), ...(text === "" ? [] : [{ start: at, end: at, text }])];
}

function removals(root: XmlElement): Splice[] {
  return children(root, "conditionalFormatting").flatMap((group) => {
    const rules = children(group, "cfRule");
    const ours = rules.filter((rule) => children(rule, "formula").some((formula) => formula.text.includes(HIGHLIGHT_MARKER)));
    return (ours.length === rules.length && ours.length > 0 ? [group] : ours).map((one) => ({ start: one.start, end: one.end, text: "" }));
  });
}

function writeRule(prefix: string, rule: ConditionalFormat, priority: number, styles: StyleWriter): string {
  const formulas = rule.formulas.map((one) => `<${tag(prefix, "formula")}>${encodeXml(storedFormula(one.replace(/^=/, "")))}</${tag(prefix, "formula")}>`).join("");
  const attributes = ` type="expression" dxfId="${String(styles.conditionalStyle(rule.format))}" priority="${String(priority)}"${rule.stopIfTrue ? ' stopIfTrue="1"' : ""}`;
  const name = tag(prefix, "conditionalFormatting");
  return `<${name} sqref="${rule.areas.map(areaName).join(" ")}"><${tag(prefix, "cfRule")}${attributes}>${formulas}</${tag(prefix, "cfRule")}></${name}>`;
}
