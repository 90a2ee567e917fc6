import type { Figure, Figures, Scope } from "../engine/model";
import type { Cell } from "../grid/block";
import type { Answers } from "./model";
import { answerKey, yesOrNo } from "./answers";
import { kindOf, type Column } from "./columns";
import { withheldFacts } from "./settle";
import type { RawTable } from "./tables";

/** How places are named: cells of a sheet, or rows of a function's argument. */
export type Naming = (row: number, column: number) => { readonly cell: string | null; readonly short: string };

type Draft = Record<string, Partial<Record<Scope, Figure>>>;

/** What is needed to read the figures of any row of a table. */
export interface FigureReader {
  readonly table: RawTable;
  readonly columns: readonly Column[];
  readonly naming: Naming;
  /** Columns whose blanks count as zero (R7). */
  readonly zeroBlanks: ReadonlySet<Column>;
  readonly withheld: ReturnType<typeof withheldFacts>;
  /** Decimal places each column of numbers shows at most. */
  readonly places: ReadonlyMap<Column, number>;
}

export function figureReader(table: RawTable, columns: readonly Column[], naming: Naming, answers: Answers): FigureReader {
  const zeroBlanks = columns.filter((column) => column.fact !== "students" && yesOrNo(answers, answerKey.blank(column.key), "blankIsZero") === true);
  const used = columns.filter(({ fact, withheld, source }) => fact !== null && (withheld === null || source === "answered"));
  return { table, columns: used, naming, zeroBlanks: new Set(zeroBlanks), withheld: withheldFacts(columns), places: new Map(used.map((column) => [column, placesShown(column)])) };
}

/** The figures of one school: every mapped column, in base units; what an unsettled column would hold is missing. */
export function figuresOf(reader: FigureReader, i: number, row: number): Figures {
  const draft: Draft = {};
  for (const { fact, column } of reader.withheld) {
    const { cell } = reader.naming(row, column.path.index);
    (draft[fact] ??= {})[column.scope] = { value: null, cell, why: column.withheld ?? "" };
  }
  for (const column of reader.columns) {
    if (column.fact === null) continue;
    (draft[column.fact] ??= {})[column.scope] = figureOf(reader, column, i, row);
  }
  return draft;
}

function figureOf(reader: FigureReader, column: Column, i: number, row: number): Figure {
  const { cell, short } = reader.naming(row, column.path.index);
  const kind = column.series.kinds[i] ?? "blank";
  const raw = column.series.values[i] ?? NaN;
  if (Number.isNaN(raw)) {
    if ((kind === "blank" || kind === "mark") && reader.zeroBlanks.has(column)) return { value: 0, cell };
    return { value: null, cell, why: whyMissing(short, kind, reader.table.block.values[row]?.[column.path.index]) };
  }
  const value = scaled(raw, column.factor);
  const printed = kindOf(column.fact ?? "")?.ratio === true && column.factor === 1;
  if (column.factor !== 1) return { value, cell, written: `${String(raw)} ${column.unit}`.trim() };
  return printed ? { value, cell, places: kind === "textNumber" ? column.series.places[i] ?? 0 : reader.places.get(column) ?? 0 } : { value, cell };
}

/** A number loses its trailing zeros, so its whole column tells how many places are shown. */
function placesShown({ series: { kinds, places } }: Column): number {
  return places.reduce((most, own, k) => (kinds[k] === "number" ? Math.max(most, own) : most), 0);
}

/** `raw × factor` without the binary noise of a decimal factor such as 0.01. */
function scaled(raw: number, factor: number): number {
  if (factor === 1) return raw;
  return factor < 1 ? raw / Math.round(1 / factor) : Number((raw * factor).toPrecision(15));
}

function whyMissing(short: string, kind: string, written: Cell | undefined): string {
  const text = String(written ?? "").trim();
  if (kind === "error") return `${short} 是错误值 ${text}，请更正公式`;
  if (kind === "text") return `${short} 是文字“${text.slice(0, 20)}”，请改填数字`;
  if (kind === "merged") return `${short} 是合并单元格，数属于几行，请按行拆分填写`;
  if (kind === "mark") return `${short} 填的是“${text}”，不能当作 0，请补填；确实没有请填 0`;
  return `${short} 为空，请补填`;
}
