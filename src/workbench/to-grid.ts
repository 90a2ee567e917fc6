import { BooleanNumber, CellValueType, type ICellData, type IStyleData, type IWorkbookData, type IWorksheetData, LocaleType } from "@univerjs/presets";
import { isErrorValue } from "../grid/block";
import { STORE_SHEET } from "../host/host";
import { gridValidation, type SheetNotes, toRange, type WorkbookNotes } from "../host/univer";
import type { CellModel, SheetModel, WorkbookModel } from "../xlsx/model";
import { gridStyle } from "./cell-look";
import { gridFormats } from "./grid-formats";
import { heightInPixels, widthInPixels } from "./measures";

const ROOM = { rows: 60, columns: 8, leastRows: 100, leastColumns: 26 };
const HEADERS = { rowHeader: { width: 46 }, columnHeader: { height: 22 } };

/** The id of a sheet that came with the file; a copy made in the grid gets another. */
export const sheetKey = (index: number) => `file-${String(index)}`;
export const styleKey = (index: number) => `s${String(index)}`;

/** A workbook as the grid shows it (打开到表格). The very hidden sheet of settings goes into the workbook's own notes. */
export function toGrid(model: WorkbookModel, id: string, name: string): IWorkbookData {
  const shown = model.sheets.map((sheet, index) => ({ sheet, key: sheetKey(index) })).filter(({ sheet }) => sheet.name !== STORE_SHEET);
  const store = model.sheets.find((sheet) => sheet.name === STORE_SHEET);
  const notes: WorkbookNotes = { store: store ? storeTexts(store) : [], isProtected: false };
  const styles = Object.fromEntries(model.styles.map((style, index): [string, IStyleData] => [styleKey(index), gridStyle(style)]));
  return {
    id,
    name,
    appVersion: "0.25.1",
    locale: LocaleType.ZH_CN,
    styles,
    defaultStyle: styles[styleKey(0)] ?? null,
    sheetOrder: shown.map(({ key }) => key),
    sheets: Object.fromEntries(shown.map(({ sheet, key }) => [key, gridSheet(sheet, key)])),
    resources: [
      { name: "SHEET_CONDITIONAL_FORMATTING_PLUGIN", data: JSON.stringify(Object.fromEntries(shown.map(({ sheet, key }) => [key, gridFormats(sheet.conditionalFormats)]))) },
      { name: "SHEET_DATA_VALIDATION_PLUGIN", data: JSON.stringify(Object.fromEntries(shown.map(({ sheet, key }) => [key, (sheet.validations ?? []).map((plan, index) => gridValidation(plan, `${key}-${String(index)}`))]))) },
      { name: "SHEET_DEFINED_NAME_PLUGIN", data: JSON.stringify(definedNames(model, shown)) },
    ],
    custom: notes,
  };
}

function storeTexts(sheet: SheetModel): string[] {
  return Object.values(sheet.cells).flatMap((row) => Object.values(row).map((cell) => cell.value)).filter((value) => typeof value === "string");
}

function definedNames(model: WorkbookModel, shown: readonly { readonly sheet: SheetModel; readonly key: string }[]) {
  const all = model.names.map((name, index) => {
    const id = `name-${String(index)}`;
    const home = name.sheet === null ? undefined : shown.find(({ sheet }) => sheet.name === name.sheet)?.key;
    return [id, { id, name: name.name, formulaOrRefString: name.formula, ...(home !== undefined && { localSheetId: home }) }];
  });
  return Object.fromEntries(all) as Record<string, object>;
}

function gridSheet(sheet: SheetModel, id: string): Partial<IWorksheetData> {
  const notes: SheetNotes = { veryHidden: sheet.visibility === "veryHidden", isProtected: sheet.isProtected, tables: sheet.tables, page: sheet.page ?? null };
  const extent = gridExtent(sheet);
  return {
    id,
    name: sheet.name,
    tabColor: sheet.tabColour ?? "",
    hidden: sheet.visibility === "visible" ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    rowCount: Math.max(extent.rows + ROOM.rows, ROOM.leastRows),
    columnCount: Math.max(extent.columns + ROOM.columns, ROOM.leastColumns),
    defaultColumnWidth: widthInPixels(sheet.defaultColumnWidth),
    defaultRowHeight: heightInPixels(sheet.defaultRowHeight),
    freeze: { xSplit: sheet.frozenColumns, ySplit: sheet.frozenRows, startRow: sheet.frozenRows || -1, startColumn: sheet.frozenColumns || -1 },
    mergeData: sheet.merges.map(toRange),
    cellData: gridCells(sheet),
    rowData: lines(sheet.rowHeights, sheet.hiddenRows, (height) => ({ h: heightInPixels(height), ia: BooleanNumber.FALSE })),
    columnData: lines(sheet.columnWidths, sheet.hiddenColumns, (width) => ({ w: widthInPixels(width) })),
    showGridlines: sheet.showGridLines ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    custom: notes,
    ...HEADERS,
  };
}

function lines<T extends object>(sizes: Readonly<Record<number, number>>, hidden: readonly number[], line: (size: number) => T): Record<number, T & { hd?: BooleanNumber }> {
  const made: Record<number, T & { hd?: BooleanNumber }> = {};
  for (const [index, size] of Object.entries(sizes)) made[Number(index)] = line(size);
  for (const index of hidden) made[index] = { ...(made[index] ?? ({} as T)), hd: BooleanNumber.TRUE };
  return made;
}

function gridExtent(sheet: SheetModel): { rows: number; columns: number } {
  let [rows, columns] = [0, 0];
  for (const row in sheet.cells) {
    rows = Math.max(rows, Number(row) + 1);
    for (const column in sheet.cells[row]) columns = Math.max(columns, Number(column) + 1);
  }
  for (const area of sheet.merges) {
    rows = Math.max(rows, area.row + area.rows);
    columns = Math.max(columns, area.column + area.columns);
  }
  return { rows, columns };
}

function gridCells(sheet: SheetModel): Record<number, Record<number, ICellData>> {
  const made: Record<number, Record<number, ICellData>> = {};
  for (const [rowKey, cells] of Object.entries(sheet.cells)) {
    const row: Record<number, ICellData> = (made[Number(rowKey)] = {});
    for (const [columnKey, cell] of Object.entries(cells)) row[Number(columnKey)] = gridCell(cell);
  }
  return made;
}

const OUR_FORMULA = /\bYJJH\./i;

/** A spilled value is left out, for the grid spills by itself; a formula without a value is calculated at once. */
function gridCell(cell: CellModel): ICellData {
  const made: ICellData = {};
  if (cell.style !== undefined) made.s = styleKey(cell.style);
  if (cell.spilled) return made;
  if (cell.formula !== undefined) made.f = cell.formula;
  const stale = cell.array !== undefined || (cell.formula !== undefined && isErrorValue(cell.value) && OUR_FORMULA.test(cell.formula));
  if (!stale && cell.value !== null) Object.assign(made, gridValue(cell.value));
  if (cell.rich || cell.array?.dynamic === false) made.custom = { ...(cell.rich && { rich: true }), ...(cell.array?.dynamic === false && { entered: true }) };
  return made;
}

/** Text from a file is text, also when it reads as a number or a formula. */
function gridValue(value: string | number | boolean): ICellData {
  if (typeof value === "number") return { v: value, t: CellValueType.NUMBER };
  if (typeof value === "boolean") return { v: value ? BooleanNumber.TRUE : BooleanNumber.FALSE, t: CellValueType.BOOLEAN };
  return { v: value, t: /^[=+\-@]/.test(value) ? CellValueType.FORCE_STRING : CellValueType.STRING };
}
