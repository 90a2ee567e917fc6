import type { Cell } from "../../src/grid/block";
import { parseArea } from "../../src/grid/address";
import { FUNCTIONS, type Blanks, type FunctionId, type Result } from "../../src/functions/table";

/** A sheet as a formula sees it: row 1 of the sheet is the first entry. */
export type Sheet = readonly (readonly Cell[])[];

/** Headings of the sheet the help's examples speak of, in row 3. */
export const HEADINGS = [
  "学校名称", "办学类型", "在校生数", "高于规定学历教师数", "县级以上骨干教师数", "体育、艺术专任教师数", "教学及辅助用房面积（㎡）", "室内体育用房面积（㎡）",
  "运动场地面积（㎡）", "教学仪器设备资产值（万元）", "网络多媒体教室数",
] as const;

/** A school of `students` pupils with `times` what every line asks for. */
export function schoolRow(name: string, type: "小学" | "初级中学", students: number, times: number): Cell[] {
  const lines = type === "小学" ? [4.2, 1, 0.9, 4.5, 7.5, 2000, 2.3] : [5.3, 1, 0.9, 5.8, 10.2, 2500, 2.4];
  const [degree = 0, backbone = 0, sportArt = 0, room = 0, sport = 0, equipment = 0, multimedia = 0] = lines.map((line) => line * times * students);
  const indoor = 100;
  return [name, type, students, Math.ceil(degree / 100), Math.ceil(backbone / 100), Math.ceil(sportArt / 100), room + indoor, indoor, sport - indoor, equipment / 10000, Math.ceil(multimedia / 100)];
}

/** 41 primary schools in rows 4–44, 16 junior schools in rows 45–60; the first has too few rooms. Column L is the ratio of rooms. */
export function exampleSheet(): Sheet {
  const rows: Cell[][] = [["示范县义务教育学校基本情况表"], [], [...HEADINGS, "生均教学及辅助用房面积（㎡）"]];
  for (let i = 0; i < 57; i++) {
    const isPrimary = i < 41;
    const row = schoolRow(`${isPrimary ? "小学" : "初中"}${String(i + 1)}校`, isPrimary ? "小学" : "初级中学", 500 + 20 * i, 1.1 + (i % 7) / 10);
    if (i === 0) row[6] = 2200;
    rows.push([...row, (Number(row[6]) - Number(row[7])) / Number(row[2])]);
  }
  return rows;
}

/** The cells of a range such as `A4:K60`. */
export function range(sheet: Sheet, address: string): Cell[][] {
  const area = parseArea(address);
  if (!area) throw new Error(`no range: ${address}`);
  return Array.from({ length: area.rows }, (_, i) => Array.from({ length: area.columns }, (_, j) => sheet[area.row + i]?.[area.column + j] ?? null));
}

function argument(text: string, sheet: Sheet): unknown {
  if (text === "") return null;
  if (/^".*"$/.test(text)) return text.slice(1, -1);
  return Number.isNaN(Number(text)) ? range(sheet, text) : Number(text);
}

/** Runs one function by its id. */
export function runFunction(id: FunctionId, args: readonly unknown[], blanks: Blanks): Result {
  const entry = FUNCTIONS.find((one) => one.id === id);
  if (!entry) throw new Error(`no function ${id}`);
  return entry.run(args, blanks);
}

/** Calculates a formula of one function whose arguments are ranges, texts in quotes and numbers. */
export function calculate(formula: string, sheet: Sheet, blanks: Blanks = "seen"): Result {
  const [, id = "", list = ""] = /^=(YJJH\.[A-Z]+)\((.*)\)$/.exec(formula) ?? [];
  const args = list === "" ? [] : list.match(/(?<=^|,)("[^"]*"|[^,"]*)(?=,|$)/g) ?? [];
  return runFunction(id as FunctionId, args.map((text) => argument(text.trim(), sheet)), blanks);
}
