import type { Cell } from "../../src/grid/block";
import { DEFAULT_STANDARD, ITEM_BOOK } from "../../src/standards";
import { TEMPLATES } from "../../src/workbook";
import { FunctionError } from "../../src/functions/errors";
import type { FunctionId, Result } from "../../src/functions/table";
import { HEADINGS, runFunction, schoolRow } from "./sheet";

const run = (id: FunctionId, ...args: unknown[]): Result => runFunction(id, args, "seen");

function refusal(call: () => Result): string {
  try {
    const result = call();
    return result instanceof FunctionError ? `${result.kind} ${result.message}` : JSON.stringify(result);
  } catch (error) {
    if (error instanceof FunctionError) return `${error.kind} ${error.message}`;
    throw error;
  }
}

const HEAD: readonly Cell[] = ["指标编号", "指标名称", "小学标准", "初中标准", "统一标准", "单位", "比较", "分子数据项", "分母数据项", "每", "依据文件", "条款"];
const FILE = "甲县〔2026〕1号";
const own = (...rows: Cell[][]): Cell[][] => [[...HEAD], ...rows];
const line = (id: Cell, primary: Cell, junior: Cell = null, document: Cell = FILE): Cell[] => [id, null, primary, junior, null, null, null, null, null, null, document, "第三条"];
const HIGHER = own(line("A2", 1.5));
const row = [schoolRow("第一小学", "小学", 500, 1.2)];
const heads = [[...HEADINGS]];

describe("a range that holds a bureau's own standard, as the argument 标准", () => {
  test("its lines are judged by, and the word says so (R5); the national word is untouched", () => {
    expect(run("YJJH.VERDICT", row, "骨干教师", heads, null, HIGHER)).toBe("不达标（按自定标准）");
    expect(run("YJJH.VERDICT", row, "骨干教师", heads, null, null)).toBe("达标");
    expect(run("YJJH.VERDICT", row, "教学用房", heads, null, HIGHER)).toBe("达标（按自定标准）");
    expect(run("YJJH.COMPLIANT", row, heads, null, HIGHER)).toBe(false);
    expect(run("YJJH.COMPLIANT", row, heads, null, null)).toBe(true);
    expect(run("YJJH.THRESHOLD", 2, "小学", HIGHER)).toBe(1.5);
    expect(run("YJJH.THRESHOLD", 2, "初中", HIGHER)).toBe(1);
    expect(run("YJJH.GAP", row, 2, heads, null, HIGHER)).toBe(2);
    expect(run("YJJH.CLAUSE", 2, HIGHER)).toContain(FILE);
  });

  test("EXPLAIN and the remark of EVALUATE say so too", () => {
    expect(run("YJJH.EXPLAIN", row, 2, heads, null, HIGHER)).toContain("按自定标准");
    expect(run("YJJH.EXPLAIN", row, null, heads, null, HIGHER)).toContain("小学：不达标（按自定标准）");
    const table = run("YJJH.EVALUATE", [...heads, ...row], null, HIGHER) as Cell[][];
    expect(table[1]?.at(-1)).toContain("按自定标准");
    expect(run("YJJH.EXPLAIN", row, 2, heads, null, null)).not.toContain("自定");
  });

  test("blanks handed over as 0, as Excel for Windows does, are blanks", () => {
    const zeros = HIGHER.map((cells) => cells.map((cell) => cell ?? 0));
    expect(runFunction("YJJH.VERDICT", [row, "骨干教师", heads, null, zeros], "zero")).toBe("不达标（按自定标准）");
  });

  test("lines of items and lines added are for the pane: here they are passed over", () => {
    const whole = own(line("A2", 1.5), ["C2", "残疾儿童入学率", null, null, 97, "%", "不低于", null, null, null, FILE, "第四条"], [null, "生均图书", 25, 35, null, "册", null, "图书册数", "在校生数", 1, FILE, "第五条"]);
    expect(run("YJJH.VERDICT", row, "骨干教师", heads, null, whole)).toBe("不达标（按自定标准）");
  });

  test("the template as handed out is accepted and changes nothing but the mark", () => {
    const { rows } = TEMPLATES.find(({ id }) => id === "own-standard")!.build(DEFAULT_STANDARD, ITEM_BOOK);
    const cells = rows.map((one) => one.map((cell) => (typeof cell?.value === "object" ? null : cell?.value ?? null)));
    expect(run("YJJH.VERDICT", row, "骨干教师", heads, null, cells)).toBe("达标（按自定标准）");
    for (let k = 1; k <= 7; k++) expect(run("YJJH.THRESHOLD", k, "初中", cells)).toBe(run("YJJH.THRESHOLD", k, "初中", null));
  });

  test.each<[string, Cell[][], RegExp]>([
    ["without headings", [["A2", 1.5], ["A4", 5]], /^value 参数「标准」的区域里没有自定标准的标题/],
    ["with an unknown indicator", own(line("A2", 1.5), line("A9", 5)), /^value 参数「标准」第 3 行：没有可改的指标“A9”/],
    ["with an impossible line", own(line("A2", -1)), /^value 参数「标准」第 2 行：标准“-1”不是大于 0 的数/],
    ["with a row's own number for an indicator's", own(line("2", 97)), /^value 参数「标准」第 2 行：没有可改的指标“2”/],
    ["with a limit of 差异系数 in per cent", own(line("variation", 45)), /^value 参数「标准」第 2 行：标准“45”不是小于 1 且大于 0 的数/],
    ["with words for a line", own(line("A2", "一点五")), /^value 参数「标准」第 2 行：标准“一点五”不是大于 0 的数/],
    ["with another unit", own(["A6", null, 0.25, null, null, "万元", null, null, null, null, FILE, null]), /^value 参数「标准」第 2 行：单位应为“元”/],
    ["with the other comparison", own(["A6", null, 2500, null, null, null, "不超过", null, null, null, FILE, null]), /^value 参数「标准」第 2 行：比较方式/],
    ["with a stage's line and one for all", own(["A6", null, 2500, null, 2600, null, null, null, null, null, FILE, null]), /^value 参数「标准」第 2 行：统一标准/],
    ["without a document", own(line("A2", 1.5, null, null)), /^value 参数「标准」第 2 行：没有写依据文件/],
  ])("%s it is #VALUE! with the row and the remedy", (_, range, text) => {
    expect(refusal(() => run("YJJH.VERDICT", row, "骨干教师", heads, null, range))).toMatch(text);
  });
});

describe("基本均衡 as the argument 标准", () => {
  const headings = [["学校名称", "办学类型", "在校生数", "计算机台数（台）", "图书册数（册）"]];
  const school = [["第一小学", "小学", 500, 50, 12500]];

  test.each(["basic-2012", "国家基本均衡标准", "教督〔2012〕3号"])("is found as %s", (name) => {
    expect(run("YJJH.INDICATOR", school, "计算机", headings, null, name)).toBe(10);
    expect(run("YJJH.INDICATOR", school, 5, headings, null, name)).toBe(25);
  });

  test("asks nothing of a school: 不适用, with the reason where a text is answered", () => {
    const none = "notAvailable 不适用：本标准不设学校达标线，只看综合差异系数";
    expect(run("YJJH.VERDICT", school, 4, headings, null, "basic-2012")).toBe("不适用");
    expect(refusal(() => run("YJJH.GAP", school, 4, headings, null, "basic-2012"))).toBe(none);
    expect(refusal(() => run("YJJH.THRESHOLD", 4, "小学", "basic-2012"))).toBe(none);
    expect(refusal(() => run("YJJH.COMPLIANT", school, headings, null, "basic-2012"))).toMatch(/^notAvailable 数据不足/);
    expect(run("YJJH.EXPLAIN", school, 4, headings, null, "basic-2012")).toContain("不设学校达标线");
  });

  test("COUNTY gives eight 差异系数 and their mean", () => {
    const table = run("YJJH.COUNTY", [...headings, ...school, ["第二小学", "小学", 500, 150, 12500]], null, "basic-2012") as Cell[][];
    expect(table[0]).toHaveLength(11);
    expect(table[2]?.[5]).toBeCloseTo(0.5, 9);
    expect(table[2]?.[6]).toBe(0);
    expect(table[2]?.at(-1)).toBe("数据不足");
  });
});
