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
