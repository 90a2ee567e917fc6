import { STAGES, STAGE_TERMS, VERDICTS, VERDICT_TERMS, explain, gap, schoolNeed, shown, type Finding, type School, type Stage, type Verdict } from "../engine";
import type { Blanks } from "./arguments";
import { indicatorOf, indicatorOrNull, stageOf, standardOf, targetOf } from "./choices";
import { notAvailable, wrongUse } from "./errors";
import { column, type Result, type ResultCell } from "./result";
import { judgeSchools, schoolRows, type JudgedSchools } from "./schools";

type Args = readonly unknown[];

function judged(school: unknown, headers: unknown, stage: unknown, standard: unknown, blanks: Blanks): JudgedSchools {
  const wanted = stageOf(stage);
  const edition = standardOf(standard);
  return judgeSchools(schoolRows(school, headers, wanted, edition, blanks), wanted, edition);
}

/** One answer per input row; rows that are no school stay empty. */
function perRow(all: JudgedSchools, answer: (school: School, stages: readonly number[]) => ResultCell): Result {
  return column(all.rows.map((school) => (school === null ? "" : answer(school, all.stagesOf(school)))));
}

function stageAt(all: JudgedSchools, row: number): Stage {
  return STAGES[all.table.stage[row] ?? 0] ?? STAGES[0];
}

function finding(all: JudgedSchools, row: number, indicator: number): Finding {
  return explain(all.judgement(), row, indicator, all.standard);
}

/** Worst first: what decides when several stages are joined. 不适用 is neutral. */
const ORDER: readonly Verdict[] = ["unmet", "undetermined", "floor", "met", "notApplicable"];

function worst(verdicts: readonly Verdict[]): Verdict {
  return ORDER.find((verdict) => verdicts.includes(verdict)) ?? "undetermined";
}

/** Verdict of a school, or of one indicator, over its stages; of a school in no stage, why. */
function verdictFor(all: JudgedSchools, school: School, stages: readonly number[], indicator: number | null): Verdict {
  if (stages.length === 0) return all.absence.get(school)?.verdict ?? "undetermined";
  const codes = indicator === null ? all.columns.verdicts : all.columns.codes[indicator];
  return worst(stages.map((row) => VERDICTS[codes?.[row] ?? VERDICTS.indexOf("undetermined")] ?? "undetermined"));
}

const MOST_REASONS = 3;

/** What a school lacks for a verdict: 「缺…：为什么、怎么办」, each reason once. */
function lacking(all: JudgedSchools, stages: readonly number[], indicators: readonly number[]): string {
  const found = stages.flatMap((row) => indicators.map((indicator) => finding(all, row, indicator))).filter(({ verdict }) => verdict === "undetermined");
  return found.length === 0 ? "" : lackOf(all, found);
}

function lackOf(all: JudgedSchools, found: readonly Finding[]): string {
  const names = new Set(found.map(({ indicator, term }) => all.standard.indicators[indicator]?.short[0] ?? term));
  const reasons = [...new Set(found.flatMap(({ missing }) => missing))];
  const more = reasons.length > MOST_REASONS ? `；等 ${String(reasons.length)} 处` : "";
  return `缺${[...names].join("、")}${reasons.length > 0 ? `：${reasons.slice(0, MOST_REASONS).join("；")}${more}` : ""}`;
}

/** 基本均衡 asks nothing of a single school. */
export const NO_LINE = "不适用：本标准不设学校达标线，只看综合差异系数";

/** Why nothing of a row can be judged, with what to do in a formula, where nobody can be asked (R12). */
function unsettled({ pending }: School): string | null {
  return pending === null ? null : `${pending}（补一列办学类型，或给出参数「学段」）`;
}

function absent(all: JudgedSchools, school: School): ResultCell {
  const known = all.absence.get(school);
  return notAvailable(known?.verdict === "notApplicable" ? `不适用：${known.reason}` : `数据不足：${unsettled(school) ?? known?.reason ?? "学段不明，请补填学段或办学类型"}`);
}

function everyIndicator(all: JudgedSchools): readonly number[] {
  return all.standard.indicators.map((_, k) => k);
}

/** COMPLIANT: TRUE or FALSE by the school rule (R2); FALSE as soon as it is certain, `#N/A` while it is open. */
export function compliant(args: Args, blanks: Blanks): Result {
  const all = judged(args[0], args[1], args[2], args[3], blanks);
  return perRow(all, (school, stages) => {
    if (stages.length === 0) return absent(all, school);
    const verdict = verdictFor(all, school, stages, null);
    if (verdict === "met" || verdict === "unmet") return verdict === "met";
    if (verdict === "notApplicable") return notAvailable(NO_LINE);
    return notAvailable(`数据不足：${unsettled(school) ?? lacking(all, stages, everyIndicator(all))}`);
  });
}

/** VERDICT: the word of R1. */
export function verdictOf(args: Args, blanks: Blanks): Result {
  const all = judged(args[0], args[2], args[3], args[4], blanks);
  const indicator = indicatorOrNull(args[1], all.standard);
  const mark = all.standard.mark === undefined ? "" : `（${all.standard.mark}）`;
  return perRow(all, (school, stages) => VERDICT_TERMS[verdictFor(all, school, stages, indicator)] + mark);
}

/** The one stage an answer is about. A school of two stages needs to be told which. */
function oneStage(all: JudgedSchools, school: School, stages: readonly number[], indicator: number): number | ResultCell {
  const [row, second] = stages;
  if (row === undefined) return absent(all, school);
  if (second === undefined) return row;
  return wrongUse(`${school.place}「${school.name}」有${stages.map((one) => STAGE_TERMS[stageAt(all, one)]).join("、")}两个学段，「${all.standard.indicators[indicator]?.term ?? ""}」要分学段算：请给出参数「学段」。`);
}

/** INDICATOR: the value, unrounded. */
export function indicatorValue(args: Args, blanks: Blanks): Result {
  const all = judged(args[0], args[2], args[3], args[4], blanks);
  const indicator = indicatorOf(args[1], all.standard);
  return perRow(all, (school, stages) => {
    const row = oneStage(all, school, stages, indicator);
    if (typeof row !== "number") return row;
    const value = all.columns.values[indicator]?.[row] ?? Number.NaN;
    return Number.isFinite(value) ? value : notAvailable(`数据不足：${unsettled(school) ?? lackOf(all, [finding(all, row, indicator)])}`);
  });
}

/** GAP: to the line or to the floor (R23); for A4–A7 of a school of two stages what the whole school needs (R24). */
export function gapOf(args: Args, blanks: Blanks): Result {
  const all = judged(args[0], args[2], args[3], args[4], blanks);
  const indicator = indicatorOf(args[1], all.standard);
  const target = targetOf(args[5], all.standard);
  const splits = all.standard.indicators[indicator]?.formula.split === true;
  return perRow(all, (school, stages) => {
    const shared = splits && stages.length > 1;
    const row = shared ? stages[0] : oneStage(all, school, stages, indicator);
    if (typeof row !== "number") return row ?? absent(all, school);
    const lack = shared ? schoolNeed(school, indicator, all.standard, target) : gap({ ...all.columns, table: all.table }, row, indicator, all.standard, target);
    if (lack !== null && Number.isFinite(lack)) return lack;
    if (verdictFor(all, school, stages, indicator) === "notApplicable") return notAvailable(NO_LINE);
    const why = lacking(all, shared ? stages : [row], [indicator]);
    return notAvailable(`数据不足：${unsettled(school) ?? (why === "" ? "缺在校生数或资源总量，算不出缺口" : why)}`);
  });
}

function told(found: Finding, standard: string): string {
  const { clause } = found;
  const head = `${STAGE_TERMS[found.stage]} ${found.term}：${VERDICT_TERMS[found.verdict]}`;
  const lines = [...found.steps, ...found.missing.map((text) => `数据不足：${text}`), ...found.notes];
  return [head, ...lines, `依据：${standard} ${clause.document} ${clause.section}：${clause.text}`].join("\n");
}

function toldSchool(all: JudgedSchools, row: number): string {
  const findings = everyIndicator(all).map((indicator) => finding(all, row, indicator));
  const verdict = VERDICTS[all.columns.verdicts[row] ?? 0] ?? "undetermined";
  const lines = findings.map((found, k) => {
    const value = found.value === null ? "" : ` ${shown(found.value, all.standard.indicators[k]?.places ?? 2, [found.line, found.floor])}${found.unit}`;
    const rest = found.verdict === "undetermined" ? `（${found.missing.join("；")}）` : found.verdict === "notApplicable" ? "" : `（达标线 ${String(found.line)}）`;
    return `${String(k + 1)} ${found.term}${value}：${VERDICT_TERMS[found.verdict]}${rest}`;
  });
  const { mark, schoolRule: { clause } } = all.standard;
  return [`${STAGE_TERMS[stageAt(all, row)]}：${VERDICT_TERMS[verdict]}${mark === undefined ? "" : `（${mark}）`}`, ...lines, `依据：${clause.document} ${clause.section}：${clause.text}`].join("\n");
}

/** EXPLAIN: the calculation and the clause, of one indicator or of the school, both stages told. */
export function explanation(args: Args, blanks: Blanks): Result {
  const all = judged(args[0], args[2], args[3], args[4], blanks);
  const indicator = indicatorOrNull(args[1], all.standard);
  return perRow(all, (school, stages) => {
    const known = all.absence.get(school);
    if (stages.length === 0) return `${VERDICT_TERMS[known?.verdict ?? "undetermined"]}：${known?.reason ?? "学段不明，请补填学段或办学类型"}`;
    const texts = stages.map((row) => (indicator === null ? toldSchool(all, row) : told(finding(all, row, indicator), all.standard.term)));
    const name = school.name === "" ? "" : `${school.name}\n`;
    return name + texts.join("\n\n");
  });
}
