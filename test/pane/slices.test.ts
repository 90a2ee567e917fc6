/** @jest-environment node */
import { describe, expect, it, jest } from "@jest/globals";
import type { Steps } from "../../src/engine";
import { sliced, type Crew } from "../../src/taskpane/machine/crew";
import { createWork, type Work } from "../../src/taskpane/machine/work";
import { REPORTS } from "../../src/workbook";
import { COUNTY } from "./county";
import { FILLED_FORM } from "./county-form";
import { ManualScheduler } from "./manual-scheduler";
import { MemoryHost } from "./memory-host";
import { MemoryOutlets } from "./memory-outlets";

/** Every step takes long, so that every stop becomes a breath. */
class SlowScheduler extends ManualScheduler {
  private late = new Date(2026, 10, 22, 9).getTime();
  override now = () => (this.late += 100);
}

function slowWork(): { readonly work: Work; readonly scheduler: SlowScheduler; readonly host: MemoryHost } {
  const host = new MemoryHost([...COUNTY, FILLED_FORM]);
  const scheduler = new SlowScheduler();
  return { host, scheduler, work: createWork(host, scheduler, new MemoryOutlets()) };
}

async function breaths(scheduler: SlowScheduler, act: () => Promise<void>): Promise<number> {
  const breathe = jest.spyOn(scheduler, "breathe");
  await act();
  const { length } = breathe.mock.calls;
  breathe.mockRestore();
  return length;
}

describe("long work goes in slices", () => {
  it.each([
    ["within a slice there is no breath but the first", 3, 5, 1],
    ["exactly at its end there is one", 4, 4, 2],
    ["after it there is one", 4, 5, 2],
    ["every slice ends in one", 8, 5, 3],
    ["steps longer than a slice have one each", 3, 40, 4],
  ])("%s", async (_title, stops, each, wanted) => {
    const scheduler = new ManualScheduler();
    const breathe = jest.spyOn(scheduler, "breathe");
    const steps = function* (): Steps<string> {
      for (let i = 0; i < stops; i++) {
        scheduler.pass(each);
        yield;
      }
      return "done";
    };
    expect(await sliced({ scheduler } as unknown as Crew, steps(), new AbortController().signal)).toBe("done");
    expect(breathe).toHaveBeenCalledTimes(wanted);
  });

  it("reading and judging stop between sheets and between items, not once for all", async () => {
    const { work, scheduler } = slowWork();
    expect(await breaths(scheduler, () => work.run({ kind: "check" }))).toBeGreaterThan(50);
    expect(work.state().whole).not.toBeNull();
  });

  it("取消 is heard at every one of these stops, and nothing half done is shown", async () => {
    const all = await (async () => { const { work, scheduler } = slowWork(); return breaths(scheduler, () => work.run({ kind: "check" })); })();
    for (let at = 1; at <= all; at += 7) {
      const { work, scheduler } = slowWork();
      let left = at;
      jest.spyOn(scheduler, "breathe").mockImplementation(() => Promise.resolve(--left === 0 ? work.cancel() : undefined));
      await work.run({ kind: "check" });
      expect(work.state()).toMatchObject({ reading: null, judgement: null, whole: null, phase: "idle" });
      expect(work.state().notice?.text).toContain("已取消");
    }
  });

  it("取消 in the midst of a long report writes nothing", async () => {
    const { work, scheduler, host } = slowWork();
    await work.run({ kind: "check" });
    for (const { id } of REPORTS.filter((kind) => "steps" in kind)) {
      let left = 3;
      const breathe = jest.spyOn(scheduler, "breathe").mockImplementation(() => Promise.resolve(--left === 0 ? work.cancel() : undefined));
      await work.run({ kind: "reports", ids: [id] });
      breathe.mockRestore();
      expect({ id, text: work.state().notice?.text }).toEqual({ id, text: expect.stringContaining("已取消") });
    }
    expect(host.written.size).toBe(0);
  });
});
