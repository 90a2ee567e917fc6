import { rowsBySchool, schoolKeys, STAGE_TERMS, STAGES, switchTexts, switchTextsFor, type Exclusion, type Judgement, type School, type StageTable, type Switches, type SwitchRule } from "../../engine";
import type { Standard } from "../../engine/standard";
import { rosterAgreement } from "../../reading";
import { fingerprint } from "../fingerprint";
import { pageOf, type TableLayout } from "../layout";
import { once } from "../once";
import type { SheetPlan } from "../sheet-plan";
import { statusText } from "./finality";
import { SHEET_PREFIX, type ReportContext } from "./report";

/** A full-width space between parts of a line. */
const GAP = "\u3000";

/** `默认`, or the switches that are on. */
export function switchesText(switches: Switches, rules: readonly SwitchRule[]): string {
  const on = switchTexts(switches, rules).map((text) => text.replace(/^按口径：/, ""));
  return on.length === 0 ? "默认" : on.join("；");
}

/** What stands beside the county's verdict when it was not reached the ordinary way (R5): `（按口径：…）`, else nothing. */
export function verdictMark({ judgement, book }: Pick<ReportContext, "judgement" | "book">): string {
  return marked(switchTexts(judgement.switches, book.switches));
}

/** The same beside one result: only switches that touch these items, indicators or `variation`. */
export function markFor({ judgement, book }: Pick<ReportContext, "judgement" | "book">, touched: readonly string[]): string {
  return marked(switchTextsFor(judgement.switches, book.switches, ...touched));
}

/** The same beside a result of 资源配置. */
export function resourceMark({ judgement, book, standard }: Pick<ReportContext, "judgement" | "book" | "standard">): string {
  return marked(resourceSwitchTexts(judgement.switches, book.switches, standard));
}

/** 「按口径：…」 of the switches that touch a standard's indicators or their 差异系数 (R5): another switch changes nothing of 资源配置. */
export function resourceSwitchTexts(switches: Switches, rules: readonly SwitchRule[], standard: Standard): string[] {
  return switchTextsFor(switches, rules, "variation", ...standard.indicators.map(({ id }) => id));
}

function marked(on: readonly string[]): string {
  return on.length === 0 ? "" : `（${on.join("；")}）`;
}

export interface SchoolCount {
  readonly schools: number;
  readonly rows: number;
  readonly stages: readonly number[];
}

/** Schools and school-stages in scope (R25). Rows of one school kept by stage (（小学部）, （初中部）) count once. */
export function countSchools(table: StageTable): SchoolCount {
  const schools = rowsBySchool([...new Set(table.schools)]).length;
  const stages = STAGES.map((_, code) => table.stage.filter((one) => one === code).length);
  return { schools, rows: table.count, stages };
}

/** What rows of one school have in common, and only they: its code or name. */
export const schoolKeysOf: (context: Pick<ReportContext, "reading">) => ReadonlyMap<School, string> = once(({ reading }) => [reading.schools], ({ reading }) => schoolKeys(reading.schools));

/** 「54 所学校，58 个学段（小学 41、初中 17）」 (R25). */
export function countSentence(table: StageTable): string {
  const { schools, rows, stages } = countSchools(table);
  const parts = STAGES.map((stage, code) => `${STAGE_TERMS[stage]} ${String(stages[code] ?? 0)}`).join("、");
  return `${String(schools)} 所学校，${String(rows)} 个学段（${parts}）`;
}

/** 国家优质均衡标准 教督〔2017〕6号《…》（2026-11-22核对）: standard and edition. */
export function standardText({ term, document, checkedOn }: Standard): string {
  return `${term}${GAP}${document.number}《${document.title}》（${checkedOn}核对）`;
}

export interface ReportLayout {
  /** Without the prefix: 七项指标报告. */
  readonly term: string;
  readonly title: string;
  readonly table: TableLayout;
  readonly notes: readonly string[];
  readonly frozenColumns: number;
}

/** A report with the head and foot every report carries (R17, R27). */
export function framed(context: ReportContext, layout: ReportLayout): SheetPlan {
  return pageOf({
    name: SHEET_PREFIX + layout.term,
    title: layout.title,
    above: head(context),
    table: layout.table,
    below: foot(context, layout.notes),
    frozenColumns: layout.frozenColumns,
  });
}

/** What every report says of its inputs (R17, R27): date of data, standard, switches, counts in and out, whether it still agrees with them. */
export function head(context: ReportContext): string[] {
  const { judgement, standard, book, workbookName, date, dataDate, second } = context;
  const { table } = judgement;
  const out = table.excluded.length + table.unsettled.length;
  const outText = out === 0 ? "无" : `${String(out)} 行（名单见表末）`;
  return [
    `工作簿：${workbookName}${GAP}数据时点：${dataDate ?? "未注明"}${GAP}生成日期：${date}`,
    `标准：${standardText(standard)}${GAP}口径：${switchesText(judgement.switches, book.switches)}`,
    ...(second === null ? [] : [`另行对照：${standardText(second.standard)}（不改变按国家标准的结论）`]),
    `计入：${countSentence(table)}${GAP}未计入：${outText}${GAP}${rosterText(context)}`,
    statusText(date),
  ];
}

const agreement = once((reading: ReportContext["reading"]) => [reading], rosterAgreement);

/** Whether the schools read are the county's (R17): compared with 表Ⅰ, else as the pane says. */
function rosterText({ reading, rosterChecked }: ReportContext): string {
  const { checked, differences } = agreement(reading);
  if (!checked) return rosterChecked === true ? "名单已核对" : "名单未核对";
  if (differences.length === 0) return "名单已核对（与县级填报表一致）";
  return `名单与县级填报表不一致：${differences[0] ?? ""}${differences.length > 1 ? `等 ${String(differences.length)} 处` : ""}`;
}

/** Who was left out and why, and the fingerprint of everything the report rests on. */
export function foot(context: ReportContext, notes: readonly string[]): string[] {
  const { table } = context.judgement;
  return [
    ...notes.map((note, index) => `注${String(index + 1)}：${note}`),
    ...outLines("未计入判定", table.excluded),
    ...outLines("学段或类型未定，尚未判定", table.unsettled),
    fingerprintLine(context),
  ];
}

export function fingerprintLine(context: ReportContext): string {
  return `数据指纹：${fingerprint(context)}（学校、数据、标准、口径有任何改动，指纹即不同）`;
}

function outLines(title: string, list: readonly Exclusion[]): string[] {
  if (list.length === 0) return [];
  return [`${title}（${String(list.length)} 行）：`, ...list.map(({ school, reason }) => `${GAP}${school.name}（${school.place}）：${reason}`)];
}

/** Rows of the judged table in one stage, in sheet order. */
export function rowsOfStage(judgement: Judgement, stage: number): number[] {
  const rows: number[] = [];
  for (let row = 0; row < judgement.table.count; row++) if (judgement.table.stage[row] === stage) rows.push(row);
  return rows;
}
