import { utils, type WorkBook, type WorkSheet } from "@e965/xlsx";
import type { Area, Cell, SheetBlock } from "../../src/grid/block";

/** A column of a sample sheet: its headings, top row first, and what stands below. */
export interface Column<Row> {
  readonly path: readonly string[];
  readonly of: (row: Row, index: number) => Cell;
}

export interface Layout {
  readonly title?: string;
  readonly unitLine?: string;
  readonly letters?: "甲乙" | "ABC" | "L";
  /** Merge equal headings beside and below each other, as staff do. */
  readonly merge?: boolean;
  readonly notes?: readonly string[];
}

export interface Sheet {
  readonly cells: Cell[][];
  readonly merges: Area[];
}

/** Writes headings over rows the way staff lay a table out. */
export function layOut<Row>(columns: readonly Column<Row>[], rows: readonly (Row | Cell[])[], layout: Layout = {}): Sheet {
  const depth = Math.max(...columns.map(({ path }) => path.length));
  const cells: Cell[][] = [];
  const merges: Area[] = [];
  if (layout.title) {
    cells.push([layout.title]);
    merges.push({ row: 0, column: 0, rows: 1, columns: columns.length });
  }
  if (layout.unitLine) cells.push([...Array<Cell>(Math.max(0, columns.length - 2)).fill(null), layout.unitLine]);
  const top = cells.length;
  const grid = Array.from({ length: depth }, (_, i) => columns.map(({ path }) => path[i] ?? ""));
  if (layout.merge !== false) merges.push(...headingMerges(grid, top));
  grid.forEach((line, i) => cells.push(line.map((text, j) => (text === "" || (layout.merge !== false && covered(merges, top + i, j)) || (layout.merge === false && i < depth - 1 && j > 0 && line[j - 1] === text) ? null : text))));
  if (layout.letters) cells.push(letterRow(layout.letters, columns.length));
  let index = 0;
  for (const row of rows) {
    if (Array.isArray(row)) cells.push(row);
    else {
      cells.push(columns.map(({ of }) => of(row, index)));
      index += 1;
    }
  }
  for (const note of layout.notes ?? []) cells.push([note]);
  return { cells, merges };
}

function letterRow(kind: "甲乙" | "ABC" | "L", width: number): Cell[] {
  return Array.from({ length: width }, (_, j): Cell => {
    if (kind === "ABC") return utils.encode_col(j);
    if (kind === "L") return `L${String(j + 1)}`;
    return j < 2 ? ["甲", "乙"][j] ?? "" : j - 1;
  });
}

function headingMerges(grid: readonly (readonly string[])[], top: number): Area[] {
  const merges: Area[] = [];
  grid.forEach((line, i) => {
    let from = 0;
    for (let j = 1; j <= line.length; j += 1) {
      const together = j < line.length && line[j] !== "" && line[j] === line[from] && grid.slice(0, i).every((above) => above[j] === above[from]);
      if (together) continue;
      if (j - from > 1 && i < grid.length - 1) merges.push({ row: top + i, column: from, rows: 1, columns: j - from });
      from = j;
    }
  });
  grid[0]?.forEach((_, j) => {
    const last = grid.reduce((found, line, i) => (line[j] === "" ? found : i), 0);
    if (last < grid.length - 1 && !merges.some((area) => area.row === top + last && j >= area.column && j < area.column + area.columns)) {
      merges.push({ row: top + last, column: j, rows: grid.length - last, columns: 1 });
    }
  });
  return merges;
}

function covered(merges: readonly Area[], row: number, column: number): boolean {
  return merges.some((area) => row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns && (row !== area.row || column !== area.column));
}

/** Two sheets' cells beside each other, with blank columns between. */
export function beside(left: Sheet, right: Sheet, gap = 1): Sheet {
  const width = Math.max(...left.cells.map((row) => row.length)) + gap;
  const height = Math.max(left.cells.length, right.cells.length);
  const cells = Array.from({ length: height }, (_, i) => {
    const row = [...(left.cells[i] ?? [])];
    while (row.length < width) row.push(null);
    return [...row, ...(right.cells[i] ?? [])];
  });
  return { cells, merges: [...left.merges, ...right.merges.map((area) => ({ ...area, column: area.column + width }))] };
}

/** One sheet's cells below the other's. */
export function below(upper: Sheet, lower: Sheet, gap = 2): Sheet {
  const down = upper.cells.length + gap;
  return {
    cells: [...upper.cells, ...Array.from({ length: gap }, (): Cell[] => []), ...lower.cells],
    merges: [...upper.merges, ...lower.merges.map((area) => ({ ...area, row: area.row + down }))],
  };
}

export interface Hidden {
  readonly rows?: readonly number[];
  readonly columns?: readonly number[];
}

export function toWorksheet({ cells, merges }: Sheet, hidden: Hidden = {}): WorkSheet {
  const sheet = utils.aoa_to_sheet(cells.map((row) => [...row]));
  sheet["!merges"] = merges.map((area) => ({ s: { r: area.row, c: area.column }, e: { r: area.row + area.rows - 1, c: area.column + area.columns - 1 } }));
  if (hidden.rows) sheet["!rows"] = hide(hidden.rows);
  if (hidden.columns) sheet["!cols"] = hide(hidden.columns);
  for (const key of Object.keys(sheet)) {
    const cell = sheet[key] as { t?: string; v?: unknown; w?: string } | undefined;
    if (!key.startsWith("!") && cell?.t === "s" && /^#(?:N\/A|REF!|DIV\/0!)$/.test(String(cell.v))) Object.assign(cell, { t: "e", w: cell.v, v: { "#N/A": 42, "#REF!": 23, "#DIV/0!": 7 }[String(cell.v)] });
  }
  return sheet;
}

function hide(indexes: readonly number[]): { hidden?: boolean }[] {
  const list: { hidden?: boolean }[] = [];
  for (const index of indexes) list[index] = { hidden: true };
  return Array.from(list, (entry) => entry ?? {});
}

export function toWorkbook(sheets: Readonly<Record<string, WorkSheet>>): WorkBook {
  const book = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
  return book;
}

/** What a host would hand over for a worksheet. */
export function toBlock(name: string, sheet: WorkSheet): SheetBlock {
  const range = utils.decode_range(sheet["!ref"] ?? "A1");
  const values: Cell[][] = [];
  for (let r = range.s.r; r <= range.e.r; r += 1) {
    const row: Cell[] = [];
    for (let c = range.s.c; c <= range.e.c; c += 1) {
      const cell = sheet[utils.encode_cell({ r, c })] as { t: string; v?: Cell; w?: string } | undefined;
      row.push(cell === undefined ? null : cell.t === "e" ? cell.w ?? "#N/A" : cell.v ?? null);
    }
    values.push(row);
  }
  return {
    sheet: name, row: range.s.r, column: range.s.c, rows: values.length, columns: range.e.c - range.s.c + 1, values,
    merges: (sheet["!merges"] ?? []).map(({ s, e }) => ({ row: s.r, column: s.c, rows: e.r - s.r + 1, columns: e.c - s.c + 1 })),
    hiddenRows: indexesOf(sheet["!rows"]), hiddenColumns: indexesOf(sheet["!cols"]), tables: [],
  };
}

function indexesOf(list: readonly ({ hidden?: boolean } | undefined)[] | undefined): number[] {
  return (list ?? []).flatMap((entry, i) => (entry?.hidden ? [i] : []));
}

export function toBlocks(book: WorkBook): SheetBlock[] {
  return book.SheetNames.flatMap((name) => {
    const sheet = book.Sheets[name];
    return sheet ? [toBlock(name, sheet)] : [];
  });
}
