import type { Area } from "../../grid/block";
import type { Guard, GuardFinder } from "./guards";
import type { Coloured } from "./specs";
import type { Spec } from "./spec";

/** Cells alike under one rule; the spec is relative to each of them. */
export interface SpecArea {
  readonly area: Area;
  readonly spec: Spec;
  /** Given when other rows lie in between: true in the rows that are meant. */
  readonly guard: Guard | null;
}

/** Rows of a kind that stand apart more often than this are put under one guarded rule, if there is a guard. */
const MOST_RUNS = 3;

interface Kind {
  readonly key: string;
  readonly spec: Spec;
  readonly rows: number[];
}

/** Joins the coloured cells of one sheet into few rectangles: down a column, then side by side. */
export function specAreas(cells: readonly Coloured[], guardFor: GuardFinder): SpecArea[] {
  const columns = new Map<number, Map<string, Kind>>();
  for (const { spot, spec } of cells) {
    const kinds = columns.get(spot.column) ?? new Map<string, Kind>();
    columns.set(spot.column, kinds);
    const key = JSON.stringify(spec);
    const kind = kinds.get(key) ?? { key, spec, rows: [] };
    kinds.set(key, kind);
    kind.rows.push(spot.row);
  }
  const found = [...columns].sort(([a], [b]) => a - b).flatMap(([column, kinds]) => [...kinds.values()].flatMap((kind) => columnAreas(column, kind, guardFor)));
  return sideBySide(found);
}

interface Keyed extends SpecArea {
  readonly key: string;
}

function columnAreas(column: number, { key, spec, rows }: Kind, guardFor: GuardFinder): Keyed[] {
  const sorted = [...rows].sort((a, b) => a - b);
  const runs = runsOf(sorted);
  const [from, to] = [sorted[0] ?? 0, sorted[sorted.length - 1] ?? 0];
  const guard = runs.length > MOST_RUNS ? guardFor(new Set(sorted), from, to) : null;
  const spans = guard ? [{ row: from, rows: to - from + 1 }] : runs;
  return spans.map((span) => ({ area: { ...span, column, columns: 1 }, spec, guard, key }));
}

function runsOf(sorted: readonly number[]): { readonly row: number; readonly rows: number }[] {
  const runs: { row: number; rows: number }[] = [];
  for (const row of sorted) {
    const last = runs[runs.length - 1];
    if (last && last.row + last.rows === row) last.rows++;
    else runs.push({ row, rows: 1 });
  }
  return runs;
}

/** Areas of neighbouring columns with the same rows and the same rule become one. */
function sideBySide(areas: readonly Keyed[]): SpecArea[] {
  const open = new Map<string, Keyed>();
  const done = new Set<Keyed>();
  for (const one of areas) {
    const name = (column: number): string => `${String(column)}|${String(one.area.row)}|${String(one.area.rows)}|${String(one.guard?.(0))}|${one.key}`;
    const left = open.get(name(one.area.column));
    const joined = left ? { ...left, area: { ...left.area, columns: left.area.columns + 1 } } : one;
    if (left) done.delete(left);
    done.add(joined);
    open.set(name(joined.area.column + joined.area.columns), joined);
  }
  return [...done].map(({ area, spec, guard }) => ({ area, spec, guard }));
}
