import { parsePlace } from "../grid/address";
import type { Spot } from "./problems";

/** The spot of a cell given as `表!F7`. */
export function spotOfCell(cell: string | null): Spot {
  const at = cell === null ? null : parsePlace(cell);
  return { sheet: at?.sheet ?? "", row: at?.row ?? 0, column: at?.column ?? 0 };
}
