import type { SheetBlock } from "../../grid/block";
import { markPlace, type ReportContext, type ReportKind, type SheetPlan, type Written, type WrittenKind } from "../../workbook";
import { contextOf } from "./context";
import { busyStep, today, type Crew } from "./crew";
import { noteWritten } from "./keeping";
import type { Notice, Task } from "./state";
import { workTexts } from "./texts";

/** One thing to write: a report, the legend, a template, with its sheets. */
export interface Piece {
  readonly kind: WrittenKind;
  readonly id: string;
  readonly term: string;
  readonly plans: readonly SheetPlan[];
}

/** A step that writes what was judged; does nothing before that. */
export function contextStep(crew: Crew, task: Task, step: (context: ReportContext, signal: AbortSignal) => Promise<void>): Promise<void> {
  return busyStep(crew, task, async (signal) => {
    const context = contextOf(crew.state(), today(crew));
    if (context !== null) await step(context, signal);
  });
}

/** Writes the pieces' sheets in one call and notes each piece. Only sheets of ours from before are replaced. */
export async function putSheets(crew: Crew, pieces: readonly Piece[], signal: AbortSignal): Promise<readonly Written[]> {
  const plans = pieces.flatMap((piece) => piece.plans);
  const ours = ownNames(crew);
  const onProgress = (progress: { done: number; total: number }) => crew.dispatch({ kind: "progressed", progress });
  await crew.host.writeSheets(plans, plans.map(({ name }) => name).filter((name) => ours.has(name)), { signal, onProgress });
  const fingerprint = crew.state().whole?.fingerprint ?? "";
  const written = pieces.map(({ kind, id, term, plans: own }): Written => {
    const marks = own.map(markPlace).filter((place) => place !== null);
    return { kind, id, term, sheets: own.map(({ name }) => name), when: today(crew), fingerprint: kind === "template" ? "" : fingerprint, ...(marks.length === 0 ? {} : { marks }) };
  });
  await noteWritten(crew, written);
  return written;
}

/** Sheets of ours that may be replaced. */
function ownNames(crew: Crew): ReadonlySet<string> {
  return new Set(crew.state().kept.written.flatMap((one) => (one.kind === "report" || one.kind === "highlight" ? one.sheets : [])));
}

/** Our own sheets that people type into, as they stand now, by name. */
export async function typedSheetsOf(crew: Crew, kinds: readonly ReportKind[], signal: AbortSignal): Promise<ReadonlyMap<string, SheetBlock>> {
  const ours = ownNames(crew);
  const wanted = kinds.flatMap((kind) => kind.typedSheets).filter((name) => ours.has(name));
  return wanted.length === 0 ? new Map() : readPresent(crew, wanted, signal);
}

/** The named sheets that are there and hold anything. */
export async function readPresent(crew: Crew, names: readonly string[], signal: AbortSignal): Promise<ReadonlyMap<string, SheetBlock>> {
  const there = new Set((await crew.host.listSheets()).filter((sheet) => sheet.used !== null).map((sheet) => sheet.name));
  const present = names.filter((name) => there.has(name));
  const blocks = present.length === 0 ? [] : await crew.host.readSheets(present, { signal });
  return new Map(blocks.map((block) => [block.sheet, block]));
}

/** What was written, with the way there and back. */
export function done(written: readonly Written[]): Notice {
  const [first] = written;
  const sheet = first?.sheets[0];
  const goTo = sheet === undefined ? [] : [{ label: workTexts.goTo, task: { kind: "openSheet", sheet } as const }];
  const text = first !== undefined && written.length === 1 ? workTexts.written(first.term, first.sheets) : workTexts.writtenAll(written.length, written.flatMap(({ sheets }) => sheets).length);
  return { text, tone: "done", actions: [...goTo, { label: written.length === 1 ? workTexts.undo : workTexts.undoAll, task: { kind: "undo", written } }] };
}
