import type { Cell } from "../../../grid/block";
import { cell, type Row } from "../../layout";
import { lineOf, type Written } from "./columns";
import { readMark } from "./marks";
import type { MergedRow } from "./merge";
import { plain } from "../text-check";

const TITLE = "以下是您添加的行，和本次未列入而填有内容的行";

/** What is kept for what people typed (保留的填写内容), in a place of its own below the list; numbers go on from `after`. */
export function keptLines(kept: readonly MergedRow[], written: readonly Written[], after = 0): Row[] {
  return kept.length === 0 ? [] : [[cell(TITLE, "subtitle")], ...kept.map((row, index) => lineOf(row, written, after + index + 1))];
}

/** Kept rows but for lines of ours that lost their marks: those that stand on the sheet anew, and what may have stood instead of rows. */
export function withoutOurLines(kept: readonly MergedRow[], rows: readonly Row[], instead: string): MergedRow[] {
  if (kept.length === 0) return [];
  const lines = rows.map((row) => row.map((one) => one?.value as Cell)).filter((cells) => readMark(cells.at(-1))?.key === null);
  const ours = new Set([TITLE, instead, ...lines.map((cells) => textsOf(cells.slice(0, -1)))]);
  return kept.filter((row) => row.key !== null || !ours.has(textsOf([...row.cells.values()].map(({ value }) => value as Cell))));
}

/** Texts of a line wherever its columns were moved. */
function textsOf(cells: readonly Cell[]): string {
  return cells.map(plain).filter((text) => text !== "").sort().join("|");
}
