import { part, pupils, sportArt, aboveRequired, staffOf, valuesOf } from "./expected";
import type { ModelSchool, StageName, StageRow } from "./county";
import type { Column } from "./sheet";
import type { Cell } from "../../src/grid/block";

/** Columns bureaus write, for rows of whole schools and for rows of one stage. */
type Whole = Column<ModelSchool>;
type Staged = Column<StageRow>;

export const col = <Row>(heading: string, of: (row: Row, index: number) => Cell): Column<Row> => ({ path: heading.split(" › "), of });

export const number = <Row>(): Column<Row> => col("序号", (_, i) => i + 1);

/** Sum over a school's stages. */
export const both = (school: ModelSchool, of: (stage: StageName) => number | undefined): number => (of("primary") ?? 0) + (of("junior") ?? 0);

const STAGE_WORD: Readonly<Record<StageName, string>> = { primary: "小学", junior: "初中" };
const blankFor = (value: number | undefined): Cell => value ?? null;

export const wholeIdentity: readonly Whole[] = [number(), col("学校名称", ({ name }) => name), col("办学类型", ({ type }) => type)];

/** Teachers and pupils by stage, below the stage or above it. */
export function wholePeople(shape: "stage below" | "stage in name"): Whole[] {
  const path = (heading: string, stage: StageName) => (shape === "stage below" ? `${heading} › ${STAGE_WORD[stage]}` : `${heading}（${STAGE_WORD[stage]}）`);
  const each = (heading: string, of: (school: ModelSchool, stage: StageName) => number | undefined): Whole[] =>
    (["primary", "junior"] as const).map((stage) => col(path(heading, stage), (school) => blankFor(of(school, stage))));
  return [
    ...each("在校生数", (school, stage) => school.students[stage]),
    ...each("专任教师数", (school, stage) => school.staff[stage]?.full),
    ...each("专科学历教师", (school, stage) => school.staff[stage]?.college),
    ...each("本科学历教师", (school, stage) => school.staff[stage]?.bachelor),
    ...each("硕士研究生学历教师", (school, stage) => school.staff[stage]?.master),
    ...each("博士研究生学历教师", (school, stage) => school.staff[stage]?.doctor),
    ...each("县级以上骨干教师", (school, stage) => school.staff[stage]?.backbone),
    ...each("体育专任教师", (school, stage) => school.staff[stage]?.sport),
    ...each("音乐专任教师", (school, stage) => school.staff[stage]?.music),
    ...each("美术专任教师", (school, stage) => school.staff[stage]?.art),
  ];
}

export const wholeThings: readonly Whole[] = [
  col("教学及辅助用房面积（㎡）", ({ teachingArea }) => teachingArea),
  col("其中：室内体育用房（㎡）", ({ indoorSport }) => indoorSport),
  col("运动场地面积（㎡）", ({ field }) => field),
  col("教学仪器设备资产值（万元）", ({ equipment }) => equipment / 10000),
  col("网络多媒体教室（间）", ({ multimedia }) => multimedia),
];

export const stagedIdentity: readonly Staged[] = [number(), col("学校名称", ({ school }) => school.name), col("学段", ({ stage }) => STAGE_WORD[stage])];

export const stagedPeople: readonly Staged[] = [
  col("在校生数", pupils), col("高于规定学历教师数", aboveRequired), col("县级以上骨干教师数", (row) => staffOf(row).backbone), col("体育、艺术专任教师数", sportArt),
];

export const stagedThings: readonly Staged[] = [
  col("教学及辅助用房面积（㎡）", ({ school, stage }) => part(school, stage, school.teachingArea)),
  col("室内体育用房面积（㎡）", ({ school, stage }) => part(school, stage, school.indoorSport)),
  col("运动场地面积（㎡）", ({ school, stage }) => part(school, stage, school.field)),
  col("教学仪器设备资产值（万元）", ({ school, stage }) => part(school, stage, school.equipment) / 10000),
  col("网络多媒体教室数", ({ school, stage }) => part(school, stage, school.multimedia)),
];

export const RATIO_HEADINGS = [
  "每百名学生拥有高于规定学历教师数", "每百名学生拥有县级及以上 骨干教师数", "每百名学生拥有体育、艺术 (美术、音乐)专任教师数", "生均教学及辅助用 房面积（ ㎡）",
  "生均体育运动场馆面积（㎡）", "生均教学仪器设备值(元)", "每百名学生拥有网络多媒体 教室数",
] as const;

export const ratios = (show: (value: number) => Cell): Staged[] => RATIO_HEADINGS.map((heading, k) => col(heading, (row) => show(valuesOf(row)[k] ?? NaN)));
