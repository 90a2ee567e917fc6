import { explain, gap, judge, VERDICTS } from "../../src/engine";
import type { Figure, School } from "../../src/engine";
import { DEFAULT_STANDARD } from "../../src/standards";
import { school } from "./schools";

const ratio = (value: number, places?: number): Figure => ({ value, cell: "表!F7", ...(places === undefined ? {} : { places }) });
const run = (...schools: School[]): ReturnType<typeof judge> => judge(schools, DEFAULT_STANDARD);

describe("R10: a sheet that has only the ratios", () => {
  test.each([
    [4.21, 2, "met"],
    [4.2, 2, "undetermined"],
    [4.2, 1, "undetermined"],
    [4.3, 1, "met"],
    [4.19, 2, "floor"],
    [4.2, undefined, "met"],
    [3.57, 2, "undetermined"],
    [3.58, 2, "floor"],
    [3.56, 2, "unmet"],
    [4, 0, "undetermined"],
    [5, 0, "met"],
    [3, 0, "unmet"],
  ] as const)("A1 in 小学 printed as %f with %p places is %s", (value, places, verdict) => {
    const judged = run(school("primary", { students: 1000, ratioAboveRequired: ratio(value, places) }));
    expect(VERDICTS[judged.codes[0]![0]!]).toBe(verdict);
    if (verdict === "undetermined") expect(explain(judged, 0, 0, DEFAULT_STANDARD).missing[0]).toMatch(/小数位数不足.*请补充/);
    else expect(explain(judged, 0, 0, DEFAULT_STANDARD).notes).toContain("依据表中生均值");
  });

  test("a total with students wins over the ratio beside it", () => {
    const judged = run(school("primary", { students: 1000, teachersAboveRequired: 42, ratioAboveRequired: ratio(9.99, 2) }));
    expect(judged.values[0]![0]).toBe(4.2);
    expect(explain(judged, 0, 0, DEFAULT_STANDARD).notes).not.toContain("依据表中生均值");
  });

  test("差异系数 rests on students × ratios", () => {
    const judged = run(school("primary", { students: 100, ratioBackbone: ratio(2, 1) }), school("primary", { students: 300, ratioBackbone: ratio(4, 1) }));
    expect(judged.stages.primary.means[1]).toBeCloseTo(3.5, 12);
    expect(judged.stages.primary.variation[1]).toBeCloseTo(Math.sqrt(0.75) / 3.5, 12);
  });

  test("without students the indicators are judged, but there is no 差异系数 and no gap", () => {
    const judged = run(school("primary", { ratioBackbone: ratio(0.9, 2) }), school("primary", { ratioBackbone: ratio(4, 1) }));
    expect(VERDICTS[judged.codes[1]![0]!]).toBe("floor");
    expect(judged.stages.primary.variation[1]).toBeNull();
    expect(judged.stages.primary.provisional[1]).toBeNull();
    expect(gap(judged, 0, 1, DEFAULT_STANDARD, "line")).toBeNull();
  });

  test("with students the gap follows from students × ratio", () => {
    const judged = run(school("primary", { students: 1000, ratioBackbone: ratio(0.87, 2) }));
    expect(gap(judged, 0, 1, DEFAULT_STANDARD, "line")).toBe(2);
  });

  test("one ratio for a school of two stages is neither stage's", () => {
    const judged = run(school("nineYear", { students: { primary: 100, junior: 100 }, ratioTeachingArea: ratio(9, 2) }));
    expect(Array.from(judged.codes[3]!, (code) => VERDICTS[code])).toEqual(["undetermined", "undetermined"]);
  });
});
