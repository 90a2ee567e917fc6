/** Every raw figure and every edition of a standard this add-in knows: what a formula needs of the law. */
import type { Fact, FactId, Standard } from "../engine";
import basic2012 from "./basic-2012.json" with { type: "json" };
import facts from "./facts.json" with { type: "json" };
import national2017 from "./national-2017.json" with { type: "json" };

/** All raw figures (数据项). */
export const FACTS = facts as readonly Fact[];

const BY_ID: ReadonlyMap<FactId, Fact> = new Map(FACTS.map((fact) => [fact.id, fact]));

/** The fact of an id, `undefined` when there is none. */
export function factById(id: FactId): Fact | undefined {
  return BY_ID.get(id);
}

/** The files as they are. A test parses each; doing so at every start would cost Excel two kilobytes before it can answer a formula. */
export const STANDARD_FILES: readonly unknown[] = [national2017, basic2012];

const NO_LINES = { primary: Number.NaN, junior: Number.NaN };

/** All editions known, the default first. */
export const STANDARDS: readonly Standard[] = STANDARD_FILES.map((file) => {
  const standard = file as Standard;
  return { ...standard, facts: BY_ID, indicators: standard.indicators.map((one) => ({ ...one, lines: (one.lines as typeof one.lines | undefined) ?? NO_LINES })) };
});

/** The national standard (R5). */
export const DEFAULT_STANDARD = STANDARDS[0] as Standard;

/** The standard of an id, a name or a document number; `undefined` when there is none. */
export function findStandard(name: string): Standard | undefined {
  const text = name.trim();
  return STANDARDS.find(({ id, term, document }) => [id, term, document.title, document.number].includes(text));
}
