import type { Figures, School, Stage } from "../engine/model";
import type { Column } from "./columns";

/** Other figures 高于规定学历 can be had from, in any stage and in each. */
const ANY = ["teachersAboveRequired", "ratioAboveRequired"];
const SOURCES: Readonly<Record<Stage, readonly string[]>> = {
  primary: ["teachersCollegeOrAbove", "teachersCollege"],
  junior: ["teachersBachelorOrAbove", "teachersBachelor"],
};

/** What a degree above the required one is in a stage. */
export const REQUIRED = "高于规定学历小学为专科及以上、初中为本科及以上";

/** The only stage whose required degree a whole-school column's heading goes beyond; `null` where it names none or both. */
function onlyStage({ fact, scope, source, path }: Column): Stage | null {
  if (fact === null || scope !== "school" || source === "answered" || ![...ANY, "teachersCollegeOrAbove", "teachersBachelorOrAbove"].includes(fact)) return null;
  const heading = path.path.join(">");
  const [college, bachelor] = [/专科|大专/.test(heading), /本科/.test(heading)];
  return college === bachelor ? null : college ? "primary" : "junior";
}

/** R18: a column of degrees that fit one stage says nothing of a row of the other; such figures are missing, and their columns are told. */
export function withoutMisfits(school: School, columns: readonly Column[]): { readonly school: School; readonly misfits: readonly Column[] } {
  const misfits: Column[] = [];
  let figures = school.figures;
  for (const column of columns) {
    const fits = onlyStage(column);
    const fact = column.fact ?? "";
    const others = school.stages.filter((stage) => stage !== fits);
    if (fits === null || others.length === 0) continue;
    const open = others.some((stage) => !hasOther(school.figures, stage, fact));
    if (open) misfits.push(column);
    const why = `“${column.path.path.join(" › ")}”的学历与学段不符：${REQUIRED}`;
    const cell = school.figures[fact]?.school?.cell ?? null;
    if (ANY.includes(fact)) figures = { ...figures, [fact]: open ? { ...figures[fact], school: { value: null, cell, why } } : {} };
    else if (open && others.length === school.stages.length) figures = { ...figures, teachersAboveRequired: { school: { value: null, cell, why } } };
  }
  return { school: figures === school.figures ? school : { ...school, figures }, misfits };
}

function hasOther(figures: Figures, stage: Stage, own: string): boolean {
  return [...ANY, ...SOURCES[stage]].some((fact) => fact !== own && (figures[fact]?.school ?? figures[fact]?.[stage]) !== undefined);
}
