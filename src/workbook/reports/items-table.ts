import { ITEM_PARTS, PART_TERMS, printed, STAGE_TERMS, STAGES, VERDICT_TERMS, type ItemFinding, type Lack, type SchoolItemFinding, type TestFinding, type Verdict } from "../../engine";
import type { Area } from "../../grid/block";
import { cell, padded, type Row } from "../layout";
import { conclusionOf } from "./conclusion";
import { lackPlace } from "./declaration/item-rows";
import { verdictCell } from "./figures";
import { framed, verdictMark } from "./frame";
import type { ReportContext, ReportKind } from "./report";

const HEADS = ["部分", "编号", "指标项", "指标值或简要结论", "是否达标", "逐条判定", "依据条款", "缺什么、在哪里填", "说明与口径"];
const WIDTHS = [10, 7, 40, 44, 11, 40, 34, 40, 34];
const RESOURCES = "资源配置";

/** 全部指标判定表: every part of the standard, item by item, with 县域结论 and its reasons (R3). */
export const itemsTable: ReportKind = {
  id: "items",
  term: "全部指标判定表",
  purpose: "资源配置、政府保障程度、教育质量、社会认可度、一票否决、申报条件逐项判定，附结论、依据和缺什么",
  group: "official",
  typedSheets: [],
  lacks: ({ items }) => (items.hasForm ? [] : ["尚无县级填报表，县级指标项均为数据不足"]),
  build: (context) => {
    const resources = resourceRows(context);
    const parts = [resources, ...ITEM_PARTS.map((part) => context.items.findings.filter(({ item }) => item.part === part).map(itemRow))].filter((rows) => rows.length > 0);
    const summary = conclusionRow(context);
    return [
      framed(context, {
        term: "全部指标判定表",
        title: `县域义务教育优质均衡全部指标判定表${verdictMark(context)}`,
        table: { widths: WIDTHS, header: [HEADS.map((text) => cell(text, "header"))], body: [summary, ...parts.flat()], merges: partMerges(parts.map((rows) => rows.length)) },
        notes: notes(context),
        frozenColumns: 3,
      }),
      schoolsPlan(context),
    ];
  },
};

/** 县域结论 only once a county form was read; before, 资源配置结论 and the other parts named as not judged (R3). */
function conclusionRow(context: ReportContext): Row {
  const { term, verdict } = conclusionOf(context);
  const row = [cell(null, "total"), cell(null, "total"), cell(term, "wrapBold"), cell(context.items.hasForm ? "全部指标项" : "七项指标与差异系数", "text"), verdictCell(verdict)];
  return padded(row, WIDTHS.length, "total");
}

function notes({ items, judgement }: ReportContext): string[] {
  if (items.hasForm) return [...NOTES, ...reasonLines("县域结论依据", items.reasons)];
  const open = ITEM_PARTS.map((part) => PART_TERMS[part]).join("、");
  return [`尚未读到县级填报表，${open}尚未判定，不给出县域结论；已能从学校表算出的指标项照列。`, ...NOTES, ...reasonLines("资源配置结论依据", judgement.county.reasons)];
}

const NOTES = ["“不适用”不影响结论。空白按数据不足处理，不当作“否”，也不当作0。"];

function reasonLines(title: string, reasons: readonly { readonly text: string }[]): string[] {
  return reasons.map(({ text }) => `${title}：${text}`);
}

/** 资源配置 in four lines: schools and 差异系数 of each stage; the seven indicators have reports of their own. */
function resourceRows({ judgement, standard }: ReportContext): Row[] {
  return STAGES.flatMap((stage) => {
    const { rows, met, unmet, undetermined, verdicts, variation, limit } = judgement.stages[stage];
    if (rows === 0) return [];
    const term = STAGE_TERMS[stage];
    const schools: Verdict = unmet > 0 ? "unmet" : undetermined > 0 ? "undetermined" : "met";
    const spread: Verdict = verdicts.includes("unmet") ? "unmet" : verdicts.includes("undetermined") ? "undetermined" : "met";
    const over = standard.indicators.filter((_, k) => verdicts[k] === "unmet").map((one) => one.short[0] ?? one.term);
    const missing = variation.filter((value) => value === null).length;
    const texts = [over.length === 0 ? "" : `超过限值：${over.join("、")}`, missing === 0 ? "" : `${String(missing)} 项数据不足`].filter((text) => text !== "");
    return [
      resourceRow(`${term}七项指标`, `${term} ${String(rows)} 个学段：达标 ${String(met)}，不达标 ${String(unmet)}，数据不足 ${String(undetermined)}`, schools, standard.schoolRule.clause),
      resourceRow(`${term}校际差异系数`, texts.length === 0 ? `各项均不超过 ${String(limit)}` : `${texts.join("；")}（限值 ${String(limit)}）`, spread, standard.variationRule.clause),
    ];
  });
}

function resourceRow(term: string, conclusion: string, verdict: Verdict, clause: ItemFinding["item"]["clause"]): Row {
  return [cell(RESOURCES, "centred"), cell("A", "centred"), cell(term, "wrap"), cell(conclusion, "wrap"), verdictCell(verdict), cell("见七项指标报告、校际均衡情况表", "wrap"), cell(clauseText(clause), "wrap"), cell(null, "wrap"), cell(null, "wrap")];
}

function clauseText({ document, section, text }: ItemFinding["item"]["clause"]): string {
  return `${document} ${section}：${text}`;
}

function itemRow(finding: ItemFinding): Row {
  const { item, conclusion, verdict, tests, lacks, notes: remarks } = finding;
  return [
    cell(PART_TERMS[item.part], "centred"),
    cell(item.id, "centred"),
    cell(item.term, "wrap"),
    cell(conclusion, "wrap"),
    verdictCell(verdict),
    cell(tests.length > 1 ? tests.map(testText).join("；") : null, "wrap"),
    cell(clauseText(item.clause), "wrap"),
    cell(lacksText(lacks), "wrap"),
    cell(remarks.join("；"), "wrap"),
  ];
}

/** Lacks named in one cell; the rest stand school by school on the second sheet. */
const NAMED = 4;

function lacksText(lacks: readonly Lack[]): string {
  const named = lacks.slice(0, NAMED).map((lack) => `${lack.text}（${lackPlace(lack)}）`);
  return named.join("；") + (lacks.length > NAMED ? `；等 ${String(lacks.length)} 处，见指标项逐校情况` : "");
}

function testText({ label, verdict, value, unit, places }: TestFinding): string {
  return `${label}：${value === null ? "" : `${String(printed(value, places))}${unit}，`}${VERDICT_TERMS[verdict]}`;
}

function partMerges(lengths: readonly number[]): Area[] {
  // The heading row and the row of the conclusion come first.
  let row = 2;
  return lengths.flatMap((rows) => {
    const area = { row, column: 0, rows, columns: 1 };
    row += rows;
    return rows > 1 ? [area] : [];
  });
}

const SCHOOL_HEADS = ["编号", "指标项", "学校名称", "判定", "情况", "缺口", "单元格"];
const SHOWN: readonly Verdict[] = ["unmet", "undetermined"];

/** 指标项逐校情况: the schools that keep an item from being met, or lack data for it. */
function schoolsPlan(context: ReportContext) {
  const body = context.items.findings.flatMap(({ item, schools }) => together(schools.filter(({ verdict }) => SHOWN.includes(verdict))).map((same) => schoolRow(item, same, schools.length)));
  return framed(context, {
    term: "指标项逐校情况",
    title: "指标项逐校情况（不达标和数据不足的学校）",
    table: {
      widths: [7, 24, 26, 11, 60, 14, 24],
      header: [SCHOOL_HEADS.map((text) => cell(text, "header"))],
      body: body.length === 0 ? [[null, cell("没有不达标或数据不足的学校。", "text")]] : body,
      merges: [],
    },
    notes: ["同一情况的学校合为一行；只写校数的，本项其余学校在别的行里，或者达标、不适用。"],
    frozenColumns: 0,
  });
}

const MOST_CELLS = 4;

/** A long list of classes or rooms is told by its first cells. */
function someCells(cells: readonly string[]): string {
  return cells.length <= MOST_CELLS ? cells.join("、") : `${cells.slice(0, MOST_CELLS).join("、")}等 ${String(cells.length)} 格`;
}

type Same = readonly [SchoolItemFinding, ...SchoolItemFinding[]];
const FEW = 3;

/** Schools of which the very same is to be said, such as a column that is missing, stand in one row; every other school has its own. */
function together(schools: readonly SchoolItemFinding[]): Same[] {
  const groups = new Map<string, Same>();
  for (const one of schools) {
    const hasOwn = one.cells.length > 0 || one.gap !== null;
    const key = hasOwn ? one.school.place : `${one.verdict} ${one.text}`;
    const [first, ...others] = groups.get(key) ?? [];
    groups.set(key, first === undefined ? [one] : [first, ...others, one]);
  }
  return [...groups.values()].flatMap((same): Same[] => (same.length > FEW ? [same] : same.map((one): Same => [one])));
}

function schoolRow({ id, short }: ItemFinding["item"], same: Same, all: number): Row {
  const [{ school, verdict, text, gap, gapUnit, cells }] = same;
  const need = gap === null || gap <= 0 ? "" : `${String(Math.ceil(printed(gap, 9)))} ${gapUnit}`;
  const who = same.length === 1 ? school.name : `${same.length === all ? "全部 " : ""}${String(same.length)} 所学校`;
  // Names take room only where they say more than how many: most schools are told by the few that are not among them.
  const names = same.length === 1 || same.length * 2 > all ? "" : `：${same.map((one) => one.school.name).join("、")}`;
  return [cell(id, "centred"), cell(short, "text"), cell(who, "text"), verdictCell(verdict), cell(text + names, "text"), cell(need, "text"), cell(someCells(cells), "text")];
}
