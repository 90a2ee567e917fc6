import { type FWorksheet, IRenderManagerService } from "@univerjs/preset-sheets-core";
import type { IRange } from "@univerjs/presets";
import type { GridSession } from "./grid";

/**
 * Scrolls cells into view (滚动到单元格), some way down from the frozen rows, and only when they are out of sight.
 * The grid's own call takes frozen rows to be as high as those scrolled, and leaves the cell under a tall heading.
 */
export function reveal(session: GridSession, sheet: FWorksheet, range: IRange): void {
  const skeleton = sheet.getSkeleton();
  const engine = session.grid.injector.get(IRenderManagerService).getRenderById(session.id)?.engine;
  if (!skeleton || !engine) return;
  const { xSplit, ySplit } = sheet.getFreeze();
  const shown = sheet.getScrollState();
  const row = firstShown(skeleton.rowHeightAccumulation, range.startRow, range.endRow, ySplit, engine.height - skeleton.columnHeaderHeightAndMarginTop, shown.sheetViewStartRow, shown.offsetY);
  const column = firstShown(skeleton.columnWidthAccumulation, range.startColumn, range.endColumn, xSplit, engine.width - skeleton.rowHeaderWidthAndMarginLeft, shown.sheetViewStartColumn, shown.offsetX);
  if (row === shown.sheetViewStartRow && column === shown.sheetViewStartColumn) return;
  sheet.scrollToCell(row + ySplit, column + xSplit);
}

/**
 * Where scrolling has to begin. `ends` holds the far edge of every row (or column), frozen ones included;
 * the grid counts what is scrolled away from the top of the sheet, not from the end of the frozen part.
 */
function firstShown(ends: readonly number[], first: number, last: number, frozen: number, length: number, shown: number, offset: number): number {
  const edge = (index: number) => ends[Math.min(index, ends.length) - 1] ?? 0;
  if (first < frozen) return shown;
  const room = length - edge(frozen);
  const scrolled = edge(shown) + offset;
  const [near, far] = [edge(first) - edge(frozen), Math.min(edge(last + 1), edge(first) + room) - edge(frozen)];
  if (near >= scrolled && far <= scrolled + room) return shown;
  const wanted = Math.max(0, near - room / 3);
  const start = ends.findIndex((end) => end > wanted);
  return Math.max(0, start);
}
