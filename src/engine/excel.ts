import type { FactId, School, Scope, Stage, Switches } from "./model";
import { resolve } from "./formula";
import type { Source } from "./formula";
import { targetOf } from "./gap";
import { clean, comparedPlaces, plain } from "./number";
import { layoutOf, STUDENTS } from "./split";
import type { Layout, Part } from "./split";
import type { Indicator, Standard } from "./standard";

/** The text that stands for a figure in a formula, such as `F7` or `$F7*10000`; `null` when the sheet does not have it. */
export type Refs = (fact: FactId, scope: Scope) => string | null;

/** A figure a formula reads. */
export interface Read {
  readonly fact: FactId;
  readonly scope: Scope;
  readonly ref: string;
}

/** An indicator as plain Excel (R4, R8): for highlighting rules and frozen formulas. Excel 2010, no array constants. */
export interface PlainForm {
  /** `(F7+G7)*100/D7`; true only while every figure of `reads` is a number and students are above 0. */
  readonly value: string;
  /** `ROUND(value,9)>=4.2`. */
  readonly atLine: string;
  /** `ROUND(value,9)>=3.57`. */
  readonly atFloor: string;
  /** True where a printed ratio is too coarse to tell (R10): undetermined, whatever the others say; `null` when it cannot be. */
  readonly unsure: string | null;
  /** Every figure that must be a number; students among them. */
  readonly reads: readonly Read[];
  /** Those of `reads` that must be above 0: the stage's own pupils. */
  readonly positive: readonly string[];
  /** True for a form over a part of the resource: its `atLine` proves 达标, anything else is 数据不足 (R14). */
  readonly partial: boolean;
  /** The partial form that still speaks while a figure of this one is missing; `null` when there is none. */
  readonly certain: PlainForm | null;
}

interface Shape {
  readonly indicator: Indicator;
  readonly layout: Layout;
  readonly stage: Stage;
  readonly standard: Standard;
  readonly refs: Refs;
  readonly switches: Switches;
}

function studentsRead({ layout, refs }: Shape, part: Part): Read | null {
  const scopes: readonly Scope[] = layout.parts.length === 1 ? [part.scope, "school"] : [part.scope];
  // A sheet with both columns: the one the layout took its pupils from.
  const ordered = part.fromWhole ? [...scopes].reverse() : scopes;
  for (const scope of ordered) {
    const ref = refs(STUDENTS, scope);
    if (ref !== null) return { fact: STUDENTS, scope, ref };
  }
  return null;
}

/** `1.1*E7` or `E7/1.1`: pupils of a part in pupils of the stage that is asked about. */
function weighted(ref: string, weight: number, own: number): string {
  const factor = plain(weight / own, 9);
  const divisor = plain(own / weight, 9);
  if (factor === "1") return ref;
  return factor.length <= divisor.length ? `${factor}*${ref}` : `${ref}/${divisor}`;
}

function sum(terms: readonly (readonly [sign: number, text: string])[]): string {
  return terms.map(([sign, text], i) => (sign < 0 ? "-" : i > 0 ? "+" : "") + text).join("");
}

function enclosed(text: string, terms: number): string {
  return terms > 1 ? `(${text})` : text;
}

function formOf(shape: Shape, value: string, reads: readonly Read[], positive: readonly string[], half: number, certain: PlainForm | null): PlainForm {
  const { indicator, stage, standard, switches } = shape;
  const places = comparedPlaces(indicator, switches);
  const [line, floor] = [indicator.lines[stage], targetOf(indicator, stage, standard, "floor")];
  const near = (target: number): string => `ABS(${value}-${plain(target, 9)})<=${plain(half, 9)}`;
  return {
    value, reads, positive, certain,
    partial: false,
    atLine: `ROUND(${value},${places})>=${plain(line, 9)}`,
    atFloor: `ROUND(${value},${places})>=${plain(floor, 9)}`,
    unsure: half > 0 ? `OR(${near(line)},${near(floor)})` : null,
  };
}

/** Amount × per ÷ students, where the amount may be a whole school's, divided by weights or by heads. */
function fromSources(shape: Shape, sources: readonly Source[], certain: PlainForm | null): PlainForm | null {
  const { indicator, layout, stage, refs } = shape;
  const own = layout.parts.find((part) => part.scope === stage);
  const division = sources.find((source) => source.division !== null)?.division ?? null;
  const terms = sources.map((source) => ({ source, ref: refs(source.term.fact, source.scope) }));
  const parts = layout.parts.filter((part) => part === own || division !== null).map((part) => ({ part, read: studentsRead(shape, part) }));
  const mine = parts.find(({ part }) => part === own)?.read;
  if (!own || !mine || terms.length === 0 || terms.some(({ ref, source }) => ref === null || source.trouble === "needsStage") || parts.some(({ read }) => !read)) return null;
  const weight = (part: Part): number => (division === "weights" ? part.weight : 1);
  const pupils = sum(parts.map(({ part, read }) => [1, weighted(read?.ref ?? "", weight(part), weight(own))]));
  const per = indicator.formula.per === 1 ? "" : `*${indicator.formula.per}`;
  const alike = sources.every((source) => source.division === division);
  const amount = sum(terms.map(({ source, ref }) => {
    return [source.term.sign, alike || source.division === null ? (ref as string) : `${ref}*${mine.ref}/(${pupils})`];
  }));
  const divisor = alike ? enclosed(pupils, parts.length) : mine.ref;
  const reads = terms.map(({ source, ref }): Read => ({ fact: source.term.fact, scope: source.scope, ref: ref as string }));
  const value = `${enclosed(amount, terms.length)}${per}/${divisor}`;
  return formOf(shape, value, [...reads, ...parts.flatMap(({ read }) => read ?? [])], [mine.ref], 0, certain);
}

/**
 * The plain Excel form of one indicator for a school in one stage, over the cells `refs` names (纯 Excel 公式). The school
 * tells which way the sheet counts; schools with the same columns and type have the same form. A shared resource takes the
 * form T/(A+1.1B) or T/(A/1.1+B). `null` when the sheet has no columns for it.
 * @example plainFormula(school, "primary", 0, standard, refs)?.atLine // "ROUND((F7+G7)*100/D7,9)>=4.2"
 */
export function plainFormula(school: School, stage: Stage, indicator: number, standard: Standard, refs: Refs, switches: Switches = {}): PlainForm | null {
  const rule = standard.indicators[indicator];
  const layout = layoutOf(school, standard);
  if (!rule || !layout.rows.includes(stage)) return null;
  const shape: Shape = { indicator: rule, layout, stage, standard, refs, switches };
  const { sources, amount, ratio, certain } = resolve(school, layout, stage, rule, switches);
  const ratioScope: Scope = school.figures[rule.formula.ratio]?.[stage] ? stage : "school";
  const ratioRef = refs(rule.formula.ratio, ratioScope);
  if (amount !== amount && ratio && ratio.value !== null && ratioRef !== null) {
    const half = ratio.places === undefined ? 0 : 1 / (2 * 10 ** ratio.places);
    return formOf(shape, ratioRef, [{ fact: rule.formula.ratio, scope: ratioScope, ref: ratioRef }], [], clean(half), null);
  }
  const part = certain ? fromSources(shape, [certain], null) : null;
  const alone = part && { ...part, partial: true };
  return fromSources(shape, sources, alone) ?? alone;
}
