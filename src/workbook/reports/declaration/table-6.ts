import { printed, VERDICT_TERMS, type FactId } from "../../../engine";
import { cell } from "../../layout";
import type { ReportContext } from "../report";
import { heads, lackCell, numbers, type Form, type FormCell, type FormRow } from "./form";
import { findingsOf } from "./item-rows";
import { countyCell, factTerm, whereOf } from "./sources";

/** Everybody asked, and the parents among them. */
const GROUPS: readonly (readonly [term: string, suffix: string])[] = [["计", ""], ["其中：家长", "Parents"]];
const PLACES = 1;

/** 表Ⅵ 社会认可度调查情况: questionnaires and visits, of all and of parents. */
export function table6(context: ReportContext): Form {
  return {
    term: "表Ⅵ",
    title: "表Ⅵ　社会认可度调查情况",
    rows: [
      heads([null, "问卷总数", null, null, "问卷调查综合满意度（%）", "实地走访人数", null, "实地走访满意度（%）"]),
      heads([null, "计", "其中：回收有效问卷数", null, null, "计", "其中：满意人数", null]),
      heads([null, null, "计", "其中：满意问卷数", null, null, null, null]),
      heads([null, ...numbers(7)]),
      ...GROUPS.map(([term, suffix]) => groupRow(context, term, suffix)),
    ],
    merges: [
      { row: 1, column: 0, rows: 4, columns: 1 }, { row: 1, column: 1, rows: 1, columns: 3 }, { row: 1, column: 4, rows: 3, columns: 1 },
      { row: 1, column: 5, rows: 1, columns: 2 }, { row: 1, column: 7, rows: 3, columns: 1 },
      { row: 2, column: 1, rows: 2, columns: 1 }, { row: 2, column: 2, rows: 1, columns: 2 }, { row: 2, column: 5, rows: 2, columns: 1 }, { row: 2, column: 6, rows: 2, columns: 1 },
    ],
    widths: [18, 14, 16, 18, 20, 14, 16, 20],
    frozen: { rows: 0, columns: 0 },
    repeat: null,
    remarks: ["L4＝L3÷L2，L7＝L6÷L5，保留一位小数。", ...official(context)],
  };
}

function groupRow(context: ReportContext, term: string, suffix: string): FormRow {
  const fact = (name: string): FactId => `county.${name}${suffix}`;
  const counts = (names: readonly string[]): FormCell[] => names.map((name) => countyCell(context, fact(name), 0));
  return [
    cell(term, "centred"),
    ...counts(["surveyed", "valid", "satisfied"]), share(context, fact("satisfied"), fact("valid")),
    ...counts(["visited", "visitedSatisfied"]), share(context, fact("visitedSatisfied"), fact("visited")),
  ];
}

/** A per-cent of two typed counts; nobody asked: 「——」. */
function share({ county }: ReportContext, part: FactId, whole: FactId): FormCell {
  const [a, b] = [county[part]?.value ?? null, county[whole]?.value ?? null];
  if (b === 0) return cell("——", "centred");
  const missing = a === null ? part : whole;
  if (a === null || b === null) return lackCell(`满意度（缺${factTerm(missing)}）`, whereOf(county[missing]?.cell ?? null, missing));
  return cell(printed((a / b) * 100, PLACES), "decimal1");
}

/** 社会认可度 is judged by the state's own survey, not by this table. */
function official(context: ReportContext): string[] {
  return findingsOf(context, "recognition").map(({ item, conclusion, verdict }) => `${item.term}：${conclusion}（${VERDICT_TERMS[verdict]}）`);
}
