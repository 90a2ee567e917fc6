import type { Problem, Reading } from "../../reading/model";
import { cell, pageOf, type Row } from "../layout";
import type { SheetPlan } from "../sheet-plan";
import { framed } from "./frame";
import { SHEET_PREFIX, type ReportKind } from "./report";

const HEADER: Row = ["序号", "级别", "单元格", "问题", "怎么办", "可选读法"].map((text) => cell(text, "header"));
const WIDTHS = [6, 8, 22, 64, 54, 40];

const LEVELS: Readonly<Record<Problem["severity"], string>> = { error: "须改正", question: "待确认", warning: "请核对", info: "说明" };
const ORDER: readonly Problem["severity"][] = ["error", "question", "warning", "info"];

const TITLE = "数据问题清单";
const NOTE = "请在原工作表中改正后重新检查；“待确认”的问题可在窗格中直接选择。";

/** 数据问题清单: every problem with its cell, what was found and what to do, worst first. */
export const problemList: ReportKind = {
  id: "problems",
  term: TITLE,
  purpose: "把检查出的数据问题列成清单，发给学校或科室逐条核改",
  group: "check",
  typedSheets: [],
  build: (context) => [framed(context, { term: TITLE, title: TITLE, table: table(context.reading), notes: [NOTE], frozenColumns: 0 })],
};

/** The same list without a judgement, for a workbook that cannot be judged yet. */
export function problemsPlan(reading: Reading): SheetPlan {
  return pageOf({ name: SHEET_PREFIX + TITLE, title: TITLE, above: [counts(reading)], table: table(reading), below: [NOTE], frozenColumns: 0 });
}

function table(reading: Reading): { widths: readonly number[]; header: readonly Row[]; body: readonly Row[]; merges: [] } {
  const sorted = [...reading.problems].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  return { widths: WIDTHS, header: [HEADER], body: sorted.length === 0 ? [[null, null, null, cell("没有发现数据问题。", "text")]] : sorted.map(line), merges: [] };
}

function line(problem: Problem, index: number): Row {
  const readings = problem.candidates.map((one) => one.term).join("；");
  return [
    cell(index + 1, "centred"),
    ...[LEVELS[problem.severity], problem.cell, problem.text, problem.remedy, readings].map((text) => cell(text, "text")),
  ];
}

function counts(reading: Reading): string {
  const parts = ORDER.map((severity) => `${LEVELS[severity]} ${String(reading.problems.filter((one) => one.severity === severity).length)}`);
  return `共 ${String(reading.problems.length)} 条：${parts.join("、")}`;
}
