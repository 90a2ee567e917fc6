import type { Area } from "../grid/block";
import type { Verdict } from "../engine/model";

/** Looks a cell can have; each host draws them in its own way. Words carry the meaning, colour only helps. */
export const STYLES = ["title", "subtitle", "note", "header", "text", "integer", "decimal1", "decimal2", "decimal3", "percent", "met", "floor", "unmet", "undetermined", "notApplicable", "total", "input"] as const;
export type StyleName = (typeof STYLES)[number];

/** Text that starts with `=`, `+`, `-`, `@` stays text; a formula is said to be one. */
export type PlanValue = string | number | boolean | null | { readonly formula: string };

export interface PlanCell {
  readonly value: PlanValue;
  readonly style: StyleName;
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
