import { HostError, type SheetChange } from "../../host/host";
import { judgeBlocks } from "./check";
import { runStep, type Crew } from "./crew";
import type { WorkState } from "./state";
import { workTexts } from "./texts";

/** Above this many cells a change only asks 「重新检查」 instead of reading again by itself. */
const MANY_CELLS = 300_000;
/** A paste of many cells arrives as many changes: wait for the rest. */
const SETTLE = 250;
const AT_MOST_EVERY = 1000;

/** What changed since the last reading. */
interface Changed {
  readonly sheets: Set<string>;
  /** Sheets came, went or were renamed: look whether ours are all still there. */
  moved: boolean;
}

/** Follows changes of the sheets that were judged, judging again at most once a second. */
export function follow(crew: Crew): { readonly onChange: (change: SheetChange) => void; readonly stop: () => void } {
  let changed: Changed = { sheets: new Set(), moved: false };
  let lastRun = -Infinity;
  let callOff: (() => void) | null = null;

  const plan = (wait: number) => {
    callOff ??= crew.scheduler.after(wait, () => {
      callOff = null;
      void renew();
    });
  };
  const renew = async () => {
    if (crew.running.current !== null) return plan(AT_MOST_EVERY);
    const now = changed;
    changed = { sheets: new Set(), moved: false };
    lastRun = crew.scheduler.now();
    if ((await readAgain(crew, now)) === "done") return;
    for (const sheet of now.sheets) changed.sheets.add(sheet);
    changed.moved ||= now.moved;
    plan(AT_MOST_EVERY);
  };
  const onChange = (change: SheetChange) => {
    const state = crew.state();
    if (state.reading === null) return;
    if (change.kind === "sheets") changed.moved = true;
    else if (!isMapped(state, change.sheet)) return;
    else if (cellsOf(state) > MANY_CELLS) return crew.dispatch({ kind: "stale" });
    else changed.sheets.add(change.sheet);
    if (change.kind === "structure") crew.dispatch({ kind: "highlightAged" });
    plan(Math.max(SETTLE, lastRun + AT_MOST_EVERY - crew.scheduler.now()));
  };
  return { onChange, stop: () => callOff?.() };
}

/** Reads the changed sheets once more; `later` while somebody types in a cell or asks for something else. */
async function readAgain(crew: Crew, changed: Changed): Promise<"done" | "later"> {
  let outcome: "done" | "later" = "done";
  await runStep(crew, { kind: "check" }, async (signal) => {
    try {
      if (changed.moved && (await someSheetGone(crew))) return crew.dispatch({ kind: "stale" });
      if (changed.sheets.size === 0) return;
      const fresh = new Map((await crew.host.readSheets([...changed.sheets], { signal })).map((block) => [block.sheet, block]));
      const { blocks } = crew.state();
      const added = [...fresh.values()].filter(({ sheet }) => blocks.every((block) => block.sheet !== sheet));
      await judgeBlocks(crew, [...blocks.map((block) => fresh.get(block.sheet) ?? block), ...added], signal);
      crew.dispatch({ kind: "notice", notice: { text: workTexts.updated, tone: "quiet", actions: [] } });
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      const replaced = error.kind === "cancelled" && crew.running.current?.signal !== signal;
      if (error.kind === "editing" || replaced) outcome = "later";
      else crew.dispatch({ kind: "stale" });
    }
  });
  return outcome;
}

async function someSheetGone(crew: Crew): Promise<boolean> {
  const there = new Set((await crew.host.listSheets()).map((sheet) => sheet.name));
  return [...readSheets(crew.state())].some((sheet) => !there.has(sheet));
}

/** Sheets something was read from: tables of schools, the county form, lists, a bureau's own standard. */
function readSheets({ reading }: WorkState): ReadonlySet<string> {
  if (reading === null) return new Set();
  const others = [reading.county, reading.ownStandard, ...(reading.lists ?? [])];
  return new Set([...reading.tables, ...others.filter((one) => one !== undefined)].map((one) => one.sheet));
}

/** Whether what is typed there may change the result. A template just inserted is not read yet, but is there to be filled in. */
function isMapped(state: WorkState, sheet: string): boolean {
  return readSheets(state).has(sheet) || state.kept.written.some((one) => one.kind === "template" && one.sheets.includes(sheet));
}

function cellsOf(state: WorkState): number {
  return state.blocks.reduce((sum, block) => sum + block.rows * block.columns, 0);
}
