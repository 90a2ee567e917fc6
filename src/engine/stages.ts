import { STAGES } from "./model";
import type { Exclusion, Figure, School, Stage, StageTable, Switches } from "./model";
import { resolve } from "./formula";
import { clean, NEAR } from "./number";
import { layoutOf } from "./split";
import type { Layout } from "./split";
import type { Indicator, Standard } from "./standard";
import { isOwner, STAGE_TERMS, TYPE_TERMS } from "./terms";

/** Half a unit of the last printed place hides on which side of the line a printed ratio lies (R10). */
export function isTooCoarse(ratio: Figure, indicator: Indicator, stage: Stage, floorShare: number): boolean {
  if (ratio.value === null || ratio.places === undefined) return false;
  const line = indicator.lines[stage];
  const half = 1 / (2 * 10 ** ratio.places) + NEAR;
  return Math.abs(ratio.value - line) <= half || Math.abs(ratio.value - clean(line * floorShare)) <= half;
}

/** Why nothing of a school in one stage may be judged yet (R12, R16), or null. */
export function heldReason(school: School, layout: Layout, stage: Stage, standard: Standard): string | null {
  if (school.pending !== null) return school.pending;
  const students = layout.parts.find((part) => part.scope === stage)?.students ?? Number.NaN;
  const least = standard.scope.teachingPointMinimum;
  if (school.type === "teachingPoint" && students !== students) return `教学点缺在校生数，无法确定是否参评（满 ${least} 人才参评），请补填`;
  if (school.type === null && layout.students < least) {
    return `在校生 ${layout.students} 人（不足 ${least} 人）而办学类型不明，请确认是否为教学点（不足 ${least} 人的教学点不参评）`;
  }
  return null;
}

function at(figure: Figure | undefined): string {
  return figure?.cell ? `（${figure.cell}）` : "";
}

/** Why a whole school is out of scope (评估范围), or null. */
function excludedReason(school: School, layout: Layout, standard: Standard): string | null {
  const { excludedTypes, excludedOwners, teachingPointMinimum } = standard.scope;
  const { type } = school;
  // 高级中学 with 附设初中班 is judged in that stage (R15).
  if (type && excludedTypes.includes(type) && !(type === "senior" && layout.rows.length > 0)) return `${TYPE_TERMS[type]}不参加${standard.variationRule.ofComposite ? "" : "七项指标和"}差异系数评估`;
  const students = layout.students;
  if (type === "teachingPoint" && students < teachingPointMinimum) {
    return `教学点在校生 ${students} 人${at(layout.parts[0]?.figure)}，不足 ${teachingPointMinimum} 人，不参评`;
  }
  if (excludedOwners && isOwner(school.owner, excludedOwners)) return `举办者类型“${school.owner ?? ""}”不参评`;
  return null;
}

interface Row {
  readonly school: School;
  readonly layout: Layout;
  readonly stage: Stage;
  readonly students: number;
}

interface Sorted {
  readonly rows: Row[];
  readonly excluded: Exclusion[];
  readonly unsettled: Exclusion[];
}

function sortSchool(school: School, standard: Standard, into: Sorted): void {
  const layout = layoutOf(school, standard);
  const reason = excludedReason(school, layout, standard);
  if (reason !== null) {
    into.excluded.push({ school, reason });
    return;
  }
  if (layout.rows.length === 0) {
    into.unsettled.push({ school, reason: school.pending ?? "学段不明，请补填学段或办学类型" });
    return;
  }
  for (const stage of layout.rows) {
    const part = layout.parts.find((candidate) => candidate.scope === stage);
    const students = part?.students ?? Number.NaN;
    if (students === 0) {
      into.excluded.push({ school, reason: `${STAGE_TERMS[stage]}在校生数为 0${at(part?.figure)}，不计入全县平均值和差异系数，请核对` });
    } else {
      into.rows.push({ school, layout, stage, students });
    }
  }
}

/** Fills one indicator's columns. */
function fill(rows: readonly Row[], indicator: Indicator, standard: Standard, switches: Switches): [Float64Array, Float64Array | null, Float64Array | null] {
  const amounts = new Float64Array(rows.length);
  let atLeast: Float64Array | null = null;
  let ratios: Float64Array | null = null;
  rows.forEach((row, i) => {
    const found = resolve(row.school, row.layout, row.stage, indicator, switches);
    amounts[i] = found.amount;
    if (found.certain) (atLeast ??= new Float64Array(rows.length).fill(Number.NaN))[i] = found.certain.value;
    const ratio = found.ratio;
    if (!ratio || ratio.value === null || !(ratio.value >= 0) || isTooCoarse(ratio, indicator, row.stage, standard.schoolRule.floor)) return;
    (ratios ??= new Float64Array(rows.length).fill(Number.NaN))[i] = ratio.value;
  });
  return [amounts, atLeast, ratios];
}

/**
 * Turns a sheet's schools into school-stages in scope (学段表): leaves out who is not evaluated, gives each compulsory
 * stage a row, splits what the rules split. Rows keep the schools' order, 小学 before 初中 within a school.
 */
export function tabulate(schools: readonly School[], standard: Standard, switches: Switches = {}): StageTable {
  const sorted: Sorted = { rows: [], excluded: [], unsettled: [] };
  for (const school of schools) sortSchool(school, standard, sorted);
  const { rows, excluded, unsettled } = sorted;
  const columns = standard.indicators.map((indicator) => fill(rows, indicator, standard, switches));
  return {
    count: rows.length,
    stage: Uint8Array.from(rows, (row) => STAGES.indexOf(row.stage)),
    students: Float64Array.from(rows, (row) => row.students),
    amounts: columns.map((column) => column[0]),
    atLeast: columns.map((column) => column[1]),
    ratios: columns.map((column) => column[2]),
    schools: rows.map((row) => row.school),
    excluded,
    unsettled,
    held: Uint8Array.from(rows, (row) => (heldReason(row.school, row.layout, row.stage, standard) === null ? 0 : 1)),
  };
}
