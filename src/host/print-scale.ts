import type { SheetPlan } from "../workbook/sheet-plan";

/** Width and height in points. */
const PAPERS = { A4: [595, 842], A3: [842, 1_191] } as const;
/** 页边距: to the left and to the right. Narrow, as wide tables print small enough anyway. */
export const SIDE_MARGIN = 28.8;
/** What is left free: another program's standard font may be wider, and a column too much would print every page twice. */
const RESERVE = 0.16;
/** A character with the standard font of Chinese Excel, and what stands around it. */
const CHARACTER = 6;
const PADDING = 4;
const SMALLEST = 10;

/** Points of a column's width in characters (列宽). */
export function widthInPoints(characters: number): number {
  return Math.round(characters * CHARACTER + PADDING);
}

/** Columns printed again on every page, counted from the first (打印标题列): those that stay in sight, where a table runs over several pages. */
export function repeatedColumns({ columnBreaks = [], frozenColumns }: SheetPlan): number {
  return columnBreaks.length === 0 ? 0 : frozenColumns;
}

/**
 * Per cent at which a sheet with page breaks of its own prints as wide as they say (缩放比例); `null`: the program fits it to one page.
 * Needed because Excel pays no heed to page breaks on a sheet that it fits to pages itself.
 */
export function printScale(plan: SheetPlan): number | null {
  const { pageBreaks = [], columnBreaks = [], columnWidths } = plan;
  if (pageBreaks.length + columnBreaks.length === 0) return null;
  const hidden = new Set(plan.hiddenColumns);
  const widthOf = (from: number, to: number): number => columnWidths.slice(from, to).reduce((sum, characters, at) => sum + (hidden.has(from + at) ? 0 : widthInPoints(characters)), 0);
  const starts = [0, ...columnBreaks];
  const width = Math.max(...starts.map((from, page) => widthOf(from, starts[page + 1] ?? columnWidths.length) + (page === 0 ? 0 : widthOf(0, repeatedColumns(plan)))));
  const [short, long] = PAPERS[plan.paper ?? "A4"];
  const room = ((plan.landscape ? long : short) - 2 * SIDE_MARGIN) * (1 - RESERVE);
  return Math.max(SMALLEST, Math.min(100, Math.floor((room / Math.max(1, width)) * 100)));
}
