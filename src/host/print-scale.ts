import type { SheetPlan } from "../workbook/sheet-plan";

/** Width and height in points. */
const PAPERS = { A4: [595, 842], A3: [842, 1_191] } as const;
/** 页边距: to the left and to the right. Narrow, as wide tables print small enough anyway. */
export const SIDE_MARGIN = 28.8;
/** What is left free: another program's standard font may be wider, and a column too much would print every page twice. */
const RESERVE = 0.12;
/** A character with the standard font of Chinese Excel, and what stands around it. */
const CHARACTER = 6;
const PADDING = 4;
const SMALLEST = 10;

/** Points of a column's width in characters (列宽). */
export function widthInPoints(characters: number): number {
  return Math.round(characters * CHARACTER + PADDING);
}

/**
 * Per cent at which a sheet with page breaks of its own prints one page wide (缩放比例); `null`: the program fits it, or nobody does.
 * Needed because Excel pays no heed to page breaks on a sheet that it fits to pages itself.
 */
export function printScale(plan: SheetPlan): number | null {
  if (plan.fitToWidth === false || (plan.pageBreaks ?? []).length === 0) return null;
  const hidden = new Set(plan.hiddenColumns);
  const width = plan.columnWidths.reduce((sum, characters, column) => sum + (hidden.has(column) ? 0 : widthInPoints(characters)), 0);
  const [short, long] = PAPERS[plan.paper ?? "A4"];
  const room = ((plan.landscape ? long : short) - 2 * SIDE_MARGIN) * (1 - RESERVE);
  return Math.max(SMALLEST, Math.min(100, Math.floor((room / Math.max(1, width)) * 100)));
}
