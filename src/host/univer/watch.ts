import { CommandType, type IExecutionOptions } from "@univerjs/presets";
import type { Area } from "../../grid/block";
import type { SheetChange } from "../host";
import { fromRange } from "./areas";
import type { GridSession } from "./grid";

type Kind = SheetChange["kind"];

/** The grid's own names for changes that matter to a reader of the sheets. */
const CHANGES: Readonly<Record<string, Kind>> = {
  "sheet.mutation.set-range-values": "cells",
  "sheet.mutation.move-range": "cells",
  "sheet.mutation.reorder-range": "cells",
  "sheet.mutation.add-worksheet-merge": "cells",
  "sheet.mutation.remove-worksheet-merge": "cells",
  "sheet.mutation.insert-row": "structure",
  "sheet.mutation.remove-rows": "structure",
  "sheet.mutation.move-rows": "structure",
  "sheet.mutation.insert-col": "structure",
  "sheet.mutation.remove-col": "structure",
  "sheet.mutation.move-columns": "structure",
  "sheet.mutation.insert-sheet": "sheets",
  "sheet.mutation.remove-sheet": "sheets",
  "sheet.mutation.set-worksheet-name": "sheets",
  "sheet.mutation.set-worksheet-hidden": "sheets",
};

interface MutationParams {
  readonly unitId?: string;
  readonly subUnitId?: string;
  readonly sheet?: { readonly id: string };
  readonly cellValue?: Record<number, Record<number, unknown> | undefined>;
}

/**
 * Tells changes made by people (变动): gathered until the grid is idle, so that one paste is one change.
 * Results of formulas count as the person's change when a person's change set them off.
 */
export function watchChanges(session: GridSession, listener: (change: SheetChange) => void): () => void {
  const pending = new Map<string, SheetChange>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let byPerson = false;
  const names = new SheetNames(session);
  const note = (change: SheetChange) => {
    const key = `${change.kind} ${change.sheet}`;
    const before = pending.get(key);
    pending.set(key, before ? { ...change, area: joined(before.area, change.area) } : change);
    timer ??= setTimeout(flush, 0);
  };
  const flush = () => {
    timer = null;
    const changes = [...pending.values()];
    pending.clear();
    for (const change of changes) listener(change);
  };
  const stop = session.grid.api.onCommandExecuted((command, options) => {
    const kind = CHANGES[command.id];
    const params = (command.params ?? {}) as MutationParams;
    if (!kind || command.type !== CommandType.MUTATION || params.unitId !== session.id || isStyleOnly(params)) return;
    if (!isResult(options)) byPerson = !session.isOwnWrite;
    const sheet = names.of(params.subUnitId ?? params.sheet?.id ?? "", kind);
    if (byPerson) note({ sheet, area: kind === "cells" ? writtenArea(params) : null, kind });
  });
  return () => {
    stop.dispose();
    if (timer !== null) clearTimeout(timer);
  };
}

/** Whether the grid wrote the results of formulas, not anybody. */
export function isResult(options: IExecutionOptions | undefined): boolean {
  return options?.fromFormula === true;
}

/** Names of sheets by id, remembered so that a deleted sheet can still be named. */
class SheetNames {
  private known: ReadonlyMap<string, string>;

  constructor(private readonly session: GridSession) {
    this.known = this.now();
  }

  of(id: string, kind: Kind): string {
    const before = this.known;
    if (kind === "sheets") this.known = this.now();
    return this.known.get(id) ?? before.get(id) ?? "";
  }

  private now(): ReadonlyMap<string, string> {
    return new Map(this.session.workbook.getSheets().map((sheet) => [sheet.getSheetId(), sheet.getSheetName()]));
  }
}

/** A change of looks alone: no cell of it has a value or a formula in it. */
function isStyleOnly({ cellValue }: MutationParams): boolean {
  if (!cellValue) return false;
  return !Object.values(cellValue).some((row) => Object.values(row ?? {}).some((cell) => cell === null || (typeof cell === "object" && ("v" in cell || "f" in cell || "p" in cell || "si" in cell))));
}

function writtenArea(params: MutationParams): Area | null {
  const rows = Object.keys(params.cellValue ?? {}).map(Number);
  const columns = Object.values(params.cellValue ?? {}).flatMap((row) => Object.keys(row ?? {}).map(Number));
  if (rows.length === 0 || columns.length === 0) return null;
  return fromRange({ startRow: least(rows), endRow: most(rows), startColumn: least(columns), endColumn: most(columns) });
}

const least = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.min(a, b), Infinity);
const most = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.max(a, b), -1);

function joined(a: Area | null, b: Area | null): Area | null {
  if (!a || !b) return null;
  const [row, column] = [Math.min(a.row, b.row), Math.min(a.column, b.column)];
  return { row, column, rows: Math.max(a.row + a.rows, b.row + b.rows) - row, columns: Math.max(a.column + a.columns, b.column + b.columns) - column };
}
