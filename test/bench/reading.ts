import type { Area, Cell, SheetBlock } from "../../src/grid/block";
import { readWorkbook } from "../../src/reading";
import { withSeries } from "../../src/reading/column-series";
import { readColumns } from "../../src/reading/columns";
import { sortRows } from "../../src/reading/row-kinds";
import { findTables, type RawTable } from "../../src/reading/tables";
import { figure, growth, medians, type Figure } from "./measure";

const SCHOOLS = 2_000;
const COLUMNS = 300;

/** Headings of a statistics export (综表) that are needed, up to five deep, with a plausible amount per pupil. */
const OF_STAGE: readonly (readonly [path: string, perPupil: number])[] = [
  ["学生情况 › 学段 › 在校生数 › 合计", 1], ["教职工情况 › 学段 › 专任教师 › 计", 0.12],
  ["教职工情况 › 学段 › 专任教师 › 按学历分 › 博士研究生毕业", 0.001], ["教职工情况 › 学段 › 专任教师 › 按学历分 › 硕士研究生毕业", 0.003],
  ["教职工情况 › 学段 › 专任教师 › 按学历分 › 本科毕业", 0.04], ["教职工情况 › 学段 › 专任教师 › 按学历分 › 专科毕业", 0.02],
  ["教职工情况 › 学段 › 专任教师 › #按授课课程分 › 体育与健康", 0.005], ["教职工情况 › 学段 › 专任教师 › #按授课课程分 › 音乐", 0.003],
  ["教职工情况 › 学段 › 专任教师 › #按授课课程分 › 美术", 0.003], ["教职工情况 › 学段 › 专任教师 › 县级以上骨干教师", 0.012],
];
const OF_SCHOOL: readonly (readonly [path: string, perPupil: number])[] = [
  ["校舍建筑面积（平方米） › 教学及辅助用房 › 计", 6.1], ["校舍建筑面积（平方米） › 教学及辅助用房 › 公共教学用房 › 室内体育用房", 0.4],
  ["占地面积（平方米） › 其中 › 运动场地面积", 9.7], ["教室（间） › 其中：网络多媒体教室", 0.026], ["固定资产总值（万元） › 其中：教学仪器设备资产值 › 计", 0.24],
];
const NEEDED = [...["小学", "初中"].flatMap((stage) => OF_STAGE.map(([path, perPupil]) => [path.replace("学段", stage), perPupil] as const)), ...OF_SCHOOL];

/** A statistics export with five heading rows below a title and a unit line; a third of its cells blank, some numbers kept as text. */
export function wideSheet(schools: number, width: number): SheetBlock {
  const identity = ["序号", "学校名称", "学校标识码", "办学类型", "所在乡镇"];
  const others = width - identity.length - NEEDED.length;
  const spare = Array.from({ length: others }, (_, j) => `办学条件补充${String(j % 40)} › 第${String(j)}项 › ${j % 2 === 0 ? "计" : "其中：女"}`);
  const paths = [...identity, ...NEEDED.map(([path]) => path), ...spare].map((path) => path.split(" › "));
  const merges: Area[] = [{ row: 0, column: 0, rows: 1, columns: width }];
  const headings = Array.from({ length: 5 }, (_, i) => paths.map((path): Cell => path[i] ?? null));
  headings.forEach((line, i) => {
    for (let from = 0, j = 1; j <= width; j += 1) {
      if (j < width && line[j] !== null && line[j] === line[from] && paths[j]?.slice(0, i).join() === paths[from]?.slice(0, i).join()) continue;
      if (j - from > 1 && line[from] !== null) merges.push({ row: i + 2, column: from, rows: 1, columns: j - from });
      from = j;
    }
  });
  for (const area of merges.slice(1)) headings[area.row - 2]?.fill(null, area.column + 1, area.column + area.columns);
  const values = [["某省教育事业统计综表", ...Array<Cell>(width - 1).fill(null)], [...Array<Cell>(width - 1).fill(null), "单位：人、平方米、万元"], ...headings, ...Array.from({ length: schools }, (_, i) => schoolRow(i, others))];
  return { sheet: "综表", row: 0, column: 0, rows: values.length, columns: width, values, merges, hiddenRows: [], hiddenColumns: [], tables: [] };
}

function schoolRow(i: number, others: number): Cell[] {
  const junior = i % 3 === 0;
  const pupils = 120 + ((i * 37) % 1500);
  const figures = NEEDED.map(([path, perPupil], k): Cell => {
    if (path.includes(junior ? "小学" : "初中")) return null;
    const amount = pupils * perPupil * (0.9 + ((i + k) % 7) / 20);
    const value = k === NEEDED.length - 1 ? Number(amount.toFixed(2)) : Math.round(k === 0 || k === 10 ? pupils : amount);
    return (i + k) % 23 === 0 ? ` ${String(value)} ` : value;
  });
  const spare = Array.from({ length: others }, (_, j): Cell => ((i + j) % 3 === 0 ? null : (i + j) % 29 === 0 ? "—" : (i * j) % 991));
  return [i + 1, `第${String(i + 1)}${junior ? "初级中学" : "小学"}`, `21${String(i).padStart(8, "0")}`, junior ? "初级中学" : "小学", `第${String(i % 60)}镇`, ...figures, ...spare];
}

/** The peer: visits each cell, tests its type and trims text; nothing else. */
function barePass(block: SheetBlock): number {
  let filled = 0;
  for (const row of block.values) for (const cell of row) {
    if (typeof cell === "number") filled += 1;
    else if (typeof cell === "string" && cell.trim() !== "") filled += 1;
  }
  return filled;
}

function only(block: SheetBlock): RawTable {
  const [table, another] = findTables(block).tables;
  if (!table || another) throw new Error("The sheet should hold one table");
  return table;
}

/**
 * Reading a 2,000 × 300 综表, in three parts beside a bare pass over its cells:
 * - scanning and parsing: finding the table in the block, telling the kind of every row, and the numbers of every column
 *   whose heading means a fact, text numbers and cell units included;
 * - recognising headings (认列): the heading paths out of merged cells and the meaning of each, reported by its growth;
 * - the whole: scanning, recognising, settling, schools with a place for each figure, and every check.
 */
export async function readingFigures(): Promise<Figure[]> {
  const block = wideSheet(SCHOOLS, COLUMNS);
  const columns = readColumns(only(block), {});
  const times = await medians({
    bare: () => barePass(block),
    parsed: () => {
      const table = only(block);
      return withSeries(table, sortRows(table).data, columns);
    },
    whole: () => readWorkbook([block], {}),
  });
  const points: [number, number][] = [];
  for (const width of [100, 200, 400, 800, 1600, 3200]) {
    const table = only(wideSheet(3, width));
    const { mapped } = await medians({ mapped: () => readColumns(table, {}) });
    points.push([width, mapped]);
  }
  return [
    figure("扫描与解析 2,000×300 综表 ÷ 裸遍历", times.parsed / times.bare, "倍", 20),
    figure("认列随标题数增长（对数斜率，100–3,200 列）", growth(points), "", 1.15),
    figure("读成学校、核查 2,000×300 综表 ÷ 裸遍历", times.whole / times.bare, "倍"),
  ];
}
