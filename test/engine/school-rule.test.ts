import { judge, schoolVerdict, VERDICTS } from "../../src/engine";
import type { Verdict } from "../../src/engine";
import { DEFAULT_STANDARD } from "../../src/standards";
import { passing, resources, school } from "./schools";

function verdicts(met: number, floor: number, unmet: number, undetermined: number, notApplicable = 0): Verdict[] {
  const counts: Record<Verdict, number> = { met, floor, unmet, undetermined, notApplicable };
  return VERDICTS.flatMap((verdict) => Array.from({ length: counts[verdict] }, () => verdict));
}

describe("R2: a school passes with six indicators at the line and none below 85 %", () => {
  test.each([
    { met: 7, floor: 0, unmet: 0, missing: 0, verdict: "met" },
    { met: 6, floor: 1, unmet: 0, missing: 0, verdict: "met" },
    { met: 5, floor: 2, unmet: 0, missing: 0, verdict: "unmet" },
    { met: 6, floor: 0, unmet: 1, missing: 0, verdict: "unmet" },
    { met: 6, floor: 0, unmet: 0, missing: 1, verdict: "undetermined" },
    { met: 5, floor: 0, unmet: 1, missing: 1, verdict: "unmet" },
    { met: 4, floor: 2, unmet: 0, missing: 1, verdict: "unmet" },
    { met: 5, floor: 1, unmet: 0, missing: 1, verdict: "undetermined" },
    { met: 0, floor: 0, unmet: 0, missing: 7, verdict: "undetermined" },
    { met: 0, floor: 0, unmet: 1, missing: 6, verdict: "unmet" },
  ])("$met met, $floor at 85 %, $unmet failing, $missing missing: $verdict", ({ met, floor, unmet, missing, verdict }) => {
    expect(schoolVerdict(verdicts(met, floor, unmet, missing), DEFAULT_STANDARD)).toBe(verdict);
  });

  test("R3: an indicator that does not apply asks for nothing", () => {
    expect(schoolVerdict(verdicts(6, 0, 0, 0, 1), DEFAULT_STANDARD)).toBe("met");
    expect(schoolVerdict(verdicts(5, 0, 0, 1, 1), DEFAULT_STANDARD)).toBe("undetermined");
    expect(schoolVerdict(verdicts(0, 0, 0, 0, 7), DEFAULT_STANDARD)).toBe("notApplicable");
  });

  test("a school whose row holds nothing but its name and pupils is undetermined, never met", () => {
    const judged = judge([school("primary", { students: 500 })], DEFAULT_STANDARD);
    expect(VERDICTS[judged.verdicts[0]!]).toBe("undetermined");
  });

  test("without pupils nothing is judged, whatever else is there", () => {
    for (const students of [null, -3]) {
      const judged = judge([school("primary", { students, ...resources("primary", 500) })], DEFAULT_STANDARD);
      expect(judged.codes.map((codes) => VERDICTS[codes[0]!])).toEqual(Array(7).fill("undetermined"));
    }
  });

  test("a negative figure is missing, not small", () => {
    const judged = judge([passing("primary", 1000, { backboneTeachers: -10 })], DEFAULT_STANDARD);
    expect(VERDICTS[judged.codes[1]![0]!]).toBe("undetermined");
  });
});
