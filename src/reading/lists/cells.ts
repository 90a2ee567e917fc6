import { areaName } from "../../grid/address";
import { cellName, place } from "../../grid/cell-name";
import type { Cell } from "../../grid/block";
import { isBlank } from "../../grid/block";
import type { Stage } from "../../engine";
import { stageOfText } from "../names";
import type { DataRow } from "../row-kinds";
import { plain, tidy } from "../text";
import type { RawList, Role } from "./find-list";

/** One cell of a list's row; `null` where the list has no such column or the cell is blank. */
export function cellOf({ table, columns }: RawList, { row }: DataRow, role: Role): Cell {
  const column = columns[role];
  const cell = column === undefined ? null : table.block.values[row]?.[column];
  return isBlank(cell) ? null : cell ?? null;
}

export function textOf(list: RawList, row: DataRow, role: Role): string {
  const cell = cellOf(list, row, role);
  return cell === null ? "" : tidy(String(cell));
}

/** Where a row's cell of a role stands: `名册!F7`; the school's name, where the list has no such column. */
export function placeOf({ table, columns }: RawList, { row }: DataRow, role: Role): string {
  const { block, nameColumn } = table;
  return place(block.sheet, block.row + row, block.column + (columns[role] ?? nameColumn));
}

/** `F7` of a row's cell. */
export function nameOf({ table, columns }: RawList, { row }: DataRow, role: Role): string {
  return cellName(table.block.row + row, table.block.column + (columns[role] ?? table.nameColumn));
}

/** The cells of a role in some rows, neighbours together: `名册!F7:F31`. */
export function placesOf(list: RawList, rows: readonly DataRow[], role: Role): string[] {
  const { block, nameColumn } = list.table;
  const column = block.column + (list.columns[role] ?? nameColumn);
  const runs: { row: number; rows: number }[] = [];
  for (const { row } of rows) {
    const last = runs[runs.length - 1];
    if (last && last.row + last.rows === row) last.rows += 1;
    else runs.push({ row, rows: 1 });
  }
  return runs.map((run) => `${block.sheet}!${areaName({ row: block.row + run.row, column, rows: run.rows, columns: 1 })}`);
}

/** The range around the cells of a role in some rows: what a figure counted from them names as its cell. */
export function rangeOf(list: RawList, rows: readonly DataRow[], role: Role): string {
  const { block, nameColumn } = list.table;
  const top = Math.min(...rows.map(({ row }) => row));
  const bottom = Math.max(...rows.map(({ row }) => row));
  return `${block.sheet}!${areaName({ row: block.row + top, column: block.column + (list.columns[role] ?? nameColumn), rows: bottom - top + 1, columns: 1 })}`;
}

const PRIMARY = /小[一二三四五六]|^(?:一|二|三|四|五|六|[1-6])年级|小学[一二三四五六]年级|[一二三四五六](?:年级)/;
const JUNIOR = /初[一二三123]|[七八九7-9]年级|初中/;
const SENIOR = /高[一二三123]|高中|[十]年级|1[0-2]年级/;

/** What a row of a list says of its stage; `senior` and `kindergarten` belong to no compulsory stage. */
export function stageOfRow(list: RawList, row: DataRow): Stage | "senior" | "kindergarten" | null {
  const said = plain(textOf(list, row, "stage"));
  const grade = plain(`${textOf(list, row, "grade")}${textOf(list, row, "class")}`);
  if (/幼儿|学前|[大中小]班$|托班/.test(`${said}${grade}`)) return "kindergarten";
  if (/高中|高级中学/.test(said) || (said === "" && SENIOR.test(grade))) return "senior";
  if (said !== "") return stageOfText(said);
  if (JUNIOR.test(grade)) return "junior";
  return PRIMARY.test(grade) ? "primary" : row.sectionStage;
}
