import type { StructureEdit, WorkbookModel } from "./model";
import type { OpenedFile } from "./open-file";

/**
 * Saves a workbook (保存文件): the opened file's own bytes with the differences between what was opened and `changed` written in;
 * `null` makes a new .xlsx. `edits` are the rows and columns that came or went since it was opened, in order.
 */
export function saveFile(opened: OpenedFile | null, changed: WorkbookModel, edits: readonly StructureEdit[] = []): Promise<Uint8Array> {
  return Promise.reject(new Error(`not yet: ${String(opened?.name)} ${String(changed.sheets.length)} ${String(edits.length)}`));
}
