import { cell } from "../../layout";
import { SHEET_PREFIX, type ReportContext, type ReportKind } from "../report";
import { amountText, moneyCell } from "../plans/cells";
import { moneyOf, type Gap } from "../plans/gap";
import { gapsOf } from "../plans/gaps";
import { measureFor } from "../plans/measures";
import { buildList } from "./build-list";
import { dateColumn, own, progressColumn, typed, type ListColumn, type ListRow } from "./list-plan";
import { measureOfKey } from "./problem-ledger";

const TERM = "项目清单";

const COLUMNS: readonly ListColumn[] = [
  own("number", "序号", 6),
  own("name", "项目名称", 34, { tellsUnlisted: true }),
  own("school", "学校", 22, { identifies: true }),
  own("stage", "学段", 7, { identifies: true }),
  own("subject", "对应指标", 26, { identifies: true }),
  own("size", "建设内容与规模", 26),
  own("money", "测算资金（万元）", 13),
  typed("content", "项目内容（可改）", 30),
  typed("funds", "资金来源", 16),
  typed("owner", "责任单位", 22),
  typed("person", "责任人", 10),
  dateColumn("start", "计划开工"),
  dateColumn("end", "计划完工"),
  progressColumn(),
  typed("evidence", "佐证", 18),
];

/** 项目清单: buildings, grounds, rooms and equipment that are lacking, one row a project of a school. */
export const projectList: ReportKind = {
  id: "project-list",
  term: TERM,
  purpose: "校舍、场馆、设备、教室等建设项目，一校一项一行，列规模和测算资金；可直接填写，重新生成时保留",
  group: "plan",
  typedSheets: [SHEET_PREFIX + TERM],
  build: (context) => [buildList(context, {
    term: TERM,
    title: "义务教育优质均衡项目清单",
    columns: COLUMNS,
    rows: gapsOf(context).filter((one) => one.fails && measureFor(one.measure).isProject).map((gap) => row(context, gap)),
    suggested: suggestedFor,
    notes: ["规模按达到达标值测算；音乐、美术专用教室的面积也是教学及辅助用房的面积，两项同时建设的不得重复计算。"],
    frozenColumns: 3,
  })],
};

function row(context: ReportContext, gap: Gap): ListRow {
  const least = gap.least !== null && gap.least !== gap.toLine ? `，最低 ${amountText(gap.least, gap.unit)}` : "";
  return {
    key: `项目|${gap.key}`,
    own: {
      name: cell(`${gap.school}${measureFor(gap.measure).project}`, "wrap"),
      school: cell(gap.school, "wrap"),
      stage: cell(gap.stage, "wrap"),
      subject: cell(gap.subject, "wrap"),
      size: cell(gap.toLine === null ? "规模待定" : `${measureFor(gap.measure).excess ?? ""}${amountText(gap.toLine, gap.unit)}${least}`, "wrap"),
      money: moneyCell(moneyOf(gap, gap.toLine, context)),
    },
    suggested: suggestedFor(gap.key),
  };
}

function suggestedFor(key: string): Readonly<Record<string, string>> {
  const { steps, owner } = measureFor(measureOfKey(key));
  return { content: steps, owner };
}
