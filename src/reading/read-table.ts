import type { Steps } from "../engine";
import { areaName } from "../grid/address";
import { cellName, place } from "../grid/cell-name";
import type { Area } from "../grid/block";
import type { Answers, FoundTable, Problem } from "./model";
import { withSeries } from "./column-series";
import { mappingOf } from "./column-mapping";
import { readColumns, type Column } from "./columns";
import { degreeProblems, doubtProblems } from "./doubts";
import type { Naming } from "./figures";
import { blocksOfForm } from "./form-blocks";
import { checkItems } from "./items/check-items";
import { itemColumns, itemMapping, type ItemColumn } from "./items/item-columns";
import { withItems } from "./items/item-figures";
import { problem } from "./problems";
import { sortRows, type DataRow, type SortedRows } from "./row-kinds";
import { schoolReader, type ReadSchool } from "./schools";
import { settle } from "./settle";
import { findSubtotals } from "./subtotals";
import { cellAt, type RawTable } from "./tables";

/** One table read through: its columns, its rows and its schools. */
export interface ReadTable {
  readonly raw: RawTable;
  readonly rows: SortedRows;
  readonly columns: readonly Column[];
  /** Columns of the items besides the seven indicators. */
  readonly items: readonly ItemColumn[];
  readonly schools: readonly ReadSchool[];
  readonly problems: readonly Problem[];
}

/** Names cells of a sheet: `表!F7` for jumping, `F7` for reading. */
function sheetNaming(table: RawTable): Naming {
  return (i, j) => {
    const at = cellAt(table, i, j);
    return { cell: place(at.sheet, at.row, at.column), short: cellName(at.row, at.column) };
  };
}

/** Schools between two stops. */
const AT_ONCE = 50;

/** Understands one found table (识别一张表), in steps. */
export function* readTable(raw: RawTable, answers: Answers): Steps<ReadTable> {
  const sorted = sortRows(raw);
  const headings = readColumns(raw, answers);
  const all = blocksOfForm(raw, headings, sorted.data);
  const first = withSeries(raw, all, headings);
  const { sums, doubtful, problems: asked } = findSubtotals(raw, all, first, answers);
  const rows = sums.size === 0 ? { ...sorted, data: all } : withoutSums(sorted, all, sums);
  const columns = sums.size === 0 ? first : withSeries(raw, rows.data, headings);
  const { items, problems: openItems } = itemColumns(raw, columns, answers);
  for (const { column } of items) column.fact = null;
  const settled = settle(raw, columns);
  const read = schoolReader(raw, columns, sheetNaming(raw), answers);
  const schools: ReadSchool[] = [];
  for (const [i, row] of rows.data.entries()) {
    if (i % AT_ONCE === 0) yield;
    const found = read(row, i);
    const school = withItems(raw, items, row.row, found.school, answers);
    schools.push({ ...found, school: doubtful.has(row.row) ? { ...school, pending: "不知本行是学校还是小计，请确认" } : school });
  }
  yield;
  const ofItems = checkItems(raw, items, schools.map(({ school, row: { row } }) => ({ school, row })), answers);
  const problems = [...asked, ...doubtProblems(raw, settled), ...degreeProblems(raw, schools, columns), ...rowProblems(raw, schools), ...openItems, ...ofItems];
  return { raw, rows, columns, items, schools, problems };
}

/** What a row says about its own school that a person should see: 附设幼儿班 (R15), a name of the other stage (R12). */
function rowProblems(raw: RawTable, schools: readonly ReadSchool[]): Problem[] {
  return schools.flatMap(({ school: { name, hasKindergarten, stages }, row, reading }) => {
    const spot = cellAt(raw, row.row, raw.nameColumn);
    const found: Problem[] = [];
    if (hasKindergarten && stages.length > 0) found.push(problem("kindergarten", spot, `“${name}”含附设幼儿班，校舍等按未拆分的数计算`, "国家标准没有给出幼儿的折算比例；如已扣除幼儿班所用部分，请在材料中说明", { severity: "info" }));
    if (reading.contradicts) found.push(problem("name-stage", spot, `“${name}”的校名与按${stages[0] === "primary" ? "小学" : "初中"}读取的学段不符`, "请核对校名、学段列和表的标题；学段有误的请更正后再判定"));
    return found;
  });
}

function withoutSums({ skipped, nameless }: SortedRows, all: readonly DataRow[], sums: ReadonlySet<number>): SortedRows {
  const more = [...skipped, ...[...sums].map((row) => ({ row, reason: "小计行" }))];
  return { data: all.filter(({ row }) => !sums.has(row)), skipped: more.sort((a, b) => a.row - b.row), nameless };
}

/** Whether anything judged can be read from a table: one mapped or open fact at least. */
export function hasFacts(table: ReadTable): boolean {
  return table.items.some(({ meaning }) => meaning.kind !== "location") || table.columns.some(({ fact, withheld }) => fact !== null || withheld !== null);
}

function itemMappingOf(raw: RawTable, items: readonly ItemColumn[], column: Column): ReturnType<typeof mappingOf> | null {
  const item = items.find((one) => one.column === column);
  return item ? itemMapping(raw, item) : null;
}

/** The rectangle around the values of a form. */
function spanOf(origins: readonly { readonly row: number; readonly column: number }[]): Area {
  const rows = origins.map(({ row }) => row);
  const columns = origins.map(({ column }) => column);
  const [top, left] = [Math.min(...rows), Math.min(...columns)];
  return { row: top, column: left, rows: Math.max(...rows) - top + 1, columns: Math.max(...columns) - left + 1 };
}

/** What the rest of the program sees of a table. */
export function foundTable(table: ReadTable): FoundTable {
  const { raw, rows, columns, items } = table;
  const mapping = columns.map((column) => itemMappingOf(raw, items, column) ?? mappingOf(raw, column));
  const { block } = raw;
  const top = raw.headerRows[0] ?? raw.firstData;
  const last = rows.data[rows.data.length - 1]?.row ?? raw.firstData;
  const area = raw.origins ? spanOf(raw.origins) : { row: block.row + top, column: block.column + raw.from, rows: last - top + 1, columns: raw.to - raw.from };
  const hidden = new Set(block.hiddenRows);
  const dataRows = rows.data.map(({ row }) => cellAt(raw, row, raw.nameColumn).row);
  return {
    id: `${block.sheet}!${areaName({ ...area, rows: 1, columns: 1 })}`, sheet: block.sheet, area, range: areaName(area), layout: raw.origins ? "form" : "rows", title: raw.title,
    headerRows: raw.origins ? [] : raw.headerRows.map((row) => block.row + row), dataRows, mapping,
    skipped: rows.skipped.map(({ row, reason }) => ({ row: block.row + row, reason })),
    hiddenRows: dataRows.filter((row) => hidden.has(row)).length, schools: rows.data.length,
  };
}
