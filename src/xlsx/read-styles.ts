import { readColour, readTheme } from "./colours";
import { DEFAULT_STYLE, EDGES, type Border, type CellStyle, type ConditionalStyle, type Edge } from "./model";
import { child, children, flag, parseXml, type XmlElement } from "./xml";

/** The looks of a workbook: cell styles by `s` index, conditional styles by `dxfId`. */
export interface Looks {
  readonly styles: readonly CellStyle[];
  readonly conditional: readonly ConditionalStyle[];
  readonly theme: readonly string[];
}

// Number formats that files name by number only (ECMA-376 18.8.30, with Chinese Excel's own 27–58).
const BUILT_IN: Readonly<Record<number, string>> = {
  0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: '"¥"#,##0;"¥"-#,##0', 6: '"¥"#,##0;[Red]"¥"-#,##0', 7: '"¥"#,##0.00;"¥"-#,##0.00', 8: '"¥"#,##0.00;[Red]"¥"-#,##0.00',
  9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm",
  27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"',
  37: "#,##0;-#,##0", 38: "#,##0;[Red]-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;[Red]-#,##0.00",
  41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', 42: '_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ;_ @_ ', 43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', 44: '_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ ',
  45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@", 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
};

export function readLooks(xml: string | null, themeXml: string | null): Looks {
  const theme = readTheme(themeXml);
  if (xml === null) return { styles: [DEFAULT_STYLE], conditional: [], theme };
  const root = parseXml(xml, "styles.xml");
  const formats = numberFormats(root);
  const fonts = children(child(root, "fonts"), "font").map((font) => readFont(font, theme));
  const fills = children(child(root, "fills"), "fill").map((fill) => readFill(fill, theme));
  const borders = children(child(root, "borders"), "border").map((border) => readBorders(border, theme));
  const styles = children(child(root, "cellXfs"), "xf").map((xf): CellStyle => ({
    ...DEFAULT_STYLE,
    ...fonts[Number(xf.attributes.fontId ?? 0)],
    fill: fills[Number(xf.attributes.fillId ?? 0)] ?? null,
    borders: borders[Number(xf.attributes.borderId ?? 0)] ?? DEFAULT_STYLE.borders,
    ...readAlignment(child(xf, "alignment")),
    numberFormat: formats(Number(xf.attributes.numFmtId ?? 0)),
    locked: child(xf, "protection")?.attributes.locked === undefined || flag(child(xf, "protection")?.attributes.locked),
  }));
  const conditional = children(child(root, "dxfs"), "dxf").map((dxf) => readConditionalStyle(dxf, theme));
  return { styles: styles.length > 0 ? styles : [DEFAULT_STYLE], conditional, theme };
}

function numberFormats(root: XmlElement): (id: number) => string {
  const own = new Map(children(child(root, "numFmts"), "numFmt").map((one) => [Number(one.attributes.numFmtId), one.attributes.formatCode ?? "General"]));
  return (id) => own.get(id) ?? BUILT_IN[id] ?? "General";
}

/** The number a format has by itself, without an entry in the file. */
export function builtInFormat(code: string): number | null {
  const id = Object.keys(BUILT_IN).find((key) => BUILT_IN[Number(key)] === code && Number(key) < 50 && !(Number(key) >= 5 && Number(key) <= 8) && !(Number(key) >= 14 && Number(key) <= 36));
  return id === undefined ? null : Number(id);
}

/** `<b/>` is on, `<b val="0"/>` is off. */
function on(element: XmlElement | undefined): boolean {
  return element !== undefined && (element.attributes.val === undefined || flag(element.attributes.val));
}

function readFont(font: XmlElement, theme: readonly string[]): Partial<CellStyle> {
  const underline = child(font, "u");
  return {
    fontName: child(font, "name")?.attributes.val ?? DEFAULT_STYLE.fontName,
    fontSize: Number(child(font, "sz")?.attributes.val ?? DEFAULT_STYLE.fontSize),
    bold: on(child(font, "b")), italic: on(child(font, "i")), strike: on(child(font, "strike")),
    underline: underline !== undefined && underline.attributes.val !== "none",
    colour: readColour(child(font, "color"), theme),
  };
}

function readFill(fill: XmlElement, theme: readonly string[]): string | null {
  const pattern = child(fill, "patternFill");
  const stop = child(child(child(fill, "gradientFill"), "stop"), "color");
  if (!pattern) return readColour(stop, theme);
  const kind = pattern.attributes.patternType ?? "none";
  return kind === "none" ? null : readColour(child(pattern, "fgColor"), theme) ?? readColour(child(pattern, "bgColor"), theme);
}

function readBorders(border: XmlElement, theme: readonly string[]): Record<Edge, Border | null> {
  const one = (edge: Edge): Border | null => {
    // `start` and `end` are what some writers call left and right.
    const element = child(border, edge) ?? child(border, edge === "left" ? "start" : edge === "right" ? "end" : edge);
    const style = element?.attributes.style;
    return style === undefined || style === "none" ? null : { style: style as Border["style"], colour: readColour(child(element, "color"), theme) };
  };
  return { left: one(EDGES[0]), right: one(EDGES[1]), top: one(EDGES[2]), bottom: one(EDGES[3]) };
}

function readAlignment(alignment: XmlElement | undefined): Partial<CellStyle> {
  const given = alignment?.attributes ?? {};
  const turn = Number(given.textRotation ?? 0);
  return {
    horizontal: (given.horizontal ?? "general") as CellStyle["horizontal"],
    // Excel puts text at the bottom unless told otherwise.
    vertical: (given.vertical ?? "bottom") as CellStyle["vertical"],
    wrap: flag(given.wrapText),
    indent: Number(given.indent ?? 0),
    rotation: turn > 90 && turn !== 255 ? 90 - turn : turn,
  };
}

function readConditionalStyle(dxf: XmlElement, theme: readonly string[]): ConditionalStyle {
  const font = child(dxf, "font");
  const pattern = child(child(dxf, "fill"), "patternFill");
  const bold = child(font, "b");
  const italic = child(font, "i");
  return {
    // Unlike in cells, a plain fill's colour stands in bgColor here.
    fill: pattern?.attributes.patternType === "none" ? null : readColour(child(pattern, "bgColor"), theme) ?? readColour(child(pattern, "fgColor"), theme),
    colour: readColour(child(font, "color"), theme),
    bold: bold ? on(bold) : null,
    italic: italic ? on(italic) : null,
    numberFormat: child(dxf, "numFmt")?.attributes.formatCode ?? null,
  };
}
