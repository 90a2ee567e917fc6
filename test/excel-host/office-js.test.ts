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
