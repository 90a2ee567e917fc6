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

/** A sheet of a title, lines, one table and lines again. Long lines are broken at the table's width, so that they print whole. */
export function pageOf(page: PageLayout): SheetPlan {
  const { table } = page;
  const room = table.widths.reduce((sum, width) => sum + width, 0) - 2;
  const above: Row[] = [[cell(page.title, "title")], ...wrapAll(page.above, room).map((line) => [cell(line, "subtitle")])];
  const below: Row[] = wrapAll(page.below, room).map((line) => [cell(line, "note")]);
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
  };
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
    const room = merge === undefined ? (widths[column] ?? 10) : widths.slice(column, column + merge.columns).reduce((sum, each) => sum + each, 0);
    const lines = one.value.split("\n").reduce((sum, text) => sum + linesIn(text, room), 0);
    most = Math.max(most, Math.ceil(lines / (merge?.rows ?? 1)));
  });
  return most;
}

/** Lines a text takes in a cell: marks that may not begin a line cost a little of each. */
function linesIn(text: string, room: number): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) width += text.charCodeAt(i) <= 0xff ? 1 : 2;
  return Math.max(1, Math.ceil(width / Math.max(2, room - 1)));
}

/** Pads a row with empty cells of one style, so that borders of a merged or short row are drawn to its end. */
export function padded(row: Row, columns: number, style: StyleName): Row {
  return [...row, ...Array.from({ length: Math.max(0, columns - row.length) }, () => cell(null, style))];
}

function wrapAll(lines: readonly string[], room: number): string[] {
  return lines.flatMap((line) => wrapped(line, room));
}

/** Lines of at most `room` half-width characters; a Chinese character takes two. */
export function wrapped(text: string, room: number): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const char of text) {
    const width = (char.codePointAt(0) ?? 0) <= 0xff ? 1 : 2;
    if (used + width > room && line !== "") {
      lines.push(line);
      line = "　";
      used = 2;
    }
    line += char;
    used += width;
  }
  lines.push(line);
  return lines;
}
