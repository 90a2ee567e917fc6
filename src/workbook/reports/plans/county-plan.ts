import { printed, STAGE_TERMS, STAGES, VERDICT_TERMS, type Stage, type Verdict } from "../../../engine";
import { cell, padded, type Row } from "../../layout";
import type { PlanCell, SheetPlan } from "../../sheet-plan";
import { clean, decimals, gapUnit, turnedAtLimit, verdictCell } from "../figures";
import { countSentence, framed, verdictMark } from "../frame";
import { taskText } from "../lists/problem-ledger";
import type { ReportContext, ReportKind } from "../report";
import { amountCell, moneyCell } from "./cells";
import { COUNTY, nameOver, type Gap } from "./gap";
import { notesOnGaps } from "./gap-sums";
import { gapsOf } from "./gaps";
import { sumsOf } from "./sums";

const WIDTHS = [5, 42, 18, 11, 11, 18, 12, 12, 14];
/** Points of rows that can still be read on one page, and of a row of one line. */
const ONE_PAGE = 1500;
const ROW = 15;

/** 一旗一案: the county on a page: conclusion, counts, 差异系数, gaps with money, items that fail, schools to help, local targets. */
export const countyPlan: ReportKind = {
  id: "county-plan",
  term: "一旗一案",
  purpose: "全旗（县、区）一页：结论、达标情况、差异系数、缺口与资金、不达标项、缺口最多的学校、地方目标",
  group: "plan",
  typedSheets: [],
  build: (context) => [sheet(context)],
};

/** A row of a section, and from where its last text spreads to the table's end. */
interface Line {
  readonly cells: Row;
  readonly wideFrom?: number;
}

function sheet(context: ReportContext): SheetPlan {
  const gaps = gapsOf(context);
  const sections = [conclusion(context), stageCounts(context), variation(context), sums(context, gaps), items(context), schools(gaps), local(context)];
  const lines = sections.filter((rows) => rows.length > 0).flatMap((rows, index): Line[] => [...numbered(rows, index), { cells: [] }]);
  const spread = lines.flatMap((line, row) => (line.wideFrom === undefined ? [] : [{ row, column: line.wideFrom, rows: 1, columns: WIDTHS.length - line.wideFrom }]));
  const plan = framed(context, {
    term: "一旗一案",
    title: `${context.countyName ?? "全县"}义务教育优质均衡一旗一案${verdictMark(context)}`,
    table: { widths: WIDTHS, header: [], body: lines.map((line) => (line.wideFrom === undefined ? line.cells : padded(line.cells, WIDTHS.length, "wrap"))), merges: spread },
    notes: notesOnGaps(context),
    frozenColumns: 0,
  });
  return { ...plan, frozenRows: 0, printTitleRows: null, landscape: false, onePage: plan.rows.reduce((sum, _, at) => sum + (plan.rowHeights?.[at] ?? ROW), 0) <= ONE_PAGE };
}

const NUMERALS = "一二三四五六七八九十";

/** The section's first cell is its title. */
function numbered(rows: readonly Line[], index: number): Line[] {
  const title = rows[0]?.cells[0]?.value;
  return [{ cells: [cell(`${NUMERALS[index] ?? ""}、${typeof title === "string" ? title : ""}`, "subtitle")] }, ...rows.slice(1)];
}

const row = (...cells: Row): Line => ({ cells });
const wide = (text: string, ...before: Row): Line => ({ cells: [...before, cell(text, "wrap")], wideFrom: before.length });
const section = (title: string): Line => row(cell(title, "subtitle"));
const head = (...texts: readonly string[]): Line => row(...texts.map((text) => cell(text, "header")));
const wideHead = (...texts: readonly string[]): Line => ({ ...head(...texts), wideFrom: texts.length - 1 });
const number = (index: number): PlanCell => cell(index + 1, "centred");

/** Why, in one line: schools and items are counted here, and told further down. */
function reasonText({ judgement, items: { findings, hasForm } }: ReportContext): string {
  const count = (term: string, unit: string, verdicts: readonly Verdict[]): string[] => {
    const counts = (["unmet", "undetermined"] as const).map((verdict) => [verdicts.filter((one) => one === verdict).length, VERDICT_TERMS[verdict]] as const).filter(([number]) => number > 0);
    return counts.length === 0 ? [] : [term + counts.map(([number, word]) => `${String(number)} ${unit}${word}`).join("、")];
  };
  const { reasons } = judgement.county;
  return [
    ...count("", "个学段", reasons.flatMap(({ row: at, verdict }) => (at === null ? [] : [verdict]))),
    ...reasons.filter(({ row: at }) => at === null).map(({ text }) => text.replace(/[。；]$/, "")),
    ...(hasForm ? count("其他指标项 ", "项", findings.map(({ verdict }) => verdict)) : []),
  ].join("；");
}

function conclusion(context: ReportContext): Line[] {
  const { judgement, items: found } = context;
  const line = (name: string, verdict: PlanCell): Line => row(cell(null, "text"), cell(name, "wrapBold"), verdict);
  const reasons = reasonText(context);
  return [
    section("结论"),
    line("资源配置结论（7项指标与差异系数）", verdictCell(judgement.county.verdict)),
    ...(found.hasForm ? [line("县域结论", verdictCell(found.verdict))] : []),
    ...(reasons === "" ? [] : [wide(`依据：${reasons}。`, cell(null, "text"))]),
    ...(found.hasForm ? [] : [wide("没有县级填报表：政府保障程度、教育质量、社会认可度等尚未判定，不作县域结论。", cell(null, "text"))]),
  ];
}

function stageCounts({ judgement }: ReportContext): Line[] {
  return [
    section(`达标情况：${countSentence(judgement.table)}`),
    head("序号", "学段", "参评学段数", "达标", "不达标", "数据不足", "达标率"),
    ...STAGES.map((stage, index) => {
      const { rows, met, unmet, undetermined } = judgement.stages[stage];
      return row(number(index), cell(STAGE_TERMS[stage], "text"), ...[rows, met, unmet, undetermined].map((count) => cell(count, "integer")), share(met, rows));
    }),
  ];
}

function share(part: number, whole: number): PlanCell {
  return whole === 0 ? cell("——", "centred") : cell(clean(part / whole), "percent");
}

function variation(context: ReportContext): Line[] {
  const { judgement, standard } = context;
  const limit = (stage: Stage): string => String(judgement.stages[stage].limit);
  return [
    section("各项指标差异系数与达标率"),
    head("序号", "指标", ...STAGES.flatMap((stage) => [`${STAGE_TERMS[stage]}差异系数（限值 ${limit(stage)}）`, "判定", `${STAGE_TERMS[stage]}达标率`])),
    ...standard.indicators.map((indicator, k) => row(number(k), cell(`${indicator.id} ${indicator.term}`, "wrap"), ...STAGES.flatMap((stage) => variationCells(context, stage, k)))),
  ];
}

function variationCells({ judgement, standard }: ReportContext, stage: Stage, k: number): PlanCell[] {
  const { variation: values, provisional, counted, rows, verdicts, reached, limit } = judgement.stages[stage];
  const { places } = standard.variationRule;
  const value = values[k] ?? null;
  const rest = provisional[k] ?? null;
  const figure = value !== null ? cell(clean(value), decimals(places))
    : cell(rest === null ? "——" : `${printed(rest, places).toFixed(places)} 暂算（${String(counted[k] ?? 0)}/${String(rows)} 校）`, "centred");
  return [figure, verdictCell(verdicts[k] ?? "undetermined", turnedAtLimit(value, limit, places)), share(reached[k] ?? 0, rows)];
}

function sums(context: ReportContext, gaps: readonly Gap[]): Line[] {
  return [
    section("缺口与资金（各项不得相加）"),
    head("序号", "指标", "单位", "处数", "差额", "最低补齐", "资金（万元，按差额）", "资金（万元，按最低补齐）", "未计入"),
    ...sumsOf(context, gaps).map((sum, index) => {
      const indicator = context.standard.indicators.find((one) => one.id === sum.measure);
      const unit = indicator === undefined ? sum.unit : gapUnit(indicator);
      return row(
        number(index), cell(sum.subject, "wrap"), cell(unit, "centred"), cell(sum.count, "integer"),
        amountCell(sum.toLine, unit), amountCell(sum.least, unit), moneyCell(sum.money), moneyCell(sum.leastMoney),
        cell(sum.missing > 0 ? `数据不足 ${String(sum.missing)} 个学段` : null, "wrap"),
      );
    }),
  ];
}

/** Items that fail; those that miss data are counted. */
function items({ items: { findings } }: ReportContext): Line[] {
  const unmet = findings.filter((one) => one.verdict === "unmet");
  const missing = findings.filter((one) => one.verdict === "undetermined");
  if (findings.length === 0) return [];
  return [
    section(`其他指标项：不达标 ${String(unmet.length)} 项，数据不足 ${String(missing.length)} 项`),
    ...(unmet.length === 0 ? [] : [wideHead("序号", "指标项", "判定", "指标值或简要结论")]),
    ...unmet.map((one, index) => wide(one.conclusion, number(index), cell(`${one.item.id} ${one.item.short}`, "wrap"), verdictCell(one.verdict))),
    ...(missing.length === 0 ? [] : [wide(`数据不足：${missing.map((one) => `${one.item.id} ${one.item.short}`).join("、")}`, cell(null, "text"))]),
  ];
}

const MOST = 10;

/** Schools by the number of their gaps, those that fail first. */
function schools(gaps: readonly Gap[]): Line[] {
  const own = gaps.filter((one) => one.school !== COUNTY);
  const list = [...new Set(own.map((one) => one.schoolKey))].map((key) => own.filter((one) => one.schoolKey === key))
    .map((all) => ({ name: nameOver(all), all, failing: all.filter((one) => one.fails).length }))
    .sort((a, b) => b.failing - a.failing || b.all.length - a.all.length);
  if (list.length === 0) return [];
  const more = list.length > MOST ? `，列前 ${String(MOST)} 所，其余见“一校一策”` : "";
  return [
    section(`有缺口的学校：${String(list.length)} 所${more}`),
    wideHead("序号", "学校", "缺口项数", "须补项数", "缺口"),
    ...list.slice(0, MOST).map(({ name, all, failing }, index) => wide(
      all.map((one) => `${one.stage} ${one.subject}${one.toLine === null ? "" : ` ${taskText(one)}`}`).join("；"),
      number(index), cell(name, "wrap"), cell(all.length, "integer"), cell(failing, "integer"),
    )),
  ];
}

/** Local targets that are not reached or cannot be told; a city's are for reference (R5). */
function local({ local: findings }: ReportContext): Line[] {
  const open = (findings ?? []).filter((one) => one.verdict === "unmet" || one.verdict === "undetermined");
  if (findings === null) return [];
  return [
    section(`地方目标（不改变国家标准的结论）：${String(findings.filter((one) => one.verdict !== null).length)} 项，未达到或数据不足 ${String(open.length)} 项`),
    ...open.map((one, index) => wide(
      one.text + (one.reference ? "（市级目标，供参考）" : ""),
      number(index), cell(`${one.row.id} ${one.row.term}`, "wrap"), verdictCell(one.verdict ?? "undetermined"),
    )),
  ];
}
