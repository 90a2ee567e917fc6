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

/** Kinds that a rule of the page can have besides those of the file; the grid's other kinds are not saved. */
const WRITTEN_KINDS: ReadonlySet<string> = new Set(["expression", "cellIs", "colorScale"]);

/**
 * Our rules as they are to be; the user's stay where they stand. On a sheet that is new or that the page wrote, all rules are
 * as they are to be. Nothing when none of these changed.
 */
export function conditionalSplices(root: XmlElement, before: SheetModel, after: SheetModel, styles: StyleWriter): Splice[] {
  const isWhole = after.page !== undefined || after.id === null;
  const written = (rule: ConditionalFormat) => (isWhole ? WRITTEN_KINDS.has(rule.kind) : isOurs(rule));
  const rules = after.conditionalFormats.filter(written).sort((a, b) => a.priority - b.priority);
  if (JSON.stringify(before.conditionalFormats.filter(written)) === JSON.stringify(rules)) return [];
  const last = Math.max(0, ...before.conditionalFormats.filter((rule) => !written(rule)).map((rule) => rule.priority));
  const at = placeFor(root, "conditionalFormatting");
  const text = rules.map((rule, i) => writeRule(root.prefix, rule, last + 1 + i, styles)).join("");
  return [...removals(root, isWhole), ...(text === "" ? [] : [{ start: at, end: at, text }])];
}

function removals(root: XmlElement, isWhole: boolean): Splice[] {
  return children(root, "conditionalFormatting").flatMap((group) => {
    const rules = children(group, "cfRule");
    const gone = rules.filter((rule) => isWhole || children(rule, "formula").some((formula) => formula.text.includes(HIGHLIGHT_MARKER)));
    return (gone.length === rules.length && gone.length > 0 ? [group] : gone).map((one) => ({ start: one.start, end: one.end, text: "" }));
  });
}

function writeRule(prefix: string, rule: ConditionalFormat, priority: number, styles: StyleWriter): string {
  const scale = colourScale(prefix, rule);
  const formulas = rule.formulas.map((one) => `<${tag(prefix, "formula")}>${encodeXml(storedFormula(one.replace(/^=/, "")))}</${tag(prefix, "formula")}>`).join("");
  const attributes = {
    type: rule.kind,
    dxfId: scale === "" ? String(styles.conditionalStyle(rule.format)) : null,
    priority: String(priority),
    stopIfTrue: rule.stopIfTrue ? "1" : null,
    operator: rule.operator,
  };
  const written = Object.entries(attributes).map(([key, value]) => (value === null ? "" : ` ${key}="${encodeXml(value)}"`)).join("");
  const name = tag(prefix, "conditionalFormatting");
  return `<${name} sqref="${rule.areas.map(areaName).join(" ")}"><${tag(prefix, "cfRule")}${written}>${formulas}${scale}</${tag(prefix, "cfRule")}></${name}>`;
}

/** Stops, then colours (色阶); empty for every other kind. */
function colourScale(prefix: string, rule: ConditionalFormat): string {
  if (rule.kind !== "colorScale") return "";
  const stops = (rule.stops ?? []).map(({ kind, value }) => `<${tag(prefix, "cfvo")} type="${kind}"${value === null ? "" : ` val="${encodeXml(value)}"`}/>`);
  const colours = (rule.stops ?? []).map(({ colour }) => `<${tag(prefix, "color")} rgb="FF${(colour ?? "#FFFFFF").slice(1)}"/>`);
  return `<${tag(prefix, "colorScale")}>${stops.join("")}${colours.join("")}</${tag(prefix, "colorScale")}>`;
}
