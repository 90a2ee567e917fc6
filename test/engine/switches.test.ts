import { explain, explainVariation, judge, plainFormula, remark, schoolNeed, switchTexts, switchTextsFor, VERDICTS } from "../../src/engine";
import type { School, Switches } from "../../src/engine";
import { DEFAULT_STANDARD, SWITCH_RULES } from "../../src/standards";
import { evaluate } from "./evaluate";
import { county, passing, school } from "./schools";

const A3 = 2;
const A5 = 4;
const EQUIPMENT = 5;
const run = (schools: readonly School[], switches: Switches): ReturnType<typeof judge> => judge(schools, DEFAULT_STANDARD, switches, SWITCH_RULES);
const verdictOf = (one: School, indicator: number, switches: Switches): string | undefined => VERDICTS[run([one], switches).codes[indicator]?.[0] ?? -1];

describe("R5, R6: switches are off, and said wherever they work", () => {
  test("nothing is said of switches that are off", () => {
    expect(switchTexts({}, SWITCH_RULES)).toEqual([]);
    expect(switchTexts({ compareRounded: false }, SWITCH_RULES)).toEqual([]);
  });

  test("a switch is said beside what it touches and nothing else", () => {
    const on: Switches = { compareRounded: true, reliefSizeBuilt: true };
    expect(switchTextsFor(on, SWITCH_RULES, "A1")).toEqual(["按口径：指标值和差异系数先按申报表位数四舍五入再比较"]);
    expect(switchTextsFor(on, SWITCH_RULES, "B4")).toEqual([expect.stringMatching(/^按口径：2010年底前/)]);
    expect(switchTextsFor(on, SWITCH_RULES, "B5")).toEqual([]);
  });

  test("a switch nobody worded is said by its name rather than not at all", () => {
    expect(switchTexts({ compareRounded: true }, [])).toEqual(["按口径：compareRounded"]);
  });

  test("the remark of a row names the switches of its indicators, not those of items", () => {
    const judgement = run(county(), { reliefSportArea: true, reliefSizeBuilt: true });
    expect(remark(judgement, 0, DEFAULT_STANDARD)).toBe("7项均达标；按口径：中心城区学校计入校内地下、楼顶和政府租借的校外运动场地");
  });
});

describe("R22, A3r: part-time 体育艺术教师 of 农村小规模学校 and 教学点", () => {
  const ON: Switches = { reliefSportArtTeachers: true };
  /** 80 pupils ask for 0.72 teachers; none of their own. */
  const small = (more: Parameters<typeof passing>[2] = {}, rest: Partial<School> = {}): School => passing("primary", 80, { sportArtTeachers: 0, partTimeSportArtTeachers: 1, ...more }, { location: "rural", ...rest });

  test.each([
    ["off", small(), {}, "unmet"],
    ["on", small(), ON, "met"],
    ["on, exactly fifty pupils", small({ students: 50 }), ON, "met"],
    ["on, forty-nine", small({ students: 49 }), ON, "unmet"],
    ["on, ninety-nine", small({ students: 99 }), ON, "met"],
    ["on, a hundred", small({ students: 100 }), ON, "unmet"],
    ["on, 镇区", small({}, { location: "town" }), ON, "unmet"],
    ["on, 城乡类型 not given", passing("primary", 80, { sportArtTeachers: 0, partTimeSportArtTeachers: 1 }), ON, "unmet"],
    ["on, a 教学点 whose 城乡类型 is not given", passing("primary", 80, { sportArtTeachers: 0, partTimeSportArtTeachers: 1 }, { type: "teachingPoint" }), ON, "met"],
    ["on, part-time blank", small({ partTimeSportArtTeachers: null }), ON, "unmet"],
    ["on, part-time negative", small({ partTimeSportArtTeachers: -1 }), ON, "unmet"],
    ["on, its own teachers blank", small({ sportArtTeachers: null }), ON, "undetermined"],
    ["on, one 小学部 of a larger school", small({}, { ownStageOnly: true }), ON, "unmet"],
    ["the other relief", small(), { reliefSportArea: true }, "unmet"],
  ] as const)("%s", (_title, one, switches, verdict) => {
    expect(verdictOf(one, A3, switches)).toBe(verdict);
  });

  test("the steps count them by name and cell, and the finding says the switch", () => {
    const finding = explain(run([small()], ON), 0, A3, DEFAULT_STANDARD);
    expect(finding.steps[0]).toMatch(/^体育艺术教师 = 体育、艺术 0（表!\w+7） \+ 交流轮岗、兼职、走教体育艺术 1（表!\w+7） = 1 人$/);
    expect(finding.inputs.map(({ term }) => term)).toContain("交流轮岗、兼职、走教体育艺术教师数");
    expect(finding.notes).toEqual(["按口径：农村小规模学校和教学点的交流轮岗、兼职、走教体育艺术教师计入体育、艺术教师"]);
    expect(explain(run([small()], ON), 0, A5, DEFAULT_STANDARD).notes).toEqual([]);
  });

  test("the plain Excel form adds the same cell", () => {
    const one = small();
    const cell = (fact: string): string => (one.figures[fact]?.school?.cell ?? "").replace("表!", "");
    const form = plainFormula(one, "primary", A3, DEFAULT_STANDARD, cell, ON);
    expect(form?.value).toBe(`(${cell("sportArtTeachers")}+${cell("partTimeSportArtTeachers")})*100/${cell("students")}`);
  });
});

describe("R22, A5r: grounds below, above and outside the school, in 城区", () => {
  const ON: Switches = { reliefSportArea: true };
  const crowded = (rest: Partial<School> = { location: "urban" }, more: Parameters<typeof passing>[2] = {}): School => passing("primary", 1000, { sportArea: 7000, extraSportArea: 500, ...more }, rest);

  test.each([
    ["off", crowded(), {}, "floor"],
    ["on, exactly the line", crowded(), ON, "met"],
    ["on, just below", crowded({ location: "urban" }, { extraSportArea: 499.99 }), ON, "floor"],
    ["on, 镇区", crowded({ location: "town" }), ON, "floor"],
    ["on, 城乡类型 not given", crowded({}), ON, "floor"],
  ] as const)("%s", (_title, one, switches, verdict) => {
    expect(verdictOf(one, A5, switches)).toBe(verdict);
  });

  test("R24: it is shared by weights as the rest of a 一贯制's grounds, also in what the school needs", () => {
    const nine = school("nineYear", { students: { primary: 100, junior: 100 }, sportArea: 1900, extraSportArea: 47.2727 }, { location: "urban" });
    const amounts = run([nine], ON).table.amounts[A5];
    expect((amounts?.[0] ?? 0) + (amounts?.[1] ?? 0)).toBeCloseTo(1947.2727, 6);
    const [without, with_] = [{}, ON].map((switches) => schoolNeed(nine, A5, DEFAULT_STANDARD, "line", switches));
    expect((without ?? 0) - (with_ ?? 0)).toBeCloseTo(47.2727, 6);
  });
});

describe("§I.1: compare after rounding to the form's places", () => {
  const ON: Switches = { compareRounded: true };
  // 4.195 rounds to the line of 4.2; 3.5649 does not reach 85 % when rounded, 3.565 does.
  test.each([
    [4195, {}, "floor"], [4195, ON, "met"], [4194, ON, "floor"], [4200, ON, "met"],
    [3565, {}, "unmet"], [3565, ON, "floor"], [3564, ON, "unmet"],
  ] as const)("%i teachers for 100,000 pupils under %j: %s", (teachers, switches, verdict) => {
    const one = passing("primary", 100000, { teachersAboveRequired: teachers });
    expect(verdictOf(one, 0, switches)).toBe(verdict);
    const form = plainFormula(one, "primary", 0, DEFAULT_STANDARD, (fact) => (fact === "students" ? "A1" : "B1"), switches);
    const cells = new Map([["A1", 100000], ["B1", teachers]]);
    expect([evaluate(form!.atLine, cells), evaluate(form!.atFloor, cells)]).toEqual([Number(verdict === "met"), Number(verdict !== "unmet")]);
  });

  test("the step compares the rounded number, and nothing is lacking of what rounding lifts", () => {
    const one = passing("primary", 100000, { teachersAboveRequired: 4195 });
    const finding = explain(run([one], ON), 0, 0, DEFAULT_STANDARD);
    expect(finding.steps.at(-1)).toBe("小学标准 4.2 人，其 85% 为 3.57 人：4.2 ≥ 4.2，达标");
    expect([finding.gap, finding.notes]).toEqual([0, ["按口径：指标值和差异系数先按申报表位数四舍五入再比较"]]);
    const atFloor = explain(run([passing("primary", 100000, { teachersAboveRequired: 3565 })], ON), 0, 0, DEFAULT_STANDARD);
    expect([atFloor.verdict, atFloor.gapToFloor, atFloor.gap]).toEqual(["floor", 0, 635]);
  });

  test("差异系数 of 0.5004 passes at three places, and fails as it is", () => {
    const schools = [...[1 - 0.5004, 1 + 0.5004].map((times, i) => passing("primary", 1000, { equipmentValue: 8_000_000 * times }, { name: `小学${String(i)}` })), passing("junior")];
    const [off, on] = [run(schools, {}), run(schools, ON)];
    expect([off.stages.primary.verdicts[EQUIPMENT], on.stages.primary.verdicts[EQUIPMENT]]).toEqual(["unmet", "met"]);
    expect(explainVariation(on, "primary", EQUIPMENT, DEFAULT_STANDARD).steps.at(-1)).toBe("0.500 ≤ 0.5，达标");
    expect(explainVariation(on, "primary", EQUIPMENT, DEFAULT_STANDARD).notes).toContain("按口径：指标值和差异系数先按申报表位数四舍五入再比较");
    expect(on.county.reasons.some(({ text }) => text.includes("校际差异系数"))).toBe(false);
  });

  test("reasons print what was compared", () => {
    const { reasons } = run(county(passing("primary", 100000, { teachersAboveRequired: 3564 }, { name: "丙小学" })), ON).county;
    expect(reasons.at(-1)?.text).toContain("每百名学生拥有高于规定学历教师数 3.56 人（不达标）");
  });
});
