import { gap, STAGES, VERDICTS } from "../engine";
import type { Judgement, School, Stage, StageSummary, Standard, Verdict } from "../engine";
import type { Candidate, ColumnMapping, Reading } from "../reading";

type Numbers = readonly (number | null)[];

/** What `judge` prints (判定结果): columns, problems, schools by stage, county. Numbers are unrounded; verdicts are the codes of R1. */
export interface JudgementJson {
  readonly tables: readonly { readonly sheet: string; readonly range: string; readonly mapping: readonly MappingJson[] }[];
  readonly problems: readonly { readonly cell: string; readonly rule: string; readonly text: string; readonly candidates: readonly CandidateJson[] }[];
  readonly schools: readonly SchoolJson[];
  readonly county: { readonly verdict: Verdict; readonly reasons: readonly string[]; readonly primary: StageJson; readonly junior: StageJson };
}

export interface MappingJson {
  readonly column: string;
  readonly heading: string;
  /** `null`: not needed, or left out because two readings are possible. */
  readonly fact: string | null;
  /** `null`: the whole school. */
  readonly stage: Stage | "senior" | null;
  readonly unit: string;
  readonly confidence: number;
}

export interface CandidateJson extends Omit<MappingJson, "column" | "heading"> {
  readonly term: string;
}

export interface SchoolJson {
  readonly name: string;
  /** `null` when nothing settles it. */
  readonly stage: Stage | null;
  readonly row: string;
  readonly students: number | null;
  readonly values: Numbers;
  readonly verdicts: readonly Verdict[];
  readonly verdict: Verdict;
  /** To the line (R23). */
  readonly gaps: Numbers;
}

export interface StageJson {
  readonly means: Numbers;
  readonly variation: Numbers;
  readonly provisional: Numbers;
  readonly composite: number | null;
  readonly verdicts: readonly Verdict[];
}

/** Puts a reading and its judgement into the printed form. */
export function judgementJson(reading: Reading, judgement: Judgement, standard: Standard): JudgementJson {
  const { county } = judgement;
  return {
    tables: reading.tables.map(({ sheet, range, mapping }) => ({ sheet, range, mapping: mapping.map(mappingJson) })),
    problems: [
      ...reading.problems.map(({ cell, rule, text, remedy, candidates }) => ({ cell, rule, text: text.includes(remedy) ? text : `${text}；${remedy}`, candidates: candidates.map(candidateJson) })),
      ...noTable(reading),
      ...judgement.table.excluded.map(({ school, reason }) => ({ cell: school.place, rule: "excluded", text: `“${school.name}”：${reason}`, candidates: [] })),
    ],
    schools: [...judgement.table.schools.map((school, row) => judgedSchool(school, row, judgement, standard)), ...unsettledSchools(judgement, standard)],
    county: {
      verdict: county.verdict,
      reasons: county.reasons.map((reason) => reason.text),
      primary: stageJson(county.stages.primary),
      junior: stageJson(county.stages.junior),
    },
  };
}

function mappingJson({ column, heading, fact, scope, unit, confidence }: ColumnMapping): MappingJson {
  return { column, heading, fact, stage: scope === "school" ? null : scope, unit, confidence };
}

function candidateJson({ term, fact, scope, unit, confidence }: Candidate): CandidateJson {
  return { term, fact, stage: scope === "school" ? null : scope, unit, confidence };
}

/** When no sheet holds a table of schools, each says why. */
function noTable(reading: Reading): JudgementJson["problems"] {
  if (reading.tables.length > 0) return [];
  return reading.passedOver.map(({ sheet, reason }) => ({ cell: `${sheet}!A1`, rule: "no-table", text: reason, candidates: [] }));
}

function known(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

function verdictOf(code: number | undefined): Verdict {
  return VERDICTS[code ?? -1] ?? "undetermined";
}

function judgedSchool(school: School, row: number, judgement: Judgement, standard: Standard): SchoolJson {
  const { table, values, codes, verdicts } = judgement;
  return {
    name: school.name,
    stage: STAGES[table.stage[row] ?? -1] ?? null,
    row: school.place,
    students: known(table.students[row]),
    values: values.map((column) => known(column[row])),
    verdicts: codes.map((column) => verdictOf(column[row])),
    verdict: verdictOf(verdicts[row]),
    gaps: standard.indicators.map((_, indicator) => gap(judgement, row, indicator, standard, "line")),
  };
}

/** Schools in no stage stand in no judged row; they are neither left out nor passed (R12). */
function unsettledSchools({ table }: Judgement, standard: Standard): SchoolJson[] {
  const none = standard.indicators.map(() => null);
  return table.unsettled.map(({ school }) => ({
    name: school.name, stage: null, row: school.place, students: school.figures.students?.school?.value ?? null,
    values: none, verdicts: none.map(() => "undetermined"), verdict: "undetermined", gaps: none,
  }));
}

function stageJson({ means, variation, provisional, composite, verdicts }: StageSummary): StageJson {
  return { means, variation, provisional, composite, verdicts };
}
