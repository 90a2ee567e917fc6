import fc from "fast-check";
import { gap, judge, judgeColumns, STAGES, VERDICTS } from "../../src/engine";
import type { School, StageColumns, Verdict } from "../../src/engine";
import { DEFAULT_STANDARD } from "../../src/standards";
import { ON_THE_LINE, resources, school } from "./schools";

const stage = fc.constantFrom(...STAGES);
/** Resources around the line: each somewhere between 60 % and 140 % of it, or missing. */
const around = fc.tuple(stage, fc.integer({ min: 50, max: 3000 }), fc.array(fc.option(fc.integer({ min: 60, max: 140 })), { minLength: 7, maxLength: 7 }));

function build([which, pupils, shares]: [(typeof STAGES)[number], number, (number | null)[]]): School {
  const lines = resources(which, pupils);
  const given = Object.fromEntries(ON_THE_LINE.map(({ fact }, k) => [fact, shares[k] === null ? null : (lines[fact]! * shares[k]!) / 100]));
  return school(which, { students: pupils, ...given });
}

function verdict(one: School): Verdict {
  return VERDICTS[judge([one], DEFAULT_STANDARD).verdicts[0]!]!;
}

describe("what must hold for any school", () => {
  test("raising a figure never loses 达标 and never makes a verdict worse", () => {
    const rank: Record<Verdict, number> = { unmet: 0, undetermined: 1, notApplicable: 1, floor: 1, met: 2 };
    fc.assert(
      fc.property(around, fc.nat({ max: 6 }), fc.integer({ min: 1, max: 50 }), ([which, pupils, shares], k, more) => {
        fc.pre(shares[k] !== null);
        const raised = shares.map((share, i) => (i === k ? (share ?? 0) + more : share));
        expect(rank[verdict(build([which, pupils, raised]))]).toBeGreaterThanOrEqual(rank[verdict(build([which, pupils, shares]))]);
      }),
    );
  });

  test("removing a figure never gains 达标", () => {
    fc.assert(
      fc.property(around, fc.nat({ max: 6 }), ([which, pupils, shares], k) => {
        const removed = shares.map((share, i) => (i === k ? null : share));
        expect(verdict(build([which, pupils, removed]))).not.toBe("met");
      }),
    );
  });

  test("removing 室内体育用房 or a stage's pupils never gains 达标 for an indicator", () => {
    const facts = ["teachingArea", "indoorSportArea", "sportFieldArea", "gymArea"] as const;
    fc.assert(
      fc.property(fc.integer({ min: 50, max: 900 }), fc.integer({ min: 50, max: 900 }), fc.array(fc.nat({ max: 20000 }), { minLength: 4, maxLength: 4 }), fc.constantFrom(...facts, "students"), fc.boolean(), (primary, junior, areas, gone, twoStages) => {
        type Given = Record<string, number | null | { primary: number | null; junior: number }>;
        const given: Given = { students: twoStages ? { primary, junior } : primary };
        facts.forEach((fact, i) => (given[fact] = areas[i]!));
        const removed: Given = { ...given, [gone]: gone === "students" && twoStages ? { primary: null, junior } : null };
        const type = twoStages ? "nineYear" : "primary";
        const [before, after] = [given, removed].map((one) => judge([school(type, one)], DEFAULT_STANDARD).codes) as [Uint8Array[], Uint8Array[]];
        for (const k of [3, 4]) {
          after[k]!.forEach((code, row) => {
            if (VERDICTS[code] === "met") expect(VERDICTS[before[k]![row]!]).toBe("met");
          });
        }
      }),
    );
  });

  test("with its gaps added a school passes, and nothing lacks any more", () => {
    fc.assert(
      fc.property(around, ([which, pupils, shares]) => {
        fc.pre(!shares.includes(null));
        const one = build([which, pupils, shares]);
        const judged = judge([one], DEFAULT_STANDARD);
        const lifted = ON_THE_LINE.map(({ fact }, k): [string, number] => [fact, one.figures[fact]!.school!.value! + gap(judged, 0, k, DEFAULT_STANDARD, "line")!]);
        expect(verdict(school(which, { students: pupils, ...Object.fromEntries(lifted) }))).toBe("met");
      }),
    );
  });

  test("the schools' order changes no verdict and no 差异系数", () => {
    fc.assert(
      fc.property(fc.array(around, { minLength: 1, maxLength: 12 }), (many) => {
        const schools = many.map(build);
        const [forth, back] = [judge(schools, DEFAULT_STANDARD), judge([...schools].reverse(), DEFAULT_STANDARD)];
        expect(Array.from(back.verdicts).reverse()).toEqual(Array.from(forth.verdicts));
        expect(back.county.verdict).toBe(forth.county.verdict);
        for (const which of STAGES) {
          forth.stages[which].provisional.forEach((value, k) => {
            const other = back.stages[which].provisional[k];
            if (value === null) expect(other).toBeNull();
            else expect(other).toBeCloseTo(value, 9);
          });
        }
      }),
    );
  });
});

describe("judging columns", () => {
  test("gives the same as judging the schools", () => {
    fc.assert(
      fc.property(fc.array(around, { minLength: 1, maxLength: 12 }), (many) => {
        const whole = judge(many.map(build), DEFAULT_STANDARD);
        const { count, stage: stages, students, amounts, atLeast, ratios, held } = whole.table;
        const columns: StageColumns = { count, stage: stages, students, amounts, atLeast, ratios };
        const alone = judgeColumns(columns, held, DEFAULT_STANDARD);
        expect(alone.verdicts).toEqual(whole.verdicts);
        expect(alone.stages).toEqual(whole.stages);
      }),
    );
  });

  test("a held row is undetermined in everything and in no sum", () => {
    const columns: StageColumns = {
      count: 2, stage: Uint8Array.of(0, 0), students: Float64Array.of(100, 100),
      amounts: ON_THE_LINE.map(() => Float64Array.of(1e9, 1e9)), atLeast: ON_THE_LINE.map(() => Float64Array.of(1e9, 1e9)), ratios: ON_THE_LINE.map(() => Float64Array.of(9, 9)),
    };
    const { codes, values, stages } = judgeColumns(columns, Uint8Array.of(1, 0), DEFAULT_STANDARD);
    expect(codes.map((column) => VERDICTS[column[0]!])).toEqual(Array(7).fill("undetermined"));
    expect(values.every((column) => Number.isNaN(column[0]))).toBe(true);
    expect(stages.primary.counted).toEqual(Array(7).fill(1));
  });
});
