import { STAGES } from "./model";
import type { Figure, School, SchoolType, Scope, Stage } from "./model";
import type { Standard } from "./standard";

/** Stages a school's figures can be divided over; 高中 is not judged but takes its share. */
export type PartScope = Exclude<Scope, "school">;
const PARTS: readonly PartScope[] = ["primary", "junior", "senior"];

/** One stage of a school as splitting sees it: its pupils and the weight of one of them. */
export interface Part {
  readonly scope: PartScope;
  readonly figure: Figure | undefined;
  /** Whether the pupils are those of the whole-school column. */
  readonly fromWhole: boolean;
  /** NaN when missing or absurd; 0 only when typed. */
  readonly students: number;
  readonly weight: number;
}

/** How a school divides into stages (学段构成). */
export interface Layout {
  readonly parts: readonly Part[];
  /** Compulsory stages that get a row of their own. */
  readonly rows: readonly Stage[];
  /** Σ weight × pupils over all parts; NaN when one is missing. */
  readonly weighted: number;
  /** Σ pupils over all parts; NaN when one is missing. */
  readonly students: number;
}

/** The fact every ratio divides by. */
export const STUDENTS = "students";

const PARTS_OF_TYPE: Readonly<Partial<Record<SchoolType, readonly PartScope[]>>> = {
  primary: ["primary"],
  teachingPoint: ["primary"],
  junior: ["junior"],
  nineYear: ["primary", "junior"],
  twelveYear: PARTS,
  complete: ["junior", "senior"],
  senior: ["senior"],
};

/** A figure's number, NaN when it is missing or negative. */
export function amountOf(figure: Figure | undefined): number {
  const value = figure?.value ?? Number.NaN;
  return value >= 0 && value < Number.POSITIVE_INFINITY ? value : Number.NaN;
}

function partScopes(school: School): readonly PartScope[] {
  if (school.ownStageOnly) return school.stages;
  const byType = (school.type && PARTS_OF_TYPE[school.type]) ?? [];
  const students = school.figures[STUDENTS];
  const stages: readonly PartScope[] = school.stages;
  // 附设班 (R15): pupils in a stage the type does not name.
  return PARTS.filter((scope) => stages.includes(scope) || byType.includes(scope) || amountOf(students?.[scope]) > 0);
}

/** Weight of one pupil per stage: the entry of the standard that holds these stages and fewest others. */
function weightsOf(scopes: readonly PartScope[], standard: Standard): Readonly<Partial<Record<PartScope, number>>> {
  const tables = Object.values(standard.splitting.weights).filter((table) => scopes.every((scope) => table[scope] !== undefined));
  return tables.sort((a, b) => Object.keys(a).length - Object.keys(b).length)[0] ?? {};
}

/** Divides a school into its stages, with pupils and weights (拆分). */
export function layoutOf(school: School, standard: Standard): Layout {
  const scopes = partScopes(school);
  const weights = scopes.length > 1 ? weightsOf(scopes, standard) : {};
  const figures = school.figures[STUDENTS];
  const parts = scopes.map((scope): Part => {
    const own = figures?.[scope];
    const whole = scopes.length === 1 ? figures?.school : undefined;
    const fromWhole = whole !== undefined && (own?.value ?? null) === null;
    const figure = fromWhole ? whole : own;
    return { scope, figure, fromWhole, students: amountOf(figure), weight: scopes.length > 1 ? (weights[scope] ?? Number.NaN) : 1 };
  });
  return {
    parts,
    rows: STAGES.filter((stage) => scopes.includes(stage)),
    weighted: parts.reduce((sum, part) => sum + part.weight * part.students, 0),
    students: parts.reduce((sum, part) => sum + part.students, 0),
  };
}

/** What one stage gets of one amount of the whole school: its weighted share of the pupils. */
export function shareOf(layout: Layout, stage: PartScope): number {
  const part = layout.parts.find((candidate) => candidate.scope === stage);
  return part ? (part.weight * part.students) / layout.weighted : Number.NaN;
}

/**
 * Splits one amount of a school with several stages by the official weights (一贯制学校资源拆分).
 * Stages left out are not there; a stage whose pupils are unknown makes all parts NaN.
 * @example splitAmount(23226, { primary: 166, junior: 210 }, standard).primary // 9711.627…
 */
export function splitAmount(
  total: number,
  students: Readonly<Partial<Record<PartScope, number>>>,
  standard: Standard,
): Partial<Record<PartScope, number>> {
  const scopes = PARTS.filter((scope) => students[scope] !== undefined);
  const weights: Partial<Record<PartScope, number>> = scopes.length > 1 ? weightsOf(scopes, standard) : {};
  const weighted = (scope: PartScope): number => (scopes.length > 1 ? (weights[scope] ?? Number.NaN) : 1) * (students[scope] ?? Number.NaN);
  const sum = scopes.reduce((all, scope) => all + weighted(scope), 0);
  return Object.fromEntries(scopes.map((scope) => [scope, (total * weighted(scope)) / sum]));
}
