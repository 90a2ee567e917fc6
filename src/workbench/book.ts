import { FUNCTIONS } from "../functions/table";
import type { Host } from "../host/host";
import { type Grid, GridSession, registerFunctions, univerHost } from "../host/univer";
import { FileError, openFile, type OpenedFile, type OpeningPace, saveFile, type WorkbookModel } from "../xlsx";
import { askPassword } from "./dialogs";
import { Edits } from "./edits";
import { fromGrid } from "./from-grid";
import { functionHelp } from "./function-help";
import { loading } from "./notice";
import { toGrid } from "./to-grid";

/** The workbook on the page (当前工作簿): where it came from, what was changed, and the host the pane talks to. */
export interface Book {
  readonly name: string;
  readonly host: Host;
  readonly hasUnsaved: boolean;
  /** The file as it would be saved now. */
  bytes(): Promise<Uint8Array>;
  markSaved(): void;
  close(): void;
}

/** Shows a workbook in the grid; `opened` is the file it came from, if any. */
export function showBook(grid: Grid, name: string, model: WorkbookModel, opened: OpenedFile | null, onUnsaved: (unsaved: boolean) => void): Book {
  serial++;
  const workbook = grid.show(toGrid(model, `book-${String(serial)}`, name));
  if (serial === 1) registerFunctions(grid, FUNCTIONS, functionHelp());
  const session = new GridSession(grid, workbook);
  let hasUnsaved = false;
  const note = (unsaved: boolean) => {
    if (unsaved === hasUnsaved) return;
    hasUnsaved = unsaved;
    onUnsaved(unsaved);
  };
  const edits = new Edits(session, model, () => note(true));
  return {
    name,
    host: univerHost(grid, workbook, () => name),
    get hasUnsaved() {
      return hasUnsaved;
    },
    bytes: () => saveFile(opened, fromGrid(session, model), edits.list),
    markSaved: () => note(false),
    close: () => edits.stop(),
  };
}
let serial = 0;

/** Opens a file, asking for its password as long as it needs one; `null` when the user gives up. */
export async function readFile(file: File): Promise<OpenedFile | null> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let password: string | undefined;
  for (;;) {
    try {
      return await openFile(bytes, file.name, password, pace(file.name));
    } catch (error) {
      if (!(error instanceof FileError) || (error.kind !== "password" && error.kind !== "wrongPassword")) throw error;
      const given = await askPassword(file.name, error.kind === "wrongPassword" ? error.message : null);
      if (given === null) return null;
      password = given;
    }
  }
}

/** Opening a large file leaves the page alive and says how far it is. */
function pace(name: string): OpeningPace {
  let shown = 0;
  return {
    now: () => performance.now(),
    breathe: () => new Promise((resolve) => setTimeout(resolve, 0)),
    onProgress(part) {
      const tenths = Math.floor(part * 10);
      // Read aloud, too: not at every row.
      if (tenths !== shown) loading(`正在打开「${name}」……${String((shown = tenths) * 10)}%`);
    },
  };
}

/** The name the saved file gets: an .xls becomes a new .xlsx beside it. */
export function savedName(name: string): string {
  return /\.xls[xm]$/i.test(name) ? name : `${name.replace(/\.[^.]*$/, "")}.xlsx`;
}
