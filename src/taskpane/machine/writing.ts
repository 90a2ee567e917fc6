/** Everything that writes for the person: on demand, for reports and templates are most of the pane's bytes. */
import type { Steps } from "../../engine";
import { highlightPlans, legendPlan, problemsPlan, REPORTS, sealSteps, type ReportContext, type ReportKind } from "../../workbook";
import { breathe, busyStep, sliced, tell, type Crew } from "./crew";
import { noteGone } from "./keeping";
import { changedSheets, contextStep, done, putSheets, standingOf, type Piece } from "./own-sheets";
import { takeBackSheets } from "./taking-back";
import type { Notice, Task } from "./state";
import { workTexts } from "./texts";

export { insertFormula, offerFormulas } from "./formulas";
export { insertTemplate } from "./templates";
export { undo } from "./taking-back";
export { saveWord } from "./word-file";

const LEGEND = "legend";
const PROBLEMS = "problems";

/** Colours the bureau's own cells by verdict and writes the legend beside (标注). */
export function highlight(crew: Crew, task: Task): Promise<void> {
  return contextStep(crew, task, async (context, signal) => {
    const { blocks, kept } = crew.state();
    const plans = highlightPlans(context.reading, context.judgement, context.standard, { answers: kept.answers, blocks });
    if (plans.length === 0) return tell(crew, { text: workTexts.nothingToHighlight, tone: "warning", actions: [] });
    await crew.host.highlight(plans, { signal });
    crew.dispatch({ kind: "highlighted", sheets: plans.map((plan) => plan.sheet) });
    await putSheets(crew, [{ kind: "highlight", id: LEGEND, term: workTexts.legend, plans: [legendPlan(context)] }], signal);
    tell(crew, { text: workTexts.highlighted(plans.length), tone: "done", actions: [{ label: workTexts.unhighlight, task: { kind: "unhighlight" } }] });
  });
}

/** Takes away exactly what highlighting added (取消标注). */
export function unhighlight(crew: Crew, task: Task): Promise<void> {
  return busyStep(crew, task, async () => {
    const rules = await crew.host.removeHighlight();
    crew.dispatch({ kind: "highlighted", sheets: [] });
    const legend = crew.state().kept.written.find((one) => one.kind === "highlight");
    if (legend) {
      await takeBackSheets(crew, [legend]);
      await noteGone(crew, [legend]);
    }
    tell(crew, { text: workTexts.unhighlighted(rules), tone: "done", actions: [] });
  });
}

/**
 * Writes reports into sheets of our own (报表), all in one go. What people typed into lists is read first and carried over; a report
 * they changed elsewhere stays as it is until they say so.
 */
export function writeReports(crew: Crew, task: Task & { readonly kind: "reports" }): Promise<void> {
  return contextStep(crew, task, async (context, signal) => {
    const kinds = REPORTS.filter(({ id }) => task.ids.includes(id));
    const { previous, changed } = await standingOf(crew, task.ids, signal);
    const held = task.sure === true ? [] : changed;
    const full = { ...context, previous };
    const pieces: Piece[] = [];
    for (const kind of kinds.filter(({ id }) => held.every((one) => one.id !== id))) {
      if (kinds.length > 1) crew.dispatch({ kind: "progressed", progress: { done: pieces.length, total: kinds.length, unit: workTexts.reportUnit } });
      pieces.push(await sliced(crew, made(kind, full), signal));
    }
    await breathe(crew, signal);
    const notices = pieces.length === 0 ? [] : [done(await putSheets(crew, pieces, signal))];
    if (held.length > 0) notices.push(heldBack({ kind: "reports", ids: held.map(({ id }) => id), sure: true }, held.flatMap((one) => changedSheets(one, previous))));
    tell(crew, together(notices));
  });
}

/** Says which reports were not replaced, and how they are after all. */
function heldBack(task: Task, sheets: readonly string[]): Notice {
  return { text: workTexts.changedByHand(sheets), tone: "warning", actions: [{ label: workTexts.replaceAll, task }] };
}

function together(notices: readonly Notice[]): Notice {
  return {
    text: notices.map(({ text }) => text).join("；"),
    tone: notices.some(({ tone }) => tone === "warning") ? "warning" : "done",
    actions: notices.flatMap(({ actions }) => actions),
  };
}

/** A report's sheets with their seals, in steps; making a short one has none. */
function* made(kind: ReportKind, context: ReportContext): Steps<Piece> {
  const plans = kind.steps === undefined ? kind.build(context) : yield* kind.steps(context);
  return { kind: "report", id: kind.id, term: kind.term, plans, seals: yield* sealSteps(plans) };
}

/** 导出问题清单: works for a workbook that cannot be judged, too. */
export function exportProblems(crew: Crew, task: Task & { readonly kind: "exportProblems" }): Promise<void> {
  return busyStep(crew, task, async (signal) => {
    const { reading } = crew.state();
    if (reading === null) return;
    const { previous, changed } = await standingOf(crew, [PROBLEMS], signal);
    if (changed.length > 0 && task.sure !== true) return tell(crew, heldBack({ ...task, sure: true }, changed.flatMap((one) => changedSheets(one, previous))));
    const plans = [problemsPlan(reading)];
    const seals = await sliced(crew, sealSteps(plans), signal);
    tell(crew, done(await putSheets(crew, [{ kind: "report", id: PROBLEMS, term: workTexts.problems, plans, seals }], signal)));
  });
}
