import { areaName, quoteSheet } from "../../grid/address";
import { isBlank, type SheetBlock } from "../../grid/block";
import { fittingFormula, type FittingFormula, type Written } from "../../workbook";
import { DEFAULT_STANDARD } from "../../standards";
import { breathe, busyStep, tell, today, type Crew } from "./crew";
import { noteWritten } from "./keeping";
import type { Task } from "./state";
import { workTexts } from "./texts";

/** Looks where the person stands and offers what fits there (插入公式). */
export function offerFormulas(crew: Crew, task: Task): Promise<void> {
  return busyStep(crew, task, async (signal) => {
    const { reading, judgement } = crew.state();
    if (reading === null || judgement === null) return;
    const selection = await crew.host.selection();
    await breathe(crew, signal);
    const fitting = fittingFormula(reading, judgement, DEFAULT_STANDARD, selection, crew.host);
    const blocks = await crew.host.readSheets([...new Set(fitting.map(({ at }) => at.sheet))], { signal });
    const formulas = fitting.filter((formula) => blocks.every((block) => isFree(formula, block)));
    if (formulas.length === 0) tell(crew, { text: workTexts.noFormulas, tone: "warning", actions: [] });
    else crew.dispatch({ kind: "offers", offers: formulas });
  });
}

/** Whether every cell a formula would fill is empty: what would be refused is not offered. */
function isFree({ at, spill }: FittingFormula, block: SheetBlock): boolean {
  if (at.sheet !== block.sheet) return true;
  const { rows, columns } = spill ?? at;
  const from = { row: at.row - block.row, column: at.column - block.column };
  return block.values.every((cells, row) => row < from.row || row >= from.row + rows || cells.every((cell, column) => column < from.column || column >= from.column + columns || isBlank(cell)));
}

/** Writes one of the offered formulas into empty cells and remembers it for 撤销. */
export function insertFormula(crew: Crew, task: Task & { readonly kind: "insertFormula" }): Promise<void> {
  return busyStep(crew, task, async () => {
    const { at, formulas, spill, id, title } = task.formula;
    await crew.host.insertFormulas(at, formulas, spill);
    crew.dispatch({ kind: "offers", offers: null });
    const cells = `${quoteSheet(at.sheet)}!${areaName(at)}`;
    const written: Written = {
      kind: "formulas", id, term: `${title}（${cells}）`, sheets: [at.sheet], when: today(crew),
      fingerprint: crew.state().whole?.fingerprint ?? "", formulas: { ...at, formulas },
    };
    await noteWritten(crew, [written]);
    tell(crew, { text: workTexts.inserted(cells), tone: "done", actions: [{ label: workTexts.goTo, task: { kind: "select", place: `${at.sheet}!${areaName(at)}` } }, { label: workTexts.undo, task: { kind: "undo", written: [written] } }] });
  });
}
