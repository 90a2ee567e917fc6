/**
 * Long work that stops now and then (分步): whoever has a screen to keep alive goes on after a breath, everybody else
 * at once. It knows no clock: how long a breath is, and at which stop one is taken, is decided outside.
 */
export type Steps<Result> = Generator<undefined, Result>;

/** What work in steps gives, without stopping. */
export function finished<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** When a breath is taken: a clock, and how to take one. */
export interface Pace {
  /** Milliseconds. */
  now(): number;
  breathe(): Promise<void>;
}

/** Work goes on so long, in milliseconds, before clicks and the screen get their turn; a stop within it costs nothing. */
const SLICE = 16;

/** What work in steps gives, with a breath before it and at the first stop after each slice. */
export async function inSlices<Result>(steps: Steps<Result>, pace: Pace): Promise<Result> {
  await pace.breathe();
  for (let since = pace.now(); ; ) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (pace.now() - since < SLICE) continue;
    await pace.breathe();
    since = pace.now();
  }
}
