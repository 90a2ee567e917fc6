import { isBlank, type Cell, type SheetBlock } from "../../../grid/block";
import { isStatus } from "../finality";
import { dateText } from "./date-text";
import { EDITED, KEY_HEADING, type ListColumn } from "./list-plan";
import { readMark, type Mark } from "./marks";
import { plain, textCheck } from "../text-check";

/** A row of a list as people left it. */
export interface PreviousRow {
  /** `null`: people added it, or the key was lost. */
  readonly key: string | null;
  /** Of the texts of our columns as they were written; `null` when unknown. */
  readonly check: string | null;
  /** By column id, and by heading for columns people added. */
  readonly cells: ReadonlyMap<string, Cell>;
}

/** A list as it stands in the workbook. */
export interface Previous {
  readonly rows: readonly PreviousRow[];
  /** Headings people gave our columns, by id. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Columns people added, by id, in order. */
  readonly added: ReadonlyMap<string, string>;
}

/** What a column of the sheet holds: one of ours, or one that people added. */
interface Place {
  readonly kind: "own" | "added";
  readonly id: string;
  readonly heading: string;
}

/** Where our marks stand; what else stands there is told with what people changed. */
const ASIDE: Place = { kind: "added", ...EDITED };

/**
 * Reads a list that was written before, whatever people did to it since: columns moved, inserted or renamed, rows sorted,
 * added or copied, the marks deleted. Nothing is passed over but what its line's mark says is ours.
 */
export function readPrevious(block: SheetBlock, columns: readonly ListColumn[]): Previous {
  const head = headerRow(block, columns);
  const heads = block.values.filter((cells, i) => i === head || isHeading(cells, columns));
  const places = head < 0 ? columnsInOrder(block, columns) : columnsByHeading(block.values[head] ?? [], columns).map((place, j) => withNames(place, heads.map((cells) => cells[j] ?? null), columns));
  const rows = block.values.flatMap((cells) => (heads.includes(cells) ? strays(cells, places, columns) : readRow(cells, places, columns)));
  const named = (kind: Place["kind"]): Map<string, string> => new Map(places.filter((one) => one.kind === kind).map((one) => [one.id, one.heading]));
  return {
    rows,
    renamed: new Map([...named("own")].filter(([id, heading]) => heading !== "" && heading !== columns.find((one) => one.id === id)?.heading)),
    added: new Map([...named("added")].filter(([id, heading]) => id !== EDITED.id && (heading !== "" || rows.some((row) => !isBlank(row.cells.get(id)))))),
  };
}

/** A heading repeated on pages of several schools may have been renamed on one of them. */
function withNames(place: Place, names: readonly Cell[], columns: readonly ListColumn[]): Place {
  if (place === ASIDE) return place;
  const theirs = [...new Set([place.heading, ...names.map((name) => String(name ?? "").trim())])].filter((name) => name !== "" && !isOurHeading(name, columns));
  return theirs.length === 0 ? place : { ...place, heading: theirs.join("／") };
}

function isOurHeading(text: Cell, columns: readonly ListColumn[]): boolean {
  return [EDITED.heading, KEY_HEADING, ...columns.map(({ heading }) => heading)].some((heading) => plain(heading) === plain(text));
}

function matches(cells: readonly Cell[], columns: readonly ListColumn[]): number {
  return columns.filter((one) => cells.some((cell) => plain(cell) === plain(one.heading))).length + (cells.some((cell) => plain(cell) === KEY_HEADING) ? 1 : 0);
}

const FEWEST = 3;

/** The row that has most of our headings; -1 when none has enough. */
function headerRow(block: SheetBlock, columns: readonly ListColumn[]): number {
  const found = block.values.map((cells) => matches(cells, columns));
  const most = Math.max(0, ...found);
  return most >= FEWEST ? found.indexOf(most) : -1;
}

/** Headings repeated further down, as on pages of several schools. */
function isHeading(cells: readonly Cell[], columns: readonly ListColumn[]): boolean {
  return matches(cells, columns) > columns.length / 2;
}

function columnsInOrder(block: SheetBlock, columns: readonly ListColumn[]): Place[] {
  return Array.from({ length: block.columns }, (_, j) => {
    const column = columns[j + block.column];
    return column === undefined ? addedPlace("", j) : { kind: "own", id: column.id, heading: column.heading };
  });
}

function addedPlace(heading: string, j: number): Place {
  return { kind: "added", id: `${heading}\u0000${String(j)}`, heading };
}

/** Columns by heading; between two that are known, as many unknown headings as ours are missing are ours, renamed. */
function columnsByHeading(cells: readonly Cell[], columns: readonly ListColumn[]): Place[] {
  const taken = new Set<string>();
  const places: (Place | null)[] = cells.map((cell) => {
    if ([KEY_HEADING, EDITED.heading].includes(plain(cell))) return ASIDE;
    const column = columns.find((one) => !taken.has(one.id) && plain(one.heading) === plain(cell));
    if (column === undefined) return null;
    taken.add(column.id);
    return { kind: "own", id: column.id, heading: column.heading };
  });
  for (const [from, to] of gapsBetween(places)) {
    const missing = missingBetween(places[from - 1], places[to], columns).filter((one) => !taken.has(one.id));
    if (missing.length !== to - from) continue;
    missing.forEach((column, i) => {
      taken.add(column.id);
      places[from + i] = { kind: "own", id: column.id, heading: String(cells[from + i] ?? "").trim() };
    });
  }
  return places.map((one, j) => one ?? addedPlace(String(cells[j] ?? "").trim(), j));
}

/** Stretches of unknown columns, `[first, end)`. */
function gapsBetween(places: readonly (Place | null)[]): [number, number][] {
  const stretches: [number, number][] = [];
  places.forEach((one, j) => {
    if (one !== null) return;
    const last = stretches.at(-1);
    if (last !== undefined && last[1] === j) last[1] = j + 1;
    else stretches.push([j, j + 1]);
  });
  return stretches;
}

/** Our columns between two known ones, in our order. */
function missingBetween(before: Place | null | undefined, after: Place | null | undefined, columns: readonly ListColumn[]): readonly ListColumn[] {
  const at = (place: Place | null | undefined, otherwise: number): number => (place?.kind === "own" ? columns.findIndex((one) => one.id === place.id) : otherwise);
  return columns.slice(at(before, -1) + 1, at(after, columns.length));
}

function readRow(cells: readonly Cell[], places: readonly Place[], columns: readonly ListColumn[]): PreviousRow[] {
  const marks = cells.map(readMark);
  const mark = marks.find((one) => one !== null) ?? null;
  const found = new Map<string, Cell>();
  places.forEach((place, j) => {
    const cell = cells[j] ?? null;
    if (isBlank(cell) || marks[j] !== null || isOurs(cell, mark)) return;
    const before = found.get(place.id);
    found.set(place.id, before === undefined ? readCell(cell, place, columns) : `${String(before)}；${String(cell)}`);
  });
  return found.size === 0 ? [] : [{ key: mark?.key ?? null, check: mark?.check ?? null, cells: found }];
}

/** Whether a cell is a text of ours in a line that is no row: title, notes, facts. 定稿状态 is rewritten now and then. */
function isOurs(cell: Cell, mark: Mark | null): boolean {
  return mark?.texts.has(textCheck(plain(cell))) === true || (typeof cell === "string" && isStatus(cell));
}

/** What people wrote over the heading of our marks. */
function strays(cells: readonly Cell[], places: readonly Place[], columns: readonly ListColumn[]): PreviousRow[] {
  const texts = cells.filter((cell, j) => places[j] === ASIDE && !isBlank(cell) && readMark(cell) === null && !isOurHeading(cell, columns));
  return texts.length === 0 ? [] : [{ key: null, check: null, cells: new Map([[EDITED.id, texts.join("；")]]) }];
}

function readCell(cell: Cell, place: Place, columns: readonly ListColumn[]): Cell {
  const isDate = columns.find((one) => one.id === place.id)?.isDate ?? /日期|时间|时限|期限|年月/.test(place.heading);
  return isDate ? dateText(cell) : cell;
}
