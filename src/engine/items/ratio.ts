import type { SchoolType, Verdict } from "../model";
import { equals, plain, shown } from "../number";
import type { Term } from "../standard";
import { VERDICT_TERMS } from "../terms";
import { factOf } from "./book";
import { cite, lacksOf, typed, wordsOf } from "./county-figure";
import type { Typed } from "./county-figure";
import { isPossible } from "./figures";
import type { Lack } from "./model";
import { comparing, distinct, keeps } from "./outcome";
import type { Desk, Outcome, TestOf, Words } from "./outcome";
import { schoolTotals } from "./school-totals";
import type { Totals } from "./school-totals";
import type { Amount, WholeSchool } from "./whole-school";
import { amountIn } from "./whole-school";
import { ofSchools } from "./each-school";
import type { One } from "./each-school";

type Test = TestOf<"ratio">;

/** Numerator and denominator, however they were come by. */
interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
  /** `（505 − 12 + 8）× 100 ÷（520 − 1）`. */
  readonly text: string;
  readonly lacks: readonly Lack[];
}

/** Value, verdict and the line of calculation of one fraction. Equal counts make a whole, whatever the division gives (R4). */
function compare(test: Test, { numerator, denominator, text, lacks }: Fraction): Pick<Outcome, "finding" | "steps" | "lacks"> {
  const { label, unit, places, comparison, line, per } = test;
  const value = numerator === denominator ? per : (numerator * per) / denominator;
  const base = { label, unit, line, places, comparison };
  const missing = (more: readonly Lack[]): Pick<Outcome, "finding" | "steps" | "lacks"> => ({ finding: { ...base, verdict: "undetermined", value: null }, steps: [], lacks: more });
  if (!(numerator >= 0 && denominator >= 0)) return missing(lacks.length > 0 ? lacks : [absurd(test, `${text} 小于 0`)]);
  if (denominator === 0 && numerator > 0) return missing([absurd(test, `${label} = ${text}，分母为 0 而分子不为 0`)]);
  if (denominator === 0) return { finding: { ...base, verdict: "notApplicable", value: null }, steps: [`${label}：分母为 0，${VERDICT_TERMS.notApplicable}`], lacks: [] };
  const step = `${label} = ${text} ${equals(value)}${unit}`;
  if (!isPossible(value, unit)) return { ...missing([absurd(test, `${step}，大于全部`)]), steps: [step] };
  const kept = keeps(value, comparison, line);
  const verdict: Verdict = kept ? "met" : "unmet";
  return { finding: { ...base, verdict, value }, steps: [step, `${comparing(shown(value, places, [line]), comparison, line, kept)}，${VERDICT_TERMS[verdict]}`], lacks: [] };
}

function absurd(test: Test, what: string): Lack {
  const fact = test.numerator[0]?.fact ?? null;
  return { text: `${what}，请核对分子和分母`, where: "countyForm", fact, cell: null };
}

function sumOf(terms: readonly Term[], figures: readonly Typed[]): { value: number; text: string } {
  const value = terms.reduce((sum, term, i) => sum + term.sign * (figures[i]?.value ?? Number.NaN), 0);
  const text = terms.map((term, i) => `${term.sign < 0 ? " − " : i > 0 ? " + " : ""}${figures[i] ? cite(figures[i]) : ""}`).join("");
  return { value, text: terms.length > 1 ? `（${text}）` : text };
}

function times(per: number): string {
  return per === 1 ? "" : ` × ${plain(per)}`;
}

/** From the county form. */
function fromForm(desk: Desk, test: Test): Outcome {
  const above = test.numerator.map((term) => typed(desk, term.fact));
  const below = test.denominator.map((term) => typed(desk, term.fact));
  const figures = [...above, ...below];
  const [numerator, denominator] = [sumOf(test.numerator, above), sumOf(test.denominator, below)];
  const nothing = test.none === undefined ? undefined : desk.input.county[test.none];
  const rest = { inputs: figures.map(({ input }) => input), notes: [], schools: [], words: wordsOf(figures) };
  const hasSome = test.schools?.of === "special" && desk.wholes.some(({ type }) => type === "special");
  if (below.some(({ lack }) => lack) && nothing?.value === 0 && !hasSome) {
    const { term } = factOf(desk, test.none ?? "");
    const at = nothing.cell ? `（${nothing.cell}）` : "";
    return { ...compare(test, { numerator: 0, denominator: 0, text: "", lacks: [] }), ...rest, steps: [`${term}为 0${at}，${VERDICT_TERMS.notApplicable}`] };
  }
  // Nobody to ask for: the numerator need not be typed (R11).
  const top = denominator.value === 0 && numerator.value !== numerator.value ? 0 : numerator.value;
  return { ...compare(test, { numerator: top, denominator: denominator.value, text: `${numerator.text}${times(test.per)} ÷ ${denominator.text}`, lacks: lacksOf(figures) }), ...rest };
}

/** Each school's own part in a rate that must be whole: who keeps the county from it. */
function each(desk: Desk, test: Test, whole: WholeSchool, above: Amount, below: Amount): One {
  const { finding, lacks } = compare(test, { numerator: above.value, denominator: below.value, text: `${plain(above.value)}${times(test.per)} ÷ ${plain(below.value)}`, lacks: distinct([...above.lacks, ...below.lacks]) });
  const text = finding.verdict === "undetermined" ? lacks.map((lack) => lack.text).join("；") : `${plain(above.value)} ÷ ${plain(below.value)}`;
  const gap = finding.verdict === "undetermined" ? null : Math.max(0, below.value - above.value);
  return { whole, verdict: finding.verdict, value: finding.value, text, cells: [...above.cells, ...below.cells], gap, gapUnit: factOf(desk, test.schools?.numerator ?? "").unit, lacks };
}

function eachSchool(desk: Desk, test: Test, wholes: readonly WholeSchool[]): Outcome["schools"] {
  if (test.line !== test.per || test.schools?.stage !== undefined) return [];
  const { numerator, denominator } = test.schools ?? { numerator: "", denominator: "" };
  const ones = wholes.map((whole) => each(desk, test, whole, amountIn(desk, whole, numerator), amountIn(desk, whole, denominator)));
  return ofSchools(ones, { label: test.label, verdict: "undetermined", value: null, unit: test.unit, line: test.line, places: test.places, comparison: test.comparison }).schools;
}

function differs(typedValue: number, total: number): boolean {
  return typedValue === typedValue && total === total && typedValue !== total;
}

/** From the schools' own figures; the form's place is filled with their sums. A form that falls short is believed: the sheet may not hold all schools. */
function fromSchools(desk: Desk, test: Test, { wholes, numerator, denominator, lacks }: Totals, form: Outcome): Outcome {
  const text = `各校合计 ${plain(numerator)}${times(test.per)} ÷ ${plain(denominator)}`;
  const added = compare(test, { numerator, denominator, text, lacks });
  const byForm = form.finding.verdict === "unmet" && added.finding.verdict !== "unmet";
  const ids = [test.numerator, test.denominator].map((terms) => (terms.length === 1 ? terms[0]?.fact : undefined));
  const sums = [numerator, denominator];
  const words: Words = Object.fromEntries(ids.flatMap((id, i) => (id === undefined ? [] : [[id, (sums[i] as number) >= 0 ? (sums[i] as number) : ""]])));
  const notes = ids.flatMap((id, i) => {
    const said = id === undefined ? Number.NaN : typed(desk, id).value;
    return id !== undefined && differs(said, sums[i] as number) ? [`${factOf(desk, id).term}：各校合计 ${plain(sums[i] as number)}，县级填报表为 ${plain(said)}，两者不一致，按${byForm ? "县级填报表" : "各校合计"}判定`] : [];
  });
  const decided = byForm ? { lacks: added.lacks } : { ...added, words };
  return { ...form, ...decided, notes, schools: eachSchool(desk, test, wholes) };
}

/** Schools a ratio of their own figures adds up, besides ordinary ones. */
export const ALL_KINDS: readonly SchoolType[] = ["teachingPoint", "special"];

/** A ratio of counts (比例): the schools' own sums where schools give figures, else the county form's. */
export function judgeRatio(desk: Desk, test: Test): Outcome {
  const form = fromForm(desk, test);
  if (!test.schools) return form;
  const totals = schoolTotals(desk, test.schools, ALL_KINDS);
  return totals.given ? fromSchools(desk, test, totals, form) : form;
}
