import { STAGE_TERMS, STAGES, type FactId, type Stage } from "../engine";
import { countSentence, type ReportContext } from "../workbook";
import { centred, heading, number, paragraph, prompt, words, type Block, type TableBlock } from "./block";
import { figure, someNames, stated, termOf } from "./texts";

const NATURE: readonly FactId[] = ["county.population", "county.ruralPopulation", "county.towns", "county.villages"];
const ECONOMY: readonly FactId[] = ["county.gdpPerHead", "county.revenuePerHead", "county.ruralIncome", "county.urbanIncome"];
const SCHOOLS: readonly FactId[] = [
  "county.primarySchools", "county.nineYearSchools", "county.juniorSchools", "county.completeSchools", "county.twelveYearSchools",
  "county.specialSchools", "county.teachingPoints", "county.teachingPointsOver",
];
const BY_STAGE: Readonly<Record<Stage, readonly FactId[]>> = {
  primary: ["county.primaryClasses", "county.primaryStudents", "county.primaryStaff", "county.primaryTeachers"],
  junior: ["county.juniorClasses", "county.juniorStudents", "county.juniorStaff", "county.juniorTeachers"],
};
const HEADINGS = ["学段", "教学班数（个）", "在校学生数（人）", "教职工数（人）", "其中专任教师数（人）", "参评学段数（个）", "参评在校生数（人）"];
const DECIMALS: Readonly<Record<string, number>> = { 万人: 2 };

/** 一、基本情况: the county in figures, its schools, pupils and teachers; figures nobody entered are named. */
export function basics(context: ReportContext): Block[] {
  return [heading(1, "基本情况"), ...(context.items.hasForm ? fromForm(context) : [paragraph(NO_FORM)]), ...scope(context), studentsTable(context)];
}

const NO_FORM = `没有读到县级填报表，人口、经济、学校、教师等县级基本情况数据不足。${prompt("县域基本情况；或填写县级填报表后重新生成本报告")}`;

function fromForm(context: ReportContext): Block[] {
  const sentences = [NATURE, ECONOMY, SCHOOLS].map((ids) => ids.flatMap((id) => stated(context, id, DECIMALS[context.book.facts.get(id)?.unit ?? ""] ?? 0) ?? []).join("，")).filter((text) => text !== "");
  const missing = [...NATURE, ...ECONOMY, ...SCHOOLS, ...BY_STAGE.primary, ...BY_STAGE.junior].filter((id) => (context.county[id]?.value ?? null) === null);
  return [
    ...sentences.map((text) => paragraph(`${text}。`)),
    ...(missing.length === 0 ? [] : [paragraph(`县级填报表中尚未填写：${someNames(missing.map((id) => termOf(context.book, id)), "项", 40)}。${prompt("以上各项")}`)]),
  ];
}

/** What this report rests on (R25). */
function scope({ judgement, dataDate }: ReportContext): Block[] {
  const { table } = judgement;
  const out = table.excluded.length + table.unsettled.length;
  const outText = out === 0 ? "" : `，另有 ${String(out)} 行未计入（名单和原因见“编制说明”）`;
  return [paragraph(`本次自评以学校数据表为依据，数据时点${dataDate === undefined ? `未注明${prompt("数据时点")}` : `为${dataDate}`}，计入 ${countSentence(table)}${outText}。`)];
}

function studentsTable(context: ReportContext): TableBlock {
  const { county, judgement } = context;
  const rows = STAGES.map((stage) => [
    centred(STAGE_TERMS[stage]),
    ...BY_STAGE[stage].map((id) => number(figure(county[id]?.value, 0))),
    number(String(judgement.stages[stage].rows)), number(studentsOf(context, stage)),
  ]);
  return {
    kind: "table", caption: "学生和教师基本情况", widths: [8, 12, 14, 12, 16, 14, 16], header: [HEADINGS.map(words)], rows,
    notes: ["前四项据县级填报表；参评学段数、参评在校生数据学校数据表。一所一贯制学校计两个学段。"],
  };
}

/** A sum over schools of which some are missing says so. */
function studentsOf({ judgement }: ReportContext, stage: Stage): string {
  const { table, stages } = judgement;
  const missing = table.students.filter((count, row) => table.stage[row] === STAGES.indexOf(stage) && Number.isNaN(count)).length;
  return `${figure(stages[stage].students, 0)}${missing === 0 ? "" : `（另有 ${String(missing)} 个学段缺数）`}`;
}
