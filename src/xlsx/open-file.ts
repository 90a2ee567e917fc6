import { inSlices, type Pace } from "../engine";
import { FileError } from "./file-error";
import type { WorkbookModel } from "./model";
import { Package } from "./package";
import { readWorkbook } from "./read-workbook";
import { sniff } from "./sniff";
import { megabytes } from "./zip";

/** An opened workbook file: what it shows, and its bytes as they were, on which saving builds. */
export interface OpenedFile {
  readonly model: WorkbookModel;
  /** The package as it was (decrypted, if it had a password); `null` for an .xls, which is saved as a new .xlsx. */
  readonly original: Uint8Array | null;
  readonly kind: "xlsx" | "xlsm" | "xls";
  readonly name: string;
}

/** Files of this size and above are not opened. */
export const MAX_FILE = 50 * 1024 * 1024;

/** Breaths while a large file is opened, and how far it is, from 0 to 1. */
export interface OpeningPace extends Pace {
  readonly onProgress: (part: number) => void;
}

const AT_ONCE: OpeningPace = { now: () => 0, breathe: () => Promise.resolve(), onProgress: () => undefined };

/**
 * Opens a workbook file (打开文件). What it is is told by its first bytes, never by its extension.
 * Throws a `FileError` only.
 */
export async function openFile(bytes: Uint8Array, name: string, password?: string, pace: OpeningPace = AT_ONCE): Promise<OpenedFile> {
  try {
    if (bytes.length >= MAX_FILE) throw new FileError("tooLarge", [megabytes(bytes.length), megabytes(MAX_FILE)]);
    const container = sniff(bytes, name);
    if (container === "ole") return { model: await (await import("./read-xls")).readXls(bytes), original: null, kind: "xls", name };
    const original = container === "encrypted" ? await decrypted(bytes, password) : bytes;
    const file = new Package(original);
    const kind = packageKind(file);
    return { model: await inSlices(readWorkbook(file, pace.onProgress), pace), original, kind, name };
  } catch (error) {
    throw error instanceof FileError ? error : new FileError("corrupt", ["内容无法识别"], String(error));
  }
}

async function decrypted(bytes: Uint8Array, password: string | undefined): Promise<Uint8Array> {
  if (password === undefined || password === "") throw new FileError("password");
  return (await import("./decrypt")).decrypt(bytes, password);
}

function packageKind(file: Package): "xlsx" | "xlsm" {
  const type = file.contentType(file.workbookPart()) ?? "";
  if (type.includes("sheet.binary")) throw new FileError("xlsb");
  if (type.includes("wordprocessingml")) throw new FileError("word");
  if (!type.includes("sheet") && !type.includes("template") && type !== "") throw new FileError("unknown");
  return /macroEnabled/i.test(type) ? "xlsm" : "xlsx";
}
