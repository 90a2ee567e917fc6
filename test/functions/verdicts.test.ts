import fc from "fast-check";
import type { Cell } from "../../src/grid/block";
import { FunctionError } from "../../src/functions/errors";
import type { FunctionId, Result, ResultCell } from "../../src/functions/table";
import { forgetHeadings } from "../../src/reading";
import { HEADINGS, runFunction, schoolRow } from "./sheet";

beforeEach(() => { forgetHeadings(); });

const run = (id: FunctionId, ...args: unknown[]): Result => runFunction(id, args, "seen");
const inExcel = (id: FunctionId, ...args: unknown[]): Result => runFunction(id, args, "zero");

/** What a cell would show: errors as their Excel word and text, a whole call's error like a cell's. */
function shown(call: () => Result): unknown {
  const word = (cell: ResultCell): unknown => (cell instanceof FunctionError ? `${cell.kind === "value" ? "#VALUE!" : "#N/A"} ${cell.message}` : cell);
  try {
    const result = call();
    return Array.isArray(result) ? (result as readonly (readonly ResultCell[])[]).map((row) => row.map(word)) : word(result as ResultCell);
  } catch (error) {
    if (error instanceof FunctionError) return word(error);
    throw error;
  }
}

const LINES = { 小学: [4.2, 1, 0.9, 4.5, 7.5, 2000, 2.3], 初中: [5.3, 1, 0.9, 5.8, 10.2, 2500, 2.4] };
type Mark = "m" | "f" | "u" | "x";

/** 学段 and seven values: on the line, on 85 %, just below 85 %, missing. */
function plainRow(stage: "小学" | "初中", marks: string): Cell[] {
  return [stage, ...[...marks].map((mark, k) => {
    const line = LINES[stage][k] ?? 0;
    return { m: line, f: line * 0.85, u: line * 0.85 - 0.001, x: null }[mark as Mark];
  })];
}

/** Two-stage school as one row: whole-school rooms and equipment, teachers by stage. */
const NINE_HEADINGS = [
  "学校名称", "办学类型", "小学在校生数", "初中在校生数", "小学高于规定学历教师数", "初中高于规定学历教师数", "小学县级以上骨干教师数", "初中县级以上骨干教师数",
  "小学体育艺术专任教师数", "初中体育艺术专任教师数", "教学及辅助用房面积（㎡）（已扣除室内体育用房）", "体育运动场馆面积（㎡）", "教学仪器设备资产值（元）", "网络多媒体教室数",
];
const nineRow = (rooms: number | null, name = "实验学校", juniorDegree = 80): Cell[] =>
  [name, "九年一贯制学校", 1200, 1500, 60, juniorDegree, 12, 15, 11, 14, rooms, 40000, 8000000, 80];

describe("COMPLIANT", () => {
  test.each([
    ["mmmmmmm", true, "all seven exactly on the line (R4)"],
    ["mmmfmmm", true, "six on the line, one exactly at 85 %"],
    ["ffmmmmm", false, "two below the line"],
    ["mmmmmmu", false, "one below 85 %"],
    ["ummmmmx", false, "one below 85 %, one missing: certain already (R2)"],
    ["ffmmmmx", false, "two at 85 %, one missing: certain already (R2)"],
  ])("%s is %s: %s", (marks, expected) => {
    expect(run("YJJH.COMPLIANT", [plainRow("小学", marks)])).toBe(expected);
    expect(run("YJJH.COMPLIANT", [plainRow("初中", marks)])).toBe(expected);
  });

  test.each([["mmmmmmx", "网络多媒体教室"], ["fmmxmmm", "教学及辅助用房"], ["xxxxxxx", "高于规定学历"]])("%s is #N/A that names what is missing, never a pass (R2)", (marks, name) => {
    expect(shown(() => run("YJJH.COMPLIANT", [plainRow("初中", marks)]))).toMatch(new RegExp(`^#N/A 数据不足：缺.*${name}`));
  });

  test("one row in gives one value, many rows give exactly one value per row, in place", () => {
    const rows = [plainRow("小学", "mmmmmmm"), Array.from({ length: 8 }, () => null), plainRow("初中", "mmmmmmu"), plainRow("小学", "xmmmmmm")];
    const result = shown(() => run("YJJH.COMPLIANT", rows)) as unknown[][];
    expect(result.slice(0, 3)).toEqual([[true], [""], [false]]);
    expect(result[3]?.[0]).toMatch(/^#N\/A 数据不足/);
  });

  const good = schoolRow("第一小学", "小学", 500, 1.2);
  const bad = schoolRow("第二中学", "初级中学", 900, 0.7);

  test("headings may be given apart or stand in the data, on one row or on several", () => {
    expect(run("YJJH.COMPLIANT", [good], [[...HEADINGS]])).toBe(true);
    expect(run("YJJH.COMPLIANT", [[...HEADINGS], good, bad])).toEqual([[""], [true], [false]]);
    const upper = HEADINGS.map((_, i) => (i < 3 ? null : "资源配置情况"));
    expect(run("YJJH.COMPLIANT", [good, bad], [upper, [...HEADINGS]])).toEqual([[true], [false]]);
  });

  test("subtotal, blank and heading rows stay empty", () => {
    const blank = HEADINGS.map(() => null);
    const total = ["合计", "", 1400, ...good.slice(3)];
    expect(run("YJJH.COMPLIANT", [good, blank, total, bad], [[...HEADINGS]])).toEqual([[true], [""], [""], [false]]);
  });

  test("a school out of scope is #N/A 不适用 with the reason", () => {
    const special = [...schoolRow("县特殊教育学校", "小学", 120, 1.2)];
    special[1] = "特殊教育学校";
    expect(shown(() => run("YJJH.COMPLIANT", [special], [[...HEADINGS]]))).toMatch(/^#N\/A 不适用：特殊教育学校/);
    expect(shown(() => run("YJJH.VERDICT", [special], null, [[...HEADINGS]]))).toBe("不适用");
  });

  test("without any heading it is told to add them, unless the row is 学段 and seven values", () => {
    expect(shown(() => run("YJJH.COMPLIANT", [good]))).toMatch(/^#VALUE! .*标题/);
    expect(shown(() => run("YJJH.COMPLIANT", [plainRow("小学", "mmmmmmm").slice(1)]))).toMatch(/^#VALUE! .*标题/);
  });

  test.each([
    [[null], "#VALUE! 参数「学校数据」没有给出"],
    [[[good], [HEADINGS.slice(1)]], "#VALUE! 参数「标题行」有 10 列，「学校数据」有 11 列"],
    [[[good], [[...HEADINGS]], "高中"], "#VALUE! 参数「学段」是「高中」，只能写小学或初中"],
    [[[good], [[...HEADINGS]], null, "2099 年标准"], "#VALUE! 没有标准「2099 年标准」"],
    [[[good], [[...HEADINGS]], [["小学"], ["初中"]]], "#VALUE! 参数「学段」只能是一个值"],
  ])("wrong use names the argument and what to do: %#", (args, text) => {
    expect(shown(() => run("YJJH.COMPLIANT", ...args))).toContain(text);
  });

  test("a stage the row does not have is 不适用", () => {
    expect(shown(() => run("YJJH.COMPLIANT", [good], [[...HEADINGS]], "初中"))).toMatch(/^#N\/A 不适用：本行是小学，不是初中/);
  });

  test("removing a figure never makes a school comply, and a missing one is never taken for a number", () => {
    fc.assert(fc.property(fc.array(fc.constantFrom("m", "f", "u"), { minLength: 7, maxLength: 7 }), fc.nat(6), (marks, at) => {
      const before = shown(() => run("YJJH.COMPLIANT", [plainRow("小学", marks.join(""))]));
      const after = shown(() => run("YJJH.COMPLIANT", [plainRow("小学", marks.map((mark, k) => (k === at ? "x" : mark)).join(""))]));
      expect(after === true).toBe(false);
      if (after === false) expect(before).toBe(false);
    }));
  });
});

describe("blanks handed over as 0 (R7)", () => {
  const headings = [[...HEADINGS]];
  const withIndoor = (indoor: Cell): Cell[] => schoolRow("第一小学", "小学", 500, 1.2).map((cell, i) => (i === 7 ? indoor : cell));

  test("on the page 0 of 室内体育用房 is 0 and a blank is missing", () => {
    expect(run("YJJH.VERDICT", [withIndoor(0)], 4, headings)).toBe("达标");
    expect(run("YJJH.VERDICT", [withIndoor(null)], 4, headings)).toBe("数据不足");
  });

  test("in Excel 0 of 室内体育用房, which is subtracted, is missing, and the text says how to write a true 0", () => {
    expect(inExcel("YJJH.VERDICT", [withIndoor(0)], 4, headings)).toBe("数据不足");
    expect(shown(() => inExcel("YJJH.INDICATOR", [withIndoor(0)], 4, headings))).toMatch(/^#N\/A .*室内体育用房.*空白也是 0.*文本/);
    expect(inExcel("YJJH.VERDICT", [withIndoor("0")], 4, headings)).toBe("达标");
  });

  test("0 of any other figure is 0: no 骨干教师 is 不达标, not 数据不足", () => {
    const none = schoolRow("第一小学", "小学", 500, 1.2).map((cell, i) => (i === 4 ? 0 : cell));
    expect(inExcel("YJJH.VERDICT", [none], "骨干教师", headings)).toBe("不达标");
  });

  test.each([0, null, "", -5])("students of %p are missing in both programs", (students) => {
    const row = schoolRow("第一小学", "小学", 500, 1.2).map((cell, i) => (i === 2 ? students : cell));
    for (const program of [run, inExcel]) {
      expect(program("YJJH.VERDICT", [row], null, headings)).toBe("数据不足");
      expect(shown(() => program("YJJH.COMPLIANT", [row], headings))).toMatch(/^#N\/A 数据不足/);
    }
  });

  test("blank heading cells that arrive as 0 are blank", () => {
    const upper: Cell[] = HEADINGS.map((_, i) => (i === 3 ? "专任教师" : 0));
    const good = schoolRow("第一小学", "小学", 500, 1.2);
    expect(inExcel("YJJH.COMPLIANT", [good], [upper, [...HEADINGS]])).toBe(inExcel("YJJH.COMPLIANT", [good], headings));
    expect(inExcel("YJJH.COMPLIANT", [upper, [...HEADINGS], good])).toEqual([[""], [""], [true]]);
  });

  test("optional arguments that point at a blank cell are left out", () => {
    const good = schoolRow("第一小学", "小学", 500, 1.2);
    expect(inExcel("YJJH.COMPLIANT", [good], headings, [[0]], [[0]])).toBe(true);
    expect(inExcel("YJJH.VERDICT", [good], [[0]], headings)).toBe("达标");
  });
});

describe("VERDICT and INDICATOR", () => {
  const row = plainRow("初中", "mfuxmmm");

  test.each([[1, "达标"], [2, "达到85%"], [3, "不达标"], [4, "数据不足"]])("indicator %d is %s (R1)", (indicator, word) => {
    expect(run("YJJH.VERDICT", [row], indicator)).toBe(word);
  });

  test("85 % is exactly 0.85 of the line: 4.505 is at 85 %, 4.504 is not", () => {
    const at = (value: number): unknown => run("YJJH.VERDICT", [["初中", value, 1, 1, 6, 11, 3000, 3]], 1);
    expect([at(4.505), at(4.504), at(5.3), at(5.299)]).toEqual(["达到85%", "不达标", "达标", "达到85%"]);
  });

  test("without an indicator the school is judged", () => {
    expect(run("YJJH.VERDICT", [plainRow("小学", "mmmmmmm"), plainRow("小学", "mmmmmmx"), plainRow("小学", "ffmmmmm")])).toEqual([["达标"], ["数据不足"], ["不达标"]]);
  });

  test.each(["骨干教师", "A2", "a2", 2, "2", "每百名学生拥有县级以上骨干教师数"])("an indicator is named as %p", (name) => {
    expect(run("YJJH.INDICATOR", [row], name)).toBeCloseTo(0.85, 12);
  });

  test("an unknown indicator is told with those there are, a missing one is asked for", () => {
    expect(shown(() => run("YJJH.INDICATOR", [row], "升学率"))).toMatch(/^#VALUE! 没有指标「升学率」；可用编号或名称：1 .*7 /);
    expect(shown(() => run("YJJH.INDICATOR", [row], 8))).toMatch(/^#VALUE! 没有指标「8」/);
    expect(shown(() => run("YJJH.INDICATOR", [row], null))).toMatch(/^#VALUE! 参数「指标」没有给出/);
  });

  test("a value is given unrounded, a missing one is #N/A", () => {
    const school = schoolRow("第一小学", "小学", 700, 1.2);
    expect(run("YJJH.INDICATOR", [school], 1, [[...HEADINGS]])).toBe((Math.ceil(4.2 * 1.2 * 700 / 100) * 100) / 700);
    expect(shown(() => run("YJJH.INDICATOR", [row], 4))).toMatch(/^#N\/A 数据不足：缺.*教学及辅助用房/);
  });
});

describe("a school of two stages is one row (R12, R24)", () => {
  const headings = [NINE_HEADINGS];

  test("COMPLIANT and VERDICT join both stages, or judge the stage asked for", () => {
    const row = nineRow(12000);
    expect(run("YJJH.COMPLIANT", [row], headings)).toBe(false);
    expect(run("YJJH.VERDICT", [nineRow(16000)], null, headings)).toBe("达标");
    expect(run("YJJH.VERDICT", [nineRow(16000, "实验学校", 60)], 1, headings)).toBe("不达标");
    expect(run("YJJH.VERDICT", [nineRow(16000, "实验学校", 60)], 1, headings, "小学")).toBe("达标");
    expect(run("YJJH.VERDICT", [nineRow(16000, "实验学校", 60)], 1, headings, "初中")).toBe("不达标");
  });

  test("INDICATOR needs the stage, in its own element of a spill, and splits by the official weights", () => {
    expect(shown(() => run("YJJH.INDICATOR", [nineRow(12000)], 4, headings))).toMatch(/^#VALUE! .*实验学校.*小学、初中.*请给出参数「学段」/);
    expect(run("YJJH.INDICATOR", [nineRow(12000)], 4, headings, "小学")).toBeCloseTo(12000 / 2850, 12);
    expect(run("YJJH.INDICATOR", [nineRow(12000)], 4, headings, "初中")).toBeCloseTo((12000 * 1.1) / 2850, 12);
  });

  test("GAP of the shared resources is what the whole school needs, more than the stages' gaps together (R24)", () => {
    expect(run("YJJH.GAP", [nineRow(12000)], 4, headings)).toBeCloseTo(3027.2727, 4);
    expect(run("YJJH.GAP", [nineRow(12000)], 4, headings, "小学")).toBeCloseTo(347.3684, 4);
    expect(run("YJJH.GAP", [nineRow(12000)], 4, headings, "初中")).toBeCloseTo(1752.6316, 4);
    expect(run("YJJH.GAP", [nineRow(16000)], 4, headings)).toBe(0);
  });

  test("GAP of teachers asks for the stage", () => {
    expect(shown(() => run("YJJH.GAP", [nineRow(12000)], 1, headings))).toMatch(/^#VALUE! .*请给出参数「学段」/);
    expect(run("YJJH.GAP", [nineRow(12000, "实验学校", 60)], 1, headings, "初中")).toBe(20);
  });

  test("EXPLAIN tells both stages", () => {
    const text = run("YJJH.EXPLAIN", [nineRow(12000)], 4, headings);
    expect(text).toMatch(/小学 生均教学及辅助用房面积：达到85%[\s\S]*初中 生均教学及辅助用房面积：不达标/);
    expect(run("YJJH.EXPLAIN", [nineRow(12000)], 4, headings, "小学")).not.toContain("初中 生均");
  });

  test("teachers in one column for both stages are 数据不足 with the remedy (R13)", () => {
    const row = schoolRow("实验学校", "初级中学", 800, 1.3);
    row[1] = "九年一贯制学校";
    const heads = [HEADINGS.flatMap((one) => (one === "在校生数" ? ["小学在校生数", "初中在校生数"] : [one]))];
    const split = [...row.slice(0, 2), 500, 300, ...row.slice(3)];
    expect(run("YJJH.VERDICT", [split], 1, heads)).toBe("数据不足");
    expect(shown(() => run("YJJH.COMPLIANT", [split], heads))).toMatch(/小学部、初中部教师数/);
  });
});

describe("what headings and rows leave open is never taken for a pass", () => {
  const good = schoolRow("县第三中学", "初级中学", 900, 1.3);
  const untyped = good.map((cell, i): Cell => (i === 1 ? null : cell));

  test("a stage that nothing settles is 数据不足 until the argument says it (R12)", () => {
    expect(shown(() => run("YJJH.COMPLIANT", [untyped], [[...HEADINGS]]))).toMatch(/^#N\/A 数据不足：.*办学类型/);
    expect(run("YJJH.COMPLIANT", [untyped], [[...HEADINGS]], "初中")).toBe(true);
    expect(run("YJJH.COMPLIANT", [untyped, schoolRow("第一小学", "小学", 500, 1.2)], [[...HEADINGS]], "初中")).toEqual([[true], [expect.any(FunctionError)]]);
  });

  test("money without a unit counts only where it can be nothing but yuan, and never by the other rows (R19)", () => {
    const heads = [HEADINGS.map((one) => (one.startsWith("教学仪器设备") ? "教学仪器设备资产值" : one))];
    const inYuan = good.map((cell, i): Cell => (i === 9 ? Number(cell) * 10000 : cell));
    expect(shown(() => run("YJJH.INDICATOR", [good], 6, heads))).toMatch(/^#N\/A .*没有注明单位，请在标题中写明元或万元/);
    expect(run("YJJH.INDICATOR", [inYuan, good], 6, heads)).toEqual([[expect.closeTo(3250, 6)], [expect.any(FunctionError)]]);
  });

  test("a figure far from any sense under its unit is 数据不足, 0 is 0", () => {
    const inYuan = good.map((cell, i): Cell => (i === 9 ? Number(cell) * 10000 : cell));
    const none = good.map((cell, i): Cell => (i === 9 ? 0 : cell));
    expect(run("YJJH.VERDICT", [inYuan, none], 6, [[...HEADINGS]])).toEqual([["数据不足"], ["不达标"]]);
  });

  test("a heading with two readings is missing, whatever the rows hold", () => {
    const heads = HEADINGS.flatMap((one): string[] => (one === "体育、艺术专任教师数" ? ["体育专任教师数", "音乐专任教师数", "美术专任教师数", "艺术专任教师数"] : [one]));
    const row = (art: number): Cell[] => [...good.slice(0, 5), 5, 2, 3, art, ...good.slice(6)];
    expect(run("YJJH.VERDICT", [row(5), row(1)], 3, [heads])).toEqual([["数据不足"], ["数据不足"]]);
  });

  test("headings recognised before change no answer, and a thousand different ones do no harm", () => {
    const formula = (heads: readonly string[]): unknown => shown(() => run("YJJH.EXPLAIN", [good], null, [[...heads]]));
    const sets = Array.from({ length: 1000 }, (_, i) => HEADINGS.map((one, k) => (k === i % 11 ? `${one}${"甲乙丙丁"[i % 4] ?? ""}` : one)));
    const warm = sets.slice(0, 60).map(formula);
    sets.forEach(formula);
    const cold = sets.slice(0, 60).map((heads) => { forgetHeadings(); return formula(heads); });
    expect(cold).toEqual(warm);
  });
});

describe("GAP (R23)", () => {
  const school = schoolRow("第一小学", "小学", 500, 1);
  const set = (at: number, value: Cell): Cell[] => school.map((cell, i) => (i === at ? value : cell));
  const headings = [[...HEADINGS]];

  test("is in the resource's own unit: persons and rooms rounded up, ㎡ and 元 not", () => {
    expect(run("YJJH.GAP", [set(3, 19)], 1, headings)).toBe(2);
    expect(run("YJJH.GAP", [set(10, 10)], 7, headings)).toBe(2);
    expect(run("YJJH.GAP", [set(6, 2100.5)], 4, headings)).toBeCloseTo(249.5, 9);
    expect(run("YJJH.GAP", [set(9, 90.5)], 6, headings)).toBeCloseTo(95000, 6);
  });

  test("to 85 % when the target says so", () => {
    expect(run("YJJH.GAP", [set(6, 2000)], 4, headings, null, null, "85%")).toBeCloseTo(12.5, 9);
    expect(run("YJJH.GAP", [set(6, 2000)], 4, headings, null, null, 0.85)).toBeCloseTo(12.5, 9);
    expect(run("YJJH.GAP", [set(6, 2000)], 4, headings, null, null, 1)).toBe(350);
    expect(shown(() => run("YJJH.GAP", [set(6, 2000)], 4, headings, null, null, "90%"))).toMatch(/^#VALUE! 参数「目标」是「90%」，只能写 100% 或 85%/);
  });

  test("is 0 when met, #N/A when missing or without students", () => {
    expect(run("YJJH.GAP", [school], 4, headings)).toBe(0);
    expect(shown(() => run("YJJH.GAP", [set(6, null)], 4, headings))).toMatch(/^#N\/A 数据不足：缺.*教学及辅助用房/);
    expect(shown(() => run("YJJH.GAP", [plainRow("小学", "uuuuuuu")], 4))).toMatch(/^#N\/A 数据不足：.*在校生数/);
  });
});

describe("EXPLAIN", () => {
  test("of an indicator holds the figures, the calculation and the clause", () => {
    const text = run("YJJH.EXPLAIN", [schoolRow("第一小学", "小学", 500, 1.2)], 1, [[...HEADINGS]]);
    expect(text).toMatch(/第一小学[\s\S]*达标[\s\S]*26[\s\S]*500[\s\S]*依据：.*教督〔2017〕6号/);
  });

  test("of a school lists the seven indicators, its verdict and the school rule", () => {
    const text = String(run("YJJH.EXPLAIN", [plainRow("初中", "mfxmmmm")]));
    expect(text.split("\n")).toHaveLength(9);
    expect(text).toMatch(/^初中：数据不足\n1 .*达标[\s\S]*2 .*达到85%[\s\S]*3 .*数据不足（[\s\S]*依据：教督〔2017〕6号/);
  });
});

test("EXPLAIN of a school prints a value just short of its line with the decimals that show it (R4)", () => {
  const text = String(run("YJJH.EXPLAIN", [["小学", 4.2, 1, 0.9, 4.4996, 7.5, 2000, 2.3]]));
  expect(text).toContain("4 生均教学及辅助用房面积 4.4996㎡：达到85%（达标线 4.5）");
});

describe("an array call equals the calls of its rows", () => {
  const marks = fc.array(fc.constantFrom("m", "f", "u", "x"), { minLength: 7, maxLength: 7 }).map((list) => list.join(""));
  const cell = fc.oneof(fc.nat(5000), fc.constantFrom(null, "", 0, "12人", "—", "无", "1,200", "#N/A"));
  const school = fc.tuple(fc.constantFrom("第一小学", "第二初级中学", "实验学校", "合计", ""), fc.constantFrom("小学", "初级中学", "九年一贯制学校", "特殊教育学校", "教学点", ""), fc.array(cell, { minLength: 9, maxLength: 9 }))
    .map(([name, type, cells]): Cell[] => [name, type, ...cells]);
  const calls: readonly (readonly [FunctionId, (rows: unknown, headings: unknown) => unknown[]])[] = [
    ["YJJH.COMPLIANT", (rows, headings) => [rows, headings]],
    ["YJJH.VERDICT", (rows, headings) => [rows, null, headings]],
    ["YJJH.INDICATOR", (rows, headings) => [rows, 4, headings]],
    ["YJJH.GAP", (rows, headings) => [rows, 2, headings]],
    ["YJJH.EXPLAIN", (rows, headings) => [rows, 5, headings]],
  ];

  function same(id: FunctionId, args: (rows: unknown) => unknown[], rows: readonly Cell[][]): void {
    for (const program of [run, inExcel]) {
      const whole = shown(() => program(id, ...args(rows)));
      const each = rows.map((row) => [shown(() => program(id, ...args([row])))]);
      const placeless = (value: unknown): string => JSON.stringify(value).replace(/第 \d+ 行/g, "");
      expect(placeless(whole)).toBe(placeless(each));
    }
  }

  test("for 学段 and seven values", () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom("小学" as const, "初中" as const), marks), { minLength: 2, maxLength: 5 }), (list) => {
      for (const [id, args] of calls) same(id, (rows) => args(rows, null), list.map(([stage, one]) => plainRow(stage, one)));
    }), { numRuns: 40 });
  });

  test("and in Excel, where 「插入公式」 hands blanks over as \"\" and 0 as text, the answer is the page's (R7)", () => {
    const wrapped = (row: readonly Cell[]): Cell[] => row.map((one) => (one === null || one === "" ? "" : one === 0 ? "0" : one));
    fc.assert(fc.property(fc.array(school, { minLength: 1, maxLength: 4 }), (rows) => {
      for (const [id, args] of calls) {
        expect(shown(() => inExcel(id, ...args(rows.map(wrapped), [[...HEADINGS]])))).toEqual(shown(() => run(id, ...args(rows, [[...HEADINGS]]))));
      }
    }), { numRuns: 60 });
  });

  test("for rows with headings, whatever the cells hold", () => {
    fc.assert(fc.property(fc.array(school, { minLength: 2, maxLength: 5 }), (rows) => {
      for (const [id, args] of calls) same(id, (some) => args(some, [[...HEADINGS]]), rows);
    }), { numRuns: 100 });
  });
});
