import { VERDICT_COLOURS, type SheetMark } from "../../../src/workbook/sheet-plan";
import { refused, same } from "../assert";
import type { HostCase } from "../hand";
import { area, report } from "../plans";

const mark = (sheet: string, text: string, style: SheetMark["style"] = "unmet"): SheetMark => ({ sheet, row: 2, column: 0, text, style });

export const MARKING_CASES: readonly HostCase[] = [
  {
    title: "marks reports of ours with a text and its look, and nothing else of them (R27)",
    async run({ host, hand }) {
      await host.writeSheets([report("甲"), report("乙")], []);
      await host.markSheets([mark("甲", "与定稿不一致"), mark("乙", "=1+1")]);
      same(await hand.values("甲", area(2, 0, 2, 2)), [["与定稿不一致", 0.5], ["第一小学2", 1.5]], "the first report");
      same(await hand.values("乙", area(2, 0)), [["=1+1"]], "text that looks like a formula");
      same(await hand.formulas("乙", area(2, 0)), [[null]], "no formula came of it");
      same((await hand.look("甲", 2, 0)).fill, VERDICT_COLOURS.unmet.fill, "the mark's colour");
    },
  },
  {
    title: "takes a mark back: another text, another look, or none",
    async run({ host, hand }) {
      await host.writeSheets([report("甲")], []);
      await host.markSheets([mark("甲", "与定稿不一致")]);
      await host.markSheets([mark("甲", "与定稿一致", "note")]);
      same(await hand.values("甲", area(2, 0)), [["与定稿一致"]], "the second text");
      same((await hand.look("甲", 2, 0)).fill, null, "the colour has gone");
      await host.markSheets([mark("甲", "", "note")]);
      same(await hand.values("甲", area(2, 0)), [[null]], "no text");
    },
  },
  {
    title: "passes over a mark on a sheet that has gone",
    async run({ host, hand }) {
      await host.writeSheets([report("甲")], []);
      await host.markSheets([mark("没有这张", "与定稿不一致"), mark("甲", "与定稿不一致")]);
      await host.markSheets([]);
      same(await hand.sheetNames(), ["Sheet1", "甲"], "sheets");
      same(await hand.values("甲", area(2, 0)), [["与定稿不一致"]], "the mark");
    },
  },
  {
    title: "names a protected report, after marking the others",
    needs: ["protectSheet"],
    async run({ host, hand }) {
      await host.writeSheets([report("甲"), report("乙")], []);
      await hand.protectSheet("甲");
      const error = await refused(host.markSheets([mark("甲", "与定稿不一致"), mark("乙", "与定稿不一致")]), "protectedSheet", "marking");
      same(error.message.includes("甲"), true, "the message names the sheet");
      same(await hand.values("甲", area(2, 0)), [["第一小学1"]], "the protected report");
      same(await hand.values("乙", area(2, 0)), [["与定稿不一致"]], "the other report");
    },
  },
];
