/**
 * What is read from a spreadsheet program, before anyone asks what it means.
 * Rows and columns count from 0 throughout; only texts for people use A1.
 */

/** One cell's value. `null` is a blank cell; an Excel error is its text, such as `"#N/A"`. */
export type Cell = string | number | boolean | null;

/** A rectangle of cells on one sheet (区域). */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A ListObject (表格) on a sheet. */
export interface TableArea {
  readonly name: string;
  readonly area: Area;
}

/** The used part of one worksheet (工作表的已用区域) with what reading needs to understand it. */
export interface SheetBlock extends Area {
  readonly sheet: string;
  /** `values[i][j]` is the cell at `row + i`, `column + j`. */
  readonly values: readonly (readonly Cell[])[];
  /** Same shape; the formula text with `=` where a cell holds one, else `null`. Left out when the host was not asked. */
  readonly formulas?: readonly (readonly (string | null)[])[];
  readonly merges: readonly Area[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly tables: readonly TableArea[];
}

/** A sheet as listed, without its cells. */
export interface SheetInfo {
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  readonly used: Area | null;
  readonly isProtected: boolean;
}

const ERROR_VALUE = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|BUSY!|FIELD!|GETTING_DATA)$/;

/** Whether a cell holds an Excel error (错误值). */
export function isErrorValue(cell: Cell): cell is string {
  return typeof cell === "string" && ERROR_VALUE.test(cell);
}

/** Whether a cell is blank: empty, or text of white space only. */
export function isBlank(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === "string" && cell.trim() === "");
}
