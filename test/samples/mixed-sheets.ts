import { col, stagedIdentity, stagedPeople, stagedThings, wholeIdentity, wholePeople, wholeThings } from "./columns";
import { MIXED, stageRows, type ModelSchool, type StageRow } from "./county";
import { expected } from "./expected";
import { formBook } from "./forms";
import type { Sample } from "./samples";
import { layOut, toWorkbook, toWorksheet, type Column } from "./sheet";

const rows = stageRows(MIXED);
const senior = col<ModelSchool>("在校生数 › 高中", ({ students }) => students.senior ?? null);
const [number, name, type] = wholeIdentity;
const [pupilsPrimary, pupilsJunior, ...people] = wholePeople("stage below");
const whole = [number, name, type, pupilsPrimary, pupilsJunior, senior, ...people, ...wholeThings].filter((column) => column !== undefined);
/** The type's word as statistics write it, with its code. */
const CODES: Readonly<Record<ModelSchool["type"], string>> = { 小学: "211", 小学教学点: "218", 初级中学: "311", 九年一贯制学校: "312", 完全中学: "341", 高级中学: "342", 十二年一贯制学校: "345" };
const coded = whole.map((column): Column<ModelSchool> => (column === type ? col("学校办学类型", (school) => `${CODES[school.type]}-${school.type}`) : column));

/** One row per stage, already split, the small 教学点 among them. */
const staged = [...stagedIdentity, col<StageRow>("办学类型", ({ school }) => school.type), ...stagedPeople, ...stagedThings];
const small = MIXED.filter(({ type: of, students }) => of === "小学教学点" && (students.primary ?? 0) < 50).map((school): StageRow => ({ school, stage: "primary" }));

export const mixedSamples: readonly Sample[] = [
  { name: "37-各类学校-一校一行", rows: expected(rows), rules: [], quiet: ["type-unknown", "ambiguous", "small-school"], build: () => toWorkbook({ 数据: toWorksheet(layOut(whole, MIXED, { title: "某县学校基本情况", merge: true })) }) },
  { name: "38-各类学校-类型代码未合并标题", rows: expected(rows), rules: [], quiet: ["type-unknown", "ambiguous", "small-school"], build: () => toWorkbook({ 数据: toWorksheet(layOut(coded, MIXED, { merge: false })) }) },
  { name: "39-各类学校-一学段一行已拆分", rows: expected(rows), rules: [], quiet: ["type-unknown", "small-school"], build: () => toWorkbook({ 数据: toWorksheet(layOut(staged, [...rows, ...small])) }) },
  { name: "40-各类学校-一校一表", rows: expected(rows), rules: [], quiet: ["type-unknown", "small-school"], build: () => formBook(MIXED) },
];
