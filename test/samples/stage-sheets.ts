import type { Cell } from "../../src/grid/block";
import { col, number, ratios, RATIO_HEADINGS, stagedIdentity, stagedPeople, stagedThings } from "./columns";
import { STAGE_ROWS, type StageRow } from "./county";
import { aboveRequired, expected, part, pupils, printed, sportArt, staffOf, valuesOf } from "./expected";
import type { Sample } from "./samples";
import { below, beside, layOut, toWorkbook, toWorksheet, type Column } from "./sheet";

const ofStage = (stage: StageRow["stage"]) => STAGE_ROWS.filter((row) => row.stage === stage);
const full = [...stagedIdentity, ...stagedPeople, ...stagedThings];
const withoutStage = full.filter(({ path }) => path[0] !== "学段");
const two = (value: number): Cell => Number(value.toFixed(2));

/** 表Ⅱ-2 of the declaration form. */
const form: readonly Column<StageRow>[] = [
  col("序 号", (row) => ofStage(row.stage).indexOf(row) + 1), col("学校名称", ({ school }) => school.name), col("举办者 类型", ({ school }) => school.owner), col("在校生数", pupils),
  col("年级数", ({ stage }) => (stage === "primary" ? 6 : 3)), col("班级数", ({ school, stage }) => school.classes[stage] ?? null), ...ratios(two),
  col("该校综合评估是否达标", () => null), col("备注（注 明有哪几项指标达标，哪几项指标达    到 85%）", () => null),
];

/** 七项指标报告: six columns per indicator. */
function sixColumns(stage: StageRow["stage"]): Column<StageRow>[] {
  const lines = stage === "primary" ? [4.2, 1, 0.9, 4.5, 7.5, 2000, 2.3] : [5.3, 1, 0.9, 5.8, 10.2, 2500, 2.4];
  const numerators: readonly (readonly [string, (row: StageRow) => number])[] = [
    [`高于规定学历教师数（${stage === "primary" ? "专科" : "本科"}及以上）*100`, (row) => aboveRequired(row) * 100], ["县级以上骨干教师数*100", (row) => staffOf(row).backbone * 100],
    ["体育、艺术（美术、音乐）专任教师数*100", (row) => sportArt(row) * 100], ["教学及辅助用房-体育馆面积", ({ school, stage: at }) => part(school, at, school.teachingArea - school.indoorSport)],
    ["运动场地+体育馆面积", ({ school, stage: at }) => part(school, at, school.field + school.indoorSport)], ["仪器设备值(元）", ({ school, stage: at }) => part(school, at, school.equipment)],
    ["网络多媒体教室数*100", ({ school, stage: at }) => part(school, at, school.multimedia) * 100],
  ];
  return [number(), col("学校", ({ school }) => school.name), ...numerators.flatMap(([heading, of], k): Column<StageRow>[] => {
    const at = (leaf: string) => `${RATIO_HEADINGS[k] ?? ""} › ${leaf}`;
    return [col(at("基本值"), () => (lines[k] ?? 0) * 0.85), col(at("达标值"), () => lines[k] ?? 0), col(at("实际值"), (row) => two(valuesOf(row)[k] ?? 0)), col(at(heading), of), col(at("学生数"), pupils), col(at("是否达标"), () => "是")];
  })];
}

export const stageSamples: readonly Sample[] = [
  { name: "14-七项指标测算表-学段列", rows: expected(), rules: [], build: () => toWorkbook({ 测算: toWorksheet(layOut(full, STAGE_ROWS, { title: "七项指标测算表" })) }) },
  {
    name: "15-小学初中分表", rows: expected(), rules: ["split-unknown"],
    build: () => toWorkbook({ 小学: toWorksheet(layOut(withoutStage, ofStage("primary"), { title: "资源配置情况", letters: "L" })), 初中: toWorksheet(layOut(withoutStage, ofStage("junior"), { title: "资源配置情况", letters: "L" })) }),
  },
  {
    name: "16-小学块在上初中块在下", rows: expected(), rules: ["split-unknown"],
    build: () => toWorkbook({ 明细: toWorksheet(below(layOut(withoutStage, ofStage("primary"), { title: "小学资源配置情况" }), layOut(withoutStage, ofStage("junior"), { title: "初中资源配置情况" }))) }),
  },
  {
    name: "17-两表左右并列", rows: expected(), rules: [],
    build: () => toWorkbook({ 明细: toWorksheet(beside(layOut(full, ofStage("primary")), layOut(full, ofStage("junior")))) }),
  },
  {
    name: "18-分组标题行", rows: expected(), rules: ["split-unknown"],
    build: () => toWorkbook({ 明细: toWorksheet(layOut(withoutStage, [["一、小学"], ...ofStage("primary"), ["二、初中"], ...ofStage("junior")], { title: "义务教育学校资源配置情况" })) }),
  },
  {
    name: "19-申报表Ⅱ-2", rows: expected(STAGE_ROWS, printed), rules: [],
    build: () => toWorkbook({ "表2-2": toWorksheet(layOut(form, STAGE_ROWS, { title: "表Ⅱ-2  小学、初中资源配置基本情况（分学校）", letters: "L", notes: ["注： 1.小学学校总数＿＿所（其中： 一贯制学校的小学部有＿＿所），初中学校总数＿＿所。2.举办者类型处填写代码。3. L7-L13 数值均保留两位小数。"] })) }),
  },
  {
    name: "20-七项指标报告-每项六列", rows: expected(), rules: [], quiet: ["ambiguous", "ratio-differs"],
    build: () => toWorkbook({ 小学七项指标: toWorksheet(layOut(sixColumns("primary"), ofStage("primary"), { title: "小学七项指标报告", merge: true })), 初中七项指标: toWorksheet(layOut(sixColumns("junior"), ofStage("junior"), { title: "初中七项指标报告", merge: true })) }),
  },
  {
    name: "21-只有生均值", rows: expected(STAGE_ROWS, printed), rules: [],
    build: () => toWorkbook({ 生均: toWorksheet(layOut([...stagedIdentity, col("在校生数", pupils), ...ratios(two)], STAGE_ROWS)) }),
  },
  {
    name: "22-学校名称带学部后缀", rows: expected().map((row) => ({ ...row, name: row.name.includes("一贯制") ? `${row.name}（${row.stage === "primary" ? "小学部" : "初中部"}）` : row.name })), rules: [],
    build: () => toWorkbook({ 明细: toWorksheet(layOut(full.map((column): Column<StageRow> => column.path[0] === "学校名称" ? { ...column, of: ({ school, stage }) => school.type === "九年一贯制学校" ? `${school.name}（${stage === "primary" ? "小学部" : "初中部"}）` : school.name } : column), STAGE_ROWS)) }),
  },
  {
    name: "23-均值与差异系数行在表尾", rows: expected(), rules: ["totals-skipped"],
    build: () => toWorkbook({ 测算: toWorksheet(layOut(full, [...STAGE_ROWS, [null, "全县平均值", null, 600, 5], [null, "标准差", null, 1, 1], [null, "差异系数", null, 0.3, 0.2]])) }),
  },
];
