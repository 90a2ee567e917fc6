import { read, type CellObject, type Range, type WorkBook, type WorkSheet } from "@e965/xlsx";
import type { Area } from "../grid/block";
import { FileError } from "./file-error";
import { DEFAULT_STYLE, type CellModel, type CellStyle, type SheetModel, type WorkbookModel } from "./model";

/** An .xls (Excel 97–2003) as a model: values, formulas, number formats, merges, widths, hidden rows and columns. */
export async function readXls(bytes: Uint8Array): Promise<WorkbookModel> {
  const book = parse(bytes);
  const styles = new StyleList();
  const sheets = book.SheetNames.flatMap((name, i): SheetModel[] => {
    const sheet = book.Sheets[name];
    // Chart and macro sheets have no cells of their own.
    if (!sheet || (sheet as { "!type"?: string })["!type"] !== undefined) return [];
    const state = book.Workbook?.Sheets?.[i]?.Hidden ?? 0;
    return [readSheet(sheet, name, state === 2 ? "veryHidden" : state === 1 ? "hidden" : "visible", styles)];
  });
  if (sheets.length === 0) throw new FileError("corrupt", ["没有工作表"]);
  return Promise.resolve({ sheets, styles: styles.all, names: [], date1904: book.Workbook?.WBProps?.date1904 ?? false });
}

function parse(bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, { type: "array", cellNF: true, cellStyles: true, cellText: false, cellHTML: false });
  } catch (error) {
    throw new FileError("oldExcel", [], String(error));
  }
}

/** Styles of an .xls differ in their number format only: the library tells no more. */
class StyleList {
  readonly all: CellStyle[] = [DEFAULT_STYLE];
  private readonly byFormat = new Map<string, number>([["General", 0]]);

  of(numberFormat: string): number {
    const known = this.byFormat.get(numberFormat);
    if (known !== undefined) return known;
    this.byFormat.set(numberFormat, this.all.length);
    return this.all.push({ ...DEFAULT_STYLE, numberFormat }) - 1;
  }
}

function readSheet(sheet: WorkSheet, name: string, visibility: SheetModel["visibility"], styles: StyleList): SheetModel {
  const cells: Record<number, Record<number, CellModel>> = {};
  for (const key of Object.keys(sheet)) {
    if (key.startsWith("!")) continue;
    const place = /^([A-Z]+)(\d+)$/.exec(key);
    if (!place) continue;
    const column = [...(place[1] ?? "")].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    const row = (cells[Number(place[2]) - 1] ??= {});
    row[column] = readCell(sheet[key] as CellObject, styles);
  }
  const rows = sheet["!rows"] ?? [];
  const columns = sheet["!cols"] ?? [];
  return {
    id: null, name, visibility, cells,
    isProtected: Boolean(sheet["!protect"]),
    merges: (sheet["!merges"] ?? []).map(area),
    columnWidths: numbered(columns, (one) => one?.width), rowHeights: numbered(rows, (one) => one?.hpt),
    defaultColumnWidth: 8.43, defaultRowHeight: 14.25,
    hiddenRows: hidden(rows), hiddenColumns: hidden(columns),
    frozenRows: 0, frozenColumns: 0, tables: [], conditionalFormats: [], tabColour: null, showGridLines: true,
  };
}

function readCell(cell: CellObject, styles: StyleList): CellModel {
  const style = typeof cell.z === "string" ? styles.of(cell.z) : 0;
  const value = cell.t === "e" ? cell.w ?? errorText(cell.v) : cell.t === "z" || cell.v === undefined ? null : cell.v instanceof Date ? cell.w ?? null : cell.v;
  return { value, ...(cell.f === undefined ? {} : { formula: `=${cell.f}` }), ...(style === 0 ? {} : { style }) };
}

const ERRORS: Readonly<Record<number, string>> = { 0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A", 43: "#GETTING_DATA" };

function errorText(code: unknown): string {
  return ERRORS[Number(code)] ?? "#N/A";
}

function area(range: Range): Area {
  return { row: range.s.r, column: range.s.c, rows: range.e.r - range.s.r + 1, columns: range.e.c - range.s.c + 1 };
}

function numbered<T>(list: readonly T[], value: (one: T | undefined) => number | undefined): Record<number, number> {
  const found: Record<number, number> = {};
  list.forEach((one, i) => {
    const size = value(one);
    if (size !== undefined) found[i] = size;
  });
  return found;
}

function hidden(list: readonly ({ hidden?: boolean } | undefined)[]): number[] {
  return list.flatMap((one, i) => (one?.hidden ? [i] : []));
}
