import { cell } from "../../layout";
import { SHEET_PREFIX, type ReportContext, type ReportKind } from "../report";
import { amountCell, moneyCell } from "../plans/cells";
import { COUNTY, moneyOf, nameOver, sumOf, sumOfMoney, type Gap } from "../plans/gap";
import { gapsOf } from "../plans/gaps";
import { measureFor } from "../plans/measures";
import { buildList } from "./build-list";
import { dateColumn, own, progressColumn, typed, type ListColumn, type ListRow } from "./list-plan";
import { measureOfKey } from "./problem-ledger";

const TERM = "任务清单";

const COLUMNS: readonly ListColumn[] = [
  own("number", "序号", 6),
  own("task", "任务", 40, { tellsUnlisted: true }),
  own("subject", "对应指标", 30, { identifies: true }),
  own("count", "涉及学校（所）", 9),
  own("schools", "涉及学校", 44),
  own("amount", "需补数量", 11),
  own("least", "最低补齐", 11),
  own("unit", "单位", 7),
  own("money", "测算资金（万元）", 13),
  typed("measures", "措施", 36),
  typed("owner", "牵头单位", 22),
  typed("helpers", "配合单位", 18),
  dateColumn("deadline", "时限"),
  progressColumn(),
  typed("evidence", "佐证", 18),
];

/** 任务清单: one row an indicator or item that fails, over all schools it fails in. */
export const taskList: ReportKind = {
  id: "task-list",
  term: TERM,
  purpose: "按指标归并的任务：涉及哪些学校、补多少、谁牵头、何时完成；可直接填写，重新生成时保留",
  group: "plan",
  typedSheets: [SHEET_PREFIX + TERM],
  build: (context) => [buildList(context, {
    term: TERM,
    title: "义务教育优质均衡任务清单",
    columns: COLUMNS,
    rows: groups(gapsOf(context).filter((one) => one.fails)).map((gaps) => row(context, gaps)),
    suggested: suggestedFor,
    notes: ["同一指标各校的差额相加，一贯制学校共用的资源只计一次；不同指标的数量和资金不得相加。"],
    frozenColumns: 3,
  })],
};

/** Gaps of one indicator or item together; each 差异系数 by itself. */
function groups(gaps: readonly Gap[]): Gap[][] {
  const found = new Map<string, Gap[]>();
  for (const gap of gaps) {
    const name = gap.school === COUNTY ? gap.key : gap.measure;
    found.set(name, [...(found.get(name) ?? []), gap]);
  }
  return [...found.values()];
}

function row(context: ReportContext, gaps: readonly Gap[]): ListRow {
  const [first] = gaps;
  const isCounty = first?.school === COUNTY;
  const schools = [...new Set(gaps.map((one) => one.schoolKey))].map((key) => nameOver(gaps.filter((one) => one.schoolKey === key)));
  const key = `任务|${isCounty ? first.key : (first?.measure ?? "")}`;
  const unit = first?.unit ?? "";
  const sum = (amounts: readonly (number | null)[]) => amountCell(amounts.every((one) => one === null) ? null : sumOf(amounts), unit);
  const subject = first?.subject ?? "";
  const isIndicator = context.standard.indicators.some((one) => one.id === first?.measure);
  return {
    key,
    own: {
      task: cell(isCounty ? `${subject}达到要求${first.note === "" ? "" : `（${first.note}）`}` : `${String(schools.length)} 所学校${isIndicator ? "补齐" : "解决"}${subject.replace(/^[A-F]\d+ /, "")}${isIndicator ? "" : "问题"}`, "wrap"),
      subject: cell(subject, "wrap"),
      count: cell(isCounty ? null : schools.length, "integer"),
      schools: cell(schools.join("、"), "wrap"),
      amount: sum(gaps.map((one) => one.toLine)),
      least: sum(gaps.map((one) => one.least)),
      unit: cell(unit, "centred"),
      money: moneyCell(isCounty ? null : sumOfMoney(gaps.map((one) => moneyOf(one, one.toLine, context)))),
    },
    suggested: suggestedFor(key),
  };
}

function suggestedFor(key: string): Readonly<Record<string, string>> {
  const { steps, owner } = measureFor(measureOfKey(key));
  return { measures: steps, owner };
}
