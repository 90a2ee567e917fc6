import { finished, remark, STAGE_TERMS, STAGES, TYPE_TERMS, VERDICT_TERMS, wholeSchools, type ItemFinding, type Steps, type Verdict, type WholeSchool } from "../../engine";
import type { Area } from "../../grid/block";
import { cell, mergesByRow, padded, rowHeight, rowLines, wrapped, type Row } from "../layout";
import type { SheetPlan } from "../sheet-plan";
import { verdictAt, verdictCell } from "./figures";
import { foot, head, verdictMark } from "./frame";
import { SHEET_PREFIX, type ReportContext, type ReportKind } from "./report";
import { indicatorSentence, stageFigure, worst } from "./self-sentences";

const TERM = "学校自评表";
const WIDTHS = [11, 38, 48, 11];
const HEADS = ["A级指标", "B级指标及评估要点", "指标值或简要结论", "是否达标"];
/** Items a school answers for itself, as the form lists them after the seven indicators. */
const OWN_ITEMS = ["B3", "B4", "B5", "B6", "B7"];
const TITLE_POINTS = 30;
const GAP = "\u3000\u3000";

/** 学校自评表 (附件4): one printed page a school, filled in. */
export const selfAssessment: ReportKind = {
  id: "self-assessment",
  term: TERM,
  purpose: "每所学校一页（附件4格式），七项指标和本校的政府保障指标已填好，发学校核对签字",
  group: "official",
  typedSheets: [],
  build: (context) => finished(steps(context)),
  steps,
};

/** Everything that speaks of one school. */
interface Page {
  readonly whole: WholeSchool;
  /** Rows of the judged table. */
  readonly rows: readonly number[];
}

/** Schools between two stops. */
const AT_ONCE = 10;

function* steps(context: ReportContext): Steps<SheetPlan[]> {
  const room = WIDTHS.reduce((sum, width) => sum + width, 0) - 2;
  const lines = (texts: readonly string[], style: "subtitle" | "note"): Row[] => texts.flatMap((text) => wrapped(text, room)).map((line) => [cell(line, style)]);
  const rows: Row[] = [[cell(TERM, "title")], ...lines(head(context), "subtitle"), ...lines(foot(context, NOTES), "note")];
  const [areas, starts, heights]: [Area[], number[], Record<number, number>] = [[], [], {}];
  for (const [index, page] of pages(context).entries()) {
    if (index % AT_ONCE === 0) yield;
    const [start, own, block] = [rows.length, merges(context), pageRows(context, page)];
    const merged = mergesByRow(own);
    starts.push(start);
    areas.push(...own.map((area) => ({ ...area, row: area.row + start })));
    block.forEach((row, i) => { heights[start + i] = i === 0 ? TITLE_POINTS : rowHeight(rowLines(row, WIDTHS, merged.get(i))); });
    rows.push(...block);
  }
  return [{
    name: SHEET_PREFIX + TERM, rows, merges: areas, columnWidths: WIDTHS, frozenRows: 0, frozenColumns: 0,
    landscape: false, printTitleRows: null, pageBreaks: starts, rowHeights: heights,
  }];
}

const NOTES = ["每校一页，从下一页起。表中“缺”为尚无数据，请学校补填后报回；一贯制学校按学段分别判定。"];

/** Schools in the sheet's order: all of compulsory education, those out of scope too. */
function pages({ reading, judgement }: ReportContext): Page[] {
  const rowsOf = new Map<string, number[]>();
  judgement.table.schools.forEach(({ place }, row) => rowsOf.set(place, [...(rowsOf.get(place) ?? []), row]));
  return wholeSchools(reading.schools)
    .filter(({ type, stages }) => stages.length > 0 || type === "special")
    .map((whole) => ({ whole, rows: whole.rows.flatMap(({ place }) => rowsOf.get(place) ?? []) }));
}

function pageRows(context: ReportContext, { whole, rows }: Page): Row[] {
  const { standard, items, judgement } = context;
  const width = WIDTHS.length;
  const built = whole.rows.map((row) => row.figures.builtYear?.school?.value ?? null).find((year) => year !== null) ?? null;
  const type = whole.type === null ? "办学类型：＿＿" : TYPE_TERMS[whole.type];
  const figures = standard.indicators.map((_, k) => rows.map((row) => stageFigure(context, row, k)));
  const out = judgement.table.excluded.find(({ school }) => whole.rows.includes(school))?.reason ?? "尚未判定";
  return [
    padded([cell("义务教育优质均衡发展学校自评表", "heading")], width, "heading"),
    padded([cell(`${whole.school.name}（${type}）${GAP}建校于${built === null ? "＿＿＿＿" : String(built)}年${verdictMark(context)}`, "wrapBold")], width, "wrapBold"),
    HEADS.map((text) => cell(text, "header")),
    ...standard.indicators.map((one, k): Row => [
      cell("A1资源配置", "centred"),
      cell(`${String(k + 1)}.${one.clause.text}。`, "wrap"),
      cell(rows.length === 0 ? out : indicatorSentence(context, k, figures[k] ?? []), "wrap"),
      verdictCell(rows.length === 0 ? "notApplicable" : worst(figures[k] ?? [])),
    ]),
    ...OWN_ITEMS.flatMap((id) => items.findings.filter(({ item }) => item.id === id)).map((finding, index) => itemRow(finding, whole, index + 1)),
    padded([cell(overall(context, rows), "wrap")], width, "wrap"),
    padded([cell("填表人：＿＿＿＿＿＿　　校长：＿＿＿＿＿＿　　填表日期：＿＿＿＿年＿＿月＿＿日", "wrap")], width, "wrap"),
  ];
}

/** The school rule (R2) by stage, with its remark. */
function overall({ judgement, standard }: ReportContext, rows: readonly number[]): string {
  const texts = rows.map((row) => {
    const stage = STAGES[judgement.table.stage[row] ?? 0] ?? "primary";
    return `${STAGE_TERMS[stage]}${VERDICT_TERMS[verdictAt(judgement.verdicts, row)]}（${remark(judgement, row, standard)}）`;
  });
  return `资源配置综合评估：${texts.length === 0 ? "不参评" : texts.join("；")}`;
}

function itemRow({ item, schools }: ItemFinding, { school }: WholeSchool, number: number): Row {
  const own = schools.find((one) => one.school.place === school.place);
  const verdict: Verdict = own?.verdict ?? "notApplicable";
  return [cell("A2政府保障程度", "centred"), cell(`${String(number)}.${item.term}。`, "wrap"), cell(own?.text ?? "不涉及本校。", "wrap"), verdictCell(verdict)];
}

/** Cells merged on one page. */
function merges({ standard, items }: ReportContext): Area[] {
  const own = items.findings.filter(({ item }) => OWN_ITEMS.includes(item.id)).length;
  const first = 3;
  const across = (row: number): Area => ({ row, column: 0, rows: 1, columns: WIDTHS.length });
  const tall = [{ row: first, rows: standard.indicators.length }, { row: first + standard.indicators.length, rows: own }].filter(({ rows }) => rows > 1);
  return [across(0), across(1), ...tall.map((area) => ({ ...area, column: 0, columns: 1 })), across(first + standard.indicators.length + own), across(first + standard.indicators.length + own + 1)];
}
