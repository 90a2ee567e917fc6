import type { ChartPlan, Picture, SheetPlan } from "../../../src/workbook/sheet-plan";
import { same, truth } from "../assert";
import type { HostCase } from "../hand";
import { area, cell, chartSheet, report, template } from "../plans";

const picture = (change: Partial<Picture>): ChartPlan => {
  const [chart] = chartSheet("图").charts ?? [];
  if (!chart) throw new Error("no chart");
  return { ...chart, picture: { ...chart.picture, ...change } };
};

export const DRAWING_CASES: readonly HostCase[] = [
  {
    title: "leaves the person where they are while it writes a sheet with everything on it, and again over it",
    async run({ host, hand }) {
      await hand.select("Sheet1", area(4, 4));
      const full = { ...template("全套"), frozenRows: 2, frozenColumns: 1, merges: [area(6, 0, 1, 2)], scales: chartSheet("全套").scales ?? [] };
      for (const replaces of [[], ["全套"]]) {
        await host.writeSheets([full], replaces);
        same(await host.selection(), { sheet: "Sheet1", ...area(4, 4) }, "selection");
      }
    },
  },
  {
    title: "writes what may be typed where, with the note that is shown and what is said of anything else",
    async run({ host, hand }) {
      await host.writeSheets([template("学校数据表")], []);
      same(await hand.validations("学校数据表"), [
        { area: area(1, 0, 20), kind: "list", values: ["小学", "初级中学", "九年一贯制学校"], title: "学校类型", text: "按类型填写。", refusal: "只能选表中的类型。" },
        { area: area(1, 1, 20), kind: "whole", min: 0, max: null, title: "在校生数", text: "单位：人。", refusal: null },
        { area: area(1, 2, 20), kind: "decimal", min: 0, max: 100, title: null, text: null, refusal: "请填 0 到 100。" },
        { area: area(1, 3, 20), kind: "any", title: "备注", text: "可以不填。", refusal: null },
      ], "rules");
    },
  },
  {
    title: "leaves a list to its note that no spreadsheet program could hold in a rule",
    async run({ host, hand }) {
      const many = Array.from({ length: 60 }, (_, i) => `第${String(i)}小学校`);
      const [first, ...others] = template("单").validations ?? [];
      if (!first) throw new Error("no rule");
      await host.writeSheets([{ ...template("单"), validations: [{ ...first, rule: { kind: "list", values: many } }, ...others] }], []);
      same((await hand.validations("单"))[0], { area: area(1, 0, 20), kind: "any", title: "学校类型", text: "按类型填写。", refusal: null }, "the rule");
    },
  },
  {
    title: "colours cells by their number, and takes that for no highlighting of ours",
    async run({ host, hand }) {
      await host.writeSheets([chartSheet("热力图")], []);
      const scales = [{ area: area(1, 1, 3, 2), stops: [{ at: 0, colour: "#F8696B" }, { at: 0.5, colour: "#FFEB84" }, { at: 1, colour: "#63BE7B" }] }];
      same(await hand.scales("热力图"), scales, "scales");
      same(await host.highlighted(), [], "highlighted sheets");
      same(await host.removeHighlight(), 0, "rules removed");
      same(await hand.scales("热力图"), scales, "scales stay");
    },
  },
  {
    title: "gives rows their height and keeps key columns out of sight",
    async run({ host, hand }) {
      await host.writeSheets([template("学校数据表")], []);
      same(await hand.rowHeight("学校数据表", 0), 42, "the heading row");
      same(await hand.rowHeight("学校数据表", 3), 24, "one of two equal rows");
      same(await hand.rowHeight("学校数据表", 5), 24, "the other");
      same(await hand.hiddenColumns("学校数据表"), [4], "hidden columns");
    },
  },
  {
    title: "prints a table too wide for one page over several, with its first columns on each",
    async run({ host, hand }) {
      const wide = { ...report("宽"), columnWidths: Array.from({ length: 12 }, () => 40), frozenColumns: 1, columnBreaks: [4, 8] };
      await host.writeSheets([wide, report("窄"), { ...report("分页"), pageBreaks: [3] }], []);
      same(await hand.printing("宽"), { scale: 54, rows: [], columns: [4, 8], repeated: 1 }, "the wide one");
      same(await hand.printing("窄"), { scale: null, rows: [], columns: [], repeated: 0 }, "a narrow one fits by itself");
      same(await hand.printing("分页"), { scale: 100, rows: [3], columns: [], repeated: 0 }, "one with pages of its own");
    },
  },
  {
    title: "draws nothing of a former report over the new one: rules, scales, heights and hidden columns go with it",
    async run({ host, hand }) {
      await host.writeSheets([{ ...template("甲"), scales: chartSheet("甲").scales ?? [] }], []);
      await host.writeSheets([report("甲")], ["甲"]);
      same(await hand.validations("甲"), [], "rules");
      same(await hand.scales("甲"), [], "scales");
      same(await hand.hiddenColumns("甲"), [], "hidden columns");
      truth((await hand.rowHeight("甲", 0)) < 42, "the height of the first row is its own again");
    },
  },
  {
    title: "wraps long text in cells to fill in and to read, from the top of the row",
    async run({ host, hand }) {
      const long = "逐校写明问题、措施、责任人和时限。".repeat(6);
      const rows: SheetPlan["rows"] = [[cell(long, "inputWrap"), cell(long, "wrap"), cell("合计", "wrapBold"), cell("√", "centred")]];
      await host.writeSheets([{ ...report("折行"), rows, merges: [] }], []);
      same(await hand.values("折行", area(0, 0, 1, 4)), [[long, long, "合计", "√"]], "values");
      same((await hand.look("折行", 0, 2)).bold, true, "bold");
      truth((await hand.look("折行", 0, 0)).fill !== null, "a cell to fill in has a fill");
    },
  },
  {
    title: "draws charts over their figures where the program can, and writes the figures either way",
    async run({ host, hand }) {
      await host.writeSheets([chartSheet("图")], []);
      same(await hand.values("图", area(0, 0, 2, 4)), [["指标", "小学", "初中", "限值"], ["生均教学用房", 0.31, 0.42, 0.5]], "figures");
      const drawn = await hand.charts("图");
      if (!host.hasCharts) same(drawn, [], "no charts here");
      else same(drawn.map(({ title, kind, place }) => ({ title, kind, place })), [{ title: "差异系数与限值", kind: "columns", place: area(6, 0, 15, 6) }], "the chart");
    },
  },
  {
    title: "draws columns with their limit as a line over them, named, on an axis from zero",
    needs: ["charts"],
    async run({ host, hand }) {
      await host.writeSheets([chartSheet("图")], []);
      const [drawn] = await hand.charts("图");
      same(drawn?.series, [{ name: "小学", isLine: false, colour: "#2F6EBA" }, { name: "初中", isLine: false, colour: "#E08A00" }, { name: "限值", isLine: true, colour: "#8E1B14" }], "series");
      same(drawn?.axis, { from: 0, to: null, format: "#,##0.000", title: "差异系数" }, "the axis");
      same(drawn?.source, area(0, 0, 4, 4), "its figures");
    },
  },
  {
    title: "ends an axis where the picture says, so that one figure far out does not press all others together",
    needs: ["charts"],
    async run({ host, hand }) {
      await host.writeSheets([{ ...chartSheet("图"), charts: [picture({ max: 100 }), picture({ kind: "radar", max: 150 })] }], []);
      same((await hand.charts("图")).map(({ axis }) => axis.to), [100, 150], "ends of the axes");
    },
  },
  {
    title: "draws the limit as a line wherever it stands among the series",
    needs: ["charts"],
    async run({ host, hand }) {
      const { picture: drawn, data, place } = picture({});
      const [first, second, limit] = drawn.series;
      if (!first || !second || !limit) throw new Error("three series");
      const series = [first, { ...limit, name: "限值一" }, second, { ...limit, name: "限值二" }];
      const rows = chartSheet("图").rows.map((row) => [...row, cell(0.5, "decimal2")]);
      await host.writeSheets([{ ...chartSheet("图"), rows, charts: [{ picture: { ...drawn, series }, data: { ...data, columns: 5 }, place }] }], []);
      same((await hand.charts("图"))[0]?.series.filter(({ isLine }) => isLine).map(({ name }) => name), ["限值一", "限值二"], "lines");
    },
  },
  {
    title: "draws bars from the top down with outlines for a limit, and a radar in lines",
    needs: ["charts"],
    async run({ host, hand }) {
      await host.writeSheets([{ ...chartSheet("图"), charts: [picture({ kind: "bars", id: "b" }), picture({ kind: "radar", id: "r", unit: "" })] }], []);
      const [bars, radar] = await hand.charts("图");
      same([bars?.kind, bars?.isReversed, bars?.series[2]], ["bars", true, { name: "限值", isLine: false, colour: "#8E1B14" }], "bars");
      same([radar?.kind, radar?.series.map(({ name }) => name)], ["radar", ["小学", "初中", "限值"]], "radar");
    },
  },
];
