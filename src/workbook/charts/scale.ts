import type { Picture } from "../sheet-plan";

/** An axis of figures: from nothing to `end`, with a mark every `step`. */
export interface Scale {
  readonly end: number;
  readonly marks: readonly number[];
  /** Part of the axis a value takes, 0 to 1; what is beyond the end stops there. */
  readonly part: (value: number) => number;
}

const MARKS = 5;

/** An axis that ends at a round figure at or above every value and limit. */
export function scaleOf(picture: Picture): Scale {
  const values = picture.series.flatMap((one) => one.values).filter((value) => value !== null);
  const top = picture.max ?? Math.max(0, ...values);
  const step = roundStep(top === 0 ? 1 : top / MARKS);
  const end = picture.max ?? step * Math.max(1, Math.ceil(top / step));
  const marks = Array.from({ length: Math.floor(end / step + 0.001) + 1 }, (_, i) => i * step);
  return { end, marks, part: (value) => Math.min(1, Math.max(0, value / end)) };
}

/** The next of 1, 2, 5, 10, … */
function roundStep(wanted: number): number {
  const power = 10 ** Math.floor(Math.log10(wanted));
  return ([1, 2, 5].find((one) => one * power >= wanted) ?? 10) * power;
}

/** A mark of the axis, with as many places as its step needs. */
export function markText(mark: number, scale: Scale, unit: string): string {
  const step = scale.marks[1] ?? 1;
  return mark.toFixed(Math.max(0, -Math.floor(Math.log10(step) + 0.001))) + unit;
}
