/** Which changes are our own, so that `watch` tells those of people only. */
export class OwnWork {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly sheets = new Set<string>();

  /** Marks a piece of work as ours while it runs. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.running++;
    try {
      return await work();
    } finally {
      this.running--;
      if (this.running === 0) for (const resume of this.waiting.splice(0)) resume();
    }
  }

  /** Resolves when nothing of ours runs: only then is known which sheets we added or deleted. */
  idle(): Promise<void> {
    return this.running === 0 ? Promise.resolve() : new Promise((resolve) => this.waiting.push(resolve));
  }

  /** A sheet that we add or delete, by Excel's id. */
  claim(event: "added" | "deleted", id: string): void {
    this.sheets.add(`${event} ${id}`);
  }

  /** Whether an event is the echo of our own work; each is an echo once. */
  isEcho(event: "added" | "deleted", id: string): boolean {
    return this.sheets.delete(`${event} ${id}`);
  }
}
