import type { Figure, School, Scope, Stage } from "../engine/model";
import { isBlank, type Cell, type SheetBlock } from "../grid/block";
import type { ArgumentReading } from "./model";
import { kindOf, meant, readColumns, type Column } from "./columns";
import type { Naming } from "./figures";
import { readHeading } from "./heading";
import { plausiblePerPupil } from "./money";
import { parseNumber } from "./numbers";
import { sortRows, type DataRow } from "./row-kinds";
import { readSchools } from "./schools";
import { readSeries } from "./series";
import { settle } from "./settle";
import { findTables, isLetterRow, type RawTable } from "./tables";
import { tidy } from "./text";

/** Columns as their headings alone say, without the values of any row. */
type Recognised = Pick<ArgumentReading, "mapping"> & { readonly columns: readonly Column[] };

/** Headings recognised before, by their text; a formula a row would otherwise recognise them ten thousand times. */
const known = new Map<string, Recognised>();
const MOST_KNOWN = 100;

/** Forgets recognised headings; changes no result, only for tests. */
export function forgetHeadings(): void {
  known.clear();
}

/**
 * Reads a custom function's `school` argument: rows of cells with their headings inside or handed over beside them.
 * Columns are settled by their headings alone, never by other rows, so that one call over many rows equals many calls over one.
 * Nobody can be asked here: what has two readings is missing, with the reason. Without headings the mapping is empty.
 * @returns one school or `null` per row of `cells`, in their order
 */
export function readArgument(cells: readonly (readonly Cell[])[], headers: readonly (readonly Cell[])[] | null, stage?: Stage): ArgumentReading {
  const heading = headers ?? [];
  const values = [...heading, ...cells];
  const width = values.reduce((most, row) => Math.max(most, row.length), 0);
  const block: SheetBlock = { sheet: "", row: 0, column: 0, rows: values.length, columns: width, values, merges: [], hiddenRows: [], hiddenColumns: [], tables: [] };
  const table = headers ? withHeadings(block, heading.length) : findTables(block).tables[0] ?? withoutNames(block);
  if (!table) return { rows: cells.map(() => null), mapping: [] };
  const { columns, mapping } = recognised(table);
  const rows = rowsOf(table);
  const first = heading.length;
  const naming: Naming = (row, column) => ({ cell: null, short: `第 ${String(row - first + 1)} 行“${columns[column - table.from]?.path.path.join(" › ") ?? ""}”` });
  const filled = columns.map((column) => ({ ...column, series: readSeries(table, rows, column.path.index, kindOf(column.fact ?? "")?.kind ?? null, column.factor) }));
  const schools = readSchools(table, rows, filled, naming, {});
  // The stage handed over holds for rows that say none themselves.
  const staged = stage && schools.some(({ school }) => school.pending !== null) ? readSchools(table, rows, filled, naming, {}, stage) : schools;
  const found: (School | null)[] = cells.map(() => null);
  schools.forEach(({ school, row }, i) => {
    const index = row.row - first;
    const settled = (school.pending === null ? undefined : staged[i]?.school) ?? school;
    if (index >= 0) found[index] = withoutDoubtfulMoney({ ...settled, place: `第 ${String(index + 1)} 行` }, columns);
  });
  return { rows: found, mapping };
}

function recognised(table: RawTable): Recognised {
  const key = JSON.stringify([table.headerRows.map((row) => table.block.values[row]), table.from, table.to, table.nameColumn, table.units]);
  const before = known.get(key);
  if (before) return before;
  const bare: RawTable = { ...table, endData: table.firstData };
  const columns = readColumns(bare, {});
  settle(bare, columns);
  const result = { columns, mapping: columns.map((column) => ({ index: column.path.index, fact: meant(column), scope: column.scope })) };
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, result);
  return result;
}

function withHeadings(block: SheetBlock, headings: number): RawTable {
  const headerRows = Array.from({ length: headings }, (_, i) => i);
  const name = headerRows.reduce<number>((found, row) => (found >= 0 ? found : (block.values[row] ?? []).findIndex(isNameHeading)), -1);
  const letterRows = new Set(headerRows.filter((row) => row > 0 && isLetterRow(block.values[row], Math.max(0, name))));
  return { block, headerRows, letterRows, firstData: headings, endData: block.rows, from: 0, to: block.columns, nameColumn: name, title: "", units: [] };
}

function isNameHeading(cell: Cell | undefined): boolean {
  return typeof cell === "string" && readHeading([cell]).attribute === "name";
}

/** The headings of a range that leaves the schools' names out: the leading rows without numbers, if one of them means something. */
function withoutNames(block: SheetBlock): RawTable | null {
  const isHeading = (row: readonly Cell[]) => row.some((cell) => !isBlank(cell)) && row.every((cell) => parseNumber(cell).value === null);
  const end = block.values.findIndex((row) => !isHeading(row));
  const headings = end < 0 ? block.rows : end;
  const means = block.values.slice(0, headings).some((row) => row.some((cell) => {
    const reading = typeof cell === "string" ? readHeading([cell]) : null;
    return reading !== null && (reading.candidates.length > 0 || reading.attribute === "stage" || reading.attribute === "type");
  }));
  return headings > 0 && means ? withHeadings(block, headings) : null;
}

function rowsOf(table: RawTable): readonly DataRow[] {
  // A heading row between the schools (一、小学) says nothing here: a call over that one row could not know it.
  if (table.nameColumn >= 0) return sortRows(table).data.map((row) => ({ ...row, sectionStage: null, sectionTown: null }));
  const rows: DataRow[] = [];
  for (let row = table.firstData; row < table.endData; row += 1) {
    const cells = table.block.values[row] ?? [];
    const total = cells.some((cell) => typeof cell === "string" && /^(?:合计|小计|总计|平均值?)$/.test(tidy(cell)));
    if (!total && cells.some((cell) => parseNumber(cell).value !== null)) rows.push({ row, name: "", sectionStage: null, sectionTown: null });
  }
  return rows;
}

/** Money whose unit cannot be what the heading says, or that has no unit and would not be plain yuan, is missing (R19). */
function withoutDoubtfulMoney(school: School, columns: readonly Column[]): School {
  let figures = school.figures;
  for (const { fact, scope, unit, path } of columns) {
    if (fact !== "equipmentValue" && fact !== "ratioEquipment") continue;
    const figure = figures[fact]?.[scope];
    const perPupil = fact === "ratioEquipment" ? figure?.value : (figure?.value ?? NaN) / pupils(school, scope);
    // Without students (0 of them known) nothing can be said of the unit.
    if (!figure || !perPupil || !Number.isFinite(perPupil) || plausiblePerPupil(perPupil, unit !== "")) continue;
    const why = `“${path.path.join(" › ")}”${unit === "" ? "没有注明单位" : `按${unit}计不合常理`}，请在标题中写明元或万元，并核对数值`;
    const missing: Figure = { value: null, cell: null, why };
    figures = { ...figures, [fact]: { ...figures[fact], [scope]: missing } };
  }
  return figures === school.figures ? school : { ...school, figures };
}

function pupils({ figures }: School, scope: Scope): number {
  const students = figures["students"] ?? {};
  const own = students[scope]?.value ?? students.school?.value;
  return own ?? Object.values(students).reduce((sum, figure) => sum + (figure.value ?? 0), 0);
}
