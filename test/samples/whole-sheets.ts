import type { Cell } from "../../src/grid/block";
import { both, col, number, wholeIdentity, wholePeople, wholeThings } from "./columns";
import { COUNTY, type ModelSchool } from "./county";
import { expected } from "./expected";
import type { Sample } from "./samples";
import { layOut, toWorkbook, toWorksheet, type Column } from "./sheet";

const full: readonly Column<ModelSchool>[] = [...wholeIdentity, ...wholePeople("stage below"), ...wholeThings];

/** A statistics export: five heading rows and some 300 columns, most of which say nothing about the seven indicators. */
function wide(): Column<ModelSchool>[] {
  const noise = (heading: string, count: number): Column<ModelSchool>[] =>
    Array.from({ length: count }, (_, i) => col<ModelSchool>(`${heading} › 第${String(i + 1)}项 › 计`, ({ teachingArea }) => (teachingArea % 97) + i));
  const students = (["primary", "junior"] as const).flatMap((stage) => {
    const word = stage === "primary" ? "小学" : "初中";
    const at = (leaf: string, of: (school: ModelSchool) => Cell): Column<ModelSchool> => col(`学生情况 › ${word} › 在校生数 › ${leaf}`, of);
    return [
      at("合计", (school) => school.students[stage] ?? null), at("其中：女", (school) => Math.floor((school.students[stage] ?? 0) / 2)),
      at("一年级", (school) => Math.floor((school.students[stage] ?? 0) / 6)), at("寄宿生", () => 12),
      col<ModelSchool>(`学生情况 › ${word} › 毕业生数`, () => 77), col<ModelSchool>(`学生情况 › ${word} › 招生数`, () => 88), col<ModelSchool>(`学生情况 › ${word} › 随迁子女在校生`, () => 9),
    ];
  });
  const teachers = (["primary", "junior"] as const).flatMap((stage) => {
    const word = stage === "primary" ? "小学" : "初中";
    const at = (leaf: string, of: (school: ModelSchool) => Cell): Column<ModelSchool> => col(`教职工情况 › ${word} › 专任教师 › ${leaf}`, of);
    const staff = (school: ModelSchool) => school.staff[stage];
    return [
      col<ModelSchool>(`教职工情况 › ${word} › 教职工数 › 计`, (school) => (staff(school)?.full ?? 0) + 6),
      at("计", (school) => staff(school)?.full ?? null), at("其中：女", (school) => Math.floor((staff(school)?.full ?? 0) / 2)),
      at("按学历分 › 博士研究生毕业", (school) => staff(school)?.doctor ?? null), at("按学历分 › 硕士研究生毕业", (school) => staff(school)?.master ?? null),
      at("按学历分 › 本科毕业", (school) => staff(school)?.bachelor ?? null), at("按学历分 › 专科毕业", (school) => staff(school)?.college ?? null), at("按学历分 › 高中阶段毕业", () => 0),
      at("#按授课课程分 › 体育与健康", (school) => staff(school)?.sport ?? null),
      at("#按授课课程分 › 艺术 › 计", (school) => { const one = staff(school); return one ? one.music + one.art : null; }),
      at("#按授课课程分 › 艺术 › 音乐", (school) => staff(school)?.music ?? null), at("#按授课课程分 › 艺术 › 美术", (school) => staff(school)?.art ?? null),
      at("#按授课课程分 › 数学", () => 8), at("县级以上骨干教师", (school) => staff(school)?.backbone ?? null),
      col<ModelSchool>(`教职工情况 › ${word} › 代课教师`, () => 1), col<ModelSchool>(`教职工情况 › ${word} › 兼任教师`, () => 2),
    ];
  });
  const buildings: Column<ModelSchool>[] = [
    col("学校占地面积（平方米） › 计", () => 20000), col("学校占地面积（平方米） › 其中 › 绿化用地面积", () => 3000), col("学校占地面积（平方米） › 其中 › 运动场地面积", ({ field }) => field),
    col("本学年校舍建筑面积（平方米） › 计", ({ teachingArea }) => teachingArea * 2), col("本学年校舍建筑面积（平方米） › 教学及辅助用房 › 计", ({ teachingArea }) => teachingArea),
    col("本学年校舍建筑面积（平方米） › 教学及辅助用房 › 教室", ({ teachingArea }) => teachingArea / 2), col("本学年校舍建筑面积（平方米） › 教学及辅助用房 › 公共教学用房 › 室内体育用房", ({ indoorSport }) => indoorSport),
    col("本学年校舍建筑面积（平方米） › 行政办公用房", () => 500), col("上学年校舍建筑面积（平方米） › 教学及辅助用房", () => 1), col("正在施工校舍建筑面积（平方米） › 教学及辅助用房", () => 0),
    col("教室（间） › 计", () => 60), col("教室（间） › 其中：网络多媒体教室", ({ multimedia }) => multimedia), col("图书（册）", () => 20000), col("计算机数（台） › 计", () => 120),
    col("固定资产总值（万元） › 计", () => 9000), col("固定资产总值（万元） › 其中：教学仪器设备资产值 › 计", ({ equipment }) => equipment / 10000), col("固定资产总值（万元） › 其中：教学仪器设备资产值 › 当年新增", () => 12),
  ];
  return [...wholeIdentity, col("学校标识码", ({ code }) => code), col("所在乡镇", ({ town }) => town), ...students, ...noise("办学条件补充", 110), ...teachers, ...noise("安全与后勤", 100), ...buildings];
}

const plainSheet = (columns: readonly Column<ModelSchool>[], options: Parameters<typeof layOut>[2] = {}, rows: readonly (ModelSchool | Cell[])[] = COUNTY) => toWorksheet(layOut(columns, rows, options));

/** Rows with a 小计 after each 乡镇 and a 合计 at the end. */
function withSubtotals(columns: readonly Column<ModelSchool>[]): (ModelSchool | Cell[])[] {
  const towns = [...new Set(COUNTY.map(({ town }) => town))];
  const sums = (schools: readonly ModelSchool[], name: string): Cell[] => columns.map(({ path, of }, j): Cell => {
    if (path[0] === "学校名称") return name;
    if (j < 3) return null;
    return schools.reduce((sum, school, i) => sum + Number(of(school, i) ?? 0), 0);
  });
  return [...towns.flatMap((town) => {
    const schools = COUNTY.filter((school) => school.town === town);
    return [...schools, sums(schools, `${town}小计`)];
  }), sums(COUNTY, "全县合计")];
}

export const wholeSamples: readonly Sample[] = [
  { name: "01-综表-五行标题三百列", rows: expected(), rules: [], quiet: ["ambiguous"], build: () => toWorkbook({ 综表: plainSheet(wide(), { title: "某县2025年教育事业统计综表", unitLine: "单位：人、平方米、万元", merge: true, letters: "甲乙" }) }) },
  { name: "02-单行标题", rows: expected(), rules: [], build: () => toWorkbook({ Sheet1: plainSheet([...wholeIdentity, ...wholePeople("stage in name"), ...wholeThings]) }) },
  { name: "03-标题单位与合并标题", rows: expected(), rules: [], build: () => toWorkbook({ 数据: plainSheet(full, { title: "某县义务教育学校基本情况表", unitLine: "单位：人、㎡、万元、间", merge: true }) }) },
  { name: "04-未合并的分组标题", rows: expected(), rules: [], build: () => toWorkbook({ 数据: plainSheet(full, { merge: false }) }) },
  { name: "05-乡镇小计与合计", rows: expected(), rules: ["totals-skipped"], build: () => toWorkbook({ 汇总: plainSheet(full, { merge: true, notes: ["注：数据来源于2025年教育事业统计年报。", "填表人：张某    审核人：李某"] }, withSubtotals(full)) }) },
  {
    name: "06-隐藏行列", rows: expected(), rules: ["hidden-rows", "hidden-columns"],
    build: () => toWorkbook({ 数据: toWorksheet(layOut(full, COUNTY, { merge: true }), { rows: [4, 5], columns: [6] }) }),
  },
  {
    name: "07-年报导出-字母行与行号列", rows: expected(), rules: [],
    build: () => {
      const sheet = layOut(full.map((column) => ({ ...column, path: column.path.map((text) => text.replace("数", "_x000D_数")) })), COUNTY, { title: "教育事业统计年报", merge: true, letters: "甲乙" });
      const cells: Cell[][] = [["A", ...Array.from({ length: full.length }, (_, j) => String.fromCharCode(66 + (j % 24)))], ...sheet.cells.map((row): Cell[] => ["", ...row])];
      cells.slice(1).forEach((row, i) => { row[0] = i + 1; });
      cells.forEach((row, i) => row.forEach((cell, j) => { if (cell === null && j > 4 && i > 5) row[j] = "*"; }));
      return toWorkbook({ 年报: toWorksheet({ cells, merges: sheet.merges.map((area) => ({ ...area, row: area.row + 1, column: area.column + 1 })) }) });
    },
  },
  {
    name: "08-文本数字与千分位", rows: expected(), rules: ["text-number"],
    build: () => toWorkbook({ 数据: plainSheet(full.map((column, j): Column<ModelSchool> => j < 3 ? column : { ...column, of: (school, i) => {
      const value = column.of(school, i);
      return typeof value !== "number" ? value : j % 3 === 0 ? value.toLocaleString("en-US") : j % 3 === 1 ? String(value).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))) : ` ${String(value)} `;
    } }), { merge: true }) }),
  },
  {
    name: "09-单位写在数里", rows: expected(), rules: ["text-number"],
    build: () => toWorkbook({ 数据: plainSheet(full.map((column): Column<ModelSchool> => {
      const unit = /面积|用房/.test(column.path[0] ?? "") ? "㎡" : /教室/.test(column.path[0] ?? "") ? "间" : /资产/.test(column.path[0] ?? "") ? "万元" : /生|教师/.test(column.path[0] ?? "") ? "人" : "";
      return unit === "" ? column : { ...column, of: (school, i) => { const value = column.of(school, i); return value === null ? null : `${String(value)}${unit}`; } };
    }), { merge: true }) }),
  },
  { name: "10-设备值以元填报", rows: expected(), rules: [], build: () => toWorkbook({ 数据: plainSheet([...full.slice(0, -2), col("教学仪器设备值（元）", ({ equipment }) => equipment), ...full.slice(-1)]) }) },
  { name: "11-设备值单位只在表头行", rows: expected(), rules: [], build: () => toWorkbook({ 数据: plainSheet([...full.slice(0, -2), col("教学仪器设备资产值", ({ equipment }) => equipment / 10000), ...full.slice(-1)], { title: "办学条件", unitLine: "单位：万元", merge: true }) }) },
  { name: "12-一校两表分列", rows: expected(), rules: ["tables-joined"], quiet: ["no-students", "type-unknown", "types-proposed"], build: () => toWorkbook({ 学生与教师: plainSheet([...wholeIdentity, ...wholePeople("stage below")], { merge: true }), 校舍与设备: plainSheet([number(), col("学校名称", ({ name }) => name), ...wholeThings]) }) },
  {
    name: "13-没人列过的标题", rows: expected(), rules: [],
    build: () => toWorkbook({ 台账: plainSheet([
      col("序", (_, i) => i + 1), col("校名", ({ name }) => name), col("学校类别", ({ type }) => type),
      col("小学生总数", ({ students }) => students.primary ?? null), col("初中生总数", ({ students }) => students.junior ?? null), col("学校总人口", (school) => both(school, (stage) => school.students[stage]) + 50),
      col("小学大专及以上专任教师", ({ staff: { primary } }) => primary ? primary.college + primary.bachelor + primary.master + primary.doctor : null),
      col("初中大学本科及以上专任教师", ({ staff: { junior } }) => junior ? junior.bachelor + junior.master + junior.doctor : null),
      col("小学县级及以上骨干", ({ staff: { primary } }) => primary?.backbone ?? null), col("初中县级及以上骨干", ({ staff: { junior } }) => junior?.backbone ?? null),
      col("小学体音美教师总数", ({ staff: { primary } }) => primary ? primary.sport + primary.music + primary.art : null), col("初中体音美教师总数", ({ staff: { junior } }) => junior ? junior.sport + junior.music + junior.art : null),
      col("校舍中教学及辅助用房(平米)", ({ teachingArea }) => teachingArea), col("室内体育用房(平米)", ({ indoorSport }) => indoorSport), col("操场面积(平米)", ({ field }) => field),
      col("教学设备原值(万)", ({ equipment }) => equipment / 10000), col("多媒体教学教室数", ({ multimedia }) => multimedia),
    ]) }),
  },
];
