import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { SheetPlan } from "../../src/workbook/sheet-plan";
import { excelPlaces, type ExcelPlaces } from "./excel-place";
import { area, cell, chartSheet, plan, report, rule, template } from "./plans";

let places: ExcelPlaces;
beforeAll(async () => { places = await excelPlaces({ level: "1.14" }); });
afterAll(() => places.page.close());

const FOUR_MB = 4 * 1024 * 1024;

/** Round trips of the adapter and megabytes over the wire that one call takes. */
async function cost(call: () => Promise<unknown>): Promise<{ readonly syncs: number; readonly requests: number; readonly extra: number }> {
  places.host.resetTraffic();
  const before = places.syncs();
  await call();
  const { bytesIn, bytesOut, requests } = places.host.traffic;
  return { syncs: places.syncs() - before, requests, extra: Math.ceil((bytesIn + bytesOut) / FOUR_MB) };
}

function schools(rows: number, columns: number): (string | number)[][] {
  return Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_unused, j) => (j === 0 ? `第${String(i)}小学` : i * j)));
}

describe("round trips to Excel", () => {
  test.each([50, 2_000])("reading a sheet of %i schools takes at most three, and one for each 4 MB", async (rows) => {
    const { host, hand } = await places.make();
    await hand.put("Sheet1", 0, 0, schools(rows, 20));
    await hand.addTable("Sheet1", "表", area(0, 0, rows, 20));
    const { syncs, requests } = await cost(() => host.readSheets(["Sheet1"]));
    expect(syncs).toBeGreaterThan(0);
    expect(requests).toBeLessThanOrEqual(3);
  });

  test("reading 2,000 rows of 300 columns takes three, and one for each 4 MB", async () => {
    const { host } = await places.make();
    places.host.workbook.sheet("Sheet1").load(0, 0, schools(2_000, 300));
    const { requests, extra } = await cost(() => host.readSheets(["Sheet1"]));
    expect(requests).toBeLessThanOrEqual(3 + extra);
  });

  test("reading many sheets takes no more than reading one", async () => {
    const { host, hand } = await places.make();
    const names = Array.from({ length: 40 }, (_, i) => `学校${String(i)}`);
    for (const name of names) {
      await hand.addSheet(name);
      await hand.put(name, 0, 0, schools(10, 3));
    }
    expect((await cost(() => host.readSheets(names))).requests).toBeLessThanOrEqual(3);
    expect((await cost(() => host.listSheets())).requests).toBeLessThanOrEqual(2);
  });

  test.each([50, 2_000])("highlighting a sheet of %i schools takes at most three, over earlier rules too", async (rows) => {
    const { host, hand } = await places.make();
    await hand.put("Sheet1", 0, 0, schools(rows, 10));
    const rules = Array.from({ length: 56 }, (_, i) => rule(area(0, i % 10, rows), `A1<${String(i)}`));
    for (let press = 0; press < 2; press++) expect((await cost(() => host.highlight([plan("Sheet1", ...rules)]))).requests).toBeLessThanOrEqual(3);
  });

  test.each([50, 2_000])("a report on %i schools takes at most four, and one for each 4 MB, also when it replaces one", async (rows) => {
    const { host } = await places.make();
    const lines: SheetPlan["rows"] = schools(rows, 12).map((line, i) => line.map((value, j) => cell(value, j === 0 ? "text" : (i + j) % 3 === 0 ? "met" : "unmet")));
    const one = { ...report("报告"), rows: lines, merges: [] };
    for (let press = 0; press < 2; press++) {
      const { requests, extra } = await cost(() => host.writeSheets([one], ["报告"]));
      expect(requests).toBeLessThanOrEqual(4 + Math.max(0, extra - 1));
    }
  });

  test("a whole set of documents of 300 schools, charts, lists and a page a school, takes at most four, and one for each 4 MB", async () => {
    const { host } = await places.make();
    const list = (name: string, columns: number): SheetPlan => ({ ...template(name), rows: schools(300, columns).map((line, i) => line.map((value, j) => cell(value, j === 0 ? "text" : (i + j) % 3 === 0 ? "met" : "decimal2"))) });
    const pages: SheetPlan = { ...list("一校一策", 8), rows: Array.from({ length: 300 * 25 }, (_, i) => [cell(`第${String(i)}行`, "wrap"), cell(i, "integer"), cell("措施", "inputWrap")]), pageBreaks: Array.from({ length: 299 }, (_, i) => (i + 1) * 25) };
    const plans = [...Array.from({ length: 18 }, (_, i) => list(`表${String(i)}`, 16)), chartSheet("图表"), pages];
    for (let press = 0; press < 2; press++) {
      const { requests, extra } = await cost(() => host.writeSheets(plans, plans.map(({ name }) => name)));
      expect(requests).toBeLessThanOrEqual(4 + Math.max(0, extra - 1));
    }
  });

  test("nothing is held on to after a large read", async () => {
    const { host, hand } = await places.make();
    await hand.put("Sheet1", 0, 0, schools(2_000, 20));
    await host.readSheets(["Sheet1"]);
    const held = places.host.heldReferences;
    for (let i = 0; i < 3; i++) await host.readSheets(["Sheet1"]);
    expect(places.host.heldReferences).toBeLessThanOrEqual(held + 10);
  });
});
