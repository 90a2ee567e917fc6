import { cell } from "../../layout";
import { SHEET_PREFIX, type ReportContext, type ReportKind } from "../report";
import { amountCell, amountText, eitherCell, moneyCell } from "../plans/cells";
import { COUNTY, moneyOf, type Gap } from "../plans/gap";
import { gapsOf } from "../plans/gaps";
import { measureFor } from "../plans/measures";
import { buildList } from "./build-list";
import { dateColumn, own, progressColumn, typed, type ListColumn, type ListRow } from "./list-plan";

const TERM = "问题任务措施责任清单";

const COLUMNS: readonly ListColumn[] = [
  own("number", "序号", 6),
  own("problem", "问题", 34, { tellsUnlisted: true }),
  own("subject", "对应指标", 24, { identifies: true }),
  own("school", "学校", 22, { identifies: true }),
  own("stage", "学段", 7, { identifies: true }),
  own("want", "目标值", 16),
  own("now", "现状值", 16),
  own("task", "任务", 22),
  typed("measures", "措施", 34),
  typed("project", "项目", 18),
  own("money", "测算资金（万元）", 12),
  typed("funds", "资金安排", 14),
  typed("owner", "责任单位", 22),
  typed("person", "责任人", 10),
  dateColumn("deadline", "时限"),
  progressColumn(),
  typed("evidence", "佐证", 18),
];

/** 问题、任务、措施、责任清单: one row a gap of what fails, editable; made anew, it keeps what people typed. */
export const problemLedger: ReportKind = {
  id: "problem-ledger",
  term: "问题、任务、措施、责任清单",
  purpose: "每个不达标问题一行，列任务、措施、资金、责任、时限，可直接填写；重新生成时保留填写的内容",
  group: "plan",
  typedSheets: [SHEET_PREFIX + TERM],
  build: (context) => [buildList(context, {
    term: TERM,
    title: "义务教育优质均衡问题、任务、措施、责任清单",
    columns: COLUMNS,
    rows: gapsOf(context).filter((one) => one.fails).map((gap) => row(context, gap)),
    suggested: suggestedFor,
    notes: ["只列不达标的学校和项目；数据不足的先补数据，见“数据问题清单”。措施、项目、责任单位为建议，请按实际修改。"],
    frozenColumns: 4,
  })],
};

function row(context: ReportContext, gap: Gap): ListRow {
  return {
    key: gap.key,
    own: {
      problem: cell(problemText(gap), "wrap"),
      subject: cell(gap.subject, "wrap"),
      school: cell(gap.school, "wrap"),
      stage: cell(gap.stage, "wrap"),
      want: eitherCell(gap.want),
      now: eitherCell(gap.now),
      task: cell(taskText(gap), "wrap"),
      money: gap.toLine === null ? amountCell(null, gap.unit) : moneyCell(moneyOf(gap, gap.toLine, context)),
    },
    suggested: suggestedFor(gap.key),
  };
}

/** What is wrong, in a sentence: 「A5 生均体育运动场馆面积未达到要求，差 2328 ㎡」. */
export function problemText(gap: Gap): string {
  if (gap.school === COUNTY) return `${gap.subject}未达到要求${gap.note === "" ? "" : `；${gap.note}`}`;
  if (gap.toLine === null) return `${gap.subject}未达到要求`;
  const { excess } = measureFor(gap.measure);
  const amount = amountText(gap.toLine, gap.unit);
  if (excess !== undefined) return `${gap.subject}未达到要求，超出 ${amount}`;
  return `${gap.subject}${gap.fails ? "未达到要求" : "达到余项底线、未到达标值"}，差 ${amount}`;
}

/** What is to be done, in figures. */
export function taskText(gap: Gap): string {
  if (gap.toLine === null) return "达到要求";
  const least = gap.least !== null && gap.least !== gap.toLine ? `（最低 ${amountText(gap.least, gap.unit)}）` : "";
  return `${measureFor(gap.measure).excess ?? "补"} ${amountText(gap.toLine, gap.unit)}${least}`;
}

/** Id of an indicator or item in a key: `…|A4`, `…|variation:A6`, `…|B3#2`. */
export function measureOfKey(key: string): string {
  return /\|([^|:#]+)[^|]*$/.exec(key)?.[1] ?? "";
}

function suggestedFor(key: string): Readonly<Record<string, string>> {
  const { steps, project, owner } = measureFor(measureOfKey(key));
  return { measures: steps, project, owner };
}
