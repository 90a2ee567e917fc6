import type { Clause, Stage } from "../model";
import type { Standard } from "../standard";
import type { OwnLine, OwnStandardReading } from "./model";

/** What stands beside a result under a bureau's own lines (R5). */
const OWN_MARK = "按自定标准";
export const OWN_ID = "own";

/** Id by which the limits of 校际差异系数 are changed. */
export const VARIATION = "variation";

export function ownClause(line: OwnLine): Clause {
  return { document: line.document, section: line.section, text: `${line.term}（${OWN_MARK.slice(1)}）` };
}

/** The lines as a bureau set them, or `null` where they are what they were. */
function changed(reading: OwnStandardReading, id: string, old: Readonly<Record<Stage, number>>): { lines: Record<Stage, number>; clause: Clause } | null {
  const own = reading.lines.find((line) => line.overrides === id);
  if (!own) return null;
  const line = (stage: Stage): number => own.lines[stage] ?? own.lines.all ?? old[stage];
  const lines = { primary: line("primary"), junior: line("junior") };
  return lines.primary === old.primary && lines.junior === old.junior ? null : { lines, clause: ownClause(own) };
}

/** A standard under a bureau's own lines (自定标准): a copy of the base with its changed lines, each with its clause. */
export function withOwnLines(reading: OwnStandardReading, base: Standard): Standard {
  const limits = changed(reading, VARIATION, base.variationRule.limits);
  return {
    ...base,
    id: OWN_ID,
    term: reading.name,
    mark: OWN_MARK,
    document: { ...base.document, title: reading.name, number: [...new Set(reading.lines.map((line) => line.document))].join("、") },
    indicators: base.indicators.map((one) => ({ ...one, ...changed(reading, one.id, one.lines) })),
    variationRule: limits ? { ...base.variationRule, limits: limits.lines, clause: limits.clause } : base.variationRule,
  };
}
