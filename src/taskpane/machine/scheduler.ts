/** Time, handed in so that tests need no clock. */
export interface Scheduler {
  /** Milliseconds, for spacing and dates. */
  now(): number;
  /** Runs later; returns how to call it off. */
  after(milliseconds: number, run: () => void): () => void;
  /** Lets the screen draw and clicks arrive between two slices of work. */
  breathe(): Promise<void>;
}

export const browserScheduler: Scheduler = {
  now: () => Date.now(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
  breathe: () => new Promise((resolve) => setTimeout(resolve, 0)),
};
