import type { DataRow } from "./row-kinds";
import { parseNumber, type NumberKind } from "./numbers";
import type { RawTable } from "./tables";
import type { UnitKind } from "./text";

/** The numbers of one column over the rows of schools, as written (一列数值). */
export interface Series {
  /** NaN where there is no number. */
  readonly values: Float64Array;
  readonly kinds: readonly NumberKind[];
  readonly places: Uint8Array;
}

/** Of a column that holds no figures. */
export const NO_SERIES: Series = { values: new Float64Array(0), kinds: [], places: new Uint8Array(0) };

/** Reads one column; a unit written in a cell (「5.2万元」) replaces the column's `factor` there. */
export function readSeries(table: RawTable, rows: readonly DataRow[], index: number, kind: UnitKind | null, factor: number): Series {
  const values = new Float64Array(rows.length).fill(NaN);
  const places = new Uint8Array(rows.length);
  const kinds = rows.map(({ row }, i): NumberKind => {
    const parsed = parseNumber(table.block.values[row]?.[index]);
    if (parsed.value !== null) {
      values[i] = parsed.unit && parsed.unit.kind === kind ? (parsed.value * parsed.unit.factor) / factor : parsed.value;
      places[i] = parsed.places;
    }
    return parsed.kind;
  });
  return { values, kinds, places };
}

/** Whether two columns hold the same numbers wherever both hold one, and something at all. */
export function sameNumbers(a: Series, b: Series): boolean {
  let both = 0;
  for (let i = 0; i < a.values.length; i += 1) {
    const x = a.values[i] ?? NaN;
    const y = b.values[i] ?? NaN;
    if (Number.isNaN(x) && Number.isNaN(y)) continue;
    if (x !== y) return false;
    both += 1;
  }
  return both > 0;
}

/** Median of the numbers above 0; `null` when there is none. */
export function median(values: Iterable<number>): number | null {
  const sorted = [...values].filter((value) => value > 0).sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? high : (high + (sorted[middle - 1] ?? high)) / 2;
}
