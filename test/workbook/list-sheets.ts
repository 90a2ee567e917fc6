import type { Cell, SheetBlock } from "../../src/grid/block";
import { REPORTS, type PlanCell, type ReportContext, type SheetPlan } from "../../src/workbook";
import { context as contextOfRows, COUNTY } from "./context";

export const LISTS = ["task-list", "project-list", "deadline-list", "problem-ledger"] as const;
export type ListId = (typeof LISTS)[number] | "school-plans";

/** Judging a county takes far longer than making its lists. */
const JUDGED = new Map<readonly (readonly Cell[])[], ReportContext>();
export function context(rows: readonly (readonly Cell[])[] = COUNTY): ReportContext {
  const made = JUDGED.get(rows) ?? contextOfRows(rows);
  JUDGED.set(rows, made);
  return made;
}

export function built(id: ListId, given: ReportContext): SheetPlan {
  return REPORTS.find((one) => one.id === id)?.build(given)[0] as SheetPlan;
}

function shown(cell: PlanCell | null | undefined): Cell {
  const value = cell?.value ?? null;
  return typeof value === "object" && value !== null ? value.formula : value;
}

export type Grid = Cell[][];

/** The sheet as a host reads it back. */
export function gridOf(plan: SheetPlan): Grid {
  return plan.rows.map((row) => Array.from({ length: plan.columnWidths.length }, (_, j) => shown(row[j])));
}

export function blockOf(name: string, values: Grid): SheetBlock {
  const columns = Math.max(...values.map((row) => row.length));
  return { sheet: name, row: 0, column: 0, rows: values.length, columns, values: values.map((row) => Array.from({ length: columns }, (_, j) => row[j] ?? null)), merges: [], hiddenRows: [], hiddenColumns: [], tables: [] };
}

/** Made anew over the sheet as it stands. */
export function again(id: ListId, values: Grid, rows: readonly (readonly Cell[])[] = COUNTY): SheetPlan {
  const given = context(rows);
  const name = REPORTS.find((one) => one.id === id)?.typedSheets[0] ?? "";
  return built(id, { ...given, previous: new Map([[name, blockOf(name, values)]]) });
}

export const KEY = "行标识（请勿改动）";
export const headAt = (values: Grid): number => values.findIndex((row) => row.includes(KEY) || row.includes("责任单位") || row.includes("牵头单位"));
export const column = (values: Grid, heading: string): number => values[headAt(values)]?.indexOf(heading) ?? -1;
export const bodyOf = (values: Grid): number[] => {
  const key = column(values, KEY);
  return [...values.keys()].filter((i) => i > headAt(values) && /\|/.test(String(values[i]?.[key] ?? "")));
};
export const put = (values: Grid, row: number, heading: string, text: Cell): void => {
  const cells = values[row];
  if (cells) cells[column(values, heading)] = text;
};
export const rowWith = (values: Grid, ...texts: readonly string[]): readonly Cell[] | undefined => values.find((row) => texts.every((text) => row.includes(text)));

/** 乙小学 has its equipment now: one gap less. */
export const MENDED = COUNTY.map((row) => (row[0] === "乙小学" ? row.map((cell, j) => (j === 15 ? 90 : cell)) : row));
