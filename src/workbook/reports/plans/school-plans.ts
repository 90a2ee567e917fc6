import { finished, type Steps } from "../../../engine";
import { cell, type Row } from "../../layout";
import type { SheetPlan } from "../../sheet-plan";
import { framed, schoolKeysOf, verdictMark } from "../frame";
import { KEPT_NOTE, previousOf } from "../lists/build-list";
import { headerOf, lineOf, validations, withMarks, writtenColumns, type Written } from "../lists/columns";
import { keptLines, withoutOurLines } from "../lists/kept";
import { dateColumn, own, progressColumn, typed, type ListColumn, type ListRow } from "../lists/list-plan";
import { mergeRows, type MergedRow } from "../lists/merge";
import { measureOfKey, problemText } from "../lists/problem-ledger";
import { SHEET_PREFIX, type ReportContext, type ReportKind } from "../report";
import { amountCell, amountText, moneyCell } from "./cells";
import { COUNTY, moneyOf, nameOver, type Gap } from "./gap";
import { gapsOf } from "./gaps";
import { measureFor } from "./measures";
import { factLines, INDICATOR_HEADER, indicatorRows, type SchoolRows } from "./school-page";

const TERM = "一校一策";

const COLUMNS: readonly ListColumn[] = [
  own("number", "序号", 7),
  own("problem", "问题", 40, { identifies: true, tellsUnlisted: true }),
  own("amount", "需补", 11),
  own("least", "最低补齐", 11),
  own("money", "测算资金（万元）", 12),
  typed("person", "责任人", 11),
  dateColumn("deadline", "完成时限"),
  progressColumn(),
  typed("owner", "责任单位", 18),
  typed("measures", "措施", 40),
  typed("funds", "资金来源", 14),
];

/** 一校一策: a page for every school that lacks something: facts, indicators, what to do, by whom and until when. */
export const schoolPlans: ReportKind = {
  id: "school-plans",
  term: TERM,
  purpose: "有缺口的学校一校一页：基本情况、七项指标、不达标项和整改措施、资金、责任、期限；填写的内容重新生成时保留",
  group: "plan",
  typedSheets: [SHEET_PREFIX + TERM],
  build: (context) => finished(steps(context)),
  steps,
};

interface Page {
  readonly school: SchoolRows;
  readonly gaps: readonly Gap[];
}

const NO_PAGES = "没有发现缺口。";

/** Schools between two stops. */
const AT_ONCE = 20;

function* steps(context: ReportContext): Steps<SheetPlan[]> {
  const found = pagesOf(context);
  yield;
  const previous = previousOf(context.previous.get(SHEET_PREFIX + TERM), COLUMNS);
  const merged = mergeRows(found.flatMap(({ gaps }) => gaps.map((gap) => listRow(context, gap))), previous, COLUMNS, suggestedFor);
  const written = writtenColumns(COLUMNS, previous, merged);
  const byKey = new Map(merged.anew.map((row) => [row.key, row]));
  const blocks: Block[] = [];
  for (const [index, page] of found.entries()) {
    if (index % AT_ONCE === 0) yield;
    blocks.push(block(context, page, page.gaps.map((gap) => byKey.get(gap.key)).filter((row) => row !== undefined), written));
  }
  yield;
  const bare = yield* sheetOf(context, blocks, written, found.length);
  yield;
  const kept = withoutOurLines(merged.kept, bare.rows, NO_PAGES);
  // Headings that people wrote want a table to stand over.
  const hasOwnHeadings = found.length === 0 && previous.renamed.size + previous.added.size > 0;
  return [kept.length === 0 && !hasOwnHeadings ? bare : yield* sheetOf(context, [...blocks, keptBlock(kept, written)], written, found.length)];
}

function* sheetOf(context: ReportContext, blocks: readonly Block[], written: readonly Written[], count: number): Steps<SheetPlan> {
  const width = written.length;
  const none: readonly Row[] = count === 0 ? [[cell(NO_PAGES, "note")]] : [];
  const plan = framed(context, {
    term: TERM,
    title: `义务教育优质均衡一校一策${verdictMark(context)}`,
    table: { widths: [...written.map((one) => one.width), 4], header: [], body: [...none, ...blocks.flatMap(({ rows }) => rows)], merges: [] },
    notes: [`共 ${String(count)} 所学校有缺口，一校一页；没有缺口的学校不列。需补为到达标值的数量，各项不得相加；最低补齐允许留一项在余项底线。`, KEPT_NOTE],
    frozenColumns: 0,
  });
  yield;
  let next = plan.frozenRows + none.length;
  const starts = blocks.map((one) => (next += one.rows.length) - one.rows.length);
  return {
    ...plan,
    rows: withMarks(plan.rows, width),
    frozenRows: 0,
    printTitleRows: null,
    hiddenColumns: [width],
    pageBreaks: starts.slice(1),
    validations: blocks.flatMap((one, index) => validations(written, (starts[index] ?? 0) + one.first, one.count)),
  };
}

/** Schools that lack something, in the sheet's order. */
function pagesOf(context: ReportContext): Page[] {
  const gaps = gapsOf(context).filter((one) => one.school !== COUNTY);
  const keys = schoolKeysOf(context);
  const rows = new Map<string | undefined, number[]>();
  context.judgement.table.schools.forEach((school, row) => rows.set(keys.get(school), [...(rows.get(keys.get(school)) ?? []), row]));
  const bySchool = new Map<string, Gap[]>();
  for (const one of gaps) bySchool.set(one.schoolKey, [...(bySchool.get(one.schoolKey) ?? []), one]);
  return [...bySchool].map(([key, own]) => ({ school: { name: nameOver(own), rows: rows.get(key) ?? [] }, gaps: own }));
}

interface Block {
  readonly rows: readonly Row[];
  /** Where its rows to fill in begin, and how many they are. */
  readonly first: number;
  readonly count: number;
}

function block(context: ReportContext, { school, gaps }: Page, merged: readonly MergedRow[], written: readonly Written[]): Block {
  const facts = indicatorRows(context, school);
  const fails = gaps.some((one) => one.fails);
  const above: Row[] = [
    [cell(`一校一策：${school.name}（${fails ? "有不达标项" : "无不达标项，尚有余项未到达标值"}）`, "subtitle")],
    ...factLines(context, school).map((text): Row => [cell(text, "note")]),
    ...(facts.length === 0 ? [] : [INDICATOR_HEADER.map((text) => cell(text, "header")), ...facts]),
    [cell("整改措施", "subtitle")],
  ];
  const below: Row[] = [[cell("学校负责人（签字）：　　　　　　　　　　教育局责任科室（签字）：　　　　　　　　　　日期：", "note")]];
  return {
    rows: [...above, headerOf(written), ...merged.map((row, index) => lineOf(row, written, index + 1)), ...below, []],
    first: above.length + 1,
    count: merged.length,
  };
}

/** What is kept for what people typed, under headings of its own. */
function keptBlock(kept: readonly MergedRow[], written: readonly Written[]): Block {
  const rows = keptLines(kept, written);
  return { rows: [headerOf(written), ...rows, []], first: 1, count: rows.length };
}

function listRow(context: ReportContext, gap: Gap): ListRow {
  return {
    key: gap.key,
    own: {
      problem: cell(`${gap.school}（${gap.stage}）${gap.toLine === null && typeof gap.now === "string" ? `${gap.subject}：${gap.now}` : problemText(gap)}`, "wrap"),
      amount: gap.toLine === null ? amountCell(null, gap.unit) : cell(amountText(gap.toLine, gap.unit), "centred"),
      least: gap.least === null ? amountCell(null, gap.unit) : cell(amountText(gap.least, gap.unit), "centred"),
      money: moneyCell(gap.toLine === null ? null : moneyOf(gap, gap.toLine, context)),
    },
    suggested: suggestedFor(gap.key),
  };
}

function suggestedFor(key: string): Readonly<Record<string, string>> {
  const { steps, owner } = measureFor(measureOfKey(key));
  return { measures: steps, owner };
}
