import { rowsBySchool, typeOfRows, type FactId, type School, type Stage } from "../../../engine";
import type { Standard } from "../../../engine/standard";
import { cell } from "../../layout";
import type { ReportContext } from "../report";
import { acrossRow, heads, noteRow, numbers, type Form, type FormCell } from "./form";
import { countyCell } from "./sources";
import { stageFigure } from "./stage-figure";

interface Column {
  readonly fact: FactId;
  readonly places: number;
  /** The same figure counted from the school sheets, `null` when they do not settle it. */
  readonly count?: (schools: readonly School[], standard: Standard) => number | null;
}

const GAP = "\u3000\u3000";

const typed = (fact: FactId, places = 0): Column => ({ fact, places });
const ofType = (fact: FactId, type: School["type"]): Column => ({ fact, places: 0, count: (schools) => countType(schools, (rows) => typeOfRows(rows) === type) });
const summed = (fact: FactId, own: FactId, stage: Stage): Column => ({ fact, places: 0, count: (schools) => sum(schools, own, stage) });

/** L1–L24. */
const COLUMNS: readonly Column[] = [
  typed("county.population", 2), typed("county.ruralPopulation", 2), typed("county.towns"), typed("county.villages"),
  typed("county.gdpPerHead"), typed("county.revenuePerHead"), typed("county.ruralIncome"), typed("county.urbanIncome"),
  ofType("county.primarySchools", "primary"), ofType("county.nineYearSchools", "nineYear"), ofType("county.juniorSchools", "junior"),
  ofType("county.completeSchools", "complete"), ofType("county.twelveYearSchools", "twelveYear"), ofType("county.specialSchools", "special"),
  ofType("county.teachingPoints", "teachingPoint"),
  { fact: "county.teachingPointsOver", places: 0, count: (schools, standard) => largePoints(schools, standard.scope.teachingPointMinimum) },
  summed("county.primaryClasses", "classes", "primary"), summed("county.juniorClasses", "classes", "junior"),
  summed("county.primaryStudents", "students", "primary"), summed("county.juniorStudents", "students", "junior"),
  typed("county.primaryStaff"), summed("county.primaryTeachers", "fullTimeTeachers", "primary"),
  typed("county.juniorStaff"), summed("county.juniorTeachers", "fullTimeTeachers", "junior"),
];

const GROUPS: readonly (readonly [text: string, columns: number])[] = [
  ["自然情况", 4], ["经济情况", 4], ["普通中小学校数（所）", 5], ["特殊教育学校（所）", 1], ["小学教学点数（个）", 2], ["教学班数（个）", 2], ["在校学生数（人）", 2], ["教职工数（人）", 4],
];

/** Texts of the second and third heading row, by column. */
function heading(least: number): readonly (string | null)[] {
  return [
    "人口总数（万人）", "农业人口数（万人）", "乡镇数（个）", "行政村数（个）", "年人均国内生产总值（元）", "年人均地方财政收入（元）", "农民年人均纯收入（元）", "城镇居民年人均可支配收入（元）",
    "小学", "九年一贯制学校", "初中", "完全中学", "十二年一贯制学校", null, "计", `其中：${String(least)}人及以上`, "小学", "初中", "小学", "初中", "小学", null, "初中", null,
  ];
}

/** 表Ⅰ 义务教育优质均衡发展县（市、区）基本情况: from the county form, else counted from the school sheets where they settle it. */
export function table1(context: ReportContext): Form {
  const { standard } = context;
  const cells = COLUMNS.map((column) => figure(context, column));
  const counted = cells.flatMap(({ isCounted }, index) => (isCounted ? [`L${String(index + 1)}`] : []));
  const width = COLUMNS.length;
  return {
    term: "表Ⅰ",
    title: "表Ⅰ　义务教育优质均衡发展县（市、区）基本情况",
    rows: [
      [cell(`县（市、区）：${context.countyName ?? "＿＿＿＿"}${GAP}数据时点：${context.dataDate ?? "＿＿＿＿"}`, "note")], [], [],
      heads(GROUPS.flatMap(([text, columns]) => [text, ...Array.from({ length: columns - 1 }, () => null)])),
      heads(heading(standard.scope.teachingPointMinimum)),
      heads([...Array.from({ length: width - 4 }, () => null), "合计", "其中专任教师", "合计", "其中专任教师"]),
      heads(numbers(width)),
      cells.map(({ one }) => one),
      [],
      noteRow("注：“人口总数”和“农业人口数”按常住人口统计，数字保留两位小数。L5—L8列数字保留整数。", width),
    ],
    merges: [...groupMerges(), ...tallMerges(width), acrossRow(10, width)],
    widths: COLUMNS.map((_, index) => (index < 8 ? 9 : 7)),
    frozen: { rows: 8, columns: 0 },
    repeat: [4, 7],
    remarks: counted.length === 0 ? [] : [`${counted.join("、")}：县级填报表未填，按学校数据表统计，请核对。`],
  };
}

function figure(context: ReportContext, { fact, places, count }: Column): { readonly one: FormCell; readonly isCounted: boolean } {
  const entered = countyCell(context, fact, places);
  const found = entered.lacking === undefined ? null : (count?.(context.reading.schools, context.standard) ?? null);
  return found === null ? { one: entered, isCounted: false } : { one: cell(found, "integer"), isCounted: true };
}

function groupMerges() {
  let column = 0;
  return GROUPS.flatMap(([, columns]) => {
    const area = { row: 4, column, rows: columns === 1 ? 3 : 1, columns };
    column += columns;
    return [area];
  });
}

/** Headings of the second row reach down to the numbers, but for the four of 教职工数. */
function tallMerges(width: number) {
  const staff = width - 4;
  const alone = GROUPS.slice(0, 3).reduce((sum, [, columns]) => sum + columns, 0);
  const tall = Array.from({ length: staff }, (_, column) => column).filter((column) => column !== alone);
  return [...tall.map((column) => ({ row: 5, column, rows: 2, columns: 1 })), ...[staff, staff + 2].map((column) => ({ row: 5, column, rows: 1, columns: 2 }))];
}

/** Schools of a type, each once. None found is no proof that there is none: only the form can say 0. */
function countType(schools: readonly School[], isCounted: (rows: readonly School[]) => boolean): number | null {
  if (schools.some((school) => school.type === null || school.pending !== null)) return null;
  const found = rowsBySchool(schools).filter(isCounted).length;
  return found === 0 ? null : found;
}

function largePoints(schools: readonly School[], least: number): number | null {
  const students = (school: School): number | null => stageFigure(school, "primary", "students")?.value ?? null;
  const points = schools.filter((school) => school.type === "teachingPoint");
  if (points.some((school) => students(school) === null)) return null;
  return countType(schools, ([school]) => school?.type === "teachingPoint" && (students(school) ?? 0) >= least);
}

/** Sum over every school of a stage, small 教学点 too; `null` as soon as one is missing. */
function sum(schools: readonly School[], fact: FactId, stage: Stage): number | null {
  if (schools.some((school) => school.pending !== null)) return null;
  const own = schools.filter((school) => school.stages.includes(stage) && school.type !== "special");
  const values = own.map((school) => stageFigure(school, stage, fact)?.value ?? null);
  return values.length === 0 || values.includes(null) ? null : values.reduce<number>((total, value) => total + (value ?? 0), 0);
}
