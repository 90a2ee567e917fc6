import type { Attribute, Candidate } from "./model";
import type { Scope } from "../engine/model";
import { factById } from "../standards";
import { ATTRIBUTE_WORDS, CONCEPTS, FILLER, NOT_PRESENT, PER_HEAD, STAGE_WORDS, TIMES_100, YEAR, type Concept } from "./vocabulary";
import { splitUnit, unitOf, type Unit } from "./text";

/** What a heading path can mean (标题读法), best first, before values and neighbours are looked at. */
export interface HeadingReading {
  readonly attribute: Attribute | null;
  readonly attributeTerm: string;
  readonly candidates: readonly Candidate[];
  readonly scope: Scope;
  readonly unit: Unit | null;
  /** Normalised path: the column's key. */
  readonly key: string;
  readonly evidence: readonly string[];
}

/** From here on a reading is taken; below it somebody is asked; below `DOUBTFUL` it is no reading at all. */
export const CERTAIN = 0.75;
export const DOUBTFUL = 0.5;

const NO_RATIO = /师生比|生师比|比例|占比|百分比|[率%]$/;

/** Reads a heading path, top row first. */
export function readHeading(path: readonly string[]): HeadingReading {
  const { words, unit } = wordsOf(path);
  const key = words.join(">") + (unit ? `[${unit.written}]` : "");
  const leaf = words[words.length - 1] ?? "";
  const bare = { attribute: null, attributeTerm: "", candidates: [], scope: scopeOf(words), unit, key, evidence: [] };
  if (leaf === "") return bare;
  for (const [attribute, attributeTerm, pattern] of ATTRIBUTE_WORDS) {
    if (pattern.test(leaf)) return { ...bare, attribute, attributeTerm, evidence: [`标题“${leaf}”`] };
  }
  if (NOT_PRESENT.test(words.join(">")) || NO_RATIO.test(leaf)) return bare;
  const candidates = meanings(words, unit, bare.scope);
  const evidence = [`标题“${leaf}”`];
  if (words.length > 1) evidence.push(`上级标题“${words.slice(0, -1).join(" › ")}”`);
  if (unit) evidence.push(`单位“${unit.written}”`);
  return { ...bare, candidates, evidence: candidates.length > 0 ? evidence : [] };
}

/** Wordings without units; a lowest row that is a bare unit (万元) is the unit, not a wording. */
function wordsOf(path: readonly string[]): { readonly words: readonly string[]; readonly unit: Unit | null } {
  const words: string[] = [];
  let unit: Unit | null = null;
  for (const piece of path) {
    const alone = unitOf(piece);
    if (alone && words.length > 0) {
      unit = alone;
      continue;
    }
    const split = splitUnit(piece);
    unit = split.unit ?? unit;
    if (split.words !== "" && split.words !== words[words.length - 1]) words.push(split.words);
  }
  return { words, unit };
}

const STAGE_MARKS: readonly (readonly [Scope, RegExp])[] = [
  ["primary", /小学/],
  ["junior", /初中|初级中学/],
  ["senior", /高中|高级中学/],
];

/** The scope of the lowest heading that names exactly one stage. */
export function scopeOf(words: readonly string[]): Scope {
  for (let i = words.length - 1; i >= 0; i -= 1) {
    const text = (words[i] ?? "").replace(/中小学|小学教学点/g, "");
    const found = STAGE_MARKS.filter(([, mark]) => mark.test(text));
    if (found.length === 1 && found[0]) return found[0][0];
    if (found.length > 1) return "school";
  }
  return "school";
}

function meanings(words: readonly string[], unit: Unit | null, scope: Scope): Candidate[] {
  const whole = words.join(">");
  const times = TIMES_100.test(words[words.length - 1] ?? "") ? 0.01 : 1;
  for (let from = words.length - 1; from >= 0; from -= 1) {
    const text = words.slice(from).join(">").replace(TIMES_100, "");
    const perHead = isPerHead(words, from);
    const found = CONCEPTS.flatMap((concept) => candidatesOf(concept, { text, whole, perHead, alone: from === words.length - 1, unit, scope, times }));
    if (found.length > 0) return best(found);
  }
  return [];
}

/** 生均 in the wording itself, or in a parent that does not name a resource itself: below 「生均教学及辅助用房面积」 a 「…面积」 column is the amount again. */
function isPerHead(words: readonly string[], from: number): boolean {
  PER_HEAD.lastIndex = 0;
  if (PER_HEAD.test(words.slice(from).join(">"))) return true;
  return words.slice(0, from).some((parent) => {
    const rest = parent.replace(PER_HEAD, "");
    return rest !== parent && !CONCEPTS.some(({ ratio, core }) => ratio !== undefined && core.test(rest));
  });
}

interface Wording {
  readonly text: string;
  readonly whole: string;
  readonly perHead: boolean;
  readonly alone: boolean;
  readonly unit: Unit | null;
  readonly scope: Scope;
  readonly times: number;
}

function candidatesOf(concept: Concept, wording: Wording): Candidate[] {
  const text = wording.text.replace(PER_HEAD, "");
  if (!concept.core.test(text) || concept.ban?.test(text)) return [];
  if (concept.context && !concept.context.test(wording.whole)) return [];
  if (wording.perHead && !concept.ratio) return [];
  if (concept.kind !== "area" && /面积|平方米/.test(text)) return [];
  if (wording.unit && !unitFits(concept, wording)) return [];
  const confidence = (concept.base ?? 1) - penalty(residue(concept, text.replace(YEAR, wording.alone ? "年" : "")), wording.alone);
  if (confidence < DOUBTFUL) return [];
  const factor = (wording.unit?.kind === concept.kind ? wording.unit.factor : 1) * wording.times;
  const meaning = { scope: wording.scope, unit: wording.unit?.written ?? "", factor, confidence };
  const fact = wording.perHead && concept.ratio ? concept.ratio : concept.fact;
  return [{ fact, term: termOf(fact), ...meaning }, ...(concept.or && !wording.perHead ? [{ fact: concept.or, term: termOf(concept.or), ...meaning, confidence: 0.7 }] : [])];
}

/** Official term of a fact. */
export function termOf(fact: string): string {
  return factById(fact)?.term ?? fact;
}

function unitFits(concept: Concept, wording: Wording): boolean {
  const kind = wording.unit?.kind;
  if (kind === concept.kind) return true;
  return kind === "things" && (concept.kind === "people" || concept.kind === "rooms");
}

/** What is left of a wording when everything understood is taken away. */
function residue(concept: Concept, text: string): number {
  const rest = text.replace(concept.core, "");
  const lean = concept.allow ? rest.replace(concept.allow, "") : rest;
  return lean.replace(STAGE_WORDS, "").replace(FILLER, "").replace(/[+\-—–/]/g, "").length;
}

/** Words not understood cast doubt; words not understood between a parent's and a child's heading make it something else. */
function penalty(left: number, alone: boolean): number {
  if (left === 0) return 0;
  return alone ? [0, 0.2, 0.35, 0.5][left] ?? 1 : 1;
}

function best(found: readonly Candidate[]): Candidate[] {
  const sorted = [...found].sort((a, b) => b.confidence - a.confidence);
  return sorted.filter((candidate, i) => sorted.findIndex((other) => other.fact === candidate.fact) === i);
}
