/** The cell references inside a formula's text, found without understanding the rest of it. */
import { columnIndex } from "../grid/address";
import { columnLetters } from "../grid/cell-name";

export interface Corner {
  /** `null`: the reference is of whole columns. */
  readonly row: number | null;
  /** `null`: the reference is of whole rows. */
  readonly column: number | null;
  readonly fixedRow: boolean;
  readonly fixedColumn: boolean;
}

export interface Reference {
  /** Plain name; `null`: the sheet the formula stands on. */
  readonly sheet: string | null;
  /** The sheet as written, with `!`. */
  readonly prefix: string;
  readonly first: Corner;
  readonly last: Corner | null;
}

const TOKENS = new RegExp(
  [
    String.raw`("(?:[^"]|"")*")`,
    String.raw`((?:'(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*(?::[\p{L}_][\p{L}\p{N}_.]*)?)!)?` +
      String.raw`(?<![\p{L}\p{N}_.$\\])(?:(\$?[A-Z]{1,3}\$?[0-9]{1,7})(?::(\$?[A-Z]{1,3}\$?[0-9]{1,7}))?|(\$?[A-Z]{1,3}):(\$?[A-Z]{1,3})|(\$?[0-9]{1,7}):(\$?[0-9]{1,7}))(?![\p{L}\p{N}_(!.])`,
    String.raw`('(?:[^']|'')*'!?)`,
    String.raw`(\[[^\]]*\])`,
  ].join("|"),
  "giu",
);

/** The formula as literal texts and references, in order. */
export function splitFormula(formula: string): (string | Reference)[] {
  const parts: (string | Reference)[] = [];
  let at = 0;
  for (const match of formula.matchAll(TOKENS)) {
    const first = match[3] ?? match[5] ?? match[7];
    if (first === undefined) continue;
    if (match.index > at) parts.push(formula.slice(at, match.index));
    const last = match[4] ?? match[6] ?? match[8];
    const prefix = match[2] ?? "";
    parts.push({ sheet: plainSheet(prefix), prefix, first: corner(first), last: last === undefined ? null : corner(last) });
    at = match.index + match[0].length;
  }
  if (at < formula.length) parts.push(formula.slice(at));
  return parts;
}

function plainSheet(prefix: string): string | null {
  if (prefix === "") return null;
  const bare = prefix.slice(0, -1);
  return bare.startsWith("'") ? bare.slice(1, -1).replace(/''/g, "'") : bare;
}

function corner(text: string): Corner {
  const [, fixedColumn = "", letters = "", fixedRow = "", digits = ""] = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text) ?? [];
  // `$5` of whole rows: its sign belongs to the row.
  const row = digits === "" ? null : Number(digits) - 1;
  return letters === ""
    ? { row, column: null, fixedRow: fixedColumn !== "" || fixedRow !== "", fixedColumn: false }
    : { row, column: columnIndex(letters), fixedRow: fixedRow !== "", fixedColumn: fixedColumn !== "" };
}

export function cornerText(one: Corner): string {
  const column = one.column === null ? "" : (one.fixedColumn ? "$" : "") + columnLetters(one.column);
  return one.row === null ? column : `${column}${one.fixedRow ? "$" : ""}${String(one.row + 1)}`;
}

export function referenceText(one: Reference): string {
  return one.prefix + cornerText(one.first) + (one.last === null ? "" : `:${cornerText(one.last)}`);
}

/** The formula with every reference written anew. */
export function mapReferences(formula: string, map: (reference: Reference) => string): string {
  return splitFormula(formula).map((part) => (typeof part === "string" ? part : map(part))).join("");
}

/** A formula's text as it reads some rows and columns further on, as when a cell is copied; takes `splitFormula`'s parts. */
export function relocate(parts: readonly (string | Reference)[], rows: number, columns: number): string {
  const move = (one: Corner): Corner => ({
    ...one,
    row: one.row === null || one.fixedRow ? one.row : one.row + rows,
    column: one.column === null || one.fixedColumn ? one.column : one.column + columns,
  });
  let text = "";
  for (const part of parts) {
    text += typeof part === "string" ? part : referenceText({ ...part, first: move(part.first), last: part.last && move(part.last) });
  }
  return text;
}
