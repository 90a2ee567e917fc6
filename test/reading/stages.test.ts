import type { Cell, SheetBlock } from "../../src/grid/block";
import { readArgument, readWorkbook } from "../../src/reading";

function sheet(values: readonly (readonly Cell[])[], name = "数据"): SheetBlock {
  return { sheet: name, row: 0, column: 0, rows: values.length, columns: values[0]?.length ?? 0, values, merges: [], hiddenRows: [], hiddenColumns: [], tables: [] };
}
const rules = (values: readonly (readonly Cell[])[], name?: string) => readWorkbook([sheet(values, name)], {}).problems.map(({ rule }) => rule);
const facts = (heads: readonly string[]) => readArgument([["甲校", ...heads.slice(1).map(() => 10)]], [heads]).mapping.map(({ fact, scope }) => [fact, scope]);

describe("parts written flat beside their total belong to it", () => {
  test("在校生数 | 其中：小学 | 初中", () => {
    expect(facts(["学校名称", "在校生数", "其中：小学", "初中", "班级数"]).slice(1)).toEqual([["students", "school"], ["students", "primary"], ["students", "junior"], ["classes", "school"]]);
  });
  test("专任教师数 | 专科 | 本科 | 硕士研究生 | 博士研究生", () => {
    expect(facts(["学校名称", "专任教师数", "专科", "本科", "硕士研究生", "博士研究生"]).slice(2).map(([fact]) => fact)).toEqual(["teachersCollege", "teachersBachelor", "teachersMaster", "teachersDoctor"]);
  });
  test.each(["本科以上", "本科及以上", "其中：本科及以上学历", "本科以上人数"])("专任教师数 | %s", (heading) => {
    expect(facts(["学校名称", "专任教师数", heading])[2]).toEqual(["teachersBachelorOrAbove", "school"]);
  });
  test("本科以上 beside 在校生数 says nothing of teachers", () => {
    expect(facts(["学校名称", "在校生数", "本科以上"])[2]?.[0]).toBeNull();
  });
  test("小学 beside 在校生数 without 其中 stays what it was", () => {
    expect(facts(["学校名称", "在校生数", "小学"])[2]).toEqual([null, "primary"]);
  });
  test("years under one unmerged heading: this year's is taken, a plan is not", () => {
    const { tables } = readWorkbook([sheet([["学校名称", "在校生数", null], [null, "2025年", "2028年（规划）"], ["甲小学", 300, 400], ["乙小学", 310, 420]])], {});
    expect(tables[0]?.mapping.map(({ fact }) => fact)).toEqual(["name", "students", null]);
  });
});

describe("R18", () => {
  test("艺术教师（计） is the total, whatever its parts add up to", () => {
    const cells = [["学校名称", "学段", "在校生数", "体育教师数", "艺术教师（计）", "音乐教师", "美术教师"], ["甲小学", "小学", 300, 2, 3, 2, 1], ["乙小学", "小学", 300, 2, 5, 2, 1]];
    expect(rules(cells)).not.toContain("ambiguous");
  });
  test.each([[["专科学历教师数", "本科学历教师数"], true], [["本科学历教师数"], true], [["本科学历教师数", "研究生学历教师数"], false], [["专任教师数", "本科学历教师数", "硕士学历教师数"], false]])("%p: 本科 is asked whether it holds 研究生: %p", (heads, asked) => {
    const cells = [["学校名称", "学段", "在校生数", ...heads], ["丙中学", "初中", 600, ...heads.map((_, i) => 40 - i)]];
    expect(rules(cells).includes("ambiguous")).toBe(asked);
  });
});

describe("R12 a row's stage against its name and type", () => {
  const head = ["学校名称", "学段", "在校生数"];
  test.each(["九年一贯制", "十二年一贯制", "完全中学"])("学段 %s states the type", (stage) => {
    const [school] = readWorkbook([sheet([["学校名称", "学段", "小学在校生", "初中在校生"], ["育才学校", stage, 300, 200]])], {}).schools;
    expect([school?.pending, school?.type]).toEqual([null, { 九年一贯制: "nineYear", 十二年一贯制: "twelveYear", 完全中学: "complete" }[stage]]);
  });
  test("a suffix on the name of a school of two stages is asked about", () => {
    expect(rules([["学校名称", "在校生数"], ["某九年一贯制学校（小学部）", 300], ["乙小学", 310]])).toContain("split-unknown");
  });
  test.each([["初中", ["第三小学", null, 300], true], ["数据", ["某小学（初中部）", null, 300], true], ["数据", ["某初级中学", "小学", 300], true], ["数据", ["第三小学", "小学", 300], false], ["初中", ["第三中学", null, 300], false]] as const)("on the sheet %s, %p contradicts itself: %p", (name, row, told) => {
    expect(rules([head, row], name).includes("name-stage")).toBe(told);
  });
});

describe("R15 附设幼儿班", () => {
  test.each([[30, true], [0, false], [null, false]])("with %p children in its column is told: %p", (children, told) => {
    const { schools, problems } = readWorkbook([sheet([["学校名称", "学段", "在校生数", "附设幼儿班幼儿数"], ["甲小学", "小学", 300, children]])], {});
    expect(schools[0]?.hasKindergarten).toBe(told);
    expect(problems.some(({ rule, text }) => rule === "kindergarten" && text.includes("甲小学"))).toBe(told);
  });
});
