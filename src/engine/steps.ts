/**
 * Long work that stops now and then (分步): whoever has a window to keep alive goes on after a breath, everybody else
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
