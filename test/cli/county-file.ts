import { saveFile, type CellModel } from "../../src/xlsx";
import type { Cell } from "../../src/grid/block";
import { newBook, newSheet } from "../xlsx/package-of";

export const HEADINGS = ["序号", "学校名称", "办学类型", "在校生数", "高于规定学历教师数", "骨干教师数", "体育艺术专任教师数", "教学及辅助用房面积", "室内体育用房面积", "运动场地面积", "教学仪器设备值（万元）", "多媒体教室数"];

/** 1200 pupils with every indicator met; the second lies below one line and above its 85 %; the third fails one. */
export const SCHOOLS: readonly (readonly Cell[])[] = [
  [1, "实验小学", "小学", 1200, 70, 20, 14, 6000, 300, 9500, 300, 32],
  [2, "第二小学", "小学", 800, 50, 10, 8, 3500, 0, 6500, 170, 20],
  [3, "县一中", "初中", 1500, 140, 30, 16, 9000, 300, 16000, 420, 40],
  [4, "县二中", "初中", 1000, 40, 12, 10, 6000, 200, 11000, 260, 26],
];

export function cellsOf(rows: readonly (readonly Cell[])[]): Record<number, Record<number, CellModel>> {
  return Object.fromEntries(rows.map((row, i) => [i, Object.fromEntries(row.flatMap((value, j) => (value === null ? [] : [[j, { value }]])))]));
}

/** A workbook with one sheet per entry. */
export function countyFile(sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>): Promise<Uint8Array> {
  return saveFile(null, newBook(...Object.entries(sheets).map(([name, rows]) => newSheet(name, { cells: cellsOf(rows) }))));
}
