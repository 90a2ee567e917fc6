import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { judge, judgeItems } from "../../src/engine";
import { readWorkbook } from "../../src/reading";
import { DEFAULT_STANDARD, ITEM_BOOK } from "../../src/standards";
import { fileStyle, gridStyle, hexColour } from "../../src/workbench/cell-look";
import { heightInPixels, heightInPoints, widthInCharacters, widthInPixels } from "../../src/workbench/measures";
import { sampleCounty } from "../../src/workbench/sample-county";
import { type CellStyle, DEFAULT_STYLE, openFile, saveFile, sheetBlocks } from "../../src/xlsx";

const border = fc.option(fc.record({ style: fc.constantFrom("thin", "medium", "dashed", "double", "hair", "slantDashDot"), colour: fc.constantFrom("#000000", "#A6A6A6") }));
const style: fc.Arbitrary<CellStyle> = fc.record({
  fontName: fc.constantFrom("等线", "宋体"), fontSize: fc.constantFrom(9, 11, 16.5), bold: fc.boolean(), italic: fc.boolean(), underline: fc.boolean(), strike: fc.boolean(),
  colour: fc.option(fc.constantFrom("#FF0000", "#0E5A1F")), fill: fc.option(fc.constantFrom("#DFF2E1", "#FFFFFF")),
  borders: fc.record({ left: border, right: border, top: border, bottom: border }),
  horizontal: fc.constantFrom("general", "left", "center", "right", "justify", "distributed"), vertical: fc.constantFrom("top", "center", "bottom"),
  wrap: fc.boolean(), indent: fc.nat(5), rotation: fc.constantFrom(0, 45, -90, 255), numberFormat: fc.constantFrom("General", "0.00%", "#,##0"), locked: fc.constant(true),
});

describe("a workbook between file and grid", () => {
  test("every look the grid can draw comes back from it as it was", () => {
    fc.assert(fc.property(style, (look) => { expect(fileStyle(gridStyle(look))).toEqual(look); }));
  });

  test("widths and heights nobody changed come back to the last digit", () => {
    fc.assert(fc.property(fc.double({ min: 0.5, max: 200, noNaN: true }), (size) => {
      expect(widthInCharacters(widthInPixels(size), size)).toBe(size);
      expect(heightInPoints(heightInPixels(size), size)).toBe(size);
    }));
  });

  test.each([["#abc", "#AABBCC"], ["rgb(255, 0, 16)", "#FF0010"], ["#dff2e1", "#DFF2E1"], ["red", null], [null, null]])("the colour %s is %s in a file", (given, expected) => {
    expect(hexColour(given)).toBe(expected);
  });
});

describe("the sample county", () => {
  const all = sheetBlocks(sampleCounty());
  const blocks = all.slice(0, 3);
  const names = blocks.flatMap((block) => block.values.map((row) => row[2])).filter((name) => typeof name === "string" && /(学|学校|教学点|（民办）)$/.test(name));

  test("has about sixty schools on three sheets, laid out as bureaus do: title, units, merged headings, subtotals, notes", () => {
    expect(blocks.map(({ sheet }) => sheet)).toEqual(["小学", "中学", "一贯制学校"]);
    expect(names).toHaveLength(58);
    for (const block of blocks) {
      expect(block.values[1]?.[0]).toMatch(/单位：.*万元/);
      expect(block.merges.length).toBeGreaterThan(8);
      expect(block.values.some((row) => row[2] === "合计")).toBe(true);
      expect(block.formulas?.some((row) => row.some((formula) => formula?.startsWith("=SUM(")))).toBe(true);
      expect(block.values.at(-1)?.[0]).toMatch(/^注：/);
    }
  });

  test("brings a county form, a class list and a room list, typed into our templates, so that every part of the standard has something to show", () => {
    const reading = readWorkbook(all, {});
    expect(reading.tables.map(({ sheet }) => sheet)).toEqual(["小学", "中学", "一贯制学校"]);
    expect(reading.lists?.map(({ kind, sheet }) => [kind, sheet])).toEqual([["classes", "班级名册"], ["rooms", "专用教室名册"]]);
    expect(reading.county?.sheet).toBe("县级填报表");
    const judgement = judge(reading.schools, DEFAULT_STANDARD, {});
    const items = judgeItems({ schools: reading.schools, judgement, county: reading.county?.figures ?? {}, hasForm: true }, ITEM_BOOK, DEFAULT_STANDARD, {});
    const verdicts = (verdict: string): string[] => items.findings.filter((one) => one.verdict === verdict).map(({ item }) => item.id);
    expect(verdicts("met").length).toBeGreaterThan(20);
    expect(verdicts("unmet")).toEqual(expect.arrayContaining(["B3", "B4", "B5", "B11"]));
    expect(verdicts("undetermined")).toEqual(expect.arrayContaining(["C9", "D1"]));
  });

  test("shows blanks, text numbers, a word for nothing, a duplicate, a school without pupils, teaching points on both sides of fifty", () => {
    const [primary] = blocks;
    const cells = primary?.values.flat() ?? [];
    expect(cells).toEqual(expect.arrayContaining(["352", "1,025", "无"]));
    expect(names.filter((name) => name === "石门乡沙湾小学")).toHaveLength(2);
    const points = primary?.values.filter((row) => row[3] === "教学点").map((row) => row[4]);
    expect(points).toEqual(expect.arrayContaining([49, 50]));
    expect(primary?.values.some((row) => row[2] === "白塔乡大湾小学" && row[4] === 0)).toBe(true);
  });

  test("can be saved as a file and opened again with the same cells", async () => {
    const opened = await openFile(await saveFile(null, sampleCounty()), "示例.xlsx");
    expect(sheetBlocks(opened.model).map(({ values }) => values.map((row) => row.slice(0, 4)))).toEqual(all.map(({ values }) => values.map((row) => row.slice(0, 4))));
    expect(opened.model.styles[0]?.numberFormat).toBe(DEFAULT_STYLE.numberFormat);
  });
});
