import { HostError } from "../../host/host";
import { EMPTY_STORE, packStore, StoreError, unpackStore, type StoreState, type Written } from "../../workbook";
import type { Crew } from "./crew";
import { workTexts } from "./texts";

/** What the workbook remembers: answers, switches, what was written (设置与记录). */
export async function recall(crew: Crew): Promise<void> {
  const kept = unpackStore(await crew.host.loadStore());
  crew.dispatch({ kind: "kept", kept });
  if (kept.readOnly !== null) warn(crew, kept.readOnly);
}

/** Takes a change over at once and keeps it in the workbook; when that is refused, the work goes on and says so. */
export async function remember(crew: Crew, change: Partial<StoreState>): Promise<void> {
  const kept = { ...crew.state().kept, ...change };
  crew.dispatch({ kind: "kept", kept });
  if (kept.readOnly !== null) return;
  try {
    await crew.host.saveStore(packStore(kept));
  } catch (error) {
    if (!(error instanceof HostError || error instanceof StoreError)) throw error;
    warn(crew, workTexts.notKept(error.message));
  }
}

/** Gives up settings that could not be read, so that new ones can be kept. */
export function forget(crew: Crew): Promise<void> {
  return remember(crew, EMPTY_STORE);
}

/** Notes something written, in place of an older entry of the same thing. */
export function noteWritten(crew: Crew, written: Written): Promise<void> {
  const others = crew.state().kept.written.filter((one) => written.kind === "formulas" || one.kind !== written.kind || one.id !== written.id);
  return remember(crew, { written: [...others, written] });
}

export function noteGone(crew: Crew, gone: Written): Promise<void> {
  return remember(crew, { written: crew.state().kept.written.filter((one) => one !== gone) });
}

function warn(crew: Crew, text: string): void {
  crew.dispatch({ kind: "notice", notice: { text, tone: "warning", actions: [] } });
}
