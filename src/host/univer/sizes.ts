import { BooleanNumber, type IRange } from "@univerjs/presets";
import {
  type FWorksheet, SetColHiddenMutation, SetColVisibleMutation, SetWorksheetColWidthMutation, SetWorksheetColWidthMutationFactory, SetWorksheetRowHeightMutation, SetWorksheetRowHeightMutationFactory,
  SetWorksheetRowIsAutoHeightMutation, SetWorksheetRowIsAutoHeightMutationFactory,
} from "@univerjs/preset-sheets-core";
import type { GridSession } from "./grid";

/** Sizes by row or column, in pixels. */
export type Sizes = Readonly<Record<number, number>>;

// All at once: the grid draws itself anew after every command, and a report has a thousand rows.

/** Gives columns their widths. */
export function setWidths(session: GridSession, sheet: FWorksheet, widths: Sizes): void {
  const columns = indexes(widths);
  if (columns.length === 0) return;
  const params = { ...placeOf(session, sheet), ranges: columnRanges(sheet, columns), colWidth: { ...widths } };
  session.mutate({ id: SetWorksheetColWidthMutation.id, params }, { id: SetWorksheetColWidthMutation.id, params: SetWorksheetColWidthMutationFactory(params, sheet.getSheet()) });
}

/** Hides columns, or shows them again; the grid's own command goes to their sheet. */
export function hideColumns(session: GridSession, sheet: FWorksheet, columns: readonly number[], isHidden: boolean): void {
  if (columns.length === 0) return;
  const params = { ...placeOf(session, sheet), ranges: columnRanges(sheet, columns) };
  const [hide, show] = [{ id: SetColHiddenMutation.id, params }, { id: SetColVisibleMutation.id, params }];
  if (isHidden) session.mutate(hide, show);
  else session.mutate(show, hide);
}

/** Gives rows their heights, whatever their text needs. */
export function setHeights(session: GridSession, sheet: FWorksheet, heights: Sizes): void {
  const rows = indexes(heights);
  if (rows.length === 0) return;
  const params = { ...placeOf(session, sheet), ranges: rowRanges(sheet, rows), rowHeight: { ...heights } };
  session.mutate({ id: SetWorksheetRowHeightMutation.id, params }, { id: SetWorksheetRowHeightMutation.id, params: SetWorksheetRowHeightMutationFactory(params, sheet.getSheet()) });
  setAuto(session, sheet, rows, BooleanNumber.FALSE);
}

/** Lets rows be as high as their text needs again. */
export function freeHeights(session: GridSession, sheet: FWorksheet, rows: readonly number[]): void {
  if (rows.length > 0) setAuto(session, sheet, rows, BooleanNumber.TRUE);
}

function setAuto(session: GridSession, sheet: FWorksheet, rows: readonly number[], autoHeightInfo: BooleanNumber): void {
  const params = { ...placeOf(session, sheet), ranges: rowRanges(sheet, rows), autoHeightInfo };
  session.mutate({ id: SetWorksheetRowIsAutoHeightMutation.id, params }, { id: SetWorksheetRowIsAutoHeightMutation.id, params: SetWorksheetRowIsAutoHeightMutationFactory(params, sheet.getSheet()) });
}

function placeOf(session: GridSession, sheet: FWorksheet): { readonly unitId: string; readonly subUnitId: string } {
  return { unitId: session.id, subUnitId: sheet.getSheetId() };
}

function columnRanges(sheet: FWorksheet, columns: readonly number[]): IRange[] {
  return columns.map((column) => ({ startRow: 0, endRow: sheet.getMaxRows() - 1, startColumn: column, endColumn: column }));
}

function rowRanges(sheet: FWorksheet, rows: readonly number[]): IRange[] {
  return rows.map((row) => ({ startRow: row, endRow: row, startColumn: 0, endColumn: sheet.getMaxColumns() - 1 }));
}

function indexes(sizes: Sizes): number[] {
  return Object.keys(sizes).map(Number);
}
