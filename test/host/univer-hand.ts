import { BooleanNumber, CellValueType, type ICellData, type IColorStyle, type Nullable } from "@univerjs/presets";
import type { FWorkbook, FWorksheet } from "@univerjs/preset-sheets-core";
import { CFRuleType, CFSubRuleType } from "@univerjs/preset-sheets-conditional-formatting";
import type { Area, Cell } from "../../src/grid/block";
import { STORE_SHEET } from "../../src/host/host";
import { cellValue, formulaOf, fromRange, type GridSession, hiddenOnes, noteSheet, noteWorkbook, sheetNotes, sheetValidations, spilledCells, toRange, workbookNotes } from "../../src/host/univer";
import { hexColour } from "../../src/workbench/cell-look";
import type { ColourScale, ValidationPlan } from "../../src/workbook/sheet-plan";
import type { FoundFormat, FoundLook, FoundValidation, Hand } from "./hand";

type Visibility = "visible" | "hidden" | "veryHidden";

/** What a person does and sees at the page's own spreadsheet. */
export function univerHand(session: GridSession): Hand {
  const { workbook } = session;
  const at = (name: string) => sheetNamed(workbook, name);
  return {
    addSheet: (name) => done(() => workbook.insertSheet(name)),
    renameSheet: (name, to) => done(() => at(name).setName(to)),
    deleteSheet: (name) => done(() => (name === STORE_SHEET ? noteWorkbook(workbook, { store: [] }) : workbook.deleteSheet(at(name)))),
    setVisibility: (name, visibility) => done(() => {
      noteSheet(at(name), { veryHidden: visibility === "veryHidden" });
      if (visibility === "visible") at(name).showSheet();
      else at(name).hideSheet();
    }),
    sheetNames: () => seen(() => [...workbook.getSheets().map((sheet) => sheet.getSheetName()), ...(hasStore(workbook) ? [STORE_SHEET] : [])]),
    visibility: (name) => seen((): Visibility => {
      if (name === STORE_SHEET && hasStore(workbook)) return "veryHidden";
      return sheetNotes(at(name)).veryHidden ? "veryHidden" : at(name).isSheetHidden() ? "hidden" : "visible";
    }),
    put: async (sheet, row, column, rows) => {
      put(at(sheet), row, column, rows);
      await session.calculated();
    },
    values: (sheet, area) => seen(() => (sheet === STORE_SHEET ? storeCells(workbook, area) : grid(area, (row, column) => valueAt(session, at(sheet), row, column)))),
    formulas: (sheet, area) => seen(() => grid(area, (row, column) => formulaOf(session, at(sheet), row, column))),
    look: (sheet, row, column) => seen(() => look(at(sheet), row, column)),
    merge: (sheet, area) => done(() => at(sheet).getRange(toRange(area)).merge()),
    merges: (sheet) => seen(() => at(sheet).getMergedRanges().map((range) => fromRange(range.getRange()))),
    hideRows: (sheet, first, count) => done(() => at(sheet).hideRows(first, count)),
    hideColumns: (sheet, first, count) => done(() => at(sheet).hideColumns(first, count)),
    insertRows: (sheet, before, count) => done(() => at(sheet).insertRows(before, count)),
    frozen: (sheet) => seen(() => ({ rows: at(sheet).getFrozenRows(), columns: at(sheet).getFrozenColumns() })),
    select: (sheet, area) => done(() => {
      workbook.setActiveSheet(at(sheet));
      at(sheet).getRange(toRange(area)).activate();
    }),
    addFormat: (sheet, area, formula) => done(() => {
      const rule = at(sheet).newConditionalFormattingRule().whenFormulaSatisfied(formula.startsWith("=") ? formula : `=${formula}`);
      at(sheet).addConditionalFormattingRule(rule.setBackground("#FF0000").setRanges([toRange(area)]).build());
    }),
    formats: (sheet) => seen(() => formats(at(sheet))),
    validations: (sheet) => seen(() => sheetValidations(at(sheet)).map(foundValidation)),
    scales: (sheet) => seen(() => scales(at(sheet))),
    charts: () => Promise.resolve([]),
    rowHeight: (sheet, row) => seen(() => (at(sheet).getRowHeight(row) * 3) / 4),
    hiddenColumns: (sheet) => seen(() => hiddenOnes(at(sheet).getSheet().getConfig().columnData)),
    printing: (sheet) => seen(() => {
      const { scale = null, breaks: rows = [], columnBreaks: columns = [], printTitleColumns: repeated = 0 } = sheetNotes(at(sheet)).page ?? {};
      return { scale, rows, columns, repeated };
    }),
    copyRow: () => Promise.reject(new Error("not a skill of this program")),
    protectSheet: (sheet) => done(() => noteSheet(at(sheet), { isProtected: true })),
    protectWorkbook: () => done(() => noteWorkbook(workbook, { isProtected: true })),
    addTable: (sheet, name, area) => done(() => noteSheet(at(sheet), { tables: [...sheetNotes(at(sheet)).tables, { name, area }] })),
  };
}

const seen = <T>(look: () => T): Promise<T> => Promise.resolve().then(look);
const done = (act: () => unknown): Promise<void> => seen(() => void act());
const storeCells = (workbook: FWorkbook, area: Area) => grid(area, (row, column) => (column === 0 ? (workbookNotes(workbook).store[row] ?? null) : null));
const hasStore = (workbook: FWorkbook) => workbookNotes(workbook).store.length > 0;

function sheetNamed(workbook: FWorkbook, name: string): FWorksheet {
  const sheet = workbook.getSheetByName(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

function grid<T>(area: Area, cell: (row: number, column: number) => T): T[][] {
  return Array.from({ length: area.rows }, (_, r) => Array.from({ length: area.columns }, (__, c) => cell(area.row + r, area.column + c)));
}

function valueAt(session: GridSession, sheet: FWorksheet, row: number, column: number): Cell {
  const own = cellValue(sheet.getSheet().getCellRaw(row, column));
  return own ?? cellValue(spilledCells(session, sheet)?.getValue(row, column));
}

/** As typed: a text that begins with a quote is the text after it. */
function put(sheet: FWorksheet, row: number, column: number, rows: readonly (readonly Cell[])[]): void {
  const columns = Math.max(1, ...rows.map((line) => line.length));
  if (sheet.getMaxRows() < row + rows.length) sheet.setRowCount(row + rows.length);
  if (sheet.getMaxColumns() < column + columns) sheet.setColumnCount(column + columns);
  const made: Record<number, Record<number, ICellData>> = {};
  rows.forEach((line, r) => line.forEach((value, c) => value !== null && ((made[row + r] ??= {})[column + c] = typed(value))));
  sheet.getRange(row, column, rows.length, columns).setValues(made);
}

function typed(value: string | number | boolean): ICellData {
  if (typeof value !== "string") return { v: typeof value === "boolean" ? Number(value) : value, t: typeof value === "boolean" ? CellValueType.BOOLEAN : CellValueType.NUMBER };
  if (value.startsWith("'")) return { v: value.slice(1), t: CellValueType.FORCE_STRING };
  return value.startsWith("=") ? { f: value } : { v: value, t: CellValueType.STRING };
}

function look(sheet: FWorksheet, row: number, column: number): FoundLook {
  const style = sheet.getRange(row, column).getCellStyleData();
  return { bold: style?.bl === BooleanNumber.TRUE, fill: hexColour(style?.bg?.rgb), numberFormat: style?.n?.pattern ?? "General" };
}

function foundValidation({ area, rule, note, refusal }: ValidationPlan): FoundValidation {
  return { area, ...rule, title: note?.title ?? null, text: note?.text ?? null, refusal };
}

function scales(sheet: FWorksheet): ColourScale[] {
  return sheet.getConditionalFormattingRules().flatMap(({ ranges: [range], rule }): ColourScale[] => {
    if (!range || rule.type !== CFRuleType.colorScale) return [];
    const stops = rule.config.map(({ color, value }) => ({ at: Number(value.value), colour: color }));
    return [{ area: fromRange(range), stops: stops as unknown as ColourScale["stops"] }];
  });
}

function formats(sheet: FWorksheet): FoundFormat[] {
  return sheet.getConditionalFormattingRules().flatMap(({ ranges, rule }): FoundFormat[] => {
    if (rule.type !== CFRuleType.highlightCell || rule.subType !== CFSubRuleType.formula) return [];
    const colour = (found: Nullable<IColorStyle>) => hexColour(found?.rgb);
    return [{ areas: ranges.map(fromRange), formula: rule.value, fill: colour(rule.style.bg), text: colour(rule.style.cl) }];
  });
}
