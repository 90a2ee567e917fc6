import type { CellMatrix, CellModel, CellStyle, SheetModel } from "./model";
import { styleKey } from "./write-styles";

/** What becomes of one cell. `keepFormula`: its formula stays as the file has it, only the result is new. */
export interface CellPatch {
  readonly cell: CellModel | null;
  readonly keepFormula: boolean;
  /** The look it is to have; `null`: the one it has. */
  readonly style: CellStyle | null;
}

export type CellPatches = Map<number, Map<number, CellPatch>>;

export interface Side {
  readonly cells: CellMatrix;
  readonly styles: readonly CellStyle[];
}

/** Cells that differ between what was opened and what is to be saved. */
export function diffCells(before: Side, after: Side): CellPatches {
  const patches: CellPatches = new Map();
  const sameStyle = styleComparer(before.styles, after.styles);
  const keptArrays = arraysKept(before.cells, after.cells);
  for (const row of numbers(before.cells, after.cells)) {
    const [was, is] = [before.cells[row] ?? {}, after.cells[row] ?? {}];
    for (const column of numbers(was, is)) {
      const [old, now] = [was[column], is[column]];
      const same = sameStyle(old?.style ?? 0, now?.style ?? 0);
      // A grid that spills by itself has no cell of its own here.
      const spilled = old?.spilled === true && now?.formula === undefined && (now?.value ?? null) === null && keptArrays(row, column);
      if ((sameContent(old, now) || spilled) && same) continue;
      const keepFormula = spilled || (old?.formula !== undefined && old.formula === now?.formula && sameArray(old, now));
      const patch = { cell: spilled ? old : now ?? null, keepFormula, style: same ? null : after.styles[now?.style ?? 0] ?? null };
      const line = patches.get(row);
      if (line) line.set(column, patch);
      else patches.set(row, new Map([[column, patch]]));
    }
  }
  return patches;
}

/** Keys of both objects, in order. */
function numbers(one: Readonly<Record<number, unknown>>, other: Readonly<Record<number, unknown>>): number[] {
  const keys = Object.keys(one);
  const more = Object.keys(other).filter((key) => !(Number(key) in one));
  return more.length === 0 ? keys.map(Number) : [...keys, ...more].map(Number).sort((a, b) => a - b);
}

function sameContent(old: CellModel | undefined, now: CellModel | undefined): boolean {
  if (old?.formula !== now?.formula || !sameArray(old, now)) return false;
  const [was, is] = [old?.value ?? null, now?.value ?? null];
  if (was === is) return true;
  // A recalculated result in the last digits is no change.
  return old?.formula !== undefined && typeof was === "number" && typeof is === "number" && Math.abs(was - is) <= 1e-11 * Math.abs(was);
}

/** An array formula whose size the page does not tell is as it was. */
function sameArray(old: CellModel | undefined, now: CellModel | undefined): boolean {
  const [was, is] = [old?.array, now?.array];
  if (is === undefined) return true;
  return was?.rows === is.rows && was.columns === is.columns && was.dynamic === is.dynamic;
}

function styleComparer(before: readonly CellStyle[], after: readonly CellStyle[]): (old: number, now: number) => boolean {
  if (before === after) return (old, now) => old === now || styleKey(before[old] ?? before[0]!) === styleKey(after[now] ?? after[0]!);
  const [was, is] = [before.map(styleKey), after.map(styleKey)];
  return (old, now) => (was[old] ?? was[0]) === (is[now] ?? is[0]);
}

/** Whether a cell belongs to an array formula that is still there. */
function arraysKept(before: CellMatrix, after: CellMatrix): (row: number, column: number) => boolean {
  const kept: { row: number; column: number; rows: number; columns: number }[] = [];
  for (const row of Object.keys(before).map(Number)) {
    for (const [key, cell] of Object.entries(before[row] ?? {})) {
      if (cell.array && after[row]?.[Number(key)]?.formula === cell.formula) kept.push({ row, column: Number(key), ...cell.array });
    }
  }
  return (row, column) => kept.some((area) => row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns);
}

export function blankSheet(name: string): SheetModel {
  return {
    id: null, name, visibility: "visible", isProtected: false, cells: {}, merges: [], columnWidths: {}, rowHeights: {}, defaultColumnWidth: 8.43, defaultRowHeight: 15,
    hiddenRows: [], hiddenColumns: [], frozenRows: 0, frozenColumns: 0, tables: [], conditionalFormats: [], tabColour: null, showGridLines: true,
  };
}
