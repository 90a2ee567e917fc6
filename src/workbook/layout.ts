import type { Area } from "../grid/block";
import type { PlanCell, PlanValue, SheetPlan, StyleName } from "./sheet-plan";

/** One row of a sheet being laid out; `null` is an empty cell. */
export type Row = readonly (PlanCell | null)[];

export function cell(value: PlanValue, style: StyleName): PlanCell {
  return { value, style };
}

/** A table with its heading rows; merges count rows from the first heading row. */
export interface TableLayout {
  readonly widths: readonly number[];
  readonly header: readonly Row[];
  readonly body: readonly Row[];
  readonly merges: readonly Area[];
  /** Columns before which a printed page begins, where one would be too small to read; see `columnPages`. */
  readonly columnBreaks?: readonly number[];
}

/** A table between lines of text above and below. Lines begin at the left edge, where a narrow window shows them, and run on. */
export interface PageLayout {
  readonly name: string;
  readonly title: string;
  readonly above: readonly string[];
  readonly table: TableLayout;
  readonly below: readonly string[];
  readonly frozenColumns: number;
}

/** A title's letters are larger. */
const TITLE_ROOM = 0.65;

/** A sheet of a title, lines, one table and lines again. Long lines are broken at the width of the table or of its first page, so that they print whole. */
export function pageOf(page: PageLayout): SheetPlan {
  const { table } = page;
  const room = sumOf(table.widths.slice(table.columnBreaks === undefined ? 0 : page.frozenColumns, table.columnBreaks?.[0])) - 2;
  // Columns that stand on every page hold no lines, for those would be cut off there.
  const lead = table.columnBreaks === undefined ? [] : Array.from({ length: page.frozenColumns }, () => null);
  const lines = (texts: readonly string[], style: StyleName, width = room): Row[] => texts.flatMap((text) => wrapped(text, width)).map((line) => [...lead, cell(line, style)]);
  const above = [...lines([page.title], "title", Math.floor(room * TITLE_ROOM)), ...lines(page.above, "subtitle")];
  const below = lines(page.below, "note");
  const top = above.length;
  return {
    name: page.name,
    rows: [...above, ...table.header, ...table.body, [], ...below],
    merges: table.merges.map((area) => ({ ...area, row: area.row + top })),
    columnWidths: table.widths,
    frozenRows: top + table.header.length,
    frozenColumns: page.frozenColumns,
    landscape: true,
    printTitleRows: [top, top + table.header.length - 1],
    rowHeights: heightsOf(table, top),
    ...(table.columnBreaks && { columnBreaks: table.columnBreaks }),
    paper: paperFor(sumOf(table.widths)),
  };
}

/** Half-width characters that side by side can still be read: on A4 laid on its side, and at most on one page. */
const WIDEST_A4 = 215;
const WIDEST_PAGE = 240;

/** Paper on which a table so wide can be read (纸张). */
export function paperFor(width: number): "A4" | "A3" {
  return width > WIDEST_A4 ? "A3" : "A4";
}

/** Where pages begin so that groups of columns stay together; the first `repeated` columns stand on every page. Nothing where one page is enough. */
export function columnPages(widths: readonly number[], starts: readonly number[], repeated: number): { readonly columnBreaks?: readonly number[] } {
  const breaks: number[] = [];
  starts.forEach((start, index) => {
    const first = breaks.at(-1) ?? 0;
    const lead = first === 0 ? 0 : sumOf(widths.slice(0, repeated));
    if (start > first && lead + sumOf(widths.slice(first, starts[index + 1])) > WIDEST_PAGE) breaks.push(start);
  });
  return breaks.length === 0 ? {} : { columnBreaks: breaks };
}

function sumOf(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0);
}

const WRAPPED: ReadonlySet<StyleName> = new Set(["header", "text", "wrap", "wrapBold", "centred"]);
const TYPED: ReadonlySet<StyleName> = new Set(["input", "inputWrap"]);
const LINE_POINTS = 15;

/** Heights of the rows whose text runs over several lines, so that they print whole in every program. Rows people type into grow by themselves. */
function heightsOf({ header, body, widths, merges }: TableLayout, top: number): Record<number, number> {
  const heights: Record<number, number> = {};
  const merged = mergesByRow(merges);
  [...header, ...body].forEach((row, index) => {
    const lines = rowLines(row, widths, merged.get(index));
    if (lines > 1 && !row.some((one) => one && TYPED.has(one.style))) heights[top + index] = rowHeight(lines);
  });
  return heights;
}

/** Excel draws no higher row. */
const HIGHEST = 409;

/** Points a row of so many lines needs. */
export function rowHeight(lines: number): number {
  return Math.min(HIGHEST, lines * LINE_POINTS + 4);
}

/** Merges by the row they begin in. */
export function mergesByRow(merges: readonly Area[]): ReadonlyMap<number, readonly Area[]> {
  const rows = new Map<number, Area[]>();
  for (const area of merges) rows.set(area.row, [...(rows.get(area.row) ?? []), area]);
  return rows;
}

/** Lines the tallest cell of a row takes; what is merged over several rows shares them. */
export function rowLines(row: Row, widths: readonly number[], merges: readonly Area[] = []): number {
  let most = 1;
  row.forEach((one, column) => {
    if (typeof one?.value !== "string" || !WRAPPED.has(one.style)) return;
    const merge = merges.find((area) => area.column === column);
    const room = merge === undefined ? (widths[column] ?? 10) : sumOf(widths.slice(column, column + merge.columns));
    const lines = one.value.split("\n").reduce((sum, text) => sum + (widthOf(text) <= room ? 1 : linesOf(text, room).length), 0);
    most = Math.max(most, Math.ceil(lines / (merge?.rows ?? 1)));
  });
  return most;
}

/** Pads a row with empty cells of one style, so that borders of a merged or short row are drawn to its end. */
export function padded(row: Row, columns: number, style: StyleName): Row {
  return [...row, ...Array.from({ length: Math.max(0, columns - row.length) }, () => cell(null, style))];
}

/** Lines of at most `room` half-width characters, the second and further ones begun one sign in. */
export function wrapped(text: string, room: number): string[] {
  const [first = "", ...others] = linesOf(text, room, INDENT);
  return [first, ...others.map((line) => INDENT + line)];
}

const INDENT = "\u3000";

/** What no line is broken within: a number or a foreign word, with the marks that may not end a line before it and may not begin one after it. */
const UNITS = /[（「『【《“‘]*(?:[\w.,:%!+\-/]+|[^])[，。、；：！？）」』】》”’…]*/gu;

/** A text broken as spreadsheet programs break it (折行). */
function linesOf(text: string, room: number, indent = ""): string[] {
  const lines: string[] = [];
  let line = "";
  let free = room;
  for (const unit of text.match(UNITS) ?? []) {
    // What is longer than a line is broken anywhere.
    for (const part of unit.length > room / 2 && widthOf(unit) > room ? unit : [unit]) {
      const width = widthOf(part);
      if (width > free && line !== "") {
        lines.push(line);
        line = "";
        free = room - widthOf(indent);
      }
      line += part;
      free -= width;
    }
  }
  return [...lines, line];
}

/** Half-width characters a text takes: a Chinese one takes two. */
function widthOf(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // The second half of a rare character takes no room of its own.
    width += code <= 0xff ? 1 : (code & 0xfc00) === 0xdc00 ? 0 : 2;
  }
  return width;
}
