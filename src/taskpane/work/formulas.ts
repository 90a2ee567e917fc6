import { areaName, quoteSheet } from "../../grid/address";
import { fingerprint, fittingFormula, type Written } from "../../workbook";
import { standardOf } from "./check";
import { breathe, type Crew } from "./crew";
import { noteWritten } from "./keeping";
import type { Task } from "./state";
import { workTexts } from "./texts";
import { busyStep, tell, today } from "./writing";

/** Looks where the person stands and offers what fits there (插入公式). */
export function offerFormulas(crew: Crew, task: Task): Promise<void> {
  return busyStep(crew, task, async (signal) => {
    const { reading, judgement, kept } = crew.state();
    if (reading === null || judgement === null) return;
    const selection = await crew.host.selection();
    await breathe(crew, signal);
    const formulas = fittingFormula(reading, judgement, standardOf(kept), selection, crew.host);
    if (formulas.length === 0) tell(crew, { text: workTexts.noFormulas, tone: "warning", actions: [] });
    else crew.dispatch({ kind: "offers", offers: formulas });
  });
}

/** Writes one of the offered formulas into empty cells and remembers it for 撤销. */
export function insertFormula(crew: Crew, task: Task & { readonly kind: "insertFormula" }): Promise<void> {
  return busyStep(crew, task, async () => {
    const { at, formulas, spill, id, title } = task.formula;
    await crew.host.insertFormulas(at, formulas, spill);
    crew.dispatch({ kind: "offers", offers: null });
    const { judgement, kept } = crew.state();
    const cells = `${quoteSheet(at.sheet)}!${areaName(at)}`;
    const written: Written = {
      kind: "formulas", id, term: `${title}（${cells}）`, sheets: [at.sheet], when: today(crew),
      fingerprint: judgement === null ? "" : fingerprint(judgement, standardOf(kept)), formulas: { ...at, formulas },
    };
    await noteWritten(crew, written);
    tell(crew, { text: workTexts.inserted(cells), tone: "done", actions: [{ label: workTexts.goTo, task: { kind: "select", place: `${at.sheet}!${areaName(at)}` } }, { label: workTexts.undo, task: { kind: "undo", written } }] });
  });
}
