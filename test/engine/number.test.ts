import fc from "fast-check";
import { printed, reaches, shown, withinLimit } from "../../src/engine";

/** ROUND(x,9) the slow way, through decimal digits. */
function excelRound(value: number): number {
  return Number(`${Math.round(Number(`${value}e9`))}e-9`);
}

describe("R4: comparing as ROUND(value,9) with ROUND(line,9)", () => {
  test.each([
    [(5.27 * 10000) / 31, 1700, true],
    [1699.999999, 1700, false],
    [0.1 + 0.2, 0.3, true],
    [0.85 * 5.3, 4.505, true],
    [4.505, 0.85 * 5.3, true],
    [4.199999999, 4.2, false],
    [4.1999999996, 4.2, true],
    [4.1999999994, 4.2, false],
    [0, 0, true],
    [Number.NaN, 1, false],
    [1, Number.NaN, false],
  ])("%f reaches %f: %s", (value, line, expected) => {
    expect(reaches(value, line)).toBe(expected);
  });

  test("agrees with rounding both sides, wherever the value lies", () => {
    fc.assert(
      fc.property(fc.constantFrom(4.2, 5.3, 1, 0.765, 4.505, 2000, 2.3, 10.2), fc.integer({ min: -40, max: 40 }), (line, steps) => {
        const value = line + steps * 2.3e-10;
        expect(reaches(value, line)).toBe(excelRound(value) >= excelRound(line));
        expect(withinLimit(value, line)).toBe(excelRound(value) <= excelRound(line));
      }),
    );
  });

  test("a limit is kept when equal and broken just above", () => {
    expect([0.45, 0.1 + 0.35, 0.450000001, 0.4499, Number.NaN].map((value) => withinLimit(value, 0.45))).toEqual([true, true, false, true, false]);
  });
});

test.each([
  [4.505, 2, 4.51],
  [1.005, 2, 1.01],
  [4.504999, 2, 4.5],
  [0.0005, 3, 0.001],
])("%f prints at %i places as %f, half up", (value, places, expected) => {
  expect(printed(value, places)).toBe(expected);
});

test.each([
  [4.196, [4.2], "4.196"],
  [4.19, [4.2], "4.19"],
  [4.204, [4.2], "4.204"],
  [4.2, [4.2], "4.20"],
  [0.5, [], "0.50"],
])("%f beside the lines %p is shown as %s", (value, lines, text) => {
  expect(shown(value, 2, lines)).toBe(text);
});
