import type { Area } from "./block";
import { cellName } from "./cell-name";

/** Zero-based index of column letters: `A` → 0. Letters are assumed to be letters. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** `A4:K60` of an area; a single cell is `A4`. */
export function areaName(area: Area): string {
  const from = cellName(area.row, area.column);
  if (area.rows === 1 && area.columns === 1) return from;
  return `${from}:${cellName(area.row + area.rows - 1, area.column + area.columns - 1)}`;
}

/** A sheet's name as Excel formulas write it: quoted unless plain, quotes doubled. */
export function quoteSheet(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name) && !/^[Rr]\d*([Cc]\d*)?$|^[Cc]\d*$/.test(name);
  return plain ? name : `'${name.replace(/'/g, "''")}'`;
}

/** Where a place points: `表!F7` or `'表 1'!A4:K60` or `表!7` (a whole row: `column` 0, `columns` 1). `null` when it is no place. */
export function parsePlace(text: string): ({ readonly sheet: string } & Area) | null {
  const bang = text.lastIndexOf("!");
  if (bang < 1) return null;
  const bare = text.slice(0, bang);
  const sheet = /^'.*'$/.test(bare) ? bare.slice(1, -1).replace(/''/g, "'") : bare;
  const area = parseArea(text.slice(bang + 1));
  return area && { sheet, ...area };
}

/** The area of `F7`, `$A$4:K60` or a row number `7`; `null` when the text is none of these. */
export function parseArea(text: string): Area | null {
  const row = /^(\d+)$/.exec(text);
  if (row) return { row: Number(row[1]) - 1, column: 0, rows: 1, columns: 1 };
  const match = /^\$?([A-Za-z]{1,3})\$?(\d+)(?::\$?([A-Za-z]{1,3})\$?(\d+))?$/.exec(text);
  if (!match) return null;
  const [, c1 = "", r1 = "", c2 = c1, r2 = r1] = match;
  const top = Math.min(Number(r1), Number(r2)) - 1;
  const left = Math.min(columnIndex(c1), columnIndex(c2));
  const bottom = Math.max(Number(r1), Number(r2)) - 1;
  const right = Math.max(columnIndex(c1), columnIndex(c2));
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}
