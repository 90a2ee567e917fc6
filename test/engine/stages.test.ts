import { judge, explain, STAGES, splitAmount, tabulate, VERDICTS } from "../../src/engine";
import type { Judgement, School, Switches } from "../../src/engine";
import { DEFAULT_STANDARD, SWITCH_RULES } from "../../src/standards";
import { county, figures, passing, resources, school } from "./schools";

function rows(schools: readonly School[], switches: Switches = {}): string[] {
  const table = tabulate(schools, DEFAULT_STANDARD, switches);
  return table.schools.map((one, row) => `${one.name} ${STAGES[table.stage[row]!]}`);
}

function codes(judged: Judgement, indicator: number): (string | undefined)[] {
  return Array.from(judged.codes[indicator]!, (code) => VERDICTS[code]);
}

const run = (...schools: School[]): Judgement => judge(schools, DEFAULT_STANDARD);

describe("which rows a sheet's schools become", () => {
  test("every compulsory stage is a row, 小学 before 初中, schools in the sheet's order", () => {
    const schools = [
      passing("junior", 300, {}, { name: "丙" }),
      school("nineYear", { students: { primary: 100, junior: 200 } }, { name: "甲" }),
      school("twelveYear", { students: { primary: 100, junior: 200, senior: 300 } }, { name: "丁" }),
      school("complete", { students: { junior: 200, senior: 300 } }, { name: "乙" }),
    ];
    expect(rows(schools)).toEqual(["丙 junior", "甲 primary", "甲 junior", "丁 primary", "丁 junior", "乙 junior"]);
  });

  test("a row that is one stage of a larger school is that stage and is not split", () => {
    const one = school("nineYear", { students: 500, ...resources("primary", 500) }, { stages: ["primary"], ownStageOnly: true });
    const judged = run(one);
    expect(rows([one])).toEqual(["第一学校 primary"]);
    expect(VERDICTS[judged.verdicts[0]!]).toBe("met");
    expect(judged.values[3]![0]).toBeCloseTo(4.5, 12);
  });

  test("a school whose stage nothing settles is in no row and keeps the county from passing (R12)", () => {
    const unknown = school(null, { students: 500 }, { name: "某中学", pending: "学段不明，请确认办学类型" });
    const judged = judge(county(unknown), DEFAULT_STANDARD);
    expect(judged.table.unsettled).toEqual([{ school: unknown, reason: "学段不明，请确认办学类型" }]);
    expect(judged.county.verdict).toBe("undetermined");
    expect(judged.county.stages.primary.variation).toEqual(Array(7).fill(null));
    expect(judged.county.stages.primary.provisional).toEqual(Array(7).fill(0));
    expect(judged.county.reasons.map((reason) => reason.text)).toContain("某中学（表!7）数据不足：学段不明，请确认办学类型");
  });

  test("a school that waits for an answer is undetermined although every figure would pass", () => {
    const judged = run(passing("primary", 1000, {}, { pending: "请确认是否已拆分" }));
    expect(VERDICTS[judged.verdicts[0]!]).toBe("undetermined");
    expect(explain(judged, 0, 3, DEFAULT_STANDARD).missing).toEqual(["请确认是否已拆分"]);
  });
});

describe("R16: who is not evaluated", () => {
  test.each([
    ["teachingPoint", 49, false],
    ["teachingPoint", 50, true],
    ["primary", 49, true],
    ["special", 300, false],
    ["vocational", 300, false],
    ["kindergarten", 300, false],
  ] as const)("a %s of %i pupils is in: %s", (type, students, isIn) => {
    const table = tabulate([school(type, { students, ...resources("primary", 50) })], DEFAULT_STANDARD);
    expect([table.count, table.excluded.length, Array.from(table.held)]).toEqual(isIn ? [1, 0, [0]] : [0, 1, []]);
    if (!isIn) expect(table.excluded[0]?.reason).toMatch(/不参/);
  });

  test("a 高级中学 is out, one with a 附设初中班 is in with its 初中 alone", () => {
    const alone = school("senior", { students: { senior: 800 } }, { name: "高中" });
    const withClasses = school("senior", { students: { junior: 100, senior: 800 } }, { name: "高中附设初中班" });
    expect(rows([alone, withClasses])).toEqual(["高中附设初中班 junior"]);
  });

  test("type unknown and under 50 pupils: asked, undetermined until answered", () => {
    const judged = run(passing("primary", 49, {}, { type: null, stages: ["primary"] }), passing("primary", 50, {}, { type: null, stages: ["primary"] }));
    expect(Array.from(judged.verdicts, (code) => VERDICTS[code])).toEqual(["undetermined", "met"]);
    expect(explain(judged, 0, 0, DEFAULT_STANDARD).missing[0]).toContain("请确认是否为教学点");
  });

  test("a 教学点 without its pupils cannot be placed and is undetermined", () => {
    const judged = run(school("teachingPoint", { students: null, ...resources("primary", 50) }));
    expect(VERDICTS[judged.verdicts[0]!]).toBe("undetermined");
    expect(explain(judged, 0, 0, DEFAULT_STANDARD).missing[0]).toContain("教学点缺在校生数");
  });

  test("R9: pupils typed 0 leave the row out of both sums, listed with the cell", () => {
    const table = tabulate([school("primary", { students: 0, multimediaRooms: 3 })], DEFAULT_STANDARD);
    expect(table.count).toBe(0);
    expect(table.excluded[0]?.reason).toContain("小学在校生数为 0（表!D7）");
  });

  test("a 九年一贯制 whose 初中 has not begun keeps its 小学 row, which gets everything", () => {
    const one = school("nineYear", { students: { primary: 200, junior: 0 }, teachingAreaNet: 900 });
    const judged = run(one);
    expect(rows([one])).toEqual(["第一学校 primary"]);
    expect(judged.values[3]![0]).toBeCloseTo(4.5, 12);
    expect(judged.table.excluded[0]?.reason).toContain("初中在校生数为 0");
  });
});

describe("splitting A4–A7", () => {
  test.each([
    ["nineYear", { primary: 1200, junior: 1500 }, { primary: 1200 / 2850, junior: 1650 / 2850 }],
    ["twelveYear", { primary: 1200, junior: 1500, senior: 1500 }, { primary: 1200 / 4830, junior: 1650 / 4830 }],
    ["complete", { junior: 1500, senior: 1500 }, { junior: 1500 / 3300 }],
  ] as const)("a %s is split by the official weights", (type, students, shares) => {
    const table = tabulate([school(type, { students, equipmentValue: 1_000_000 })], DEFAULT_STANDARD);
    const amounts = Array.from(table.amounts[5]!);
    expect(amounts.length).toBe(Object.keys(shares).length);
    Object.values(shares).forEach((share, row) => expect(amounts[row]).toBeCloseTo(share * 1_000_000, 6));
  });

  test("stage columns are taken as they are and never split again", () => {
    const one = school("nineYear", { students: { primary: 100, junior: 100 }, multimediaRooms: { primary: 5, junior: 3, school: 8 } });
    expect(Array.from(tabulate([one], DEFAULT_STANDARD).amounts[6]!)).toEqual([5, 3]);
  });

  test("one stage given and the other blank: the blank one is missing, the whole is not split beside it", () => {
    const judged = run(school("nineYear", { students: { primary: 100, junior: 100 }, multimediaRooms: { primary: 5, junior: null, school: 8 } }));
    expect(codes(judged, 6)).toEqual(["met", "undetermined"]);
    expect(explain(judged, 1, 6, DEFAULT_STANDARD).missing.join()).toContain("请补填");
  });

  test("both stage cells blank and the whole given: the whole is split", () => {
    const one = school("nineYear", { students: { primary: 100, junior: 100 }, multimediaRooms: { primary: null, junior: null, school: 21 } });
    const amounts = Array.from(tabulate([one], DEFAULT_STANDARD).amounts[6]!);
    expect(amounts[0]).toBeCloseTo(10, 12);
    expect(amounts[1]).toBeCloseTo(11, 12);
  });

  test.each([
    ["twelveYear", { primary: 100, junior: 100 }],
    ["complete", { junior: 100 }],
    ["complete", { junior: 100, senior: null }],
    ["nineYear", { primary: 100, junior: null }],
  ] as const)("R12: a %s whose other stages' pupils are missing has A4–A7 undetermined", (type, students) => {
    const judged = run(school(type, { students, teachingAreaNet: 9e6, sportArea: 9e6, equipmentValue: 9e9, multimediaRooms: 9e4 }));
    for (const indicator of [3, 4, 5, 6]) expect(new Set(codes(judged, indicator))).toEqual(new Set(["undetermined"]));
    expect(explain(judged, 0, 3, DEFAULT_STANDARD).missing.join()).toMatch(/(高中|初中)在校生数/);
  });

  test.each([
    ["junior", { primary: 100, junior: 100 }, 2],
    ["primary", { primary: 100, junior: 100 }, 2],
    ["senior", { junior: 100, senior: 100 }, 1],
  ] as const)("R15: classes attached to a %s are split by the same weights and judged in their stage", (type, students, count) => {
    const table = tabulate([school(type, { students, multimediaRooms: 42 })], DEFAULT_STANDARD);
    const [first] = Array.from(table.amounts[6]!);
    expect(table.count).toBe(count);
    expect(first).toBeCloseTo(type === "senior" ? 42 / 2.2 : 20, 12);
  });

  test("R15: 附设幼儿班 is computed unsplit and said so", () => {
    const judged = run(passing("primary", 1000, {}, { hasKindergarten: true }));
    expect(judged.values[3]![0]).toBeCloseTo(4.5, 12);
    expect(explain(judged, 0, 3, DEFAULT_STANDARD).notes).toContain("含附设幼儿班");
  });

  test("splitAmount gives each stage there is its part and nothing to one that is not", () => {
    const { primary, junior, senior } = splitAmount(2850, { primary: 1200, junior: 1500 }, DEFAULT_STANDARD);
    expect(primary).toBeCloseTo(1200, 9);
    expect(junior).toBeCloseTo(1650, 9);
    expect(senior).toBeUndefined();
    expect(splitAmount(100, { junior: 30 }, DEFAULT_STANDARD)).toEqual({ junior: 100 });
    expect(splitAmount(100, {}, DEFAULT_STANDARD)).toEqual({});
    expect(splitAmount(100, { primary: 10, junior: Number.NaN }, DEFAULT_STANDARD).primary).toBeNaN();
  });
});

describe("R13: teachers in one column for two stages", () => {
  const one = school("nineYear", { students: { primary: 100, junior: 300 }, backboneTeachers: 8 });

  test("are undetermined in both stages, with the remedy", () => {
    const judged = run(one);
    expect(codes(judged, 1)).toEqual(["undetermined", "undetermined"]);
    expect(explain(judged, 0, 1, DEFAULT_STANDARD).missing).toEqual(["县级以上骨干教师数（表!F7）为全校合计，不能拆分，请补填小学部、初中部教师数"]);
  });

  test("are shared by pupils under the switch, which is said on every finding", () => {
    const judged = judge([one], DEFAULT_STANDARD, { shareTeachersByStudents: true }, SWITCH_RULES);
    expect(Array.from(judged.table.amounts[1]!)).toEqual([2, 6]);
    expect(explain(judged, 0, 1, DEFAULT_STANDARD).notes.join()).toContain("按口径：一贯制学校教师按在校生数分摊（仅测算）");
    expect(explain(judged, 0, 3, DEFAULT_STANDARD).notes.join()).not.toContain("按口径");
  });

  test("given by stage they are taken as they are, with or without the switch", () => {
    const byStage = school("nineYear", { students: { primary: 100, junior: 300 }, backboneTeachers: { primary: 3, junior: 5 } });
    for (const shareTeachersByStudents of [false, true]) {
      expect(Array.from(tabulate([byStage], DEFAULT_STANDARD, { shareTeachersByStudents }).amounts[1]!)).toEqual([3, 5]);
    }
  });
});

describe("R14: sport rooms", () => {
  const value = (given: Record<string, number | null>, indicator: number): number => run(school("primary", { students: 100, ...given })).values[indicator]![0]!;

  test("室内体育用房 is subtracted in A4", () => {
    expect(value({ teachingArea: 500, indoorSportArea: 50 }, 3)).toBe(4.5);
  });

  test("a column that is already net is not subtracted again", () => {
    expect(value({ teachingAreaNet: 450, teachingArea: 500, indoorSportArea: 50 }, 3)).toBe(4.5);
  });

  test("学校体育馆 is added in A5, and 室内体育用房 then is not", () => {
    expect(value({ sportFieldArea: 700, gymArea: 50, indoorSportArea: 30 }, 4)).toBe(7.5);
  });

  test("without a gym column 室内体育用房 is added", () => {
    expect(value({ sportFieldArea: 700, indoorSportArea: 50 }, 4)).toBe(7.5);
  });

  test.each([{ indoorSportArea: null }, {}])("室内体育用房 missing %p: A4 is undetermined", (given) => {
    const judged = run(school("primary", { students: 100, teachingArea: 9000, ...given }));
    expect(codes(judged, 3)).toEqual(["undetermined"]);
    expect(explain(judged, 0, 3, DEFAULT_STANDARD).missing.join()).toContain("室内体育用房");
  });

  test.each([
    [750, "met"],
    [749, "undetermined"],
    [600, "undetermined"],
  ] as const)("室内体育用房 missing: A5 with %i ㎡ of 运动场地 for 100 pupils is %s", (sportFieldArea, verdict) => {
    const judged = run(school("primary", { students: 100, sportFieldArea, indoorSportArea: null }));
    expect(codes(judged, 4)).toEqual([verdict]);
    expect(judged.values[4]![0]).toBeNaN();
    expect(judged.stages.primary.variation[4]).toBeNull();
    const finding = explain(judged, 0, 4, DEFAULT_STANDARD);
    expect(finding.steps.length > 0).toBe(verdict === "met");
    expect(finding.gap).toBe(verdict === "met" ? 0 : null);
  });

  test("室内体育用房 larger than all rooms is absurd: undetermined, with both cells", () => {
    const judged = run(school("primary", { students: 100, teachingArea: 50, indoorSportArea: 80 }));
    expect(codes(judged, 3)).toEqual(["undetermined"]);
    expect(explain(judged, 0, 3, DEFAULT_STANDARD).missing).toEqual(["教学及辅助用房面积（表!E7） − 室内体育用房面积（表!F7） 小于 0，请核对"]);
  });
});

describe("R18: degrees and subjects", () => {
  const amount = (type: "primary" | "junior", indicator: number, given: Record<string, number | null>): number => {
    return tabulate([school(type, { students: 100, ...given })], DEFAULT_STANDARD).amounts[indicator]![0]!;
  };
  const degrees = { teachersCollege: 12, teachersBachelor: 30, teachersMaster: 4, teachersDoctor: 1 };

  test.each([
    ["小学 counts 专科 and up", "primary", degrees, 47],
    ["初中 counts 本科 and up", "junior", degrees, 35],
    ["研究生 stands for 硕士 and 博士, they are not added to it", "junior", { ...degrees, teachersPostgraduate: 5 }, 35],
    ["专科及以上 is cumulative", "primary", { ...degrees, teachersCollegeOrAbove: 47 }, 47],
    ["本科及以上 with 专科 beside it makes 小学's figure", "primary", { teachersCollege: 12, teachersBachelorOrAbove: 35 }, 47],
    ["本科及以上 is 初中's figure", "junior", { teachersBachelorOrAbove: 35, teachersMaster: 4 }, 35],
    ["the ready figure wins", "primary", { ...degrees, teachersAboveRequired: 46 }, 46],
    ["专科及以上 says nothing about 初中", "junior", { teachersCollegeOrAbove: 47 }, Number.NaN],
    ["本科及以上 alone says nothing certain about 小学", "primary", { teachersBachelorOrAbove: 35 }, Number.NaN],
    ["a blank degree column is missing", "primary", { ...degrees, teachersMaster: null }, Number.NaN],
  ] as const)("%s", (_, type, given, expected) => {
    expect(amount(type, 0, given)).toBe(expected);
  });

  test.each([
    ["体育 + 音乐 + 美术", { sportTeachers: 3, musicTeachers: 2, fineArtTeachers: 2 }, 7],
    ["体育 + 艺术（计）, its parts not added", { sportTeachers: 3, musicTeachers: 2, fineArtTeachers: 2, artTeachersTotal: 5 }, 8],
    ["艺术 beside 音乐 and 美术 is added", { sportTeachers: 3, musicTeachers: 2, fineArtTeachers: 2, artTeachers: 1 }, 8],
    ["the ready figure wins", { sportArtTeachers: 9, sportTeachers: 3, musicTeachers: 2, fineArtTeachers: 2 }, 9],
    ["美术 without a column is missing", { sportTeachers: 3, musicTeachers: 2 }, Number.NaN],
  ] as const)("A3: %s", (_, given, expected) => {
    expect(amount("primary", 2, given)).toBe(expected);
  });
});

test("figures of other scopes do not leak into a stage", () => {
  const one = school("primary", {}, { figures: figures({ students: { primary: 100 }, multimediaRooms: { junior: 50, primary: 2 } }) });
  expect(Array.from(tabulate([one], DEFAULT_STANDARD).amounts[6]!)).toEqual([2]);
});
