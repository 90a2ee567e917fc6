import { FunctionError } from "./errors";
import type { Result, ResultCell } from "./result";
import { runFunction, type FunctionId } from "./table";

/** Only these two Excel errors carry a text. Excel's class is no JavaScript error, so its type is kept open. */
function excelError(error: FunctionError): unknown {
  const { invalidValue, notAvailable } = CustomFunctions.ErrorCode;
  return new CustomFunctions.Error(error.kind === "value" ? invalidValue : notAvailable, error.message);
}

function answer(id: FunctionId, args: readonly unknown[]): Result {
  try {
    // Excel for Windows hands blanks over as 0, and nothing tells which Excel this is (R7).
    return runFunction(id, args, "zero");
  } catch (error) {
    throw error instanceof FunctionError ? excelError(error) : error;
  }
}

function one(id: FunctionId, args: readonly unknown[]): ResultCell {
  const result = answer(id, args);
  if (typeof result !== "object") return result;
  throw result instanceof FunctionError ? excelError(result) : new TypeError(`${id} answers one value`);
}

/** Answer of a function that gives one number. */
export function answerNumber(id: FunctionId, args: readonly unknown[]): number {
  return one(id, args) as number;
}

/** Answer of a function that gives one text. */
export function answerText(id: FunctionId, args: readonly unknown[]): string {
  return one(id, args) as string;
}

/** Answer of a function that may spill; an element can be an error of its own, a single error is thrown as Excel wants it. */
export function answerTable(id: FunctionId, args: readonly unknown[]): unknown[][] {
  const result = answer(id, args);
  if (result instanceof FunctionError) throw excelError(result);
  if (typeof result !== "object") return [[result]];
  return result.map((row) => row.map((cell) => (cell instanceof FunctionError ? excelError(cell) : cell)));
}
