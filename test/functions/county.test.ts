import type { Cell } from "../../src/grid/block";
import type { FunctionId } from "../../src/functions/table";
import { HEADINGS, runFunction, schoolRow } from "./sheet";

const table = (id: FunctionId, rows: readonly Cell[][], headings: unknown = null): Cell[][] => runFunction(id, [rows, headings], "seen") as Cell[][];
const HEADS = [...HEADINGS];

const primary = schoolRow("第一小学", "小学", 500, 1.2);
const junior = schoolRow("第二中学", "初级中学", 900, 1.3);
const weak = schoolRow("第三小学", "小学", 300, 0.9);
const special = schoolRow("特教学校", "小学", 80, 1.2).map((cell, i): Cell => (i === 1 ? "特殊教育学校" : cell));

describe("EVALUATE", () => {
  const result = table("YJJH.EVALUATE", [HEADS, junior, primary, special, weak]);

  test("has 16 columns under the official headings", () => {
    expect(result[0]?.slice(0, 7)).toEqual(["序号", "学校名称", "学段", "举办者类型", "在校生数", "年级数", "班级数"]);
    expect(result[0]?.slice(14)).toEqual(["是否达标", "备注"]);
    for (const row of result) expect(row).toHaveLength(16);
  });

  test("lists 小学 before 初中, numbered, in the sheet's order", () => {
    expect(result.slice(1, 4).map((row) => row.slice(0, 3))).toEqual([[1, "第一小学", "小学"], [2, "第三小学", "小学"], [3, "第二中学", "初中"]]);
  });

  test("gives values unrounded, the verdict and the remark", () => {
    expect(result[1]?.[4]).toBe(500);
    expect(result[1]?.[10]).toBeCloseTo(5.4, 12);
    expect(result[2]?.[13]).toBe((Math.ceil(2.3 * 0.9 * 3) * 100) / 300);
    expect(result[1]?.slice(14)).toEqual(["达标", "7项均达标"]);
    expect(result[2]?.[14]).toBe("不达标");
    expect(result[2]?.[15]).toContain("达到85%");
  });

  test("names who is not evaluated below, with the reason (R17)", () => {
    expect(result[4]?.slice(0, 3)).toEqual([4, "特教学校", ""]);
    expect(result[4]?.[14]).toBe("不适用");
    expect(result[4]?.[15]).toContain("特殊教育学校");
    expect(result).toHaveLength(5);
  });

  test("a missing value is written 数据不足, never 0", () => {
    const gap = primary.map((cell, i): Cell => (i === 6 ? null : cell));
    const [, row] = table("YJJH.EVALUATE", [gap], [HEADS]);
    expect(row?.[10]).toBe("数据不足");
    expect(row?.[14]).toBe("数据不足");
  });

  test("a school of two stages becomes two rows", () => {
    const heads = [HEADS.flatMap((one) => (one === "在校生数" ? ["小学在校生数", "初中在校生数"] : [one]))];
    const nine: Cell[] = ["实验学校", "九年一贯制学校", 600, 400, ...primary.slice(3)];
    const rows = table("YJJH.EVALUATE", [nine], heads).slice(1);
    expect(rows.map((row) => row.slice(0, 5))).toEqual([[1, "实验学校", "小学", "", 600], [2, "实验学校", "初中", "", 400]]);
  });
});

describe("COUNTY", () => {
  const official = (rows: readonly Cell[][], at: number): { mean: number; cv: number } => {
    const students = rows.map((row) => Number(row[2]));
    const amounts = rows.map((row) => Number(row[at]));
    const total = students.reduce((a, b) => a + b, 0);
    const mean = (100 * amounts.reduce((a, b) => a + b, 0)) / total;
    const s = Math.sqrt(rows.reduce((sum, _, i) => sum + ((students[i] ?? 0) / total) * ((100 * (amounts[i] ?? 0)) / (students[i] ?? 1) - mean) ** 2, 0));
    return { mean, cv: s / mean };
  };

  test("has a heading and four rows of ten columns", () => {
    const result = table("YJJH.COUNTY", [HEADS, primary, weak, junior]);
    expect(result.map((row) => row.length)).toEqual([10, 10, 10, 10, 10]);
    expect(result.map((row) => row.slice(0, 2))).toEqual([["学段", "项目"], ["小学", "全县平均值"], ["小学", "差异系数"], ["初中", "全县平均值"], ["初中", "差异系数"]]);
    expect(result[0]?.[9]).toBe("综合");
  });

  test("gives the county ratio mean, the official 差异系数 and their mean as 综合", () => {
    const result = table("YJJH.COUNTY", [primary, weak, junior], [HEADS]);
    const { mean, cv } = official([primary, weak], 3);
    expect(result[1]?.[2]).toBeCloseTo(mean, 12);
    expect(result[2]?.[2]).toBeCloseTo(cv, 12);
    const seven = (result[2]?.slice(2, 9) ?? []).map(Number);
    expect(result[2]?.[9]).toBeCloseTo(seven.reduce((a, b) => a + b, 0) / 7, 12);
    expect(result[1]?.[9]).toBe("——");
    expect(result[4]?.slice(2)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });

  test("writes 数据不足 where one school lacks a figure, and for 综合 (R9)", () => {
    const gap = weak.map((cell, i): Cell => (i === 4 ? null : cell));
    const result = table("YJJH.COUNTY", [primary, gap, junior], [HEADS]);
    expect(result[2]?.[3]).toBe("数据不足");
    expect(result[1]?.[3]).toBe("数据不足");
    expect(result[2]?.[9]).toBe("数据不足");
    expect(typeof result[2]?.[2]).toBe("number");
  });

  test("a stage without schools is 不适用", () => {
    expect(table("YJJH.COUNTY", [primary, weak], [HEADS])[4]?.slice(2)).toEqual(Array.from({ length: 8 }, () => "不适用"));
  });

  test("while a school's stage is open, both stages are 数据不足 (R12)", () => {
    const open = primary.map((cell, i): Cell => (i === 0 ? "民族学校" : i === 1 ? null : cell));
    const result = table("YJJH.COUNTY", [primary, junior, open], [HEADS]);
    for (const row of [1, 2, 3, 4]) expect(result[row]?.slice(2, 9)).toEqual(Array.from({ length: 7 }, () => "数据不足"));
  });

  test("never gives an unweighted figure: ratios without students are 数据不足 (R10)", () => {
    const result = table("YJJH.COUNTY", [["小学", 5, 2, 1, 5, 8, 2500, 3], ["小学", 6, 2, 1, 5, 8, 2500, 3]]);
    expect(result[2]?.slice(2)).toEqual(Array.from({ length: 8 }, () => "数据不足"));
  });
});
