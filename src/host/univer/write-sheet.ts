import { BooleanNumber, CellValueType, type ICellData, type IRange, type IRowData, type Nullable } from "@univerjs/presets";
import { AddWorksheetMergeMutation, type FWorksheet, RemoveWorksheetMergeMutation } from "@univerjs/preset-sheets-core";
import type { Area } from "../../grid/block";
import type { PageSetup, PlanCell, PlanValue, SheetPlan } from "../../workbook/sheet-plan";
import { printScale, repeatedColumns } from "../print-scale";
import { toRange } from "./areas";
import type { GridSession } from "./grid";
import { heightInPixels, LOOKS, widthInPixels } from "./look";
import { noteSheet } from "./notes";
import { hiddenOnes } from "./read-sheet";
import { addScales } from "./scales";
import { freeHeights, hideColumns, setHeights, setWidths } from "./sizes";
import { replaceValidations } from "./validations";

/** Text that a person retyping the cell would turn into a formula or a number; the grid keeps it as text by force. */
const LOOKS_LIKE_A_FORMULA = /^[=+\-@]/;

/** A value as the grid stores it. */
export function cellData(value: PlanValue): ICellData {
  if (value === null) return {};
  if (typeof value === "object") return { f: value.formula.startsWith("=") ? value.formula : `=${value.formula}` };
  if (typeof value === "number") return { v: value, t: CellValueType.NUMBER };
  if (typeof value === "boolean") return { v: value ? BooleanNumber.TRUE : BooleanNumber.FALSE, t: CellValueType.BOOLEAN };
  return { v: value, t: LOOKS_LIKE_A_FORMULA.test(value) ? CellValueType.FORCE_STRING : CellValueType.STRING };
}

const drawn = (cell: PlanCell): ICellData => ({ ...cellData(cell.value), s: LOOKS[cell.style] });

const MARGIN = { rows: 30, columns: 6 };

/** Writes a sheet of our own (表样): a new one at the end, or over the one written before. */
export function writeSheet(session: GridSession, plan: SheetPlan, existing: FWorksheet | null): void {
  const width = Math.max(plan.columnWidths.length, ...plan.rows.map((row) => row.length), 1);
  const sheet = existing ?? addSheet(session, plan, width);
  if (existing) wipe(session, sheet, plan.rows.length, width);
  const cells: Record<number, Record<number, ICellData>> = {};
  plan.rows.forEach((row, r) => row.forEach((cell, c) => cell && ((cells[r] ??= {})[c] = drawn(cell))));
  // Widths and merges first: the grid makes rows high enough for their text as soon as it is written.
  setWidths(session, sheet, Object.fromEntries(plan.columnWidths.map((characters, column) => [column, widthInPixels(characters)])));
  merge(session, sheet, plan.merges);
  if (plan.rows.length > 0) sheet.getRange(0, 0, plan.rows.length, width).setValues(cells);
  setHeights(session, sheet, Object.fromEntries(Object.entries(plan.rowHeights ?? {}).map(([row, height]) => [row, heightInPixels(height)])));
  hideColumns(session, sheet, plan.hiddenColumns ?? [], true);
  sheet.setFreeze({ xSplit: plan.frozenColumns, ySplit: plan.frozenRows, startRow: plan.frozenRows || -1, startColumn: plan.frozenColumns || -1 });
  addScales(sheet, plan.scales ?? []);
  replaceValidations(session, sheet, plan.validations ?? []);
  noteSheet(sheet, { page: pageNotes(plan) });
}

function pageNotes(plan: SheetPlan): PageSetup {
  const { landscape, printTitleRows, pageBreaks = [], columnBreaks = [], onePage = false, paper = "A4" } = plan;
  return { landscape, printTitleRows, printTitleColumns: repeatedColumns(plan), breaks: pageBreaks, columnBreaks, scale: printScale(plan), onePage, paper };
}

/** A new sheet is not brought to the front: the user stays where they are. */
function addSheet(session: GridSession, plan: SheetPlan, width: number): FWorksheet {
  const front = session.workbook.getActiveSheet();
  const size = { rowCount: plan.rows.length + MARGIN.rows, columnCount: width + MARGIN.columns };
  const sheet = session.workbook.insertSheet(plan.name, { sheet: size });
  session.workbook.setActiveSheet(front);
  return sheet;
}

/** Empties a sheet of ours, so that formulas of the user that refer to it stay whole. */
function wipe(session: GridSession, sheet: FWorksheet, rows: number, columns: number): void {
  if (sheet.getMaxRows() < rows + MARGIN.rows) sheet.setRowCount(rows + MARGIN.rows);
  if (sheet.getMaxColumns() < columns + MARGIN.columns) sheet.setColumnCount(columns + MARGIN.columns);
  part(session, sheet, sheet.getSheet().getConfig().mergeData);
  for (const rule of sheet.getConditionalFormattingRules()) sheet.deleteConditionalFormattingRule(rule.cfId);
  replaceValidations(session, sheet, []);
  const { rowData, columnData } = sheet.getSheet().getConfig();
  hideColumns(session, sheet, hiddenOnes(columnData), false);
  freeHeights(session, sheet, givenHeights(rowData));
  sheet.clear();
}

/** Rows whose height somebody gave them. */
function givenHeights(rows: Readonly<Record<number, Nullable<Partial<IRowData>>>>): readonly number[] {
  return Object.entries(rows).flatMap(([row, line]) => (line?.h !== undefined && line.ia === BooleanNumber.FALSE ? [Number(row)] : []));
}

/** The grid's own merge command answers later; this one is done when it returns. */
function merge(session: GridSession, sheet: FWorksheet, areas: readonly Area[]): void {
  change(session, sheet, areas.map(toRange), AddWorksheetMergeMutation.id, RemoveWorksheetMergeMutation.id);
}

/** Takes all merges apart at once. */
function part(session: GridSession, sheet: FWorksheet, merged: readonly IRange[]): void {
  change(session, sheet, merged, RemoveWorksheetMergeMutation.id, AddWorksheetMergeMutation.id);
}

function change(session: GridSession, sheet: FWorksheet, merged: readonly IRange[], id: string, undo: string): void {
  if (merged.length === 0) return;
  const params = { unitId: session.id, subUnitId: sheet.getSheetId(), ranges: merged.map((range) => ({ ...range })) };
  session.mutate({ id, params }, { id: undo, params });
}
