import type { Figure, School, Scope, Stage, Switches } from "./model";
import { amountOf } from "./split";
import type { Layout } from "./split";
import type { Indicator, Term, Way } from "./standard";

/** Why a term of the sum has no number. */
export type Trouble = "noColumn" | "blank" | "negative" | "otherStageOnly" | "needsStage" | "needsStudents";

/** One term of the resource's sum, as found for one school and stage. */
export interface Source {
  readonly term: Term;
  readonly figure: Figure | undefined;
  readonly scope: Scope;
  /** What this stage gets of it; NaN when there is trouble. */
  readonly value: number;
  /** How one amount of the whole school is divided, if it is. */
  readonly division: "weights" | "students" | null;
  readonly trouble: Trouble | null;
}

/** The resource of one school, stage and indicator (指标分子), and how it was come by. */
export interface Resolution {
  /** The terms of the way taken; empty when no way has a column. */
  readonly sources: readonly Source[];
  /** NaN when missing or negative. */
  readonly amount: number;
  /** The part that is certain while the amount is missing (R14), else null. */
  readonly certain: Source | null;
  /** The ratio found in the sheet (R10), else undefined. */
  readonly ratio: Figure | undefined;
}

type Division = "weights" | "students" | "none";

function divisionOf(indicator: Indicator, switches: Switches): Division {
  if (indicator.formula.split) return "weights";
  return switches.shareTeachersByStudents ? "students" : "none";
}

function trouble(figure: Figure | undefined): Trouble {
  if (!figure) return "noColumn";
  return figure.value !== null && figure.value < 0 ? "negative" : "blank";
}

/** One term's number for one stage: the stage's own column, else the school's, divided where the rule allows it. */
function source(school: School, layout: Layout, stage: Stage, term: Term, division: Division): Source {
  const scopes = school.figures[term.fact];
  const own = scopes?.[stage];
  const whole = scopes?.school;
  const lost = (why: Trouble, scope: Scope, figure: Figure | undefined, divided: Source["division"] = null): Source => {
    return { term, figure, scope, value: Number.NaN, division: divided, trouble: why };
  };
  const value = amountOf(own);
  if (value === value) return { term, figure: own, scope: stage, value, division: null, trouble: null };
  const total = amountOf(whole);
  if (layout.parts.length === 1) {
    if (total === total) return { term, figure: whole, scope: "school", value: total, division: null, trouble: null };
    return lost(trouble(own ?? whole), own ? stage : "school", own ?? whole);
  }
  // A stage of its own elsewhere: the school's figure must not be split a second time.
  if (layout.parts.some((part) => amountOf(scopes?.[part.scope]) >= 0)) return lost(own ? trouble(own) : "otherStageOnly", stage, own);
  if (!whole) return lost(trouble(own), stage, own);
  if (division === "none") return lost("needsStage", "school", whole);
  if (total !== total) return lost(trouble(whole), "school", whole, division);
  const part = layout.parts.find((candidate) => candidate.scope === stage);
  const weight = division === "weights" ? (part?.weight ?? Number.NaN) : 1;
  const share = (total * weight * (part?.students ?? Number.NaN)) / (division === "weights" ? layout.weighted : layout.students);
  if (share !== share) return lost("needsStudents", "school", whole, division);
  return { term, figure: whole, scope: "school", value: share, division, trouble: null };
}

/** Whether the sheet has a column for this fact that can serve this stage. */
function hasColumn(school: School, layout: Layout, stage: Stage, fact: string, division: Division): boolean {
  const scopes = school.figures[fact];
  return scopes !== undefined && (scopes[stage] !== undefined || (scopes.school !== undefined && (layout.parts.length === 1 || division !== "none")));
}

/** The first way all of whose columns are there; else the one most of whose columns are, to say what is missing. */
function wayFor(school: School, layout: Layout, stage: Stage, indicator: Indicator, division: Division): Way | undefined {
  const ways = indicator.formula.ways;
  let best: Way | undefined;
  let most = -1;
  for (const way of ways) {
    if (way.stages && !way.stages.includes(stage)) continue;
    let found = 0;
    let lacking = 0;
    for (const term of way.terms) {
      if (hasColumn(school, layout, stage, term.fact, division)) found++;
      else if (!term.optional) lacking++;
    }
    if (lacking === 0) return way;
    // A column of the whole school that cannot serve a stage still tells which way the bureau counts.
    const seen = way.terms.filter((term) => school.figures[term.fact]).length;
    if (found * 2 + seen > most) {
      most = found * 2 + seen;
      best = way;
    }
  }
  return best;
}

/** What a relief adds (R22): only a figure that is there, in a school it is for. */
function relieved(school: School, layout: Layout, stage: Stage, { formula: { relief } }: Indicator, switches: Switches, division: Division): Source[] {
  if (!relief || !switches[relief.switch]) return [];
  const { location, students } = relief;
  const where = school.location ?? (school.type === "teachingPoint" ? "rural" : undefined);
  const fits = !students || (!school.ownStageOnly && layout.students >= students.from && layout.students < students.below);
  const found = source(school, layout, stage, { fact: relief.fact, sign: 1 }, division);
  return where === location && fits && found.value === found.value ? [found] : [];
}

/** The resource of one school in one stage for one indicator, with its sources. */
export function resolve(school: School, layout: Layout, stage: Stage, indicator: Indicator, switches: Switches): Resolution {
  const division = divisionOf(indicator, switches);
  const way = wayFor(school, layout, stage, indicator, division);
  const sources: Source[] = [];
  let amount = way ? 0 : Number.NaN;
  for (const term of way?.terms ?? []) {
    if (term.optional && !hasColumn(school, layout, stage, term.fact, division)) continue;
    const found = source(school, layout, stage, term, division);
    sources.push(found);
    amount += term.sign * found.value;
  }
  for (const found of way ? relieved(school, layout, stage, indicator, switches, division) : []) {
    sources.push(found);
    amount += found.value;
  }
  if (amount < 0) amount = Number.NaN;
  const ratios = school.figures[indicator.formula.ratio];
  const ratio = ratios?.[stage] ?? (layout.parts.length === 1 ? ratios?.school : undefined);
  const fact = indicator.formula.atLeast;
  const certain = fact && amount !== amount ? source(school, layout, stage, { fact, sign: 1 }, division) : null;
  return { sources, amount, certain: certain && certain.value === certain.value ? certain : null, ratio };
}
