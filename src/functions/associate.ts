import { answerExcel } from "./excel-edge";
import { FUNCTIONS, FUNCTION_NAMES } from "./table";

/**
 * Tells Excel which code answers which function; does nothing where there is no Excel.
 * Both forms of the id are told, so the same code serves metadata with and without `<Namespace>`.
 */
export function associateFunctions(): void {
  if (typeof CustomFunctions === "undefined") return;
  FUNCTIONS.forEach((entry, i) => {
    const run = (...args: unknown[]): unknown => answerExcel(entry, args);
    CustomFunctions.associate(entry.id, run);
    CustomFunctions.associate(FUNCTION_NAMES[i] as string, run);
  });
}
