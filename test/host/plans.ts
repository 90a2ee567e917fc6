import { HIGHLIGHT_MARKER, type HighlightPlan, type HighlightRule, type PlanCell, type PlanValue, type SheetPlan, type StyleName } from "../../src/workbook/sheet-plan";
import type { Area } from "../../src/grid/block";

export const area = (row: number, column: number, rows = 1, columns = 1): Area => ({ row, column, rows, columns });

export function cell(value: PlanValue, style: StyleName = "text"): PlanCell {
  return { value, style };
}

/** A small report: a merged title, a header, rows of text and number. */
export function report(name: string, rows = 3, text = "第一小学"): SheetPlan {
  const body = Array.from({ length: rows }, (_, i) => [cell(`${text}${String(i + 1)}`), cell(i + 0.5, "decimal2"), cell(i % 2 === 0 ? "达标" : "不达标", i % 2 === 0 ? "met" : "unmet")]);
  return {
    name,
    rows: [[cell("七项指标", "title"), null, null], [cell("学校", "header"), cell("生均", "header"), cell("判定", "header")], ...body],
    merges: [area(0, 0, 1, 3)],
    columnWidths: [20, 10, 8],
    frozenRows: 2,
    frozenColumns: 1,
    landscape: true,
    printTitleRows: [0, 1],
  };
}

/** A sheet to fill in: rules of every kind, notes, heights, a column of keys. */
export function template(name: string): SheetPlan {
  const text = (refusal: string | null, title: string, note: string) => ({ note: { title, text: note }, refusal });
  return {
    ...report(name),
    rows: [["学校类型", "在校生数", "持证率", "备注", "键"].map((one) => cell(one, "header")), ...Array.from({ length: 20 }, (_, i) => [null, null, null, null, cell(`键${String(i)}`)].map((one) => one ?? cell(null, "input")))],
    merges: [],
    columnWidths: [14, 12, 12, 30, 8],
    frozenRows: 1,
    frozenColumns: 0,
    landscape: false,
    printTitleRows: null,
    validations: [
      { area: area(1, 0, 20), rule: { kind: "list", values: ["小学", "初级中学", "九年一贯制学校"] }, ...text("只能选表中的类型。", "学校类型", "按类型填写。") },
      { area: area(1, 1, 20), rule: { kind: "whole", min: 0, max: null }, ...text(null, "在校生数", "单位：人。") },
      { area: area(1, 2, 20), rule: { kind: "decimal", min: 0, max: 100 }, note: null, refusal: "请填 0 到 100。" },
      { area: area(1, 3, 20), rule: { kind: "any" }, ...text(null, "备注", "可以不填。") },
    ],
    rowHeights: { 0: 42, 3: 24, 5: 24 },
    hiddenColumns: [4],
    paper: "A4",
  };
}

/** A sheet with figures, their colours and their chart. */
export function chartSheet(name: string): SheetPlan {
  const series = (title: string, values: readonly (number | null)[], colour: string, role: "value" | "limit" = "value") => ({ name: title, values, colour, role });
  const all = [series("小学", [0.31, 0.45, null], "#2F6EBA"), series("初中", [0.42, 0.28, 0.61], "#E08A00"), series("限值", [0.5, 0.5, 0.5], "#8E1B14", "limit")];
  const categories = ["生均教学用房", "生均运动场馆", "网络多媒体教室"];
  return {
    ...report(name),
    rows: [
      [cell("指标", "header"), ...all.map((one) => cell(one.name, "header"))],
      ...categories.map((category, i) => [cell(category), ...all.map(({ values }) => cell(values[i] ?? null, "decimal3"))]),
    ],
    merges: [],
    frozenRows: 1,
    printTitleRows: null,
    charts: [{
      picture: { id: "variation", kind: "columns", title: "差异系数与限值", alt: "三项指标中，初中网络多媒体教室 0.61，高于限值 0.5。", categories, series: all, unit: "差异系数", places: 3 },
      data: area(0, 0, 4, 4),
      place: area(6, 0, 15, 6),
    }],
    scales: [{ area: area(1, 1, 3, 2), stops: [{ at: 0, colour: "#F8696B" }, { at: 0.5, colour: "#FFEB84" }, { at: 1, colour: "#63BE7B" }] }],
  };
}

/** A rule as the product writes it: plain Excel, with our marker, relative to the area's first cell. */
export function rule(where: Area, test: string, verdict: HighlightRule["verdict"] = "unmet"): HighlightRule {
  return { area: where, formula: `AND(${HIGHLIGHT_MARKER},${test})`, verdict };
}

export function plan(sheet: string, ...rules: HighlightRule[]): HighlightPlan {
  return { sheet, rules };
}
