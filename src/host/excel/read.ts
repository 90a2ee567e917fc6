import type { Area, Cell, SheetBlock, SheetInfo, TableArea } from "../../grid/block";
import { HostError, STORE_SHEET, type Watch } from "../host";
import { heedCancel, MESSAGE_BYTES, run } from "./run";

const VISIBILITY = { Visible: "visible", Hidden: "hidden", VeryHidden: "veryHidden" } as const;

/** Cells of the first message, before their size is known: values and formulas together stay under the limit up to 70 bytes a cell. */
const FIRST_CELLS = 50_000;
/** Measured bytes are taken this much larger, because later rows may hold longer texts. */
const MARGIN = 1.2;

/** Every sheet but our store, with its used part. Two round trips whatever the number of sheets. */
export function listSheets(): Promise<readonly SheetInfo[]> {
  return run(async (context) => {
    const sheets = context.workbook.worksheets;
    sheets.load("items/name,items/visibility");
    await context.sync();
    const found = sheets.items.filter((sheet) => sheet.name !== STORE_SHEET).map((sheet) => {
      const used = sheet.getUsedRangeOrNullObject(true);
      used.load("rowIndex,columnIndex,rowCount,columnCount");
      const protection = sheet.protection;
      protection.load("protected");
      return { sheet, used, protection };
    });
    await context.sync();
    return found.map(({ sheet, used, protection }) => ({
      name: sheet.name,
      visibility: VISIBILITY[sheet.visibility],
      used: used.isNullObject ? null : areaOf(used),
      isProtected: protection.protected,
    }));
  });
}

export function areaOf(range: Excel.Range): Area {
  return { row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount };
}

/** One sheet while it is being read. */
interface Reading {
  readonly sheet: string;
  readonly area: Area | null;
  readonly values: Cell[][];
  readonly formulas: (string | null)[][];
  merges: readonly Area[];
  hiddenRows: readonly number[];
  hiddenColumns: readonly number[];
  tables: readonly TableArea[];
}

/** Rows of one sheet that go into one message. */
interface Strip {
  readonly reading: Reading;
  readonly from: number;
  readonly rows: number;
}

/** The used parts of sheets: where they are, then what is in them, row by row under the message limit. */
export async function readSheets(names: readonly string[], watch?: Watch): Promise<readonly SheetBlock[]> {
  heedCancel(watch);
  const readings = await measure(names);
  const total = readings.reduce((sum, { area }) => sum + (area?.rows ?? 0), 0);
  const report = (): void => watch?.onProgress?.({ done: readings.reduce((sum, { values }) => sum + values.length, 0), total });
  const full = readings.filter(({ area }) => area !== null);
  if (full.length > 0) await readOn(full, FIRST_CELLS, true, watch, report);
  return readings.map(({ sheet, area, ...content }) => ({ sheet, ...(area ?? { row: 0, column: 0, rows: 0, columns: 0 }), ...content }));
}

function measure(names: readonly string[]): Promise<readonly Reading[]> {
  return run(async (context) => {
    const found = names.map((name) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(name);
      sheet.load("name");
      const used = sheet.getUsedRangeOrNullObject(true);
      used.load("rowIndex,columnIndex,rowCount,columnCount");
      return { name, sheet, used };
    });
    await context.sync();
    return found.map(({ name, sheet, used }) => {
      if (sheet.isNullObject) throw new HostError("missingSheet", name);
      return { sheet: name, area: used.isNullObject ? null : areaOf(used), values: [], formulas: [], merges: [], hiddenRows: [], hiddenColumns: [], tables: [] };
    });
  });
}

/** Reads the next message's worth of rows, then the rest. A message that was still too large is asked for in halves. */
async function readOn(readings: readonly Reading[], cells: number, first: boolean, watch: Watch | undefined, report: () => void): Promise<void> {
  heedCancel(watch);
  const strips = nextStrips(readings, cells);
  let bytes: number;
  try {
    bytes = await readStrips(strips, first ? readings : []);
  } catch (error) {
    if (!(error instanceof HostError) || error.kind !== "tooLarge" || cells < 2) throw error;
    return readOn(readings, Math.floor(cells / 2), first, watch, report);
  }
  report();
  if (readings.every(({ area, values }) => values.length >= (area?.rows ?? 0))) return;
  const read = strips.reduce((sum, { reading, rows }) => sum + rows * (reading.area?.columns ?? 0), 0);
  return readOn(readings, Math.max(1, Math.floor(MESSAGE_BYTES / ((bytes / read) * MARGIN))), false, watch, report);
}

function nextStrips(readings: readonly Reading[], cells: number): readonly Strip[] {
  const strips: Strip[] = [];
  let room = cells;
  for (const reading of readings) {
    const { rows = 0, columns = 1 } = reading.area ?? {};
    const left = rows - reading.values.length;
    const fits = Math.min(left, Math.max(strips.length === 0 ? 1 : 0, Math.floor(room / columns)));
    if (left <= 0) continue;
    if (fits === 0) break;
    strips.push({ reading, from: reading.values.length, rows: fits });
    room -= fits * columns;
  }
  return strips;
}

/** One message; with the first also merged areas, hidden rows and columns and tables. Returns its rough size in bytes. */
function readStrips(strips: readonly Strip[], shapes: readonly Reading[]): Promise<number> {
  return run(async (context) => {
    const sheetOf = (reading: Reading): Excel.Worksheet => context.workbook.worksheets.getItem(reading.sheet);
    const ranges = strips.map(({ reading, from, rows }) => {
      const { row, column, columns } = reading.area ?? { row: 0, column: 0, columns: 1 };
      const range = sheetOf(reading).getRangeByIndexes(row + from, column, rows, columns);
      range.load("values,formulas");
      return range;
    });
    const asked = shapes.map((reading) => askShape(sheetOf(reading), reading));
    await context.sync();
    const tables = asked.map(({ tables: found }) => found.items.map((table) => ({ name: table.name, range: table.getRange().load("rowIndex,columnIndex,rowCount,columnCount") })));
    if (tables.some((list) => list.length > 0)) await context.sync();
    for (const [i, shape] of asked.entries()) keepShape(shape, tables[i] ?? []);
    const bytes = strips.map((strip, i) => keepCells(strip.reading, ranges[i]));
    for (const range of ranges) range.untrack();
    return bytes.reduce((sum, size) => sum + size, 0);
  });
}

interface Shape {
  readonly reading: Reading;
  readonly rows: OfficeExtension.ClientResult<Excel.RowProperties[]>;
  readonly columns: OfficeExtension.ClientResult<Excel.ColumnProperties[]>;
  readonly merged: Excel.RangeAreas;
  readonly tables: Excel.TableCollection;
}

function askShape(sheet: Excel.Worksheet, reading: Reading): Shape {
  const { row, column, rows, columns } = reading.area ?? { row: 0, column: 0, rows: 1, columns: 1 };
  const range = sheet.getRangeByIndexes(row, column, rows, columns);
  const merged = range.getMergedAreasOrNullObject();
  merged.load("areas/rowIndex,areas/columnIndex,areas/rowCount,areas/columnCount");
  const tables = sheet.tables;
  tables.load("items/name");
  return {
    reading,
    rows: range.getRowProperties({ rowHidden: true }),
    columns: range.getColumnProperties({ columnHidden: true }),
    merged,
    tables,
  };
}

function keepShape({ reading, rows, columns, merged }: Shape, tables: readonly { name: string; range: Excel.Range }[]): void {
  const { row = 0, column = 0 } = reading.area ?? {};
  reading.merges = merged.isNullObject ? [] : merged.areas.items.map(areaOf);
  reading.hiddenRows = rows.value.flatMap((properties, i) => (properties.rowHidden ? [row + i] : []));
  reading.hiddenColumns = columns.value.flatMap((properties, i) => (properties.columnHidden ? [column + i] : []));
  reading.tables = tables.map(({ name, range }) => ({ name, area: areaOf(range) }));
}

function keepCells(reading: Reading, range: Excel.Range | undefined): number {
  const values = (range?.values ?? []) as Cell[][];
  const formulas = (range?.formulas ?? []) as Cell[][];
  let bytes = 0;
  for (const [i, line] of values.entries()) {
    reading.values.push(line.map((value) => (value === "" ? null : value)));
    reading.formulas.push((formulas[i] ?? []).map((formula, j) => {
      bytes += sizeOf(formula) + sizeOf(line[j] ?? null);
      // A text that only looks like a formula is its own value.
      return typeof formula === "string" && formula.startsWith("=") && formula !== line[j] ? formula : null;
    }));
  }
  return bytes;
}

/** Bytes of a value in a message: Chinese takes three a character. */
export function sizeOf(value: Cell): number {
  return typeof value === "string" ? value.length * 3 + 3 : String(value).length + 1;
}
