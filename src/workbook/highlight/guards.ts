import { columnLetters } from "../../grid/cell-name";
import type { Cell, SheetBlock } from "../../grid/block";
import type { FoundTable } from "../../reading";

/** A condition on a row's own words, for the row it is written in. */
export type Guard = (row: number) => string;

/** Finds what tells some rows of a span from all others by the words beside their figures; `null` when nothing does. */
export type GuardFinder = (rows: ReadonlySet<number>, from: number, to: number) => Guard | null;

/** Words of one guard at most; more would leave no room for the rule itself. */
const MOST_WORDS = 3;
const LONGEST_GUARD = 60;

/**
 * Guards from 学段 and 办学类型 columns (`$C7="小学"`), or from what subtotal and blank rows lack, so that rows of a kind that
 * do not stand together still share one rule. Needs the sheet's cells; without them, or without such words, there is none.
 */
export function guardFinder(tables: readonly FoundTable[], block: SheetBlock | undefined): GuardFinder {
  if (!block) return () => null;
  const text = (row: number, column: number): string => written(block.values[row - block.row]?.[column - block.column]);
  return (rows, from, to) => {
    const table = tables.find(({ area }) => from >= area.row && to < area.row + area.rows);
    if (!table) return null;
    const others = Array.from({ length: to - from + 1 }, (_, i) => from + i).filter((row) => !rows.has(row));
    const columns = table.mapping.filter((one) => one.fact === "stage" || one.fact === "type").map((one) => one.index);
    for (const column of columns) {
      const guard = byWords(column, [...rows].map((row) => text(row, column)), others.map((row) => text(row, column)));
      if (guard) return guard;
    }
    const name = table.mapping.find((one) => one.fact === "name")?.index;
    return name === undefined ? null : byTotals(table.area.column, name, (row, column) => text(row, column), [...rows], others);
  };
}

function byWords(column: number, inside: readonly string[], outside: readonly string[]): Guard | null {
  const words = [...new Set(inside)];
  // Excel compares without regard to case.
  const apart = new Set(outside.map((word) => word.toLowerCase()));
  if (words.length > MOST_WORDS || words.some((word) => word === "" || apart.has(word.toLowerCase()))) return null;
  const guard: Guard = (row) => {
    const tests = words.map((word) => `$${columnLetters(column)}${String(row + 1)}="${word.replace(/"/g, '""')}"`);
    return tests.length === 1 ? (tests[0] ?? "") : `OR(${tests.join(",")})`;
  };
  return guard(0).length <= LONGEST_GUARD ? guard : null;
}

/** 小计 and 合计 rows say 计 in the name's column or before it; blank rows have no name. */
function byTotals(first: number, name: number, text: (row: number, column: number) => string, rows: readonly number[], others: readonly number[]): Guard | null {
  const columns = Array.from({ length: name - first + 1 }, (_, i) => first + i).slice(-MOST_WORDS);
  const isSchool = (row: number): boolean => text(row, name) !== "" && !columns.some((column) => text(row, column).includes("计"));
  if (!rows.every(isSchool) || others.some(isSchool)) return null;
  return (row) => {
    const cells = columns.map((column) => `$${columnLetters(column)}${String(row + 1)}`);
    return `$${columnLetters(name)}${String(row + 1)}<>"",ISERROR(FIND("计",${cells.join("&")}))`;
  };
}

function written(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? "" : String(cell);
}
