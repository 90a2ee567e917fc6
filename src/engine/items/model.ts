import type { Clause, FactId, Figure, FindingInput, Judgement, Reason, School, Stage, SwitchRule, Verdict } from "../model";
import type { Fact, Term } from "../standard";

/** Parts of the standard besides 资源配置, in the order of the declaration form. */
export const ITEM_PARTS = ["assurance", "quality", "recognition", "veto", "condition"] as const;
export type ItemPart = (typeof ITEM_PARTS)[number];

/** The words of the parts: 政府保障程度, 教育质量, 社会认可度, 一票否决, 申报条件. */
export const PART_TERMS: Readonly<Record<ItemPart, string>> = {
  assurance: "政府保障程度", quality: "教育质量", recognition: "社会认可度", veto: "一票否决", condition: "申报条件",
};

/** A fact that items need besides those of the seven indicators (`standards/item-facts.json`). */
export interface ItemFact extends Fact {
  /** Whose figure it is: one of each school (in `School.figures`), or one of the county (`CountyFigures`). */
  readonly level: "school" | "county";
  /** Section of the county form it stands in, such as 表Ⅳ 政府保障程度. */
  readonly group: string;
  /** Ids of the items it feeds. */
  readonly items: readonly string[];
  /** What a filled-in value looks like; yes/no facts are 是 or 否, levels Ⅰ to Ⅳ. */
  readonly example: string | number;
}

/** What the county form says (县级填报表), by fact. yes/no: 1 or 0; levels 1 to 4; dates and years as numbers. */
export type CountyFigures = Readonly<Record<FactId, Figure>>;

/** How a figure is compared with its line. `below` is strict. */
export type Comparison = "atLeast" | "atMost" | "below";

/** One thing an item asks; an item is met when all its tests are. */
export type ItemTest =
  /** Typed 是 or 否: the county's answer, else every school's own (`school`). `want` is the answer that passes (一票否决: 否). */
  | { readonly kind: "yesNo"; readonly label: string; readonly fact: FactId | null; readonly school?: FactId; readonly want: boolean }
  /** (Σ numerator) × per ÷ (Σ denominator) of county facts; else the sums of the schools' facts. 100 % compares the counts (R4). */
  | {
      readonly kind: "ratio"; readonly label: string; readonly numerator: readonly Term[]; readonly denominator: readonly Term[];
      readonly per: number; readonly unit: string; readonly places: number; readonly comparison: Comparison; readonly line: number;
      readonly schools?: { readonly numerator: FactId; readonly denominator: FactId; readonly stage?: Stage; readonly of?: SchoolsOf };
      /** A count that, typed 0, says there is nothing to ask for although the denominator is blank (no 特教学校): 不适用, as a denominator typed 0 is (R11). */
      readonly none?: FactId;
    }
  /** One typed figure against a line. */
  | { readonly kind: "figure"; readonly label: string; readonly fact: FactId; readonly unit: string; readonly places: number; readonly comparison: Comparison; readonly line: number }
  /** One amount not below another (B8). */
  | { readonly kind: "notBelow"; readonly label: string; readonly left: FactId; readonly right: FactId; readonly unit: string }
  /** Years between two typed years (F1). */
  | { readonly kind: "years"; readonly label: string; readonly from: FactId; readonly until: FactId; readonly line: number }
  /** Every school's own ratio (C4). */
  | { readonly kind: "everySchool"; readonly label: string; readonly numerator: FactId; readonly denominator: FactId; readonly per: number; readonly unit: string; readonly places: number; readonly comparison: Comparison; readonly line: number }
  /** 每 N 个班级音乐、美术专用教室各一间 (B3). */
  | { readonly kind: "rooms"; readonly label: string; readonly classesPerRoom: number; readonly areas: RoomAreas }
  /** 学校规模 (B4): pupils of the compulsory stages, by type of school. */
  | { readonly kind: "schoolSize"; readonly label: string; readonly lines: Readonly<Record<"oneStage" | "bothStages", number>> }
  /** 班额 (B5). */
  | { readonly kind: "classSize"; readonly label: string; readonly lines: Readonly<Record<Stage, number>> }
  /** 小规模学校按 N 人核定公用经费 (B6). */
  | { readonly kind: "smallSchoolFunds"; readonly label: string; readonly below: number; readonly countedAs: number; readonly quotas: Readonly<Record<Stage, FactId>> }
  /** 国家义务教育质量监测 (C9): level and 校际差异率 of each subject. */
  | { readonly kind: "monitoring"; readonly label: string; readonly subjects: readonly { readonly term: string; readonly level: FactId; readonly gap: FactId }[]; readonly level: number; readonly below: number }
  /** The seven indicators' 差异系数 of the county itself (F4): limits stand in the standard. */
  | { readonly kind: "variation"; readonly label: string };

/** Which schools a ratio adds up (R21): all of compulsory education, 特殊教育学校 alone, or 城区和镇区公办非寄宿制. */
export const SCHOOLS_OF = ["all", "special", "townPublicDay"] as const;
export type SchoolsOf = (typeof SCHOOLS_OF)[number];

export interface RoomAreas {
  readonly music: number;
  readonly fineArt: number;
}

/** One item of the parts besides 资源配置 (指标项). */
export interface Item {
  /** `B3`. */
  readonly id: string;
  readonly part: ItemPart;
  /** Number in its table of the form: 3. */
  readonly number: number;
  /** Official wording, as 表Ⅳ and 表Ⅴ print it. */
  readonly term: string;
  /** Short name for narrow screens. */
  readonly short: string;
  readonly tests: readonly ItemTest[];
  /** The form's sentence with places to fill, `在岗专任教师{county.teachersOnDuty}人，占比{value0}%`; left out where the form prints none. */
  readonly form?: string;
  readonly clause: Clause;
}

/** All items of one edition, with their switches (`standards/national-2017-items.json`), parsed. */
export interface ItemBook {
  readonly standard: string;
  readonly items: readonly Item[];
  readonly switches: readonly SwitchRule[];
  /** What 举办者类型 may say, by code or word, for items that ask for 公办. */
  readonly owners: { readonly public: readonly string[]; readonly private: readonly string[] };
  readonly facts: ReadonlyMap<FactId, ItemFact | Fact>;
}

/** Something missing, and where to enter it. */
export interface Lack {
  readonly text: string;
  readonly where: "countyForm" | "schoolSheet" | "classList" | "roomList";
  readonly fact: FactId | null;
  /** Cell to go to, when there is one. */
  readonly cell: string | null;
}

/** One test's outcome. */
export interface TestFinding {
  readonly label: string;
  readonly verdict: Verdict;
  readonly value: number | null;
  readonly unit: string;
  readonly line: number | null;
  readonly places: number;
  readonly comparison: Comparison | null;
}

/** One item on one whole school. */
export interface SchoolItemFinding {
  /** The whole school; where a sheet keeps its stages in rows of their own, with the name they share. */
  readonly school: School;
  /** Its rows as reading gave them: one, or 小学部 and 初中部. */
  readonly rows: readonly School[];
  readonly verdict: Verdict;
  readonly value: number | null;
  /** What was found, with figures: 「28 个班，应有音乐专用教室 3 间，达标 2 间」. */
  readonly text: string;
  readonly cells: readonly string[];
  /** What is lacking to pass, in `gapUnit`; `null` when it cannot be said. */
  readonly gap: number | null;
  readonly gapUnit: string;
  /** The gap by kind of room (B3), where it can be told apart. */
  readonly roomGaps?: Readonly<Record<keyof RoomAreas, number>>;
}

/** Verdict of one item (指标项判定): never `floor`. */
export interface ItemFinding {
  readonly item: Item;
  readonly verdict: Verdict;
  /** 指标值或简要结论 as the form words it: 「超过2000人的小学1所，初中0所」. */
  readonly conclusion: string;
  readonly tests: readonly TestFinding[];
  readonly steps: readonly string[];
  readonly inputs: readonly FindingInput[];
  /** Also of an item that fails already: what else is missing. Empty when it is met or asks nothing. */
  readonly lacks: readonly Lack[];
  /** Switches that touched it, contradictions, what was taken from where. */
  readonly notes: readonly string[];
  /** Per school, for items judged school by school; those that fail first. */
  readonly schools: readonly SchoolItemFinding[];
}

/** Everything besides 资源配置, and the county's verdict (R3). */
export interface ItemsJudgement {
  readonly findings: readonly ItemFinding[];
  /** True once a county form was read: only then 县域结论 is shown (R3). */
  readonly hasForm: boolean;
  /** 县域结论: 资源配置 and all items. */
  readonly verdict: Verdict;
  readonly reasons: readonly ItemReason[];
}

export interface ItemReason extends Pick<Reason, "verdict" | "text"> {
  /** `null`: from 资源配置结论. */
  readonly item: string | null;
}

/** What items are judged from. */
export interface ItemInput {
  /** All schools of the reading, excluded ones too: R21 asks for 教学点 and 特教. */
  readonly schools: readonly School[];
  readonly judgement: Judgement;
  readonly county: CountyFigures;
  readonly hasForm: boolean;
}
