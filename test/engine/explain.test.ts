import { explain, explainVariation, judge, remark } from "../../src/engine";
import type { Finding, School, Stage, Switches } from "../../src/engine";
import { DEFAULT_STANDARD } from "../../src/standards";
import { county, passing, school } from "./schools";

function finding(one: School, indicator: number, row = 0, switches: Switches = {}): Finding {
  return explain(judge([one], DEFAULT_STANDARD, switches), row, indicator, DEFAULT_STANDARD);
}

describe("a finding can be checked by hand", () => {
  test("the sum names each figure and its cell, then the ratio, then the line", () => {
    const found = finding(school("primary", { students: 1000, teachersCollege: 12, teachersBachelor: 30 }), 0);
    expect(found.steps).toEqual([
      "高于规定学历教师 = 专科 12（表!E7） + 本科 30（表!F7） = 42 人",
      "每百名学生拥有高于规定学历教师数 = 42 × 100 ÷ 1000（表!D7） = 4.2 人",
      "小学标准 4.2 人，其 85% 为 3.57 人：4.2 ≥ 4.2，达标",
    ]);
    expect(found.inputs.map(({ term, value, cell }) => [term, value, cell])).toEqual([
      ["专科学历教师数", 12, "表!E7"],
      ["本科学历教师数", 30, "表!F7"],
      ["在校生数", 1000, "表!D7"],
    ]);
    expect(found).toMatchObject({ verdict: "met", value: 4.2, line: 4.2, floor: 3.57, gap: 0, gapToFloor: 0, gapUnit: "人", missing: [], notes: [] });
    expect(found.clause).toMatchObject({ document: "教督〔2017〕6号", section: "一、资源配置（一）" });
  });

  test("a split names pupils, weights and share", () => {
    const found = finding(school("nineYear", { students: { primary: 1200, junior: 1500 }, teachingAreaNet: 12000 }), 3, 1);
    expect(found.steps).toEqual([
      "按官方权重拆分：小学 1200（表!D7） + 初中 1500（表!E7） × 1.1 = 2850，初中份额 = 1500 × 1.1 ÷ 2850",
      "教学及辅助用房 = 12000（表!F7） × 1500 × 1.1 ÷ 2850 ≈ 6947.368421 ㎡",
      "生均教学及辅助用房面积 = 6947.368421 ÷ 1500（表!E7） ≈ 4.631579 ㎡",
      "初中标准 5.8 ㎡，其 85% 为 4.93 ㎡：4.631579 < 4.93，不达标",
    ]);
    expect(found.inputs.map(({ term }) => term)).toEqual(["教学及辅助用房面积（已扣除室内体育用房）", "小学在校生数", "初中在校生数"]);
  });

  test("a value between 85 % and the line says both", () => {
    expect(finding(passing("primary", 1000, { backboneTeachers: 9 }), 1).steps.at(-1)).toBe("小学标准 1 人，其 85% 为 0.85 人：0.9 < 1，但 ≥ 0.85，达到85%");
  });

  test("a value a hair below its line is printed with the decimals that show it", () => {
    expect(finding(passing("primary", 1000, { equipmentValue: 1999999.9998 }), 5).steps.at(-1)).toContain("1999.9999998 < 2000");
  });

  test("a figure kept in another unit says what the cell holds", () => {
    const found = finding(passing("primary", 200, { equipmentValue: { value: 389000, cell: "表!O25", written: "38.9 万元" } }), 5);
    expect(found.steps[0]).toContain("389000（表!O25 填的是 38.9 万元）");
  });

  test("a ratio found in the sheet says so", () => {
    const found = finding(school("primary", { ratioMultimedia: { value: 2.5, cell: "表!Q7", places: 1 } }), 6);
    expect(found.steps[0]).toBe("每百名学生拥有网络多媒体教室数 = 2.5（表!Q7） 间（依据表中生均值）");
    expect(found.inputs[0]).toMatchObject({ fact: "ratioMultimedia", value: 2.5, cell: "表!Q7" });
  });

  test("运动场地 that alone suffices says what it rests on (R14)", () => {
    const found = finding(school("primary", { students: 100, sportFieldArea: 800, indoorSportArea: null }), 4);
    expect(found).toMatchObject({ verdict: "met", value: null });
    expect(found.steps).toEqual([
      "体育运动场馆 = 800（表!E7） ㎡",
      "生均体育运动场馆面积 = 800 ÷ 100（表!D7） = 8 ㎡",
      "小学标准 7.5 ㎡，其 85% 为 6.375 ㎡：8 ≥ 7.5，达标",
    ]);
    expect(found.notes.join()).toContain("仅凭运动场地面积已达到标准");
  });

  test.each([
    ["primary", 4196, "四舍五入到 2 位小数为 4.20，看似达标；按未取整数值 4.196 判定为达到85%"],
    ["junior", 4504.9, "四舍五入到 2 位小数为 4.50"],
    ["primary", 3566, "四舍五入到 2 位小数为 3.57，看似达到85%；按未取整数值 3.566 判定为不达标"],
    ["primary", 4190, ""],
  ] as const)("where rounding would turn the verdict of a %s with %f teachers for 100,000 pupils, it says so", (stage, teachers, note) => {
    const notes = finding(passing(stage, 100000, { teachersAboveRequired: teachers }), 0).notes.join();
    if (note === "" || stage === "junior") expect(notes).toBe("");
    else expect(notes).toBe(note);
  });
});

describe("what is missing is named with its remedy", () => {
  test.each([
    ["a blank cell", passing("primary", 1000, { multimediaRooms: { value: null, cell: "表!P7", why: "P7 为空，请补填" } }), 6, ["网络多媒体教室数：P7 为空，请补填"]],
    ["a blank without a reason", passing("primary", 1000, { multimediaRooms: { value: null, cell: "表!P7" } }), 6, ["网络多媒体教室数为空（表!P7），请补填"]],
    ["a negative figure", passing("primary", 1000, { multimediaRooms: { value: -4, cell: "表!P7" } }), 6, ["网络多媒体教室数为负数 -4（表!P7），请更正"]],
    ["no column at all", school("primary", { students: 100 }), 6, ["表中没有“网络多媒体教室数”一列，请补充该列"]],
    ["one column of two", school("primary", { students: 100, teachingArea: 500 }), 3, ["表中没有“室内体育用房面积”一列，请补充该列"]],
    ["no pupils", school("primary", { students: { value: null, cell: "表!D7" }, multimediaRooms: 9 }), 6, ["在校生数为空（表!D7），请补填"]],
    ["a blank ready ratio where there are no totals (R10)", school("primary", { ratioMultimedia: { value: null, cell: "表!P7", why: "P7 为空，请补填" } }), 6, ["每百名学生拥有网络多媒体教室数：P7 为空，请补填"]],
    ["no 高中 pupils", school("complete", { students: { junior: 100 }, multimediaRooms: 9 }), 6, ["缺少高中在校生数，请补填"]],
  ] as const)("%s", (_, one, indicator, missing) => {
    const found = finding(one, indicator);
    expect(found.verdict).toBe("undetermined");
    expect(found.missing).toEqual(missing);
    expect(found.steps).toEqual([]);
  });

  test("every undetermined finding says at least one thing to do", () => {
    const bare = school("nineYear", {});
    for (const row of [0, 1]) for (let k = 0; k < 7; k++) expect(finding(bare, k, row).missing.length).toBeGreaterThan(0);
  });

  test("asking for a row or an indicator that is not there is our own mistake", () => {
    expect(() => finding(passing("primary"), 7)).toThrow(RangeError);
    expect(() => finding(passing("primary"), 0, 3)).toThrow(RangeError);
  });
});

describe("备注 of a row", () => {
  const remarkOf = (one: School, switches: Switches = {}): string => remark(judge([one], DEFAULT_STANDARD, switches), 0, DEFAULT_STANDARD);

  test.each([
    ["all met", passing("primary"), "7项均达标"],
    ["one at 85 %", passing("primary", 1000, { backboneTeachers: 9 }), "达标6项；达到85%：骨干教师"],
    ["failing, at 85 % and missing", passing("primary", 1000, { backboneTeachers: 9, multimediaRooms: 3, sportArea: null }), "达标4项；不达标：网络多媒体教室；达到85%：骨干教师；数据不足：体育运动场馆"],
    ["with 附设幼儿班", passing("primary", 1000, {}, { hasKindergarten: true }), "7项均达标；含附设幼儿班"],
    ["held", passing("primary", 1000, {}, { pending: "请确认办学类型" }), "数据不足：请确认办学类型"],
  ])("%s", (_, one, text) => {
    expect(remarkOf(one)).toBe(text);
  });

  test("names ratios and switches (R5, R10)", () => {
    expect(remarkOf(school("primary", { ratioMultimedia: { value: 2.5, cell: null } }))).toContain("依据表中生均值");
    expect(remarkOf(passing("primary"), { shareTeachersByStudents: true })).toContain("按口径");
  });
});

describe("差异系数 explains itself", () => {
  const explained = (stage: Stage, indicator: number, ...schools: School[]): ReturnType<typeof explainVariation> => {
    return explainVariation(judge(schools, DEFAULT_STANDARD), stage, indicator, DEFAULT_STANDARD);
  };

  test("mean, S and 差异系数 in steps, schools by their share of S²", () => {
    const found = explained("primary", 6, passing("primary", 100, { multimediaRooms: 3 }, { name: "甲" }), passing("primary", 300, { multimediaRooms: 15 }, { name: "乙" }));
    expect(found.steps).toEqual([
      "全县平均值 = 资源合计 18 间 × 100 ÷ 在校生合计 400 = 4.5 间",
      "标准差 S = √Σ[各校在校生 ÷ 在校生合计 ×（各校值 − 全县平均值）²] = √0.75 ≈ 0.866025，例如甲：100 ÷ 400 ×（3 − 4.5）² = 0.5625",
      "差异系数 = S ÷ 全县平均值 = 0.866025 ÷ 4.5 ≈ 0.19245",
      "0.192 ≤ 0.5，达标",
    ]);
    expect(found.shares.map(({ school: { name }, share }) => [name, share])).toEqual([["甲", 0.75], ["乙", 0.25]]);
    expect(found).toMatchObject({ verdict: "met", missing: [], notes: [] });
  });

  test("with a gap it is provisional, names who lacks what, and never passes", () => {
    const found = explained("primary", 6, ...county(passing("primary", 300, { multimediaRooms: null }, { name: "丙小学", place: "表!9" })));
    expect(found.verdict).toBe("undetermined");
    expect(found.steps.at(-1)).toContain("差异系数（暂算，1/2 校）");
    expect(found.missing).toEqual(["缺数据的学校：丙小学（表!9）"]);
  });

  test("where three decimals would turn the verdict it says so", () => {
    const c = 0.5003;
    const found = explained("primary", 5, ...[1 - c, 1 + c].map((times) => passing("primary", 1000, { equipmentValue: 8_000_000 * times })));
    expect(found.verdict).toBe("unmet");
    expect(found.steps.at(-1)).toBe("0.5003 > 0.5，不达标");
    expect(found.notes[0]).toBe("四舍五入到 3 位小数为 0.500，看似达标；按未取整数值判定");
  });

  test("one school alone has 0 and is marked", () => {
    expect(explained("junior", 0, passing("junior"))).toMatchObject({ variation: 0, notes: ["仅1所"] });
  });
});
