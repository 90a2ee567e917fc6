import { columnLetters } from "../grid/cell-name";
import type { School } from "../engine/model";
import type { Problem } from "./model";
import { problem, someOf } from "./problems";
import type { ReadTable } from "./read-table";
import { cellAt } from "./tables";
import { plain } from "./text";

const corner = (table: ReadTable) => cellAt(table.raw, table.raw.headerRows[0] ?? table.raw.firstData, table.raw.from);

/** What a table lacks or hides: no student column, rows without a name, hidden rows and columns, rows left out. */
export function checkTable(table: ReadTable, hasStudents: (school: School) => boolean): Problem[] {
  return [...missingStudents(table, hasStudents), ...nameless(table), ...hidden(table), ...leftOut(table), ...otherYear(table)];
}

/** Another table about the same schools may hold their students. */
function missingStudents(table: ReadTable, hasStudents: (school: School) => boolean): Problem[] {
  const has = table.schools.every(({ school }) => hasStudents(school)) || table.columns.some((column) => column.fact === "students" || column.candidates.some(({ fact }) => fact === "students"));
  return has ? [] : [problem("no-students", corner(table), "没有找到在校生数一列，七项指标无法计算", "请增加“在校生数”列，或在识别结果中指明哪一列是在校生数", { severity: "error" })];
}

function nameless(table: ReadTable): Problem[] {
  const { block, nameColumn } = table.raw;
  const first = table.rows.nameless[0];
  if (first === undefined) return [];
  const rows = table.rows.nameless.map((row) => String(block.row + row + 1));
  return [problem("no-name", { sheet: block.sheet, row: block.row + first, column: block.column + nameColumn }, `第 ${someOf(rows)} 行有数据但没有学校名称，未作为学校读取`, "请补填学校名称；若是合计行请在名称处注明“合计”", { severity: "error" })];
}

function hidden(table: ReadTable): Problem[] {
  const { block } = table.raw;
  const rows = new Set(block.hiddenRows);
  const columns = new Set(block.hiddenColumns);
  const hiddenRows = table.rows.data.filter(({ row }) => rows.has(block.row + row)).length;
  const used = table.columns.filter(({ fact, path }) => fact !== null && columns.has(block.column + path.index));
  const problems: Problem[] = [];
  if (hiddenRows > 0) problems.push(problem("hidden-rows", corner(table), `有 ${String(hiddenRows)} 所学校在隐藏或被筛选的行中，已计入`, "不应计入的请删除这些行，或取消隐藏后核对", { severity: "info" }));
  if (used.length > 0) problems.push(problem("hidden-columns", corner(table), `隐藏的 ${someOf(used.map(({ path }) => columnLetters(block.column + path.index)))} 列已用于判定`, "请取消隐藏后核对", { severity: "info" }));
  return problems;
}

function leftOut(table: ReadTable): Problem[] {
  const { block } = table.raw;
  const totals = table.rows.skipped.filter(({ reason }) => reason === "合计行");
  if (totals.length === 0) return [];
  const rows = totals.map(({ row }) => String(block.row + row + 1));
  return [problem("totals-skipped", { ...corner(table), row: block.row + (totals[0]?.row ?? 0) }, `第 ${someOf(rows, 5)} 行是合计或小计，未作为学校读取`, "若其中有学校，请修改其名称", { severity: "info" })];
}

/** Students of one year over funds of another (典型错误 23): years in headings are shown. */
function otherYear(table: ReadTable): Problem[] {
  const years = new Map<string, string[]>();
  for (const { fact, path } of table.columns) {
    const year = /20\d\d/.exec(plain(path.path.join("")))?.[0];
    if (fact === null || !year) continue;
    years.set(year, [...(years.get(year) ?? []), columnLetters(cellAt(table.raw, 0, path.index).column)]);
  }
  if (years.size < 2) return [];
  const told = [...years].map(([year, columns]) => `${year} 年：${someOf(columns)} 列`).join("；");
  return [problem("years-differ", corner(table), `所用各列的年份不同（${told}）`, "请核对各列是否为同一年度的数据")];
}
