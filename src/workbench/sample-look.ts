import { type Border, type CellStyle, DEFAULT_STYLE } from "../xlsx/model";

export type SampleLook = "plain" | "title" | "units" | "heading" | "text" | "figure" | "total" | "totalFigure" | "money" | "totalMoney" | "note";

const LINE: Border = { style: "thin", colour: "#A6A6A6" };
const BOXED: CellStyle = { ...DEFAULT_STYLE, fontSize: 10, borders: { left: LINE, right: LINE, top: LINE, bottom: LINE } };
const TOTAL: CellStyle = { ...BOXED, bold: true, fill: "#F2F2F2" };
const FIGURES = "#,##0";
const MONEY = "#,##0.00";

/** Looks of the sample county, as bureaus dress their sheets. */
export const SAMPLE_STYLES: readonly (readonly [SampleLook, CellStyle])[] = [
  ["plain", DEFAULT_STYLE],
  ["title", { ...DEFAULT_STYLE, fontName: "黑体", fontSize: 16, horizontal: "center" }],
  ["units", { ...DEFAULT_STYLE, fontSize: 10 }],
  ["heading", { ...BOXED, bold: true, horizontal: "center", wrap: true, fill: "#DDEBF7" }],
  ["text", { ...BOXED, wrap: true }],
  ["figure", { ...BOXED, horizontal: "right" }],
  ["money", { ...BOXED, horizontal: "right", numberFormat: MONEY }],
  ["total", TOTAL],
  ["totalMoney", { ...TOTAL, horizontal: "right", numberFormat: MONEY }],
  ["totalFigure", { ...TOTAL, horizontal: "right", numberFormat: FIGURES }],
  ["note", { ...DEFAULT_STYLE, fontSize: 9, colour: "#595959" }],
];
