import fc from "fast-check";
import { composite, contributions, gini, judgeColumns, mcloone, rangeRatio, splitAmount, targetOf, theil, variation, variationOfTotals } from "../../src/engine";
import type { Standard } from "../../src/engine";
import { DEFAULT_STANDARD } from "../../src/standards";
import examples from "../fixtures/worked-examples.json" with { type: "json" };

interface Example {
  readonly id: string;
  readonly kind: string;
  readonly inputs: unknown;
  readonly expected: unknown;
  readonly tolerance: Readonly<Record<string, number>>;
}

function worked(kind: string): Example[] {
  const found = (examples as readonly Example[]).filter((example) => example.kind === kind);
  expect(found.length).toBeGreaterThan(0);
  return found;
}

/** Within the printed precision, a rounding exactly halfway included. */
function near(value: number | null | undefined, expected: number, tolerance: number): void {
  expect(Math.abs((value ?? Number.NaN) - expected)).toBeLessThanOrEqual(tolerance + 1e-9);
}

describe("published worked examples", () => {
  test("生均图书 of five schools: values, county mean, every term, S² , S and 差异系数", () => {
    for (const { inputs, expected, tolerance } of worked("cv_school_level")) {
      const { schools } = inputs as { schools: { students: number; books: number }[] };
      const want = expected as { per_student: number[]; county_mean: number; weighted_sq_terms: number[]; weighted_variance: number; sd: number; cv: number };
      const oneIndicator: Standard = { ...DEFAULT_STANDARD, indicators: DEFAULT_STANDARD.indicators.filter((one) => one.id === "A6") };
      const columns = {
        count: schools.length, stage: new Uint8Array(schools.length), students: Float64Array.from(schools, (one) => one.students),
        amounts: [Float64Array.from(schools, (one) => one.books)], atLeast: [null], ratios: [null],
      };
      const { values, stages } = judgeColumns(columns, null, oneIndicator);
      want.per_student.forEach((value, i) => near(values[0]![i], value, tolerance["per_student"]!));
      near(stages.primary.means[0], want.county_mean, tolerance["county_mean"]!);
      const s2 = stages.primary.deviations[0]! ** 2;
      near(s2, want.weighted_variance, tolerance["weighted_variance"]!);
      near(stages.primary.deviations[0], want.sd, tolerance["sd"]!);
      near(stages.primary.variation[0], want.cv, tolerance["cv"]!);
      const shares = contributions(values[0]!, columns.students)!;
      want.weighted_sq_terms.forEach((term, i) => near(shares[i]! * s2, term, tolerance["weighted_sq_terms"]!));
      near(variationOfTotals(columns.amounts[0]!, columns.students), 0.5152566, 1e-7);
    }
  });

  test("九年一贯制 books split 1 : 1.1", () => {
    const example = worked("split").find(({ id }) => id === "split-nine-year-books")!;
    const { primary, junior, total_resource } = example.inputs as { primary: number; junior: number; total_resource: number };
    const want = example.expected as Record<"weighted_students" | "primary_per_student" | "primary_total" | "junior_total", number>;
    const parts = splitAmount(total_resource, { primary, junior }, DEFAULT_STANDARD);
    near((total_resource / parts.primary!) * primary, want.weighted_students, 1e-9);
    near(parts.primary! / primary, want.primary_per_student, example.tolerance["primary_per_student"]!);
    near(parts.primary, want.primary_total, example.tolerance["primary_total"]!);
    near(parts.junior, want.junior_total, example.tolerance["junior_total"]!);
  });

  test("九年一贯制 of 1200 + 1500 pupils: rooms and equipment", () => {
    const { inputs, expected, tolerance } = worked("split").find(({ id }) => id === "split-nine-year-shenyang")!;
    const { primary, junior, teaching_area, equipment_wan } = inputs as Record<"primary" | "junior" | "teaching_area" | "equipment_wan", number>;
    const want = expected as Record<string, number>;
    const area = splitAmount(teaching_area, { primary, junior }, DEFAULT_STANDARD).primary!;
    const equipment = splitAmount(equipment_wan, { primary, junior }, DEFAULT_STANDARD).primary!;
    near(area / teaching_area, want["primary_share"]!, tolerance["primary_share"]!);
    near(area, want["primary_teaching_area"]!, tolerance["primary_teaching_area"]!);
    near(equipment, want["primary_equipment_wan"]!, tolerance["primary_equipment_wan"]!);
    near(area / primary, want["primary_area_per_student"]!, tolerance["primary_area_per_student"]!);
    // The source rounds 万元 to two places before it divides.
    near((Number(equipment.toFixed(2)) * 10000) / primary, want["primary_equipment_yuan_per_student"]!, tolerance["primary_equipment_yuan_per_student"]!);
  });

  test("十二年一贯制 and 完全中学 by their published formulas", () => {
    const { inputs, expected, tolerance } = worked("split_formula").find(({ id }) => id === "split-formulas-12year-and-wanzhong")!;
    const [twelve, complete] = (inputs as { cases: { A: number; B: number; C: number; teaching_area: number }[] }).cases;
    const want = expected as Record<string, number>;
    const all = tolerance["all"]!;
    const twelveYear = splitAmount(twelve!.teaching_area, { primary: twelve!.A, junior: twelve!.B, senior: twelve!.C }, DEFAULT_STANDARD);
    near(twelveYear.primary! / twelve!.teaching_area, want["twelve_primary_share"]!, all);
    near(twelveYear.junior! / twelve!.teaching_area, want["twelve_junior_share"]!, all);
    near(twelveYear.primary, want["twelve_primary_area"]!, all);
    near(twelveYear.junior, want["twelve_junior_area"]!, all);
    const junior = splitAmount(complete!.teaching_area, { junior: complete!.B, senior: complete!.C }, DEFAULT_STANDARD).junior!;
    near(junior / complete!.teaching_area, want["wanzhong_junior_share"]!, all);
    near(junior, want["wanzhong_junior_area"]!, all);
  });

  test("T/(A+1.1B) and T/(A/1.1+B) are the same as splitting first", () => {
    const { inputs, expected, tolerance } = worked("split_formula").find(({ id }) => id === "split-equivalent-form-shenyang")!;
    const { T, A, B } = inputs as Record<"T" | "A" | "B", number>;
    const want = expected as Record<"primary_per_student" | "junior_per_student", number>;
    const parts = splitAmount(T, { primary: A, junior: B }, DEFAULT_STANDARD);
    near(parts.primary! / A, want.primary_per_student, tolerance["all"]!);
    near(parts.junior! / B, want.junior_per_student, tolerance["all"]!);
    near(T / (A / 1.1 + B), want.junior_per_student, tolerance["all"]!);
  });

  test("综合差异系数 of every published county is the mean of its eight", () => {
    for (const { inputs, expected, tolerance } of worked("composite_8")) {
      near(composite((inputs as { cv: number[] }).cv), (expected as { composite: number }).composite, tolerance["composite"]!);
    }
    expect(composite([0.1, null])).toBeNull();
    expect(composite([])).toBeNull();
  });

  test("达标值 and 基本值 (85 %) of the seven indicators", () => {
    for (const { inputs, expected, tolerance } of worked("threshold")) {
      const { threshold } = inputs as { threshold: Record<string, number[]> };
      for (const [name, stage] of [["小学", "primary"], ["初中", "junior"]] as const) {
        DEFAULT_STANDARD.indicators.forEach((indicator, k) => {
          expect(indicator.lines[stage]).toBe(threshold[name]![k]);
          near(targetOf(indicator, stage, DEFAULT_STANDARD, "floor"), (expected as Record<string, number[]>)[name]![k]!, tolerance["all"]!);
        });
      }
    }
  });
});

const weighted = fc.array(fc.record({ value: fc.double({ min: 0.01, max: 1e4, noNaN: true }), students: fc.integer({ min: 1, max: 4000 }) }), { minLength: 1, maxLength: 40 });

function lists(rows: readonly { value: number; students: number }[]): [number[], number[]] {
  return [rows.map((row) => row.value), rows.map((row) => row.students)];
}

describe("properties of the measures", () => {
  const measures = { variation, gini, theil, mcloone, rangeRatio };

  test.each(Object.entries(measures))("%s does not change with scale or order", (_, measure) => {
    fc.assert(
      fc.property(weighted, fc.double({ min: 0.001, max: 1000, noNaN: true }), (rows, factor) => {
        const [values, students] = lists(rows);
        const plain = measure(values, students)!;
        const scaled = measure(values.map((value) => value * factor), students)!;
        const [backValues, backStudents] = lists([...rows].reverse());
        expect(scaled).toBeCloseTo(plain, 6);
        expect(measure(backValues, backStudents)).toBeCloseTo(plain, 9);
      }),
    );
  });

  test.each(Object.entries(measures))("%s of schools that are all alike shows no inequality", (name, measure) => {
    expect(measure([3, 3, 3], [10, 20, 30])).toBeCloseTo(name === "mcloone" ? 1 : 0, 12);
  });

  test.each(Object.entries(measures))("%s counts a school of 3 pupils like three schools of one", (_, measure) => {
    expect(measure([1, 5, 9], [3, 1, 2])).toBeCloseTo(measure([1, 1, 1, 5, 9, 9], null)!, 12);
  });

  test.each(Object.entries(measures))("%s is null where it cannot be known", (_, measure) => {
    expect(measure([], null)).toBeNull();
    expect(measure([1, Number.NaN], [1, 1])).toBeNull();
    expect(measure([1, -1], [1, 1])).toBeNull();
    expect(measure([1, 2], [1, 0])).toBeNull();
    expect(measure([1, 2], [1])).toBeNull();
    expect(measure([0, 0], [1, 1])).toBeNull();
    expect(measure([1, Number.POSITIVE_INFINITY], null)).toBeNull();
  });

  test("contributions sum to 1, or are all 0 when the schools do not differ", () => {
    fc.assert(
      fc.property(weighted, (rows) => {
        const parts = contributions(...lists(rows))!;
        const sum = parts.reduce((all, part) => all + part, 0);
        expect(parts.every((part) => part >= 0)).toBe(true);
        expect(sum === 0 || Math.abs(sum - 1) < 1e-9).toBe(true);
      }),
    );
    expect(contributions([2, 2], [1, 5])).toEqual([0, 0]);
    expect(contributions([1, 3], [1, 1])).toEqual([0.5, 0.5]);
    expect(contributions([1], [0])).toBeNull();
  });

  test("the official figure is weighted: an unweighted one differs", () => {
    expect(variation([1, 3], [1, 1])).toBe(0.5);
    expect(variation([1, 3], [3, 1])).toBeCloseTo(Math.sqrt(0.75) / 1.5, 12);
    expect(variation([1, 3], null)).toBe(0.5);
    expect(variation([7], [31])).toBe(0);
    expect(variationOfTotals([1], [1, 2])).toBeNull();
    expect(variationOfTotals([1, 2], [1, 0])).toBeNull();
  });

  test.each([
    ["gini", gini([0, 1], [1, 1]), 0.5],
    ["gini with three quarters of the pupils at nothing", gini([0, 1], [3, 1]), 0.75],
    ["theil", theil([0, 2], [1, 1]), Math.log(2)],
    ["mcloone: the lower half has 1 + 2 of 2 × 2", mcloone([1, 2, 3, 4], null), 0.75],
    ["rangeRatio: from 1 at the 5th to 4 at the 95th", rangeRatio([1, 2, 3, 4], null), 3],
    ["rangeRatio leaves the extreme twentieths aside", rangeRatio([1, 2, 3, 99], [4, 46, 46, 4]), 0.5],
  ])("%s by hand", (_, value, expected) => {
    expect(value).toBeCloseTo(expected, 12);
  });
});
