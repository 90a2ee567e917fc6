import type { Area } from "../../../grid/block";
import { cellName } from "../../../grid/cell-name";
import { cell, mergesByRow, rowHeight, rowLines, wrapped, type Row } from "../../layout";
import type { PlanCell, SheetPlan } from "../../sheet-plan";
import { fingerprintLine, foot, head } from "../frame";
import { SHEET_PREFIX, type ReportContext } from "../report";

/** Something a table of the form (申报表) asks for and nothing tells yet. */
export interface Lacking {
  readonly what: string;
  /** Where to enter it: a sheet, a column, a cell. */
  readonly where: string;
}

export interface FormCell extends PlanCell {
  readonly lacking?: readonly Lacking[];
}

export type FormRow = readonly (FormCell | null)[];

/** One table of the official form (表Ⅰ–表Ⅵ): its cells stand where the form has them. */
export interface Form {
  /** 表Ⅱ-2. */
  readonly term: string;
  readonly title: string;
  /** From the second row on; the first is the title. */
  readonly rows: readonly FormRow[];
  readonly merges: readonly Area[];
  readonly widths: readonly number[];
  /** Rows that stay in sight; 0 for none. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** Headings repeated on every printed page. */
  readonly repeat: readonly [number, number] | null;
  readonly pageBreaks?: readonly number[];
  /** Lines under the table that are no part of the form: where figures came from. */
  readonly remarks: readonly string[];
}

/** What a cell says that could not be filled in. */
export const LACK = "缺";

export function lackCell(what: string, where: string): FormCell {
  return { ...cell(LACK, "undetermined"), lacking: [{ what, where }] };
}

export function heads(texts: readonly (string | null)[]): FormCell[] {
  return texts.map((text) => cell(text, "header"));
}

/** `L1` to `L7`, the numbers the form gives its columns. */
export function numbers(count: number, from = 1): string[] {
  return Array.from({ length: count }, (_, index) => `L${String(from + index)}`);
}

/** A line across the whole table (注). */
export function noteRow(text: string, columns: number): FormRow {
  return [cell(text, "wrap"), ...Array.from({ length: columns - 1 }, () => cell(null, "wrap"))];
}

export function acrossRow(row: number, columns: number): Area {
  return { row, column: 0, rows: 1, columns };
}

/** Every gap of a form with its cells. */
export function lackings(form: Form): (Lacking & { readonly cell: string })[] {
  return form.rows.flatMap((row, i) => row.flatMap((one, j) => (one?.lacking ?? []).map((lacking) => ({ ...lacking, cell: cellName(i + 1, j) }))));
}

/** The form as a sheet; date, standard, counts and fingerprint stand under it, so that the layout stays the official one (R27). */
export function formPlan(context: ReportContext, form: Form, withLists: boolean): SheetPlan {
  const columns = form.widths.length;
  const title: FormRow = [cell(form.title, "heading"), ...Array.from({ length: columns - 1 }, () => cell(null, "heading"))];
  const rows: Row[] = [title, ...form.rows.map((row) => row.map((one) => one && cell(one.value, one.style)))];
  const room = form.widths.reduce((sum, width) => sum + width, 0) - 2;
  const lines = [...form.remarks, ...finality(context, withLists)].flatMap((line) => wrapped(line, room));
  return {
    name: `${SHEET_PREFIX}申报${form.term}`,
    rows: [...rows, [], ...lines.map((line) => [cell(line, "note")])],
    merges: [acrossRow(0, columns), ...form.merges],
    columnWidths: form.widths,
    frozenRows: form.frozen.rows,
    frozenColumns: form.frozen.columns,
    landscape: true,
    printTitleRows: form.repeat,
    rowHeights: heights(rows, form),
    ...(form.pageBreaks === undefined ? {} : { pageBreaks: form.pageBreaks }),
  };
}

/** Names of who was left out stand under one table only (R17); the others say where. */
function finality(context: ReportContext, withLists: boolean): string[] {
  const lines = head(context);
  return withLists ? [...lines, ...foot(context, [])] : [...lines.map((line) => line.replace("名单见表末", "名单见申报表Ⅱ-2")), fingerprintLine(context)];
}

const TITLE_POINTS = 30;

/** Merged cells do not grow with their text in any program, so every row of the form has its height. */
function heights(rows: readonly Row[], { widths, merges }: Form): Record<number, number> {
  const merged = mergesByRow(merges);
  return Object.fromEntries(rows.map((row, index) => [index, index === 0 ? TITLE_POINTS : rowHeight(rowLines(row, widths, merged.get(index)))]));
}
