/** Where rows and columns go when others come or go before them. */
import { areaName } from "../grid/address";
import type { Area } from "../grid/block";
import { readAreas } from "./conditional-formats";
import type { StructureEdit } from "./model";
import { mapReferences, referenceText, type Corner, type Reference } from "./references";

export type Line = Pick<StructureEdit, "kind" | "at" | "count">;

export function isRows(edit: Line): boolean {
  return edit.kind === "insertRows" || edit.kind === "removeRows";
}

function inserts(edit: Line): boolean {
  return edit.kind === "insertRows" || edit.kind === "insertColumns";
}

/** The new number of a row or column; `null` when it has gone. */
export function shiftIndex(index: number, edit: Line): number | null {
  if (index < edit.at) return index;
  if (inserts(edit)) return index + edit.count;
  return index < edit.at + edit.count ? null : index - edit.count;
}

/** The new first and last of a run; `null` when all of it has gone. */
export function shiftRun(first: number, last: number, edit: Line): readonly [number, number] | null {
  if (inserts(edit)) return [first >= edit.at ? first + edit.count : first, last >= edit.at ? last + edit.count : last];
  const gone = edit.at + edit.count;
  const from = first < edit.at ? first : Math.max(edit.at, first - edit.count);
  const to = last < edit.at ? last : last < gone ? edit.at - 1 : last - edit.count;
  return to < from ? null : [from, to];
}

export function shiftArea(area: Area, edit: Line): Area | null {
  const run = isRows(edit) ? shiftRun(area.row, area.row + area.rows - 1, edit) : shiftRun(area.column, area.column + area.columns - 1, edit);
  if (!run) return null;
  const [first, last] = run;
  return isRows(edit) ? { ...area, row: first, rows: last - first + 1 } : { ...area, column: first, columns: last - first + 1 };
}

/** A `sqref` moved along; empty when all of it has gone. */
export function shiftAreas(sqref: string, edit: Line): string {
  return readAreas(sqref).flatMap((area) => shiftArea(area, edit) ?? []).map(areaName).join(" ");
}

/** A formula whose references to the edited sheet move along; what has gone is `#REF!`. */
export function shiftFormula(formula: string, edit: Line, isEdited: (sheet: string | null) => boolean): string {
  return mapReferences(formula, (reference) => (isEdited(reference.sheet) ? shiftReference(reference, edit) : referenceText(reference)));
}

function shiftReference(reference: Reference, edit: Line): string {
  const key = isRows(edit) ? "row" : "column";
  const first = reference.first[key];
  const last = (reference.last ?? reference.first)[key];
  if (first === null || last === null) return referenceText(reference);
  const run = shiftRun(Math.min(first, last), Math.max(first, last), edit);
  if (!run) return `${reference.prefix}#REF!`;
  const moved = (corner: Corner, index: number): Corner => ({ ...corner, [key]: index });
  return referenceText({ ...reference, first: moved(reference.first, run[0]), last: reference.last && moved(reference.last, run[1]) });
}
