import type { Cell, SheetBlock } from "../../src/grid/block";

/** A sheet as a host would hand it over. */
export function sheet(cells: readonly (readonly Cell[])[], name = "数据"): SheetBlock {
  const columns = Math.max(1, ...cells.map((row) => row.length));
  return { sheet: name, row: 0, column: 0, rows: cells.length, columns, values: cells.map((row) => [...row, ...Array<null>(columns - row.length).fill(null)]), merges: [], hiddenRows: [], hiddenColumns: [], tables: [] };
}
