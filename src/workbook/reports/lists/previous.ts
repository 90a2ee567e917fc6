import { isBlank, type Cell, type SheetBlock } from "../../../grid/block";
import { STATUS } from "../finality";
import { dateText } from "./date-text";
import { checksOfNoRow, EDITED, KEY_HEADING, type ListColumn } from "./list-plan";
import { plain, textCheck } from "./text-check";

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

/** What a column of the sheet holds. */
type Place = { readonly kind: "key" | "own" | "added"; readonly id: string; readonly heading: string };

/** How lines of ours above and below a list begin, where keys are lost. */
const OUR_LINE = /^(义务教育优质均衡|工作簿：|标准：|另行对照：|计入：|定稿状态：|注\d+：|\u3000|未计入判定（|学段或类型未定|数据指纹：|没有)/;

/**
 * Reads a list that was written before, whatever people did to it since: columns moved, inserted or renamed, rows sorted,
 * added or copied, the key column deleted. Nothing is passed over but what is surely ours.
 */
export function readPrevious(block: SheetBlock, columns: readonly ListColumn[]): Previous {
  const head = headerRow(block, columns);
  const heads = block.values.filter((cells, i) => i === head || isHeading(cells, columns));
  const places = head < 0 ? columnsInOrder(block, columns) : columnsByHeading(block.values[head] ?? [], columns).map((place, j) => withNames(place, heads.map((cells) => cells[j] ?? null), columns));
  const rows = block.values.flatMap((cells) => (heads.includes(cells) ? [] : readRow(cells, places, columns)));
  const named = (kind: Place["kind"]): Map<string, string> => new Map(places.filter((one) => one.kind === kind).map((one) => [one.id, one.heading]));
  return {
    rows,
    renamed: new Map([...named("own")].filter(([id, heading]) => heading !== "" && heading !== columns.find((one) => one.id === id)?.heading)),
    added: new Map([...named("added")].filter(([id, heading]) => heading !== "" || rows.some((row) => !isBlank(row.cells.get(id))))),
  };
}

/** A heading repeated on pages of several schools may have been renamed on one of them. */
function withNames(place: Place, names: readonly Cell[], columns: readonly ListColumn[]): Place {
  const ours = plain(columns.find((one) => one.id === place.id)?.heading);
  const theirs = [...new Set([place.heading, ...names.map((name) => String(name ?? "").trim())])].filter((name) => name !== "" && plain(name) !== ours);
  return place.kind === "key" || theirs.length === 0 ? place : { ...place, heading: theirs.join("／") };
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
    if (column !== undefined) return { kind: "own" as const, id: column.id, heading: column.heading };
    return j + block.column === columns.length ? { kind: "key" as const, id: "", heading: KEY_HEADING } : addedPlace("", j);
  });
}

function addedPlace(heading: string, j: number): Place {
  return { kind: "added", id: heading === EDITED.heading ? EDITED.id : `${heading}\u0000${String(j)}`, heading };
}

/** Columns by heading; between two that are known, as many unknown headings as ours are missing are ours, renamed. */
function columnsByHeading(cells: readonly Cell[], columns: readonly ListColumn[]): Place[] {
  const taken = new Set<string>();
  const places: (Place | null)[] = cells.map((cell) => {
    if (plain(cell) === KEY_HEADING) return { kind: "key", id: "", heading: KEY_HEADING };
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
  const keyPlace = places.findIndex((one) => one.kind === "key");
  const written = keyPlace < 0 ? "" : plain(cells[keyPlace]);
  const found = new Map<string, Cell>();
  places.forEach((place, j) => {
    const cell = cells[j] ?? null;
    if (place.kind !== "key" && !isBlank(cell) && !isOurs(cell, place.id, written, keyPlace, columns)) found.set(place.id, readCell(cell, place, columns));
  });
  return found.size === 0 ? [] : [{ ...keyOf(written), cells: found }];
}

/** Whether a cell is a text of ours in a line that is no row: title, notes, facts. 定稿状态 is rewritten now and then. */
function isOurs(cell: Cell, id: string, written: string, keyPlace: number, columns: readonly ListColumn[]): boolean {
  const checks = checksOfNoRow(written);
  if (checks !== null) return checks.has(textCheck(plain(cell))) || plain(cell).startsWith(STATUS);
  return keyPlace < 0 && id === columns[0]?.id && typeof cell === "string" && OUR_LINE.test(cell);
}

function keyOf(written: string): Pick<PreviousRow, "key" | "check"> {
  if (written === "" || checksOfNoRow(written) !== null) return { key: null, check: null };
  const [, key = written, check = null] = /^(.*)~([0-9a-z]+)$/.exec(written) ?? [];
  return { key, check };
}

function readCell(cell: Cell, place: Place, columns: readonly ListColumn[]): Cell {
  const isDate = columns.find((one) => one.id === place.id)?.isDate ?? /日期|时间|时限|期限|年月/.test(place.heading);
  return isDate ? dateText(cell) : cell;
}
