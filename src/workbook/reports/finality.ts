import type { SheetMark, SheetPlan } from "../sheet-plan";

/** Where on a sheet of ours it says whether the sheet still agrees with the data. */
export interface MarkPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

const STATUS = "定稿状态：";

/** As a report is made it agrees with the data. */
export function statusText(date: string): string {
  return `${STATUS}与当前数据一致（${date} 生成）`;
}

/** Place of the 定稿状态 line (R27), to be kept when the sheet is written; `null` for a sheet without one. */
export function markPlace(plan: SheetPlan): MarkPlace | null {
  for (const [row, cells] of plan.rows.entries()) {
    const column = cells.findIndex((cell) => typeof cell?.value === "string" && cell.value.startsWith(STATUS));
    if (column >= 0) return { sheet: plan.name, row, column };
  }
  return null;
}

/** 定稿 or 「与定稿不一致」 (R27), put on a sheet written before. `date` is the day of comparing. */
export function reportMark(place: MarkPlace, agrees: boolean, date: string): SheetMark {
  return { ...place, text: comparedText(agrees, date), style: agrees ? "note" : "subtitle" };
}

function comparedText(agrees: boolean, date: string): string {
  return agrees ? `${STATUS}与当前数据一致（${date} 核对）` : `${STATUS}与定稿不一致——数据在生成后有改动，请重新生成（${date} 核对）`;
}

const UNDATED = [statusText(""), comparedText(true, ""), comparedText(false, "")];

/** Whether a text is the 定稿状态 line as we write it, of whatever day, with nothing added to it. */
export function isStatus(text: string): boolean {
  return UNDATED.includes(text.replace(/\d{4}-\d{2}-\d{2}/, ""));
}
