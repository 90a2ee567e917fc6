import { isBroken, markPlace, REPORTS, reportMark, sealOf, type SheetPlan } from "../../src/workbook";
import type { Cell, SheetBlock } from "../../src/grid/block";
import { fullContext } from "./context";

/** A sheet as a program gives it back: only its used part, empty texts as nothing, nothing under a merge but its first cell. */
function readBack(plan: SheetPlan, top = 0): SheetBlock {
  const values = plan.rows.map((cells, row) => cells.map((cell, column): Cell => {
    const value = cell?.value ?? null;
    const covered = plan.merges.some((area) => row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns && (row !== area.row || column !== area.column));
    return covered || value === "" || (typeof value === "object" && value !== null) ? null : value;
  }));
  return { sheet: plan.name, row: top, column: 0, rows: values.length - top, columns: plan.columnWidths.length, values: values.slice(top), merges: plan.merges, hiddenRows: [], hiddenColumns: [], tables: [] };
}

const PLANS = REPORTS.flatMap((kind) => kind.build(fullContext()));

function typed(plan: SheetPlan, row: number, column: number, value: Cell): SheetBlock {
  const block = readBack(plan);
  return { ...block, values: block.values.map((cells, at) => (at === row ? Array.from({ length: Math.max(cells.length, column + 1) }, (_, i) => (i === column ? value : (cells[i] ?? null))) : cells)) };
}

describe("the seal of a report's sheet", () => {
  test.each(PLANS.map((plan) => [plan.name, plan] as const))("%s holds as long as nobody changes the sheet, and breaks at a word typed anywhere", (_, plan) => {
    const seal = sealOf(plan);
    expect(isBroken(seal, readBack(plan))).toBe(false);
    expect(isBroken(seal, typed(plan, plan.rows.length - 1, plan.columnWidths.length, "手写"))).toBe(true);
    const title = plan.rows[0]?.findIndex((cell) => cell !== null && cell.value !== null) ?? -1;
    expect(isBroken(seal, typed(plan, 0, title, null))).toBe(true);
  });

  const plan = PLANS[0] as SheetPlan;

  test("does not mind the 定稿状态 line, which is ours to change", () => {
    const place = markPlace(plan);
    if (place === null) throw new Error("no mark");
    const { row, column, text } = reportMark(place, false, "2027-01-05");
    expect(isBroken(sealOf(plan), typed(plan, row, column, text))).toBe(false);
    expect(isBroken(sealOf(plan), typed(plan, row, column, `${text}我的话`))).toBe(true);
  });

  test("does not mind rows left out above the used part, or the last digits of a number", () => {
    const one = (value: Cell): SheetPlan => ({ ...plan, merges: [], rows: [[], [{ value, style: "text" }]] });
    expect(isBroken(sealOf(one(0.1 + 0.2)), readBack(one(0.3), 1))).toBe(false);
    expect(isBroken(sealOf(one(0.3)), readBack(one(0.31), 1))).toBe(true);
    expect(isBroken(sealOf(one("1")), { ...readBack(one("1"), 1), row: 2 })).toBe(true);
  });
});
