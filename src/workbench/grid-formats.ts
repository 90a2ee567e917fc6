import { BooleanNumber, type IStyleBase } from "@univerjs/presets";
import { CFNumberOperator, CFRuleType, CFSubRuleType, CFTextOperator, CFValueType, type IConditionalFormattingRuleConfig, type IConditionFormattingRule } from "@univerjs/preset-sheets-conditional-formatting";
import { fromRange, toRange } from "../host/univer";
import type { ConditionalFormat, ConditionalStyle } from "../xlsx/model";
import { hexColour } from "./cell-look";

/** Rules that came with the file carry their place in the file's list in their id. */
const FROM_FILE = /^file-(\d+)$/;

/** The grid's rules of a sheet (条件格式), the strongest first; kinds the grid cannot draw are left out here and kept in the file. */
export function gridFormats(formats: readonly ConditionalFormat[]): IConditionFormattingRule[] {
  return formats
    .map((format, index) => ({ format, index, rule: gridRule(format) }))
    .sort((a, b) => a.format.priority - b.format.priority)
    .flatMap(({ format, index, rule }) => (rule ? [{ cfId: `file-${String(index)}`, ranges: format.areas.map(toRange), stopIfTrue: format.stopIfTrue, rule }] : []));
}

function gridRule(format: ConditionalFormat): IConditionalFormattingRuleConfig | null {
  const style = look(format.format);
  const cell = { type: CFRuleType.highlightCell as const, style };
  const [first = ""] = format.formulas;
  switch (format.kind) {
    case "expression":
      return { ...cell, subType: CFSubRuleType.formula, value: first };
    case "cellIs":
      return comparison(format, cell);
    case "duplicateValues":
      return { ...cell, subType: CFSubRuleType.duplicateValues };
    case "uniqueValues":
      return { ...cell, subType: CFSubRuleType.uniqueValues };
    case "top10":
      return format.rank ? { ...cell, subType: CFSubRuleType.rank, isBottom: format.rank.bottom, isPercent: format.rank.percent, value: format.rank.count } : null;
    case "aboveAverage":
      return { ...cell, subType: CFSubRuleType.average, operator: format.aboveAverage === false ? CFNumberOperator.lessThan : CFNumberOperator.greaterThan };
    case "colorScale":
      return colourScale(format);
    default:
      return TEXT_KINDS[format.kind] ? { ...cell, subType: CFSubRuleType.text, operator: TEXT_KINDS[format.kind] as CFTextOperator, value: format.text ?? "" } : null;
  }
}

const TEXT_KINDS: Readonly<Record<string, CFTextOperator>> = {
  containsText: CFTextOperator.containsText, notContainsText: CFTextOperator.notContainsText, beginsWith: CFTextOperator.beginsWith, endsWith: CFTextOperator.endsWith,
  containsBlanks: CFTextOperator.containsBlanks, notContainsBlanks: CFTextOperator.notContainsBlanks, containsErrors: CFTextOperator.containsErrors, notContainsErrors: CFTextOperator.notContainsErrors,
};
type HighlightBase = { readonly type: CFRuleType.highlightCell; readonly style: IStyleBase };

/** A comparison with a number; one with a cell or a formula the grid cannot draw. */
function comparison(format: ConditionalFormat, cell: HighlightBase): IConditionalFormattingRuleConfig | null {
  const numbers = format.formulas.map((formula) => Number(formula.replace(/^=/, "")));
  const [low, high] = numbers;
  if (low === undefined || numbers.some(Number.isNaN)) return null;
  const operator = format.operator as CFNumberOperator;
  if (operator === CFNumberOperator.between || operator === CFNumberOperator.notBetween) return high === undefined ? null : { ...cell, subType: CFSubRuleType.number, operator, value: [low, high] };
  return Object.values(CFNumberOperator).includes(operator) ? { ...cell, subType: CFSubRuleType.number, operator, value: low } : null;
}

function colourScale(format: ConditionalFormat): IConditionalFormattingRuleConfig | null {
  const stops = format.stops ?? [];
  if (stops.length < 2 || stops.some((stop) => !stop.colour || !(stop.kind in CFValueType))) return null;
  return {
    type: CFRuleType.colorScale,
    config: stops.map((stop, index) => ({ index, color: stop.colour ?? "", value: { type: stop.kind as CFValueType, ...(stop.value !== null && { value: Number(stop.value) }) } })),
  };
}

function look(format: ConditionalStyle): IStyleBase {
  return {
    ...(format.fill !== null && { bg: { rgb: format.fill } }),
    ...(format.colour !== null && { cl: { rgb: format.colour } }),
    ...(format.bold !== null && { bl: format.bold ? BooleanNumber.TRUE : BooleanNumber.FALSE }),
    ...(format.italic !== null && { it: format.italic ? BooleanNumber.TRUE : BooleanNumber.FALSE }),
  };
}

/** The file's rules after work in the grid: those that came with the file with their present places, new ones added, undrawn ones kept. */
export function fileFormats(rules: readonly IConditionFormattingRule[], before: readonly ConditionalFormat[]): ConditionalFormat[] {
  const shown = rules.flatMap((rule, index): ConditionalFormat[] => {
    const areas = rule.ranges.map(fromRange);
    const origin = before[Number(FROM_FILE.exec(rule.cfId)?.[1] ?? -1)];
    const made = origin ? { ...origin, formulas: movedFormulas(rule, origin) } : fileRule(rule);
    return made ? [{ ...made, areas, priority: index + 1 }] : [];
  });
  const hidden = before.filter((format) => !gridRule(format)).map((format, index) => ({ ...format, priority: shown.length + index + 1 }));
  return [...shown, ...hidden];
}

/** The grid moves the formula of a formula rule when rows or columns come or go; every other kind keeps what the file says. */
function movedFormulas(rule: IConditionFormattingRule, origin: ConditionalFormat): readonly string[] {
  const made = rule.rule;
  return origin.kind === "expression" && made.type === CFRuleType.highlightCell && made.subType === CFSubRuleType.formula ? [made.value] : origin.formulas;
}

const NO_RULE = { operator: null, text: null, formulas: [] as readonly string[] };

/** A rule made in the grid, by the user or by highlighting. */
function fileRule(rule: IConditionFormattingRule): Omit<ConditionalFormat, "areas" | "priority"> | null {
  const made = rule.rule;
  if (made.type === CFRuleType.colorScale) return { ...NO_RULE, kind: "colorScale", stopIfTrue: rule.stopIfTrue, format: fileLook({}), stops: made.config.map(({ color, value }) => ({ kind: value.type, value: value.value === undefined ? null : String(value.value), colour: hexColour(color) })) };
  if (made.type !== CFRuleType.highlightCell) return null;
  const base = { ...NO_RULE, stopIfTrue: rule.stopIfTrue, format: fileLook(made.style) };
  switch (made.subType) {
    case CFSubRuleType.formula:
      return { ...base, kind: "expression", formulas: [made.value] };
    case CFSubRuleType.number:
      return { ...base, kind: "cellIs", operator: made.operator, formulas: [made.value].flat().map((value) => `=${String(value ?? 0)}`) };
    case CFSubRuleType.duplicateValues:
    case CFSubRuleType.uniqueValues:
      return { ...base, kind: made.subType };
    case CFSubRuleType.rank:
      return { ...base, kind: "top10", rank: { count: made.value, percent: made.isPercent, bottom: made.isBottom } };
    case CFSubRuleType.average:
      return { ...base, kind: "aboveAverage", aboveAverage: made.operator === CFNumberOperator.greaterThan || made.operator === CFNumberOperator.greaterThanOrEqual };
    case CFSubRuleType.text:
      return { ...base, kind: made.operator, text: made.value ?? null };
    default:
      return null;
  }
}

function fileLook(style: IStyleBase): ConditionalStyle {
  const flag = (value: BooleanNumber | undefined) => (value === undefined ? null : value === BooleanNumber.TRUE);
  return { fill: hexColour(style.bg?.rgb), colour: hexColour(style.cl?.rgb), bold: flag(style.bl), italic: flag(style.it), numberFormat: null };
}

