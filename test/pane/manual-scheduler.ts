import type { Scheduler } from "../../src/taskpane/machine/scheduler";

/** Time that passes only when told to. */
export class ManualScheduler implements Scheduler {
  private time = new Date(2026, 10, 22, 9).getTime();
  private waiting: { at: number; run: () => void }[] = [];

  now = () => this.time;
  breathe = () => Promise.resolve();

  after = (milliseconds: number, run: () => void) => {
    const entry = { at: this.time + milliseconds, run };
    this.waiting.push(entry);
    return () => {
      this.waiting = this.waiting.filter((one) => one !== entry);
    };
  };

  /** Lets time pass and runs what falls due. */
  pass(milliseconds: number): void {
    this.time += milliseconds;
    const due = this.waiting.filter((one) => one.at <= this.time);
    this.waiting = this.waiting.filter((one) => one.at > this.time);
    for (const one of due) one.run();
  }
}
