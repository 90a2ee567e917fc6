import { quoteSheet } from "../../grid/address";
import { columnLetters } from "../../grid/cell-name";
import type { FoundTable } from "../../reading";
import type { SheetArea } from "./task";

/** Ranges of a table as formulas on the selection's sheet write them. */
export interface TableRanges {
  /** `$A7:$N7`. */
  readonly row: (row: number) => string;
  /** `$A$3:$N$5`. */
  readonly headers: string;
  /** `$A$7:$N$60`: first to last row of schools. */
  readonly body: string;
  /** `F$7:F$60`. */
  readonly column: (column: number) => string;
  readonly first: number;
  readonly last: number;
}

export function tableRanges(table: FoundTable, from: SheetArea): TableRanges {
  const sheet = table.sheet === from.sheet ? "" : `${quoteSheet(table.sheet)}!`;
  const left = `$${columnLetters(table.area.column)}`;
  const right = `$${columnLetters(table.area.column + table.area.columns - 1)}`;
  const first = Math.min(...table.dataRows);
  const last = Math.max(...table.dataRows);
  const across = (top: number, bottom: number): string => `${sheet}${left}$${String(top + 1)}:${right}$${String(bottom + 1)}`;
  return {
    row: (row) => `${sheet}${left}${String(row + 1)}:${right}${String(row + 1)}`,
    headers: across(Math.min(...table.headerRows), Math.max(...table.headerRows)),
    body: across(first, last),
    column: (column) => `${sheet}${columnLetters(column)}$${String(first + 1)}:${columnLetters(column)}$${String(last + 1)}`,
    first,
    last,
  };
}

/** A range that hands blanks over as "" and not as 0, and a typed 0 as the text 0: a bare 0 would be taken for a blank (R7). */
export function withBlanks(range: string): string {
  return `IF(${range}="","",IF(${range}=0,"0",${range}))`;
}

/** The column beside the table's rows: the selected one when it is outside the table, else the next to its right. */
export function besideColumn(table: FoundTable, selection: SheetArea): number {
  const right = table.area.column + table.area.columns;
  const isOutside = selection.sheet === table.sheet && (selection.column >= right || selection.column < table.area.column);
  return isOutside ? selection.column : right;
}
