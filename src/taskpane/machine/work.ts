import type { Host } from "../../host/host";
import { parsePlace } from "../../grid/address";
import { EMPTY_STORE } from "../../workbook";
import { check, judgeAgain } from "./check";
import { fetched, runBeside, runStep, type Crew } from "./crew";
import { forget, recall, remember } from "./keeping";
import { writing } from "./on-demand";
import { browserOutlets, type Outlets } from "./outlets";
import { reduce } from "./reduce";
import type { Scheduler } from "./scheduler";
import { startState, type Task, type WorkState } from "./state";
import { follow } from "./watching";

/** The work of one pane: its state, and the one way to ask something of it. */
export interface Work {
  readonly state: () => WorkState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly run: (task: Task) => Promise<void>;
  /** Calls off the running step. */
  readonly cancel: () => void;
  readonly dismiss: () => void;
  /** Recalls what the workbook keeps and follows its changes; returns how to stop. */
  readonly start: () => () => void;
}

export function createWork(host: Host, scheduler: Scheduler, outlets: Outlets = browserOutlets): Work {
  let state = startState(EMPTY_STORE);
  const listeners = new Set<() => void>();
  const crew: Crew = {
    host,
    scheduler,
    outlets,
    state: () => state,
    running: { current: null },
    dispatch(event) {
      state = reduce(state, event);
      for (const listener of listeners) listener();
    },
  };
  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    run(task) {
      crew.dispatch({ kind: "failed", failure: null });
      return perform(crew, task);
    },
    cancel: () => crew.running.current?.abort(),
    dismiss() {
      crew.dispatch({ kind: "notice", notice: null });
      crew.dispatch({ kind: "failed", failure: null });
    },
    start: () => start(crew),
  };
}

function start(crew: Crew): () => void {
  const { onChange, stop } = follow(crew);
  let live = true;
  let unwatch: (() => void) | null = null;
  void runStep(crew, { kind: "recall" }, async () => {
    const end = await crew.host.watch(onChange);
    if (!live) return end();
    unwatch = end;
    crew.dispatch({ kind: "named", workbookName: await crew.host.workbookName() });
    await recall(crew);
  });
  return () => {
    live = false;
    stop();
    unwatch?.();
    crew.running.current?.abort();
  };
}

function perform(crew: Crew, task: Task): Promise<void> {
  switch (task.kind) {
    case "recall":
      return runStep(crew, task, () => recall(crew));
    case "check":
      return check(crew, task);
    case "answer": {
      const others = Object.entries(crew.state().kept.answers).filter(([key]) => key !== task.key);
      return settle(crew, task, { answers: Object.fromEntries(task.answer === null ? others : [...others, [task.key, task.answer]]) });
    }
    case "settings":
      return settle(crew, task, task.change);
    case "clearStore":
      return runStep(crew, task, () => forget(crew)).then(() => judgeAgain(crew, task));
    case "select":
    case "openSheet":
      return go(crew, task);
    case "closeOffers":
      crew.dispatch({ kind: "offers", offers: null });
      return Promise.resolve();
    default:
      return write(crew, task);
  }
}

type WritingTask = Exclude<Task, { readonly kind: "recall" | "check" | "answer" | "settings" | "clearStore" | "select" | "openSheet" | "closeOffers" }>;

/** Tasks whose code is fetched when first asked for. */
async function write(crew: Crew, task: WritingTask): Promise<void> {
  const part = await fetched(crew, task, writing);
  if (part === null) return;
  switch (task.kind) {
    case "highlight":
      return part.highlight(crew, task);
    case "unhighlight":
      return part.unhighlight(crew, task);
    case "reports":
      return part.writeReports(crew, task);
    case "word":
      return part.saveWord(crew, task);
    case "template":
      return part.insertTemplate(crew, task);
    case "exportProblems":
      return part.exportProblems(crew, task);
    case "offerFormulas":
      return part.offerFormulas(crew, task);
    case "insertFormula":
      return part.insertFormula(crew, task);
    case "undo":
      return part.undo(crew, task);
  }
}

/** A decision: judged again at once, kept in the workbook. */
async function settle(crew: Crew, task: Task, change: Parameters<typeof remember>[1]): Promise<void> {
  await remember(crew, change);
  if (crew.state().reading !== null) await judgeAgain(crew, task);
}

/** Shows a place in the sheet. It interrupts nothing, so it is no step. */
async function go(crew: Crew, task: Task & { readonly kind: "select" | "openSheet" }): Promise<void> {
  const at = parsePlace(task.kind === "select" ? task.place : `${task.sheet}!A1`);
  if (at === null) return;
  await runBeside(crew, task, () => crew.host.select(at.sheet, at));
}
