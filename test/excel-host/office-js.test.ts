import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Workbook } from "./model/workbook";
import { openOfficePage, type OfficePage } from "./jsdom-page";

let page: OfficePage;
beforeAll(async () => { page = await openOfficePage(); });
afterAll(() => page.close());

describe("the unmodified office.js, answered by the test host", () => {
  test("finds its host and says which Excel it is in", () => {
    expect(page.window.Office.context.host).toBe("Excel");
    expect(page.window.Office.context.displayLanguage).toBe("zh-CN");
  });

  test("writes and reads values, formulas and formats", async () => {
    page.host.open(new Workbook());
    const found = await page.window.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("数据");
      const range = sheet.getRange("A1:C2");
      range.values = [["校", "x", "y"], ["甲", 1, 10]];
      range.format.fill.color = "#FFFF00";
      sheet.getRange("D2").formulas = [["=B2*C2"]];
      const used = sheet.getUsedRangeOrNullObject(true);
      used.load("values, formulas, address, rowIndex");
      range.load("format/fill/color");
      await context.sync();
      return { values: used.values as unknown, formulas: used.formulas as unknown, address: used.address, fill: range.format.fill.color };
    });
    expect(found).toEqual({ values: [["校", "x", "y", ""], ["甲", 1, 10, 0]], formulas: [["校", "x", "y", ""], ["甲", 1, 10, "=B2*C2"]], address: "数据!A1:D2", fill: "#FFFF00" });
  });
});

describe("what the test host lets through", () => {
  test("a member that nobody modelled is refused by name", async () => {
    page.host.open(new Workbook());
    const call = page.window.Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("A1").getSpillingToRange().load("address");
      await context.sync();
    });
    await expect(call).rejects.toThrow(/getSpillingToRange/);
  });

  test("a missing sheet, an array of the wrong shape and a property not loaded are refused as in Excel", async () => {
    page.host.open(new Workbook());
    const { Excel } = page.window;
    await expect(Excel.run(async (context) => { context.workbook.worksheets.getItem("没有").load("name"); await context.sync(); })).rejects.toMatchObject({ code: "ItemNotFound" });
    await expect(Excel.run(async (context) => { context.workbook.worksheets.getItem("Sheet1").getRange("A1:B2").values = [[1]]; await context.sync(); })).rejects.toMatchObject({ code: "InvalidArgument" });
    await expect(Excel.run(async (context) => { const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1"); await context.sync(); return range.address; })).rejects.toMatchObject({ code: "PropertyNotLoaded" });
  });

  test("what came before an error in the same request stays: there is no rollback", async () => {
    page.host.open(new Workbook());
    const call = page.window.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("A1").values = [["先"]];
      context.workbook.worksheets.getItem("没有").getRange("A1").values = [["后"]];
      await context.sync();
    });
    await expect(call).rejects.toMatchObject({ code: "ItemNotFound" });
    expect(page.host.workbook.sheet("Sheet1").cells.get(0, 0).value).toBe("先");
  });

  test("events reach the add-in and say who wrote", async () => {
    page.host.open(new Workbook());
    const heard = await page.window.Excel.run(async (context) => {
      const first = new Promise<string>((resolve) => context.workbook.worksheets.onChanged.add((event) => { resolve(`${event.address} ${event.triggerSource}`); return Promise.resolve(); }));
      await context.sync();
      page.host.workbook.sheet("Sheet1").range({ row: 2, column: 2, rows: 1, columns: 1 }).values = [[21]];
      return first;
    });
    expect(heard).toBe("C3 Unknown");
  });

  test("custom functions are called through the real runtime: values, spilled rows, errors", async () => {
    const { CustomFunctions } = page.window;
    CustomFunctions.associate("T.SUM", (cells: number[][]) => cells.flat().reduce((sum, value) => sum + value, 0));
    CustomFunctions.associate("T.ROWS", (count: number) => Array.from({ length: count }, (_, i) => [i + 1]));
    CustomFunctions.associate("T.NO", () => { throw new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, "数据不足") as unknown as Error; });
    await page.host.functions.whenReady();
    const results = await Promise.all([page.host.functions.call("T.SUM", [[[1], [2]]]), page.host.functions.call("T.ROWS", [2]), page.host.functions.call("T.NO", [])]);
    expect(results).toEqual([3, [[1], [2]], { error: "#N/A", message: "数据不足" }]);
  });

  test("nothing was asked that the test host does not know, and the page did not complain", () => {
    expect(page.host.unanswered).toEqual([]);
    expect(page.complaints).toEqual([]);
  });
});

describe("an Excel of an earlier level", () => {
  test("has no members above it, also when it claims to", async () => {
    const old = await openOfficePage({ level: "1.12", claims: { ExcelApi: "1.16" } });
    expect(old.window.Office.context.requirements.isSetSupported("ExcelApi", "1.16")).toBe(true);
    const call = old.window.Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("A1").getMergedAreasOrNullObject().load("address");
      await context.sync();
    });
    await expect(call).rejects.toMatchObject({ code: "ApiNotFound" });
    old.close();
  });
});

describe("the transport of a desktop web view", () => {
  test("carries values, errors and events too", async () => {
    const desktop = await openOfficePage({ transport: "desktop" });
    const { Excel } = desktop.window;
    expect(String(desktop.window.Office.context.platform)).toBe("Mac");
    const found = await Excel.run(async (context) => {
      const heard = new Promise<string>((resolve) => context.workbook.worksheets.onChanged.add((event) => { resolve(event.address); return Promise.resolve(); }));
      await context.sync();
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:B1");
      range.values = [[1, "甲"]];
      range.load("values");
      await context.sync();
      return { values: range.values as unknown, heard: await heard };
    });
    expect(found).toEqual({ values: [[1, "甲"]], heard: "A1:B1" });
    await expect(Excel.run(async (context) => { context.workbook.worksheets.getItem("没有").load("name"); await context.sync(); })).rejects.toMatchObject({ code: "ItemNotFound" });
    desktop.close();
  });
});
