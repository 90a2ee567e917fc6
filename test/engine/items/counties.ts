import { judge, judgeItems } from "../../../src/engine";
import type { CountyFigures, Figure, ItemFinding, ItemsJudgement, School, SchoolType, Stage, Switches } from "../../../src/engine";
import { DEFAULT_STANDARD, ITEM_BOOK, ITEM_FACTS, SWITCH_RULES } from "../../../src/standards";
import { resources, school } from "../schools";

type Given = Parameters<typeof school>[1];
/** County facts without `county.`: a number, or `null` for a blank line. */
type Typed = Readonly<Record<string, number | null>>;

const YES: Readonly<Record<string, number>> = { 是: 1, 否: 0, Ⅲ: 3 };

/** A county form filled with the templates' examples, which pass; `changes` by fact without `county.`. */
export function form(changes: Typed = {}): CountyFigures {
  const facts = ITEM_FACTS.filter(({ level, kind }) => level === "county" && kind !== "text");
  const figure = (id: string, example: string | number, row: number): Figure => {
    const name = id.replace("county.", "");
    const cell = `县级填报表!D${String(row + 3)}`;
    const value = name in changes ? (changes[name] ?? null) : typeof example === "number" ? example : (YES[example] ?? null);
    return { value, cell };
  };
  return Object.fromEntries(facts.map(({ id, example }, row) => [id, figure(id, example, row)]));
}

/** What every item asks of a school of 1000 pupils, all of it given and passing. */
export const ENOUGH: Given = {
  classes: 24, largestClass: 45, musicRooms: 2, musicRoomsQualified: 2, fineArtRooms: 2, fineArtRoomsQualified: 2,
  publicFundsBudget: 800000, trainingFunds: 40000,
};

/** A school that passes everything. */
export function good(type: SchoolType, more: Given = {}, rest: Partial<School> = {}): School {
  const stage: Stage = type === "junior" || type === "complete" ? "junior" : "primary";
  const name = rest.name ?? (stage === "junior" ? "乙初中" : "甲小学");
  return school(type, { students: 1000, ...resources(stage, 1000), ...ENOUGH, ...more }, { name, place: `表!${name}`, ...rest });
}

export interface Situation {
  readonly schools?: readonly School[];
  readonly county?: CountyFigures;
  readonly hasForm?: boolean;
  readonly switches?: Switches;
}

/** Judges a county that passes everything except what is changed. */
export function judged({ schools = [good("primary"), good("junior")], county = form(), hasForm = true, switches = {} }: Situation = {}): ItemsJudgement {
  const judgement = judge(schools, DEFAULT_STANDARD, switches, SWITCH_RULES);
  return judgeItems({ schools, judgement, county, hasForm }, ITEM_BOOK, DEFAULT_STANDARD, switches);
}

export function found(judgement: ItemsJudgement, id: string): ItemFinding {
  const finding = judgement.findings.find(({ item }) => item.id === id);
  if (!finding) throw new Error(`no item ${id}`);
  return finding;
}

export function item(id: string, situation: Situation = {}): ItemFinding {
  return found(judged(situation), id);
}
