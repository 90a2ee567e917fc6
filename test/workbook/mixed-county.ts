import type { Cell } from "../../src/grid/block";

/** A sheet with stages side by side: teachers and pupils by stage, the rest for the whole school. */
export const MIXED_HEAD: readonly string[] = [
  "学校名称", "办学类型", "小学在校生数", "初中在校生数",
  "高于规定学历教师数（小学）", "高于规定学历教师数（初中）", "县级以上骨干教师数（小学）", "县级以上骨干教师数（初中）",
  "体育专任教师（小学）", "音乐专任教师（小学）", "美术专任教师（小学）", "体育、艺术专任教师数（初中）",
  "教学及辅助用房面积", "其中：室内体育用房面积", "运动场地面积", "教学仪器设备值（万元）", "网络多媒体教室数",
];

/** Columns coloured for each of the seven indicators, by stage or for the whole school. */
export const INDICATORS: readonly { readonly primary: readonly number[]; readonly junior: readonly number[]; readonly school: readonly number[] }[] = [
  { primary: [4], junior: [5], school: [] },
  { primary: [6], junior: [7], school: [] },
  { primary: [8, 9, 10], junior: [11], school: [] },
  { primary: [], junior: [], school: [12] },
  { primary: [], junior: [], school: [13, 14] },
  { primary: [], junior: [], school: [15] },
  { primary: [], junior: [], school: [16] },
];

export const MIXED_TABLE: readonly (readonly Cell[])[] = [
  ["甲小学", "小学", 400, null, 20, null, 5, null, 2, 1, 1, null, 2000, 100, 3000, 90, 10],
  ["乙小学", "小学", 300, null, 20, null, 5, null, 2, 1, 1, null, 2000, 100, 3000, 90, 10],
  ["丙学校", "九年一贯制", 400, 300, 20, 18, 5, 4, 2, 1, 1, 4, 4000, 100, 6000, 200, 20],
  ["丁中学", "初级中学", null, 300, null, 18, null, 4, null, null, null, 4, 4000, 100, 6000, 200, 20],
];
