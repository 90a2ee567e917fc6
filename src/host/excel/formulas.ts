import { place } from "../../grid/cell-name";
import type { Area } from "../../grid/block";
import { HostError, type Selection } from "../host";
import { addresses } from "./paint";
import { areaOf } from "./read";
import { run, runPatiently } from "./run";

type Formulas = readonly (readonly string[])[];

/** Writes formulas where nothing is in the way: the cells themselves and, for one that spills, the cells it will fill. */
export async function insertFormulas(at: Selection, formulas: Formulas, spill?: { readonly rows: number; readonly columns: number }): Promise<void> {
  const rows = formulas.length;
  const columns = formulas[0]?.length ?? 0;
  if (rows === 0 || columns === 0) return;
  let formats: unknown[][] | null = null;
  try {
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(at.sheet);
      const whole = askWhatIsThere(sheet, { ...at, rows: Math.max(rows, spill?.rows ?? 1), columns: Math.max(columns, spill?.columns ?? 1) });
      const target = sheet.getRangeByIndexes(at.row, at.column, rows, columns);
      target.load("numberFormat");
      await context.sync();
      mustBeFree(at, whole);
      formats = target.numberFormat as unknown[][];
      // In a cell formatted as text a formula would stay text.
      target.numberFormat = formats.map((line) => line.map((format) => (format === "@" ? "General" : format)));
      target.formulas = formulas.map((line) => [...line]);
      await context.sync();
    }, at.sheet);
  } catch (error) {
    if (formats !== null) await empty(at, rows, columns, formats);
    throw error;
  }
}

/** What a place for formulas holds, asked for in the next round trip. */
interface There {
  readonly range: Excel.Range;
  readonly merged: Excel.RangeAreas;
  readonly protection: Excel.WorksheetProtection;
}

function askWhatIsThere(sheet: Excel.Worksheet, area: Area): There {
  const range = sheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns);
  range.load("formulas");
  const merged = range.getMergedAreasOrNullObject();
  merged.load("address");
  return { range, merged, protection: sheet.protection.load("protected") };
}

function mustBeFree(at: Selection, { range, merged, protection }: There): void {
  if (protection.protected) throw new HostError("protectedSheet", at.sheet);
  for (const [i, line] of (range.formulas as unknown[][]).entries()) {
    const column = line.findIndex((cell) => cell !== "");
    if (column >= 0) throw new HostError("occupied", place(at.sheet, at.row + i, at.column + column));
  }
  if (!merged.isNullObject) throw new HostError("occupied", at.sheet, `merged: ${merged.address}`);
}

/** Makes cells that were empty before a failure empty again. */
async function empty(at: Selection, rows: number, columns: number, formats: unknown[][]): Promise<void> {
  await runPatiently(async (context) => {
    const target = context.workbook.worksheets.getItem(at.sheet).getRangeByIndexes(at.row, at.column, rows, columns);
    target.clear("Contents");
    target.numberFormat = formats;
    await context.sync();
  });
}

/** Empties the cells that still hold these formulas; a cell that somebody changed is left as it is. */
export async function takeBackFormulas(at: Selection, formulas: Formulas): Promise<void> {
  const rows = formulas.length;
  const columns = formulas[0]?.length ?? 0;
  if (rows === 0 || columns === 0) return;
  await run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(at.sheet);
    const { range, protection } = askWhatIsThere(sheet, { ...at, rows, columns });
    await context.sync();
    const held = range.formulas as unknown[][];
    const ours = formulas.flatMap((line, i) => line.flatMap((formula, j) => (isSame(held[i]?.[j], formula) ? [{ row: at.row + i, column: at.column + j, rows: 1, columns: 1 }] : [])));
    if (ours.length === 0) return;
    if (protection.protected) throw new HostError("protectedSheet", at.sheet);
    for (const address of addresses(ours)) sheet.getRanges(address).clear("Contents");
    await context.sync();
  }, at.sheet);
}

/** Excel writes a formula back with other spaces, case or an added `@`. */
function isSame(held: unknown, formula: string): boolean {
  const plain = (text: string): string => text.replace(/[\s@]/g, "").toUpperCase();
  return typeof held === "string" && held !== "" && plain(held) === plain(formula);
}

/** What is selected: the first area of several; the active cell when a chart or picture is selected. */
export async function selection(): Promise<Selection> {
  try {
    return await run(async (context) => {
      const first = context.workbook.getSelectedRanges().areas.getItemAt(0);
      return readPlace(context, first);
    });
  } catch (error) {
    if (error instanceof HostError && error.detail.startsWith("InvalidSelection")) return run((context) => readPlace(context, context.workbook.getActiveCell()));
    throw error;
  }
}

async function readPlace(context: Excel.RequestContext, range: Excel.Range): Promise<Selection> {
  range.load("rowIndex,columnIndex,rowCount,columnCount");
  const sheet = range.worksheet;
  sheet.load("name");
  await context.sync();
  return { sheet: sheet.name, ...areaOf(range) };
}

/** Brings a sheet to the front and selects cells on it. A hidden sheet is not shown for that. */
export async function select(sheet: string, area: Area): Promise<void> {
  await run(async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet);
    worksheet.load("visibility");
    await context.sync();
    if (worksheet.visibility !== "Visible") throw new HostError("hiddenSheet", sheet);
    worksheet.activate();
    worksheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns).select();
    await context.sync();
  }, sheet);
}
