import type { Cell, SheetBlock } from "../grid/block";
import type { SheetModel, WorkbookModel } from "./model";

/** The used parts of a workbook's sheets (已用区域), for reading. Hidden sheets are included, very hidden ones are not. */
export function sheetBlocks(model: WorkbookModel): SheetBlock[] {
  return model.sheets.filter((sheet) => sheet.visibility !== "veryHidden").map(sheetBlock);
}

/** The used part of one sheet; an empty sheet has no rows. Cells that are only formatted do not count as used. */
export function sheetBlock(sheet: SheetModel): SheetBlock {
  const used = usedArea(sheet);
  const values: Cell[][] = [];
  const formulas: (string | null)[][] = [];
  for (let i = 0; i < used.rows; i++) {
    const cells = sheet.cells[used.row + i];
    const row = new Array<Cell>(used.columns).fill(null);
    const texts = new Array<string | null>(used.columns).fill(null);
    for (const key in cells) {
      const cell = cells[Number(key)];
      const at = Number(key) - used.column;
      if (!cell || at < 0 || at >= used.columns) continue;
      row[at] = cell.value;
      if (cell.formula !== undefined) texts[at] = cell.formula;
    }
    values.push(row);
    formulas.push(texts);
  }
  return { sheet: sheet.name, ...used, values, formulas, merges: sheet.merges, hiddenRows: sheet.hiddenRows, hiddenColumns: sheet.hiddenColumns, tables: sheet.tables };
}

function usedArea(sheet: SheetModel) {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  for (const rowKey in sheet.cells) {
    const cells = sheet.cells[Number(rowKey)];
    for (const key in cells) {
      const cell = cells[Number(key)];
      if (!cell || (cell.value === null && cell.formula === undefined)) continue;
      const [row, column] = [Number(rowKey), Number(key)];
      if (row < top) top = row;
      if (row > bottom) bottom = row;
      if (column < left) left = column;
      if (column > right) right = column;
    }
  }
  return bottom < 0 ? { row: 0, column: 0, rows: 0, columns: 0 } : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}
