import type { Switches } from "./switches";

/**
 * Comparing and printing numbers (R4). Both sides of a comparison are rounded to nine places, as `ROUND(x,9)` does in
 * Excel: that removes binary noise (1699.9999999999998 for 1700) and never rounds the rule.
 */
const PLACES = 9;
const SCALE = 10 ** PLACES;
/** Decimals of a line of calculation. */
const STEP_PLACES = 6;
/** Further apart than this, rounding to nine places cannot change which is greater. */
export const NEAR = 10 / SCALE;

/** A number in whole units of the ninth place: equal for two numbers exactly when their ROUND(x,9) are equal. */
function grains(value: number): number {
  return Math.round(value * SCALE);
}

/** Whether a value reaches its line (达到标准): ROUND(value,9) >= ROUND(line,9). NaN never does. */
export function reaches(value: number, line: number): boolean {
  const above = value - line;
  return above > NEAR || (above >= -NEAR && grains(value) >= grains(line));
}

/** Whether a value keeps to its limit (不超过上限): ROUND(value,9) <= ROUND(limit,9). NaN never does. */
export function withinLimit(value: number, limit: number): boolean {
  return reaches(limit, value);
}

/** A number without binary noise, for writing it down: 0.85 × 5.3 becomes 4.505. */
export function clean(value: number): number {
  const rounded = grains(value) / SCALE;
  return Number.isFinite(rounded) ? rounded : value;
}

/** A number as the official form prints it, rounded half up at `places`. */
export function printed(value: number, places: number): number {
  const scale = 10 ** places;
  return Math.round(clean(value * scale)) / scale;
}

/** The number that is compared with a line: as it is, or under `compareRounded` as the form prints it (§I.1). */
export function seen(value: number, places: number, switches: Switches): number {
  return switches.compareRounded ? printed(value, places) : value;
}

/** How many places both sides of a comparison are rounded to (R4, §I.1). */
export function comparedPlaces({ places }: { readonly places: number }, switches: Switches): number {
  return switches.compareRounded ? places : PLACES;
}

/** The next whole number up, without being fooled by noise: 3.0000000000001 is 3. */
export function wholeUp(value: number): number {
  return Math.ceil(clean(value));
}

/** A number for a Chinese line of calculation: at most `places` decimals, no trailing zeros. */
export function plain(value: number, places = STEP_PLACES): string {
  return trimmed(clean(value).toFixed(places));
}

function trimmed(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** `= 4.2`, or `≈ 4.193548` where the decimals were cut. */
export function equals(value: number): string {
  const text = plain(value);
  return (clean(value) === Number(text) ? "= " : "≈ ") + text;
}

/** A number at the official precision, or with more decimals where rounding would put it on the other side of a line. */
export function shown(value: number, places: number, lines: readonly number[]): string {
  const rounded = printed(value, places);
  const same = lines.every((line) => reaches(rounded, line) === reaches(value, line) && withinLimit(rounded, line) === withinLimit(value, line));
  return same ? rounded.toFixed(places) : plain(value, PLACES);
}

/** The same without trailing zeros, for a line of calculation. */
export function compared(value: number, lines: readonly number[]): string {
  return trimmed(shown(value, STEP_PLACES, lines));
}
