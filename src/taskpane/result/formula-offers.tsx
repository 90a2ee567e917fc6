import type { FittingFormula } from "../../workbook";
import type { Offers } from "../work/state";

export function FormulaOffers(_: { readonly offers: Offers; readonly onInsert: (formula: FittingFormula) => void; readonly onClose: () => void }) {
  return null;
}
