import type { WorkBook } from "@e965/xlsx";
import type { Cell } from "../../src/grid/block";
import { COUNTY, type ModelSchool } from "./county";
import { expected } from "./expected";
import type { Sample } from "./samples";
import { toWorkbook, toWorksheet } from "./sheet";

/** What a school fills in: label left, value right. */
function lines(school: ModelSchool): [string, string, Cell][] {
  const list: [string, string, Cell][] = [["学校名称", "", school.name], ["学校标识码", "", school.code], ["办学类型", "", school.type]];
  for (const [stage, word] of [["primary", "小学"], ["junior", "初中"]] as const) {
    const staff = school.staff[stage];
    if (!staff) continue;
    list.push(
      [`${word}在校生数`, "人", school.students[stage] ?? null], [`${word}专任教师总人数`, "人", staff.full], [`专科学历教师人数（${word}）`, "人", staff.college], [`本科学历教师人数（${word}）`, "人", staff.bachelor],
      [`硕士研究生毕业学历教师人数（${word}）`, "人", staff.master], [`博士研究生毕业学历教师人数（${word}）`, "人", staff.doctor], [`县级及以上骨干教师人数（${word}）`, "人", staff.backbone],
      [`体育专任教师人数（${word}）`, "人", staff.sport], [`音乐专任教师人数（${word}）`, "人", staff.music], [`美术专任教师人数（${word}）`, "人", staff.art],
    );
  }
  if (school.students.senior) list.push(["高中在校生数", "人", school.students.senior]);
  return [...list, ["寄宿生人数", "人", 20], ["教学及辅助用房总面积", "平方米", school.teachingArea], ["室内体育用房面积", "平方米", school.indoorSport], ["运动场地面积", "平方米", school.field], ["教学仪器设备资产值（账面原值）", "万元", school.equipment / 10000], ["网络多媒体教室间数", "间", school.multimedia]];
}

/** One form per sheet: 填报项目, 计量单位, 填报值. */
export function formBook(schools: readonly ModelSchool[]): WorkBook {
  return toWorkbook(Object.fromEntries(schools.map((school) => [sheetName(school), toWorksheet({ cells: [["学校信息采集表"], ["序号", "填报项目", "计量单位", "填报值", "填报说明"], ...lines(school).map(([label, unit, value], i): Cell[] => [i + 1, label, unit, value, ""])], merges: [{ row: 0, column: 0, rows: 1, columns: 5 }] })])));
}

const sheetName = (school: ModelSchool) => school.name.slice(0, 20);

export const formSamples: readonly Sample[] = [
  {
    name: "24-填报项目填报值-一校一表", rows: expected(), rules: [],
    build: () => formBook(COUNTY),
  },
  {
    name: "25-竖式表-左标签右数值", rows: expected(), rules: [],
    build: () => toWorkbook(Object.fromEntries(COUNTY.map((school, k) => [`${String(k + 1)}`, toWorksheet({ cells: lines(school).map(([label, unit, value]): Cell[] => [unit === "" ? `${label}：` : `${label}（${unit}）`, value]), merges: [] })]))),
  },
  {
    name: "26-竖式表-两组标签并排", rows: expected(), rules: [],
    build: () => toWorkbook(Object.fromEntries(COUNTY.map((school, k) => {
      const all = lines(school).map(([label, unit, value]): Cell[] => [unit === "" ? label : `${label}（${unit}）`, value]);
      const half = Math.ceil(all.length / 2);
      return [`校${String(k + 1)}`, toWorksheet({ cells: [["基本情况登记表"], ...all.slice(0, half).map((row, i): Cell[] => [...row, ...(all[half + i] ?? [null, null])])], merges: [] })];
    }))),
  },
];
