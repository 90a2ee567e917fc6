import { markFor } from "../frame";
import type { ReportContext } from "../report";
import { acrossRow, heads, noteRow, type Form } from "./form";
import { findingsOf, itemRow } from "./item-rows";

/** Items on the first page of the form. */
const FIRST_PAGE = 8;
export const WIDTHS = [52, 70, 12];

/** 表Ⅳ 政府保障程度评估指标: two pages, each with its heading. */
export function table4(context: ReportContext): Form {
  const findings = findingsOf(context, "assurance");
  const rows = findings.map(itemRow);
  const mark = markFor(context, findings.map(({ item }) => item.id));
  const second = FIRST_PAGE + 3;
  return {
    term: "表Ⅳ",
    title: "表Ⅳ　政府保障程度评估指标",
    rows: [
      heads(["名称", "指标值或简要结论", "是否达标"]),
      ...rows.slice(0, FIRST_PAGE),
      [],
      heads(["指标名称", "指标值或简要结论", "是否达标"]),
      ...rows.slice(FIRST_PAGE),
      noteRow("注：表中所有比例数值保留一位小数，其余保留整数。", WIDTHS.length),
    ],
    merges: [acrossRow(rows.length + 4, WIDTHS.length)],
    widths: WIDTHS,
    frozen: { rows: 0, columns: 0 },
    repeat: null,
    pageBreaks: rows.length > FIRST_PAGE ? [second] : [],
    remarks: mark === "" ? [] : [mark.slice(1, -1)],
  };
}
