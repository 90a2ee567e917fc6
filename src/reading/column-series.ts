import type { SheetBlock } from "../grid/block";
import { kindOf, type Column } from "./columns";
import type { DataRow } from "./row-kinds";
import { readSeries, type Series } from "./series";
import type { RawTable } from "./tables";

/** The columns with their numbers: only those whose heading can mean a fact are parsed, for a statistics export holds hundreds that mean none. */
export function withSeries(table: RawTable, rows: readonly DataRow[], columns: readonly Column[]): Column[] {
  const merged = table.origins ? null : rowsMergedTogether(table.block, rows.map(({ row }) => row));
  return columns.map((column) => {
    const known = kindOf(column.fact ?? column.reading.candidates[0]?.fact ?? "");
    if (!known) return { ...column };
    const series = readSeries(table, rows, column.path.index, known.kind, column.factor);
    const together = merged?.get(column.path.index);
    return { ...column, series: together ? withoutMerged(series, rows, together) : series };
  });
}

/** A value merged over several rows is no row's own: 两个学段合并填写的总数 would make the first one pass. */
function withoutMerged(series: Series, rows: readonly DataRow[], together: ReadonlySet<number>): Series {
  const isMerged = rows.map(({ row }) => together.has(row));
  return { ...series, values: series.values.map((value, i) => (isMerged[i] === true ? NaN : value)), kinds: series.kinds.map((kind, i) => (isMerged[i] === true ? "merged" : kind)) };
}

/** Rows whose cell in a column is merged with that of another row of schools: nobody says what part of the value is whose. */
function rowsMergedTogether(block: SheetBlock, rows: readonly number[]): ReadonlyMap<number, ReadonlySet<number>> {
  const found = new Map<number, Set<number>>();
  const known = new Set(rows);
  for (const area of block.merges) {
    if (area.rows < 2) continue;
    const top = area.row - block.row;
    const covered: number[] = [];
    for (let row = Math.max(0, top); row < Math.min(top + area.rows, block.rows); row += 1) if (known.has(row)) covered.push(row);
    if (covered.length < 2) continue;
    const left = area.column - block.column;
    for (let column = left; column < left + area.columns; column += 1) {
      const own = found.get(column) ?? new Set<number>();
      for (const row of covered) own.add(row);
      found.set(column, own);
    }
  }
  return found;
}
