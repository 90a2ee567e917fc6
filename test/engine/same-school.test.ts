import { baseName, rowsBySchool, schoolKeys, typeOfRows, type School, type SchoolType, type Stage } from "../../src/engine";

interface Given extends Partial<Omit<School, "name" | "stages">> {
  readonly stage?: Stage | readonly Stage[];
}

/** A row of a sheet; of one stage, and that stage's alone, unless said otherwise. */
function row(name: string, { stage = "primary", ...rest }: Given = {}): School {
  return { name, code: null, type: null, owner: null, town: null, place: `表!${name}`, stages: typeof stage === "string" ? [stage] : stage, ownStageOnly: true, pending: null, hasKindergarten: false, figures: {}, ...rest };
}

const junior = (name: string, rest: Given = {}): School => row(name, { stage: "junior", ...rest });
const whole = (name: string, rest: Given = {}): School => row(name, { stage: ["primary", "junior"], type: "nineYear", ownStageOnly: false, ...rest });
const grouped = (schools: readonly School[]): string[] => rowsBySchool(schools).map((rows) => rows.map((one) => String(schools.indexOf(one))).join("+"));

describe("rows of one school (同一所学校)", () => {
  test.each<readonly [title: string, rows: readonly School[], groups: readonly string[]]>([
    ["（小学部） and （初中部） without codes", [row("丙学校（小学部）"), row("乙小学"), junior("丙学校（初中部）")], ["0+2", "1"]],
    ["brackets of both widths and a space between", [row("丙学校(小学部)"), junior("丙学校 （初中部）")], ["0+1"]],
    ["小学部 and 初中部 without brackets", [row("丙学校小学部"), junior("丙学校_初中")], ["0+1"]],
    ["one name, a 学段 column", [row("丙学校"), junior("丙学校")], ["0+1"]],
    ["a part named by its suffix, though no column says that its figures are its own", [row("丙学校（小学部）", { ownStageOnly: false }), junior("丙学校（初中部）")], ["0+1"]],
    ["one code, other names", [row("东风小学部", { code: "A1" }), junior("东风中学部", { code: "A1" })], ["0+1"]],
    ["one code, towns written differently", [row("东风（小学部）", { code: "A1", town: "东乡" }), junior("东风（初中部）", { code: "A1", town: "东乡镇" })], ["0+1"]],
    ["one name, two codes", [row("丙学校（小学部）", { code: "A1" }), junior("丙学校（初中部）", { code: "A2" })], ["0", "1"]],
    ["one name, a code in one row only", [row("丙学校（小学部）", { code: "A1" }), junior("丙学校（初中部）")], ["0+1"]],
    ["one name in two towns", [row("中心学校（小学部）", { town: "东乡" }), junior("中心学校（初中部）", { town: "西乡" })], ["0", "1"]],
    ["one name, a town in one row only", [row("中心学校（小学部）", { town: "东乡" }), junior("中心学校（初中部）")], ["0+1"]],
    ["one name in two towns, each in two rows", [row("中心学校", { town: "东乡" }), row("中心学校", { town: "西乡" }), junior("中心学校", { town: "西乡" }), junior("中心学校", { town: "东乡" })], ["0+3", "1+2"]],
    ["two whole schools of one name", [whole("中心学校"), whole("中心学校")], ["0", "1"]],
    ["two whole schools of one code", [whole("中心学校", { code: "A1" }), whole("中心学校", { code: "A1" })], ["0", "1"]],
    ["a whole school and a part of the same name", [whole("丙学校"), junior("丙学校（初中部）")], ["0", "1"]],
    ["two rows of the same stage", [row("丙学校（小学部）"), row("丙学校（小学部）")], ["0", "1"]],
    ["three rows, two of the same stage", [row("丙学校"), row("丙学校"), junior("丙学校")], ["0+2", "1"]],
    ["other names", [row("甲小学"), junior("乙中学")], ["0", "1"]],
  ])("%s", (_title, rows, groups) => {
    expect(grouped(rows)).toEqual(groups);
  });

  test("keys stay the same when the rows stand in another order, and tell two towns apart", () => {
    const rows = [row("中心学校（小学部）", { town: "东乡" }), junior("中心学校（初中部）", { town: "东乡" }), row("中心学校", { town: "西乡" }), row("乙小学"), row("丁学校（小学部）"), junior("丁学校（初中部）", { code: "A9" })];
    const keys = ["中心学校（东乡）", "中心学校（东乡）", "中心学校（西乡）", "乙小学", "A9", "A9"];
    expect(rows.map((one) => schoolKeys(rows).get(one))).toEqual(keys);
    expect(rows.map((one) => schoolKeys([...rows].reverse()).get(one))).toEqual(keys);
  });

  test.each<readonly [types: readonly (readonly [SchoolType | null, Stage])[], type: SchoolType | null]>([
    [[["primary", "primary"]], "primary"],
    [[["primary", "primary"], ["junior", "junior"]], "nineYear"],
    [[[null, "primary"], [null, "junior"]], "nineYear"],
    [[["primary", "primary"], ["twelveYear", "junior"]], "twelveYear"],
    [[["teachingPoint", "primary"]], "teachingPoint"],
    [[[null, "primary"]], null],
  ])("rows of types %j are a school of type %s", (types, type) => {
    expect(typeOfRows(types.map(([own, stage]) => row("丙学校", { type: own, stage })))).toBe(type);
  });

  test.each([["示范学校（初中部）", "示范学校"], ["示范学校(小学)", "示范学校"], ["示范学校-初中", "示范学校"], ["示范学校高中部", "示范学校"], ["甲小学", "甲小学"], ["初中部", "初中部"], ["乙初中", "乙初中"]])("%s without its stage is %s", (name, base) => {
    expect(baseName(name)).toBe(base);
  });
});
