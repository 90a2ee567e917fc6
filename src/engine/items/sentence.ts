import { plain, shown } from "../number";
import { VERDICT_TERMS } from "../terms";
import type { Item, TestFinding } from "./model";
import type { Outcome, Words } from "./outcome";

/** What a sentence says where a figure is missing. */
const BLANK = "（缺）";
/** And where there is none to be had: a share of nobody. */
const NONE = "—";

/** `{a}`, `{a+b}`, `{a/10000}`, and `{a%b}` for a in per cent of b. */
export const PLACE = /\{([^{}]+)\}/g;
const OPERATION = /^([^+%/]+)([+%/])([^+%/]+)$/;
const PERCENT = 100;

/** The names a sentence asks for. */
export function namesIn(sentence: string): string[] {
  return Array.from(sentence.matchAll(PLACE), (match) => match[1] as string).flatMap((text) => {
    const [, left, sign, right] = OPERATION.exec(text) ?? [];
    return left === undefined ? [text] : sign === "/" ? [left] : [left, right as string];
  });
}

/** A number as the form prints figures that are no ratios: whole. */
function whole(value: number): string {
  return value === value && Number.isFinite(value) ? plain(value, 0) : BLANK;
}

function fill(text: string, words: Words, open: string): string {
  const [, left = text, sign, right = ""] = OPERATION.exec(text) ?? [];
  const first = words[left];
  if (sign === undefined) return typeof first === "number" ? whole(first) : first || open;
  const second = sign === "/" ? Number(right) : words[right];
  if (typeof first !== "number" || typeof second !== "number") return open;
  if (sign === "+") return whole(first + second);
  if (sign === "/") return whole(first / second);
  return second === 0 ? NONE : shown((first * PERCENT) / second, 1, []);
}

function valueText({ value, verdict, places, line }: TestFinding): string {
  return value === null ? (verdict === "notApplicable" ? NONE : "") : shown(value, places, line === null ? [] : [line]);
}

function plainConclusion(findings: readonly TestFinding[], words: Words): string {
  return findings.map((one) => {
    const word = one.verdict === "undetermined" ? BLANK : VERDICT_TERMS[one.verdict];
    return `${one.label}：${words[one.label] || (one.value === null ? word : `${valueText(one)}${one.unit}`)}`;
  }).join("；");
}

/** 指标值或简要结论: the form's own sentence with the figures in it, else every test by its label. */
export function conclusionOf({ form }: Item, outcomes: readonly Outcome[]): string {
  const findings = outcomes.map(({ finding }) => finding);
  const values = Object.fromEntries(findings.map((one, i) => [`value${i}`, valueText(one)]));
  const words: Words = Object.assign({}, ...outcomes.map((one) => one.words), values) as Words;
  const open = findings.every(({ verdict }) => verdict === "notApplicable") ? NONE : BLANK;
  return form === undefined ? plainConclusion(findings, words) : form.replace(PLACE, (_, text: string) => fill(text, words, open));
}
