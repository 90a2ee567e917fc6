import { isBlank, type Cell } from "../../../grid/block";
import { cell } from "../../layout";
import type { PlanCell } from "../../sheet-plan";
import { eitherCell } from "../plans/cells";
import { EDITED, UNLISTED, type ListColumn, type ListRow } from "./list-plan";
import type { Previous, PreviousRow } from "./previous";
import { plain, textCheck } from "../text-check";

/** A row to be written: made anew, or kept for what people typed. */
export interface MergedRow {
  readonly key: string | null;
  readonly check: string | null;
  /** By column id. */
  readonly cells: ReadonlyMap<string, PlanCell>;
}

/** A list's rows: those made anew, and below them what is kept for what people typed. */
export interface Merged {
  readonly anew: readonly MergedRow[];
  readonly kept: readonly MergedRow[];
}

/**
 * Rows made anew with what people typed before (重新生成): typed cells stay as they stand, also when emptied; rows that people
 * added stay; rows that are not listed any more stay while something is typed in them; a cell of ours that was changed by hand
 * is told in a column of its own.
 */
export function mergeRows(rows: readonly ListRow[], previous: Previous, columns: readonly ListColumn[], suggested: (key: string) => Readonly<Record<string, string>>): Merged {
  const matched = matchRows(rows, previous.rows, columns);
  const before = new Map([...matched].map(([was, index]) => [index, was]));
  const anew = rows.map((row, index) => {
    const was = before.get(index);
    return was === undefined ? fresh(row, columns) : carried(row, was, columns);
  });
  const current = new Set(rows.map((row) => row.key));
  const others = previous.rows.filter((was) => !matched.has(was)).map((was) => (was.key !== null && current.has(was.key) ? { ...was, key: null } : was));
  return { anew, kept: others.flatMap((was) => keep(was, columns, suggested)) };
}

/** Each former row with the place of the row it is now, where it still is one. Copies of a row are rows people added. */
function matchRows(rows: readonly ListRow[], before: readonly PreviousRow[], columns: readonly ListColumn[]): Map<PreviousRow, number> {
  const found = new Map<PreviousRow, number>();
  const taken = new Set<number>();
  const take = (was: PreviousRow, index: number | undefined): void => {
    if (index === undefined || taken.has(index) || found.has(was)) return;
    found.set(was, index);
    taken.add(index);
  };
  const byKey = new Map(rows.map((row, index) => [row.key, index]));
  const identities = rows.map((row) => identity((id) => row.own[id]?.value as Cell, columns));
  const texts = new Map<string, number[]>();
  identities.forEach((text, index) => texts.set(text, [...(texts.get(text) ?? []), index]));
  const textOf = (was: PreviousRow): string => identity((id) => was.cells.get(id) ?? null, columns);
  const keyed = (was: PreviousRow): number | undefined => (was.key === null ? undefined : byKey.get(was.key));
  for (const was of before) if (identities[keyed(was) ?? -1] === textOf(was)) take(was, keyed(was));
  for (const was of before) if (/[^|]/.test(textOf(was))) take(was, texts.get(textOf(was))?.find((index) => !taken.has(index)));
  // Rows sorted without their keys: then a key alone says nothing.
  const isMixedUp = [...found].some(([was, index]) => was.key !== null && keyed(was) !== index);
  if (!isMixedUp) for (const was of before) take(was, keyed(was));
  return found;
}

function identity(textOf: (id: string) => Cell, columns: readonly ListColumn[]): string {
  return columns.filter((one) => one.identifies).map((one) => plain(textOf(one.id))).join("|");
}

function fresh(row: ListRow, columns: readonly ListColumn[]): MergedRow {
  const cells = columns.map((one) => [one.id, one.kind === "own" ? (row.own[one.id] ?? cell(null, "wrap")) : cell(row.suggested[one.id] ?? null, "inputWrap")] as const);
  return { key: row.key, check: checkOf((id) => row.own[id]?.value as Cell, columns), cells: new Map(cells) };
}

function carried(row: ListRow, was: PreviousRow, columns: readonly ListColumn[]): MergedRow {
  const { key, check, cells } = fresh(row, columns);
  const typedCells = [...was.cells].filter(([id]) => columns.find((one) => one.id === id)?.kind !== "own").map(([id, value]) => [id, cell(value, "inputWrap")] as const);
  const emptied = columns.filter((one) => one.kind === "typed").map((one) => [one.id, cell(null, "inputWrap")] as const);
  return { key, check, cells: new Map([...cells, ...emptied, ...typedCells, ...editedCell(row, was, columns)]) };
}

/** What people wrote over texts of ours, where it is not what is written now; without a check any difference may be theirs. */
function editedCell(row: ListRow, was: PreviousRow, columns: readonly ListColumn[]): [string, PlanCell][] {
  const isAsWritten = was.check === checkOf((id) => was.cells.get(id) ?? null, columns);
  const changed = isAsWritten ? [] : columns.slice(1).filter((one) => one.kind === "own" && !isBlank(was.cells.get(one.id)) && plain(was.cells.get(one.id)) !== plain(row.own[one.id]?.value as Cell));
  return told(was, [...oddNumber(was, columns), ...changed]);
}

/** 序号 is counted anew; words in it are people's. */
function oddNumber(was: PreviousRow, columns: readonly ListColumn[]): ListColumn[] {
  return columns.slice(0, 1).filter((one) => /\D/.test(plain(was.cells.get(one.id))));
}

/** The cell that tells them, after what it told before. */
function told(was: PreviousRow, columns: readonly ListColumn[]): [string, PlanCell][] {
  if (columns.length === 0) return [];
  const before = was.cells.get(EDITED.id) ?? null;
  const texts = columns.map((one) => `${one.heading}：${String(was.cells.get(one.id))}`);
  return [[EDITED.id, cell([...(before === null ? [] : [String(before)]), ...texts].join("；"), "inputWrap")]];
}

/** A row that is no longer one of ours: whole if people added it, else if anything was typed into it. */
function keep(was: PreviousRow, columns: readonly ListColumn[], suggested: (key: string) => Readonly<Record<string, string>>): MergedRow[] {
  if (was.key === null) return [{ key: null, check: null, cells: new Map([...was.cells].map(([id, value]) => [id, cell(value, "inputWrap")])) }];
  const proposals = suggested(was.key);
  const isOwn = (id: string): boolean => columns.find((one) => one.id === id)?.kind === "own";
  const odd = oddNumber(was, columns);
  const hasTyped = odd.length > 0 || [...was.cells].some(([id, value]) => !isOwn(id) && plain(value) !== plain(proposals[id]));
  const isEdited = was.check !== null && was.check !== checkOf((id) => was.cells.get(id) ?? null, columns);
  if (!hasTyped && !isEdited) return [];
  const cells = new Map<string, PlanCell>([...was.cells].map(([id, value]) => [id, isOwn(id) ? eitherCell(value) : cell(value, "inputWrap")]));
  for (const { id } of columns.filter((one) => one.tellsUnlisted)) cells.set(id, cell(plainText(was.cells.get(id)).replace(UNLISTED, "") + UNLISTED, "wrap"));
  for (const [id, one] of told(was, odd)) cells.set(id, one);
  return [{ key: was.key, check: isEdited ? EVER_EDITED : checkOf((id) => cells.get(id)?.value as Cell, columns), cells }];
}

function plainText(value: Cell | undefined): string {
  return value === null || value === undefined ? "" : String(value);
}

/** No check of any text: the row is kept as long as it stands. */
const EVER_EDITED = "00";

/** A check of our columns' texts in a row. The number of a row is none. */
function checkOf(valueOf: (id: string) => Cell, columns: readonly ListColumn[]): string {
  return textCheck(columns.filter((one) => one.kind === "own").slice(1).map((one) => plain(valueOf(one.id))).join("|"));
}
