import type { Area, SheetBlock } from "../grid/block";

/** Which merged area covers a cell (合并单元格); rows and columns relative to the block. */
export type MergeAt = (row: number, column: number) => Area | null;

/** Looks merged areas up row by row: each row asked for is gone through once, however many of its cells are asked for. */
export function mergeFinder(block: SheetBlock): MergeAt {
  const rows = new Map<number, ReadonlyMap<number, Area>>();
  return (row, column) => {
    let line = rows.get(row);
    if (!line) {
      line = mergesOfRow(block, row);
      rows.set(row, line);
    }
    return line.get(column) ?? null;
  };
}

function mergesOfRow(block: SheetBlock, row: number): ReadonlyMap<number, Area> {
  const line = new Map<number, Area>();
  for (const area of block.merges) {
    const top = area.row - block.row;
    if (row < top || row >= top + area.rows) continue;
    const left = area.column - block.column;
    const found = { ...area, row: top, column: left };
    for (let column = Math.max(0, left); column < Math.min(left + area.columns, block.columns); column += 1) line.set(column, found);
  }
  return line;
}

/** Rows whose cell in a column is merged with that of another row of schools: nobody says what part of the value is whose. */
export function rowsMergedTogether(block: SheetBlock, rows: readonly number[]): ReadonlyMap<number, ReadonlySet<number>> {
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
