import type { Cell } from "../../../grid/block";

/** Serial numbers Excel gives to days from 2000 to 2099. */
const FIRST = 36_526;
const LAST = 73_050;

/** A date that Excel keeps as a number, as text: 2026-12-31. Anything else stays as it is. */
export function dateText(cell: Cell): Cell {
  if (typeof cell !== "number" || cell < FIRST || cell > LAST) return cell;
  let days = Math.floor(cell) - FIRST;
  let year = 2000;
  while (days >= daysOf(year)) {
    days -= daysOf(year);
    year++;
  }
  let month = 0;
  while (days >= monthDays(year, month)) {
    days -= monthDays(year, month);
    month++;
  }
  return [String(year), two(month + 1), two(days + 1)].join("-");
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function daysOf(year: number): number {
  return isLeap(year) ? 366 : 365;
}

function monthDays(year: number, month: number): number {
  return month === 1 && isLeap(year) ? 29 : ([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month] ?? 31);
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
