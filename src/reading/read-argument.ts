import type { Figure, Figures, School, Stage } from "../engine/model";
import { isBlank, type Cell, type SheetBlock } from "../grid/block";
import type { ArgumentReading } from "./model";
import { mappingOf, readColumns } from "./columns";
import type { Naming } from "./figures";
import { readHeading } from "./heading";
import { stageOfText } from "./names";
import { parseNumber } from "./numbers";
import { sortRows, type DataRow } from "./row-kinds";
import { readSchools } from "./schools";
import { settle } from "./settle";
import { findTables, isLetterRow, type RawTable } from "./tables";
import { tidy } from "./text";
import { RATIOS } from "./vocabulary";

/** Subtracted, so that 0 in a function's argument, which may be a blank cell, is missing (R7). */
const ZERO_IS_MISSING: ReadonlySet<string> = new Set(["indoorSportArea"]);

/**
 * Reads a custom function's `school` argument: rows of cells with their headings inside or handed over beside them.
 * A range without any heading is understood in one shape only, 学段 followed by the seven values. Nobody can be asked here:
 * what has two readings is missing, with a problem.
 * @returns one school or `null` per row of `cells`, in their order
 */
export function readArgument(cells: readonly (readonly Cell[])[], headers: readonly (readonly Cell[])[] | null, stage?: Stage): ArgumentReading {
  const heading = headers ?? [];
  const values = [...heading, ...cells];
  const width = values.reduce((most, row) => Math.max(most, row.length), 0);
  const block: SheetBlock = { sheet: "", row: 0, column: 0, rows: values.length, columns: width, values, merges: [], hiddenRows: [], hiddenColumns: [], tables: [] };
  const table = headers ? withHeadings(block, heading.length) : findTables(block).tables[0] ?? withoutNames(block);
  if (!table) return sevenValues(cells);
  const rows = rowsOf(table);
  const columns = readColumns(table, rows, {});
  const problems = settle(table, columns);
  const first = heading.length;
  const naming: Naming = (row, column) => ({ cell: null, short: `第 ${String(row - first + 1)} 行“${columns[column - table.from]?.path.path.join(" › ") ?? ""}”` });
  const schools = readSchools(table, rows, columns, naming, {}, stage ?? null);
  const found: (School | null)[] = cells.map(() => null);
  for (const { school, row } of schools) {
    const index = row.row - first;
    if (index >= 0) found[index] = { ...school, place: `第 ${String(index + 1)} 行`, figures: withoutDoubtfulZeros(school.figures) };
  }
  return { rows: found, mapping: columns.map((column) => mappingOf(table, column)), problems };
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
  if (table.nameColumn >= 0) return sortRows(table).data;
  const rows: DataRow[] = [];
  for (let row = table.firstData; row < table.endData; row += 1) {
    const cells = table.block.values[row] ?? [];
    const total = cells.some((cell) => typeof cell === "string" && /^(?:合计|小计|总计|平均值?)$/.test(tidy(cell)));
    if (!total && cells.some((cell) => parseNumber(cell).value !== null)) rows.push({ row, name: "", sectionStage: null, sectionTown: null });
  }
  return rows;
}

function withoutDoubtfulZeros(figures: Figures): Figures {
  const entries = Object.entries(figures).map(([fact, scopes]) => {
    const check = (figure: Figure): Figure => {
      if (fact === "students" && figure.value !== null && figure.value <= 0) return { value: null, cell: null, why: "在校生数为空或为 0，请补填" };
      if (ZERO_IS_MISSING.has(fact) && figure.value === 0) return { value: null, cell: null, why: "室内体育用房面积为 0 或空白，公式中无法区分，请在窗格中检查" };
      return figure;
    };
    return [fact, Object.fromEntries(Object.entries(scopes).map(([scope, figure]) => [scope, check(figure)]))] as const;
  });
  return Object.fromEntries(entries);
}

/** 学段 and seven values, without headings: `{"小学", 4.3, 1.2, …}`. */
function sevenValues(cells: readonly (readonly Cell[])[]): ArgumentReading {
  const rows = cells.map((row, i): School | null => {
    const stage = typeof row[0] === "string" ? stageOfText(row[0]) : null;
    if (row.length !== RATIOS.length + 1 || !stage) return null;
    const figures: Figures = Object.fromEntries(RATIOS.map(([fact], k) => {
      const parsed = parseNumber(row[k + 1]);
      const figure: Figure = parsed.value === null ? { value: null, cell: null, why: `第 ${String(i + 1)} 行第 ${String(k + 2)} 列不是数字` } : { value: parsed.value, cell: null };
      return [fact, { [stage]: figure }];
    }));
    return { name: "", code: null, type: stage, owner: null, town: null, place: `第 ${String(i + 1)} 行`, stages: [stage], ownStageOnly: true, pending: null, hasKindergarten: false, figures };
  });
  return { rows, mapping: [], problems: [] };
}
