import type { ClassBand, ListedClass, ListedRoom, School, Stage, Switches } from "../../../src/engine";
import { form, found, good, item, judged } from "./counties";

type Given = Parameters<typeof good>[1];

/** One school beside another that passes. */
const alone = (school: School, id: string, more: Parameters<typeof item>[1] = {}): ReturnType<typeof item> => item(id, { schools: [school], ...more });

function rooms(music: readonly (number | null)[], fineArt: readonly (number | null)[]): { rooms: ListedRoom[] } {
  const list = (kind: ListedRoom["kind"], areas: readonly (number | null)[]): ListedRoom[] => areas.map((area, i) => ({ kind, area, cell: `专用教室名册!${kind}${String(i)}` }));
  return { rooms: [...list("music", music), ...list("fineArt", fineArt)] };
}

function classes(sizes: readonly (number | null)[], stage: Stage | null = null): { classes: ListedClass[] } {
  return { classes: sizes.map((students, i) => ({ stage, students, cell: `班级名册!D${String(i + 2)}` })) };
}

function band(from: number, to: number | null, count: number | null, stage: Stage | null = null): ClassBand {
  return { stage, from, to, classes: { value: count, cell: `表!${String(from)}` } };
}

const NO_SIZE: Given = { largestClass: {}, classesOverLimit: {} };
const NO_ROOMS: Given = { musicRooms: {}, musicRoomsQualified: {}, fineArtRooms: {}, fineArtRoomsQualified: {} };

describe("B3: 音乐、美术专用教室", () => {
  test.each<readonly [count: number | null, music: readonly (number | null)[], fineArt: readonly number[], verdict: string, why: string]>([
    [12, [96], [90], "met", "exactly twelve classes and exactly the areas"],
    [13, [96], [90], "unmet", "one class more asks for a second room of each"],
    [13, [96, 96], [90, 90], "met", "two of each"],
    [24, [96, 96], [90, 89.99], "unmet", "one 美术 room just below its area"],
    [24, [96, 95.99], [90, 90], "unmet", "one 音乐 room just below its area"],
    [24, [96, null], [90, 90], "undetermined", "a room without its area"],
    [24, [96, 96, null], [90, 90], "met", "a room without its area that is not needed"],
    [24, [null], [90, 90], "unmet", "too few rooms whatever their areas"],
    [6, [96], [90], "met", "fewer than twelve classes still ask for one of each (R6)"],
    [6, [96], [], "unmet", "no 美术 room in the list"],
    [6, [], [], "unmet", "a list without either"],
    [0, [96], [90], "undetermined", "no classes although there are pupils"],
    [null, [96], [90], "undetermined", "classes blank"],
  ])("%s classes with %j and %j ㎡ are %s: %s", (count, music, fineArt, verdict) => {
    expect(alone(good("primary", { classes: count, ...NO_ROOMS }, rooms(music, fineArt)), "B3").verdict).toBe(verdict);
  });

  test.each<readonly [given: Given, verdict: string, why: string]>([
    [{ musicRoomsQualified: 2, fineArtRoomsQualified: 2 }, "met", "counts of rooms of full size"],
    [{ musicRoomsQualified: 1, fineArtRoomsQualified: 2 }, "unmet", "one too few"],
    [{ musicRooms: 1, fineArtRooms: 5, fineArtRoomsQualified: 2 }, "unmet", "all rooms of a kind too few, whatever their areas"],
    [{ musicRooms: 2, fineArtRooms: 2 }, "undetermined", "rooms whose areas nobody gave"],
    [{ musicRoomsQualified: null, fineArtRoomsQualified: 2 }, "undetermined", "a blank is no 0 (R7)"],
    [{}, "undetermined", "nothing about rooms"],
  ])("counts %j are %s: %s", (given, verdict) => {
    const finding = alone(good("primary", { classes: 24, ...NO_ROOMS, ...given }), "B3");
    expect(finding.verdict).toBe(verdict);
    expect(finding.lacks.length > 0).toBe(verdict === "undetermined");
  });

  test("the sentence counts every school it speaks of: what each came to adds up", () => {
    const schools = [good("primary"), good("primary", { musicRoomsQualified: 1 }, { name: "丙小学" }), good("primary", { classes: null }, { name: "丁小学" }), good("junior", { students: 0, classes: 0 })];
    const finding = item("B3", { schools });
    expect(finding.conclusion).toBe("小学、初中共4所，音乐、美术专用教室达标1所，不达标1所，数据不足1所，不适用1所");
    expect(finding.schools.at(-1)).toMatchObject({ verdict: "notApplicable", text: "班级数为 0" });
  });

  test("classes of a list that lacks a class's pupils are not the school's", () => {
    const listed = (students: number): string => alone(good("primary", { students, classes: {}, ...NO_ROOMS }, { ...rooms([96], [90]), ...classes([40, 40]) }), "B3").verdict;
    expect([listed(80), listed(119), listed(120)]).toEqual(["met", "met", "undetermined"]);
  });

  test("a school without classes and pupils is asked nothing", () => {
    expect(alone(good("primary", { classes: 0, students: 0, ...NO_ROOMS }), "B3").verdict).toBe("notApplicable");
  });

  test("rooms nobody counted are told as missing, not as 至少 0 间", () => {
    expect(alone(good("primary", { classes: 24, ...NO_ROOMS }), "B3").schools[0]?.text).toBe("24 个班，应有音乐专用教室 2 间，达标间数缺数据；美术专用教室 2 间，达标间数缺数据");
  });

  test("says what was found, what is lacking by kind, and where", () => {
    const [finding] = alone(good("primary", { classes: 28, ...NO_ROOMS }, rooms([96, 96], [90, 60])), "B3").schools;
    expect(finding).toMatchObject({ text: "28 个班，应有音乐专用教室 3 间，达标 2 间；美术专用教室 3 间，达标 1 间", gap: 3, gapUnit: "间", roomGaps: { music: 1, fineArt: 2 } });
    expect(finding?.cells).toContain("专用教室名册!music0");
  });

  test("R6: a 一贯制 is asked as a whole school, classes of both stages added; §I.3 asks stage by stage", () => {
    const nineYear = good("nineYear", { students: { primary: 500, junior: 500 }, classes: { primary: 13, junior: 11 }, ...NO_ROOMS }, rooms([96, 96], [90, 90]));
    expect(alone(nineYear, "B3").verdict).toBe("met");
    const byStage = alone(nineYear, "B3", { switches: { roomsByStage: true } });
    expect(byStage.verdict).toBe("unmet");
    expect(byStage.notes).toEqual(["按口径：一贯制学校的音乐、美术专用教室按学段分别计算应配间数"]);
    const whole = good("nineYear", { students: { primary: 500, junior: 500 }, classes: 24 }, {});
    expect(alone(whole, "B3", { switches: { roomsByStage: true } })).toMatchObject({ verdict: "undetermined", lacks: [{ text: "甲小学（表!甲小学）缺少分学段的“班级数”，请补填" }] });
  });

  test("§I.2: counted together, one of either will do", () => {
    const school = good("primary", { classes: 24, ...NO_ROOMS }, rooms([96, 96], []));
    expect(alone(school, "B3").verdict).toBe("unmet");
    expect(alone(school, "B3", { switches: { roomsTogether: true } })).toMatchObject({ verdict: "met", notes: ["按口径：音乐、美术专用教室合并计数"] });
  });

  test("a 完全中学 whose classes are known only with 高中 passes with rooms for all, and is not failed for 高中", () => {
    const complete = (count: number): School => good("complete", { students: { junior: 600, senior: 600 }, classes: 24, ...NO_ROOMS }, rooms(Array(count).fill(96), Array(count).fill(90)));
    expect([2, 1, 0].map((count) => alone(complete(count), "B3").verdict)).toEqual(["met", "undetermined", "unmet"]);
  });

  test("R21: 教学点 and 特殊教育学校 are not asked; under fifty pupils of unknown type it stays open", () => {
    const schools = [good("primary"), good("teachingPoint", NO_ROOMS), good("special", NO_ROOMS)];
    expect(item("B3", { schools }).schools).toHaveLength(1);
    expect(alone(good("primary", { students: 49, ...NO_ROOMS }, { type: null, stages: ["primary"] }), "B3").lacks[0]?.text).toContain("请确认是否为教学点");
  });

  describe("R22: reliefs of areas", () => {
    const RURAL: Given = { students: 90, classes: 6, largestClass: 29, hasBuildingPlan: 1, builtYear: 2020 };
    const OLD: Given = { classes: 12, builtYear: 2016, hasBuildingPlan: 1 };
    const cases: readonly (readonly [title: string, type: "primary" | "junior" | "nineYear", given: Given, list: ReturnType<typeof rooms> & Partial<School>, switches: Switches, verdict: string])[] = [
      ["built in the last year of the relief, switch off", "primary", OLD, rooms([73], [67]), {}, "unmet"],
      ["built in the last year of the relief, exactly its areas", "primary", OLD, rooms([73], [67]), { reliefRoomsBuilt: true }, "met"],
      ["just below its areas", "primary", OLD, rooms([72.99], [67]), { reliefRoomsBuilt: true }, "unmet"],
      ["built a year later", "primary", { ...OLD, builtYear: 2017 }, rooms([73], [67]), { reliefRoomsBuilt: true }, "unmet"],
      ["without 建设规划", "primary", { ...OLD, hasBuildingPlan: 0 }, rooms([73], [67]), { reliefRoomsBuilt: true }, "unmet"],
      ["year not typed", "primary", { ...OLD, builtYear: null }, rooms([73], [67]), { reliefRoomsBuilt: true }, "undetermined"],
      ["建设规划 not typed", "primary", { ...OLD, hasBuildingPlan: null }, rooms([73], [67]), { reliefRoomsBuilt: true }, "undetermined"],
      ["year not typed, but the full areas", "primary", { ...OLD, builtYear: null }, rooms([96], [90]), { reliefRoomsBuilt: true }, "met"],
      ["the other relief's switch", "primary", OLD, rooms([73], [67]), { reliefRoomsRural: true }, "unmet"],
      ["农村小规模 小学, switch off", "primary", RURAL, { ...rooms([54], [54]), location: "rural" }, {}, "unmet"],
      ["农村小规模 小学, exactly its area", "primary", RURAL, { ...rooms([54], [54]), location: "rural" }, { reliefRoomsRural: true }, "met"],
      ["农村小规模 初中, exactly its area", "junior", RURAL, { ...rooms([61], [61]), location: "rural" }, { reliefRoomsRural: true }, "met"],
      ["农村小规模 初中 with the area of a 小学", "junior", RURAL, { ...rooms([60], [60]), location: "rural" }, { reliefRoomsRural: true }, "unmet"],
      ["a 九年 takes the greater area", "nineYear", { ...RURAL, students: { primary: 50, junior: 40 } }, { ...rooms([54], [54]), location: "rural" }, { reliefRoomsRural: true }, "unmet"],
      ["最大班额 one too many", "primary", { ...RURAL, largestClass: 30 }, { ...rooms([54], [54]), location: "rural" }, { reliefRoomsRural: true }, "unmet"],
      ["a hundred pupils", "primary", { ...RURAL, students: 100 }, { ...rooms([54], [54]), location: "rural" }, { reliefRoomsRural: true }, "unmet"],
      ["镇区", "primary", RURAL, { ...rooms([54], [54]), location: "town" }, { reliefRoomsRural: true }, "unmet"],
      ["城乡类型 not given", "primary", RURAL, rooms([54], [54]), { reliefRoomsRural: true }, "undetermined"],
      ["both reliefs hold: the smaller area", "primary", { ...RURAL, builtYear: 2010 }, { ...rooms([54], [54]), location: "rural" }, { reliefRoomsRural: true, reliefRoomsBuilt: true }, "met"],
    ];
    test.each(cases)("%s", (_title, type, given, { location, ...list }, switches, verdict) => {
      const finding = alone(good(type, { ...NO_ROOMS, ...given }, { ...list, ...(location ? { location } : {}) }), "B3", { switches });
      expect(finding.verdict).toBe(verdict);
      expect(finding.notes.length).toBe(Object.keys(switches).length);
    });

    test("counts of rooms of full size do not tell how many smaller ones there are", () => {
      const given: Given = { ...OLD, ...NO_ROOMS, musicRoomsQualified: 0, fineArtRoomsQualified: 1 };
      const switches = { reliefRoomsBuilt: true };
      expect(alone(good("primary", given), "B3", { switches }).lacks[0]?.text).toContain("请填写专用教室名册");
      expect(alone(good("primary", { ...given, musicRooms: 0, fineArtRooms: 1 }), "B3", { switches }).verdict).toBe("unmet");
      expect(alone(good("primary", { ...given, musicRoomsQualified: 1 }), "B3", { switches }).verdict).toBe("met");
    });
  });
});

describe("B4: 学校规模", () => {
  test.each([
    ["primary", 2000, "met"], ["primary", 2001, "unmet"], ["junior", 2000, "met"], ["junior", 2001, "unmet"],
    ["primary", null, "undetermined"], ["primary", 0, "notApplicable"], ["teachingPoint", 60, "met"],
    ["nineYear", { primary: 1300, junior: 1200 }, "met"], ["nineYear", { primary: 1300, junior: 1201 }, "unmet"],
    ["nineYear", { primary: 1300, junior: null }, "undetermined"], ["nineYear", 2500, "met"], ["nineYear", 2501, "unmet"],
    ["twelveYear", { primary: 1300, junior: 1200, senior: 900 }, "met"], ["twelveYear", { primary: 1300, junior: 1201, senior: 0 }, "unmet"],
    ["complete", { junior: 2000, senior: 1500 }, "met"], ["complete", { junior: 2001, senior: 0 }, "unmet"],
    ["complete", 2000, "met"], ["complete", 2001, "undetermined"], ["twelveYear", 2501, "undetermined"],
  ] as const)("%s of %j is %s", (type, students, verdict) => {
    const tests = alone(good(type, { students }), "B4").tests;
    expect(tests[0]?.verdict).toBe(verdict);
  });

  test("a school of both stages whose type nobody gave is open between the two ceilings", () => {
    const sized = (primary: number): string | undefined => alone(good("nineYear", { students: { primary, junior: 1000 } }, { type: null }), "B4").tests[0]?.verdict;
    expect([sized(1000), sized(1001), sized(1500), sized(1501)]).toEqual(["met", "undetermined", "undetermined", "unmet"]);
  });

  test("the sentence counts schools above the lines as written", () => {
    const schools = [good("primary", { students: 2001 }), good("junior", { students: 2400 }), good("nineYear", { students: { primary: 1500, junior: 1500 } }), good("complete", { students: { junior: 2100, senior: 100 } })];
    expect(item("B4", { schools }).conclusion).toBe("超过2000人的小学1所，初中2所，超过2500人的一贯制学校1所");
    expect(item("B4", { schools: [good("primary", { students: null })] }).conclusion).toBe("超过2000人的小学（缺）所，初中0所，超过2500人的一贯制学校0所");
  });

  test("the sentence says 至少 where one school is above the line and another's pupils are missing", () => {
    const schools = [good("primary", { students: 2001 }), good("primary", { students: null }, { name: "丙小学" }), good("junior")];
    expect(item("B4", { schools }).conclusion).toBe("超过2000人的小学至少1所，初中0所，超过2500人的一贯制学校0所");
  });

  test("says how many pupils are too many", () => {
    expect(alone(good("primary", { students: 2345 }), "B4").schools[0]).toMatchObject({ gap: 345, gapUnit: "人", text: "在校生 2345 人，超过 2000 人" });
  });

  test("R21: 小学部 and 初中部 in rows of their own are one 一贯制, by code or by name", () => {
    const row = (stage: Stage, students: number, rest: Partial<School>): School => good(stage, { students }, { type: "nineYear", stages: [stage], ownStageOnly: true, ...rest });
    const named = [row("primary", 1300, { name: "东风学校（小学部）" }), row("junior", 1201, { name: "东风学校（初中部）" })];
    const finding = item("B4", { schools: named });
    expect(finding.schools).toHaveLength(1);
    expect(finding.schools[0]).toMatchObject({ verdict: "unmet", value: 2501, school: { name: "东风学校" }, rows: named });
    const coded = [row("primary", 1300, { name: "东风小学部", code: "A1" }), row("junior", 1200, { name: "东风中学部", code: "A1" })];
    expect(item("B4", { schools: coded }).schools.map(({ value }) => value)).toEqual([2500]);
    const apart = [row("primary", 1300, { name: "东风学校（小学部）", town: "东乡" }), row("junior", 1201, { name: "东风学校（初中部）", town: "西乡" })];
    expect(item("B4", { schools: apart }).schools).toHaveLength(2);
  });

  test("小学部 and 初中部 in rows of their own are a 一贯制 also where each row names its own type", () => {
    const parts = [good("primary", { students: 1200 }, { name: "丙学校（小学部）", ownStageOnly: true }), good("junior", { students: 1300 }, { name: "丙学校（初中部）", ownStageOnly: true })];
    expect(item("B4", { schools: parts }).verdict).toBe("met");
    expect(item("B4", { schools: [parts[0] as School, good("junior", { students: 1301 }, { name: "丙学校（初中部）", ownStageOnly: true })] }).verdict).toBe("unmet");
  });

  test("two whole schools of one name stay two", () => {
    const schools = [good("primary", { students: 1500 }, { name: "中心小学" }), good("primary", { students: 1500 }, { name: "中心小学" })];
    expect(item("B4", { schools }).schools).toHaveLength(2);
  });

  test("a school whose type is asked about is open, never passed (R12)", () => {
    expect(alone(good("primary", {}, { pending: "请确认学段" }), "B4").lacks[0]?.text).toBe("甲小学（表!甲小学）：请确认学段");
    expect(alone(good("primary", {}, { type: null, stages: [] }), "B4").verdict).toBe("undetermined");
  });

  describe("R22: reliefs of size", () => {
    const OLD: Given = { builtYear: 2010, hasBuildingPlan: 1 };
    const cases: readonly (readonly [title: string, type: "primary" | "nineYear" | "twelveYear", given: Given, switches: Switches, verdict: string])[] = [
      ["built in time, switch off", "primary", { ...OLD, students: 2400 }, {}, "unmet"],
      ["built in time, exactly its ceiling", "primary", { ...OLD, students: 2400 }, { reliefSizeBuilt: true }, "met"],
      ["one pupil more", "primary", { ...OLD, students: 2401 }, { reliefSizeBuilt: true }, "unmet"],
      ["built a year later", "primary", { ...OLD, builtYear: 2011, students: 2400 }, { reliefSizeBuilt: true }, "unmet"],
      ["without 建设规划", "primary", { ...OLD, hasBuildingPlan: 0, students: 2400 }, { reliefSizeBuilt: true }, "unmet"],
      ["year blank", "primary", { ...OLD, builtYear: null, students: 2400 }, { reliefSizeBuilt: true }, "undetermined"],
      ["year blank, but above every ceiling", "primary", { ...OLD, builtYear: null, students: 2401 }, { reliefSizeBuilt: true }, "unmet"],
      ["九年, exactly its ceiling", "nineYear", { ...OLD, students: { primary: 1500, junior: 1500 } }, { reliefSizeBuilt: true }, "met"],
      ["九年, one pupil more", "nineYear", { ...OLD, students: { primary: 1500, junior: 1501 } }, { reliefSizeBuilt: true }, "unmet"],
      ["十二年 has no relief (R6)", "twelveYear", { ...OLD, students: { primary: 1500, junior: 1500, senior: 10 } }, { reliefSizeBuilt: true }, "unmet"],
      ["十二年 under its own switch (§I.5)", "twelveYear", { ...OLD, students: { primary: 1500, junior: 1500, senior: 10 } }, { reliefSizeBuilt: true, reliefSizeTwelveYear: true }, "met"],
      ["十二年's switch alone does nothing", "twelveYear", { ...OLD, students: { primary: 1500, junior: 1500, senior: 10 } }, { reliefSizeTwelveYear: true }, "unmet"],
      ["over half 随迁子女, switch off", "primary", { students: 2400, migrantStudents: 1201, hasBuildingPlan: 1 }, {}, "unmet"],
      ["over half 随迁子女", "primary", { students: 2400, migrantStudents: 1201, hasBuildingPlan: 1 }, { reliefSizeMigrants: true }, "met"],
      ["exactly half is not over half", "primary", { students: 2400, migrantStudents: 1200, hasBuildingPlan: 1 }, { reliefSizeMigrants: true }, "unmet"],
      ["随迁子女 blank", "primary", { students: 2400, migrantStudents: null, hasBuildingPlan: 1 }, { reliefSizeMigrants: true }, "undetermined"],
    ];
    test.each(cases)("%s", (_title, type, given, switches, verdict) => {
      const finding = alone(good(type, given), "B4", { switches });
      expect(finding.tests[0]?.verdict).toBe(verdict);
      expect(finding.notes).toHaveLength(Object.keys(switches).length);
    });
  });
});

describe("B5: 班额 (R20)", () => {
  const sized = (type: Parameters<typeof good>[0], rest: Partial<School>, given: Given = {}): string => alone(good(type, { ...NO_SIZE, classes: {}, students: {}, ...given }, rest), "B5").verdict;

  test.each([
    ["primary", [45, 45], "met"], ["primary", [45, 46], "unmet"], ["junior", [50], "met"], ["junior", [51], "unmet"],
    ["primary", [45, null], "undetermined"], ["primary", [46, null], "unmet"], ["teachingPoint", [46], "unmet"],
    ["nineYear", [45], "met"], ["nineYear", [46], "undetermined"], ["nineYear", [51], "unmet"],
  ] as const)("a list of a %s with classes of %j is %s", (type, sizes, verdict) => {
    expect(sized(type, classes(sizes))).toBe(verdict);
  });

  test("a list by stage settles a 一贯制", () => {
    const both = { classes: [...classes([45], "primary").classes, ...classes([50], "junior").classes.map((one) => ({ ...one, cell: `${one.cell}初` }))] };
    expect(sized("nineYear", both)).toBe("met");
  });

  test("a list with fewer classes than the school has proves no pass, but a failure", () => {
    expect(sized("primary", classes([40, 41]), { classes: 3 })).toBe("undetermined");
    expect(sized("primary", classes([40, 46]), { classes: 3 })).toBe("unmet");
    expect(sized("primary", classes([40, 41]), { classes: 2 })).toBe("met");
  });

  test.each([
    ["primary", [band(0, 45, 6), band(46, 55, 0), band(56, null, 0)], "met"],
    ["primary", [band(0, 45, 6), band(46, 55, 1), band(56, null, 0)], "unmet"],
    ["primary", [band(0, 45, null), band(46, 55, 0), band(56, null, 0)], "met"],
    ["primary", [band(0, 45, 6), band(46, 55, null), band(56, null, 0)], "undetermined"],
    ["primary", [band(36, 50, 2), band(51, null, 0)], "undetermined"],
    ["primary", [band(36, 50, 0), band(51, null, 0)], "met"],
    ["junior", [band(46, 50, 3), band(51, null, 0)], "met"],
    ["junior", [band(46, 50, 3), band(51, 55, 1), band(56, null, 0)], "unmet"],
    ["junior", [band(46, 55, 3), band(56, null, 0)], "undetermined"],
    ["nineYear", [band(0, 45, 3), band(46, 50, 0), band(51, null, 0)], "met"],
    ["nineYear", [band(0, 45, 3), band(46, 50, 1), band(51, null, 0)], "undetermined"],
    ["nineYear", [band(0, 45, 3), band(46, 50, 0), band(51, null, 1)], "unmet"],
    ["primary", [band(0, 45, 6)], "undetermined"],
    ["primary", [band(56, 65, 0), band(66, null, 0)], "undetermined"],
    ["primary", [band(56, 65, 0), band(66, null, 1)], "unmet"],
    ["primary", [band(1, 45, 6), band(51, 55, 0), band(56, null, 0)], "undetermined"],
    ["junior", [band(1, 45, 6), band(51, 55, 0), band(56, null, 0)], "met"],
    ["primary", [band(1, 25, 0), band(26, 45, 0), band(46, null, 0)], "undetermined"],
    ["complete", [band(1, 45, 6), band(46, 50, 2), band(51, null, 0)], "met"],
    ["complete", [band(1, 45, 6), band(46, 50, 2), band(51, null, 1)], "undetermined"],
    ["complete", [band(1, 45, 6, "junior"), band(46, 50, 2, "junior"), band(51, null, 1, "junior")], "unmet"],
  ] as const)("bands of a %s: %j are %s", (type, bands, verdict) => {
    expect(sized(type, { bands })).toBe(verdict);
  });

  test("bands that leave classes out prove no pass", () => {
    const all = [band(1, 25, 0), band(26, 45, 6), band(46, null, 0)];
    expect(sized("primary", { bands: all }, { classes: 6 })).toBe("met");
    expect(sized("primary", { bands: all }, { classes: 7 })).toBe("undetermined");
    const [lack] = alone(good("primary", NO_SIZE, { bands: [band(56, null, 0)] }), "B5").lacks;
    expect(lack?.text).toBe("甲小学：班额分段没有包括规定班额以上的所有人数段，请填写最大班额或班级名册");
  });

  test.each<[string, number[], Record<string, number>, string]>([
    ["adds up", [45, 45], { students: 90, classes: 2 }, "met"],
    ["adds up, nobody gave the number of classes", [45, 45], { students: 90 }, "met"],
    ["names more pupils than the sheet", [45, 45], { students: 80, classes: 2 }, "met"],
    ["lacks pupils, but all of them fit into its fullest class", [40, 42], { students: 85, classes: 2 }, "met"],
    ["lacks one more than that", [40, 42], { students: 86, classes: 2 }, "undetermined"],
    ["lacks one, its fullest class being exactly on the line", [45, 45], { students: 91, classes: 2 }, "undetermined"],
    ["lacks one, nobody gave the number of classes", [45, 45], { students: 91 }, "undetermined"],
    ["lacks a class", [40, 40], { students: 80, classes: 3 }, "undetermined"],
    ["has a class above the line whatever it lacks", [46, 45], { students: 1000, classes: 30 }, "unmet"],
  ])("a class list that %s", (_, sizes, given, verdict) => {
    expect(sized("primary", classes(sizes), given)).toBe(verdict);
  });

  test.each<[string, Record<string, number>, string]>([
    ["as many as its classes hold within the line", { students: 90, classes: 2, largestClass: 45 }, "met"],
    ["one more", { students: 91, classes: 2, largestClass: 45 }, "undetermined"],
    ["one more, and no class said to be above the line", { students: 91, classes: 2, classesOverLimit: 0 }, "undetermined"],
    ["far more, and the greatest class above the line", { students: 200, classes: 2, largestClass: 100 }, "unmet"],
  ])("pupils: %s — no source is believed against their number", (_, given, verdict) => {
    const finding = item("B5", { schools: [good("primary", { ...NO_SIZE, ...given }), good("junior")] });
    expect(finding.verdict).toBe(verdict);
    if (verdict === "undetermined") expect(finding.lacks[0]?.text).toContain("91 人、2 个班，平均每班已超过 45 人，与班额数据不符，请核对");
  });

  test("a school without pupils has no classes to ask about; one without figures is open", () => {
    expect(sized("primary", {}, { students: 0 })).toBe("notApplicable");
    expect(sized("primary", {}, { students: 1 })).toBe("undetermined");
  });

  test("bands without an open one pass when they hold all classes", () => {
    expect(sized("primary", { bands: [band(0, 45, 6)] }, { classes: 6 })).toBe("met");
    expect(sized("primary", { bands: [band(0, 45, 6)] }, { classes: 7 })).toBe("undetermined");
  });

  test.each([
    ["primary", 45, "met"], ["primary", 46, "unmet"], ["junior", 50, "met"], ["junior", 51, "unmet"], ["primary", null, "undetermined"], ["primary", 0, "undetermined"],
    ["complete", 50, "met"], ["complete", 51, "undetermined"], ["complete", { junior: 51 }, "unmet"],
    ["nineYear", 45, "met"], ["nineYear", 46, "undetermined"], ["nineYear", 51, "unmet"],
    ["nineYear", { primary: 45, junior: 50 }, "met"], ["nineYear", { primary: 46, junior: 50 }, "unmet"], ["nineYear", { primary: 45, junior: null }, "undetermined"],
  ] as const)("最大班额 of a %s, %j, alone decides: %s", (type, largestClass, verdict) => {
    expect(sized(type, {}, { largestClass })).toBe(verdict);
  });

  test.each([[0, "met"], [1, "unmet"], [null, "undetermined"]] as const)("超过规定班额的班级数 %j is %s", (classesOverLimit, verdict) => {
    expect(sized("primary", {}, { classesOverLimit })).toBe(verdict);
  });

  test("an average class size never gives 达标", () => {
    expect(sized("primary", {}, { students: 400, classes: 20 })).toBe("undetermined");
  });

  test("where sources differ the worst is taken", () => {
    expect(sized("primary", classes([40]), { largestClass: 46 })).toBe("unmet");
    expect(sized("primary", classes([46]), { classesOverLimit: 0 })).toBe("unmet");
  });

  test("the sentence counts classes, 至少 where there may be more, and stays open where none is known", () => {
    const schools = [good("primary", { ...NO_SIZE, classes: {}, students: 138 }, classes([46, 47, 45])), good("junior", { ...NO_SIZE, classesOverLimit: 2 })];
    expect(item("B5", { schools }).conclusion).toBe("超过45人的小学班级2个，超过50人的初中班级2个");
    expect(item("B5", { schools: [good("primary", { largestClass: 46 }), good("junior")] }).conclusion).toBe("超过45人的小学班级至少1个，超过50人的初中班级0个");
    const partly = [good("primary", { ...NO_SIZE, classes: {}, students: 92 }, classes([46, 46])), good("primary", NO_SIZE), good("junior", NO_SIZE)];
    expect(item("B5", { schools: partly }).conclusion).toBe("超过45人的小学班级至少2个，超过50人的初中班级（缺）个");
  });

  test("R21: every class counts, in 教学点 of under fifty too, but not in 特殊教育学校", () => {
    expect(item("B5", { schools: [good("primary"), good("teachingPoint", { students: 30, largestClass: 46 })] }).verdict).toBe("unmet");
    expect(item("B5", { schools: [good("primary"), good("special", NO_SIZE)] }).verdict).toBe("met");
  });
});

describe("B6: 不足100人的学校公用经费", () => {
  const county = form({ quotaPrimary: 720, quotaJunior: 940 });
  test("the sentence counts the pupils although a school's funds are missing, and the reason names who fails", () => {
    const funds = (students: number, publicFunds: number | null, name: string) => good("primary", { students, publicFunds }, { name });
    const many = ["甲校", "乙校", "丙校", "丁校", "戊校"].map((name) => funds(50, 71999, name));
    const judgement = judged({ schools: [funds(99, null, "缺数小学"), funds(100, null, "大小学"), funds(0, null, "停办小学"), ...many, good("junior")] });
    expect(found(judgement, "B6").conclusion).toBe("不足100人的规模较小学校学生数349人，公用经费（缺）元。");
    expect(judgement.reasons.find(({ item: id }) => id === "B6")?.text).toBe("政府保障程度第 6 项“小规模学校公用经费”不达标：不足100人的规模较小学校学生数349人，公用经费（缺）元；不达标：甲校、乙校、丙校、丁校等 5 所");
    const open = judged({ schools: [funds(50, 72000, "甲校"), { ...funds(60, 72000, "乙校"), pending: "学段不明" }] });
    expect(found(open, "B6").conclusion).toBe("不足100人的规模较小学校学生数（缺）人，公用经费（缺）元。");
  });

  test.each<readonly [type: "primary" | "junior" | "nineYear" | "teachingPoint", given: Given, verdict: string, why: string]>([
    ["primary", { students: 86, publicFunds: 72000 }, "met", "exactly what a hundred pupils get"],
    ["primary", { students: 86, publicFunds: 71999 }, "unmet", "one yuan less"],
    ["primary", { students: 86, publicFunds: null }, "undetermined", "funds blank"],
    ["primary", { students: null, publicFunds: 72000 }, "undetermined", "pupils blank"],
    ["primary", { students: 100, publicFunds: 0 }, "notApplicable", "a hundred pupils are no small school"],
    ["primary", { students: 99, publicFunds: 0 }, "unmet", "ninety-nine are"],
    ["primary", { students: 105, lastYearStudents: 95, publicFunds: 72000 }, "met", "last year's pupils count for last year's funds"],
    ["primary", { students: 95, lastYearStudents: 105, publicFunds: 0 }, "notApplicable", "also when they were enough"],
    ["junior", { students: 86, publicFunds: 93999 }, "unmet", "初中 has its own 定额"],
    ["junior", { students: 86, publicFunds: 94000 }, "met", "初中 exactly"],
    ["teachingPoint", { students: 12, publicFunds: 71999 }, "unmet", "教学点 too (R21)"],
    ["nineYear", { students: { primary: 60, junior: 20 }, publicFunds: 77500 }, "met", "一贯制: 定额 in proportion to its pupils"],
    ["nineYear", { students: { primary: 60, junior: 20 }, publicFunds: 77499 }, "unmet", "一贯制, one yuan less"],
    ["nineYear", { students: { primary: 80, junior: 70 }, publicFunds: 1 }, "notApplicable", "whole school, not stages (R21)"],
  ])("%s with %j is %s: %s", (type, given, verdict) => {
    expect(alone(good(type, given), "B6", { county }).verdict).toBe(verdict);
  });

  test("without the 定额 a small school is undetermined and the county form is named", () => {
    const finding = alone(good("primary", { students: 86, publicFunds: 99999999 }), "B6", { county: form({ quotaPrimary: null }) });
    expect(finding.lacks).toMatchObject([{ where: "countyForm", fact: "county.quotaPrimary" }]);
  });

  test("a 定额 of 0 is no 定额: nothing passes on it", () => {
    expect(item("B6", { schools: [good("primary", { students: 60, publicFunds: 0 })], county: form({ quotaPrimary: 0 }) }).verdict).toBe("undetermined");
  });

  test("no small school at all is 不适用 with the reason; one whose pupils nobody knows leaves it open", () => {
    expect(item("B6")).toMatchObject({ verdict: "notApplicable", notes: ["没有学生不足 100 人的学校"] });
    expect(item("B6", { schools: [good("primary"), good("junior", { students: null })] }).verdict).toBe("undetermined");
  });

  test("the sentence adds small schools up", () => {
    const schools = [good("primary", { students: 86, publicFunds: 72000 }), good("teachingPoint", { students: 14, publicFunds: 73000 }), good("junior")];
    expect(item("B6", { schools, county }).conclusion).toBe("不足100人的规模较小学校学生数100人，公用经费145000元。");
    expect(item("B6", { schools, county }).schools[0]?.text).toBe("学生 86 人，公用经费 72000 元 ≥ 100 人 × 720 元 = 72000 元");
  });
});

describe("C4: 教师培训经费", () => {
  test.each<readonly [given: Given, verdict: string, why: string]>([
    [{ publicFundsBudget: 800000, trainingFunds: 40000 }, "met", "exactly on the line"],
    [{ publicFundsBudget: 800000, trainingFunds: 39999 }, "unmet", "one yuan below"],
    [{ publicFundsBudget: 800000, trainingFunds: null }, "undetermined", "blank"],
    [{ publicFundsBudget: null, trainingFunds: 40000 }, "undetermined", "budget blank"],
    [{ publicFundsBudget: 0, trainingFunds: 0 }, "notApplicable", "no budget (R11)"],
    [{ publicFundsBudget: 40000, trainingFunds: 800000 }, "undetermined", "more than all of it"],
  ])("%j is %s: %s", (given, verdict) => {
    expect(alone(good("primary", given), "C4").verdict).toBe(verdict);
  });

  test("a column both stages of a school lack is told once", () => {
    const whole = good("nineYear");
    const figures = Object.fromEntries(Object.entries(whole.figures).filter(([fact]) => fact !== "trainingFunds" && fact !== "publicFundsBudget"));
    const [nine] = alone({ ...whole, figures }, "C4").schools;
    expect(nine?.text).toBe("学校表中没有“教师培训经费”一列，请补充；学校表中没有“年度公用经费预算总额”一列，请补充");
  });

  test("every school must: one below fails the county, with what it lacks", () => {
    const finding = item("C4", { schools: [good("primary"), good("special", { trainingFunds: 30000 }, { name: "启智学校" }), good("junior")] });
    expect(finding.verdict).toBe("unmet");
    expect(finding.conclusion).toBe("共3所学校，教师培训经费达标2所，不达标1所，数据不足0所，不适用0所");
    expect(finding.schools[0]).toMatchObject({ school: { name: "启智学校" }, gap: 10000, gapUnit: "元", text: "教师培训经费 30000 元 ÷ 年度公用经费预算总额 800000 元 = 3.8% < 5%" });
  });
});

describe("B9, B12: from the schools' own figures", () => {
  const staffed = (certified: number | null, teachers: number | null, rest: Partial<School> = {}): School => good("primary", { teachersCertified: certified, fullTimeTeachers: teachers }, rest);

  test("sums of all schools win over the county form, and a difference is said", () => {
    const finding = item("B12", { schools: [staffed(60, 60), staffed(41, 42, { name: "乙小学" })] });
    expect(finding.verdict).toBe("unmet");
    expect(finding.conclusion).toBe("全县在岗专任教师102人，其中持有教师资格证的专任教师101人，占比99.0%");
    expect(finding.notes).toEqual(["其中：持有教师资格证的专任教师数：各校合计 101，县级填报表为 1780，两者不一致，按各校合计判定", "在岗专任教师数：各校合计 102，县级填报表为 1780，两者不一致，按各校合计判定"]);
    expect(finding.schools.map(({ school, verdict, gap }) => [school.name, verdict, gap])).toEqual([["乙小学", "unmet", 1], ["甲小学", "met", 0]]);
  });

  test("one school without its figure leaves it open, whatever the form says", () => {
    const finding = item("B12", { schools: [staffed(60, 60), staffed(null, 42, { name: "乙小学" })] });
    expect(finding).toMatchObject({ verdict: "undetermined", conclusion: "全县在岗专任教师102人，其中持有教师资格证的专任教师（缺）人，占比（缺）%" });
    expect(finding.lacks.map(({ text }) => text)).toEqual([expect.stringMatching(/^乙小学：.*为空，请补填$/)]);
    expect(finding.schools.map(({ verdict }) => verdict)).toEqual(["undetermined", "met"]);
  });

  test("a form that falls short is believed, whatever the schools add up to: the sheet may not hold all of them", () => {
    const short = form({ teachersCertified: 1779 });
    const finding = item("B12", { schools: [staffed(60, 60)], county: short });
    expect(finding).toMatchObject({ verdict: "unmet", tests: [{ verdict: "unmet", value: (1779 * 100) / 1780 }] });
    expect(finding.notes).toEqual(["其中：持有教师资格证的专任教师数：各校合计 60，县级填报表为 1779，两者不一致，按县级填报表判定", "在岗专任教师数：各校合计 60，县级填报表为 1780，两者不一致，按县级填报表判定"]);
    expect(item("B12", { schools: [staffed(60, 60), staffed(null, 42, { name: "乙小学" })], county: short }).verdict).toBe("unmet");
  });

  test("the form decides where no school gives a figure", () => {
    expect(item("B12", { schools: [staffed(null, 60), staffed(null, 42)] })).toMatchObject({ verdict: "met", notes: [] });
  });

  test("B9 likewise", () => {
    expect(item("B9", { schools: [good("primary", { teachersTrained: 59, fullTimeTeachers: 60 })] })).toMatchObject({ verdict: "unmet", conclusion: "完成360学时培训的教师59人，全县教师60人，教师培训完成率98.3%" });
  });

  test("B7: a 特殊教育学校 in the sheet is not talked away by 表Ⅰ", () => {
    const county = form({ specialSchools: 0, specialFunds: null, specialStudents: null });
    expect(item("B7", { county }).verdict).toBe("notApplicable");
    expect(item("B7", { county, schools: [good("primary"), good("special", {}, { name: "启智学校" })] }).verdict).toBe("undetermined");
  });

  test("B7 adds up 特殊教育学校 only", () => {
    const special = good("special", { publicFunds: 400000, lastYearStudents: 50 }, { name: "启智学校" });
    expect(item("B7", { schools: [good("primary", { publicFunds: 1, lastYearStudents: 1000 }), special] })).toMatchObject({ verdict: "met", tests: [{ value: 8000 }] });
  });
});

describe("B13: 就近划片入学 (R21)", () => {
  const county = form({ newPrimary: null, nearbyPrimary: null, newJunior: null, nearbyJunior: null });
  const open = { owner: "7", location: "urban" } as const;
  const enrolled = (nearby: number | null, all: number | null, rest: Partial<School> = open, boarding: number | null = 0): School => good("primary", { newStudents: all, newStudentsNearby: nearby, isBoarding: boarding }, rest);
  const first = (school: School, ...more: School[]): string | undefined => item("B13", { schools: [school, ...more], county }).tests[0]?.verdict;

  test.each([
    ["公办 in 城区, all near", enrolled(180, 180), "met"],
    ["one elsewhere", enrolled(179, 180), "unmet"],
    ["镇区", enrolled(179, 180, { owner: "县级教育部门", location: "town" }), "unmet"],
    ["blank", enrolled(null, 180), "undetermined"],
    ["举办者 not known", enrolled(180, 180, { location: "urban" }), "undetermined"],
    ["举办者 in words nobody knows", enrolled(180, 180, { owner: "某某", location: "urban" }), "undetermined"],
    ["城乡类型 not known", enrolled(180, 180, { owner: "7" }), "undetermined"],
    ["寄宿 not known", enrolled(180, 180, open, null), "undetermined"],
    ["type asked about", enrolled(180, 180, { ...open, pending: "请确认" }), "undetermined"],
  ] as const)("%s", (_title, school, verdict) => {
    expect(first(school)).toBe(verdict);
  });

  test.each([
    ["乡村", enrolled(0, 180, { owner: "7", location: "rural" })],
    ["民办 by word", enrolled(0, 180, { owner: "民办", location: "urban" })],
    ["民办 by code", enrolled(0, 180, { owner: "10", location: "urban" })],
    ["寄宿制", enrolled(0, 180, open, 1)],
    ["乡村, the rest unknown", enrolled(0, 180, { location: "rural" }, null)],
  ] as const)("%s is not asked", (_title, school) => {
    expect(first(school, enrolled(180, 180))).toBe("met");
  });

  test("says which column settles it", () => {
    expect(item("B13", { schools: [enrolled(180, 180, { owner: "7" })], county }).lacks[0]?.text).toBe("甲小学（表!甲小学）缺“城乡类型”，无法确定是否属于城区和镇区公办非寄宿制学校，请补填");
  });
});

describe("yes or no of every school (C3, C5–C8)", () => {
  const answered = (first: number | null, second: number | null): School[] => [good("primary", { hasCharter: first }), good("junior", { hasCharter: second })];
  test.each([
    [1, 1, null, "met"], [1, 0, null, "unmet"], [1, null, null, "undetermined"], [null, null, null, "undetermined"],
    [1, 1, 1, "met"], [1, 0, 1, "unmet"], [1, null, 1, "undetermined"], [null, null, 1, "met"], [1, 1, 0, "unmet"], [null, null, 0, "unmet"],
  ] as const)("schools %j and %j, county %j: %s", (first, second, charter, verdict) => {
    expect(item("C3", { schools: answered(first, second), county: form({ charter }) }).tests[0]?.verdict).toBe(verdict);
  });

  test("a county and a school that differ are told apart, the failing school first", () => {
    const finding = item("C3", { schools: answered(1, 0) });
    expect(finding.notes).toEqual(["“所有学校建立章程”：县级填报表为“是”，与各校所填不一致，请核对"]);
    expect(finding.schools[0]).toMatchObject({ school: { name: "乙初中" }, verdict: "unmet", text: "是否建立章程：否" });
  });
});
