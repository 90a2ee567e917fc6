import { BooleanNumber, BorderStyleTypes, HorizontalAlign, type IStyleData, VerticalAlign, WrapStrategy } from "@univerjs/presets";
import { type StyleName, VERDICT_COLOURS } from "../../workbook/sheet-plan";

const LINE = { s: BorderStyleTypes.THIN, cl: { rgb: "#BFBFBF" } };
const BOX: IStyleData = { bd: { t: LINE, r: LINE, b: LINE, l: LINE }, vt: VerticalAlign.MIDDLE };
const TEXT: IStyleData = { ...BOX, ht: HorizontalAlign.LEFT, tb: WrapStrategy.WRAP };
const INPUT: IStyleData = { ...BOX, ht: HorizontalAlign.LEFT, bg: { rgb: "#FFFBE6" } };
const figure = (pattern: string): IStyleData => ({ ...BOX, ht: HorizontalAlign.RIGHT, n: { pattern } });
const coloured = (verdict: keyof typeof VERDICT_COLOURS): IStyleData => ({ ...BOX, ht: HorizontalAlign.CENTER, bg: { rgb: VERDICT_COLOURS[verdict].fill }, cl: { rgb: VERDICT_COLOURS[verdict].text } });

/** How the grid draws each look of a written sheet (表样). */
export const LOOKS: Readonly<Record<StyleName, IStyleData>> = {
  title: { bl: BooleanNumber.TRUE, fs: 16, ht: HorizontalAlign.LEFT, vt: VerticalAlign.MIDDLE },
  subtitle: { fs: 11, cl: { rgb: "#404040" }, vt: VerticalAlign.MIDDLE },
  // Notes come broken into lines.
  note: { fs: 10, cl: { rgb: "#5C5C5C" }, vt: VerticalAlign.TOP },
  header: { ...BOX, bl: BooleanNumber.TRUE, ht: HorizontalAlign.CENTER, tb: WrapStrategy.WRAP, bg: { rgb: "#E8F1F9" } },
  text: TEXT,
  integer: figure("#,##0"),
  decimal1: figure("#,##0.0"),
  decimal2: figure("#,##0.00"),
  decimal3: figure("0.000"),
  percent: figure("0.0%"),
  met: coloured("met"),
  floor: coloured("floor"),
  unmet: coloured("unmet"),
  undetermined: coloured("undetermined"),
  notApplicable: coloured("notApplicable"),
  total: { ...BOX, bl: BooleanNumber.TRUE, ht: HorizontalAlign.RIGHT, bg: { rgb: "#F5F5F5" } },
  input: INPUT,
  inputWrap: { ...INPUT, vt: VerticalAlign.TOP, tb: WrapStrategy.WRAP },
  wrap: { ...TEXT, vt: VerticalAlign.TOP },
  wrapBold: { ...TEXT, bl: BooleanNumber.TRUE },
  centred: { ...TEXT, ht: HorizontalAlign.CENTER },
  heading: { bl: BooleanNumber.TRUE, fs: 16, ht: HorizontalAlign.CENTER, vt: VerticalAlign.MIDDLE },
  floor2: { ...coloured("floor"), ht: HorizontalAlign.RIGHT, n: { pattern: "#,##0.00" } },
  unmet2: { ...coloured("unmet"), ht: HorizontalAlign.RIGHT, n: { pattern: "#,##0.00" } },
};

/** Pixels of a height in points. */
export function heightInPixels(points: number): number {
  return Math.round((points * 4) / 3);
}

/** Pixels of a width in characters, as Excel counts them. */
export function widthInPixels(characters: number): number {
  return Math.round(characters * 7 + 5);
}
