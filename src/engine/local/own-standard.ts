import type { Clause, Stage } from "../model";
import { STAGES } from "../model";
import type { Comparison, Item, ItemBook, ItemTest } from "../items/model";
import { plain } from "../number";
import type { Standard } from "../standard";
import { STAGE_TERMS } from "../terms";
import type { LocalPlan, LocalRow, OwnLine, OwnStandardReading } from "./model";
import { ownClause, OWN_ID, VARIATION, withOwnLines } from "./own-lines";

/** A line of the national standard that a bureau may change (可改的线). */
export interface OwnTarget {
  readonly id: string;
  readonly names: readonly string[];
  readonly unit: string;
  readonly comparison: Comparison;
  /** What it asks nationally: for each stage, or one for all. */
  readonly lines: Readonly<Partial<Record<Stage | "all", number>>>;
  readonly clause: Clause;
}

/** The lines of the seven indicators and of 校际差异系数. */
export function standardTargets(standard: Standard): OwnTarget[] {
  const { limits, clause: ofLimits } = standard.variationRule;
  const indicators = standard.indicators.map(({ id, term, short, unit, lines, clause }): OwnTarget => ({ id, names: [id, term, ...short], unit, comparison: "atLeast", lines, clause }));
  return [...indicators, { id: VARIATION, names: [VARIATION, "校际差异系数", "差异系数"], unit: "", comparison: "atMost", lines: limits, clause: ofLimits }];
}

type LineTest = Extract<ItemTest, { readonly line: number; readonly unit: string }>;

/** A ceiling of none at all (职业学校附设班) is no line to move. */
function hasLine(test: ItemTest): test is LineTest {
  return (test.kind === "ratio" || test.kind === "figure" || test.kind === "everySchool") && test.line > 0;
}

/** The id of one test's line: the item's, or with a number where the item has several (`B11.2`). */
function lineId(item: Item, test: LineTest): string {
  const lines = item.tests.filter(hasLine);
  return lines.length === 1 ? item.id : `${item.id}.${String(lines.indexOf(test) + 1)}`;
}

/** Every line of the national standard that a bureau may change: indicators, 差异系数, items that ask for a number. */
export function ownTargets(standard: Standard, book: ItemBook): OwnTarget[] {
  const items = book.items.flatMap((item) => item.tests.filter(hasLine).map((test): OwnTarget => {
    const id = lineId(item, test);
    const names = id === item.id ? [id, item.term, item.short, test.label] : [id, test.label];
    return { id, names, unit: test.unit, comparison: test.comparison, lines: { all: test.line }, clause: item.clause };
  }));
  return [...standardTargets(standard), ...items];
}

function withLines(item: Item, reading: OwnStandardReading): Item {
  const own = (test: ItemTest): OwnLine | undefined => (hasLine(test) ? reading.lines.find((line) => line.overrides === lineId(item, test) && line.lines.all !== undefined && line.lines.all !== test.line) : undefined);
  const changed = item.tests.map(own).find((line) => line !== undefined);
  if (!changed) return item;
  return { ...item, tests: item.tests.map((test) => ({ ...test, ...(own(test) && { line: own(test)?.lines.all }) }) as ItemTest), clause: ownClause(changed) };
}

function rowsOf(line: OwnLine, place: number, isSchoolFact: (id: string) => boolean): LocalRow[] {
  const bySchool = isSchoolFact(line.numerator ?? "");
  const stages: readonly (Stage | null)[] = bySchool || line.lines.all === undefined ? STAGES : [null];
  return stages.flatMap((stage): LocalRow[] => {
    const value = (stage && line.lines[stage]) ?? line.lines.all;
    if (value === undefined || line.numerator === null) return [];
    const { numerator, denominator, per, comparison, unit } = line;
    return [{
      id: `${OWN_ID}-${String(place + 1)}${stage === null ? "" : `.${stage}`}`, kind: "indicator", term: stage === null ? line.term : `${STAGE_TERMS[stage]}${line.term}`, number: plain(value), unit,
      scope: bySchool ? "school" : "county", counties: [], targets: [{ year: null, value, comparison }],
      measure: { kind: "ratio", numerator, denominator, per, stage: bySchool ? stage : null }, deadline: "", owners: [], clause: ownClause(line),
    }];
  });
}

/** What cannot be used of a bureau's own standard: which cell, and why. */
export interface OwnProblem {
  readonly cell: string;
  readonly text: string;
}

/** A bureau's own standard, ready to judge with (自定标准). */
export interface OwnStandard {
  readonly standard: Standard;
  readonly book: ItemBook;
  /** Lines it adds; `null` when it only changes lines. */
  readonly plan: LocalPlan | null;
  readonly problems: readonly OwnProblem[];
}

/** Lays a bureau's lines over the national standard. Nothing of the base is changed; every result under it carries its mark (R5). */
export function ownStandard(reading: OwnStandardReading, base: Standard, book: ItemBook): OwnStandard {
  const known = new Set(ownTargets(base, book).map((one) => one.id));
  const isSchoolFact = (id: string): boolean => {
    const fact = book.facts.get(id);
    return fact !== undefined && !("level" in fact && fact.level === "county");
  };
  const added = reading.lines.filter((line) => line.overrides === null);
  const rows = added.flatMap((line, place) => rowsOf(line, place, isSchoolFact));
  const standard = withOwnLines(reading, base);
  const plan: LocalPlan = {
    id: OWN_ID, term: reading.name, document: standard.document, effectiveFrom: base.effectiveFrom, effectiveUntil: null, buildsOn: base.id, region: "", counties: [], rows,
  };
  return {
    standard,
    book: { ...book, standard: OWN_ID, items: book.items.map((item) => withLines(item, reading)) },
    plan: rows.length === 0 ? null : plan,
    problems: reading.lines.filter((line) => line.overrides !== null && !known.has(line.overrides)).map((line) => ({ cell: line.cell, text: `没有可改的指标“${String(line.overrides)}”` })),
  };
}
