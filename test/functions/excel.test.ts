import { associateFunctions } from "../../src/functions/associate";
import { FUNCTION_NAMES } from "../../src/functions/table";
import { HEADINGS, schoolRow } from "./sheet";

/** What Excel offers to a custom function, and what was told to it. */
class ExcelError {
  constructor(readonly code: string, readonly message: string) {}
}
const told = new Map<string, (...args: unknown[]) => unknown>();
const excel = {
  Error: ExcelError,
  ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A" },
  associate: (id: string, run: (...args: unknown[]) => unknown): void => { told.set(id, run); },
};

function thrown(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  return null;
}

describe("outside Excel", () => {
  test("associating does nothing and does not fail", () => {
    expect(() => { associateFunctions(); }).not.toThrow();
    expect(told.size).toBe(0);
  });
});

describe("in Excel", () => {
  beforeAll(() => {
    Object.assign(globalThis, { CustomFunctions: excel });
    associateFunctions();
  });
  afterAll(() => { Reflect.deleteProperty(globalThis, "CustomFunctions"); });

  const call = (name: string, ...args: unknown[]): unknown => told.get(`YJJH.${name}`)?.(...args);

  test("every function is associated, with and without the prefix", () => {
    expect([...told.keys()].sort()).toEqual(FUNCTION_NAMES.flatMap((name) => [`YJJH.${name}`, name]).sort());
    for (const name of FUNCTION_NAMES) expect(told.get(name)).toBe(told.get(`YJJH.${name}`));
  });

  test("a number, a text and a spill come out as Excel wants them", () => {
    expect(call("THRESHOLD", [[2]], [["初中"]], null)).toBe(1);
    expect(call("CLAUSE", [[2]], null)).toContain("骨干教师");
    expect(call("COMPLIANT", [schoolRow("第一小学", "小学", 500, 1.2)], [[...HEADINGS]], null, null)).toEqual([[true]]);
    expect(call("STANDARDS")).toEqual([["national-2017", "国家优质均衡标准", "教督〔2017〕6号"], ["basic-2012", "国家基本均衡标准", "教督〔2012〕3号"]]);
  });

  test("wrong use is thrown as #VALUE!, missing data as #N/A, both with a Chinese text", () => {
    expect(thrown(() => call("CV", [["生均"], [1]], null))).toMatchObject({ code: "#VALUE!", message: expect.stringContaining("第 1 行") as string });
    expect(thrown(() => call("CV", [[null], [1]], [[5], [5]]))).toMatchObject({ code: "#N/A", message: expect.stringContaining("第 1 行") as string });
    expect(thrown(() => call("CV", [["生均"], [1]], null))).toBeInstanceOf(ExcelError);
    expect(thrown(() => call("COMPLIANT", [["小学", 5, 5, 5, 5, 8, 3000, null]], null, null, null))).toMatchObject({ code: "#N/A", message: expect.stringMatching(/^数据不足：缺/) as string });
  });

  test("in a spill each element carries its own error", () => {
    const result = call("COMPLIANT", [["小学", 5, 5, 5, 5, 8, 3000, 5], ["小学", 5, 5, 5, 5, 8, 3000, null]], null, null, null) as unknown[][];
    expect(result[0]).toEqual([true]);
    expect(result[1]?.[0]).toBeInstanceOf(ExcelError);
    expect(result[1]?.[0]).toMatchObject({ code: "#N/A" });
  });
});
