import { cell } from "../../layout";
import { SHEET_PREFIX, type ReportKind } from "../report";
import { COUNTY, nameOver, type Gap } from "../plans/gap";
import { gapsOf } from "../plans/gaps";
import { buildList } from "./build-list";
import { dateColumn, own, progressColumn, typed, type ListColumn, type ListRow } from "./list-plan";
import { taskText } from "./problem-ledger";

const TERM = "期限清单";

const COLUMNS: readonly ListColumn[] = [
  own("number", "序号", 6),
  own("school", "学校", 24, { identifies: true, tellsUnlisted: true }),
  own("count", "待解决（项）", 8),
  own("problems", "待解决的问题", 60),
  typed("owner", "责任单位", 22),
  typed("person", "责任人", 10),
  dateColumn("start", "启动时间"),
  dateColumn("half", "阶段目标时间"),
  typed("stageGoal", "阶段目标", 24),
  dateColumn("end", "完成时限"),
  typed("check", "验收人", 10),
  progressColumn(),
  typed("remark", "备注", 20),
];

/** 期限清单: one row a school that fails, what it must have done and until when. */
export const deadlineList: ReportKind = {
  id: "deadline-list",
  term: TERM,
  purpose: "一校一行：待解决的问题、启动时间、阶段目标和完成时限；可直接填写，重新生成时保留",
  group: "plan",
  typedSheets: [SHEET_PREFIX + TERM],
  build: (context) => [buildList(context, {
    term: TERM,
    title: "义务教育优质均衡期限清单",
    columns: COLUMNS,
    rows: bySchool(gapsOf(context).filter((one) => one.fails)).map(([key, gaps]) => row(key, gaps)),
    suggested: () => ({}),
    notes: ["时限请按验收年度倒排；全县的项目列在最后。"],
    frozenColumns: 2,
  })],
};

/** By school, as gaps are keyed; the county last. */
function bySchool(gaps: readonly Gap[]): [string, Gap[]][] {
  const found = new Map<string, Gap[]>();
  for (const gap of gaps) {
    const key = `期限|${gap.schoolKey === "" ? gap.school : gap.schoolKey}`;
    found.set(key, [...(found.get(key) ?? []), gap]);
  }
  return [...found];
}

function row(key: string, gaps: readonly Gap[]): ListRow {
  const isCounty = gaps[0]?.school === COUNTY;
  const lines = gaps.map((one) => `${one.stage === "" ? "" : `${one.stage} `}${one.subject}${isCounty ? "" : `：${taskText(one)}`}`);
  return {
    key,
    own: {
      school: cell(nameOver(gaps), "wrap"),
      count: cell(gaps.length, "integer"),
      problems: cell(lines.join("；"), "wrap"),
    },
    suggested: {},
  };
}
