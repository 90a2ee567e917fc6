import { gap, judge, VERDICTS } from "../../src/engine";
import type { Stage, Verdict } from "../../src/engine";
import { DEFAULT_STANDARD } from "../../src/standards";
import { ON_THE_LINE, PUPILS, school } from "./schools";

const STAGES = ["primary", "junior"] as const;

function verdictOf(stage: Stage, indicator: number, amount: number | null): { verdict: Verdict | undefined; value: number | undefined; lacking: number | null } {
  const one = school(stage, { students: PUPILS, [ON_THE_LINE[indicator]!.fact]: amount });
  const judged = judge([one], DEFAULT_STANDARD);
  return { verdict: VERDICTS[judged.codes[indicator]![0]!], value: judged.values[indicator]![0], lacking: gap(judged, 0, indicator, DEFAULT_STANDARD, "line") };
}

describe("each indicator in each stage, with 20,000 pupils", () => {
  const cases = ON_THE_LINE.flatMap(({ id, ...one }, indicator) =>
    STAGES.flatMap((stage) => {
      const [line, floor] = one[stage];
      return [
        { id, indicator, stage, amount: line + 1, verdict: "met", when: "above the line" },
        { id, indicator, stage, amount: line, verdict: "met", when: "exactly on the line" },
        { id, indicator, stage, amount: line - 1, verdict: "floor", when: "one step below the line" },
        { id, indicator, stage, amount: floor, verdict: "floor", when: "exactly at 85 %" },
        { id, indicator, stage, amount: floor - 1, verdict: "unmet", when: "one step below 85 %" },
        { id, indicator, stage, amount: 0, verdict: "unmet", when: "typed 0" },
        { id, indicator, stage, amount: null, verdict: "undetermined", when: "blank (R7)" },
      ] as const;
    }),
  );

  test.each(cases)("$id $stage is $verdict when $when", ({ indicator, stage, amount, verdict }) => {
    expect(verdictOf(stage, indicator, amount).verdict).toBe(verdict);
  });

  test.each(cases)("the gap of $id $stage $when is what is missing to the line", ({ id, indicator, stage, amount, verdict }) => {
    const { lacking } = verdictOf(stage, indicator, amount);
    const line = ON_THE_LINE.find((one) => one.id === id)![stage][0];
    expect(lacking).toBe(verdict === "undetermined" ? null : Math.max(0, line - (amount ?? 0)));
  });
});

describe("R4: equal on the line, although binary numbers are not", () => {
  test("5.27 万元 for 31 pupils is exactly 1700 元, which is 85 % of the primary line", () => {
    const judged = judge([school("primary", { students: 31, equipmentValue: 5.27 * 10000 }, { type: "primary" })], DEFAULT_STANDARD);
    expect(VERDICTS[judged.codes[5]![0]!]).toBe("floor");
  });

  test("981 ㎡ split for 20 + 180 pupils is exactly 4.5 ㎡ a pupil", () => {
    const one = school("nineYear", { students: { primary: 20, junior: 180 }, teachingAreaNet: 981 });
    const judged = judge([one], DEFAULT_STANDARD);
    expect(judged.values[3]![0]).toBeCloseTo(4.5, 12);
    expect(VERDICTS[judged.codes[3]![0]!]).toBe("met");
  });

  test.each([
    [10, 10, 0],
    [20, 180, 0],
    [333, 77, 0],
    [1200, 1500, 0],
    [7, 1993, 211],
    [166, 210, 1500],
  ])("every split resource is met when its total is exactly enough for %i + %i + %i pupils", (primary, junior, senior) => {
    const weighted = primary + 1.1 * junior + 1.32 * senior;
    const type = senior > 0 ? "twelveYear" : "nineYear";
    for (const stage of STAGES) {
      const weight = stage === "primary" ? 1 : 1.1;
      for (const indicator of [3, 4, 5, 6]) {
        const rule = DEFAULT_STANDARD.indicators[indicator]!;
        const total = (rule.lines[stage] * weighted) / weight / rule.formula.per;
        const fact = ON_THE_LINE[indicator]!.fact;
        const verdicts = [total, total - 0.0001].map((amount) => {
          const judged = judge([school(type, { students: { primary, junior, senior }, [fact]: amount })], DEFAULT_STANDARD);
          return VERDICTS[judged.codes[indicator]![stage === "primary" ? 0 : 1]!];
        });
        expect(verdicts).toEqual(["met", "floor"]);
      }
    }
  });

  test("the line of 85 % is exact: 4.507 reaches it although 4.51 is printed in places", () => {
    const judged = judge([school("junior", { students: 100000, teachersAboveRequired: 4507 })], DEFAULT_STANDARD);
    expect(VERDICTS[judged.codes[0]![0]!]).toBe("floor");
  });
});
