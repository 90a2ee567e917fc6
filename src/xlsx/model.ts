/**
 * A workbook as plain data (工作簿): what the page shows and may change. Whatever of the file is not here
 * — charts, pictures, pivots, data validation, macros — stays in the file and is never touched.
 * Rows and columns count from 0; colours are `#RRGGBB`; formulas start with `=` and carry the names people type.
 */
import type { Area, Cell, TableArea } from "../grid/block";
import type { PageSetup, ValidationPlan } from "../workbook/sheet-plan";

export interface WorkbookModel {
  readonly sheets: readonly SheetModel[];
  /** What cells look like; `CellModel.style` is an index into it. Index 0 is the workbook's default. */
  readonly styles: readonly CellStyle[];
  readonly names: readonly DefinedName[];
  /** Dates count from 1904 (old Mac files). */
  readonly date1904: boolean;
}

/** `sheet` is given for a name that holds on one sheet only. The formula has no `=`. */
export interface DefinedName {
  readonly name: string;
  readonly formula: string;
  readonly sheet: string | null;
}

export interface SheetModel {
  /** Which sheet of the opened file this is, whatever its name is now; `null`: it was added. Carry it through. */
  readonly id: string | null;
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  readonly isProtected: boolean;
  /** `cells[row][column]`; blank cells without a style are absent. */
  readonly cells: CellMatrix;
  readonly merges: readonly Area[];
  /** In characters, as Excel shows it; absent: the default width. */
  readonly columnWidths: Readonly<Record<number, number>>;
  /** In points; absent: the default height. */
  readonly rowHeights: Readonly<Record<number, number>>;
  /** In points, for sheets that the page wrote: heights that long texts take, which another program may change. */
  readonly textHeights?: Readonly<Record<number, number>>;
  readonly defaultColumnWidth: number;
  readonly defaultRowHeight: number;
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly tables: readonly TableArea[];
  readonly conditionalFormats: readonly ConditionalFormat[];
  /** `#RRGGBB` of the sheet's tab. */
  readonly tabColour: string | null;
  readonly showGridLines: boolean;
  /** For sheets that the page wrote; absent: the sheet prints as the file says. */
  readonly page?: PageSetup;
  /** What may be typed where, as far as it is understood; saved for sheets that the page wrote or that are new, absent for others: the file's own stay. */
  readonly validations?: readonly ValidationPlan[];
}

export type CellMatrix = Readonly<Record<number, Readonly<Record<number, CellModel>>>>;

export interface CellModel {
  /** The value, or a formula's last result. A date is its serial number; an error is its text, such as `#N/A`. */
  readonly value: Cell;
  /** `=YJJH.CV(B2:C9)`; absent when the cell holds none. */
  readonly formula?: string;
  /** Index into `WorkbookModel.styles`; absent: 0. */
  readonly style?: number;
  /** On the first cell of an array formula: its size. `dynamic`: it spills (动态数组), otherwise it was entered with Ctrl+Shift+Enter. */
  readonly array?: { readonly rows: number; readonly columns: number; readonly dynamic: boolean };
  /** The value comes from the array formula of another cell; leave the cell out of a grid that spills by itself. */
  readonly spilled?: true;
  /** The cell holds text in several fonts; kept as long as the value is not changed. */
  readonly rich?: true;
}

export interface CellStyle {
  readonly fontName: string;
  /** In points. */
  readonly fontSize: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strike: boolean;
  readonly colour: string | null;
  readonly fill: string | null;
  readonly borders: Readonly<Record<Edge, Border | null>>;
  readonly horizontal: "general" | "left" | "center" | "right" | "fill" | "justify" | "centerContinuous" | "distributed";
  readonly vertical: "top" | "center" | "bottom" | "justify" | "distributed";
  readonly wrap: boolean;
  readonly indent: number;
  /** Degrees, -90 to 90; 255 is stacked text. */
  readonly rotation: number;
  /** Excel's code, such as `0.00%`; `General` when plain. */
  readonly numberFormat: string;
  /** Locked on a protected sheet. */
  readonly locked: boolean;
}

export const EDGES = ["left", "right", "top", "bottom"] as const;
export type Edge = (typeof EDGES)[number];

export interface Border {
  readonly style: "thin" | "medium" | "thick" | "dashed" | "dotted" | "double" | "hair" | "mediumDashed" | "dashDot" | "mediumDashDot" | "dashDotDot" | "mediumDashDotDot" | "slantDashDot";
  readonly colour: string | null;
}

/** One conditional format (条件格式). Rules whose formula carries our marker are ours; all others are the user's and are kept as they are. */
export interface ConditionalFormat {
  readonly areas: readonly Area[];
  /** 1 is the strongest. */
  readonly priority: number;
  readonly stopIfTrue: boolean;
  /** As in the file: `expression`, `cellIs`, `containsText`, `colorScale`, `dataBar`, `iconSet`, `top10`, `aboveAverage`, `duplicateValues`, … */
  readonly kind: string;
  /** Relative to the first cell of the first area; with `=`. */
  readonly formulas: readonly string[];
  /** For `cellIs`: `greaterThan`, `between`, … */
  readonly operator: string | null;
  /** For the kinds that look for a text. */
  readonly text: string | null;
  /** For `top10`, and for `aboveAverage`. */
  readonly rank?: { readonly count: number; readonly percent: boolean; readonly bottom: boolean };
  readonly aboveAverage?: boolean;
  /** For `colorScale`, `dataBar` and `iconSet`. */
  readonly stops?: readonly { readonly kind: string; readonly value: string | null; readonly colour: string | null }[];
  readonly icons?: string;
  readonly format: ConditionalStyle;
}

/** What a conditional format changes; `null`: nothing. */
export interface ConditionalStyle {
  readonly fill: string | null;
  readonly colour: string | null;
  readonly bold: boolean | null;
  readonly italic: boolean | null;
  readonly numberFormat: string | null;
}

/** Rows or columns that came or went, in order, so that what the page does not show moves along (charts, names, data validation). */
export interface StructureEdit {
  /** `SheetModel.id`. */
  readonly sheet: string;
  readonly kind: "insertRows" | "removeRows" | "insertColumns" | "removeColumns";
  readonly at: number;
  readonly count: number;
}

export const DEFAULT_STYLE: CellStyle = {
  fontName: "等线", fontSize: 11, bold: false, italic: false, underline: false, strike: false, colour: null, fill: null,
  borders: { left: null, right: null, top: null, bottom: null },
  horizontal: "general", vertical: "center", wrap: false, indent: 0, rotation: 0, numberFormat: "General", locked: true,
};
