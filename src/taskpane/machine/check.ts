import { judge } from "../../engine";
import { STORE_SHEET } from "../../host/host";
import type { SheetInfo, SheetBlock } from "../../grid/block";
import { DEFAULT_STANDARD, SWITCH_RULES } from "../../standards";
import { breathe, runStep, sliced, type Crew } from "./crew";
import { markReports } from "./finality";
import { judging, readingRoom } from "./on-demand";
import type { Task } from "./state";

/** Reads every sheet that may hold schools, then judges. */
export function check(crew: Crew, task: Task): Promise<void> {
  return runStep(crew, task, async (signal) => {
    crew.dispatch({ kind: "listing" });
    const { host } = crew;
    crew.dispatch({ kind: "named", workbookName: await host.workbookName() });
    const own = ownSheets(crew);
    const names = (await host.listSheets()).filter((sheet) => worthReading(sheet, own)).map((sheet) => sheet.name);
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
  const { readingSteps } = await readingRoom();
  const reading = await sliced(crew, readingSteps(blocks, kept.answers), signal);
  await breathe(crew, signal);
  const judgement = reading.schools.length === 0 ? null : judge(reading.schools, DEFAULT_STANDARD, kept.switches, SWITCH_RULES);
  const whole = judgement === null ? null : await sliced(crew, (await judging()).judgeWhole({ reading, judgement, kept }), signal);
  await breathe(crew, signal);
  crew.dispatch({ kind: "judged", reading, judgement, whole });
  await markReports(crew);
}

function worthReading(sheet: SheetInfo, own: ReadonlySet<string>): boolean {
  return sheet.visibility !== "veryHidden" && sheet.name !== STORE_SHEET && sheet.used !== null && !own.has(sheet.name);
}

/** Sheets the add-in wrote itself. A template became the bureau's own. */
function ownSheets(crew: Crew): ReadonlySet<string> {
  return new Set(crew.state().kept.written.flatMap((written) => (written.kind === "report" || written.kind === "highlight" ? written.sheets : [])));
}
