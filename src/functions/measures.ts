import { contributions, gini, mcloone, rangeRatio, theil, variation, variationOfTotals } from "../engine";
import { columnsOf } from "./arguments";
import { notAvailable, wrongUse } from "./errors";
import { column, type Result } from "./result";

type Measure = (values: readonly number[], students: readonly number[] | null) => number | null;

const NO_MEAN = "无法计算：平均值为 0，或没有在校生。";

function measured(measure: Measure, args: readonly unknown[]): Result {
  const { values, students } = columnsOf(args[0], args[1]);
  const result = measure(values, students);
  if (result === null) throw notAvailable(NO_MEAN);
  return result;
}

/** 差异系数 of ready ratios. */
export const cv = (args: readonly unknown[]): Result => measured(variation, args);
/** 基尼系数. */
export const giniIndex = (args: readonly unknown[]): Result => measured(gini, args);
/** 泰尔指数. */
export const theilIndex = (args: readonly unknown[]): Result => measured(theil, args);
/** 麦克伦指数. */
export const mclooneIndex = (args: readonly unknown[]): Result => measured(mcloone, args);
/** 限制极差率. */
export const rangeRatioIndex = (args: readonly unknown[]): Result => measured(rangeRatio, args);

/** 差异系数 from totals: nothing is rounded in between. */
export function cvTotal(args: readonly unknown[]): Result {
  const { values, students } = columnsOf(args[0], args[1], "总量");
  if (students === null) throw wrongUse("参数「在校生数」没有给出：由总量算差异系数必须有在校生数，请选同样起止行的一列。");
  const result = variationOfTotals(values, students);
  if (result === null) throw notAvailable(NO_MEAN);
  return result;
}

/** Each school's share of S² (差异贡献), one entry per input row, "" for blank rows. */
export function contribution(args: readonly unknown[]): Result {
  const { values, students, rows, count } = columnsOf(args[0], args[1]);
  if (students === null) throw wrongUse("参数「在校生数」没有给出：差异贡献按学生数加权，请选同样起止行的一列。");
  const shares = contributions(values, students);
  if (!shares?.some((share) => share > 0)) throw notAvailable("各校数值相同，没有差异可分摊。");
  const cells: (number | string)[] = Array.from({ length: count }, () => "");
  rows.forEach((row, i) => { cells[row] = shares[i] ?? ""; });
  return column(cells);
}
