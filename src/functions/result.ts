import type { FunctionError } from "./errors";

/** One cell of an answer; an element of a spill can be an error of its own. */
export type ResultCell = string | number | boolean | FunctionError;

/** What a function answers: one value, or rows of cells that spill. */
export type Result = ResultCell | readonly (readonly ResultCell[])[];

/** One value per input row, in row order; a single row gives a single value. */
export function column(cells: readonly ResultCell[]): Result {
  const [first] = cells;
  return cells.length === 1 && first !== undefined ? first : cells.map((cell) => [cell]);
}
