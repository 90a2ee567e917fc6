import fc from "fast-check";
import { FunctionError } from "../../src/functions/errors";
import type { FunctionId, Result } from "../../src/functions/table";
import { runFunction } from "./sheet";

const down = (...cells: unknown[]): unknown[][] => cells.map((cell) => [cell]);
const run = (id: FunctionId, ...args: unknown[]): Result => runFunction(id, args, "seen");

function errorOf(call: () => unknown): { kind: string; message: string } {
  try {
    call();
  } catch (error) {
    if (error instanceof FunctionError) return { kind: error.kind, message: error.message };
    throw error;
  }
  throw new Error("no error");
}

/** Books per pupil of five schools, printed step by step in the public explanation of the official method. */
const BOOKS = [279, 137, 935, 160, 402];
const PUPILS = [45, 37, 89, 76, 55];

describe("CV and CVTOTAL", () => {
  test("reproduce the published worked example from totals and from ratios", () => {
    expect(run("YJJH.CVTOTAL", down(...BOOKS), down(...PUPILS))).toBeCloseTo(0.515257, 6);
    expect(run("YJJH.CV", down(...BOOKS.map((books, i) => books / (PUPILS[i] ?? 1))), down(...PUPILS))).toBeCloseTo(0.515257, 6);
  });

  test("CV takes a range of two columns as values and students", () => {
    const pairs = BOOKS.map((books, i) => [books / (PUPILS[i] ?? 1), PUPILS[i]]);
    expect(run("YJJH.CV", pairs)).toBe(run("YJJH.CV", pairs.map(([value]) => [value]), pairs.map(([, pupils]) => [pupils])));
  });

  test("CV of one column lets every school count the same, which is not the official figure", () => {
    expect(run("YJJH.CV", down(...BOOKS.map((books, i) => books / (PUPILS[i] ?? 1))))).toBeCloseTo(0.488771, 6);
  });

  test("a school at 0 stays in (R6)", () => {
    expect(run("YJJH.CV", down(0, 2), down(100, 100))).toBeCloseTo(1, 12);
  });

  test("rows blank in both columns are no schools and are passed over", () => {
    expect(run("YJJH.CV", down(4, null, 6, ""), down(100, null, 100, ""))).toBe(run("YJJH.CV", down(4, 6), down(100, 100)));
  });

  test("numbers stored as text count, full-width digits and thousands commas too", () => {
    expect(run("YJJH.CV", down("４.0", "6"), down("1,000", "１０００"))).toBeCloseTo(0.2, 12);
  });

  test.each([
    ["a missing value", [down(4, null), down(100, 100)], "notAvailable", "「数值」第 2 行为空"],
    ["missing students (R9)", [down(4, 5), down(100, "")], "notAvailable", "「在校生数」第 2 行为空或为 0"],
    ["students of 0, which is how Excel for Windows hands over a blank (R7)", [down(4, 5), down(100, 0)], "notAvailable", "「在校生数」第 2 行为空或为 0"],
    ["no data at all", [down(null, ""), down(null, "")], "notAvailable", "没有数据"],
    ["an error in a cell", [down(4, "#DIV/0!"), down(100, 100)], "notAvailable", "「数值」第 2 行是错误值 #DIV/0!"],
    ["a mean of 0", [down(0, 0), down(100, 100)], "notAvailable", "平均值为 0"],
    ["a heading in the range", [down("生均面积", 5), down(100, 100)], "value", "「数值」第 1 行「生均面积」不是数"],
    ["TRUE in the range", [down(true, 5), down(100, 100)], "value", "「数值」第 1 行「true」不是数"],
    ["a negative value", [down(4, -5), down(100, 100)], "value", "「数值」第 2 行是负数 -5"],
    ["negative students", [down(4, 5), down(100, -1)], "value", "「在校生数」第 2 行是负数 -1"],
    ["columns of different length", [down(4, 5), down(100)], "value", "「数值」有 2 行，「在校生数」有 1 行"],
    ["three columns", [[[1, 2, 3]]], "value", "应为一列，每校一行；现在是 3 列"],
    ["nothing", [null], "value", "「数值」没有给出"],
    ["a picture in a cell", [[[{ type: "WebImage" }]]], "value", "不能识别的数据类型"],
  ])("%s is refused with a text that says where and what to do", (_what, args, kind, text) => {
    const error = errorOf(() => run("YJJH.CV", ...args));
    expect(error).toMatchObject({ kind });
    expect(error.message).toContain(text);
  });

  test("CVTOTAL without students is refused", () => {
    expect(errorOf(() => run("YJJH.CVTOTAL", down(4, 5), null))).toMatchObject({ kind: "value", message: expect.stringContaining("「在校生数」没有给出") as string });
  });
});

describe("CONTRIBUTION", () => {
  test("gives each school's share beside its row, blank rows left empty, summing to 1", () => {
    const shares = run("YJJH.CONTRIBUTION", down(2, null, 4, 9), down(100, "", 100, 100)) as number[][];
    expect(shares.map(([share]) => typeof share)).toEqual(["number", "string", "number", "number"]);
    expect(shares.reduce((sum, [share]) => sum + Number(share), 0)).toBeCloseTo(1, 12);
    expect(shares[3]?.[0]).toBeGreaterThan(shares[0]?.[0] ?? 1);
  });

  test("schools that do not differ have no shares", () => {
    expect(errorOf(() => run("YJJH.CONTRIBUTION", down(3, 3), down(1, 2)))).toMatchObject({ kind: "notAvailable", message: expect.stringContaining("各校数值相同") as string });
  });
});

describe("the other measures", () => {
  test.each([["YJJH.GINI", 0], ["YJJH.THEIL", 0], ["YJJH.MCLOONE", 1], ["YJJH.RANGERATIO", 0]] as const)("%s of equal schools is %d", (id, equal) => {
    expect(run(id, down(5, 5, 5), down(10, 20, 30))).toBeCloseTo(equal, 12);
    expect(run(id, down(5, 5, 5))).toBeCloseTo(equal, 12);
  });

  test("weigh by students: one school of 300 is three schools of 100", () => {
    for (const id of ["YJJH.CV", "YJJH.GINI", "YJJH.THEIL", "YJJH.MCLOONE", "YJJH.RANGERATIO"] as const) {
      expect(run(id, down(2, 6), down(300, 100))).toBeCloseTo(run(id, down(2, 2, 2, 6)) as number, 12);
    }
  });

  test("return a finite number or say why not, whatever is in the cells", () => {
    const cell = fc.oneof(fc.double({ noDefaultInfinity: false }), fc.constantFrom(null, "", "—", "#N/A", 0, -0, true, "12人", Number.NaN, Number.POSITIVE_INFINITY), fc.integer());
    const columns = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 });
    const ids = ["YJJH.CV", "YJJH.CVTOTAL", "YJJH.CONTRIBUTION", "YJJH.GINI", "YJJH.THEIL", "YJJH.MCLOONE", "YJJH.RANGERATIO"] as const;
    fc.assert(fc.property(fc.constantFrom(...ids), columns, (id, rows) => {
      try {
        const result = run(id, down(...rows.map(([value]) => value)), down(...rows.map(([, students]) => students)));
        const cells = Array.isArray(result) ? result.flat() : [result];
        for (const one of cells) expect(one === "" || one instanceof FunctionError || Number.isFinite(one)).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(FunctionError);
        expect((error as FunctionError).message).toMatch(/[\u4e00-\u9fff]/);
      }
    }));
  });
});
