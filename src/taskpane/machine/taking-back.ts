import type { SheetBlock } from "../../grid/block";
import { isBlank } from "../../grid/block";
import { DEFAULT_STANDARD, ITEM_BOOK } from "../../standards";
import { REPORTS, TEMPLATES, type ReportContext, type SheetPlan, type Written } from "../../workbook";
import { contextOf } from "./context";
import { busyStep, tell, today, type Crew } from "./crew";
import { noteGone } from "./keeping";
import { changedSheets, readPresent } from "./own-sheets";
import type { Task } from "./state";
import { workTexts } from "./texts";

/** Takes back what was written, also after the file was closed (撤销). What people typed into stays until they say so; the rest goes at once. */
export function undo(crew: Crew, task: Task & { readonly kind: "undo" }): Promise<void> {
  return busyStep(crew, task, async (signal) => {
    const held = task.sure === true ? [] : await typedInto(crew, task.written, signal);
    const gone = task.written.filter((one) => !held.includes(one));
    if (gone.length > 0) await takeBack(crew, gone);
    const [first] = gone;
    const undone = first === undefined ? "" : gone.length === 1 ? workTexts.undone(first.term) : workTexts.undoneAll(gone.length);
    if (held.length === 0) return tell(crew, { text: undone, tone: "done", actions: [] });
    const kept = workTexts.typedInto(held.flatMap(({ sheets }) => sheets));
    tell(crew, { text: undone === "" ? kept : `${undone}；${kept}`, tone: "warning", actions: [{ label: workTexts.deleteAll, task: { kind: "undo", written: held, sure: true } }] });
  });
}

async function takeBack(crew: Crew, gone: readonly Written[]): Promise<void> {
  if (gone.some(({ kind }) => kind === "highlight")) {
    await crew.host.removeHighlight();
    crew.dispatch({ kind: "highlighted", sheets: [] });
  }
  for (const { formulas } of gone) if (formulas) await crew.host.takeBackFormulas(formulas, formulas.formulas);
  await takeBackSheets(crew, gone.filter(({ kind }) => kind !== "formulas"));
  await noteGone(crew, gone);
}

/** Deletes our sheets that are still there; one a person deleted already is no failure. */
export async function takeBackSheets(crew: Crew, written: readonly Written[]): Promise<void> {
  const there = new Set((await crew.host.listSheets()).map((sheet) => sheet.name));
  const names = written.flatMap(({ sheets }) => sheets).filter((name) => there.has(name));
  if (names.length > 0) await crew.host.deleteSheets(names);
}

/** Those of a template or of a report whose sheets people typed something into. */
async function typedInto(crew: Crew, written: readonly Written[], signal: AbortSignal): Promise<readonly Written[]> {
  const names = written.flatMap((one) => (one.kind === "template" || one.kind === "report" ? one.sheets : []));
  if (names.length === 0) return [];
  const blocks = await readPresent(crew, names, signal);
  const context = contextOf(crew.state(), today(crew));
  return written.filter((one) => (one.kind === "template" ? isFilled(one, blocks) : changedSheets(one, blocks).length > 0 || isEdited(one, blocks, context)));
}

const kindOf = (one: Written) => (one.kind === "report" ? REPORTS.find(({ id }) => id === one.id) : undefined);
const listSheets = (one: Written) => (kindOf(one)?.typedSheets ?? []).filter((name) => one.sheets.includes(name));

function isFilled({ id, sheets }: Written, blocks: ReadonlyMap<string, SheetBlock>): boolean {
  const plan = TEMPLATES.find((one) => one.id === id)?.build(DEFAULT_STANDARD, ITEM_BOOK);
  return sheets.some((name) => {
    const block = blocks.get(name);
    return block !== undefined && (plan === undefined || differs(block, plan));
  });
}

function isEdited(one: Written, blocks: ReadonlyMap<string, SheetBlock>, context: ReportContext | null): boolean {
  const kind = kindOf(one);
  const previous = new Map([...blocks].filter(([name]) => listSheets(one).includes(name)));
  if (kind === undefined || previous.size === 0) return false;
  // What was carried over from the sheets is what people typed.
  return context === null || textOf(kind.build(context)) !== textOf(kind.build({ ...context, previous }));
}

/** Plans to compare: an empty text comes back from a sheet as nothing. */
function textOf(plans: readonly SheetPlan[]): string {
  return JSON.stringify(plans, (_, value: unknown) => (value === "" ? null : value));
}

/** Whether a filled cell is not as the template has it. */
function differs(block: SheetBlock, plan: SheetPlan): boolean {
  return block.values.some((cells, i) => cells.some((cell, j) => {
    const planned = plan.rows[block.row + i]?.[block.column + j]?.value ?? null;
    return !isBlank(cell) && !(typeof planned === "object" && planned !== null) && String(cell) !== String(planned ?? "");
  }));
}
