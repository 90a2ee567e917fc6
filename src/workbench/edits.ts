import { CommandType, type ICommandInfo, type IRange } from "@univerjs/presets";
import { type GridSession, isResult } from "../host/univer";
import type { StructureEdit, WorkbookModel } from "../xlsx/model";
import { sheetKey } from "./to-grid";

const EDITS: Readonly<Record<string, StructureEdit["kind"]>> = {
  "sheet.mutation.insert-row": "insertRows",
  "sheet.mutation.remove-rows": "removeRows",
  "sheet.mutation.insert-col": "insertColumns",
  "sheet.mutation.remove-col": "removeColumns",
};
/** Changes nobody made: row heights found while drawing. */
const NOT_AN_EDIT = /row-auto-height|^formula\.|^sheet\.mutation\.empty/;

/** Keeps what saving must know (改动记录): rows and columns that came or went, and whether anything is unsaved. */
export class Edits {
  private readonly structure: StructureEdit[] = [];
  private readonly listening: { dispose(): void };

  constructor(private readonly session: GridSession, private readonly before: WorkbookModel, private readonly changed: () => void) {
    this.listening = session.grid.api.onCommandExecuted((command, options) => {
      if (!isResult(options)) this.hear(command);
    });
  }

  get list(): readonly StructureEdit[] {
    return this.structure;
  }

  stop(): void {
    this.listening.dispose();
  }

  private hear(command: Readonly<ICommandInfo>): void {
    if (command.type !== CommandType.MUTATION || NOT_AN_EDIT.test(command.id)) return;
    const params = (command.params ?? {}) as { readonly unitId?: string; readonly subUnitId?: string; readonly range?: IRange };
    if (params.unitId !== this.session.id) return;
    this.changed();
    const kind = EDITS[command.id];
    const sheet = this.before.sheets.find((_, index) => sheetKey(index) === params.subUnitId)?.id;
    if (!kind || !params.range || sheet === null || sheet === undefined) return;
    const { startRow, endRow, startColumn, endColumn } = params.range;
    const isRows = kind.endsWith("Rows");
    this.structure.push({ sheet, kind, at: isRows ? startRow : startColumn, count: isRows ? endRow - startRow + 1 : endColumn - startColumn + 1 });
  }
}
