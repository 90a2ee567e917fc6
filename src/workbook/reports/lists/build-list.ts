import type { SheetBlock } from "../../../grid/block";
import { cell, type Row } from "../../layout";
import type { SheetPlan, ValidationPlan } from "../../sheet-plan";
import { framed, verdictMark } from "../frame";
import { SHEET_PREFIX, type ReportContext } from "../report";
import { EDITED, KEY_HEADING, noRow, type ListColumn, type ListRow } from "./list-plan";
import { mergeRows, type MergedRow } from "./merge";
import { readPrevious, type Previous } from "./previous";

/** A list that keeps what people type into it (清单). */
export interface ListLayout {
  /** Name of its sheet without the prefix. */
  readonly term: string;
  readonly title: string;
  /** The first is 序号. */
  readonly columns: readonly ListColumn[];
  readonly rows: readonly ListRow[];
  /** What was proposed in a row that is no longer one, by its key. */
  readonly suggested: (key: string) => Readonly<Record<string, string>>;
  readonly notes: readonly string[];
  readonly frozenColumns: number;
}

/** A column as it is written. */
export interface Written {
  readonly id: string;
  readonly heading: string;
  readonly width: number;
  readonly column: ListColumn | null;
}

const NOTHING: Previous = { rows: [], renamed: new Map(), added: new Map() };
const ADDED_WIDTH = 18;
export const KEPT_NOTE = "黄底的列由您填写，重新生成清单时原样保留；您添加的行、列和改过的标题也保留。其他列随数据更新，改动过的文字移到“原表手工修改”列。问题已解决而填有内容的行，注明后保留；没有填写的不再列出。";

export function buildList(context: ReportContext, layout: ListLayout): SheetPlan {
  const { columns } = layout;
  const previous = previousOf(context.previous.get(SHEET_PREFIX + layout.term), columns);
  const rows = mergeRows(layout.rows, previous, columns, layout.suggested);
  const written = writtenColumns(columns, previous, rows);
  const body = rows.map((row, index) => lineOf(row, written, index + 1));
  const plan = framed(context, {
    term: layout.term,
    title: layout.title + verdictMark(context),
    table: {
      widths: [...written.map((one) => one.width), 4],
      header: [headerOf(written)],
      body: body.length === 0 ? [[cell("没有需要列入的问题。", "note")]] : body,
      merges: [],
    },
    notes: [...layout.notes, KEPT_NOTE],
    frozenColumns: layout.frozenColumns,
  });
  return {
    ...plan,
    paper: "A3",
    rows: withMarks(plan.rows, written.length),
    hiddenColumns: [written.length],
    validations: validations(written, plan.frozenRows, body.length),
  };
}

/** The list as it stands in the workbook; nothing when there is none. */
export function previousOf(block: SheetBlock | undefined, columns: readonly ListColumn[]): Previous {
  return block === undefined ? NOTHING : readPrevious(block, columns);
}

/** Our columns under the headings people gave them, then the columns they added. */
export function writtenColumns(columns: readonly ListColumn[], previous: Previous, rows: readonly MergedRow[]): Written[] {
  const isEdited = rows.some((row) => row.cells.has(EDITED.id));
  const more = [...previous.added].filter(([id]) => id !== EDITED.id).map(([id, heading]) => ({ id, heading, width: ADDED_WIDTH, column: null }));
  return [
    ...columns.map((one) => ({ id: one.id, heading: previous.renamed.get(one.id) ?? one.heading, width: one.width, column: one })),
    ...more,
    ...(isEdited ? [{ ...EDITED, width: ADDED_WIDTH * 2, column: null }] : []),
  ];
}

/** Headings; the key's does not wrap, for it must not make the row tall. */
export function headerOf(written: readonly Written[]): Row {
  return [...written.map((one) => cell(one.heading, "header")), cell(KEY_HEADING, "note")];
}

/** One row with its key behind it. */
export function lineOf(row: MergedRow, written: readonly Written[], number: number): Row {
  const first = written[0]?.id;
  const cells = written.map((one) => (one.id === first && row.key !== null ? cell(number, "integer") : (row.cells.get(one.id) ?? cell(null, one.column?.kind === "own" && row.key !== null ? "wrap" : "inputWrap"))));
  return [...cells, cell(row.key === null ? null : row.check === null ? row.key : `${row.key}~${row.check}`, "note")];
}

/** Lines that are no rows are marked as ours, so that whatever else stands below or above is known to be people's. */
export function withMarks(rows: readonly Row[], keyColumn: number): Row[] {
  return rows.map((row) => {
    if (row.length === 0 || row.length > keyColumn) return row;
    return [...row, ...Array.from({ length: keyColumn - row.length }, () => null), cell(noRow(row), "note")];
  });
}

/** What may be typed into `rows` rows from `row` on. */
export function validations(written: readonly Pick<Written, "column">[], row: number, rows: number): ValidationPlan[] {
  if (rows === 0) return [];
  return written.flatMap(({ column }, index) => (column?.rule === undefined ? [] : [{ area: { row, column: index, rows, columns: 1 }, rule: column.rule, note: column.note ?? null, refusal: null }]));
}
