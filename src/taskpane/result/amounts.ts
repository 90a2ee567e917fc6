import { grouped } from "../parts/figures";

/** A gap as people read it: whole 人 and 间, ㎡ and 元 to two places, never rounded to nothing. */
export function amountText(amount: number, unit: string): string {
  if (unit === "人" || unit === "间") return grouped(String(amount));
  const cents = Math.ceil(Math.round(amount * 1e6) / 1e4) / 100;
  return grouped(Number.isInteger(cents) ? String(cents) : cents.toFixed(2));
}
