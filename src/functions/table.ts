import { formulaName } from "../grid/formula-name";
import type { Blanks } from "./arguments";
import { county, evaluate } from "./county";
import { notAvailable } from "./errors";
import { contribution, cv, cvTotal, giniIndex, mclooneIndex, rangeRatioIndex, theilIndex } from "./measures";
import type { Result, ResultCell } from "./result";
import { clause, split, standards, threshold } from "./reference";
import { compliant, explanation, gapOf, indicatorValue, verdictOf } from "./verdicts";

export type { Blanks } from "./arguments";
export type { Result, ResultCell } from "./result";

/** Names of the functions after `YJJH.`; they are for ever, every saved workbook holds them. */
export const FUNCTION_NAMES = [
  "CV", "CVTOTAL", "CONTRIBUTION", "GINI", "THEIL", "MCLOONE", "RANGERATIO",
  "INDICATOR", "COMPLIANT", "VERDICT", "GAP", "EXPLAIN", "EVALUATE", "COUNTY",
  "SPLIT", "THRESHOLD", "CLAUSE", "STANDARDS",
] as const;
export type FunctionName = (typeof FUNCTION_NAMES)[number];
export type FunctionId = ReturnType<typeof formulaName<FunctionName>>;

type Run = (args: readonly unknown[], blanks: Blanks) => Result;

/** One function as a spreadsheet program registers it. */
export interface FunctionEntry {
  readonly id: FunctionId;
  /** Parameters it takes, the optional ones included. */
  readonly parameters: number;
  /** Parameters it cannot do without; they come first. */
  readonly required: number;
  /** Whether it is declared to answer rows that spill, rather than one value. */
  readonly spills: boolean;
  /**
   * The answer: one value, or rows that spill, whose elements may be a `FunctionError` of their own.
   * Throws a `FunctionError` when there is no answer at all. Optional arguments left out are null or missing.
   * `blanks` is `seen` where blank cells arrive as null, `zero` where they may arrive as 0 (R7).
   */
  readonly run: (args: readonly unknown[], blanks?: Blanks) => Result;
}

/** Marks functions declared to answer one value. */
const SINGLE = 1;

const RUNS: Readonly<Record<FunctionName, readonly [run: Run, required: number, parameters: number, single?: typeof SINGLE]>> = {
  CV: [cv, 1, 2, SINGLE],
  CVTOTAL: [cvTotal, 2, 2, SINGLE],
  CONTRIBUTION: [contribution, 2, 2],
  GINI: [giniIndex, 1, 2, SINGLE],
  THEIL: [theilIndex, 1, 2, SINGLE],
  MCLOONE: [mclooneIndex, 1, 2, SINGLE],
  RANGERATIO: [rangeRatioIndex, 1, 2, SINGLE],
  INDICATOR: [indicatorValue, 2, 5],
  COMPLIANT: [compliant, 1, 4],
  VERDICT: [verdictOf, 1, 5],
  GAP: [gapOf, 2, 6],
  EXPLAIN: [explanation, 1, 5],
  EVALUATE: [evaluate, 1, 3],
  COUNTY: [county, 1, 3],
  SPLIT: [split, 3, 4],
  THRESHOLD: [threshold, 2, 3, SINGLE],
  CLAUSE: [clause, 1, 2, SINGLE],
  STANDARDS: [standards, 0, 0],
};

/** NaN and infinities never reach a cell. */
function presentable(cell: ResultCell): ResultCell {
  return typeof cell === "number" && !Number.isFinite(cell) ? notAvailable("数据不足：算不出结果，请检查是否有空白或 0。") : cell;
}

function answer(run: Run, args: readonly unknown[], blanks: Blanks): Result {
  const result = run(args, blanks);
  if (Array.isArray(result)) {
    const rows: readonly (readonly ResultCell[])[] = result;
    return rows.map((row) => row.map(presentable));
  }
  const cell = presentable(result as ResultCell);
  if (cell instanceof Error) throw cell;
  return cell;
}

/** All functions, in the order of the help. */
export const FUNCTIONS: readonly FunctionEntry[] = FUNCTION_NAMES.map((name) => {
  const [run, required, parameters, single] = RUNS[name];
  return { id: formulaName(name), required, parameters, spills: single !== SINGLE, run: (args, blanks = "seen") => answer(run, args, blanks) };
});
