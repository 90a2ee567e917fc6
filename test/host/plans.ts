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

/** A rule as the product writes it: plain Excel, with our marker, relative to the area's first cell. */
export function rule(where: Area, test: string, verdict: HighlightRule["verdict"] = "unmet"): HighlightRule {
  return { area: where, formula: `AND(${HIGHLIGHT_MARKER},${test})`, verdict };
}

export function plan(sheet: string, ...rules: HighlightRule[]): HighlightPlan {
  return { sheet, rules };
}
