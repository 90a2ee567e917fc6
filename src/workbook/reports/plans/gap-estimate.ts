import { cell, type Row } from "../../layout";
import type { SheetPlan } from "../../sheet-plan";
import { lawCell } from "../figures";
import { framed, verdictMark } from "../frame";
import type { ReportContext, ReportKind } from "../report";
import { amountCell, moneyCell } from "./cells";
import { COUNTY, moneyOf, type Gap } from "./gap";
import { gapSums, notesOnGaps } from "./gap-sums";
import { gapsOf } from "./gaps";

const TERM = "缺口测算表";
const HEADER = ["序号", "学校名称", "学段", "指标", "在校生数（人）", "现状值", "达标值", "差额", "到余项底线的差额", "最低补齐", "单位", "资金（万元，按差额）", "资金（万元，按最低补齐）", "说明"];
const WIDTHS = [6, 24, 7, 32, 10, 26, 16, 10, 12, 10, 6, 13, 13, 30];

/** 缺口测算表: what every school lacks to its lines, with money where prices are given, and the sums by indicator (R23, R24). */
export const gapEstimate: ReportKind = {
  id: "gap-estimate",
  term: TERM,
  purpose: "逐校逐项测算到达标值、到余项底线的差额和最低补齐，按指标汇总，填了单价的算出资金",
  group: "plan",
  typedSheets: [],
  lacks: ({ unitCosts }) => (Object.keys(unitCosts).length === 0 ? ["单价（在“整改”页填；不填只列差额，不算资金）"] : []),
  build: (context) => {
    const gaps = gapsOf(context);
    return [gapSums(context, gaps), detail(context, gaps)];
  },
};

function detail(context: ReportContext, gaps: readonly Gap[]): SheetPlan {
  const own = gaps.filter((one) => one.school !== COUNTY);
  const body = own.map((gap, index) => line(context, gap, index + 1));
  return framed(context, {
    term: TERM,
    title: `义务教育优质均衡缺口测算表（逐校）${verdictMark(context)}`,
    table: {
      widths: WIDTHS,
      header: [HEADER.map((text) => cell(text, "header"))],
      body: body.length === 0 ? [[null, cell("没有发现缺口。", "text")]] : body,
      merges: [],
    },
    notes: notesOnGaps(context),
    frozenColumns: 2,
  });
}

function line(context: ReportContext, gap: Gap, number: number): Row {
  return [
    cell(number, "centred"),
    ...[gap.school, gap.stage, gap.subject].map((text) => cell(text, "wrap")),
    cell(gap.students, "integer"),
    typeof gap.now === "number" ? cell(gap.now, "decimal2") : cell(gap.now, "wrap"),
    typeof gap.want === "number" ? lawCell(gap.want) : cell(gap.want, "wrap"),
    ...[gap.toLine, gap.toFloor, gap.least].map((amount) => amountCell(amount, gap.unit)),
    cell(gap.unit, "centred"),
    moneyCell(moneyOf(gap, gap.toLine, context)),
    moneyCell(moneyOf(gap, gap.least, context)),
    cell(gap.note, "wrap"),
  ];
}
