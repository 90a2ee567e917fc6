import { STAGE_ROWS, type ModelSchool, type Staff, type StageName, type StageRow } from "./county";

/** The right answers, worked out straight from the wording of the national standard, without the engine. */
export interface ExpectedRow {
  readonly name: string;
  readonly stage: StageName;
  readonly students: number;
  readonly values: readonly (number | null)[];
  readonly verdict: "met" | "unmet" | "undetermined";
}

const LINES: Readonly<Record<StageName, readonly number[]>> = {
  primary: [4.2, 1, 0.9, 4.5, 7.5, 2000, 2.3],
  junior: [5.3, 1, 0.9, 5.8, 10.2, 2500, 2.4],
};

/** Weight of one pupil: 1 and 1.1, with 高中 1.32 besides; without 小学, 初中 counts 1 and 高中 1.2. */
const weights = ({ students }: ModelSchool) => (students.primary ? { primary: 1, junior: 1.1, senior: 1.32 } : { primary: 0, junior: 1, senior: 1.2 });

/** The stage's part of one amount of a school. */
export function part(school: ModelSchool, stage: StageName, total: number): number {
  const { primary = 0, junior = 0, senior = 0 } = school.students;
  if ([primary, junior, senior].filter((count) => count > 0).length < 2) return total;
  const weight = weights(school);
  return (total * weight[stage] * (school.students[stage] ?? 0)) / (weight.primary * primary + weight.junior * junior + weight.senior * senior);
}

export function staffOf({ school, stage }: StageRow): Staff {
  const staff = school.staff[stage];
  if (!staff) throw new Error(`${school.name} has no staff in ${stage}`);
  return staff;
}

export const pupils = ({ school, stage }: StageRow): number => school.students[stage] ?? 0;

export function aboveRequired(row: StageRow): number {
  const { college, bachelor, master, doctor } = staffOf(row);
  return bachelor + master + doctor + (row.stage === "primary" ? college : 0);
}

export const sportArt = (row: StageRow): number => staffOf(row).sport + staffOf(row).music + staffOf(row).art;

export function valuesOf(row: StageRow): number[] {
  const { school, stage } = row;
  const n = pupils(row);
  return [
    (aboveRequired(row) * 100) / n,
    (staffOf(row).backbone * 100) / n,
    (sportArt(row) * 100) / n,
    part(school, stage, school.teachingArea - school.indoorSport) / n,
    part(school, stage, school.field + school.indoorSport) / n,
    part(school, stage, school.equipment) / n,
    (part(school, stage, school.multimedia) * 100) / n,
  ];
}

/** At least six at the line and none below 85 % of it; what is missing leaves it open unless it has failed already. */
export function verdictOf(stage: StageName, values: readonly (number | null)[]): ExpectedRow["verdict"] {
  let below = 0;
  let bad = 0;
  let missing = 0;
  values.forEach((value, k) => {
    const line = LINES[stage][k] ?? NaN;
    if (value === null) missing += 1;
    else if (value < line * 0.85 - 1e-9) bad += 1;
    else if (value < line - 1e-9) below += 1;
  });
  if (bad > 0 || below > 1) return "unmet";
  return missing > 0 ? "undetermined" : "met";
}

/** Expected rows; `adapt` turns the true values into what a layout can show (rounded, or missing). */
export function expected(rows: readonly StageRow[] = STAGE_ROWS, adapt: (values: number[], row: StageRow) => (number | null)[] = (values) => values): ExpectedRow[] {
  return rows.map((row) => {
    const values = adapt(valuesOf(row), row);
    return { name: row.school.name, stage: row.stage, students: pupils(row), values, verdict: verdictOf(row.stage, values) };
  });
}

/** What two printed decimals can show: nothing, where the line or 85 % of it lies within half a unit of the last place (R10). */
export function printed(values: readonly number[], row: StageRow): (number | null)[] {
  return values.map((value, k) => {
    const shown = Number(value.toFixed(2));
    const line = LINES[row.stage][k] ?? NaN;
    return [line, line * 0.85].some((at) => Math.abs(shown - at) <= 0.005 + 1e-9) ? null : shown;
  });
}
