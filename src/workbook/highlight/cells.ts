import type { ColumnMapping, FoundTable, Problem, Reading } from "../../reading";
import type { Figure, Scope } from "../../engine";
import { parsePlace } from "../../grid/address";
import type { Ref } from "./spec";

/** A cell of the bureau's: sheet, row and column. */
export interface Spot {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** Knows where figures stand and in which units, from what was read. */
export interface CellFinder {
  /** Where a figure stands; `null` when it came from no cell. */
  readonly spot: (figure: Figure | undefined) => Spot | null;
  /** How a rule on `from` reads a figure's cell; `null` when its unit is not known. */
  readonly ref: (figure: Figure | undefined, fact: string, scope: Scope, from: Spot) => Ref | null;
  /** Whether a person must confirm this very cell first: its number alone settles nothing (R19). */
  readonly isDoubtful: (figure: Figure | undefined) => boolean;
}

export function cellFinder(reading: Reading, blankIsZero: (key: string) => boolean): CellFinder {
  const isDoubt = (problem: Problem): boolean => problem.question?.choices.some(({ answer }) => answer.kind === "confirmed") ?? false;
  const asked = new Set(reading.problems.filter(isDoubt).map((problem) => problem.cell));
  const tables = new Map<string, FoundTable[]>();
  for (const table of reading.tables) tables.set(table.sheet, [...(tables.get(table.sheet) ?? []), table]);
  const spots = new Map<string, Spot | null>();
  const spot = (figure: Figure | undefined): Spot | null => {
    const name = figure?.cell ?? null;
    if (name === null) return null;
    const known = spots.get(name);
    if (known !== undefined) return known;
    const found = parsePlace(name);
    spots.set(name, found);
    return found;
  };
  return {
    spot,
    ref: (figure, fact, scope, from) => {
      const at = spot(figure);
      const column = at && columnOf(tables.get(at.sheet) ?? [], at, fact, scope);
      if (!at || !column) return null;
      return {
        sheet: at.sheet === from.sheet ? null : at.sheet,
        column: at.column,
        down: at.row - from.row,
        factor: column.factor,
        blankIsZero: blankIsZero(column.key),
      };
    },
    isDoubtful: (figure) => figure?.value === null && figure.cell !== null && asked.has(figure.cell),
  };
}

/** The mapping a cell's figure was read by: its column in a table of rows, its fact in a form. */
function columnOf(tables: readonly FoundTable[], at: Spot, fact: string, scope: Scope): ColumnMapping | null {
  const inside = tables.filter(({ area }) => at.row >= area.row && at.row < area.row + area.rows && at.column >= area.column && at.column < area.column + area.columns);
  for (const table of inside) {
    const fits = table.mapping.filter((one) => one.fact === fact && (table.layout === "form" || one.index === at.column));
    const found = fits.find((one) => one.scope === scope) ?? fits[0];
    if (found) return found;
  }
  return null;
}
