import { cell, type Row } from "../../layout";
import type { ValidationPlan } from "../../sheet-plan";
import { EDITED, KEY_HEADING, type ListColumn } from "./list-plan";
import { lineMark, rowMark } from "./marks";
import type { Merged, MergedRow } from "./merge";
import type { Previous } from "./previous";

/** A column of a list as it is written (列). */
export interface Written {
  readonly id: string;
  readonly heading: string;
  readonly width: number;
  readonly column: ListColumn | null;
}

const ADDED_WIDTH = 18;

/** Our columns under the headings people gave them, then the columns they added. */
export function writtenColumns(columns: readonly ListColumn[], previous: Previous, { anew, kept }: Merged): Written[] {
  const isEdited = [...anew, ...kept].some((row) => row.cells.has(EDITED.id));
  return [
    ...columns.map((one) => ({ id: one.id, heading: previous.renamed.get(one.id) ?? one.heading, width: one.width, column: one })),
    ...[...previous.added].map(([id, heading]) => ({ id, heading, width: ADDED_WIDTH, column: null })),
    ...(isEdited ? [{ ...EDITED, width: ADDED_WIDTH * 2, column: null }] : []),
  ];
}

/** Headings; that of the marks does not wrap, for it must not make the row tall. */
export function headerOf(written: readonly Written[]): Row {
  return [...written.map((one) => cell(one.heading, "header")), cell(KEY_HEADING, "note")];
}

/** One row with its mark behind it. */
export function lineOf(row: MergedRow, written: readonly Written[], number: number): Row {
  const first = written[0]?.id;
  const cells = written.map((one) => (one.id === first && row.key !== null ? cell(number, "centred") : (row.cells.get(one.id) ?? cell(null, one.column?.kind === "own" && row.key !== null ? "wrap" : "inputWrap"))));
  return [...cells, cell(row.key === null ? null : rowMark(row.key, row.check ?? ""), "note")];
}

/** Lines that are no rows with marks behind them. */
export function withMarks(rows: readonly Row[], markColumn: number): Row[] {
  return rows.map((row) => {
    if (row.length === 0 || row.length > markColumn) return row;
    return [...row, ...Array.from({ length: markColumn - row.length }, () => null), cell(lineMark(row), "note")];
  });
}

/** What may be typed into `rows` rows from `row` on. */
export function validations(written: readonly Pick<Written, "column">[], row: number, rows: number): ValidationPlan[] {
  if (rows === 0) return [];
  return written.flatMap(({ column }, index) => (column?.rule === undefined ? [] : [{ area: { row, column: index, rows, columns: 1 }, rule: column.rule, note: column.note ?? null, refusal: null }]));
}
