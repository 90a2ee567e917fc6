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
  };
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
