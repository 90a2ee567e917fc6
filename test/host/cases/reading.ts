import { refused, same, truth } from "../assert";
import type { HostCase } from "../hand";
import { area } from "../plans";

const ODD_NAMES = ["小学 2025", "张三's 表", "100%", "A1", "R1C1", "表（一）-汇总", "=合计", "a".repeat(31)];

export const READING_CASES: readonly HostCase[] = [
  {
    title: "lists sheets in tab order with their visibility and used part",
    async run({ host, hand }) {
      await hand.addSheet("数据");
      await hand.addSheet("隐藏");
      await hand.put("数据", 2, 1, [["校", 1], ["甲", 2]]);
      await hand.setVisibility("隐藏", "hidden");
      const sheets = await host.listSheets();
      same(sheets.map(({ name, visibility, used, isProtected }) => ({ name, visibility, used, isProtected })), [
        { name: "Sheet1", visibility: "visible", used: null, isProtected: false },
        { name: "数据", visibility: "visible", used: area(2, 1, 2, 2), isProtected: false },
        { name: "隐藏", visibility: "hidden", used: null, isProtected: false },
      ], "the list");
    },
  },
  {
    title: "says that a sheet is protected",
    needs: ["protectSheet"],
    async run({ host, hand }) {
      await hand.protectSheet("Sheet1");
      same((await host.listSheets()).map(({ isProtected }) => isProtected), [true], "protection");
    },
  },
  {
    title: "does not list its own very hidden store",
    async run({ host }) {
      await host.saveStore(["{}"]);
      same((await host.listSheets()).map(({ name }) => name), ["Sheet1"], "the list");
    },
  },
  {
    title: "knows the workbook's file name",
    async run({ host }) {
      same(await host.workbookName(), "测试.xlsx", "the name");
    },
  },
  {
    title: "reads numbers, texts, truth values and blanks from the used part, and formulas beside their results",
    async run({ host, hand }) {
      await hand.put("Sheet1", 3, 2, [["校", "人数", null], ["甲", 12.5, true], ["乙", "=1+1", null], ["'007", "1,234", 0]]);
      const [block] = await host.readSheets(["Sheet1"]);
      truth(block !== undefined, "one block");
      same({ sheet: block.sheet, row: block.row, column: block.column, rows: block.rows, columns: block.columns }, { sheet: "Sheet1", ...area(3, 2, 4, 3) }, "the place");
      same(block.values[0], ["校", "人数", null], "the first row");
      same(block.values[1], ["甲", 12.5, true], "the second row");
      same(block.formulas?.map((line) => line[1] ?? null), [null, null, "=1+1", null], "formulas");
      same(block.values[3]?.[0], "007", "a text of digits stays text");
      same(block.values[3]?.[2], 0, "a typed zero is no blank");
    },
  },
  {
    title: "gives an empty block for an empty sheet",
    async run({ host }) {
      const [block] = await host.readSheets(["Sheet1"]);
      same({ rows: block?.rows, columns: block?.columns, values: block?.values }, { rows: 0, columns: 0, values: [] }, "the block");
    },
  },
  {
    title: "reads no sheet at all when none is named",
    async run({ host }) {
      same(await host.readSheets([]), [], "no blocks");
    },
  },
  {
    title: "tells merged areas, hidden rows and hidden columns by their place on the sheet",
    async run({ host, hand }) {
      await hand.put("Sheet1", 1, 1, [["标题", null, null], ["校", "一", "二"], ["甲", 1, 2], ["乙", 3, 4]]);
      await hand.merge("Sheet1", area(1, 1, 1, 3));
      await hand.hideRows("Sheet1", 3, 1);
      await hand.hideColumns("Sheet1", 2, 1);
      const [block] = await host.readSheets(["Sheet1"]);
      same(block?.merges, [area(1, 1, 1, 3)], "merged areas");
      same(block?.hiddenRows, [3], "hidden rows");
      same(block?.hiddenColumns, [2], "hidden columns");
      same(block?.values[0], ["标题", null, null], "cells under a merged one are blank");
    },
  },
  {
    title: "tells tables with their name and place",
    needs: ["tables"],
    async run({ host, hand }) {
      await hand.put("Sheet1", 2, 0, [["校", "人数"], ["甲", 1]]);
      await hand.addTable("Sheet1", "学校表", area(2, 0, 2, 2));
      const [block] = await host.readSheets(["Sheet1"]);
      same(block?.tables, [{ name: "学校表", area: area(2, 0, 2, 2) }], "tables");
    },
  },
  {
    title: "reads several sheets in the order they are named, whatever their names",
    async run({ host, hand }) {
      for (const name of ODD_NAMES) {
        await hand.addSheet(name);
        await hand.put(name, 0, 0, [[`在${name}`]]);
      }
      const wanted = [...ODD_NAMES].reverse();
      const blocks = await host.readSheets(wanted);
      same(blocks.map(({ sheet, values }) => [sheet, values[0]?.[0]]), wanted.map((name) => [name, `在${name}`]), "blocks");
    },
  },
  {
    title: "reads hidden sheets like others",
    async run({ host, hand }) {
      await hand.addSheet("底表");
      await hand.put("底表", 0, 0, [[1]]);
      await hand.setVisibility("底表", "hidden");
      same((await host.readSheets(["底表"]))[0]?.values, [[1]], "values");
    },
  },
  {
    title: "refuses to read a sheet that has gone, and names it",
    async run({ host, hand }) {
      await hand.addSheet("走了");
      await hand.deleteSheet("走了");
      const error = await refused(host.readSheets(["Sheet1", "走了"]), "missingSheet", "reading");
      truth(error.message.includes("走了"), "the message names the sheet");
    },
  },
  {
    title: "reads ten thousand cells as they are, and tells how far it has come",
    async run({ host, hand }) {
      const rows = Array.from({ length: 1_000 }, (_, i) => Array.from({ length: 10 }, (_unused, j) => (j === 0 ? `学校${String(i)}` : i * 10 + j)));
      await hand.put("Sheet1", 0, 0, rows);
      const seen: number[] = [];
      const [block] = await host.readSheets(["Sheet1"], { onProgress: ({ done, total }) => seen.push(done / total) });
      same(block?.values, rows, "values");
      same(seen.at(-1), 1, "the last progress is the whole");
    },
  },
  {
    title: "does not begin to read once cancelled",
    async run({ host, hand }) {
      await hand.put("Sheet1", 0, 0, [[1]]);
      const cancel = new AbortController();
      cancel.abort();
      await refused(host.readSheets(["Sheet1"], { signal: cancel.signal }), "cancelled", "reading");
    },
  },
];
