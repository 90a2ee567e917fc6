import { Bench } from "tinybench";

/** Median milliseconds of each task, run in turn in one process, so that ratios between them mean something. */
export async function medians<Name extends string>(tasks: Readonly<Record<Name, () => unknown>>, seconds = 0.6): Promise<Record<Name, number>> {
  const bench = new Bench({ time: seconds * 1000, iterations: 5, warmupIterations: 2, warmupTime: 100 });
  for (const name of Object.keys(tasks) as Name[]) bench.add(name, tasks[name]);
  await bench.run();
  const result = {} as Record<Name, number>;
  for (const task of bench.tasks) {
    if (task.result.state !== "completed") throw new Error(`${task.name} did not complete`);
    result[task.name as Name] = task.result.latency.p50;
  }
  return result;
}

/** Slope of log(time) over log(size): 1 is linear. Least squares. */
export function growth(points: readonly (readonly [size: number, time: number])[]): number {
  const xs = points.map(([size]) => Math.log(size));
  const ys = points.map(([, time]) => Math.log(time));
  const mean = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0) / list.length;
  const mx = mean(xs);
  const my = mean(ys);
  const above = xs.reduce((sum, x, i) => sum + (x - mx) * ((ys[i] ?? 0) - my), 0);
  return above / xs.reduce((sum, x) => sum + (x - mx) ** 2, 0);
}

/** One line of the report: what, figure, and the limit it is held to. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly limit: number | null;
}

export const figure = (what: string, value: number, unit: string, limit: number | null = null): Figure => ({ what, value, unit, limit });
