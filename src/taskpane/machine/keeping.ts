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

/** Notes things written, each in place of an older entry of the same report. Formulas and templates stand beside older ones. */
export function noteWritten(crew: Crew, written: readonly Written[]): Promise<void> {
  const isReplaced = (one: Written) => one.kind !== "formulas" && one.kind !== "template" && written.some(({ kind, id }) => kind === one.kind && id === one.id);
  return remember(crew, { written: [...crew.state().kept.written.filter((one) => !isReplaced(one)), ...written] });
}

export function noteGone(crew: Crew, gone: readonly Written[]): Promise<void> {
  const nameOf = ({ kind, id, sheets, formulas }: Written) => JSON.stringify([kind, id, sheets, formulas]);
  const names = new Set(gone.map(nameOf));
  return remember(crew, { written: crew.state().kept.written.filter((one) => !names.has(nameOf(one))) });
}

function warn(crew: Crew, text: string): void {
  crew.dispatch({ kind: "notice", notice: { text, tone: "warning", actions: [] } });
}
