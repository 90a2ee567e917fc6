import type { FindingInput, Switches, Verdict } from "../model";
import type { Standard } from "../standard";
import { plain, reaches, withinLimit } from "../number";
import type { Comparison, Item, ItemBook, ItemInput, ItemTest, Lack, SchoolItemFinding, TestFinding } from "./model";
import type { WholeSchool } from "./whole-school";

/** Everything one test may look at. */
export interface Desk {
  readonly input: ItemInput;
  readonly item: Item;
  readonly book: ItemBook;
  readonly standard: Standard;
  readonly switches: Switches;
  readonly wholes: readonly WholeSchool[];
}

/** What one test gives (一项检验的结果). */
export interface Outcome {
  readonly finding: TestFinding;
  readonly steps: readonly string[];
  readonly inputs: readonly FindingInput[];
  readonly lacks: readonly Lack[];
  readonly notes: readonly string[];
  readonly schools: readonly SchoolItemFinding[];
  /** Fills the form's sentence; a word that is missing is left open there. */
  readonly words: Words;
}

/** Figures by fact id or by the name the sentence gives them; texts are printed as they are. */
export type Words = Readonly<Record<string, number | string>>;

export type TestOf<K extends ItemTest["kind"]> = Extract<ItemTest, { kind: K }>;

/** A test's finding where there is no number to compare. */
export function bareFinding(label: string, verdict: Verdict): TestFinding {
  return { label, verdict, value: null, unit: "", line: null, places: 0, comparison: null };
}

/** 不达标 decides, then 数据不足; 不适用 is neutral (R3). Nothing at all is 数据不足. */
export function together(verdicts: readonly Verdict[]): Verdict {
  const found = (["unmet", "undetermined", "met"] as const).find((verdict) => verdicts.includes(verdict));
  return found ?? (verdicts.length > 0 ? "notApplicable" : "undetermined");
}

const SIGNS: Readonly<Record<Comparison, readonly [kept: string, broken: string]>> = { atLeast: ["≥", "<"], atMost: ["≤", ">"], below: ["<", "≥"] };

/** Whether a value keeps its line (R4). NaN never does. */
export function keeps(value: number, comparison: Comparison, line: number): boolean {
  if (comparison === "atLeast") return reaches(value, line);
  return comparison === "atMost" ? withinLimit(value, line) : value === value && !reaches(value, line);
}

/** `96.5 ≥ 95`. */
export function comparing(shown: string, comparison: Comparison, line: number, kept: boolean): string {
  return `${shown} ${SIGNS[comparison][kept ? 0 : 1]} ${plain(line)}`;
}

/** Lacks once each, in order. */
export function distinct(lacks: readonly Lack[]): Lack[] {
  const seen = new Set<string>();
  return lacks.filter(({ text }) => !seen.has(text) && seen.add(text));
}
