import type { Steps } from "../../engine";
import type { Area, Cell, SheetBlock } from "../../grid/block";
import { isBlank } from "../../grid/block";
import type { SheetPlan } from "../sheet-plan";
import { isStatus } from "./finality";
import { textCheck } from "./text-check";

/**
 * Short check of what a report's sheet says (封签), taken as it is written and compared with the sheet later: so that what people
 * changed by hand is never replaced unseen. The 定稿状态 line does not count, for it is ours to change; nor do looks.
 */
export function sealOf({ rows, merges }: SheetPlan): string {
  const values = rows.map((cells) => cells.map((cell): Cell => (typeof cell?.value === "object" ? null : (cell?.value ?? null))));
  return sealed({ row: 0, column: 0, values, merges });
}

/** Seals of sheets by name, in steps. */
export function* sealSteps(plans: readonly SheetPlan[]): Steps<Record<string, string>> {
  const seals: Record<string, string> = {};
  for (const plan of plans) {
    yield;
    seals[plan.name] = sealOf(plan);
  }
  return seals;
}

/** Whether a sheet no longer says what was written. */
export function isBroken(seal: string, block: SheetBlock): boolean {
  return sealed(block) !== seal;
}

function sealed({ row: top, column: left, values, merges }: Pick<SheetBlock, "row" | "column" | "values" | "merges">): string {
  const covered = new Set(merges.flatMap(coveredBy));
  return textCheck(values.flatMap((cells, row) => cells.flatMap((cell, column) => {
    const at = spot(top + row, left + column);
    return isBlank(cell) || covered.has(at) || (typeof cell === "string" && isStatus(cell)) ? [] : [`${at}=${said(cell)}`];
  })).join("\n"));
}

/** Cells under a merge but its first: programs do not agree whether they keep what stood there. */
function coveredBy({ row, column, rows, columns }: Area): string[] {
  return Array.from({ length: rows * columns }, (_, at) => spot(row + Math.floor(at / columns), column + (at % columns))).slice(1);
}

function spot(row: number, column: number): string {
  return `${String(row)},${String(column)}`;
}

/** A number as a file keeps it: programs do not agree on the last of its digits. */
function said(cell: Cell): string {
  return typeof cell === "number" ? String(Number(cell.toPrecision(12))) : String(cell);
}
