import type { Cell } from "../../src/grid/block";
import { col, number, stagedIdentity, stagedPeople, stagedThings } from "./columns";
import { STAGE_ROWS, type StageRow } from "./county";
import { expected, type ExpectedRow } from "./expected";
import type { Sample } from "./samples";
import { layOut, toWorkbook, toWorksheet, type Column } from "./sheet";

const full = [...stagedIdentity, ...stagedPeople, ...stagedThings];
const book = (columns: readonly Column<StageRow>[], rows: readonly (StageRow | Cell[])[] = STAGE_ROWS) => toWorkbook({ 数据: toWorksheet(layOut(columns, rows)) });

/** One column changed for one school. */
function spoil(heading: string, name: string, value: Cell): readonly Column<StageRow>[] {
  return full.map((column): Column<StageRow> => column.path[0] === heading ? { ...column, of: (row, i) => (row.school.name === name ? value : column.of(row, i)) } : column);
}

/** Expected rows when indicators of one school (or all) are missing. */
function without(indicators: readonly number[], name?: string): ExpectedRow[] {
  return expected(STAGE_ROWS, (values, row) => values.map((value, k) => (indicators.includes(k) && (name === undefined || row.school.name === name) ? null : value)));
}

export const messySamples: readonly Sample[] = [
  { name: "27-空白不是零", rows: without([1], "城关第一小学"), rules: ["blank"], build: () => book(spoil("县级以上骨干教师数", "城关第一小学", null)) },
  { name: "28-横线与无", rows: without([3, 4], "城关第二小学"), rules: ["blank"], build: () => book(spoil("室内体育用房面积（㎡）", "城关第二小学", "—")) },
  { name: "29-错误值", rows: without([6], "城关初级中学"), rules: ["error-value"], build: () => book(spoil("网络多媒体教室数", "城关初级中学", "#N/A")) },
  { name: "30-数字列里的文字", rows: without([0], "城关初级中学"), rules: ["text-in-number"], build: () => book(spoil("高于规定学历教师数", "城关初级中学", "约80")) },
  { name: "31-负数", rows: without([1], "城关初级中学"), rules: ["negative"], build: () => book(spoil("县级以上骨干教师数", "城关初级中学", -3)) },
  { name: "32-一格单位填错", rows: without([5], "城关第一小学"), rules: ["far-from-median"], build: () => book(spoil("教学仪器设备资产值（万元）", "城关第一小学", 2310000)) },
  {
    name: "33-整列元写成万元", rows: without([5]), rules: ["unit-doubt"],
    build: () => book(full.map((column): Column<StageRow> => column.path[0]?.startsWith("教学仪器") ? { ...column, of: (row, i) => Number(column.of(row, i)) * 10000 } : column)),
  },
  {
    name: "34-两列在校生数", rows: expected().map((row) => ({ ...row, students: NaN, values: row.values.map(() => null), verdict: "undetermined" as const })), rules: ["ambiguous"],
    build: () => book([...full.slice(0, 4), col("在校生数（含借读）", ({ school, stage }) => (school.students[stage] ?? 0) + 7), col("在校学生数", ({ school, stage }) => (school.students[stage] ?? 0) + 9), ...full.slice(4)]),
  },
  {
    name: "35-艺术是合计还是一门课", rows: without([2]), rules: ["ambiguous"],
    build: () => book([...full.filter(({ path }) => path[0] !== "体育、艺术专任教师数"), ...(["sport", "music", "art"] as const).map((subject, k): Column<StageRow> => col(["体育教师", "音乐教师", "美术教师"][k] ?? "", ({ school, stage }) => school.staff[stage]?.[subject] ?? null)),
      col("艺术教师", ({ school, stage }, i) => (school.staff[stage]?.music ?? 0) + (school.staff[stage]?.art ?? 0) + (i === 0 ? 1 : 0))]),
  },
  {
    name: "36-初中用专科学历", rows: expected(STAGE_ROWS, (values, row) => values.map((value, k) => (k === 0 && row.stage === "junior" ? null : value))), rules: ["degree-stage"],
    build: () => {
      const columns = [number<StageRow>(), ...full.slice(1, 4), col<StageRow>("小学高于规定学历教师数（专科及以上）", (row) => (row.stage === "primary" ? Number(full[4]?.of(row, 0)) : null)), col<StageRow>("初中高于规定学历教师数（专科及以上）", (row) => (row.stage === "junior" ? 50 : null)), ...full.slice(5)];
      return book(columns);
    },
  },
];
