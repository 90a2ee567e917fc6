import { parseArea } from "../grid/address";
import type { Area } from "../grid/block";
import { shownFormula } from "./formula-names";
import type { ConditionalFormat, ConditionalStyle } from "./model";
import type { Looks } from "./read-styles";
import { readColour } from "./colours";
import { child, children, flag, type XmlElement } from "./xml";

const PLAIN: ConditionalStyle = { fill: null, colour: null, bold: null, italic: null, numberFormat: null };

/** Areas of a `sqref`: `A1:B2 D4`. Whole columns and rows are cut to the sheet's size. */
export function readAreas(sqref: string): Area[] {
  return sqref.split(/\s+/).flatMap((text) => {
    const area = parseArea(text) ?? wholeLines(text);
    return area ? [area] : [];
  });
}

function wholeLines(text: string): Area | null {
  const columns = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/.exec(text);
  if (columns) return parseArea(`${columns[1] ?? ""}1:${columns[2] ?? ""}1048576`);
  const rows = /^\$?(\d+):\$?(\d+)$/.exec(text);
  return rows ? parseArea(`A${rows[1] ?? ""}:XFD${rows[2] ?? ""}`) : null;
}

/** Every conditional format of a sheet part, those of Excel 2010's extension left out (they are kept in the file). */
export function readConditionalFormats(worksheet: XmlElement, looks: Looks): ConditionalFormat[] {
  return children(worksheet, "conditionalFormatting")
    .flatMap((group) => children(group, "cfRule").map((rule) => readRule(rule, readAreas(group.attributes.sqref ?? ""), looks)))
    .sort((a, b) => a.priority - b.priority);
}

function readRule(rule: XmlElement, areas: readonly Area[], looks: Looks): ConditionalFormat {
  const given = rule.attributes;
  const kind = given.type ?? "expression";
  const scale = child(rule, "colorScale") ?? child(rule, "dataBar") ?? child(rule, "iconSet");
  return {
    areas, kind,
    priority: Number(given.priority ?? 1),
    stopIfTrue: flag(given.stopIfTrue),
    formulas: children(rule, "formula").map((one) => `=${shownFormula(one.text)}`),
    operator: given.operator ?? null,
    text: given.text ?? null,
    ...(kind === "top10" ? { rank: { count: Number(given.rank ?? 10), percent: flag(given.percent), bottom: flag(given.bottom) } } : {}),
    ...(kind === "aboveAverage" ? { aboveAverage: given.aboveAverage === undefined || flag(given.aboveAverage) } : {}),
    ...(scale ? { stops: readStops(scale, looks.theme) } : {}),
    ...(scale?.name === "iconSet" ? { icons: scale.attributes.iconSet ?? "3TrafficLights1" } : {}),
    format: (given.dxfId === undefined ? undefined : looks.conditional[Number(given.dxfId)]) ?? PLAIN,
  };
}

function readStops(scale: XmlElement, theme: readonly string[]) {
  const colours = children(scale, "color").map((one) => readColour(one, theme));
  return children(scale, "cfvo").map((one, i) => ({ kind: one.attributes.type ?? "num", value: one.attributes.val ?? null, colour: colours[i] ?? colours[0] ?? null }));
}
