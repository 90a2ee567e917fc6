import type { School, Stage } from "../engine/model";
import type { Answers } from "./model";
import { attributeColumn, type Column } from "./columns";
import { withoutMisfits } from "./degrees";
import { figureReader, figuresOf, type Naming } from "./figures";
import { readName, stageOfText } from "./names";
import { parseNumber } from "./numbers";
import type { DataRow } from "./row-kinds";
import { settleStage, type StageReading } from "./school-stage";
import { cellAt, type RawTable } from "./tables";
import { tidy } from "./text";
import { isBlank } from "../grid/block";

/** A school with how its stage was come by, for the checks. */
export interface ReadSchool {
  readonly school: School;
  readonly row: DataRow;
  readonly reading: StageReading;
  /** Columns of degrees that say nothing of this row's stage (R18). */
  readonly misfits: readonly Column[];
}

/** Turns the rows of an understood table into schools (学校). */
export function readSchools(table: RawTable, rows: readonly DataRow[], columns: readonly Column[], naming: Naming, answers: Answers, fallback?: Stage): ReadSchool[] {
  return rows.map(schoolReader(table, columns, naming, answers, fallback));
}

/** Reads one row of a table after the other. */
export function schoolReader(table: RawTable, columns: readonly Column[], naming: Naming, answers: Answers, fallback?: Stage): (row: DataRow, i: number) => ReadSchool {
  const reader = figureReader(table, columns, naming, answers);
  const tableStage = stageOfTable(table, columns) ?? fallback ?? null;
  const stageColumns = {
    primary: hasStudents(columns, "primary"), junior: hasStudents(columns, "junior"), senior: hasStudents(columns, "senior"),
  };
  const text = describer(table, columns);
  const kindergarten = columns.flatMap(({ path }) => (/附[设属]幼儿|学前班/.test(path.path.join("")) ? [path.index] : []));
  return (row, i) => {
    const figures = figuresOf(reader, i, row.row);
    const typeText = text("type", row.row);
    const reading = settleStage(
      { name: row.name, typeText, stageText: text("stage", row.row), sectionStage: row.sectionStage, tableStage, figures, stageColumns, sheet: table.block.sheet },
      answers,
    );
    const school: School = {
      name: row.name, code: text("code", row.row) || null, type: reading.type, owner: text("owner", row.row) || null,
      town: text("town", row.row) || row.sectionTown, place: rowPlace(table, row.row),
      stages: reading.stages, ownStageOnly: reading.ownStageOnly, pending: reading.pending,
      hasKindergarten: readName(row.name).hasKindergarten || /附设幼儿/.test(typeText) || kindergarten.some((index) => (parseNumber(table.block.values[row.row]?.[index]).value ?? 0) > 0), figures,
    };
    return { ...withoutMisfits(school, columns), row, reading };
  };
}

/** `表!7`; a form stands for its whole sheet, so its name's row is the school's place. */
function rowPlace(table: RawTable, row: number): string {
  const at = cellAt(table, row, Math.max(0, table.nameColumn));
  return `${at.sheet}!${String(at.row + 1)}`;
}

const hasStudents = (columns: readonly Column[], scope: Column["scope"]) => columns.some((column) => column.fact === "students" && column.scope === scope);

/** The stage all rows of a table are of: by its title, its sheet's name, or because only one stage's headings are there (R12). */
export function stageOfTable(table: RawTable, columns: readonly Column[]): Stage | null {
  const scopes = new Set(columns.flatMap(({ fact, scope, withheld }) => (fact === "students" && withheld === null ? [scope] : [])));
  if (scopes.has("primary") && scopes.has("junior")) return null;
  const said = stageOfText(table.title) ?? stageOfText(table.block.sheet);
  if (said) return said;
  if (scopes.size === 1 && scopes.has("primary")) return "primary";
  return scopes.size === 1 && scopes.has("junior") ? "junior" : null;
}

/** Reads attribute texts of a row; a value merged over several rows holds for all of them. */
function describer(table: RawTable, columns: readonly Column[]): (attribute: "type" | "stage" | "owner" | "town" | "code", row: number) => string {
  const spread = new Map<number, Map<number, string>>();
  for (const area of table.block.merges) {
    const top = area.row - table.block.row;
    if (area.rows < 2 || top < table.firstData) continue;
    const left = area.column - table.block.column;
    const cell = table.block.values[top]?.[left];
    if (isBlank(cell)) continue;
    const texts = spread.get(left) ?? new Map<number, string>();
    for (let row = top; row < top + area.rows; row += 1) texts.set(row, tidy(String(cell)));
    spread.set(left, texts);
  }
  const indexes = new Map((["type", "stage", "owner", "town", "code"] as const).map((attribute) => [attribute, attributeColumn(columns, attribute)?.path.index]));
  return (attribute, row) => {
    const column = indexes.get(attribute);
    if (column === undefined) return "";
    const cell = table.block.values[row]?.[column];
    return isBlank(cell) ? spread.get(column)?.get(row) ?? "" : tidy(String(cell));
  };
}
