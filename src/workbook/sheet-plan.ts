import type { Area } from "../grid/block";
import type { Verdict } from "../engine/model";

/**
 * Looks a cell can have; each host draws them in its own way. Words carry the meaning, colour only helps.
 * `heading` is a form's title, centred without a border; `floor2` and `unmet2` are figures of two places in a verdict's colour.
 */
export const STYLES = ["title", "subtitle", "note", "header", "text", "integer", "decimal1", "decimal2", "decimal3", "percent", "met", "floor", "unmet", "undetermined", "notApplicable", "total", "input", "inputWrap", "wrap", "wrapBold", "centred", "heading", "floor2", "unmet2"] as const;
export type StyleName = (typeof STYLES)[number];

/** Text that starts with `=`, `+`, `-`, `@` stays text; a formula is said to be one. */
export type PlanValue = string | number | boolean | null | { readonly formula: string };

export interface PlanCell {
  readonly value: PlanValue;
  readonly style: StyleName;
}

/** What may be typed into an area (数据验证), with the note shown when a cell is chosen. */
export interface ValidationPlan {
  readonly area: Area;
  readonly rule:
    | { readonly kind: "list"; readonly values: readonly string[] }
    | { readonly kind: "whole" | "decimal"; readonly min: number; readonly max: number | null }
    /** Nothing is refused: only the note. */
    | { readonly kind: "any" };
  /** At most 32 and 255 characters. */
  readonly note: { readonly title: string; readonly text: string } | null;
  /** Shown when something else is typed; `null`: it is told, not refused. */
  readonly refusal: string | null;
}

/** Cells coloured by their number (色阶, 热力图): three stops. */
export interface ColourScale {
  readonly area: Area;
  readonly stops: readonly [ColourStop, ColourStop, ColourStop];
}

export interface ColourStop {
  readonly at: number;
  readonly colour: string;
}

/** A picture of figures (图), drawn by Excel, by the pane and in the Word file alike. */
export interface Picture {
  readonly id: string;
  readonly kind: "columns" | "bars" | "radar";
  readonly title: string;
  /** What it shows, in a sentence with the figures that matter, for those who do not see it. */
  readonly alt: string;
  readonly categories: readonly string[];
  readonly series: readonly PictureSeries[];
  readonly unit: string;
  readonly places: number;
  /** Where the axis ends; larger values are drawn at its end and labelled with what they are. Left out: as the figures need. */
  readonly max?: number;
}

export interface PictureSeries {
  readonly name: string;
  /** One a category; `null`: no figure, drawn as a gap and said in the table. */
  readonly values: readonly (number | null)[];
  /** A limit is drawn as a line over the columns. */
  readonly role: "value" | "limit";
  readonly colour: string;
}

/** A native chart on a sheet of our own: the picture, the cells that hold its figures, the cells it covers. */
export interface ChartPlan {
  readonly picture: Picture;
  /** First row the series' names, first column the categories. */
  readonly data: Area;
  readonly place: Area;
}

/** A sheet of our own, to be written whole (表样). Rows and columns count from 0. */
export interface SheetPlan {
  /** At most 31 characters, without `[]:*?/\`. */
  readonly name: string;
  readonly rows: readonly (readonly (PlanCell | null)[])[];
  readonly merges: readonly Area[];
  /** Width of each column in characters. */
  readonly columnWidths: readonly number[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly landscape: boolean;
  /** Header rows repeated on every printed page, `[first, last]`. */
  readonly printTitleRows: readonly [number, number] | null;
  /** Native charts; programs without charts leave them out. */
  readonly charts?: readonly ChartPlan[];
  readonly validations?: readonly ValidationPlan[];
  readonly scales?: readonly ColourScale[];
  /** Rows before which a printed page begins (一校一策: one school a page). */
  readonly pageBreaks?: readonly number[];
  /** Points, by row, where a row must be higher than its text needs (form cells). */
  readonly rowHeights?: Readonly<Record<number, number>>;
  /** Columns kept out of sight: keys by which rows are recognised again. */
  readonly hiddenColumns?: readonly number[];
  /** Columns before which a printed page begins, for a table too wide for one: its frozen columns then stand on every page. */
  readonly columnBreaks?: readonly number[];
  /** Printed small enough for one page, not only for its width. */
  readonly onePage?: boolean;
  readonly paper?: "A4" | "A3";
}

/** How a sheet is printed (页面设置). */
export interface PageSetup {
  readonly landscape: boolean;
  /** Rows repeated on every page, `[first, last]`. */
  readonly printTitleRows: readonly [number, number] | null;
  /** How many columns from the first are repeated on every page. */
  readonly printTitleColumns: number;
  /** Rows and columns before which a page begins. */
  readonly breaks: readonly number[];
  readonly columnBreaks: readonly number[];
  /** Per cent; `null`: fitted to the width of one page. */
  readonly scale: number | null;
  /** Fitted to its height too. */
  readonly onePage: boolean;
  readonly paper: "A4" | "A3";
}

/** 页脚 of every sheet of ours: its page's number, in the signs both Excel and its files know. */
export const PAGE_FOOTER = "第 &P 页，共 &N 页";

/** Text put on one of our own sheets after it was written: 「与定稿不一致」 (R27). */
export interface SheetMark {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly style: StyleName;
}

/** One conditional format on the bureau's own cells (R8). The formula is plain Excel, relative to the area's first cell. */
export interface HighlightRule {
  readonly area: Area;
  readonly formula: string;
  readonly verdict: Extract<Verdict, "met" | "floor" | "unmet" | "undetermined">;
}

/** Everything one click adds to one sheet. */
export interface HighlightPlan {
  readonly sheet: string;
  readonly rules: readonly HighlightRule[];
}

/** Part of every rule's formula; what carries it is ours and nothing else is (R8). */
export const HIGHLIGHT_MARKER = 'N("YJJH1")=0';

/** Colours of verdicts, the same in highlighting and reports: text on fill, contrast above 4.5. */
export const VERDICT_COLOURS: Readonly<Record<Verdict, { readonly fill: string; readonly text: string }>> = {
  met: { fill: "#DFF2E1", text: "#0E5A1F" },
  floor: { fill: "#FFF1CC", text: "#6B4A00" },
  unmet: { fill: "#FBDFDD", text: "#8E1B14" },
  undetermined: { fill: "#E7E7E7", text: "#404040" },
  notApplicable: { fill: "#F3F3F3", text: "#5C5C5C" },
};
