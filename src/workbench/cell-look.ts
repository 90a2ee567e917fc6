import { BooleanNumber, BorderStyleTypes, HorizontalAlign, type IBorderData, type IBorderStyleData, type IStyleData, type Nullable, VerticalAlign, WrapStrategy } from "@univerjs/presets";
import { type Border, type CellStyle, DEFAULT_STYLE, type Edge, EDGES } from "../xlsx/model";

const LINES: Readonly<Record<Border["style"], BorderStyleTypes>> = {
  thin: BorderStyleTypes.THIN, hair: BorderStyleTypes.HAIR, dotted: BorderStyleTypes.DOTTED, dashed: BorderStyleTypes.DASHED,
  dashDot: BorderStyleTypes.DASH_DOT, dashDotDot: BorderStyleTypes.DASH_DOT_DOT, double: BorderStyleTypes.DOUBLE, medium: BorderStyleTypes.MEDIUM,
  mediumDashed: BorderStyleTypes.MEDIUM_DASHED, mediumDashDot: BorderStyleTypes.MEDIUM_DASH_DOT, mediumDashDotDot: BorderStyleTypes.MEDIUM_DASH_DOT_DOT,
  slantDashDot: BorderStyleTypes.SLANT_DASH_DOT, thick: BorderStyleTypes.THICK,
};
const ACROSS: Readonly<Record<CellStyle["horizontal"], HorizontalAlign>> = {
  general: HorizontalAlign.UNSPECIFIED, left: HorizontalAlign.LEFT, center: HorizontalAlign.CENTER, right: HorizontalAlign.RIGHT, fill: HorizontalAlign.LEFT,
  justify: HorizontalAlign.JUSTIFIED, centerContinuous: HorizontalAlign.CENTER, distributed: HorizontalAlign.DISTRIBUTED,
};
const DOWN: Readonly<Record<CellStyle["vertical"], VerticalAlign>> = {
  top: VerticalAlign.TOP, center: VerticalAlign.MIDDLE, bottom: VerticalAlign.BOTTOM, justify: VerticalAlign.TOP, distributed: VerticalAlign.MIDDLE,
};
const SIDES: Readonly<Record<Edge, "l" | "r" | "t" | "b">> = { left: "l", right: "r", top: "t", bottom: "b" };
/** Excel writes stacked text as this rotation. */
const STACKED = 255;
const INDENT = 9;

/** How the grid draws a cell of the file (单元格格式). */
export function gridStyle(style: CellStyle): IStyleData {
  return {
    ff: style.fontName,
    fs: style.fontSize,
    vt: DOWN[style.vertical],
    ...(style.bold && { bl: BooleanNumber.TRUE }),
    ...(style.italic && { it: BooleanNumber.TRUE }),
    ...(style.underline && { ul: { s: BooleanNumber.TRUE } }),
    ...(style.strike && { st: { s: BooleanNumber.TRUE } }),
    ...(style.colour !== null && { cl: { rgb: style.colour } }),
    ...(style.fill !== null && { bg: { rgb: style.fill } }),
    ...(style.horizontal !== "general" && { ht: ACROSS[style.horizontal] }),
    ...(style.wrap && { tb: WrapStrategy.WRAP }),
    ...(style.indent > 0 && { pd: { l: style.indent * INDENT } }),
    ...(style.rotation !== 0 && { tr: style.rotation === STACKED ? { a: 0, v: BooleanNumber.TRUE } : { a: -style.rotation } }),
    ...(style.numberFormat !== "General" && { n: { pattern: style.numberFormat } }),
    ...gridBorders(style),
  };
}

function gridBorders(style: CellStyle): { bd?: IBorderData } {
  const drawn = EDGES.filter((edge) => style.borders[edge]);
  if (drawn.length === 0) return {};
  const line = (border: Border | null): IBorderStyleData | null => border && { s: LINES[border.style], cl: { rgb: border.colour ?? "#000000" } };
  return { bd: Object.fromEntries(drawn.map((edge) => [SIDES[edge], line(style.borders[edge])])) };
}

/** The file's style of a cell as the grid draws it now: for looks the user or a report gave it. */
export function fileStyle(style: IStyleData, base: CellStyle = DEFAULT_STYLE): CellStyle {
  return {
    fontName: style.ff ?? base.fontName,
    fontSize: style.fs ?? base.fontSize,
    bold: style.bl === BooleanNumber.TRUE,
    italic: style.it === BooleanNumber.TRUE,
    underline: style.ul?.s === BooleanNumber.TRUE,
    strike: style.st?.s === BooleanNumber.TRUE,
    colour: hexColour(style.cl?.rgb),
    fill: hexColour(style.bg?.rgb),
    borders: { left: fileBorder(style.bd?.l), right: fileBorder(style.bd?.r), top: fileBorder(style.bd?.t), bottom: fileBorder(style.bd?.b) },
    horizontal: keyOf(ACROSS, style.ht) ?? "general",
    vertical: keyOf(DOWN, style.vt) ?? base.vertical,
    wrap: style.tb === WrapStrategy.WRAP,
    indent: Math.round((style.pd?.l ?? 0) / INDENT),
    rotation: style.tr ? (style.tr.v === BooleanNumber.TRUE ? STACKED : 0 - style.tr.a) : 0,
    numberFormat: style.n?.pattern ?? "General",
    locked: base.locked,
  };
}

function fileBorder(border: Nullable<IBorderStyleData>): Border | null {
  const line = border && keyOf(LINES, border.s);
  return line ? { style: line, colour: hexColour(border.cl.rgb) } : null;
}

function keyOf<K extends string, V>(table: Readonly<Record<K, V>>, value: V | null | undefined): K | null {
  return (Object.keys(table) as K[]).find((key) => table[key] === value) ?? null;
}

/** `#RRGGBB` of a colour as the grid may write it: `#abc`, `rgb(1,2,3)` or `#aabbcc`. */
export function hexColour(colour: Nullable<string>): string | null {
  if (!colour) return null;
  const numbers = /^rgba?\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)/.exec(colour);
  if (numbers) return `#${numbers.slice(1, 4).map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`.toUpperCase();
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(colour);
  if (short) return `#${short.slice(1).map((digit) => digit + digit).join("")}`.toUpperCase();
  return /^#[0-9a-f]{6}$/i.test(colour) ? colour.toUpperCase() : null;
}
