import type { Judgement, Stage } from "../../engine";
import type { Standard } from "../../engine/standard";
import type { Area } from "../../grid/block";
import type { FoundTable, Reading } from "../../reading";

/** A place on a sheet. */
export interface SheetArea extends Area {
  readonly sheet: string;
}

/** A formula, or a column of them, that fits where the person stands (插入公式). */
export interface FittingFormula {
  readonly id: string;
  readonly title: string;
  /** One line: what it shows, and where it goes. */
  readonly description: string;
  /** Cells the formulas are written to. */
  readonly at: SheetArea;
  readonly formulas: readonly (readonly string[])[];
  /** Cells a one-cell formula will fill; they must be empty too. */
  readonly spill?: { readonly rows: number; readonly columns: number };
}

/** What the spreadsheet program can do (`Host` has the same two). */
export interface FormulaSkills {
  readonly hasFunctions: boolean;
  readonly spills: boolean;
}

/** Everything the makers of formulas need. */
export interface FormulaTask {
  readonly reading: Reading;
  readonly judgement: Judgement;
  readonly standard: Standard;
  readonly selection: SheetArea;
  readonly table: FoundTable;
  /** Stage of all rows where only a title says it, so that a function must be told; else `null`. */
  readonly saidStage: Stage | null;
}

/** Judged schools whose row is in the table. */
export function schoolsOf(table: FoundTable, judgement: Judgement): Judgement["table"]["schools"] {
  const rows = placesOf(table);
  return judgement.table.schools.filter((school) => rows.has(school.place));
}

/** How many entries of the table are in no stage: not evaluated or not settled. EVALUATE lists them too (R17). */
export function leftOut(table: FoundTable, judgement: Judgement): number {
  const rows = placesOf(table);
  return [...judgement.table.excluded, ...judgement.table.unsettled].filter(({ school }) => rows.has(school.place)).length;
}

function placesOf(table: FoundTable): ReadonlySet<string> {
  return new Set(table.dataRows.map((row) => `${table.sheet}!${String(row + 1)}`));
}
