import { describe, expect, test } from "@jest/globals";
import { fitValidation } from "../../src/host/fit-validation";
import { printScale } from "../../src/host/print-scale";
import type { SheetPlan } from "../../src/workbook/sheet-plan";
import { area, report } from "./plans";

const plan = (change: Partial<SheetPlan>): SheetPlan => ({ ...report("表"), landscape: false, columnWidths: Array.from({ length: 10 }, () => 20), pageBreaks: [5], ...change });

describe("a sheet with page breaks of its own is printed by a scale at which its widest page fits", () => {
  test.each<[string, Partial<SheetPlan>, number | null]>([
    ["narrow enough: as it is", { columnWidths: [20, 20] }, 100],
    ["too wide for A4 upright", {}, 36],
    ["across the wide side", { landscape: true }, 53],
    ["on A3", { paper: "A3" }, 53],
    ["columns out of sight do not count", { hiddenColumns: [0, 1, 2, 3, 4, 5, 6, 7] }, 100],
    ["very wide: no smaller than Excel can", { columnWidths: Array.from({ length: 200 }, () => 50) }, 10],
    ["without page breaks: the program fits it by itself", { pageBreaks: [] }, null],
    ["over two pages side by side", { pageBreaks: [], columnBreaks: [5], frozenColumns: 0 }, 72],
    ["with its first columns on each of them", { pageBreaks: [], columnBreaks: [5], frozenColumns: 1 }, 60],
    ["the wider page decides", { pageBreaks: [], columnBreaks: [8], frozenColumns: 1 }, 45],
  ])("%s", (_, change, expected) => {
    expect(printScale(plan(change))).toBe(expected);
  });
});

describe("a rule for typing is cut to what a file can hold", () => {
  const note = { title: "题".repeat(40), text: "说".repeat(300) };
  test.each([
    ["a list of 255 signs stays", ["甲".repeat(127), "乙".repeat(127)], "list"],
    ["one sign more is left to the note", ["甲".repeat(128), "乙".repeat(127)], "any"],
    ["a value with a comma is left to the note", ["甲,乙"], "any"],
  ])("%s", (_, values, kind) => {
    const fitted = fitValidation({ area: area(0, 0), rule: { kind: "list", values }, note, refusal: "请选。" });
    expect(fitted.rule.kind).toBe(kind);
    expect(fitted.refusal).toBe(kind === "list" ? "请选。" : null);
    expect([fitted.note?.title.length, fitted.note?.text.length]).toEqual([32, 255]);
  });
});
