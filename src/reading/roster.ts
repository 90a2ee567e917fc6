import { rowsBySchool, typeOfRows } from "../engine";
import type { CountyFigures, Figure, School, SchoolType, Stage } from "../engine";
import { DEFAULT_STANDARD } from "../standards";
import type { Problem, Reading } from "./model";
import { problem } from "./problems";
import { spotOfCell } from "./spots";

/** What 表Ⅰ says of schools and pupils against what was read (名单核对, R17). */
export interface RosterAgreement {
  /** False as long as 表Ⅰ holds none of these numbers: 「名单未核对」. */
  readonly checked: boolean;
  /** In Chinese, each with both numbers; empty when all agree. */
  readonly differences: readonly string[];
}

interface Compared {
  readonly term: string;
  readonly said: Figure;
  readonly read: number;
}

const SCHOOL_COUNTS: readonly (readonly [fact: string, type: SchoolType, term: string, unit: string])[] = [
  ["county.primarySchools", "primary", "小学", "所"], ["county.nineYearSchools", "nineYear", "九年一贯制学校", "所"], ["county.juniorSchools", "junior", "初中", "所"],
  ["county.completeSchools", "complete", "完全中学", "所"], ["county.twelveYearSchools", "twelveYear", "十二年一贯制学校", "所"], ["county.specialSchools", "special", "特殊教育学校", "所"], ["county.teachingPoints", "teachingPoint", "教学点", "个"],
];

/** Compares 表Ⅰ with the schools read: by type, and by pupils and classes of each stage. */
export function rosterAgreement({ schools, county }: Pick<Reading, "schools" | "county">): RosterAgreement {
  const compared = compare(schools, county?.figures ?? {});
  return { checked: compared.length > 0, differences: compared.flatMap((one) => (one.said.value === one.read ? [] : [textOf(one)])) };
}

const textOf = ({ term, said, read }: Compared) => `${term}：表Ⅰ为 ${String(said.value)}（${said.cell?.split("!").pop() ?? ""}），读到 ${String(read)}`;

/** The same as problems, at the form's cells. */
export function checkRoster(reading: Pick<Reading, "schools" | "county">): Problem[] {
  return compare(reading.schools, reading.county?.figures ?? {}).flatMap((one) =>
    one.said.value === one.read ? [] : [problem("roster-differs", spotOfCell(one.said.cell), textOf(one), "请核对学校名单：是否有学校漏填、多填，或办学类型填错；一致后结论才能写“名单已核对”")]);
}

function compare(schools: readonly School[], figures: CountyFigures): Compared[] {
  if (schools.length === 0) return [];
  const wholes = rowsBySchool(schools);
  const given = (fact: string) => (figures[fact]?.value === null ? undefined : figures[fact]);
  const found: Compared[] = [];
  for (const [fact, type, term, unit] of SCHOOL_COUNTS) {
    const said = given(fact);
    if (said) found.push({ term: `${term}${unit === "所" ? "校数" : "数"}`, said, read: wholes.filter((rows) => typeOf(rows) === type).length });
  }
  const over = given("county.teachingPointsOver");
  const least = DEFAULT_STANDARD.scope.teachingPointMinimum;
  if (over) found.push({ term: `${String(least)} 人及以上教学点数`, said: over, read: wholes.filter((rows) => typeOf(rows) === "teachingPoint" && (sumOf(rows, "students", "primary") ?? 0) >= least).length });
  for (const [fact, own, stage, term] of STAGE_SUMS) {
    const said = given(fact);
    const read = said ? total(schools, own, stage) : null;
    if (said && read !== null) found.push({ term, said, read });
  }
  return found;
}

const STAGE_SUMS: readonly (readonly [fact: string, own: string, stage: Stage, term: string])[] = [
  ["county.primaryStudents", "students", "primary", "小学在校学生数"], ["county.juniorStudents", "students", "junior", "初中在校学生数"],
  ["county.primaryClasses", "classes", "primary", "小学教学班数"], ["county.juniorClasses", "classes", "junior", "初中教学班数"],
  ["county.primaryTeachers", "fullTimeTeachers", "primary", "小学专任教师数"], ["county.juniorTeachers", "fullTimeTeachers", "junior", "初中专任教师数"],
];

/** The type a school is counted under; without one it is what its stages say. */
function typeOf(rows: readonly School[]): SchoolType | null {
  const [first, second] = rows.flatMap(({ stages }) => stages);
  return typeOfRows(rows) ?? (second === undefined ? (first ?? null) : "nineYear");
}

/** Special schools have columns of their own in 表Ⅰ, senior ones none. */
function total(schools: readonly School[], fact: string, stage: Stage): number | null {
  let sum = 0;
  for (const school of schools) {
    if (!school.stages.includes(stage) || school.type === "special" || school.type === "vocational") continue;
    const own = sumOf([school], fact, stage);
    if (own === null) return null;
    sum += own;
  }
  return sum;
}

/** A fact of one stage over rows; `null` when one is missing. */
function sumOf(rows: readonly School[], fact: string, stage: Stage): number | null {
  let sum = 0;
  for (const { figures, stages } of rows) {
    if (!stages.includes(stage)) continue;
    const value = figures[fact]?.[stage]?.value ?? (stages.length === 1 ? figures[fact]?.school?.value : null) ?? null;
    if (value === null) return null;
    sum += value;
  }
  return sum;
}
