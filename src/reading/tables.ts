import type { Cell, SheetBlock } from "../grid/block";
import { isBlank } from "../grid/block";
import { plain, tidy, unitsOfLine, type Unit } from "./text";
import { readHeading } from "./heading";
import { scan, type Anchor, type Scan } from "./scan";

/** A table as found, before its columns are understood (表格范围). Rows and columns are relative to the block. */
export interface RawTable {
  readonly block: SheetBlock;
  readonly headerRows: readonly number[];
  /** 甲 乙 1 2 3 or A B C rows among the heading rows. */
  readonly letterRows: ReadonlySet<number>;
  readonly firstData: number;
  /** Exclusive. */
  readonly endData: number;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly nameColumn: number;
  readonly title: string;
  readonly units: readonly Unit[];
  /** A form laid on its side: where each column's value really stands (absolute). */
  readonly origins?: readonly { readonly row: number; readonly column: number }[];
}

/** Where a cell of a table stands on its sheet (absolute). */
export function cellAt(table: RawTable, row: number, column: number): { readonly sheet: string; readonly row: number; readonly column: number } {
  const { sheet } = table.block;
  const origin = table.origins?.[Math.max(0, column)];
  return origin ? { sheet, ...origin } : { sheet, row: table.block.row + row, column: table.block.column + Math.max(0, column) };
}

const MOST_HEADER_ROWS = 6;
const LETTER = /^(?:[甲乙丙丁戊己庚]|[a-z]{1,2}|[l项]?\d{1,3}|\(\d{1,3}\)|第?\d{1,3}[列栏]|[-—*/]|[a-z\d]+=.+)$/i;

/** Finds the tables of schools in a sheet: title, unit and letter rows, merged headings, several tables below or beside each other. */
export function findTables(block: SheetBlock): { readonly tables: readonly RawTable[]; readonly scan: Scan } {
  const seen = scan(block);
  const tables: RawTable[] = [];
  for (const anchor of seen.anchors) {
    if (tables.some((table) => inside(table, anchor))) continue;
    const table = tableAt(block, seen, anchor);
    if (table) tables.push(table);
  }
  return { tables: tables.map((table, i) => clipped(table, tables.slice(i + 1))), scan: seen };
}

function inside(table: RawTable, anchor: Anchor): boolean {
  const top = table.headerRows[0] ?? 0;
  return anchor.row >= top && anchor.row < table.firstData && anchor.column >= table.from && anchor.column < table.to;
}

/** A table ends where the next one below it begins. */
function clipped(table: RawTable, later: readonly RawTable[]): RawTable {
  const next = later.find((other) => (other.headerRows[0] ?? 0) >= table.firstData && other.from < table.to && other.to > table.from);
  return next ? { ...table, endData: Math.min(table.endData, next.headerRows[0] ?? table.endData) } : table;
}

/** The table whose column of names is headed at a cell; `null` when there is none. */
export function tableAt(block: SheetBlock, seen: Scan, anchor: Anchor): RawTable | null {
  const merge = seen.mergeAt(anchor.row, anchor.column);
  const letterRows = new Set<number>();
  let bottom = merge ? merge.row + merge.rows - 1 : anchor.row;
  for (let next = bottom + 1; next - anchor.row <= MOST_HEADER_ROWS + 2; next += 1) {
    if (isLetterRow(block.values[next], anchor.column)) letterRows.add(next);
    else if (!continuesHeader(block, seen, next, anchor.column)) break;
    bottom = next;
  }
  const top = headerTop(block, seen, anchor, bottom);
  const headerRows = Array.from({ length: bottom - top + 1 }, (_, i) => top + i);
  for (const row of headerRows) if (isLetterRow(block.values[row], anchor.column)) letterRows.add(row);
  const columns = columnSpan(block, seen, anchor, headerRows);
  const firstData = bottom + 1;
  const endData = endOfRows(block, anchor, seen.rows.length);
  if (columns.to - columns.from < 2 || firstData >= endData) return null;
  return { block, headerRows, letterRows, firstData, endData, ...columns, nameColumn: anchor.column, ...headlines(block, seen, top, columns) };
}

/** 甲 乙 1 2 3, A B C, L1 L2: every filled cell is such a mark, the name's column included. */
export function isLetterRow(cells: readonly Cell[] | undefined, nameColumn: number): boolean {
  if (!cells || nameColumn >= cells.length) return false;
  let filled = 0;
  for (const cell of cells) {
    if (isBlank(cell)) continue;
    if (!LETTER.test(plain(String(cell)))) return false;
    filled += 1;
  }
  return filled >= 2 && (isBlank(cells[nameColumn]) || LETTER.test(plain(String(cells[nameColumn]))));
}

function continuesHeader(block: SheetBlock, seen: Scan, row: number, nameColumn: number): boolean {
  const profile = seen.rows[row];
  if (!profile || profile.texts === 0 || profile.numbers > 0) return false;
  return isBlank(block.values[row]?.[nameColumn]) && profile.last > nameColumn && !isSection(block, row, nameColumn);
}

/** A row that only names what follows (一、小学), from the first columns on. */
function isSection(block: SheetBlock, row: number, nameColumn: number): boolean {
  const cells = block.values[row] ?? [];
  return cells.every((cell, j) => isBlank(cell) || j <= nameColumn);
}

function headerTop(block: SheetBlock, seen: Scan, anchor: Anchor, bottom: number): number {
  let top = seen.mergeAt(anchor.row, anchor.column)?.row ?? anchor.row;
  while (top > 0 && bottom - top + 1 < MOST_HEADER_ROWS + 1 && headsColumns(block, seen, top - 1, anchor.column)) top -= 1;
  return top;
}

/** Whether a row above the names' heading holds group headings rather than a title or a unit line. */
function headsColumns(block: SheetBlock, seen: Scan, row: number, nameColumn: number): boolean {
  const profile = seen.rows[row];
  const cells = block.values[row] ?? [];
  if (!profile || profile.texts === 0 || profile.numbers > 0 || isLetterRow(cells, nameColumn)) return false;
  const filled = cells.flatMap((cell, j) => (isBlank(cell) ? [] : [{ text: plain(String(cell)), j }]));
  if (filled.some(({ text }) => /[:：]/.test(text) && /单位|日期|时间|填报|制表|编制|年月/.test(text))) return false;
  const only = filled[0];
  if (filled.length > 1) return filled.filter(({ j }) => j > nameColumn).length > 0;
  const merge = only && seen.mergeAt(row, only.j);
  return only !== undefined && only.j > nameColumn && (merge?.columns ?? 0) > 1;
}

function headed(block: SheetBlock, seen: Scan, rows: readonly number[], column: number): boolean {
  return rows.some((row) => !isBlank(block.values[row]?.[column]) || (seen.mergeAt(row, column)?.column ?? column) < column);
}

/** The columns of a table: from its first heading, or the attribute columns left of the name where another table stands beside it, to the next table. */
function columnSpan(block: SheetBlock, seen: Scan, anchor: Anchor, headerRows: readonly number[]): { from: number; to: number } {
  const width = block.columns;
  const bars = seen.anchors.filter(({ row, column }) => headerRows.includes(row) && column !== anchor.column).map(({ column }) => column);
  const leftBar = Math.max(-1, ...bars.filter((bar) => bar < anchor.column));
  const rightBar = bars.filter((bar) => bar > anchor.column).sort((a, b) => a - b).find((bar) => factBetween(block, headerRows, anchor.column, bar));
  const walkLeft = (column: number, stop: number, attributesOnly: boolean) => {
    let from = column;
    while (from - 1 > stop && headed(block, seen, headerRows, from - 1) && (!attributesOnly || describes(block, headerRows, from - 1))) from -= 1;
    return from;
  };
  const from = walkLeft(anchor.column, leftBar, leftBar >= 0);
  const limit = rightBar === undefined ? width : walkLeft(rightBar, anchor.column, true);
  let to = anchor.column + 1;
  for (let column = to; column < limit; column += 1) if (headed(block, seen, headerRows, column)) to = column + 1;
    else if (!headed(block, seen, headerRows, column + 1)) break;
  return { from, to };
}

function leafText(block: SheetBlock, headerRows: readonly number[], column: number): string {
  for (const row of [...headerRows].reverse()) {
    const cell = block.values[row]?.[column];
    if (!isBlank(cell) && !LETTER.test(plain(String(cell)))) return String(cell);
  }
  return "";
}

function describes(block: SheetBlock, headerRows: readonly number[], column: number): boolean {
  const { attribute } = readHeading([leafText(block, headerRows, column)]);
  return attribute !== null && attribute !== "remark" && attribute !== "name";
}

function factBetween(block: SheetBlock, headerRows: readonly number[], from: number, to: number): boolean {
  for (let column = from + 1; column < to; column += 1) {
    if (readHeading([leafText(block, headerRows, column)]).candidates.length > 0) return true;
  }
  return false;
}

/** A ListObject bounds the rows of the table in it. */
function endOfRows(block: SheetBlock, anchor: Anchor, rows: number): number {
  const r = anchor.row + block.row;
  const c = anchor.column + block.column;
  const holder = block.tables.find(({ area }) => r >= area.row && r < area.row + area.rows && c >= area.column && c < area.column + area.columns);
  return holder ? Math.min(rows, holder.area.row + holder.area.rows - block.row) : rows;
}

/** Title and units written above the headings, up to the previous filled block. */
function headlines(block: SheetBlock, seen: Scan, top: number, columns: { from: number; to: number }): { title: string; units: readonly Unit[] } {
  const lines: string[] = [];
  const units: Unit[] = [];
  for (let row = top - 1; row >= Math.max(0, top - 6); row -= 1) {
    const profile = seen.rows[row];
    if (profile && profile.numbers > 1 && profile.texts > 0) break;
    for (let column = 0; column < (block.values[row]?.length ?? 0); column += 1) {
      const cell = block.values[row]?.[column];
      if (typeof cell !== "string" || isBlank(cell)) continue;
      const found = unitsOfLine(cell);
      units.push(...found);
      const beside = column >= columns.to && columns.to < (seen.rows[top]?.last ?? 0) + 1;
      if (found.length === 0 && !beside && plain(cell).length >= 2 && !/[:：]|^(?:附件|附表)\d*$/.test(plain(cell)) && !LETTER.test(plain(cell))) lines.unshift(tidy(cell));
    }
  }
  return { title: lines.join(" "), units };
}
