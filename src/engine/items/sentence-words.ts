import type { ItemTest } from "./model";

const BY_KIND: Readonly<Partial<Record<ItemTest["kind"], readonly string[]>>> = {
  schoolSize: ["lineOneStage", "lineBothStages", "overPrimary", "overJunior", "overBothStages"],
  classSize: ["linePrimary", "lineJunior", "overPrimary", "overJunior"],
  smallSchoolFunds: ["below", "smallStudents", "smallFunds"],
  variation: ["largestPrimary", "largestJunior"],
};

const SCHOOLS: readonly string[] = ["schools", "schoolsMet", "schoolsUnmet", "schoolsUndetermined", "schoolsNone"];
const OF_SCHOOLS: readonly ItemTest["kind"][] = ["rooms", "schoolSize", "classSize", "smallSchoolFunds", "everySchool"];

/** The words a form's sentence may use besides facts: each test's value, and what its kind counts. */
export function sentenceWords(tests: readonly ItemTest[]): ReadonlySet<string> {
  return new Set(tests.flatMap(({ kind }, i) => [`value${i}`, ...(BY_KIND[kind] ?? []), ...(OF_SCHOOLS.includes(kind) ? SCHOOLS : [])]));
}
