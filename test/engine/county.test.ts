import { judge, VERDICTS } from "../../src/engine";
import type { School } from "../../src/engine";
import { DEFAULT_STANDARD } from "../../src/standards";
import { county, passing } from "./schools";

const run = (...schools: School[]): ReturnType<typeof judge> => judge(schools, DEFAULT_STANDARD);
const texts = (...schools: School[]): string[] => run(...schools).county.reasons.map((reason) => reason.text);

describe("R3: the conclusion on resources", () => {
  test("passes when every school and every 差异系数 does, without reasons", () => {
    const { county: conclusion } = run(...county());
    expect(conclusion.verdict).toBe("met");
    expect(conclusion.reasons).toEqual([]);
  });

  test("fails with every failing school and 差异系数, each in one line", () => {
    const weak = passing("primary", 1000, { backboneTeachers: 0, multimediaRooms: 22 }, { name: "丙小学", place: "表!9" });
    const { county: conclusion } = run(...county(weak));
    expect(conclusion.verdict).toBe("unmet");
    expect(conclusion.reasons.map(({ stage, indicator, row }) => ({ stage, indicator, row }))).toEqual([
      { stage: "primary", indicator: 1, row: null },
      { stage: "primary", indicator: null, row: 2 },
    ]);
    expect(conclusion.reasons.map((reason) => reason.text)).toEqual([
      "小学“每百名学生拥有县级以上骨干教师数”校际差异系数 1.000，大于上限 0.5",
      "丙小学（小学，表!9）不达标：每百名学生拥有县级以上骨干教师数 0.00 人（不达标）、每百名学生拥有网络多媒体教室数 2.20 间（达到85%）",
    ]);
  });

  test("a failure decides although other schools miss data", () => {
    const weak = passing("primary", 1000, { backboneTeachers: 8 }, { name: "丙小学" });
    const blank = passing("junior", 1000, { backboneTeachers: null }, { name: "丁初中" });
    const { county: conclusion } = run(...county(weak, blank));
    expect(conclusion.verdict).toBe("unmet");
    expect(conclusion.reasons.every((reason) => reason.verdict === "unmet")).toBe(true);
  });

  test("without a failure, what is missing leaves it open and is named", () => {
    const blank = passing("junior", 1000, { backboneTeachers: null }, { name: "丁初中", place: "表!8" });
    expect(run(...county(blank)).county.verdict).toBe("undetermined");
    expect(texts(...county(blank))).toEqual([
      "初中“每百名学生拥有县级以上骨干教师数”校际差异系数数据不足：暂算（1/2 校）0.000，不作结论",
      "丁初中（初中，表!8）数据不足：每百名学生拥有县级以上骨干教师数（县级以上骨干教师数：表!F7为空，请补填）",
    ]);
  });

  test("what a school lacks twice is said once, with its indicators (R3)", () => {
    const blank = passing("junior", 1000, { students: null, indoorSportArea: 0 }, { name: "丁初中", place: "表!8" });
    const last = texts(...county(blank)).at(-1) ?? "";
    expect(last).toMatch(/^丁初中（初中，表!8）数据不足：每百名学生拥有高于规定学历教师数、.*每百名学生拥有网络多媒体教室数（在校生数：表!D7为空，请补填）$/);
  });

  test("one stage only is no county: the other is asked for", () => {
    const { county: conclusion } = run(passing("primary"));
    expect(conclusion.verdict).toBe("undetermined");
    expect(conclusion.reasons[0]?.text).toBe("没有参评的初中数据，请加入初中所在的工作表");
  });

  test("nothing at all is undetermined", () => {
    expect(run().county.verdict).toBe("undetermined");
  });

  test("a value that only rounding would lift to its line is printed with the decimals that show it", () => {
    const near = passing("primary", 100000, { multimediaRooms: 1950, teachersAboveRequired: 4199 }, { name: "丙小学" });
    expect(texts(...county(near)).at(-1)).toContain("每百名学生拥有高于规定学历教师数 4.199 人（达到85%）");
    expect(texts(...county(near)).at(-1)).toContain("每百名学生拥有网络多媒体教室数 1.95 间（不达标）");
  });
});

describe("R9: 差异系数 with gaps", () => {
  const blank = passing("primary", 1000, { multimediaRooms: null }, { name: "丙小学" });

  test("is null as soon as one school lacks the resource; the figure over the rest is provisional", () => {
    const other = passing("primary", 1000, { multimediaRooms: 46 }, { name: "丁小学" });
    const { primary } = run(...county(blank, other)).county.stages;
    expect(primary.variation[6]).toBeNull();
    expect(primary.provisional[6]).toBeCloseTo(1 / 3, 12);
    expect(primary.counted[6]).toBe(2);
    expect(primary.rows).toBe(3);
    expect(primary.verdicts[6]).toBe("undetermined");
    expect(primary.composite).toBeNull();
    expect(primary.variation[0]).toBe(0);
  });

  test("is null for all seven when a school lacks its pupils", () => {
    const { primary } = run(...county(passing("primary", 1000, { students: null }))).county.stages;
    expect(primary.variation).toEqual(Array(7).fill(null));
  });

  test("a school held until somebody answers counts as lacking", () => {
    const { primary } = run(...county(passing("primary", 1000, {}, { pending: "请确认" }))).county.stages;
    expect(primary.variation).toEqual(Array(7).fill(null));
    expect(primary.counted).toEqual(Array(7).fill(1));
  });

  test("a school at zero stays in", () => {
    const zero = passing("primary", 1000, { multimediaRooms: 0 });
    expect(run(...county(zero)).county.stages.primary.variation[6]).toBeCloseTo(1, 12);
  });

  test("a county mean of 0 has no 差异系数", () => {
    const { primary } = run(passing("primary", 1000, { multimediaRooms: 0 })).county.stages;
    expect([primary.means[6], primary.variation[6], primary.verdicts[6]]).toEqual([0, null, "undetermined"]);
  });

  test("pupils typed 0 leave both sums and do not spoil the figure", () => {
    const { primary } = run(...county(passing("primary", 1000, { students: 0 }))).county.stages;
    expect(primary.variation).toEqual(Array(7).fill(0));
  });
});

describe("limits of 差异系数 (R4)", () => {
  // Two schools of equal size at m(1 ± c) have a 差异系数 of exactly c.
  test.each([
    ["primary", 0.5, "met"],
    ["primary", 0.500001, "unmet"],
    ["primary", 0.4999, "met"],
    ["junior", 0.45, "met"],
    ["junior", 0.450001, "unmet"],
  ] as const)("%s at %f is %s", (stage, c, verdict) => {
    const schools = [1 - c, 1 + c].map((times) => passing(stage, 1000, { equipmentValue: 8_000_000 * times }));
    const summary = run(...schools).county.stages[stage];
    expect(summary.variation[5]).toBeCloseTo(c, 12);
    expect(summary.verdicts[5]).toBe(verdict);
  });
});

test("R25: the summary counts rows, verdicts and who reaches each line; 达到85% does not count as reaching", () => {
  const schools = [
    passing("primary"),
    passing("primary", 1000, { backboneTeachers: 9 }),
    passing("primary", 1000, { backboneTeachers: 8 }),
    passing("primary", 1000, { backboneTeachers: null }),
  ];
  const judged = run(...schools);
  const { primary } = judged.stages;
  expect(Array.from(judged.verdicts, (code) => VERDICTS[code])).toEqual(["met", "met", "unmet", "undetermined"]);
  expect([primary.rows, primary.met, primary.unmet, primary.undetermined]).toEqual([4, 2, 1, 1]);
  expect(primary.students).toBe(4000);
  expect(primary.reached).toEqual([4, 1, 4, 4, 4, 4, 4]);
});
