import { composite, explain, gap, judge, remark, type School } from "../../src/engine";
import { findStandard } from "../../src/standards";
import examples from "../fixtures/worked-examples.json" with { type: "json" };
import { school } from "./schools";

const basic = findStandard("basic-2012")!;

const FACTS = ["teachingAreaNet", "sportArea", "equipmentValue", "computers", "books", "fullTimeTeachers", "teachersAboveRequired", "teachersIntermediate"] as const;

/** A 小学 or 初中 with `per` of every resource for each of its pupils. */
function evenly(name: string, stage: "primary" | "junior", pupils: number, per: number, more: Readonly<Record<string, number | null>> = {}, rest: Partial<School> = {}): School {
  return school(stage, { students: pupils, ...Object.fromEntries(FACTS.map((fact) => [fact, pupils * per])), ...more }, { name, ...rest });
}

/** Two schools of equal size with `1 − d` and `1 + d` of everything: every 差异系数 is exactly `d`. */
const pair = (stage: "primary" | "junior", d: number): School[] => [evenly(`${stage}甲`, stage, 1000, 1 - d), evenly(`${stage}乙`, stage, 1000, 1 + d)];

describe("基本均衡", () => {
  test("asks for eight indicators in the official order, and splits five resources of a 一贯制 but no teachers", () => {
    expect(basic.indicators.map(({ term }) => term)).toEqual([
      "生均教学及辅助用房面积", "生均体育运动场馆面积", "生均教学仪器设备值", "每百名学生拥有计算机台数", "生均图书册数", "师生比", "生均高于规定学历教师数", "生均中级及以上专业技术职务教师数",
    ]);
    expect(basic.indicators.map(({ formula }) => formula.split)).toEqual([true, true, true, true, true, false, false, false]);
  });

  test("is an earlier edition: in force from 2012 until it was finished nationwide in 2022", () => {
    expect([basic.effectiveFrom, basic.effectiveUntil]).toEqual(["2012", "2022"]);
  });

  test.each([
    [0.65, 0.55, "met", []], [0.651, 0.55, "unmet", ["小学"]], [0.65, 0.551, "unmet", ["初中"]], [0.66, 0.56, "unmet", ["小学", "初中"]], [0.1, 0.1, "met", []],
  ] as const)("小学 %f and 初中 %f: %s", (primary, junior, verdict, stages) => {
    const { county } = judge([...pair("primary", primary), ...pair("junior", junior)], basic);
    expect(county.verdict).toBe(verdict);
    expect(county.reasons.map(({ text }) => text.slice(0, 2))).toEqual(stages);
    expect(county.stages.primary.composite).toBeCloseTo(primary, 9);
    for (const { text } of county.reasons) expect(text).toContain("综合差异系数");
  });

  test("the mean decides: one indicator far beyond the limit does no harm while the mean keeps to it", () => {
    const uneven = [evenly("甲", "primary", 1000, 1, { books: 0 }), evenly("乙", "primary", 1000, 1, { books: 2000 }), ...pair("junior", 0.1)];
    const { county } = judge(uneven, basic);
    expect(county.stages.primary.variation[4]).toBeCloseTo(1, 9);
    expect(county.stages.primary.composite).toBeCloseTo(1 / 8, 9);
    expect(county.stages.primary.verdicts).toEqual(Array(8).fill("notApplicable"));
    expect(county.stages.primary.compositeVerdict).toBe("met");
    expect(county.verdict).toBe("met");
  });

  test("a figure missing leaves the county 数据不足, for there is no mean of seven (R9)", () => {
    const { county } = judge([...pair("primary", 0.1), evenly("丙", "primary", 1000, 1, { computers: null }), ...pair("junior", 0.1)], basic);
    expect(county.verdict).toBe("undetermined");
    expect(county.stages.primary.composite).toBeNull();
    expect(county.stages.primary.compositeVerdict).toBe("undetermined");
    expect(county.reasons.map(({ text }) => text).join()).toContain("计算机");
  });

  test("asks nothing of a single school: 不适用, no gap, and the explanation says why", () => {
    const judgement = judge([...pair("primary", 0.1), ...pair("junior", 0.1)], basic);
    expect(remark(judgement, 0, basic)).toBe("不设学校达标线，只看综合差异系数");
    const found = explain(judgement, 0, 3, basic);
    expect(found).toMatchObject({ verdict: "notApplicable", value: 90, gap: null });
    expect(found.steps.at(-1)).toBe("不设学校达标线，只看综合差异系数");
    expect(found.steps.join()).not.toMatch(/NaN/);
    expect(gap(judgement, 0, 0, basic, "line")).toBeNull();
  });

  test.each([
    ["民办", "10"], ["民办", "民办学校"], ["省级教育部门", "3"], ["地方企业", "9"], ["企业办学", "某企业"],
    ["省级", "省级教育部门"], ["省级, code and words", "3 省级教育部门"], ["地级", "5-地级教育部门"], ["code in two digits, full width", "０５"], ["市直属", "市直"], ["市级", "市级其他部门"], ["中央", "中央教育部门"],
  ])("%s schools (%s) and 教学点 are left out, by name and reason", (_, owner) => {
    const schools = [evenly("外校", "primary", 1000, 9, {}, { owner }), evenly("村小教学点", "primary", 80, 9, {}, { type: "teachingPoint" }), ...pair("primary", 0.1), ...pair("junior", 0.1)];
    const { table } = judge(schools, basic);
    expect(table.excluded.map((one) => one.school.name)).toEqual(["外校", "村小教学点"]);
    expect(table.excluded[0]?.reason).toContain(owner);
  });

  test.each(["7", "8", "县级教育部门", "7-县级教育部门", "县级市教育局", "区级教育部门", "71", null])("a school of the county (%s) is in", (owner) => {
    expect(judge([evenly("本校", "primary", 1000, 1, {}, { owner })], basic).table.count).toBe(1);
  });

  test("computers and books of a 九年一贯制 are split by weight: 376 pupils, 23,226 books, 58.5 for each of the 小学", () => {
    const { values } = judge([school("nineYear", { students: { primary: 166, junior: 210 }, books: 23226, computers: 397 })], basic);
    expect(values[4]?.[0]).toBeCloseTo(58.5, 1);
    expect(values[4]?.[1]).toBeCloseTo(58.5 * 1.1, 1);
    expect(values[3]?.[0]).toBeCloseTo(100, 9);
  });

  const published = examples.filter(({ kind }) => kind === "composite_8") as unknown as { readonly id: string; readonly inputs: { readonly cv: readonly number[] }; readonly expected: { readonly composite: number } }[];

  test("published rows to compare with are there", () => { expect(published.length).toBeGreaterThan(10); });

  test.each(published.map((one) => [one.id, one] as const))("%s: the published 综合差异系数 is the mean of its eight within 0.001", (_, { inputs, expected }) => {
    expect(inputs.cv).toHaveLength(8);
    expect(Math.abs((composite(inputs.cv) ?? Number.NaN) - expected.composite)).toBeLessThanOrEqual(0.001);
  });
});
