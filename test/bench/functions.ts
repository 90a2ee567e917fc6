import type { Cell } from "../../src/grid/block";
import { HEADINGS, runFunction, schoolRow } from "../functions/sheet";
import { figure, medians, type Figure } from "./measure";

const ROWS = 10_000;

/** 10,000 one-row COMPLIANT calls against one array call over the same rows, headings given apart as 「插入公式」 writes them. */
export async function functionFigures(): Promise<Figure[]> {
  const headings = [[...HEADINGS]];
  const rows = Array.from({ length: ROWS }, (_, i): Cell[] => schoolRow(`第${String(i + 1)}小学`, "小学", 200 + (i % 900), 0.9 + (i % 50) / 100));
  const times = await medians({
    array: () => runFunction("YJJH.COMPLIANT", [rows, headings], "zero"),
    single: () => rows.map((row) => runFunction("YJJH.COMPLIANT", [[row], headings], "zero")),
  });
  return [figure("COMPLIANT 逐行调用 10,000 次 ÷ 一次数组调用", times.single / times.array, "倍", 10)];
}
