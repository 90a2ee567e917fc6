import type { SheetPlan } from "../../workbook";
import { fingerprint, highlightPlans, legendPlan, problemsPlan, REPORTS, type ReportContext, type Written } from "../../workbook";
import { standardOf } from "./check";
import { runStep, type Crew } from "./crew";
import { noteGone, noteWritten } from "./keeping";
import type { Notice, Task } from "./state";
import { workTexts } from "./texts";

/** Colours the bureau's own cells by verdict and writes the legend beside (标注). */
export function highlight(crew: Crew, task: Task): Promise<void> {
  return writeStep(crew, task, async (context, signal) => {
    const { blocks, kept } = crew.state();
    const plans = highlightPlans(context.reading, context.judgement, context.standard, { answers: kept.answers, blocks });
    if (plans.length === 0) return tell(crew, { text: workTexts.nothingToHighlight, tone: "warning", actions: [] });
    await crew.host.highlight(plans, { signal });
    crew.dispatch({ kind: "highlighted", sheets: plans.map((plan) => plan.sheet) });
    await writeSheets(crew, "highlight", LEGEND, workTexts.legend, [legendPlan(context)], signal);
    tell(crew, { text: workTexts.highlighted(plans.length), tone: "done", actions: [{ label: workTexts.unhighlight, task: { kind: "unhighlight" } }] });
  });
}

const LEGEND = "legend";

/** Takes away exactly what highlighting added (取消标注). */
export function unhighlight(crew: Crew, task: Task): Promise<void> {
  return busyStep(crew, task, async () => {
    const rules = await crew.host.removeHighlight();
    crew.dispatch({ kind: "highlighted", sheets: [] });
    const legend = crew.state().kept.written.find((one) => one.kind === "highlight");
    if (legend) await takeBackSheets(crew, legend);
    tell(crew, { text: workTexts.unhighlighted(rules), tone: "done", actions: [] });
  });
}

/** Writes one report into sheets of our own (报表). */
export function report(crew: Crew, task: Task & { readonly kind: "report" }): Promise<void> {
  return writeStep(crew, task, async (context, signal) => {
    const kind = REPORTS.find((one) => one.id === task.id);
    if (!kind) return;
    await crew.scheduler.breathe();
    const written = await writeSheets(crew, "report", kind.id, kind.term, kind.build(context), signal);
    tell(crew, done(written));
  });
}

/** 导出问题清单: works for a workbook that cannot be judged, too. */
export function exportProblems(crew: Crew, task: Task): Promise<void> {
  return busyStep(crew, task, async (signal) => {
    const { reading } = crew.state();
    if (reading === null) return;
    tell(crew, done(await writeSheets(crew, "report", "problems", workTexts.problems, [problemsPlan(reading)], signal)));
  });
}

/** Takes back something written, also after the file was closed (撤销). */
export function undo(crew: Crew, task: Task & { readonly kind: "undo" }): Promise<void> {
  return busyStep(crew, task, async () => {
    const { written } = task;
    if (written.kind === "highlight") {
      await crew.host.removeHighlight();
      crew.dispatch({ kind: "highlighted", sheets: [] });
    }
    if (written.formulas) await crew.host.takeBackFormulas(written.formulas, written.formulas.formulas);
    if (written.kind === "formulas") await noteGone(crew, written);
    else await takeBackSheets(crew, written);
    tell(crew, { text: workTexts.undone(written.term), tone: "done", actions: [] });
  });
}

/** Deletes our sheets that are still there; one a person deleted already is no failure. */
async function takeBackSheets(crew: Crew, written: Written): Promise<void> {
  const there = new Set((await crew.host.listSheets()).map((sheet) => sheet.name));
  const names = written.sheets.filter((name) => there.has(name));
  if (names.length > 0) await crew.host.deleteSheets(names);
  await noteGone(crew, written);
}

async function writeSheets(crew: Crew, kind: Written["kind"], id: string, term: string, plans: readonly SheetPlan[], signal: AbortSignal): Promise<Written> {
  const { written, switches } = crew.state().kept;
  const ours = new Set(written.flatMap((one) => (one.kind === "formulas" ? [] : one.sheets)));
  const names = plans.map((plan) => plan.name);
  const onProgress = (progress: { done: number; total: number }) => crew.dispatch({ kind: "progressed", progress });
  await crew.host.writeSheets(plans, names.filter((name) => ours.has(name)), { signal, onProgress });
  const { judgement, kept } = crew.state();
  const entry: Written = { kind, id, term, sheets: names, when: today(crew), fingerprint: judgement === null ? "" : fingerprint({ ...judgement, switches }, standardOf(kept)) };
  await noteWritten(crew, entry);
  return entry;
}

function done(written: Written): Notice {
  const [first] = written.sheets;
  const goTo = first === undefined ? [] : [{ label: workTexts.goTo, task: { kind: "openSheet", sheet: first } as const }];
  return { text: workTexts.written(written.term, written.sheets), tone: "done", actions: [...goTo, { label: workTexts.undo, task: { kind: "undo", written } }] };
}

/** A step that writes: its button waits, the last message goes. */
export function busyStep(crew: Crew, task: Task, step: (signal: AbortSignal) => Promise<void>): Promise<void> {
  return runStep(crew, task, async (signal) => {
    crew.dispatch({ kind: "notice", notice: null });
    crew.dispatch({ kind: "busy", task });
    await step(signal);
  });
}

function writeStep(crew: Crew, task: Task, step: (context: ReportContext, signal: AbortSignal) => Promise<void>): Promise<void> {
  return busyStep(crew, task, async (signal) => {
    const { reading, judgement, kept, workbookName } = crew.state();
    if (reading === null || judgement === null) return;
    await step({ reading, judgement, standard: standardOf(kept), workbookName, date: today(crew) }, signal);
  });
}

export function tell(crew: Crew, notice: Notice): void {
  crew.dispatch({ kind: "notice", notice });
}

/** `2026-11-22`, in the person's own time zone. */
export function today(crew: Crew): string {
  const now = new Date(crew.scheduler.now());
  const two = (number: number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
