import { HostError, STORE_SHEET } from "../host";
import type { OwnWork } from "./own-work";
import { cellStrokes } from "./paint";
import { sizeOf } from "./read";
import { MESSAGE_BYTES, run } from "./run";
import { putSheets } from "./write";

/** The texts of the store, one a cell from A1 down; none when the workbook has no store yet. */
export function loadStore(): Promise<readonly string[]> {
  return run(async (context) => {
    const used = context.workbook.worksheets.getItemOrNullObject(STORE_SHEET).getUsedRangeOrNullObject(true);
    used.load("values");
    await context.sync();
    return used.isNullObject ? [] : (used.values as (string | number)[][]).map(([text = ""]) => String(text));
  });
}

/**
 * Replaces the texts. They are entered in one go, which Excel does whole or not at all; a store that is new or too large
 * for one message is put in place as a sheet of its own.
 */
export async function saveStore(own: OwnWork, texts: readonly string[]): Promise<void> {
  const bytes = texts.reduce((sum, text) => sum + sizeOf(text), 0);
  if (bytes > MESSAGE_BYTES || !(await overwrite(texts))) {
    const rows = texts.map((value) => [{ value, style: "text" as const }]);
    const strokes = rows.flatMap((row, i) => cellStrokes([row], i));
    await putSheets(own, [{ name: STORE_SHEET, strokes, isVeryHidden: true }], [STORE_SHEET]);
  }
}

/** False when there is no store to overwrite. */
function overwrite(texts: readonly string[]): Promise<boolean> {
  return run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(STORE_SHEET);
    sheet.load("name,protection/protected");
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load("rowIndex,rowCount");
    await context.sync();
    if (sheet.isNullObject) return false;
    if (sheet.protection.protected) throw new HostError("protectedSheet", STORE_SHEET);
    const rows = Math.max(texts.length, used.isNullObject ? 0 : used.rowIndex + used.rowCount, 1);
    const range = sheet.getRangeByIndexes(0, 0, rows, 1);
    // One call, so that it happens whole or not at all; the apostrophe says that text follows and is taken away.
    range.values = Array.from({ length: rows }, (_, i) => [i < texts.length ? `'${texts[i] ?? ""}` : ""]);
    await context.sync();
    return true;
  });
}
