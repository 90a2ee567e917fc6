import { BooleanNumber, type ICellData, type IStyleData, type IWorksheetData, type Nullable } from "@univerjs/presets";
import type { FWorksheet } from "@univerjs/preset-sheets-core";
import { STORE_SHEET } from "../host/host";
import { cellValue, formulaOf, fromRange, type GridSession, hasFormula, hiddenOnes, sheetNotes, sheetValidations, spillAreas, spilledCells, workbookNotes } from "../host/univer";
import { type CellModel, type CellStyle, DEFAULT_STYLE, type SheetModel, type WorkbookModel } from "../xlsx/model";
import { fileStyle } from "./cell-look";
import { fileFormats } from "./grid-formats";
import { heightInPoints, widthInCharacters } from "./measures";
import { sheetKey, styleKey } from "./to-grid";

/** The workbook as it is in the grid now (从表格取回), ready to be saved over the file it came from. */
export function fromGrid(session: GridSession, before: WorkbookModel): WorkbookModel {
  const looks = new Looks(session, before);
  const sheets = session.workbook.getSheets().map((sheet) => {
    const origin = before.sheets.find((_, index) => sheetKey(index) === sheet.getSheetId());
    return fileSheet(session, sheet, looks, origin ?? null);
  });
  const store = storeSheet(workbookNotes(session.workbook).store, before);
  return { ...before, sheets: store ? [...sheets, store] : sheets, styles: looks.styles };
}

/** Styles by their place in the file; looks given in the grid are added at the end. */
class Looks {
  readonly styles: CellStyle[];
  private readonly known = new Map<string, number>();

  constructor(private readonly session: GridSession, before: WorkbookModel) {
    this.styles = before.styles.length > 0 ? [...before.styles] : [DEFAULT_STYLE];
    this.styles.forEach((_, index) => this.known.set(styleKey(index), index));
  }

  indexOf(style: Nullable<IStyleData | string>): number | undefined {
    if (!style) return undefined;
    const key = typeof style === "string" ? style : JSON.stringify(style);
    const found = this.known.get(key);
    if (found !== undefined) return found;
    const data = typeof style === "string" ? this.session.workbook.getWorkbook().getStyles().get(style) : style;
    const index = data ? this.styles.push(fileStyle(data, this.styles[0])) - 1 : 0;
    this.known.set(key, index);
    return index;
  }
}

function fileSheet(session: GridSession, sheet: FWorksheet, looks: Looks, origin: SheetModel | null): SheetModel {
  const config = sheet.getSheet().getConfig();
  const notes = sheetNotes(sheet);
  return {
    id: origin?.id ?? null,
    name: sheet.getSheetName(),
    visibility: notes.veryHidden ? "veryHidden" : sheet.isSheetHidden() ? "hidden" : "visible",
    isProtected: notes.isProtected,
    cells: fileCells(session, sheet, looks),
    merges: config.mergeData.map(fromRange),
    hiddenRows: hiddenOnes(config.rowData),
    hiddenColumns: hiddenOnes(config.columnData),
    frozenRows: Math.max(0, config.freeze.ySplit),
    frozenColumns: Math.max(0, config.freeze.xSplit),
    tables: notes.tables,
    conditionalFormats: fileFormats(sheet.getConditionalFormattingRules(), origin?.conditionalFormats ?? []),
    tabColour: config.tabColor === "" ? null : config.tabColor,
    showGridLines: config.showGridlines === BooleanNumber.TRUE,
    ...(notes.page && { page: notes.page }),
    // The rules of a sheet of the file stay in the file.
    ...((notes.page || !origin) && { validations: sheetValidations(sheet), textHeights: textHeights(config) }),
    ...fileMeasures(config, origin),
  };
}

/** The grid sets its lines closer than Chinese fonts print. */
const PRINTED_LINE = 1.25;
/** Excel draws no higher row. */
const HIGHEST = 409;

/** Heights the grid found for rows with long texts, with room for printed lines; some programs do not look for them by themselves. */
function textHeights({ rowData, defaultRowHeight }: IWorksheetData): Record<number, number> {
  return sizesOf(rowData, ({ ah, ia }) => (ah === undefined || ah <= defaultRowHeight || ia === BooleanNumber.FALSE ? undefined : Math.min(HIGHEST, heightInPoints(ah * PRINTED_LINE, undefined))));
}

function sizesOf<T>(lines: Readonly<Record<number, Nullable<T>>>, size: (line: T, index: number) => number | undefined): Record<number, number> {
  return Object.fromEntries(Object.entries(lines).flatMap(([index, line]) => {
    const found = line ? size(line, Number(index)) : undefined;
    return found === undefined ? [] : [[Number(index), found]];
  }));
}

function fileMeasures(config: IWorksheetData, origin: SheetModel | null) {
  return {
    columnWidths: sizesOf(config.columnData, (line, index) => (line.w === undefined ? undefined : widthInCharacters(line.w, origin?.columnWidths[index]))),
    rowHeights: sizesOf(config.rowData, (line, index) => (line.h === undefined || line.ia === BooleanNumber.TRUE ? undefined : heightInPoints(line.h, origin?.rowHeights[index]))),
    defaultColumnWidth: widthInCharacters(config.defaultColumnWidth, origin?.defaultColumnWidth),
    defaultRowHeight: heightInPoints(config.defaultRowHeight, origin?.defaultRowHeight),
  };
}

function fileCells(session: GridSession, sheet: FWorksheet, looks: Looks): Record<number, Record<number, CellModel>> {
  const made: Record<number, Record<number, CellModel>> = {};
  sheet.getSheet().getCellMatrix().forValue((row, column, cell) => {
    const found = cell && fileCell(session, sheet, looks, cell, row, column);
    if (found) (made[row] ??= {})[column] = found;
  });
  addSpills(session, sheet, made);
  return made;
}

function fileCell(session: GridSession, sheet: FWorksheet, looks: Looks, cell: ICellData, row: number, column: number): CellModel | null {
  const value = cellValue(cell);
  const formula = hasFormula(cell) ? formulaOf(session, sheet, row, column) : null;
  const style = looks.indexOf(cell.s);
  if (value === null && formula === null && style === undefined) return null;
  return { value, ...(formula !== null && { formula }), ...(style !== undefined && { style }), ...(cell.custom?.["rich"] === true && { rich: true as const }) };
}

/** The first cell of a spill names its size, the others say that their value comes from it. */
function addSpills(session: GridSession, sheet: FWorksheet, made: Record<number, Record<number, CellModel>>): void {
  const values = spilledCells(session, sheet);
  for (const area of spillAreas(session, sheet)) {
    const dynamic = sheet.getSheet().getCellRaw(area.row, area.column)?.custom?.["entered"] !== true;
    for (let row = area.row; row < area.row + area.rows; row++)
      for (let column = area.column; column < area.column + area.columns; column++) {
        const line = (made[row] ??= {});
        const own = line[column] ?? { value: null };
        const isFirst = row === area.row && column === area.column;
        line[column] = isFirst ? { ...own, array: { rows: area.rows, columns: area.columns, dynamic } } : { ...own, value: cellValue(values?.getValue(row, column)), spilled: true };
      }
  }
}

/** The very hidden sheet of settings, one text a cell down its first column. */
function storeSheet(texts: readonly string[], before: WorkbookModel): SheetModel | null {
  const origin = before.sheets.find((sheet) => sheet.name === STORE_SHEET);
  if (texts.length === 0) return origin ? { ...origin, cells: {} } : null;
  return { ...(origin ?? EMPTY_STORE), cells: Object.fromEntries(texts.map((value, row) => [row, { 0: { value } }])) };
}

const EMPTY_STORE: SheetModel = {
  id: null, name: STORE_SHEET, visibility: "veryHidden", isProtected: false, cells: {}, merges: [], columnWidths: {}, rowHeights: {}, defaultColumnWidth: 8.43, defaultRowHeight: 15,
  hiddenRows: [], hiddenColumns: [], frozenRows: 0, frozenColumns: 0, tables: [], conditionalFormats: [], tabColour: null, showGridLines: true,
};
