import { cell } from "../../layout";
import type { ReportContext } from "../report";
import { heads, type Form } from "./form";
import { findingsOf, itemRow } from "./item-rows";
import { WIDTHS } from "./table-4";

/** 表Ⅴ 教育质量评估指标. */
export function table5(context: ReportContext): Form {
  const rows = findingsOf(context, "quality").map(itemRow);
  const none = WIDTHS.map(() => cell(null, "header"));
  return {
    term: "表Ⅴ",
    title: "表Ⅴ　教育质量评估指标",
    rows: [heads(["名称", "指标值或简要结论", "是否达标"]), none, ...rows],
    merges: WIDTHS.map((_, column) => ({ row: 1, column, rows: 2, columns: 1 })),
    widths: WIDTHS,
    frozen: { rows: 0, columns: 0 },
    repeat: [1, 2],
    remarks: [],
  };
}
