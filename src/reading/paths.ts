import { isBlank } from "../grid/block";
import { tidy } from "./text";
import type { RawTable } from "./tables";

/** One column's headings, top row first, as written (标题路径). The index is relative to the block. */
export interface ColumnPath {
  readonly index: number;
  readonly path: readonly string[];
  /** Row of the lowest heading, relative to the block. */
  readonly row: number;
}

/** Joins the heading rows of a table into one path per column: merged cells spread, group headings carried to the right. */
export function headingPaths(table: RawTable): ColumnPath[] {
  const rows = table.headerRows.filter((row) => !table.letterRows.has(row));
  const grid = spread(table, rows);
  const paths: ColumnPath[] = [];
  for (let column = table.from; column < table.to; column += 1) {
    const path: string[] = [];
    let lowest = rows[0] ?? 0;
    rows.forEach((row, i) => {
      const text = grid[i]?.[column - table.from] ?? "";
      if (text === "") return;
      if (text !== path[path.length - 1]) path.push(text);
      lowest = row;
    });
    paths.push({ index: column, path: belowTotal(path, paths[paths.length - 1]?.path ?? []), row: lowest });
  }
  return paths;
}

const PART = /^(?:其中[:：]?)?(?:小学|初中|高中)[部段]?$/;
const DEGREE = /^(?:其中[:：]?)?(?:专科|大专|本科|研究生|硕士|博士|硕士研究生|博士研究生)(?:毕业|学历)?(?:及?以上)?(?:学历)?(?:人数)?$/;

/** Parts written flat beside their total belong to it: 在校生数 | 其中：小学 | 初中, 专任教师数 | 专科 | 本科. */
function belowTotal(path: readonly string[], left: readonly string[]): readonly string[] {
  const leaf = path[path.length - 1] ?? "";
  const words = [PART, DEGREE].find((part) => part.test(leaf));
  if (!words || left.length === 0) return path;
  const follows = left.length === path.length + 1 && words.test(left[left.length - 1] ?? "");
  const total = follows ? left[left.length - 2] ?? "" : left[left.length - 1] ?? "";
  const begins = left.length === path.length && (words === PART ? /^其中/.test(leaf) : /^专任教师/.test(total));
  return follows || begins ? [...path.slice(0, -1), total, leaf] : path;
}

/** Heading texts by row, with merged areas filled and, where a group heading was left unmerged, carried over the headings beneath it. */
function spread(table: RawTable, rows: readonly number[]): string[][] {
  const { block, from, to } = table;
  const grid = rows.map((row) =>
    Array.from({ length: to - from }, (_, j) => {
      const cell = block.values[row]?.[from + j];
      return isBlank(cell) ? "" : tidy(String(cell));
    }),
  );
  const merged = rows.map(() => new Uint8Array(to - from));
  for (const area of block.merges) fillMerge(table, rows, grid, merged, area.row - block.row, area.column - block.column, area.rows, area.columns);
  for (let i = 0; i < rows.length - 1; i += 1) carryRight(grid, merged, i);
  return grid;
}

function fillMerge(table: RawTable, rows: readonly number[], grid: string[][], merged: Uint8Array[], top: number, left: number, height: number, width: number): void {
  const { block, from, to } = table;
  if (left + width <= from || left >= to || top > (rows[rows.length - 1] ?? -1) || top + height <= (rows[0] ?? 0)) return;
  const cell = block.values[top]?.[left];
  const text = isBlank(cell) ? "" : tidy(String(cell));
  rows.forEach((row, i) => {
    if (row < top || row >= top + height) return;
    for (let column = Math.max(left, from); column < Math.min(left + width, to); column += 1) {
      const line = grid[i];
      if (line) line[column - from] = text;
      const marks = merged[i];
      if (marks) marks[column - from] = 1;
    }
  });
}

/** An unmerged group heading stands over every following column that has a heading below and none of its own. */
function carryRight(grid: string[][], merged: Uint8Array[], i: number): void {
  const line = grid[i] ?? [];
  const below = (j: number) => grid.slice(i + 1).some((row) => (row[j] ?? "") !== "");
  const above = (j: number) => grid.slice(0, i).map((row) => row[j] ?? "").join(">");
  for (let j = 1; j < line.length; j += 1) {
    const left = line[j - 1] ?? "";
    if (line[j] === "" && left !== "" && below(j) && below(j - 1) && merged[i]?.[j] !== 1 && merged[i]?.[j - 1] !== 1 && (i === 0 || above(j) === above(j - 1))) line[j] = left;
  }
}
