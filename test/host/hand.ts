import type { Area, Cell } from "../../src/grid/block";
import type { Host } from "../../src/host/host";
import type { ColourScale } from "../../src/workbook/sheet-plan";

/** A conditional format as found on a sheet, whoever made it. */
export interface FoundFormat {
  /** The areas it covers, in the program's order. */
  readonly areas: readonly Area[];
  /** As the program gives it back, with or without a leading `=`. */
  readonly formula: string;
  /** `#RRGGBB`, upper case; `null` when the format sets none. */
  readonly fill: string | null;
  readonly text: string | null;
}

/** What a cell looks like, as far as a report sets it. */
export interface FoundLook {
  readonly bold: boolean;
  /** `#RRGGBB`, upper case; `null` for no fill. */
  readonly fill: string | null;
  readonly numberFormat: string;
}

/** What may be typed into an area, whoever said so. */
export interface FoundValidation {
  readonly area: Area;
  readonly kind: "list" | "whole" | "decimal" | "any";
  readonly values?: readonly string[];
  readonly min?: number;
  readonly max?: number | null;
  /** The note shown when a cell is chosen. */
  readonly title: string | null;
  readonly text: string | null;
  /** What is said when something else is refused; `null`: nothing is refused. */
  readonly refusal: string | null;
}

/** A chart as found on a sheet. */
export interface FoundChart {
  readonly title: string;
  readonly kind: "columns" | "bars" | "radar";
  readonly source: Area;
  readonly place: Area;
  readonly series: readonly { readonly name: string; readonly isLine: boolean; readonly colour: string | null }[];
  readonly axis: { readonly from: number | null; readonly to: number | null; readonly format: string; readonly title: string };
  /** Its categories run the other way. */
  readonly isReversed: boolean;
}

/** How a sheet prints: per cent (`null`: fitted to a page's width), where pages begin, what stands on each of them. */
export interface FoundPrinting {
  readonly scale: number | null;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** How many columns from the first. */
  readonly repeated: number;
}

/**
 * A hand outside the adapter: what a person at the spreadsheet program does and sees.
 * Rows and columns count from 0. Its writes must look like a person's, so that `watch` tells them.
 */
export interface Hand {
  /** Adds a visible sheet at the end. */
  addSheet(name: string): Promise<void>;
  renameSheet(name: string, to: string): Promise<void>;
  deleteSheet(name: string): Promise<void>;
  setVisibility(name: string, visibility: "visible" | "hidden" | "veryHidden"): Promise<void>;
  /** All sheets in tab order, hidden ones too. */
  sheetNames(): Promise<readonly string[]>;
  visibility(name: string): Promise<"visible" | "hidden" | "veryHidden">;
  /** Types cells in; a text that begins with `=` is a formula, `null` leaves a cell as it is. */
  put(sheet: string, row: number, column: number, cells: readonly (readonly Cell[])[]): Promise<void>;
  /** Blank cells are `null`. */
  values(sheet: string, area: Area): Promise<readonly (readonly Cell[])[]>;
  /** The formula with `=`, or `null` where a cell holds none. */
  formulas(sheet: string, area: Area): Promise<readonly (readonly (string | null)[])[]>;
  look(sheet: string, row: number, column: number): Promise<FoundLook>;
  merge(sheet: string, area: Area): Promise<void>;
  merges(sheet: string): Promise<readonly Area[]>;
  hideRows(sheet: string, first: number, count: number): Promise<void>;
  hideColumns(sheet: string, first: number, count: number): Promise<void>;
  insertRows(sheet: string, before: number, count: number): Promise<void>;
  frozen(sheet: string): Promise<{ readonly rows: number; readonly columns: number }>;
  select(sheet: string, area: Area): Promise<void>;
  /** A conditional format of the user's own, by formula (relative to the area's first cell), with a red fill `#FF0000`. */
  addFormat(sheet: string, area: Area, formula: string): Promise<void>;
  formats(sheet: string): Promise<readonly FoundFormat[]>;
  /** In the order they were made. */
  validations(sheet: string): Promise<readonly FoundValidation[]>;
  scales(sheet: string): Promise<readonly ColourScale[]>;
  charts(sheet: string): Promise<readonly FoundChart[]>;
  /** In points. */
  rowHeight(sheet: string, row: number): Promise<number>;
  hiddenColumns(sheet: string): Promise<readonly number[]>;
  printing(sheet: string): Promise<FoundPrinting>;
  /** Copies one row with its formats, as Excel does: the copy carries the conditional formats too. Skill `copyRow`. */
  copyRow(sheet: string, from: number, to: number): Promise<void>;
  /** Skill `protectSheet`. */
  protectSheet(sheet: string): Promise<void>;
  /** Skill `protectWorkbook`. */
  protectWorkbook(): Promise<void>;
  /** Skill `tables`. */
  addTable(sheet: string, name: string, area: Area): Promise<void>;
}

/** What not every program behind a host can do; a case that needs one is left out where it is missing. */
export const SKILLS = ["copyRow", "protectSheet", "protectWorkbook", "tables", "veryHidden", "cancelBetweenChunks", "charts"] as const;
export type Skill = (typeof SKILLS)[number];

/** A fresh workbook named `测试.xlsx` with one empty sheet `Sheet1`, seen through the adapter and by hand. */
export interface Place {
  readonly host: Host;
  readonly hand: Hand;
  readonly skills: ReadonlySet<Skill>;
}

/** One promise of the host port. Throws when it is broken. */
export interface HostCase {
  readonly title: string;
  readonly needs?: readonly Skill[];
  run(place: Place): Promise<void>;
}
