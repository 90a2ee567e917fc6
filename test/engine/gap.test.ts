import { gap, judge, leastRepair, schoolNeed } from "../../src/engine";
import type { School } from "../../src/engine";
import { DEFAULT_STANDARD } from "../../src/standards";
import { passing, school } from "./schools";

const A2 = 1;
const A4 = 3;
const A6 = 5;
const A7 = 6;

function gaps(one: School, indicator: number): (number | null)[] {
  const judged = judge([one], DEFAULT_STANDARD);
  return [gap(judged, 0, indicator, DEFAULT_STANDARD, "line"), gap(judged, 0, indicator, DEFAULT_STANDARD, "floor")];
}

describe("R23: the gap to the line and to 85 %", () => {
  test.each([
    ["people are rounded up", A2, { students: 950, backboneTeachers: 3 }, [7, 6]],
    ["rooms are rounded up", A7, { students: 1000, multimediaRooms: 19 }, [4, 1]],
    ["exactly whole needs stay whole", A7, { students: 1000, multimediaRooms: 13 }, [10, 7]],
    ["㎡ are not rounded", A4, { students: 31, teachingAreaNet: 100 }, [39.5, 18.575]],
    ["元 are not rounded", A6, { students: 31, equipmentValue: 50000.5 }, [11999.5, 2699.5]],
    ["at 85 % nothing lacks to 85 %", A2, { students: 1000, backboneTeachers: 9 }, [1, 0]],
    ["met lacks nothing", A2, { students: 1000, backboneTeachers: 10 }, [0, 0]],
    ["missing has no gap", A2, { students: 1000, backboneTeachers: null }, [null, null]],
    ["without pupils there is no gap", A2, { students: null, backboneTeachers: 4 }, [null, null]],
  ] as const)("%s", (_, indicator, given, expected) => {
    gaps(school("primary", given), indicator).forEach((value, i) => {
      if (expected[i] === null) expect(value).toBeNull();
      else expect(value).toBeCloseTo(expected[i]!, 9);
    });
  });

  test("an indicator that does not exist has none", () => {
    expect(gap(judge([passing("primary")], DEFAULT_STANDARD), 0, 7, DEFAULT_STANDARD, "line")).toBeNull();
    expect(gap(judge([passing("primary")], DEFAULT_STANDARD), 1, 0, DEFAULT_STANDARD, "line")).toBeNull();
  });
});

describe("R24: what a school of several stages needs", () => {
  const need = (one: School, indicator: number): number | null => schoolNeed(one, indicator, DEFAULT_STANDARD, "line");

  test("1200 + 1500 pupils with 12,000 ㎡ need 3027 ㎡; the stages' gaps 347 + 1753 are too little", () => {
    const one = school("nineYear", { students: { primary: 1200, junior: 1500 }, teachingAreaNet: 12000 });
    const judged = judge([one], DEFAULT_STANDARD);
    expect(Math.round(need(one, A4)!)).toBe(3027);
    expect([0, 1].map((row) => Math.round(gap(judged, row, A4, DEFAULT_STANDARD, "line")!))).toEqual([347, 1753]);
  });

  test("with the need added every stage is met, with a little less it is not", () => {
    const students = { primary: 1200, junior: 1500 };
    const lacking = need(school("nineYear", { students, teachingAreaNet: 12000 }), A4)!;
    const after = (area: number): number => judge([school("nineYear", { students, teachingAreaNet: area })], DEFAULT_STANDARD).codes[A4]!.reduce((sum, code) => sum + code, 0);
    expect(after(12000 + lacking)).toBe(0);
    expect(after(12000 + lacking - 0.01)).toBeGreaterThan(0);
  });

  test.each([
    ["twelveYear", { primary: 100, junior: 200, senior: 300 }, Math.max(2.3 * (100 + 220 + 396), (2.4 * (100 + 220 + 396)) / 1.1) / 100],
    ["complete", { junior: 200, senior: 300 }, (2.4 * (200 + 360)) / 100],
  ] as const)("a %s counts its 高中 pupils in", (type, students, total) => {
    expect(need(school(type, { students, multimediaRooms: 3 }), A7)).toBe(Math.ceil(total - 3));
  });

  test("rooms are rounded up once", () => {
    const one = school("nineYear", { students: { primary: 110, junior: 120 }, multimediaRooms: 5 });
    const judged = judge([one], DEFAULT_STANDARD);
    const stages = [0, 1].map((row) => gap(judged, row, A7, DEFAULT_STANDARD, "line")!);
    expect(stages).toEqual([1, 1]);
    expect(need(one, A7)).toBe(1);
  });

  test("teachers are counted per stage and added; so are resources with columns per stage", () => {
    const students = { primary: 1000, junior: 1000 };
    expect(need(school("nineYear", { students, backboneTeachers: { primary: 8, junior: 7 } }), A2)).toBe(5);
    expect(need(school("nineYear", { students, multimediaRooms: { primary: 30, junior: 20 } }), A7)).toBe(4);
  });

  test("a school of one stage needs its gap", () => {
    expect(need(school("primary", { students: 1000, backboneTeachers: 8 }), A2)).toBe(2);
  });

  test("is none when a stage is undetermined, nothing when all is met, none for a school left out", () => {
    const students = { primary: 1000, junior: 1000 };
    expect(need(school("nineYear", { students, backboneTeachers: { primary: 8, junior: null } }), A2)).toBeNull();
    expect(need(school("nineYear", { students, multimediaRooms: 900 }), A7)).toBe(0);
    expect(need(school("special", { students: 100, multimediaRooms: 1 }), A7)).toBeNull();
  });
});

describe("最低补齐: what makes a school pass with one indicator left at 85 %", () => {
  const repair = (given: Record<string, number | null>): ReturnType<typeof leastRepair> => {
    const judged = judge([passing("primary", 1000, given)], DEFAULT_STANDARD);
    return leastRepair(judged, 0, DEFAULT_STANDARD);
  };

  test("leaves the one that saves most at 85 % and lifts the others to their lines", () => {
    // 骨干 5 of 10 (85 %: 9), 多媒体 22 of 23: leaving 骨干 saves 15 % of its line, leaving 多媒体 only 4 %.
    expect(repair({ backboneTeachers: 5, multimediaRooms: 22 })).toEqual({ left: 1, amounts: [0, 4, 0, 0, 0, 0, 1] });
  });

  test("asks for nothing when the school passes already", () => {
    expect(repair({ backboneTeachers: 9 })).toEqual({ left: 1, amounts: [0, 0, 0, 0, 0, 0, 0] });
    expect(repair({})).toEqual({ left: null, amounts: [0, 0, 0, 0, 0, 0, 0] });
  });

  test("cannot be said while an indicator is undetermined", () => {
    expect(repair({ backboneTeachers: null })).toBeNull();
  });

  test("what it asks for makes the school pass", () => {
    const before = { backboneTeachers: 3, multimediaRooms: 11, teachingAreaNet: 4000, equipmentValue: 1_500_000 };
    const found = repair(before)!;
    const [, a2, , a4, , a6, a7] = found.amounts as [number, number, number, number, number, number, number];
    const after = { backboneTeachers: 3 + a2, multimediaRooms: 11 + a7, teachingAreaNet: 4000 + a4, equipmentValue: 1_500_000 + a6 };
    expect(judge([passing("primary", 1000, after)], DEFAULT_STANDARD).stages.primary.met).toBe(1);
  });
});
