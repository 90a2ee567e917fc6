import { MAX_COLUMNS, type Box } from "./address";

export type CellValue = string | number | boolean;
export interface Cell {
  readonly value: CellValue;
  readonly formula: string | null;
}

const BLANK: Cell = { value: "", formula: null };
const key = (row: number, column: number): number => row * MAX_COLUMNS + column;

/** Looks of whole columns or sheets are kept as one entry above this many cells. */
const WIDE = 200_000;

/** The cells of one sheet: what they hold and how they look. Blank cells take no room. */
export class Cells {
  private content = new Map<number, Cell>();
  private looks = new Map<number, Map<string, unknown>>();
  private wide: { readonly box: Box; readonly name: string; readonly value: unknown }[] = [];

  get(row: number, column: number): Cell {
    return this.content.get(key(row, column)) ?? BLANK;
  }

  /** Enters a value as typing would: text that reads as a number becomes one unless the cell is formatted as text. */
  enter(row: number, column: number, input: unknown, evaluate: (formula: string) => CellValue): void {
    // `null` leaves a cell as it is.
    if (input === null || input === undefined) return;
    if (input === "") this.content.delete(key(row, column));
    else this.content.set(key(row, column), this.read(row, column, input as CellValue, evaluate));
  }

  private read(row: number, column: number, input: CellValue, evaluate: (formula: string) => CellValue): Cell {
    if (typeof input !== "string") return { value: input, formula: null };
    if (input.startsWith("'")) return { value: input.slice(1), formula: null };
    if (this.look(row, column, "numberFormat") === "@") return { value: input, formula: null };
    if (/^[=+@-]./.test(input) && !/^[+-][\d.]+$/.test(input)) {
      const formula = input.startsWith("=") ? input : `=${input.replace(/^[+@]/, "")}`;
      return { value: evaluate(formula), formula };
    }
    if (input.trim() !== "" && !Number.isNaN(Number(input))) return { value: Number(input), formula: null };
    if (/^(true|false)$/i.test(input)) return { value: /^t/i.test(input), formula: null };
    // Excel in a Chinese locale reads these as dates and percentages, and the text is gone.
    if (/^\d{2,4}年\d{1,2}月(\d{1,2}日)?$|^\d{1,2}月\d{1,2}日$|^\d{1,4}[-/]\d{1,2}([-/]\d{1,2})?$/.test(input)) return { value: 45_000, formula: null };
    if (/^[\d.]+%$/.test(input)) return { value: Number(input.slice(0, -1)) / 100, formula: null };
    return { value: input, formula: null };
  }

  /** Puts a known result beside a formula, as a file brings it. */
  store(row: number, column: number, value: CellValue, formula: string | null): void {
    if (value === "" && formula === null) this.content.delete(key(row, column));
    else this.content.set(key(row, column), { value, formula });
  }

  clear(box: Box): void {
    for (const at of this.within(box)) this.content.delete(at);
  }

  clearLooks(box: Box): void {
    for (const at of [...this.looks.keys()]) if (inside(box, at)) this.looks.delete(at);
  }

  look(row: number, column: number, name: string): unknown {
    const own = this.looks.get(key(row, column))?.get(name);
    if (own !== undefined) return own;
    return this.wide.filter((entry) => entry.name === name && inside(entry.box, key(row, column))).at(-1)?.value ?? null;
  }

  setLook(box: Box, name: string, value: unknown): void {
    if (box.rows * box.columns > WIDE) {
      this.wide.push({ box, name, value });
      for (const [at, look] of this.looks) if (inside(box, at)) look.delete(name);
      return;
    }
    for (let row = box.row; row < box.row + box.rows; row++) {
      for (let column = box.column; column < box.column + box.columns; column++) {
        const at = key(row, column);
        const look = this.looks.get(at) ?? new Map<string, unknown>();
        this.looks.set(at, look.set(name, value));
      }
    }
  }

  /** The smallest box around the filled cells (and the formatted ones, unless `valuesOnly`) in a box; `null` for none. */
  used(box: Box, valuesOnly: boolean): Box | null {
    let top = Infinity, left = Infinity, bottom = -1, right = -1;
    const keys = valuesOnly ? [this.content.keys()] : [this.content.keys(), this.looks.keys()];
    for (const all of keys) {
      for (const at of all) {
        if (!inside(box, at)) continue;
        const row = Math.floor(at / MAX_COLUMNS), column = at % MAX_COLUMNS;
        top = Math.min(top, row);
        left = Math.min(left, column);
        bottom = Math.max(bottom, row);
        right = Math.max(right, column);
      }
    }
    return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  insertRows(before: number, count: number): void {
    const shift = <T>(map: Map<number, T>): Map<number, T> =>
      new Map([...map].map(([at, value]) => [Math.floor(at / MAX_COLUMNS) >= before ? at + count * MAX_COLUMNS : at, value]));
    this.content = shift(this.content);
    this.looks = shift(this.looks);
  }

  copyRow(from: number, to: number): void {
    for (const at of this.within({ row: from, column: 0, rows: 1, columns: MAX_COLUMNS })) {
      const cell = this.content.get(at);
      if (cell) this.content.set(at + (to - from) * MAX_COLUMNS, cell);
    }
  }

  /** Everything held, in order of place, for comparing. A look that is the standard one does not count. */
  dump(): { readonly content: unknown; readonly looks: unknown; readonly wide: unknown } {
    const byKey = <T>(map: Map<number, T>): [number, T][] => [...map].sort(([a], [b]) => a - b);
    const looks = byKey(this.looks)
      .map(([at, look]) => [at, [...look].filter(([name, value]) => !(name === "numberFormat" && value === "General")).sort(([a], [b]) => (a < b ? -1 : 1))] as const)
      .filter(([, look]) => look.length > 0);
    return { content: byKey(this.content), looks, wide: this.wide };
  }

  private within(box: Box): number[] {
    return [...this.content.keys()].filter((at) => inside(box, at));
  }
}

function inside(box: Box, at: number): boolean {
  const row = Math.floor(at / MAX_COLUMNS), column = at % MAX_COLUMNS;
  return row >= box.row && row < box.row + box.rows && column >= box.column && column < box.column + box.columns;
}
