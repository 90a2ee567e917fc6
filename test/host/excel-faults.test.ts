import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { HostError, type Host } from "../../src/host/host";
import { faultAt, type Fault } from "../excel-host";
import { snapshot } from "../excel-host/snapshot";
import { excelPlaces, type ExcelPlaces } from "./excel-place";
import type { Place } from "./hand";
import { area, cell, chartSheet, plan, report, rule, template } from "./plans";

// Many workbooks are furnished and torn down in one test.
jest.setTimeout(120_000);

let places: ExcelPlaces;
beforeAll(async () => { places = await excelPlaces({ level: "1.14" }); });
afterAll(() => places.page.close());

const FORMULAS = [["=A1*2"], ["=A2*2"]];
const at = { sheet: "数据", ...area(0, 5) };
const mark = (sheet: string) => ({ sheet, row: 2, column: 0, text: "与定稿不一致", style: "unmet" as const });
const large = { ...report("甲"), rows: Array.from({ length: 1_700 }, (_, i) => Array.from({ length: 3 }, () => cell(`${String(i)}${"校".repeat(250)}`))), merges: [] };

/** A workbook with everything in it: data, a report of ours, rules of ours and of the user, a store, formulas. */
async function furnish({ host, hand }: Place): Promise<void> {
  await hand.addSheet("数据");
  await hand.put("数据", 0, 0, [["校", 1], ["甲", 2], ["乙", 3]]);
  await hand.addFormat("数据", area(0, 1, 3), "B1>2");
  await host.writeSheets([report("甲", 2, "旧"), report("乙", 2, "旧")], []);
  await host.highlight([plan("数据", rule(area(0, 1, 3), "B1<1")), plan("Sheet1", rule(area(0, 0), "A1<1"))]);
  await host.insertFormulas({ ...at, column: 8 }, FORMULAS);
  await host.saveStore(["旧一", "旧二"]);
  await hand.select("数据", area(1, 1));
}

const WRITES: Readonly<Record<string, (host: Host) => Promise<unknown>>> = {
  "a new report": (host) => host.writeSheets([report("新", 2)], []),
  "reports replaced and added": (host) => host.writeSheets([report("乙", 1, "新"), report("丙", 1), report("甲", 1, "新")], ["甲", "乙"]),
  "a report of several messages": (host) => host.writeSheets([large], ["甲"]),
  "charts and a sheet to fill in": (host) => host.writeSheets([{ ...chartSheet("图"), paper: "A3" as const, pageBreaks: [3], columnBreaks: [1] }, template("表"), { ...chartSheet("乙"), rowHeights: { 0: 40 } }], ["乙"]),
  "reports marked": (host) => host.markSheets([mark("甲"), mark("乙")]),
  "sheets deleted": (host) => host.deleteSheets(["甲", "乙"]),
  "highlighting renewed": (host) => host.highlight([plan("数据", rule(area(0, 1, 3), "B1<5"), rule(area(0, 1, 3), "B1<6", "floor")), plan("Sheet1", rule(area(0, 0), "A1<5"))]),
  "highlighting removed": (host) => host.removeHighlight(),
  "formulas inserted": (host) => host.insertFormulas(at, FORMULAS),
  "formulas taken back": (host) => host.takeBackFormulas({ ...at, column: 8 }, FORMULAS),
  "the store renewed": (host) => host.saveStore(["新一", "新二", "新三"]),
  "a store of several messages": (host) => host.saveStore(Array.from({ length: 60 }, (_, i) => `${String(i)}${"字".repeat(29_000)}`)),
};

const READS: Readonly<Record<string, (host: Host) => Promise<unknown>>> = {
  "the workbook's name": (host) => host.workbookName(),
  "the list of sheets": (host) => host.listSheets(),
  "the sheets read": (host) => host.readSheets(["数据", "Sheet1"]),
  "the highlighted sheets": (host) => host.highlighted(),
  "the selection": (host) => host.selection(),
  "the store": (host) => host.loadStore(),
};

const FAULTS: readonly (readonly [string, Fault])[] = [
  ["Excel is in cell-edit mode", { kind: "refuse", code: "InvalidOperationInCellEditMode" }],
  ["a call in the middle of a message fails", { kind: "break", code: "GeneralException", at: 25 }],
  ["the last call of a message fails", { kind: "break", code: "InvalidOperation", at: Infinity }],
  ["the answer is lost", { kind: "lose" }],
];

interface Outcome {
  readonly error: unknown;
  readonly before: string;
  readonly after: string;
  readonly requests: number;
}

async function attempt(call: (host: Host) => Promise<unknown>, number: number, fault: Fault | null): Promise<Outcome> {
  const place = await places.make();
  await furnish(place);
  const before = JSON.stringify(snapshot(places.host.workbook));
  places.host.resetTraffic();
  if (fault) places.host.faults = faultAt(number, fault);
  let error: unknown = null;
  try {
    await call(place.host);
  } catch (caught) {
    error = caught;
  }
  return { error, before, after: JSON.stringify(snapshot(places.host.workbook)), requests: places.host.traffic.requests };
}

describe.each(Object.entries(WRITES))("with a fault at every message in turn, %s", (_name, call) => {
  test.each(FAULTS)("is there whole or not at all, and the refusal is told in Chinese, when %s", async (_fault, fault) => {
    const done = await attempt(call, 0, null);
    expect(done.error).toBeNull();
    expect(done.after).not.toBe(done.before);
    for (let number = 1; number <= done.requests; number++) {
      const { error, before, after } = await attempt(call, number, fault);
      expect({ number, isWhole: after === before || after === done.after }).toEqual({ number, isWhole: true });
      if (error === null) expect(after).toBe(done.after);
      else expectHostError(error);
    }
  });
});

describe.each(Object.entries(READS))("with a fault at every message in turn, asking for %s", (_name, call) => {
  test.each(FAULTS)("changes nothing and is told in Chinese, when %s", async (_fault, fault) => {
    const { requests, before } = await attempt(call, 0, null);
    expect(requests).toBeGreaterThan(0);
    for (let number = 1; number <= requests; number++) {
      const { error, after } = await attempt(call, number, fault);
      expect(after).toBe(before);
      expectHostError(error);
    }
  });
});

function expectHostError(error: unknown): void {
  expect(error).toBeInstanceOf(HostError);
  const { message, detail } = error as HostError;
  expect(message).toMatch(/\p{Script=Han}/u);
  expect(message).not.toMatch(/[A-Za-z]{5,}/);
  expect(detail).not.toBe("");
}

describe("a refusal of Excel", () => {
  test.each([
    ["InvalidOperationInCellEditMode", "editing"],
    ["AccessDenied", "readOnly"],
    ["ItemNotFound", "missingSheet"],
    ["ApiNotFound", "unsupported"],
    ["RequestAborted", "lost"],
    ["SomethingNobodyHeardOf", "unknown"],
  ])("%s is told as %s", async (code, kind) => {
    const { host } = await places.make();
    places.host.faults = faultAt(1, { kind: "refuse", code });
    await expect(host.workbookName()).rejects.toMatchObject({ name: "HostError", kind });
  });

  test("because a workbook is open for viewing is told as read-only, and nothing changes", async () => {
    const place = await places.make();
    await furnish(place);
    places.host.workbook.editable = false;
    const before = snapshot(places.host.workbook);
    for (const call of Object.values(WRITES)) await expect(call(place.host)).rejects.toMatchObject({ kind: "readOnly" });
    expect(snapshot(places.host.workbook)).toEqual(before);
  });

  test("because an answer is too large makes it ask for less at a time", async () => {
    const { host, hand } = await places.make();
    await hand.put("Sheet1", 0, 0, Array.from({ length: 100 }, (_, i) => [i, "甲"]));
    places.host.resetTraffic();
    places.host.faults = (number) => (number === 2 || number === 3 ? { kind: "refuse", code: "ResponsePayloadSizeLimitExceeded" } : null);
    const [block] = await host.readSheets(["Sheet1"]);
    expect(block?.values).toHaveLength(100);
    expect(block?.values[99]).toEqual([99, "甲"]);
  });
});
