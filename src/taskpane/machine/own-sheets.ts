import type { Steps } from "../../engine";
import type { SheetBlock } from "../../grid/block";
import { isBroken, markPlace, REPORTS, type ReportContext, type SheetPlan, type Written, type WrittenKind } from "../../workbook";
import { contextOf } from "./context";
import { busyStep, sliced, today, type Crew } from "./crew";
import { noteWritten } from "./keeping";
import type { Notice, Task } from "./state";
import { workTexts } from "./texts";

/** One thing to write: a report, the legend, a template, with its sheets. */
export interface Piece {
  readonly kind: WrittenKind;
  readonly id: string;
  readonly term: string;
  readonly plans: readonly SheetPlan[];
  /** Of a report, by sheet: so that it is not replaced unseen once somebody changed it. */
  readonly seals?: Readonly<Record<string, string>>;
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
  const written = pieces.map(({ kind, id, term, plans: own, seals }): Written => {
    const marks = own.map(markPlace).filter((place) => place !== null);
    return { kind, id, term, sheets: own.map(({ name }) => name), when: today(crew), fingerprint: kind === "template" ? "" : fingerprint, ...(marks.length === 0 ? {} : { marks }), ...(seals && { seals }) };
  });
  await noteWritten(crew, written);
  return written;
}

/** Sheets of ours that may be replaced. */
function ownNames(crew: Crew): ReadonlySet<string> {
  return new Set(crew.state().kept.written.flatMap((one) => (one.kind === "report" || one.kind === "highlight" ? one.sheets : [])));
}

/** Reports written before, as their sheets stand now (已写入的报表). */
export interface Standing {
  readonly previous: ReadonlyMap<string, SheetBlock>;
  /** Those somebody changed by hand where nothing is carried over. */
  readonly changed: readonly Written[];
}

export async function standingOf(crew: Crew, ids: readonly string[], signal: AbortSignal): Promise<Standing> {
  const own = crew.state().kept.written.filter(({ kind, id }) => kind === "report" && ids.includes(id));
  const names = own.flatMap(({ sheets }) => sheets);
  const previous = names.length === 0 ? new Map<string, SheetBlock>() : await readPresent(crew, names, signal);
  return { previous, changed: await sliced(crew, changedOf(own, previous), signal) };
}

function* changedOf(own: readonly Written[], blocks: ReadonlyMap<string, SheetBlock>): Steps<Written[]> {
  const changed: Written[] = [];
  for (const one of own) {
    yield;
    if (changedSheets(one, blocks).length > 0) changed.push(one);
  }
  return changed;
}

/** A report's sheets that no longer say what was written, but for those with columns to type into. */
export function changedSheets({ id, sheets, seals = {} }: Written, blocks: ReadonlyMap<string, SheetBlock>): string[] {
  const typed = REPORTS.find((kind) => kind.id === id)?.typedSheets ?? [];
  return sheets.filter((name) => {
    const [block, seal] = [blocks.get(name), seals[name]];
    return block !== undefined && seal !== undefined && !typed.includes(name) && isBroken(seal, block);
  });
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
