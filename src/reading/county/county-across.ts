import type { ItemFact } from "../../engine";
import type { Cell, SheetBlock } from "../../grid/block";
import { ITEM_FACTS } from "../../standards";
import { plain } from "../text";

const figuresOf = (table: string): readonly ItemFact[] => ITEM_FACTS.filter(({ group, kind, unit }) => group.startsWith(table) && kind !== "text" && unit !== "%");

/** 表Ⅰ has its figures side by side, in the order of the county form. */
const BASIC = figuresOf("表Ⅰ ");

/** 表Ⅵ has a row for everybody asked and one for the parents among them; two of its columns are shares of others. */
const ASKED = figuresOf("表Ⅵ ");
const PARENTS = ASKED.length / 2;
const SURVEY_COLUMNS = [0, 1, 2, null, 3, 4, null];
const GROUPS = [/^计$/, /^其中:?家长$/];

interface AcrossLine {
  readonly fact: ItemFact;
  readonly unit: null;
  readonly value: Cell;
  readonly row: number;
  readonly column: number;
}

/** Figures that stand below the numbers of a filled 申报表's columns (横排的表Ⅰ、表Ⅵ); none on any other sheet. */
export function acrossForm(block: SheetBlock): AcrossLine[] {
  return block.values.flatMap((cells, row) => {
    const from = cells.findIndex((cell) => isNumbered(cell, 1));
    if (from < 0) return [];
    const columns = cells.slice(from).findIndex((cell, index) => !isNumbered(cell, index + 1));
    const count = columns < 0 ? cells.length - from : columns;
    const line = (at: number, column: number, fact: ItemFact | undefined): AcrossLine[] => (fact ? [{ fact, unit: null, value: filled(block.values[at]?.[column]), row: at, column }] : []);
    if (count === BASIC.length) return BASIC.flatMap((fact, index) => line(row + 1, from + index, fact));
    const isSurvey = count === SURVEY_COLUMNS.length && GROUPS.every((words, group) => words.test(plain(String(block.values[row + 1 + group]?.[from - 1] ?? ""))));
    return isSurvey ? GROUPS.flatMap((_, group) => SURVEY_COLUMNS.flatMap((figure, index) => (figure === null ? [] : line(row + 1 + group, from + index, ASKED[group * PARENTS + figure])))) : [];
  });
}

/** `L1`: the form numbers its columns so. */
function isNumbered(cell: Cell | undefined, number: number): boolean {
  return typeof cell === "string" && plain(cell) === `l${String(number)}`;
}

/** 「缺」 is what we write where nothing is known. */
function filled(cell: Cell | undefined): Cell {
  return typeof cell === "string" && plain(cell) === "缺" ? null : cell ?? null;
}
