import { STAGES, STAGE_TERMS, VERDICTS, VERDICT_TERMS, remark, type FactId, type School, type Stage, type StageSummary } from "../engine";
import type { Blanks } from "./arguments";
import { standardOf } from "./choices";
import type { Result, ResultCell } from "./result";
import { judgeSchools, schoolRows, type JudgedSchools } from "./schools";

type Args = readonly unknown[];

function judged(args: Args, blanks: Blanks): JudgedSchools {
  const standard = standardOf(args[2]);
  return judgeSchools(schoolRows(args[0], args[1], null, standard, blanks), null, standard);
}

const MISSING = VERDICT_TERMS.undetermined;

/** A figure of a school in a stage: the stage's own, else the school's where it has only this stage. */
function figureOf(school: School, fact: FactId, stage: Stage | null): number | null {
  const figures = school.figures[fact];
  const own = stage === null ? null : (figures?.[stage]?.value ?? null);
  return own ?? (school.stages.length < 2 ? (figures?.school?.value ?? null) : null);
}

function described(school: School, stage: Stage | null): ResultCell[] {
  const students = figureOf(school, "students", stage);
  return [
    school.name,
    stage === null ? "" : STAGE_TERMS[stage],
    school.owner ?? "",
    students ?? MISSING,
    figureOf(school, "grades", stage) ?? "",
    figureOf(school, "classes", stage) ?? "",
  ];
}

function stageRow(all: JudgedSchools, row: number): ResultCell[] {
  const { values, verdicts } = all.columns;
  const { table } = all;
  const school = table.schools[row] as School;
  const figures = values.map((list): ResultCell => (Number.isFinite(list[row]) ? (list[row] as number) : MISSING));
  const verdict = VERDICTS[verdicts[row] ?? 0] ?? "undetermined";
  return [...described(school, STAGES[table.stage[row] ?? 0] ?? null), ...figures, VERDICT_TERMS[verdict], remark(all.judgement(), row, all.standard)];
}

/** A school that stands in no stage is named all the same, with the reason (R17). */
function absentRow(all: JudgedSchools, school: School, verdict: "notApplicable" | "undetermined", reason: string): ResultCell[] {
  const figures = all.standard.indicators.map((): ResultCell => "");
  return [...described(school, null), ...figures, VERDICT_TERMS[verdict], reason];
}

/** EVALUATE: the table of all schools (评估表), 小学 first; who is not evaluated stands below with the reason. */
export function evaluate(args: Args, blanks: Blanks): Result {
  const all = judged(args, blanks);
  const { table } = all;
  const rows = STAGES.flatMap((_, code) => Array.from(table.stage.keys()).filter((row) => table.stage[row] === code).map((row) => stageRow(all, row)));
  const absent = [
    ...table.unsettled.map(({ school, reason }) => absentRow(all, school, "undetermined", reason)),
    ...table.excluded.map(({ school, reason }) => absentRow(all, school, "notApplicable", reason)),
  ];
  const head = ["序号", "学校名称", "学段", "举办者类型", "在校生数", "年级数", "班级数", ...all.standard.indicators.map((one) => one.term), "是否达标", "备注"];
  return [head, ...[...rows, ...absent].map((row, i) => [i + 1, ...row])];
}

function countyRows(summary: StageSummary): ResultCell[][] {
  const stage = STAGE_TERMS[summary.stage];
  const none = summary.rows === 0 ? VERDICT_TERMS.notApplicable : MISSING;
  const means = summary.means.map((mean, k): ResultCell => (summary.variation[k] === null || mean === null ? none : mean));
  const variation = summary.variation.map((value): ResultCell => value ?? none);
  return [
    [stage, "全县平均值", ...means, "——"],
    [stage, "差异系数", ...variation, summary.composite ?? none],
  ];
}

/** COUNTY: 全县平均值 and 差异系数 of each stage; 数据不足 as soon as one school lacks a figure (R9). */
export function county(args: Args, blanks: Blanks): Result {
  const all = judged(args, blanks);
  const head = ["学段", "项目", ...all.standard.indicators.map((one) => one.term), "综合"];
  return [head, ...STAGES.flatMap((stage) => countyRows(all.judgement().county.stages[stage]))];
}
