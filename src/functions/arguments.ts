import type { Cell } from "../grid/block";
import { isBlank, isErrorValue } from "../grid/block";
import { notAvailable, wrongUse } from "./errors";

/**
 * Whether the program hands blank cells over as blanks, or (Excel for Windows) as 0.
 * With `zero`, 0 counts as missing where less is better (R7).
 */
export type Blanks = "seen" | "zero";

/** A rectangle as a function gets it. */
export type Matrix = readonly (readonly Cell[])[];

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === "number") return Number.isFinite(value) ? value : "#NUM!";
  if (typeof value === "string" || typeof value === "boolean") return value;
  throw wrongUse("参数里有不能识别的数据类型（如图片、股票、地理），请改用普通的数或文字。");
}

/** An argument as rows of cells: a single value is one cell. */
export function matrixOf(argument: unknown): Matrix {
  if (!Array.isArray(argument)) return [[cellOf(argument)]];
  const rows: readonly unknown[] = argument;
  return rows.map((row) => (Array.isArray(row) ? row.map(cellOf) : [cellOf(row)]));
}

/** Nothing given for an optional range: left out, or one blank cell, which Excel for Windows hands over as 0. */
export function isOmitted(argument: unknown): boolean {
  if (argument === null || argument === undefined) return true;
  const rows = matrixOf(argument);
  const cell = rows[0]?.[0];
  return rows.length < 2 && (rows[0]?.length ?? 0) < 2 && (isBlank(cell) || cell === 0);
}

function errorText(cell: Cell | undefined): string | null {
  return cell !== undefined && isErrorValue(cell) ? cell : null;
}

/** The one value of an argument that takes no range; `null` when blank. */
export function single(argument: unknown, name: string): string | number | null {
  const rows = matrixOf(argument);
  const cell = rows[0]?.[0] ?? null;
  if (rows.length > 1 || (rows[0]?.length ?? 0) > 1) throw wrongUse(`参数「${name}」只能是一个值，请不要选一片区域。`);
  const error = errorText(cell);
  if (error !== null) throw notAvailable(`参数「${name}」是错误值 ${error}，请先改正它。`);
  if (typeof cell === "boolean") throw wrongUse(`参数「${name}」不能是 TRUE 或 FALSE。`);
  if (typeof cell === "number") return cell;
  return isBlank(cell) ? null : (cell?.trim() ?? null);
}

/** The same for an argument that may be left out and is never 0: a blank cell handed over as 0 is left out too. */
export function optional(argument: unknown, name: string): string | number | null {
  const given = single(argument, name);
  return given === 0 ? null : given;
}

const PLAIN_NUMBER = /^[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?$/;

/** A number, or text that is nothing but a number (full-width digits and thousands commas too); `null` for other text. */
export function plainNumber(cell: string | number): number | null {
  if (typeof cell === "number") return cell;
  const text = cell.normalize("NFKC").trim();
  return /\d/.test(text) && PLAIN_NUMBER.test(text) ? Number(text.replace(/,/g, "")) : null;
}

/** A figure of a column: `null` when blank. `where` is the argument and row for people: 「数值」第 3 行. */
function figure(cell: Cell | undefined, where: string): number | null {
  if (cell === undefined || isBlank(cell)) return null;
  const error = errorText(cell);
  if (error !== null) throw notAvailable(`${where}是错误值 ${error}，请先改正该单元格。`);
  const value = typeof cell === "boolean" || cell === null ? null : plainNumber(cell);
  if (value === null) throw wrongUse(`${where}「${String(cell)}」不是数，请改成数；如是标题或合计行，请从区域里去掉。`);
  if (value < 0) throw wrongUse(`${where}是负数 ${String(value)}，请改正。`);
  return value;
}

/** One entry per school, blank rows left out; `rows[i]` is the input row of entry i. */
interface Columns {
  readonly values: readonly number[];
  readonly students: readonly number[] | null;
  readonly rows: readonly number[];
  /** Rows handed in. */
  readonly count: number;
}

function oneColumn(matrix: Matrix, name: string): readonly (Cell | undefined)[] {
  if (matrix.some((row) => row.length !== 1)) throw wrongUse(`参数「${name}」应为一列，每校一行；现在是 ${String(matrix[0]?.length ?? 0)} 列。`);
  return matrix.map((row) => row[0]);
}

function cells(valuesArgument: unknown, studentsArgument: unknown, name: string): { values: readonly (Cell | undefined)[]; students: readonly (Cell | undefined)[] | null } {
  if (valuesArgument === null || valuesArgument === undefined) throw wrongUse(`参数「${name}」没有给出，请选一列数据，每校一行。`);
  const matrix = matrixOf(valuesArgument);
  if (studentsArgument === null || studentsArgument === undefined) {
    const isPair = matrix.every((row) => row.length === 2);
    return isPair ? { values: matrix.map((row) => row[0]), students: matrix.map((row) => row[1]) } : { values: oneColumn(matrix, name), students: null };
  }
  const values = oneColumn(matrix, name);
  const students = oneColumn(matrixOf(studentsArgument), "在校生数");
  if (students.length !== values.length) {
    throw wrongUse(`参数「${name}」有 ${String(values.length)} 行，「在校生数」有 ${String(students.length)} 行；两列要一样长，请选同样的起止行。`);
  }
  return { values, students };
}

/** The columns `values` and `students` of a statistic; a range of two columns is both at once. A gap is `#N/A`, never a zero (R9). */
export function columnsOf(valuesArgument: unknown, studentsArgument: unknown, name = "数值"): Columns {
  const given = cells(valuesArgument, studentsArgument, name);
  const values: number[] = [];
  const students: number[] = [];
  const rows: number[] = [];
  given.values.forEach((cell, row) => {
    const pupil = given.students?.[row];
    if (isBlank(cell) && isBlank(pupil)) return;
    const at = (argument: string): string => `「${argument}」第 ${String(row + 1)} 行`;
    const count = given.students ? figure(pupil, at("在校生数")) : null;
    // Excel for Windows hands a blank over as 0: without pupils a school cannot be weighed (R9).
    if (given.students && !(count !== null && count > 0)) throw notAvailable(`数据不足：${at("在校生数")}为空或为 0，请补填；如是空行，请从区域里去掉。`);
    const value = figure(cell, at(name));
    if (value === null) throw notAvailable(`数据不足：${at(name)}为空，请补填；空白不按 0 计算。`);
    values.push(value);
    students.push(count ?? 0);
    rows.push(row);
  });
  if (values.length === 0) throw notAvailable(`数据不足：「${name}」里没有数据。`);
  return { values, students: given.students ? students : null, rows, count: given.values.length };
}
