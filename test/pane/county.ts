import type { Cell } from "../../src/grid/block";
import type { MemorySheet } from "./memory-host";

const HEAD = ["序号", "学校名称", "乡镇", "在校生数", "高于规定学历教师数", "县级以上骨干教师数", "体育、艺术专任教师数", "教学及辅助用房面积（㎡）", "室内体育用房面积（㎡）", "运动场地面积（㎡）", "体育馆面积（㎡）", "教学仪器设备资产值（元）", "网络多媒体教室数（间）"];

/** A school that reaches every line of its stage comfortably. */
function school(index: number, name: string, town: string, students: number, change: Readonly<Record<number, Cell>> = {}): Cell[] {
  const row: Cell[] = [index, name, town, students, Math.ceil(students * 0.06), Math.ceil(students * 0.012), Math.ceil(students * 0.011), students * 7, students * 0.5, students * 11, 0, students * 2800, Math.ceil(students * 0.026)];
  for (const [column, value] of Object.entries(change)) row[Number(column)] = value;
  return row;
}

/** Column of each figure, as tests name it. */
export const COLUMN = { students: 3, backbone: 5, equipment: 11, rooms: 12 } as const;

/** Two sheets, seven schools: five pass, one fails, one lacks a figure. */
export const COUNTY: readonly MemorySheet[] = [
  {
    name: "小学",
    values: [
      ["示范县小学办学条件统计表"],
      HEAD,
      school(1, "城关镇第一小学", "城关镇", 1200),
      school(2, "城关镇第二小学", "城关镇", 800),
      school(3, "河东乡中心小学", "河东乡", 400, { [COLUMN.backbone]: 1, [COLUMN.rooms]: 5 }),
      school(4, "河西乡中心小学", "河西乡", 300, { [COLUMN.equipment]: null }),
      ["合计", null, null, 2700],
    ],
  },
  {
    name: "初中",
    values: [
      ["示范县初中办学条件统计表"],
      HEAD,
      school(1, "县第一初级中学", "城关镇", 1500),
      school(2, "县第二初级中学", "城关镇", 900),
      school(3, "河东乡初级中学", "河东乡", 350),
    ],
  },
];
