import { STAGES, VERDICTS, type Judgement, type School, type Stage, type Standard, type Verdict } from "../../engine";

/** One school in one stage, as the table of schools shows it (学段行). */
export interface SchoolRow {
  /** Row in the judged table. */
  readonly row: number;
  readonly school: School;
  readonly stage: Stage;
  readonly students: number;
  readonly verdict: Verdict;
  readonly marks: readonly Verdict[];
  /** Lowest value ÷ line of the seven: the farther from the line, the smaller. Infinity when none is known. */
  readonly nearest: number;
}

export interface RowFilter {
  readonly verdict: Verdict | "all";
  readonly stage: Stage | "all";
  readonly town: string;
  readonly search: string;
  /** Only rows that do not reach this indicator. */
  readonly indicator: number | null;
  readonly sort: "distance" | "name";
}

export const NO_FILTER: RowFilter = { verdict: "all", stage: "all", town: "", search: "", indicator: null, sort: "distance" };

export function schoolRows(judgement: Judgement, standard: Standard): SchoolRow[] {
  return Array.from({ length: judgement.table.count }, (_, row) => schoolRow(judgement, standard, row)).filter((row) => row !== null);
}

function schoolRow(judgement: Judgement, standard: Standard, row: number): SchoolRow | null {
  const school = judgement.table.schools[row];
  const stage = STAGES[judgement.table.stage[row] ?? 0];
  if (!school || !stage) return null;
  const ratios = standard.indicators.map((indicator, k) => (judgement.values[k]?.[row] ?? NaN) / indicator.lines[stage]);
  return {
    row,
    school,
    stage,
    students: judgement.table.students[row] ?? NaN,
    verdict: verdictOf(judgement.verdicts[row]),
    marks: standard.indicators.map((_, k) => verdictOf(judgement.codes[k]?.[row])),
    nearest: Math.min(Infinity, ...ratios.filter((ratio) => !Number.isNaN(ratio))),
  };
}

function verdictOf(code: number | undefined): Verdict {
  return VERDICTS[code ?? -1] ?? "undetermined";
}

/** 不达标 first, then 数据不足; within a verdict the farthest from the line first. */
const ORDER: Readonly<Record<Verdict, number>> = { unmet: 0, undetermined: 1, floor: 2, met: 3, notApplicable: 4 };

export function filterRows(rows: readonly SchoolRow[], filter: RowFilter): SchoolRow[] {
  const wanted = filter.search.trim().toLowerCase();
  const kept = rows.filter(
    (row) =>
      (filter.verdict === "all" || row.verdict === filter.verdict) &&
      (filter.stage === "all" || row.stage === filter.stage) &&
      (filter.town === "" || row.school.town === filter.town) &&
      (wanted === "" || row.school.name.toLowerCase().includes(wanted)) &&
      (filter.indicator === null || !reaches(row.marks[filter.indicator])),
  );
  return kept.sort(filter.sort === "name" ? byName : (a, b) => ORDER[a.verdict] - ORDER[b.verdict] || a.nearest - b.nearest || byName(a, b));
}

const reaches = (verdict: Verdict | undefined) => verdict === "met" || verdict === "notApplicable";

const collator = new Intl.Collator("zh-CN", { numeric: true });
const byName = (a: SchoolRow, b: SchoolRow) => collator.compare(a.school.name, b.school.name) || a.row - b.row;

export function towns(rows: readonly SchoolRow[]): string[] {
  return [...new Set(rows.map((row) => row.school.town).filter((town) => town !== null))].sort(collator.compare);
}

export function countBy(rows: readonly SchoolRow[], verdict: Verdict): number {
  return rows.filter((row) => row.verdict === verdict).length;
}
