import type { Stage } from "../engine/model";
import { attributeColumn, type Column } from "./columns";
import { parseNumber } from "./numbers";
import type { DataRow } from "./row-kinds";
import type { RawTable } from "./tables";
import { plain } from "./text";

/** Titles of 表Ⅱ-2, whose two blocks are 小学 and 初中 in this order, each numbered from 1. */
const TWO_BLOCKS = /小学[、和]初中.*分学校|表(?:Ⅱ|ii|二|2)-2/;

/** Gives the rows of the declaration form 表Ⅱ-2 the stage of their block: the numbering starts anew once, at the first 初中. */
export function blocksOfForm(table: RawTable, columns: readonly Column[], rows: readonly DataRow[]): readonly DataRow[] {
  const sequence = attributeColumn(columns, "sequence");
  if (!TWO_BLOCKS.test(plain(table.title)) || !sequence || attributeColumn(columns, "stage") || rows.some(({ sectionStage }) => sectionStage)) return rows;
  const starts = rows.flatMap(({ row }, i) => (parseNumber(table.block.values[row]?.[sequence.path.index]).value === 1 ? [i] : []));
  const border = starts[1];
  if (starts.length !== 2 || starts[0] !== 0 || border === undefined) return rows;
  const contradicts = rows.some(({ name }, i) => (i < border ? /中学$/.test(plain(name)) : /小学$/.test(plain(name))));
  return contradicts ? rows : rows.map((row, i) => ({ ...row, sectionStage: (i < border ? "primary" : "junior") satisfies Stage }));
}
