import { ExcelError } from "../protocol";

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** A rectangle; rows and columns count from 0. */
export interface Box {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export function letters(column: number): string {
  let text = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  return text;
}

const indexOf = (text: string): number => [...text.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

export function quoted(sheet: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) && !/^[A-Za-z]{1,3}\d+$/.test(sheet) ? sheet : `'${sheet.replace(/'/g, "''")}'`;
}

/** `A1:B2`, `A:C`, `3:5`, with or without `$` and a sheet's name. */
export function parseAddress(address: string): Box & { readonly sheet: string | null } {
  const named = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(address);
  const sheet = named ? (named[1] ?? named[2] ?? "").replace(/''/g, "'") : null;
  const [first = "", second = first] = (named?.[3] ?? address).replace(/\$/g, "").split(":");
  const a = corner(first, address);
  const b = corner(second, address);
  if ((a.row === null) !== (b.row === null) || (a.column === null) !== (b.column === null)) throw new ExcelError("InvalidArgument", `address ${address}`);
  const row = Math.min(a.row ?? 0, b.row ?? 0);
  const column = Math.min(a.column ?? 0, b.column ?? 0);
  const lastRow = Math.max(a.row ?? MAX_ROWS - 1, b.row ?? MAX_ROWS - 1);
  const lastColumn = Math.max(a.column ?? MAX_COLUMNS - 1, b.column ?? MAX_COLUMNS - 1);
  return { sheet, row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
}

function corner(text: string, address: string): { row: number | null; column: number | null } {
  const match = /^([A-Za-z]{1,3})?(\d+)?$/.exec(text);
  if (!match || (!match[1] && !match[2])) throw new ExcelError("InvalidArgument", `address ${address}`);
  return { column: match[1] ? indexOf(match[1]) : null, row: match[2] ? Number(match[2]) - 1 : null };
}

export function formatAddress(box: Box): string {
  if (box.rows === MAX_ROWS && box.columns === MAX_COLUMNS) return `1:${String(MAX_ROWS)}`;
  if (box.rows === MAX_ROWS) return `${letters(box.column)}:${letters(box.column + box.columns - 1)}`;
  if (box.columns === MAX_COLUMNS) return `${String(box.row + 1)}:${String(box.row + box.rows)}`;
  const from = letters(box.column) + String(box.row + 1);
  if (box.rows === 1 && box.columns === 1) return from;
  return `${from}:${letters(box.column + box.columns - 1)}${String(box.row + box.rows)}`;
}

export function intersection(a: Box, b: Box): Box | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

export function bounding(a: Box, b: Box): Box {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}

/** Where a box is after rows were inserted; a box they fall into grows. */
export function afterInsertedRows(box: Box, before: number, count: number): Box {
  if (box.row >= before) return { ...box, row: box.row + count };
  return box.row + box.rows > before ? { ...box, rows: box.rows + count } : box;
}
