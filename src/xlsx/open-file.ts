import type { WorkbookModel } from "./model";

/** An opened workbook file: what it shows, and its bytes as they were, on which saving builds. */
export interface OpenedFile {
  readonly model: WorkbookModel;
  /** The package as it was (decrypted, if it had a password); `null` for an .xls, which is saved as a new .xlsx. */
  readonly original: Uint8Array | null;
  readonly kind: "xlsx" | "xlsm" | "xls";
  readonly name: string;
}

/**
 * Opens a workbook file (打开文件). What it is is told by its first bytes, never by its extension.
 * Throws a `FileError` only.
 */
export function openFile(bytes: Uint8Array, name: string, password?: string): Promise<OpenedFile> {
  return Promise.reject(new Error(`not yet: ${name} ${String(bytes.length)} ${String(password)}`));
}
