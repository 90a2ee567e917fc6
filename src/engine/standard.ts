import type { Clause, FactId, Location, SchoolType, Scope, Stage, Switches } from "./model";

/** One raw figure a school or county has (数据项), as `standards/facts.json` lists it. */
export interface Fact {
  readonly id: FactId;
  readonly term: string;
  readonly unit: "人" | "㎡" | "元" | "间" | "个" | "册" | "台" | "%" | "年" | "所" | "份" | "级" | "万人" | "";
  /** What it is counted as, for rounding: whole things or measured ones. */
  readonly kind: "count" | "measure" | "ratio" | "text" | "yesNo" | "level" | "year";
  /** A figure that is subtracted, or where less is better: a function argument of 0 is missing (R7). */
  readonly zeroIsMissing?: boolean;
  readonly note?: string;
}

/** One term of a sum: a fact, added or subtracted. `optional` facts count only where the sheet has their column. */
export interface Term {
  readonly fact: FactId;
  readonly sign: 1 | -1;
  readonly optional?: boolean;
}

/** One way to get the resource's amount. The first way all of whose facts have a column is taken. */
export interface Way {
  readonly terms: readonly Term[];
  /** Stages this way holds for; both when left out (专科 counts as 高于规定学历 in 小学 only). */
  readonly stages?: readonly Stage[];
}

/** A relief (近三年口径, R22): under its switch one more figure counts in the schools it is for. */
export interface ResourceRelief {
  readonly switch: keyof Switches;
  readonly fact: FactId;
  readonly term: string;
  /** 城乡类型 of the schools it is for; a 教学点 without one is 乡村. */
  readonly location: Location;
  /** Pupils of the whole school, from `from` and fewer than `below`; any number when left out. */
  readonly students?: { readonly from: number; readonly below: number };
  readonly clause: Clause;
}

/** A ratio indicator: amount × per ÷ students (formula kind `perStudents`). */
export interface Indicator {
  readonly id: string;
  readonly term: string;
  /** Short forms a person may type: 骨干教师. */
  readonly short: readonly string[];
  readonly unit: string;
  readonly resourceUnit: "人" | "㎡" | "元" | "间" | "台" | "册";
  readonly formula: {
    readonly kind: "perStudents";
    readonly per: number;
    readonly ways: readonly Way[];
    /** Whether one amount of a school with several stages is split by weight (A4–A7) or must be given by stage (A1–A3). */
    readonly split: boolean;
    /** Fact of the ready ratio, used when there is no amount (R10). */
    readonly ratio: FactId;
    /** A part that alone proves the line reached while the rest of the amount is missing (R14). */
    readonly atLeast?: FactId;
    readonly relief?: ResourceRelief;
  };
  /** NaN where the standard asks nothing of a school, but of the county's 综合差异系数 alone: then the indicator is 不适用. */
  readonly lines: Readonly<Record<Stage, number>>;
  /** Decimal places of the official form. */
  readonly places: number;
  readonly clause: Clause;
}

/** One edition of one policy document (标准), parsed. */
export interface Standard {
  readonly id: string;
  readonly term: string;
  readonly document: { readonly title: string; readonly number: string; readonly issuer: string; readonly date: string };
  readonly effectiveFrom: string;
  readonly effectiveUntil: string | null;
  readonly checkedOn: string;
  /** What stands beside every result under changed lines (R5): 按自定标准. */
  readonly mark?: string;
  /** The facts its formulas speak of. */
  readonly facts: ReadonlyMap<FactId, Fact>;
  readonly indicators: readonly Indicator[];
  readonly schoolRule: { readonly atLeast: number; readonly floor: number; readonly clause: Clause };
  readonly variationRule: {
    readonly limits: Readonly<Record<Stage, number>>;
    readonly places: number;
    /** The limits hold for the mean of all indicators (综合差异系数), not for each. */
    readonly ofComposite?: boolean;
    readonly clause: Clause;
  };
  /** Weight of one pupil per stage by type of school, for splitting one amount. */
  readonly splitting: {
    readonly weights: Readonly<Record<"nineYear" | "twelveYear" | "complete", Readonly<Partial<Record<Exclude<Scope, "school">, number>>>>>;
    readonly clause: Clause;
  };
  readonly scope: {
    readonly excludedTypes: readonly SchoolType[];
    /** A 教学点 with fewer students than this is left out. */
    readonly teachingPointMinimum: number;
    /** 举办者类型, by code or word, that are left out. */
    readonly excludedOwners?: readonly string[];
    readonly clause: Clause;
  };
}
