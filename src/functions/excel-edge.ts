import { FunctionError } from "./errors";
import type { ResultCell } from "./result";
import type { FunctionEntry } from "./table";

/** Only these two Excel errors carry a text. Excel's class is no JavaScript error, so its type is kept open. */
function excelError(error: FunctionError): unknown {
  const { invalidValue, notAvailable } = CustomFunctions.ErrorCode;
  return new CustomFunctions.Error(error.kind === "value" ? invalidValue : notAvailable, error.message);
}

function excelCell(cell: ResultCell): unknown {
  return cell instanceof FunctionError ? excelError(cell) : cell;
}

/**
 * Answers Excel: one value where the metadata says so, else rows that may spill, whose elements can be errors of their own.
 * Excel hands its own object over after the arguments, so there may be one too many.
 */
export function answerExcel({ run, spills }: FunctionEntry, args: readonly unknown[]): unknown {
  try {
    // Excel for Windows hands blanks over as 0, and nothing tells which Excel this is (R7).
    const result = run(args, "zero");
    if (typeof result !== "object") return spills ? [[result]] : result;
    if (result instanceof FunctionError) throw result;
    return result.map((row) => row.map(excelCell));
  } catch (error) {
    throw error instanceof FunctionError ? excelError(error) : error;
  }
}
