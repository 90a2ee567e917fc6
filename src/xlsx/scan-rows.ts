/**
 * Rows and cells of a sheet part, told by where they stand in its text. A large sheet has a million cells,
 * so nothing is made of them here but offsets; reading and patching both go this way.
 */
import { FileError } from "./file-error";
import { columnIndex } from "../grid/address";
import { parseAttributes } from "./xml";

export interface ScannedRow {
  readonly row: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly start: number;
  /** After the opening tag; equals `end` when the row closes itself. */
  readonly innerStart: number;
  readonly innerEnd: number;
  readonly end: number;
}

export interface ScannedCell {
  readonly row: number;
  readonly column: number;
  /** Style index. */
  readonly style: number;
  /** `n`, `s`, `str`, `inlineStr`, `b`, `e`, `d`. */
  readonly type: string;
  /** Attributes as written, for those not named here. */
  readonly tag: string;
  readonly start: number;
  readonly innerStart: number;
  readonly innerEnd: number;
  readonly end: number;
}

/** Each row between two offsets of `xml`, in the order they stand. */
export function* scanRows(xml: string, prefix: string, from: number, to: number): Generator<ScannedRow, void> {
  const open = prefix ? `<${prefix}:row` : "<row";
  const close = prefix ? `</${prefix}:row>` : "</row>";
  let expected = 0;
  let at = xml.indexOf(open, from);
  while (at >= 0 && at < to) {
    const tagEnd = xml.indexOf(">", at);
    if (tagEnd < 0 || tagEnd >= to) throw new FileError("corrupt", ["工作表行数据不完整"]);
    const closed = xml.charCodeAt(tagEnd - 1) === 47;
    const attributes = parseAttributes(xml.slice(at + open.length, tagEnd));
    const row = attributes.r === undefined ? expected : Number(attributes.r) - 1;
    const innerEnd = closed ? tagEnd + 1 : xml.indexOf(close, tagEnd);
    if (innerEnd < 0 || innerEnd > to || !(row >= 0 && row < 1_048_576)) throw new FileError("corrupt", ["工作表行数据不完整"]);
    const end = closed ? tagEnd + 1 : innerEnd + close.length;
    yield { row, attributes, start: at, innerStart: tagEnd + 1, innerEnd, end };
    expected = row + 1;
    at = xml.indexOf(open, end);
  }
}

/** Calls back for each cell of a row. */
export function scanCells(xml: string, prefix: string, row: ScannedRow, visit: (cell: ScannedCell) => void): void {
  const open = prefix ? `<${prefix}:c` : "<c";
  const close = prefix ? `</${prefix}:c>` : "</c>";
  let expected = 0;
  let at = xml.indexOf(open, row.innerStart);
  while (at >= 0 && at < row.innerEnd) {
    const tagEnd = xml.indexOf(">", at);
    if (tagEnd < 0 || tagEnd >= row.innerEnd) throw new FileError("corrupt", ["单元格数据不完整"]);
    const closed = xml.charCodeAt(tagEnd - 1) === 47;
    const tag = xml.slice(at + open.length, closed ? tagEnd - 1 : tagEnd);
    const innerEnd = closed ? tagEnd + 1 : xml.indexOf(close, tagEnd);
    if (innerEnd < 0 || innerEnd >= row.innerEnd + (closed ? 1 : 0)) throw new FileError("corrupt", ["单元格数据不完整"]);
    const end = closed ? tagEnd + 1 : innerEnd + close.length;
    const name = tagValue(tag, "r");
    const column = name === null ? expected : columnOf(name);
    visit({ row: row.row, column, style: Number(tagValue(tag, "s") ?? 0), type: tagValue(tag, "t") ?? "n", tag, start: at, innerStart: tagEnd + 1, innerEnd, end });
    expected = column + 1;
    at = xml.indexOf(open, end);
  }
}

function columnOf(name: string): number {
  let length = 0;
  while (length < name.length && name.charCodeAt(length) > 57) length++;
  return columnIndex(name.slice(0, length));
}

/** One attribute of a tag's text; the short way, for names of one or two letters in a cell's tag. */
export function tagValue(tag: string, name: string): string | null {
  let at = tag.indexOf(`${name}=`);
  while (at > 0 && tag.charCodeAt(at - 1) > 32) at = tag.indexOf(`${name}=`, at + 1);
  if (at < 0) return null;
  const quote = tag[at + name.length + 1] ?? "";
  const start = at + name.length + 2;
  const end = tag.indexOf(quote, start);
  return end < 0 ? null : tag.slice(start, end);
}
