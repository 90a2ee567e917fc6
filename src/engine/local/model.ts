import type { Clause, FactId, Stage, Verdict } from "../model";
import type { Comparison } from "../items/model";

/** Kinds of a local row (R26): 指标 is judged, 目标 is judged by year, 项目 and 任务 are listed. */
export const LOCAL_KINDS = ["indicator", "target", "project", "task"] as const;
export type LocalKind = (typeof LOCAL_KINDS)[number];

export const LOCAL_KIND_TERMS: Readonly<Record<LocalKind, string>> = { indicator: "指标", target: "目标", project: "项目", task: "任务" };

/** What a local number is compared with. `null` in a row: nothing the add-in knows; the row is shown with 数据不足 or listed. */
export type LocalMeasure =
  /** The value of an item's test, by place in `Item.tests`. */
  | { readonly kind: "item"; readonly item: string; readonly test: number }
  /** The lowest value of one of the seven indicators over the schools of a stage (every school must reach it). */
  | { readonly kind: "indicator"; readonly indicator: string; readonly stage: Stage }
  /** A figure typed for this plan in the county form (`local.*`). */
  | { readonly kind: "fact"; readonly fact: FactId }
  /** A ratio a bureau added itself: of county facts, or of every school's own in a stage. `denominator` `null`: the numerator as it is. */
  | { readonly kind: "ratio"; readonly numerator: FactId; readonly denominator: FactId | null; readonly per: number; readonly stage: Stage | null }
  /** The county's own national verdict (县域结论): the year by which it must be 达标. */
  | { readonly kind: "verdict" };

export interface LocalTarget {
  /** School year or year of the deadline; `null`: always. */
  readonly year: number | null;
  /** Means nothing where the measure has a verdict but no number. */
  readonly value: number;
  /** `above` is strict, as a plan writes >97. */
  readonly comparison: Comparison | "above";
}

/** One row of a local plan: what is asked, of whom, until when, where it is written. */
export interface LocalRow {
  /** `S0-16`. */
  readonly id: string;
  readonly kind: LocalKind;
  readonly term: string;
  /** The number as the document has it: ≥97, 7/5/1, 100. */
  readonly number: string;
  readonly unit: string;
  /** `city` targets are shown to a county for reference (R5). */
  readonly scope: "school" | "class" | "county" | "city";
  /** Counties it names; empty: all of the plan's. */
  readonly counties: readonly string[];
  readonly targets: readonly LocalTarget[];
  readonly measure: LocalMeasure | null;
  /** As the document has it: 2026, 验收前 1 年, 每年. */
  readonly deadline: string;
  /** 责任单位, where the document names them. */
  readonly owners: readonly string[];
  readonly clause: Clause;
}

/** A local plan (地方方案), one edition of one document. */
export interface LocalPlan {
  readonly id: string;
  readonly term: string;
  readonly document: { readonly title: string; readonly number: string; readonly issuer: string; readonly date: string };
  readonly effectiveFrom: string;
  readonly effectiveUntil: string | null;
  /** The standard it builds on. */
  readonly buildsOn: string;
  readonly region: string;
  readonly counties: readonly string[];
  readonly rows: readonly LocalRow[];
}

/** Where a county stands against one row in one year. */
export interface LocalFinding {
  readonly plan: LocalPlan;
  readonly row: LocalRow;
  /** Only 指标 and 目标 have one; `null` for what is listed. */
  readonly verdict: Verdict | null;
  readonly value: number | null;
  /** The target that holds in the year: of that year, else of the latest earlier one (R26). */
  readonly target: LocalTarget | null;
  readonly next: LocalTarget | null;
  /** What it says, for people: 「97.5 %，达到 2026 年目标 ≥97 %」. */
  readonly text: string;
  /** R5: a city's target is for reference. */
  readonly reference: boolean;
}

/** What the county chose (所在地区、年度). */
export interface LocalChoice {
  readonly plan: string;
  readonly county: string;
  readonly year: number;
}

/** One line of a bureau's own standard (自定标准): a line of the national one changed, or a line of its own added. */
export interface OwnLine {
  readonly cell: string;
  /** Id of an indicator (`A1`), of the 差异系数 limits (`variation`), of an item (`C2`) or of one of its tests (`B11.2`); `null` for an added line. */
  readonly overrides: string | null;
  readonly term: string;
  readonly unit: string;
  readonly lines: Readonly<Partial<Record<Stage | "all", number>>>;
  readonly comparison: Comparison;
  /** For added lines: facts of the ratio; `denominator` `null` for a figure as it is. */
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly per: number;
  readonly document: string;
  readonly section: string;
}

/** A sheet 自定标准 as read. */
export interface OwnStandardReading {
  readonly sheet: string;
  readonly name: string;
  readonly lines: readonly OwnLine[];
}
