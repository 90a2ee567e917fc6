import type { Cell } from "../../src/grid/block";
import { ITEM_FACTS } from "../../src/standards";
import { both, col, wholeIdentity, wholePeople, wholeThings } from "./columns";
import { COUNTY, type ModelSchool, type StageName } from "./county";
import { expected } from "./expected";
import type { Sample } from "./samples";
import { layOut, toWorkbook, toWorksheet, type Column } from "./sheet";

/** The county's other sheets (县级填报表与名册): what a bureau keeps beside its sheet of schools. */
const WORDS: Readonly<Record<StageName, string>> = { primary: "小学", junior: "初中" };
const GRADES: Readonly<Record<StageName, readonly string[]>> = { primary: ["一", "二", "三", "四", "五", "六"], junior: ["七", "八", "九"] };
const stagesOf = (school: ModelSchool): StageName[] => (["primary", "junior"] as const).filter((stage) => school.students[stage] !== undefined);

/** Pupils of each class: as even as can be, so that they add up to the stage's. */
export function classSizes(school: ModelSchool, stage: StageName): number[] {
  const [pupils, classes] = [school.students[stage] ?? 0, school.classes[stage] ?? 0];
  return Array.from({ length: classes }, (_, i) => Math.floor(pupils / classes) + (i < pupils % classes ? 1 : 0));
}

export function classSheet(schools: readonly ModelSchool[]): Cell[][] {
  const rows = schools.flatMap((school) => stagesOf(school).flatMap((stage) => classSizes(school, stage).map((size, i): Cell[] => {
    const grade = `${GRADES[stage][i % GRADES[stage].length] ?? ""}年级`;
    return [school.name, grade, `${grade}${String(Math.floor(i / GRADES[stage].length) + 1)}班`, size];
  })));
  return [["某县义务教育学校班级名册"], ["学校名称", "年级", "班级", "班级人数"], ...rows];
}

/** Music and art rooms: one each per twelve classes begun, of just the size asked, the last one too small in the schools named. */
export function roomSheet(schools: readonly ModelSchool[], tooSmall: readonly string[]): Cell[][] {
  const rows = schools.flatMap((school) => {
    const count = Math.ceil(both(school, (stage) => school.classes[stage]) / 12);
    return ([["音乐教室", 96], ["美术教室", 90]] as const).flatMap(([name, area]) =>
      Array.from({ length: count }, (_, i): Cell[] => [school.name, `${name}${String(i + 1)}`, name, i === count - 1 && tooSmall.includes(school.name) && name === "音乐教室" ? area - 0.5 : area]));
  });
  return [["学校", "教室名称", "用途", "使用面积（平方米）"], ...rows];
}

/** One row per teacher, so that counting them gives the county's staff. */
export function rosterSheet(schools: readonly ModelSchool[]): Cell[][] {
  const rows = schools.flatMap((school) => stagesOf(school).flatMap((stage) => {
    const staff = school.staff[stage];
    if (!staff) return [];
    const degrees = [...Array<string>(staff.college).fill("大学专科"), ...Array<string>(staff.bachelor).fill("大学本科"), ...Array<string>(staff.master).fill("硕士研究生"), ...Array<string>(staff.doctor).fill("博士研究生")];
    const subjects = [...Array<string>(staff.sport).fill("体育"), ...Array<string>(staff.music).fill("音乐"), ...Array<string>(staff.art).fill("美术")];
    return Array.from({ length: staff.full + 1 }, (_, i): Cell[] => [
      school.name, WORDS[stage], `${WORDS[stage]}教师${String(i + 1)}`, i === staff.full ? "工勤人员" : "专任教师", degrees[i] ?? "高中阶段", subjects[staff.full - 1 - i] ?? "语文",
      i >= staff.full - staff.backbone && i < staff.full ? "县级骨干" : "无", "有", 360 + i,
    ]);
  }));
  return [["学校", "任教学段", "教师姓名", "岗位类别", "最高学历", "任教学科", "骨干教师级别", "教师资格证", "近五年培训学时"], ...rows];
}

/** The county form with the given answers, else as its examples; `null` leaves a line open. */
export function formSheet(answers: Readonly<Record<string, Cell>>, filled = true): Cell[][] {
  const facts = ITEM_FACTS.filter(({ id }) => id.startsWith("county."));
  const roster = /^county\.(?:primary|junior|nineYear|complete|twelveYear|special|teachingPoints)/;
  const lines = facts.map((fact): Cell[] => [fact.group, fact.term, fact.id in answers ? answers[fact.id] ?? null : filled && !roster.test(fact.id) ? fact.example : null, fact.unit]);
  return [["某县义务教育优质均衡县级填报表"], ["数据时点：2025年9月1日"], ["指标", "填报项目", "填报值", "单位"], ...lines];
}

/** 表Ⅰ as it is in the county of the samples, worked out from its schools. */
export function rosterAnswers(schools: readonly ModelSchool[]): Record<string, Cell> {
  const count = (type: ModelSchool["type"]) => schools.filter((school) => school.type === type).length;
  const sum = (of: (school: ModelSchool) => number | undefined) => schools.reduce((all, school) => all + (of(school) ?? 0), 0);
  return {
    "county.primarySchools": count("小学"), "county.juniorSchools": count("初级中学"), "county.nineYearSchools": count("九年一贯制学校"),
    "county.primaryStudents": sum(({ students }) => students.primary), "county.juniorStudents": sum(({ students }) => students.junior),
    "county.primaryClasses": sum(({ classes }) => classes.primary), "county.juniorTeachers": sum(({ staff }) => staff.junior?.full),
  };
}

const plainSheet = (cells: Cell[][]) => toWorksheet({ cells, merges: [] });
const main = (columns: readonly Column<ModelSchool>[]) => toWorksheet(layOut(columns, COUNTY, { merge: true }));
const [students, teachers] = [wholePeople("stage below").slice(0, 2), wholePeople("stage below")];

export const listSamples: readonly Sample[] = [
  { name: "41-教师名册补教师数", rows: expected(), rules: ["list-filled"], quiet: ["list-differs", "no-students", "blank"], build: () => toWorkbook({ 学校数据表: main([...wholeIdentity, ...students, ...wholeThings]), 教师名册: plainSheet(rosterSheet(COUNTY)) }) },
  {
    name: "42-校表加三种名册与县级填报表", rows: expected(), rules: ["list-filled"], quiet: ["list-differs", "roster-differs", "county-word", "blank", "duplicate-school"],
    build: () => toWorkbook({ 学校数据表: main([...wholeIdentity, ...teachers, ...wholeThings]), 班级名册: plainSheet(classSheet(COUNTY)), 专用教室名册: plainSheet(roomSheet(COUNTY, [])), 教师名册: plainSheet(rosterSheet(COUNTY)), 县级填报表: plainSheet(formSheet(rosterAnswers(COUNTY))) }),
  },
  { name: "43-县级填报表只填一半", rows: expected(), rules: ["county-blank"], quiet: ["county-word"], build: () => toWorkbook({ 学校数据表: main([...wholeIdentity, ...teachers, ...wholeThings]), 县级填报表: plainSheet(formSheet({ "county.layoutReasonable": "是", "county.rotationEligible": 600, "county.rotated": 72 }, false)) }) },
  {
    name: "44-互相矛盾的数", rows: expected(), rules: ["county-exceeds", "county-word", "county-percent", "list-differs", "list-unknown-school", "roster-differs", "item-exceeds"],
    build: () => toWorkbook({
      学校数据表: main([...wholeIdentity, ...teachers, ...wholeThings, col("持有教师资格证的专任教师数", (school) => both(school, (stage) => school.staff[stage]?.full) + (school.name === "河西镇小学" ? 1 : 0))]),
      班级名册: plainSheet([...classSheet(COUNTY), ["撤并小学", "一年级", "一年级1班", 12], ["河西镇小学", "一年级", "一年级9班", 3]]),
      县级填报表: plainSheet(formSheet({ ...rosterAnswers(COUNTY), "county.primarySchools": 5, "county.rotated": 601, "county.basicYear": "前年", "county.recognition": 0.915 })),
    }),
  },
];
