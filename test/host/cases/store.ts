import { STORE_SHEET } from "../../../src/host/host";
import { same } from "../assert";
import type { HostCase } from "../hand";
import { area } from "../plans";

export const STORE_CASES: readonly HostCase[] = [
  {
    title: "finds no store in a workbook that has none, and makes none by looking",
    async run({ host, hand }) {
      same(await host.loadStore(), [], "texts");
      same(await hand.sheetNames(), ["Sheet1"], "sheets");
    },
  },
  {
    title: "gives back what was kept, character by character",
    async run({ host }) {
      const texts = ['{"schema":1,"名":"甲"}', "=1+1", "'引号", "-3", "007", "  两端空格  ", "行\n行", "TRUE", "#N/A"];
      await host.saveStore(texts);
      same(await host.loadStore(), texts, "texts");
    },
  },
  {
    title: "keeps its texts on a very hidden sheet, one a cell from A1 down",
    needs: ["veryHidden"],
    async run({ host, hand }) {
      await host.saveStore(["一", "二"]);
      same(await hand.visibility(STORE_SHEET), "veryHidden", "visibility");
      same(await hand.values(STORE_SHEET, area(0, 0, 2, 1)), [["一"], ["二"]], "cells");
    },
  },
  {
    title: "keeps forty texts of thirty thousand characters",
    async run({ host }) {
      const texts = Array.from({ length: 40 }, (_, i) => `${String(i)}${"义教均衡，字".repeat(5_000)}`.slice(0, 30_000));
      await host.saveStore(texts);
      same(await host.loadStore(), texts, "texts");
    },
  },
  {
    title: "keeps the later texts only, also when they are fewer",
    async run({ host, hand }) {
      await host.saveStore(["一", "二", "三"]);
      await host.saveStore(["新"]);
      same(await host.loadStore(), ["新"], "texts");
      same((await hand.sheetNames()).filter((name) => name === STORE_SHEET).length, 1, "stores");
    },
  },
  {
    title: "leaves the person's sheet in front when it makes its store",
    async run({ host, hand }) {
      await hand.select("Sheet1", area(4, 4));
      await host.saveStore(["{}"]);
      same(await host.selection(), { sheet: "Sheet1", ...area(4, 4) }, "selection");
    },
  },
];
