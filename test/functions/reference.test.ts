import { FunctionError } from "../../src/functions/errors";
import type { FunctionId, Result } from "../../src/functions/table";
import { DEFAULT_STANDARD } from "../../src/standards";
import { runFunction } from "./sheet";

const run = (id: FunctionId, ...args: unknown[]): Result => runFunction(id, args, "seen");

function refusal(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (error instanceof FunctionError) return `${error.kind} ${error.message}`;
    throw error;
  }
  return "";
}

describe("SPLIT", () => {
  test("gives a 九年一贯制 its published shares and leaves 高中 empty", () => {
    const [row] = run("YJJH.SPLIT", 20000, 1200, 1500) as number[][];
    expect(row?.[0]).toBeCloseTo(8421.0526, 4);
    expect(row?.[1]).toBeCloseTo(11578.9474, 4);
    expect(row?.[2]).toBe("");
  });

  test.each([
    ["完全中学 1 : 1.2", [2200, null, 1000, 1000], ["", 1000, 1200]],
    ["十二年一贯制 1 : 1.1 : 1.32", [3420, 1000, 1000, 1000], [1000, 1100, 1320]],
    ["one stage takes all", [500, 30, "", ""], [500, "", ""]],
    ["a blank handed over as 0 is no stage", [500, 30, 0, 0], [500, "", ""]],
    ["nothing to split is nothing", [0, 30, 40], [0, 0, ""]],
  ])("%s", (_what, args, expected) => {
    const [row] = run("YJJH.SPLIT", ...args) as (number | string)[][];
    expected.forEach((part, i) => {
      if (typeof part === "string") expect(row?.[i]).toBe(part);
      else expect(row?.[i]).toBeCloseTo(part, 9);
    });
  });

  test("says what is missing or wrong", () => {
    expect(refusal(() => run("YJJH.SPLIT", null, 1, 2))).toMatch(/^notAvailable .*「全校总量」为空/);
    expect(refusal(() => run("YJJH.SPLIT", 100, null, ""))).toMatch(/^notAvailable .*在校生数都为空/);
    expect(refusal(() => run("YJJH.SPLIT", "很多", 1, 2))).toMatch(/^value .*「全校总量」是「很多」，应为数/);
    expect(refusal(() => run("YJJH.SPLIT", 100, -1, 2))).toMatch(/^value .*「小学部在校生数」是负数/);
    expect(refusal(() => run("YJJH.SPLIT", [[1], [2]], 1, 2))).toMatch(/^value .*只能是一个值/);
  });
});

describe("THRESHOLD, CLAUSE and STANDARDS", () => {
  test("THRESHOLD is the line of every indicator and stage", () => {
    DEFAULT_STANDARD.indicators.forEach((indicator, k) => {
      expect(run("YJJH.THRESHOLD", k + 1, "小学")).toBe(indicator.lines.primary);
      expect(run("YJJH.THRESHOLD", indicator.term, "junior")).toBe(indicator.lines.junior);
    });
    expect(refusal(() => run("YJJH.THRESHOLD", 1, null))).toMatch(/^value .*「学段」没有给出/);
  });

  test("CLAUSE holds document number, section and text", () => {
    const clause = DEFAULT_STANDARD.indicators[3]?.clause;
    expect(run("YJJH.CLAUSE", "教学用房")).toBe(`${clause?.document ?? ""} ${clause?.section ?? ""}：${clause?.text ?? ""}`);
    expect(run("YJJH.CLAUSE", 4, DEFAULT_STANDARD.id)).toBe(run("YJJH.CLAUSE", 4, DEFAULT_STANDARD.term));
  });

  test("STANDARDS lists what the argument standard accepts", () => {
    const rows = run("YJJH.STANDARDS") as string[][];
    expect(rows[0]?.[0]).toBe(DEFAULT_STANDARD.id);
    for (const [id, term] of rows) for (const name of [id, term]) expect(typeof run("YJJH.CLAUSE", 1, name)).toBe("string");
  });
});
