import type { Area } from "../grid/block";
import type { School, SchoolType, Scope } from "../engine/model";
import type { CountyFigures } from "../engine/items/model";
import type { OwnStandardReading } from "../engine/local/model";

export type { OwnLine, OwnStandardReading } from "../engine/local/model";

/** What a column can be besides a fact: what identifies or describes a school. */
export const ATTRIBUTES = ["name", "code", "type", "stage", "owner", "town", "sequence", "location", "remark"] as const;
export type Attribute = (typeof ATTRIBUTES)[number];

/** One possible meaning of a column (读法). */
export interface Meaning {
  /** `FactId` or `Attribute`; `null`: not needed. */
  readonly fact: string | null;
  readonly scope: Scope;
  /** As written in the sheet, such as 万元; values are multiplied by `factor` into the fact's base unit. */
  readonly unit: string;
  readonly factor: number;
}

export interface Candidate extends Meaning {
  readonly term: string;
  readonly confidence: number;
}

/** What one column of a found table was taken for (识别结果). */
export interface ColumnMapping extends Meaning {
  /** `F`. */
  readonly column: string;
  /** 0-based, absolute. */
  readonly index: number;
  /** Heading path, top row first, as written: 专任教师 › 计. */
  readonly heading: string;
  /** Normalised heading path: how the column is recognised again next year. */
  readonly key: string;
  readonly term: string;
  readonly confidence: number;
  /** Why, in Chinese: 「标题“在校生数”」「单位“万元”」「上级标题“初中”」. */
  readonly evidence: readonly string[];
  /** First usable value, as written. */
  readonly sample: string;
  /** Given when two readings are possible: the fact is then left out until somebody decides. */
  readonly candidates: readonly Candidate[];
  /** Who decided: the add-in, or a person's answer. */
  readonly source: "recognised" | "answered";
}

/** A table of schools in a sheet: one row per school, or a form with one school (填报表). */
export interface FoundTable {
  /** Stable within a workbook: sheet name and first cell. */
  readonly id: string;
  readonly sheet: string;
  readonly area: Area;
  /** `A1:N60`. */
  readonly range: string;
  readonly layout: "rows" | "form";
  readonly title: string;
  /** Absolute rows. */
  readonly headerRows: readonly number[];
  readonly dataRows: readonly number[];
  readonly mapping: readonly ColumnMapping[];
  /** Rows not taken as schools, with the reason: 合计, 小计, 空行, 说明. */
  readonly skipped: readonly { readonly row: number; readonly reason: string }[];
  readonly hiddenRows: number;
  readonly schools: number;
}

/** Something wrong in a sheet (数据问题), or a question only a person can answer. */
export interface Problem {
  readonly id: string;
  /** `表!F7`; a column's problem names its heading cell. */
  readonly cell: string;
  /** Short stable id, such as `ambiguous`, `blank`, `text-number`, `unit-doubt`, `duplicate-school`. */
  readonly rule: string;
  readonly severity: "error" | "question" | "warning" | "info";
  /** What is found and what to do, in Chinese. */
  readonly text: string;
  readonly remedy: string;
  readonly candidates: readonly Candidate[];
  /** What answering it would set; `null` when it is mended in the sheet. */
  readonly question: Question | null;
}

/** A question with its choices; the chosen value goes into `Answers` under `key`. */
export interface Question {
  readonly key: string;
  readonly choices: readonly { readonly label: string; readonly answer: Answer }[];
}

export type Answer =
  | { readonly kind: "column"; readonly meaning: Meaning }
  | { readonly kind: "blankIsZero"; readonly value: boolean }
  | { readonly kind: "type"; readonly value: SchoolType }
  | { readonly kind: "split"; readonly value: boolean }
  | { readonly kind: "confirmed"; readonly value: boolean }
  | { readonly kind: "useTable"; readonly value: boolean };

/** What a person decided (更正与确认), by question key; plain JSON, kept in the workbook and reused next year. */
export type Answers = Readonly<Record<string, Answer>>;

/** Everything read from a workbook. */
export interface Reading {
  readonly tables: readonly FoundTable[];
  readonly schools: readonly School[];
  readonly problems: readonly Problem[];
  /** YJJH's own sheets and sheets without a school table, each with a reason in Chinese. */
  readonly passedOver: readonly { readonly sheet: string; readonly reason: string }[];
  /** The county form (县级填报表); absent when no sheet is one. */
  readonly county?: CountyReading;
  /** Lists counted into the schools: class list, room list, teacher roster. */
  readonly lists?: readonly FoundList[];
  /** The bureau's own standard (自定标准); absent when no sheet is one. */
  readonly ownStandard?: OwnStandardReading;
  /** 数据时点 as a sheet states it: 「2025年9月1日」. */
  readonly dataDate?: { readonly text: string; readonly cell: string };
}

/** The county form as read: figures by fact; a line that is blank has a figure with `value: null` and its cell. */
export interface CountyReading {
  readonly sheet: string;
  readonly figures: CountyFigures;
}

export const LIST_KINDS = ["classes", "rooms", "teachers"] as const;
export type ListKind = (typeof LIST_KINDS)[number];

/** A list of classes, rooms or teachers, counted into the schools it names. */
export interface FoundList {
  readonly kind: ListKind;
  readonly sheet: string;
  readonly range: string;
  readonly rows: number;
  readonly schools: number;
  /** What was counted from it, by school name: which rows make which figure. */
  readonly counted: readonly { readonly school: string; readonly fact: string; readonly value: number; readonly cells: readonly string[] }[];
}

/** What a custom function's argument says (函数参数的读法): one entry per input row, `null` for headings, blank rows and totals. */
export interface ArgumentReading {
  readonly rows: readonly (School | null)[];
  readonly mapping: readonly Pick<ColumnMapping, "index" | "fact" | "scope">[];
}
