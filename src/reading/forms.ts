import { isBlank, type Cell, type SheetBlock } from "../grid/block";
import { readHeading } from "./heading";
import { readItemHeading } from "./items/item-words";
import { parseNumber } from "./numbers";
import { nameInLine, statedIn, yearInLine } from "./sentences";
import type { RawTable } from "./tables";
import { plain, tidy, unitOf } from "./text";

/** One filled-in line of a form: a label and the value beside it. Positions are relative to the block. */
interface Line {
  readonly label: string;
  readonly value: Cell;
  readonly row: number;
  readonly column: number;
}

const FEWEST = 3;

/**
 * Reads a sheet as one school's form: labels left, values right, units perhaps between. Laid out as a table of one row,
 * the rest of reading understands it like any other; `null` when it is no form.
 */
export function layForm(block: SheetBlock): RawTable | null {
  if (block.rows > 400 || block.columns > 40) return null;
  const stated = block.values.flatMap((cells, row) => statedLines(cells, row));
  const lines = [...block.values.flatMap((cells, row) => linesOf(cells, row)), ...stated];
  const name = lines.find(({ label, value }) => readHeading([label]).attribute === "name" && typeof value === "string");
  if (!lines.some(({ value }) => typeof value !== "string" && !isBlank(value)) && stated.length > 0) return null;
  const facts = lines.filter(({ label, value }) => readHeading([label]).candidates.length > 0 && (isBlank(value) || parseNumber(value).kind !== "text"));
  if (!name || facts.length < FEWEST) return null;
  const first = [name, ...lines.filter((line) => line !== name)];
  const values = [first.map(({ label }) => label), first.map(({ value }) => value)];
  const laid: SheetBlock = { ...block, row: 0, column: 0, rows: 2, columns: first.length, values, merges: [], hiddenRows: [], hiddenColumns: [], tables: [] };
  return {
    block: laid, headerRows: [0], letterRows: new Set(), firstData: 1, endData: 2, from: 0, to: first.length, nameColumn: 0, title: "", units: [],
    origins: first.map(({ row, column }) => ({ row: block.row + row, column: block.column + column })),
  };
}

/** What the sentences of one row state: the 学校自评表 is filled in within its wording. */
function statedLines(cells: readonly Cell[], row: number): Line[] {
  return cells.flatMap((cell, column): Line[] => {
    const name = nameInLine(cell);
    const year = name === null ? null : yearInLine(cell);
    if (name !== null) return [{ label: "学校名称", value: name, row, column }, ...(year === null ? [] : [{ label: "建校年份", value: year, row, column }])];
    return statedIn(cell).flatMap(({ label, value }) => (readHeading([label]).candidates.length > 0 || readItemHeading([label]) ? [{ label, value, row, column }] : []));
  });
}

/** The label–value pairs of one row: a heading that means something, then perhaps a unit, then its value. */
function linesOf(cells: readonly Cell[], row: number): Line[] {
  const lines: Line[] = [];
  for (let column = 0; column < cells.length - 1; column += 1) {
    const cell = cells[column];
    if (typeof cell !== "string" || isBlank(cell)) continue;
    const label = tidy(cell).replace(/[:：]$/, "");
    const reading = readHeading([label]);
    if (reading.attribute === null && reading.candidates.length === 0 && !readItemHeading([label])) continue;
    let at = column + 1;
    while (at < cells.length - 1 && isBlank(cells[at]) && at < column + 3) at += 1;
    const beside = cells[at];
    const unit = typeof beside === "string" && unitOf(plain(beside)) ? plain(beside) : null;
    const position = unit ? at + 1 : at;
    const value = cells[position] ?? null;
    if (reading.attribute !== null && (typeof value !== "string" && typeof value !== "number")) continue;
    lines.push({ label: unit && !reading.unit ? `${label}（${unit}）` : label, value, row, column: position });
    column = position;
  }
  return lines;
}
