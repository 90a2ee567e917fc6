import { areaName } from "../../grid/address";
import { fittingFormula, type FittingFormula } from "../../workbook";
import { standardOf } from "./check";
import type { Crew } from "./crew";
import { noteWritten } from "./keeping";
import type { Task } from "./state";
import { workTexts } from "./texts";
import { busyStep, tell, today } from "./writing";

export function offerFormulas(crew: Crew, task: Task): Promise<void> {
  return busyStep(crew, task, async () => {
    void fittingFormula; void standardOf;
    tell(crew, { text: workTexts.noFormulas, tone: "warning", actions: [] });
  });
}

export function insertFormula(crew: Crew, task: Task & { readonly kind: "insertFormula" }): Promise<void> {
  void noteWritten; void today; void areaName; void ({} as FittingFormula);
  return Promise.resolve(void task);
}
