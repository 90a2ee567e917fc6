/**
 * What colours one cell, told relative to that cell, so that cells alike give equal specs and share one rule.
 */

/** A cell a rule reads: fixed column, row counted from the coloured cell. */
export interface Ref {
  /** `null`: on the coloured cell's own sheet. */
  readonly sheet: string | null;
  readonly column: number;
  readonly down: number;
  /** From the sheet's unit into the fact's base unit, 万元 → 元. */
  readonly factor: number;
  /** The bureau said that blanks of this column are zeros (R7). */
  readonly blankIsZero: boolean;
}

/** A formula with a hole for each cell it reads. */
export interface Template {
  /** Plain Excel with `slot(i)` where `refs[i]` goes. */
  readonly text: string;
  readonly refs: readonly Ref[];
}

/** How a template marks the place of `refs[i]`. */
export function slot(index: number): string {
  return `«${String(index)}»`;
}

/** The template's text with every slot filled. */
export function fill(template: Template, text: (ref: Ref, index: number) => string): string {
  return template.text.replace(/«(\d+)»/g, (_, digits: string) => {
    const index = Number(digits);
    const ref = template.refs[index];
    return ref ? text(ref, index) : "";
  });
}

/**
 * A shared resource is judged by the stage that asks more of it. When that stage has no pupils the other one is judged:
 * its value against its line is `scale` × this value against this line.
 */
export interface Demanding {
  /** Index in `refs` of the demanding stage's pupils. */
  readonly students: number;
  /** As a formula writes it: `5.8/4.5/1.1`. */
  readonly scale: string;
}

export interface AmountSpec {
  readonly kind: "amount";
  readonly line: number;
  readonly floor: number;
  /** Both sides of a comparison are rounded to so many places (R4). */
  readonly places: number;
  readonly value: Template;
  readonly demanding: Demanding | null;
  /** Indexes in `refs` of figures that may be missing without hiding that the line is reached (R14). */
  readonly spare: readonly number[];
  /** Some figure has no column at all: only 达标 or 数据不足 can come of the rest (R14). */
  readonly partOnly: boolean;
}

/** A ratio found in the sheet; with `printed`, too near a line for its printed places is 数据不足 (R10). */
export interface RatioSpec {
  readonly kind: "ratio";
  readonly line: number;
  readonly floor: number;
  readonly places: number;
  readonly ref: Ref;
  readonly printed: boolean;
}

/** `open`: nothing in the cells can settle it; a column is missing, or a question is not answered. */
export type Spec = { readonly kind: "open" } | AmountSpec | RatioSpec;
