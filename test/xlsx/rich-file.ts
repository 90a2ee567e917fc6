import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A workbook with charts, pictures, pivots and the like, made by another library (see `make-rich-file.mts`). */
export function richFile(password?: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "yjjh-"));
  try {
    const path = join(folder, "rich.xlsx");
    execFileSync(process.execPath, ["--import", "tsx", "test/xlsx/make-rich-file.mts", path, ...(password === undefined ? [] : [password])]);
    return new Uint8Array(readFileSync(path));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
