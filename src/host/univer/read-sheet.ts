import { CellValueType, type ICellData, type IRange, type Nullable, type ObjectMatrix } from "@univerjs/presets";
import { FormulaDataModel, type FWorksheet } from "@univerjs/preset-sheets-core";
import type { Area, Cell, SheetBlock, SheetInfo } from "../../grid/block";
import { fromRange } from "./areas";
import type { GridSession } from "./grid";
import { sheetNotes } from "./notes";

type Cells = ObjectMatrix<Nullable<ICellData>>;

/** One cell's value as the host port knows it: a blank is null, a truth value is a truth value, text keeps its looks. */
export function cellValue(cell: Nullable<ICellData>): Cell {
  if (!cell) return null;
  const value = cell.v ?? richText(cell);
  if (value === null) return null;
  if (cell.t === CellValueType.BOOLEAN) return value === 1 || value === true || value === "TRUE";
  if (cell.t === CellValueType.NUMBER) return Number(value);
  if (cell.t === CellValueType.STRING || cell.t === CellValueType.FORCE_STRING) return emptyAsBlank(String(value), cell);
  return typeof value === "string" ? emptyAsBlank(value, cell) : value;
}

/** Text typed as nothing is a blank; a formula that gives "" is not. */
function emptyAsBlank(text: string, cell: ICellData): Cell {
  return text === "" && !hasFormula(cell) ? null : text;
}

function richText(cell: ICellData): string | null {
  const stream = cell.p?.body?.dataStream;
  return stream === undefined ? null : stream.replace(/\r\n$/, "").replace(/\r/g, "\n");
}

export function hasFormula(cell: Nullable<ICellData>): boolean {
  return Boolean(cell?.f) || Boolean(cell?.si);
}

/** Values that array formulas spill into other cells; the grid keeps them beside the sheet. */
export function spilledCells(session: GridSession, sheet: FWorksheet): Nullable<Cells> {
  const all = session.grid.injector.get(FormulaDataModel).getArrayFormulaCellData();
  const matrix = all[session.id]?.[sheet.getSheetId()];
  return matrix ? (new (sheet.getSheet().getCellMatrix().constructor as new (data: object) => Cells)(matrix)) : null;
}

/** Areas that array formulas of a sheet fill, their own cell first. */
export function spillAreas(session: GridSession, sheet: FWorksheet): Area[] {
  const all = session.grid.injector.get(FormulaDataModel).getArrayFormulaRange();
  const areas: Area[] = [];
  for (const row of Object.values(all[session.id]?.[sheet.getSheetId()] ?? {})) for (const range of Object.values(row as Record<number, Nullable<IRange>>)) if (range) areas.push(fromRange(range));
  return areas;
}

/** The used part of a sheet (已用区域): cells with a value or a formula, spilled values included. */
export function readSheet(session: GridSession, sheet: FWorksheet): SheetBlock {
  const matrix = sheet.getSheet().getCellMatrix();
  const spilled = spilledCells(session, sheet);
  const used = usedArea(matrix, spilled);
  const values = Array.from({ length: used.rows }, () => new Array<Cell>(used.columns).fill(null));
  const formulas = Array.from({ length: used.rows }, () => new Array<string | null>(used.columns).fill(null));
  const put = (row: number, column: number, cell: Nullable<ICellData>) => {
    const line = values[row - used.row];
    const at = column - used.column;
    if (line && at >= 0 && at < used.columns) line[at] = cellValue(cell);
  };
  spilled?.forValue((row, column, cell) => put(row, column, cell));
  matrix.forValue((row, column, cell) => {
    if (!isFilled(cell)) return;
    put(row, column, cell);
    const line = formulas[row - used.row];
    if (line && hasFormula(cell)) line[column - used.column] = formulaOf(session, sheet, row, column);
  });
  return { sheet: sheet.getSheetName(), ...used, values, formulas, ...surroundings(sheet) };
}

function surroundings(sheet: FWorksheet) {
  const { rowData, columnData, mergeData } = sheet.getSheet().getConfig();
  return { merges: mergeData.map(fromRange), hiddenRows: hiddenOnes(rowData), hiddenColumns: hiddenOnes(columnData), tables: sheetNotes(sheet).tables };
}

/** The formula of a cell with `=`; shared formulas are written out. */
export function formulaOf(session: GridSession, sheet: FWorksheet, row: number, column: number): string | null {
  return session.grid.injector.get(FormulaDataModel).getFormulaStringByCell(row, column, sheet.getSheetId(), session.id) ?? null;
}

export function isFilled(cell: Nullable<ICellData>): boolean {
  return hasFormula(cell) || cellValue(cell) !== null;
}

function usedArea(...matrices: readonly Nullable<Cells>[]): Area {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  for (const matrix of matrices)
    matrix?.forValue((row, column, cell) => {
      if (!isFilled(cell)) return;
      top = Math.min(top, row);
      bottom = Math.max(bottom, row);
      left = Math.min(left, column);
      right = Math.max(right, column);
    });
  return bottom < 0 ? { row: 0, column: 0, rows: 0, columns: 0 } : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

/** Indexes of hidden rows or columns; filtered rows are hidden too. */
export function hiddenOnes(lines: Readonly<Record<number, Nullable<{ hd?: number }>>>): number[] {
  return Object.keys(lines).map(Number).filter((index) => lines[index]?.hd === 1);
}

export function sheetInfo(session: GridSession, sheet: FWorksheet): SheetInfo {
  const used = usedArea(sheet.getSheet().getCellMatrix(), spilledCells(session, sheet));
  const notes = sheetNotes(sheet);
  const visibility = notes.veryHidden ? "veryHidden" : sheet.isSheetHidden() ? "hidden" : "visible";
  return { name: sheet.getSheetName(), visibility, used: used.rows === 0 ? null : used, isProtected: notes.isProtected };
}
