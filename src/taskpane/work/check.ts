import { judge, type Standard } from "../../engine";
import { STORE_SHEET } from "../../host/host";
import type { SheetInfo, SheetBlock } from "../../grid/block";
import { readWorkbook } from "../../reading";
import { findStandard, DEFAULT_STANDARD } from "../../standards";
import type { StoreState } from "../../workbook";
import { breathe, runStep, type Crew } from "./crew";
import type { Task } from "./state";

/** The standard the work is judged by (标准). */
export function standardOf(kept: StoreState): Standard {
  return (kept.standardId === null ? undefined : findStandard(kept.standardId)) ?? DEFAULT_STANDARD;
}

/** Reads every sheet that may hold schools, then judges. */
export function check(crew: Crew, task: Task): Promise<void> {
  return runStep(crew, task, async (signal) => {
    crew.dispatch({ kind: "listing" });
    const { host } = crew;
    crew.dispatch({ kind: "named", workbookName: await host.workbookName() });
    const names = (await host.listSheets()).filter((sheet) => worthReading(sheet, ownSheets(crew))).map((sheet) => sheet.name);
    crew.dispatch({ kind: "reading" });
    const onProgress = (progress: { done: number; total: number }) => {
      if (!signal.aborted) crew.dispatch({ kind: "progressed", progress });
    };
    const blocks = names.length === 0 ? [] : await host.readSheets(names, { signal, onProgress });
    await judgeBlocks(crew, blocks, signal);
    crew.dispatch({ kind: "highlighted", sheets: await host.highlighted() });
  });
}

/** Judges the kept blocks again, after an answer or a change of settings. */
export function judgeAgain(crew: Crew, task: Task): Promise<void> {
  return runStep(crew, task, (signal) => judgeBlocks(crew, crew.state().blocks, signal));
}

/** Reading and judging in slices, so that clicks and 取消 get through between them. */
export async function judgeBlocks(crew: Crew, blocks: readonly SheetBlock[], signal: AbortSignal): Promise<void> {
  await breathe(crew, signal);
  crew.dispatch({ kind: "read", blocks });
  const { kept } = crew.state();
  await breathe(crew, signal);
  const reading = readWorkbook(blocks, kept.answers);
  await breathe(crew, signal);
  const judgement = reading.schools.length === 0 ? null : judge(reading.schools, standardOf(kept), kept.switches);
  await breathe(crew, signal);
  crew.dispatch({ kind: "judged", reading, judgement });
}

function worthReading(sheet: SheetInfo, own: ReadonlySet<string>): boolean {
  return sheet.visibility !== "veryHidden" && sheet.name !== STORE_SHEET && sheet.used !== null && !own.has(sheet.name);
}

/** Sheets the add-in wrote itself. */
export function ownSheets(crew: Crew): ReadonlySet<string> {
  return new Set(crew.state().kept.written.flatMap((written) => (written.kind === "formulas" ? [] : written.sheets)));
}
