import type { SheetPlan } from "../../../src/workbook/sheet-plan";
import { isBroken, sealOf } from "../../../src/workbook/reports/seal";
import { VERDICT_COLOURS } from "../../../src/workbook/sheet-plan";
import { refused, same, truth } from "../assert";
import type { HostCase } from "../hand";
import { area, cell, report } from "../plans";

const TRICKY = ["=1+1", "+86 471", "-", "@用户", "--", "=HYPERLINK(\"http://x\")", "'引号", "007", "1-2", "2025年9月", "3/4", "TRUE", "12%", "1e5", " 两端空格 ", "多行\n文字"];

export const WRITING_CASES: readonly HostCase[] = [
  {
    title: "writes a report: values, number formats, colours, merged title, frozen panes",
    async run({ host, hand }) {
      await host.writeSheets([report("七项指标")], []);
      same(await hand.values("七项指标", area(0, 0, 3, 3)), [["七项指标", null, null], ["学校", "生均", "判定"], ["第一小学1", 0.5, "达标"]], "values");
      same(await hand.merges("七项指标"), [area(0, 0, 1, 3)], "merged areas");
      same(await hand.frozen("七项指标"), { rows: 2, columns: 1 }, "frozen panes");
      same((await hand.look("七项指标", 1, 0)).bold, true, "a header is bold");
      same((await hand.look("七项指标", 2, 2)).fill, VERDICT_COLOURS.met.fill, "met has its colour");
      same((await hand.look("七项指标", 3, 2)).fill, VERDICT_COLOURS.unmet.fill, "unmet has its colour");
      same((await hand.look("七项指标", 2, 0)).fill, null, "plain text has none");
      truth((await hand.look("七项指标", 2, 1)).numberFormat.includes("0.00"), "two decimals");
    },
  },
  {
    title: "writes text as text, whatever it looks like",
    async run({ host, hand }) {
      await host.writeSheets([{ ...report("文字"), rows: TRICKY.map((text) => [cell(text)]), merges: [] }], []);
      same((await hand.values("文字", area(0, 0, TRICKY.length, 1))).map(([value]) => value), TRICKY, "texts");
      same((await hand.formulas("文字", area(0, 0, TRICKY.length, 1))).flat().filter((formula) => formula !== null), [], "no formula came of it");
    },
  },
  {
    title: "keeps a long text that begins like a formula",
    async run({ host, hand }) {
      const long = `=${"这是一段很长的说明。".repeat(40)}`;
      await host.writeSheets([{ ...report("长文"), rows: [[cell(long, "note")]], merges: [] }], []);
      same(await hand.values("长文", area(0, 0)), [[long]], "the text");
    },
  },
  {
    title: "writes a formula where the plan says formula, also one that names its own sheet",
    async run({ host, hand }) {
      const rows = [[cell(2, "integer")], [cell({ formula: "=A1*2" }, "integer")], [cell({ formula: "SUM('表 1'!A1:A2)" }, "integer")]];
      await host.writeSheets([{ ...report("表 1"), rows, merges: [] }], []);
      const [, second, third] = await hand.formulas("表 1", area(0, 0, 3, 1));
      same(second?.[0], "=A1*2", "the formula");
      truth(third?.[0]?.startsWith("=SUM(") === true, "the formula over its own sheet");
    },
  },
  {
    title: "tells blank from zero: an empty text and nothing stay blank, zero is written",
    async run({ host, hand }) {
      await host.writeSheets([{ ...report("空"), rows: [[cell("甲"), cell(null), cell(""), null, cell(0, "integer"), cell(false)]], merges: [] }], []);
      same(await hand.values("空", area(0, 0, 1, 6)), [["甲", null, null, null, 0, false]], "values");
    },
  },
  {
    title: "gives a report back as it was written, so that its seal holds until somebody changes a cell",
    async run({ host, hand }) {
      const figures = [0.1 + 0.2, 1 / 3, 2e-7, 123456789.125, 0].map((value) => cell(value, "decimal2"));
      const plan: SheetPlan = { ...report("封签"), rows: [[cell("标题", "title"), cell("盖在下面"), null], ...TRICKY.map((text) => [cell(text), cell(""), null]), figures.slice(0, 3), figures.slice(3)] };
      await host.writeSheets([plan], []);
      const [block] = await host.readSheets(["封签"]);
      truth(block !== undefined && !isBroken(sealOf(plan), block), "the seal holds");
      await hand.put("封签", 4, 2, [["手写"]]);
      const [after] = await host.readSheets(["封签"]);
      truth(after !== undefined && isBroken(sealOf(plan), after), "the seal is broken");
    },
  },
  {
    title: "leaves a sheet alone that bears the name and is not ours",
    async run({ host, hand }) {
      await hand.addSheet("七项指标");
      await hand.put("七项指标", 0, 0, [["别动"]]);
      const error = await refused(host.writeSheets([report("新表"), report("七项指标")], []), "nameTaken", "writing");
      truth(error.message.includes("七项指标"), "the message names the sheet");
      same(await hand.values("七项指标", area(0, 0)), [["别动"]], "the person's cell");
      same(await hand.sheetNames(), ["Sheet1", "七项指标"], "nothing else was written");
    },
  },
  {
    title: "takes a name that differs in case only for the same",
    async run({ host, hand }) {
      await hand.addSheet("Report");
      await refused(host.writeSheets([report("REPORT")], []), "nameTaken", "writing");
      await refused(host.writeSheets([report("甲A"), report("甲a")], []), "nameTaken", "two plans of one name");
      same(await hand.sheetNames(), ["Sheet1", "Report"], "nothing was written");
    },
  },
  {
    title: "replaces a report of ours in its place, with nothing of the old left",
    async run({ host, hand }) {
      await host.writeSheets([report("甲", 5), report("乙", 5)], []);
      await hand.addSheet("后面");
      await host.writeSheets([report("乙", 1, "新"), report("甲", 1, "新")], ["甲", "乙", "没有过"]);
      same(await hand.sheetNames(), ["Sheet1", "甲", "乙", "后面"], "order of sheets");
      same(await hand.values("甲", area(2, 0, 2, 1)), [["新1"], [null]], "the first");
      same(await hand.values("乙", area(2, 0, 2, 1)), [["新1"], [null]], "the second");
    },
  },
  {
    title: "keeps odd names of sheets",
    async run({ host, hand }) {
      const names = ["一校一策 '甲'校", "100%（小学）", "a".repeat(31)];
      await host.writeSheets(names.map((name) => report(name, 1)), []);
      same(await hand.sheetNames(), ["Sheet1", ...names], "names");
      await host.writeSheets(names.map((name) => report(name, 1, "再")), names);
      same(await hand.values(names[0] ?? "", area(2, 0)), [["再1"]], "replaced");
    },
  },
  {
    title: "refuses new sheets in a workbook whose structure is protected, and writes nothing",
    needs: ["protectWorkbook"],
    async run({ host, hand }) {
      await host.writeSheets([report("甲")], []);
      await hand.protectWorkbook();
      await refused(host.writeSheets([report("乙"), report("甲", 1, "新")], ["甲"]), "protectedWorkbook", "writing");
      await refused(host.deleteSheets(["甲"]), "protectedWorkbook", "deleting");
      same(await hand.sheetNames(), ["Sheet1", "甲"], "sheets");
      same(await hand.values("甲", area(2, 0)), [["第一小学1"]], "the old report");
    },
  },
  {
    title: "writes two thousand rows of fifteen columns whole",
    async run({ host, hand }) {
      const rows: SheetPlan["rows"] = Array.from({ length: 2_000 }, (_, i) => Array.from({ length: 15 }, (_unused, j) => (j === 0 ? cell(`学校${String(i)}`) : cell(i * j, "integer"))));
      await host.writeSheets([{ ...report("大表"), rows, merges: [] }], []);
      same(await hand.values("大表", area(1_998, 0, 2, 3)), [["学校1998", 1_998, 3_996], ["学校1999", 1_999, 3_998]], "the last rows");
    },
  },
  {
    title: "writes nothing once cancelled",
    async run({ host, hand }) {
      const cancel = new AbortController();
      cancel.abort();
      await refused(host.writeSheets([report("甲")], [], { signal: cancel.signal }), "cancelled", "writing");
      same(await hand.sheetNames(), ["Sheet1"], "sheets");
    },
  },
  {
    title: "cancelled half way, takes away what it wrote and keeps the former report",
    needs: ["cancelBetweenChunks"],
    async run({ host, hand }) {
      await host.writeSheets([report("甲", 1, "旧")], []);
      const cancel = new AbortController();
      const text = "校".repeat(200);
      const rows: SheetPlan["rows"] = Array.from({ length: 3_000 }, () => Array.from({ length: 5 }, () => cell(text)));
      const writing = host.writeSheets([{ ...report("甲"), rows, merges: [] }, report("乙")], ["甲"], { signal: cancel.signal, onProgress: () => cancel.abort() });
      await refused(writing, "cancelled", "writing");
      same(await hand.sheetNames(), ["Sheet1", "甲"], "sheets");
      same(await hand.values("甲", area(2, 0)), [["旧1"]], "the former report");
    },
  },
  {
    title: "deletes sheets by name, and finds no fault with one that has gone",
    async run({ host, hand }) {
      await host.writeSheets([report("甲"), report("乙")], []);
      await hand.deleteSheet("甲");
      await host.deleteSheets(["甲", "乙"]);
      same(await hand.sheetNames(), ["Sheet1"], "sheets");
    },
  },
];
