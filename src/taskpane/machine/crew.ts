import { inSlices, type Pace, type Steps } from "../../engine";
import { HostError, type Host } from "../../host/host";
import type { Outlets } from "./outlets";
import type { WorkEvent } from "./reduce";
import type { Scheduler } from "./scheduler";
import type { Notice, Task, WorkState } from "./state";
import { workTexts } from "./texts";

/** What every step of the work needs. */
export interface Crew {
  readonly host: Host;
  readonly scheduler: Scheduler;
  readonly outlets: Outlets;
  readonly state: () => WorkState;
  readonly dispatch: (event: WorkEvent) => void;
  /** The running step that can be called off; a newer one replaces it. */
  readonly running: { current: AbortController | null };
}

/** From here on a step shows its progress and 取消. */
const SLOW_AFTER = 500;

/** Runs a step that can be cancelled. An older running step is called off; what it still reports is not heard. */
export async function runStep(crew: Crew, task: Task, step: (signal: AbortSignal) => Promise<void>): Promise<void> {
  crew.running.current?.abort();
  const controller = new AbortController();
  crew.running.current = controller;
  const notSlow = crew.scheduler.after(SLOW_AFTER, () => {
    if (crew.running.current === controller) crew.dispatch({ kind: "slow" });
  });
  try {
    await step(controller.signal);
  } catch (error) {
    if (crew.running.current === controller) report(crew, task, error);
  } finally {
    notSlow();
    if (crew.running.current === controller) {
      crew.running.current = null;
      crew.dispatch({ kind: "stopped" });
    }
  }
}

/** Runs something short beside whatever is running, such as showing a cell. */
export async function runBeside(crew: Crew, task: Task, step: () => Promise<void>): Promise<void> {
  try {
    await step();
  } catch (error) {
    report(crew, task, error);
  }
}

/** A step that writes: its button waits, the last message goes. */
export function busyStep(crew: Crew, task: Task, step: (signal: AbortSignal) => Promise<void>): Promise<void> {
  return runStep(crew, task, async (signal) => {
    crew.dispatch({ kind: "notice", notice: null });
    crew.dispatch({ kind: "busy", task });
    await step(signal);
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

/** A part of the program that could not be fetched. */
export class NotFetched extends Error {}

/** Code fetched on demand; `null`, with a message, when it could not be fetched. */
export async function fetched<Part>(crew: Crew, task: Task, fetch: () => Promise<Part>): Promise<Part | null> {
  try {
    return await fetch();
  } catch (error) {
    console.error(error);
    crew.dispatch({ kind: "failed", failure: { text: workTexts.notFetched, task } });
    return null;
  }
}

/** Throws when somebody pressed 取消 between two slices. */
export async function breathe(crew: Crew, signal: AbortSignal): Promise<void> {
  await crew.scheduler.breathe();
  if (signal.aborted) throw new HostError("cancelled");
}

/** When slices of long work end; throws when somebody pressed 取消 between two of them. */
export function paceOf(crew: Crew, signal: AbortSignal): Pace {
  return { now: () => crew.scheduler.now(), breathe: () => breathe(crew, signal) };
}

/** Does work in steps (分步) in slices. */
export function sliced<Result>(crew: Crew, steps: Steps<Result>, signal: AbortSignal): Promise<Result> {
  return inSlices(steps, paceOf(crew, signal));
}

function report(crew: Crew, task: Task, error: unknown): void {
  if (error instanceof HostError && error.kind === "cancelled") {
    crew.dispatch({ kind: "notice", notice: { text: error.message, tone: "quiet", actions: [] } });
    return;
  }
  // Our own bugs go to the console in full; people get a sentence and 重试.
  if (!(error instanceof HostError)) console.error(error);
  crew.dispatch({ kind: "failed", failure: { text: failureText(error), task } });
}

function failureText(error: unknown): string {
  if (error instanceof HostError) return error.message;
  return error instanceof NotFetched ? workTexts.notFetched : workTexts.ownFault;
}
