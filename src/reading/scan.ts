import type { SheetBlock } from "../grid/block";
import { mergeFinder, type MergeAt } from "./merges";
import { ATTRIBUTE_WORDS } from "./vocabulary";
import { plain } from "./text";

/** What one pass over a sheet tells about a row (行概貌). Columns are relative to the block. */
export interface RowProfile {
  readonly texts: number;
  readonly numbers: number;
  /** First and last filled column; -1 when the row is blank. */
  readonly first: number;
  readonly last: number;
}

/** A cell that heads a column of school names (学校名称). */
export interface Anchor {
  readonly row: number;
  readonly column: number;
}

export interface Scan {
  readonly rows: readonly RowProfile[];
  readonly anchors: readonly Anchor[];
  readonly mergeAt: MergeAt;
}

const NAME = ATTRIBUTE_WORDS[0]?.[2] ?? /^学校名称$/;
const MAYBE_NAME = /[校位构填办]/;
const NUMERAL = /^[+-]?[\d,，.０-９]+%?$/;

/** Visits every cell once: how many texts and numbers each row holds, and where names of schools may be headed. */
export function scan(block: SheetBlock): Scan {
  const rows: RowProfile[] = [];
  const anchors: Anchor[] = [];
  for (let i = 0; i < block.values.length; i += 1) {
    const cells = block.values[i] ?? [];
    let texts = 0;
    let numbers = 0;
    let first = -1;
    let last = -1;
    for (let j = 0; j < cells.length; j += 1) {
      const cell = cells[j];
      if (cell === null || cell === undefined) continue;
      if (typeof cell === "string") {
        const text = cell.trim();
        if (text === "") continue;
        if (NUMERAL.test(text)) numbers += 1;
        else texts += 1;
        if (text.length <= 24 && MAYBE_NAME.test(text) && NAME.test(plain(text))) anchors.push({ row: i, column: j });
      } else numbers += 1;
      if (first < 0) first = j;
      last = j;
    }
    rows.push({ texts, numbers, first, last });
  }
  return { rows, anchors, mergeAt: mergeFinder(block) };
}
