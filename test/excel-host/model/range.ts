import { ExcelError } from "../protocol";
import { Remote, RemoteCollection } from "../remote";
import { bounding, formatAddress, intersection, MAX_COLUMNS, MAX_ROWS, parseAddress, quoted, type Box } from "./address";
import type { Cell, CellValue } from "./cells";
import { ConditionalFormats } from "./conditional";
import { RangeFormat } from "./format";
import { DataValidation } from "./validation";
import type { Worksheet } from "./worksheet";

/** Excel gives `null` in place of so many values. */
const MAX_CELLS = 5_000_000;

export class Range extends Remote {
  readonly className = "Range";
  constructor(readonly sheet: Worksheet, readonly box: Box) {
    super();
    const { row, column, rows, columns } = box;
    if (row < 0 || column < 0 || rows < 1 || columns < 1 || row + rows > MAX_ROWS || column + columns > MAX_COLUMNS) {
      throw new ExcelError("InvalidArgument", "The argument is invalid or missing or has an incorrect format.");
    }
  }

  get worksheet(): Worksheet { return this.sheet; }
  get address(): string { return `${quoted(this.sheet.name)}!${formatAddress(this.box)}`; }
  get rowIndex(): number { return this.box.row; }
  get columnIndex(): number { return this.box.column; }
  get rowCount(): number { return this.box.rows; }
  get columnCount(): number { return this.box.columns; }
  get cellCount(): number { return this.box.rows * this.box.columns; }
  get isEntireColumn(): boolean { return this.box.rows === MAX_ROWS; }
  get isEntireRow(): boolean { return this.box.columns === MAX_COLUMNS; }

  get values(): unknown { return this.grid((cell) => cell.value); }
  set values(input: unknown) { this.enter(input); }
  get formulas(): unknown { return this.grid((cell) => cell.formula ?? cell.value); }
  set formulas(input: unknown) { this.enter(input); }
  get text(): unknown { return this.grid((cell) => String(cell.value)); }
  get valueTypes(): unknown {
    return this.grid(({ value }) => (value === "" ? "Empty" : typeof value === "number" ? "Double" : typeof value === "boolean" ? "Boolean" : /^#.+[!?AL]$/.test(value) ? "Error" : "String"));
  }
  get numberFormat(): unknown { return this.grid((_, row, column) => this.sheet.cells.look(row, column, "numberFormat") ?? "General"); }
  set numberFormat(input: unknown) {
    this.sheet.mustBeWritable();
    if (!Array.isArray(input)) this.sheet.cells.setLook(this.box, "numberFormat", input);
    else this.each(input, (row, column, value) => { if (value !== null) this.sheet.cells.setLook({ row, column, rows: 1, columns: 1 }, "numberFormat", value); });
  }
  get hasSpill(): boolean { return false; }

  get rowHidden(): boolean | null { return same(this.sheet.hiddenRows, this.box.row, this.box.rows); }
  set rowHidden(hidden: boolean) { this.sheet.hide(this.sheet.hiddenRows, this.box.row, this.box.rows, hidden); }
  get columnHidden(): boolean | null { return same(this.sheet.hiddenColumns, this.box.column, this.box.columns); }
  set columnHidden(hidden: boolean) { this.sheet.hide(this.sheet.hiddenColumns, this.box.column, this.box.columns, hidden); }
  getRowProperties(wanted: { readonly rowHidden?: boolean; readonly rowIndex?: boolean }): unknown {
    return Array.from({ length: this.box.rows }, (_, i) => ({
      ...(wanted.rowHidden ? { rowHidden: this.sheet.hiddenRows.has(this.box.row + i) } : {}),
      ...(wanted.rowIndex ? { rowIndex: this.box.row + i } : {}),
    }));
  }
  getColumnProperties(wanted: { readonly columnHidden?: boolean }): unknown {
    return Array.from({ length: this.box.columns }, (_, i) => (wanted.columnHidden ? { columnHidden: this.sheet.hiddenColumns.has(this.box.column + i) } : {}));
  }

  get format(): RangeFormat { return new RangeFormat({ sheet: this.sheet, boxes: [this.box] }); }
  get conditionalFormats(): ConditionalFormats { return new ConditionalFormats(this.sheet, this.box); }
  get dataValidation(): DataValidation { return new DataValidation(this.sheet, this.box); }
  getMergedAreasOrNullObject(): RangeAreas | null {
    const found = this.sheet.merges.filter((merge) => intersection(merge, this.box) !== null);
    return found.length ? new RangeAreas(this.sheet, found) : null;
  }
  merge(across = false): void {
    this.sheet.mustBeWritable();
    const boxes = across ? Array.from({ length: this.box.rows }, (_, i) => ({ ...this.box, row: this.box.row + i, rows: 1 })) : [this.box];
    for (const box of boxes) this.sheet.addMerge(box);
  }
  unmerge(): void {
    this.sheet.mustBeWritable();
    this.sheet.merges = this.sheet.merges.filter((merge) => intersection(merge, this.box) === null);
  }
  clear(what = "All"): void {
    this.sheet.mustBeWritable();
    if (what === "All" || what === "Contents") {
      this.sheet.cells.clear(this.box);
      this.sheet.changed(this.box);
    }
    if (what === "All" || what === "Formats") this.sheet.cells.clearLooks(this.box);
  }
  select(): void {
    if (this.sheet.visibility !== "Visible") throw new ExcelError("InvalidOperation", "The worksheet is hidden.");
    this.sheet.workbook.select(this.sheet, [this.box]);
  }

  getCell(row: number, column: number): Range { return this.at({ row: this.box.row + row, column: this.box.column + column, rows: 1, columns: 1 }); }
  getRow(index: number): Range { return this.at({ row: this.box.row + index, rows: 1 }); }
  getColumn(index: number): Range { return this.at({ column: this.box.column + index, columns: 1 }); }
  getLastRow(): Range { return this.getRow(this.box.rows - 1); }
  getLastColumn(): Range { return this.getColumn(this.box.columns - 1); }
  getLastCell(): Range { return this.getCell(this.box.rows - 1, this.box.columns - 1); }
  getOffsetRange(rows: number, columns: number): Range { return this.at({ row: this.box.row + rows, column: this.box.column + columns }); }
  getResizedRange(rows: number, columns: number): Range { return this.at({ rows: this.box.rows + rows, columns: this.box.columns + columns }); }
  getAbsoluteResizedRange(rows: number, columns: number): Range { return this.at({ rows, columns }); }
  getEntireRow(): Range { return this.at({ column: 0, columns: MAX_COLUMNS }); }
  getEntireColumn(): Range { return this.at({ row: 0, rows: MAX_ROWS }); }
  getBoundingRect(other: Range | string): Range { return this.at(bounding(this.box, this.boxOf(other))); }
  getIntersectionOrNullObject(other: Range | string): Range | null {
    const box = intersection(this.box, this.boxOf(other));
    return box && this.at(box);
  }
  getUsedRangeOrNullObject(valuesOnly = false): Range | null {
    const box = this.sheet.cells.used(this.box, valuesOnly);
    return box && this.at(box);
  }
  getUsedRange(valuesOnly = false): Range { return this.getUsedRangeOrNullObject(valuesOnly) ?? this.getCell(0, 0); }
  /** office.js asks this before it splits a large array. */
  _ValidateArraySize(rows: number, columns: number): void {
    if (rows !== this.box.rows || columns !== this.box.columns) throw wrongShape();
  }

  private at(part: Partial<Box>): Range { return new Range(this.sheet, { ...this.box, ...part }); }
  private boxOf(other: Range | string): Box { return other instanceof Range ? other.box : parseAddress(other); }

  private grid<T>(value: (cell: Cell, row: number, column: number) => T): T[][] | null {
    const { row, column, rows, columns } = this.box;
    if (rows * columns > MAX_CELLS) return null;
    return Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_unused, j) => value(this.sheet.cells.get(row + i, column + j), row + i, column + j)));
  }

  private enter(input: unknown): void {
    this.sheet.mustBeWritable();
    const cut = (row: number, column: number): boolean => this.sheet.merges.some((m) => intersection(m, { row, column, rows: 1, columns: 1 }) && !(m.row === row && m.column === column));
    const rows = Array.isArray(input) ? input : Array.from({ length: this.box.rows }, () => Array<unknown>(this.box.columns).fill(input));
    this.each(rows, (row, column, value) => {
      // A cell under a merged one holds nothing.
      if (!cut(row, column)) this.sheet.cells.enter(row, column, value, (formula): CellValue => this.sheet.workbook.evaluate(formula, this.sheet));
    });
    this.sheet.changed(this.box);
  }

  private each(input: readonly unknown[], put: (row: number, column: number, value: unknown) => void): void {
    const fits = input.length === this.box.rows && input.every((line) => Array.isArray(line) && line.length === this.box.columns);
    if (!fits) throw wrongShape();
    for (const [i, line] of input.entries()) for (const [j, value] of (line as unknown[]).entries()) put(this.box.row + i, this.box.column + j, value);
  }
}

/** Several ranges of one sheet. */
export class RangeAreas extends Remote {
  readonly className = "RangeAreas";
  constructor(readonly sheet: Worksheet, private readonly boxes: readonly Box[]) {
    super();
  }
  get worksheet(): Worksheet { return this.sheet; }
  get areas(): RangeCollection { return new RangeCollection(this.boxes.map((box) => this.sheet.range(box))); }
  get areaCount(): number { return this.boxes.length; }
  get cellCount(): number { return this.boxes.reduce((sum, box) => sum + box.rows * box.columns, 0); }
  get address(): string { return this.areas.members().map((range) => range.address).join(","); }
  get format(): RangeFormat { return new RangeFormat({ sheet: this.sheet, boxes: this.boxes }); }
  clear(what = "All"): void { for (const range of this.areas.members()) range.clear(what); }
  select(): void { this.sheet.workbook.select(this.sheet, this.boxes); }
}

export class RangeCollection extends RemoteCollection<Range> {
  readonly className = "RangeCollection";
  constructor(private readonly ranges: readonly Range[]) {
    super();
  }
  members(): readonly Range[] { return this.ranges; }
  getItemAt(index: number): Range {
    const range = this.ranges[index];
    if (!range) throw new ExcelError("InvalidArgument", `index ${String(index)}`);
    return range;
  }
}

const wrongShape = (): ExcelError =>
  new ExcelError("InvalidArgument", "The number of rows or columns in the input array doesn't match the size or dimensions of the range.");

function same(hidden: ReadonlySet<number>, from: number, count: number): boolean | null {
  const limit = Math.min(count, 10_000);
  let found = 0;
  for (let i = 0; i < limit; i++) if (hidden.has(from + i)) found++;
  return found === 0 ? false : found === limit ? true : null;
}
