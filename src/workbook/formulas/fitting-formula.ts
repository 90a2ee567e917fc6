import type { Judgement, Stage } from "../../engine";
import type { Standard } from "../../engine/standard";
import type { FoundTable, Reading } from "../../reading";
import { columnFormulas } from "./column-formula";
import { functionFormulas, rowFormulas } from "./function-formula";
import { plainVerdicts } from "./plain-verdict";
import { schoolsOf, type FittingFormula, type FormulaSkills, type FormulaTask, type SheetArea } from "./task";

/**
 * Formulas that fit at the selection, best first: verdicts beside a table's rows, 差异系数 below a column, whole tables on
 * empty ground. Plain Excel where YJJH functions do not calculate. Empty when there is no table of schools.
 */
export function fittingFormula(reading: Reading, judgement: Judgement, standard: Standard, selection: SheetArea, skills: FormulaSkills): FittingFormula[] {
  const table = nearestTable(reading, selection);
  if (!table) return [];
  const task: FormulaTask = { reading, judgement, standard, selection, table, saidStage: saidStage(table, judgement) };
  const isBeside = selection.sheet === table.sheet && table.dataRows.includes(selection.row);
  const rows = skills.hasFunctions ? rowFormulas(task) : plainVerdicts(task);
  const below = columnFormulas(task, skills.hasFunctions);
  const tables = skills.hasFunctions && skills.spills && !isInside(selection, table) ? functionFormulas(task) : [];
  return isBeside ? [...rows, ...below, ...tables] : [...below, ...tables, ...rows];
}

/** The table in whose rows the selection stands, else the one above it, else the first on the sheet or in the workbook. */
function nearestTable(reading: Reading, { sheet, row }: SheetArea): FoundTable | null {
  const usable = reading.tables.filter((table) => table.layout === "rows" && table.headerRows.length > 0 && table.dataRows.length > 0);
  const here = usable.filter((table) => table.sheet === sheet);
  const level = here.find(({ area }) => row >= area.row && row < area.row + area.rows);
  const above = here.filter(({ area }) => row >= area.row + area.rows).sort((a, b) => b.area.row - a.area.row)[0];
  return level ?? above ?? here[0] ?? usable[0] ?? null;
}

function isInside({ sheet, row, column }: SheetArea, { sheet: at, area }: FoundTable): boolean {
  return sheet === at && row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
}

function saidStage(table: FoundTable, judgement: Judgement): Stage | null {
  const isTold = table.mapping.some((one) => one.fact === "stage" || one.fact === "type" || (one.fact === "students" && one.scope !== "school"));
  const stages = new Set(schoolsOf(table, judgement).flatMap((school) => school.stages));
  const [only] = stages;
  return !isTold && stages.size === 1 && only !== undefined ? only : null;
}
