import { type Grid, GridSession, startGrid, univerHost } from "../../src/host/univer";
import type { Place } from "./hand";
import { univerHand } from "./univer-hand";
import { UNIVER_SKILLS } from "./univer-skills";

let grid: Grid | null = null;
let serial = 0;

/** A fresh workbook `测试.xlsx` with one empty sheet in the page's own spreadsheet; for a page with an element `grid`. */
export async function univerPlace(): Promise<Place> {
  const container = document.getElementById("grid");
  if (!container) throw new Error("the page has no element #grid");
  grid ??= startGrid(container, false);
  serial++;
  const workbook = grid.show({ id: `test-${String(serial)}`, name: "测试", sheetOrder: ["one"], sheets: { one: { id: "one", name: "Sheet1", rowCount: 200, columnCount: 40 } } });
  // The grid draws a new workbook in its own time; commands before that are lost.
  await new Promise((resolve) => setTimeout(resolve, serial === 1 ? 500 : 50));
  return { host: univerHost(grid, workbook, () => "测试.xlsx"), hand: univerHand(new GridSession(grid, workbook)), skills: UNIVER_SKILLS };
}
