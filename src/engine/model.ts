/**
 * The nouns of judging. Nothing here knows a spreadsheet program; a cell is only its name, carried along as evidence.
 */

import type { Switches, SwitchRule } from "./switches";

/** Stages that are judged (学段): 小学, 初中. The index in this list is the stage's code in columns. */
export const STAGES = ["primary", "junior"] as const;
export type Stage = (typeof STAGES)[number];

/** What a figure speaks of: the whole school, or one stage of it. 高中 (`senior`) matters only for splitting. */
export type Scope = "school" | Stage | "senior";

/** Verdicts (R1). The index in this list is the verdict's code in columns. `floor` is for single indicators only. */
export const VERDICTS = ["met", "floor", "unmet", "notApplicable", "undetermined"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Types of school (办学类型). `complete` is 完全中学, `teachingPoint` 教学点. */
export const SCHOOL_TYPES = [
  "primary", "junior", "nineYear", "twelveYear", "complete", "senior", "teachingPoint", "special", "vocational", "kindergarten",
] as const;
export type SchoolType = (typeof SCHOOL_TYPES)[number];

export type { Switches, SwitchRule } from "./switches";

/** Id of a fact (数据项) of `standards/facts.json`. */
export type FactId = string;

/** One raw figure in the fact's base unit (人, ㎡, 元, 间), and the cell it came from. */
export interface Figure {
  /** `null` when missing (R7); never zero in place of missing. */
  readonly value: number | null;
  /** `表!F7`, or `null` for a figure that came from no cell (a function's argument, a typed answer). */
  readonly cell: string | null;
  /** Why it is missing or not to be trusted, in Chinese, with the remedy: 「F7 为空，请补填」. Given whenever `value` is null. */
  readonly why?: string;
  /** As it stands in the cell where that is another number, in another unit: `38.9 万元`. */
  readonly written?: string;
  /** Decimal places it was printed with, for ratios found in the sheet (R10). */
  readonly places?: number;
}

/** A fact that is absent has no column in the sheet; one whose figure has `value: null` has a column but no usable value. */
export type Figures = Readonly<Record<FactId, Readonly<Partial<Record<Scope, Figure>>>>>;

/** A class of a class list (班级名册), or of a band when `to` is not `from`. */
export interface ListedClass {
  readonly stage: Stage | null;
  readonly students: number | null;
  readonly cell: string;
}

/** A band of a class-size table (班额分段): how many classes have `from` to `to` pupils. */
export interface ClassBand {
  readonly stage: Stage | null;
  readonly from: number;
  readonly to: number | null;
  readonly classes: Figure;
}

/** A room of a room list (专用教室名册). */
export interface ListedRoom {
  readonly kind: "music" | "fineArt" | "other";
  readonly area: number | null;
  readonly cell: string;
}

/** One row of a bureau's sheet (学校): a whole school, or one stage of it. */
export interface School {
  readonly name: string;
  readonly code: string | null;
  /** `null` when nothing in the sheet settles it (R12). */
  readonly type: SchoolType | null;
  /** 举办者类型 as written in the sheet, such as `7` or 民办. */
  readonly owner: string | null;
  /** 乡镇 or 街道, for filters. */
  readonly town: string | null;
  /** Its row: `表!7`. */
  readonly place: string;
  /** Compulsory stages this row speaks of; empty when not settled. */
  readonly stages: readonly Stage[];
  /** True when the row's figures are those of its one stage alone although the school has more stages (小学部 row). */
  readonly ownStageOnly: boolean;
  /** Why nothing can be judged until somebody answers, in Chinese (R12, R16); `null` otherwise. */
  readonly pending: string | null;
  /** 含附设幼儿班 (R15). */
  readonly hasKindergarten: boolean;
  readonly figures: Figures;
  /** 城乡类型: 城区, 镇区, 乡村; absent when the sheet does not say. */
  readonly location?: Location;
  /** Counted from lists of their own, each with its cell; absent when there is none. */
  readonly classes?: readonly ListedClass[];
  readonly bands?: readonly ClassBand[];
  readonly rooms?: readonly ListedRoom[];
}

/** 城乡类型: 城区, 镇区, 乡村. */
export const LOCATIONS = ["urban", "town", "rural"] as const;
export type Location = (typeof LOCATIONS)[number];

/** Where a rule is written (条款). */
export interface Clause {
  readonly document: string;
  readonly section: string;
  readonly text: string;
}

/** A school-stage or school left out of the judgement (不参评), and why. */
export interface Exclusion {
  readonly school: School;
  readonly reason: string;
}

/**
 * School-stages in scope, as columns: row `i` of every array is one school in one stage.
 * `NaN` is missing everywhere.
 */
export interface StageColumns {
  readonly count: number;
  /** Codes into `STAGES`. */
  readonly stage: Uint8Array;
  readonly students: Float64Array;
  /** Per indicator: the stage's own amount of the resource, after splitting and subtracting. */
  readonly amounts: readonly Float64Array[];
  /** Per indicator: an amount that is certain although `amounts` is missing (R14), else NaN; `null` when no row has one. */
  readonly atLeast: readonly (Float64Array | null)[];
  /** Per indicator: the ratio found in the sheet, used only where the amount is missing (R10); `null` when no row has one. */
  readonly ratios: readonly (Float64Array | null)[];
}

/** `StageColumns` with the schools behind the rows. */
export interface StageTable extends StageColumns {
  readonly schools: readonly School[];
  readonly excluded: readonly Exclusion[];
  /** Rows of the sheet whose stage nothing settles: in scope perhaps, in no column; they keep the county undetermined (R12). */
  readonly unsettled: readonly Exclusion[];
  /** 1 where nothing of the row may be judged (`School.pending`, R12, R16). */
  readonly held: Uint8Array;
}

/** What judging columns gives: columns again. */
export interface JudgedColumns {
  /** Per indicator: the value, NaN when missing. */
  readonly values: readonly Float64Array[];
  /** Per indicator: codes into `VERDICTS`. */
  readonly codes: readonly Uint8Array[];
  /** Codes into `VERDICTS`; the school rule (R2). */
  readonly verdicts: Uint8Array;
  readonly stages: Readonly<Record<Stage, StageSummary>>;
}

/** One stage of the county (全县小学 or 初中). All lists have one entry per indicator. */
export interface StageSummary {
  readonly stage: Stage;
  /** School-stages in scope, and how many have each verdict of R2. */
  readonly rows: number;
  readonly met: number;
  readonly unmet: number;
  readonly undetermined: number;
  readonly students: number;
  /** School-stages that reach the line of each indicator (表Ⅱ-1 L1–L7; `floor` does not count). */
  readonly reached: readonly number[];
  /** 全县平均值: Σ resource ÷ Σ students over the rows that have both. */
  readonly means: readonly (number | null)[];
  /** 标准差 S over the same rows. */
  readonly deviations: readonly (number | null)[];
  /** 差异系数; `null` as soon as one row lacks a figure (R9). */
  readonly variation: readonly (number | null)[];
  /** 暂算: over the rows that have both figures. Equals `variation` where that is not null. */
  readonly provisional: readonly (number | null)[];
  /** Rows the provisional figure rests on. */
  readonly counted: readonly number[];
  /** 综合差异系数: mean of the seven; `null` when one is missing. Information only. */
  readonly composite: number | null;
  readonly limit: number;
  readonly verdicts: readonly Verdict[];
  /** Where the limit is of 综合差异系数 and not of each indicator: its verdict. */
  readonly compositeVerdict?: Verdict;
}

/** Why the county's verdict is what it is, one line for people, with where to look. */
export interface Reason {
  readonly verdict: Verdict;
  readonly text: string;
  readonly stage: Stage | null;
  /** 0-based indicator, when the reason is one indicator's 差异系数. */
  readonly indicator: number | null;
  /** Row in the judged table, when the reason is one school-stage. */
  readonly row: number | null;
}

/** 资源配置结论 (R3): the seven indicators and 差异系数. */
export interface CountyJudgement {
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  readonly stages: Readonly<Record<Stage, StageSummary>>;
}

/** The whole answer for one county. */
export interface Judgement extends JudgedColumns {
  readonly table: StageTable;
  readonly county: CountyJudgement;
  readonly switches: Switches;
  /** The wording of the switches, for what is printed beside results. */
  readonly switchRules: readonly SwitchRule[];
}

/** One figure that went into a finding. */
export interface FindingInput {
  readonly fact: FactId;
  readonly term: string;
  readonly unit: string;
  readonly value: number | null;
  readonly cell: string | null;
}

/** Verdict of one indicator on one school-stage, with everything needed to check it by hand (判定). */
export interface Finding {
  readonly school: School;
  readonly stage: Stage;
  /** 0-based. */
  readonly indicator: number;
  readonly term: string;
  readonly unit: string;
  readonly verdict: Verdict;
  readonly value: number | null;
  readonly line: number;
  readonly floor: number;
  /** To the line, in the resource's own unit, rounded as R23 says for 人 and 间; `null` when missing. */
  readonly gap: number | null;
  readonly gapToFloor: number | null;
  /** Unit of the gap: 人, ㎡, 元, 间. */
  readonly gapUnit: string;
  readonly inputs: readonly FindingInput[];
  /** The calculation, one Chinese line a step, with cells. */
  readonly steps: readonly string[];
  /** What is missing and what to do; empty unless undetermined. */
  readonly missing: readonly string[];
  /** Marks such as 「依据表中生均值」「含附设幼儿班」, and 「四舍五入后…」 where rounding would turn the verdict. */
  readonly notes: readonly string[];
  readonly clause: Clause;
}
