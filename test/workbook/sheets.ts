import { judge, type Judgement, type Switches } from "../../src/engine";
import type { Cell, SheetBlock } from "../../src/grid/block";
import { readWorkbook, type Answers, type Reading } from "../../src/reading";
import { DEFAULT_STANDARD } from "../../src/standards";

/** A sheet whose used range starts at A1. */
export function sheet(name: string, values: readonly (readonly Cell[])[]): SheetBlock {
  const columns = Math.max(...values.map((row) => row.length));
  const filled = values.map((row) => Array.from({ length: columns }, (_, j) => row[j] ?? null));
  return { sheet: name, row: 0, column: 0, rows: values.length, columns, values: filled, merges: [], hiddenRows: [], hiddenColumns: [], tables: [] };
}

export interface Judged {
  readonly blocks: readonly SheetBlock[];
  readonly reading: Reading;
  readonly judgement: Judgement;
}

/** Reads and judges sheets as the pane does. */
export function judged(blocks: readonly SheetBlock[], answers: Answers = {}, switches: Switches = {}): Judged {
  const reading = readWorkbook(blocks, answers);
  return { blocks, reading, judgement: judge(reading.schools, DEFAULT_STANDARD, switches) };
}

/** The same sheets with one cell changed. */
export function changed(blocks: readonly SheetBlock[], name: string, row: number, column: number, value: Cell): SheetBlock[] {
  return blocks.map((block) => (block.sheet === name
    ? { ...block, values: block.values.map((cells, i) => (i === row ? cells.map((cell, j) => (j === column ? value : cell)) : cells)) }
    : block));
}
