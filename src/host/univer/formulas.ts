import type { ICellData } from "@univerjs/presets";
import type { FWorksheet } from "@univerjs/preset-sheets-core";
import { place } from "../../grid/cell-name";
import type { Area } from "../../grid/block";
import { HostError } from "../host";
import type { GridSession } from "./grid";
import { formulaOf, isFilled, spilledCells } from "./read-sheet";
import { cellData } from "./write-sheet";

/** Where formulas go: one cell each, or with the whole area one of them spills over. */
function target(at: Area, formulas: readonly (readonly string[])[], spill?: { readonly rows: number; readonly columns: number }): Area {
  const columns = Math.max(1, ...formulas.map((row) => row.length));
  return { row: at.row, column: at.column, rows: Math.max(formulas.length, spill?.rows ?? 1), columns: Math.max(columns, spill?.columns ?? 1) };
}

/** Refuses when any cell that would be filled, or spilled over, holds something. */
export function requireEmpty(session: GridSession, sheet: FWorksheet, area: Area): void {
  const matrix = sheet.getSheet().getCellMatrix();
  const spilled = spilledCells(session, sheet);
  for (let row = area.row; row < area.row + area.rows; row++)
    for (let column = area.column; column < area.column + area.columns; column++)
      if (isFilled(matrix.getValue(row, column)) || spilled?.getValue(row, column) || sheet.getSheet().getMergedCell(row, column))
        throw new HostError("occupied", place(sheet.getSheetName(), row, column));
}

/** Writes formulas into cells that are empty, growing the sheet where it ends too soon. */
export function insertFormulas(session: GridSession, sheet: FWorksheet, at: Area, formulas: readonly (readonly string[])[], spill?: { readonly rows: number; readonly columns: number }): void {
  const area = target(at, formulas, spill);
  requireEmpty(session, sheet, area);
  session.write(() => {
    if (sheet.getMaxRows() < area.row + area.rows) sheet.setRowCount(area.row + area.rows);
    if (sheet.getMaxColumns() < area.column + area.columns) sheet.setColumnCount(area.column + area.columns);
    const cells: Record<number, Record<number, ICellData>> = {};
    formulas.forEach((row, r) => row.forEach((formula, c) => ((cells[at.row + r] ??= {})[at.column + c] = cellData({ formula }))));
    sheet.getRange(at.row, at.column, formulas.length, Math.max(1, ...formulas.map((row) => row.length))).setValues(cells);
  });
}

/** Empties the cells that still hold exactly these formulas; a cell the user changed since stays. */
export function takeBackFormulas(session: GridSession, sheet: FWorksheet, at: Area, formulas: readonly (readonly string[])[]): void {
  session.write(() => {
    formulas.forEach((row, r) =>
      row.forEach((formula, c) => {
        const found = formulaOf(session, sheet, at.row + r, at.column + c);
        if (found !== null && plain(found) === plain(formula)) sheet.getRange(at.row + r, at.column + c).clearContent();
      }),
    );
  });
}

const plain = (formula: string) => formula.replace(/^=/, "").trim();
