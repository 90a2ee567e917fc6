import type { ColumnMapping, Problem } from "../../reading";

/** The sheet of a problem's cell. */
export function sheetOf(problem: Problem): string {
  return problem.cell.slice(0, Math.max(0, problem.cell.lastIndexOf("!")));
}

const WORST: readonly Problem["severity"][] = ["error", "question", "warning", "info"];

/** Problems of one rule, worst rules first, then the most frequent. */
export interface ProblemGroup {
  readonly rule: string;
  readonly severity: Problem["severity"];
  readonly problems: readonly Problem[];
}

export function groupProblems(problems: readonly Problem[]): ProblemGroup[] {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const key = `${problem.severity} ${problem.rule}`;
    const group = groups.get(key);
    if (group) group.push(problem);
    else groups.set(key, [problem]);
  }
  return [...groups.values()]
    .flatMap((group) => (group[0] ? [{ rule: group[0].rule, severity: group[0].severity, problems: group }] : []))
    .sort((a, b) => WORST.indexOf(a.severity) - WORST.indexOf(b.severity) || b.problems.length - a.problems.length);
}

export type Confidence = "answered" | "sure" | "likely" | "doubtful" | "asked";

/** How far a column's reading can be relied on (把握), in steps a person can tell apart. */
export function confidenceOf(column: ColumnMapping): Confidence {
  if (column.source === "answered") return "answered";
  if (column.candidates.length > 0) return "asked";
  if (column.confidence >= 0.9) return "sure";
  return column.confidence >= 0.7 ? "likely" : "doubtful";
}

/** A unit as people write it. */
export function unitText(unit: string): string {
  return unit.replace("m2", "㎡");
}
