import { ExcelError } from "../protocol";
import { Remote } from "../remote";
import { afterInsertedRows, formatAddress, intersection, MAX_COLUMNS, MAX_ROWS, parseAddress, type Box } from "./address";
import { Cells, type CellValue } from "./cells";
import { Charts } from "./charts";
import type { ConditionalFormat } from "./conditional";
import { NamedItems } from "./names";
import { PageBreaks } from "./page-breaks";
import { Range, RangeAreas } from "./range";
import { Tables } from "./tables";
import type { Validated } from "./validation";
import type { Workbook } from "./workbook";

const FORBIDDEN_NAME = /[[\]:*?/\\]|^'|'$/;

export class Worksheet extends Remote {
  readonly className = "Worksheet";
  readonly id: string;
  readonly cells = new Cells();
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  readonly columnWidths = new Map<number, number>();
  readonly rowHeights = new Map<number, number>();
  readonly conditional: ConditionalFormat[] = [];
  merges: Box[] = [];
  validations: readonly Validated[] = [];
  readonly charts: Charts;
  readonly horizontalPageBreaks: PageBreaks;
  readonly verticalPageBreaks: PageBreaks;
  readonly tables: Tables;
  readonly names: NamedItems;
  readonly protection: SheetProtection;
  readonly freezePanes: FreezePanes;
  readonly pageLayout = new PageLayout();
  tabColor = "";
  showGridlines = true;
  showHeadings = true;
  standardWidth = 54;
  private ownName: string;
  private shown = "Visible";

  constructor(readonly workbook: Workbook, name: string) {
    super();
    this.id = workbook.newId();
    this.ownName = checkName(name);
    this.tables = new Tables(workbook, () => [this]);
    this.names = new NamedItems(workbook, "Worksheet");
    this.charts = new Charts(this);
    this.horizontalPageBreaks = new PageBreaks(this, "row");
    this.verticalPageBreaks = new PageBreaks(this, "column");
    this.protection = new SheetProtection();
    this.freezePanes = new FreezePanes(this);
  }

  get name(): string { return this.ownName; }
  set name(name: string) {
    this.workbook.mustBeOpenForSheets();
    if (this.workbook.find(name) !== null && this.workbook.find(name) !== this) throw new ExcelError("ItemAlreadyExists", `The name ${name} is taken.`, 409);
    const before = this.ownName;
    this.ownName = checkName(name);
    this.workbook.tell(25, "Workbook", { worksheetId: this.id, nameBefore: before, nameAfter: name });
  }
  get visibility(): string { return this.shown; }
  set visibility(visibility: string) {
    this.workbook.mustBeOpenForSheets();
    const others = this.workbook.sheets.some((sheet) => sheet !== this && sheet.shown === "Visible");
    if (visibility !== "Visible" && !others) throw new ExcelError("InvalidOperation", "A workbook needs one visible sheet.");
    this.shown = visibility;
    if (visibility !== "Visible") this.workbook.leave(this);
  }
  get position(): number { return this.workbook.sheets.indexOf(this); }
  set position(place: number) {
    this.workbook.mustBeOpenForSheets();
    if (place < 0 || place >= this.workbook.sheets.length) throw new ExcelError("InvalidArgument", `position ${String(place)}`);
    this.workbook.sheets.splice(this.position, 1);
    this.workbook.sheets.splice(place, 0, this);
  }
  activate(): void {
    if (this.shown !== "Visible") throw new ExcelError("InvalidOperation", "The worksheet is hidden.");
    this.workbook.select(this, null);
  }
  delete(): void {
    this.workbook.mustBeOpenForSheets();
    if (this.shown === "VeryHidden") throw new ExcelError("InvalidOperation", "A very hidden worksheet cannot be deleted.");
    if (!this.workbook.sheets.some((sheet) => sheet !== this && sheet.shown === "Visible")) throw new ExcelError("InvalidOperation", "A workbook needs one visible sheet.");
    this.workbook.sheets.splice(this.position, 1);
    this.workbook.leave(this);
    this.workbook.tell(15, "Workbook", { worksheetId: this.id });
  }

  getRange(address?: string): Range {
    if (address === undefined || address === null) return this.range({ row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS });
    return this.workbook.rangeAt(address, this);
  }
  getRanges(address: string): RangeAreas {
    if (address.length > 8_192) throw new ExcelError("InvalidArgument", "The address is too long.");
    return new RangeAreas(this, address.split(/[,;]/).map((part) => parseAddress(part)));
  }
  getRangeByIndexes(row: number, column: number, rows: number, columns: number): Range { return this.range({ row, column, rows, columns }); }
  getCell(row: number, column: number): Range { return this.range({ row, column, rows: 1, columns: 1 }); }
  getUsedRange(valuesOnly = false): Range { return this.getRange().getUsedRange(valuesOnly); }
  getUsedRangeOrNullObject(valuesOnly = false): Range | null { return this.getRange().getUsedRangeOrNullObject(valuesOnly); }

  range(box: Box): Range { return new Range(this, box); }

  mustBeWritable(): void {
    this.workbook.mustBeEditable();
    if (this.protection.protected) throw new ExcelError("AccessDenied", "The worksheet is protected.", 403);
  }
  changed(box: Box, changeType = "RangeEdited"): void {
    const args = { worksheetId: this.id, changeType, address: formatAddress(box) };
    this.workbook.tell(10, this.id, args);
    this.workbook.tell(10, "Workbook", args);
  }
  addMerge(box: Box): void {
    this.merges = [...this.merges.filter((merge) => intersection(merge, box) === null), box];
    const first = this.cells.get(box.row, box.column);
    this.cells.clear(box);
    this.cells.store(box.row, box.column, first.value, first.formula);
  }
  hide(set: Set<number>, from: number, count: number, hidden: boolean): void {
    this.mustBeWritable();
    for (let i = 0; i < count; i++) if (hidden) set.add(from + i); else set.delete(from + i);
  }

  /** Fills in cells with known results, as opening a file does. Tells nobody. */
  load(row: number, column: number, values: readonly (readonly (CellValue | null)[])[], formulas?: readonly (readonly (string | null)[])[]): void {
    for (const [i, line] of values.entries()) for (const [j, value] of line.entries()) this.cells.store(row + i, column + j, value ?? "", formulas?.[i]?.[j] ?? null);
  }
  insertRows(before: number, count: number): void {
    this.cells.insertRows(before, count);
    this.merges = this.merges.map((box) => afterInsertedRows(box, before, count));
    for (const format of this.conditional) format.boxes = format.boxes.map((box) => afterInsertedRows(box, before, count));
    for (const table of this.tables.members()) table.box = afterInsertedRows(table.box, before, count);
    this.changed({ row: before, column: 0, rows: count, columns: MAX_COLUMNS }, "RowInserted");
  }
  copyRow(from: number, to: number): void {
    this.cells.copyRow(from, to);
    const line = { row: from, column: 0, rows: 1, columns: MAX_COLUMNS };
    for (const format of this.conditional) {
      const copies = format.boxes.flatMap((box) => { const part = intersection(box, line); return part ? [{ ...part, row: to }] : []; });
      format.boxes = [...format.boxes, ...copies];
    }
    this.changed({ ...line, row: to });
  }
}

function checkName(name: string): string {
  if (name === "" || name.length > 31 || FORBIDDEN_NAME.test(name)) throw new ExcelError("InvalidArgument", `sheet name ${name}`);
  return name;
}

class SheetProtection extends Remote {
  readonly className = "WorksheetProtection";
  protected = false;
  protect(): void {
    if (this.protected) throw new ExcelError("AccessDenied", "The worksheet is protected already.", 403);
    this.protected = true;
  }
  unprotect(): void { this.protected = false; }
}

class FreezePanes extends Remote {
  readonly className = "WorksheetFreezePanes";
  rows = 0;
  columns = 0;
  constructor(private readonly sheet: Worksheet) { super(); }
  freezeRows(count = 1): void { this.rows = count; this.columns = 0; }
  freezeColumns(count = 1): void { this.columns = count; this.rows = 0; }
  freezeAt(range: Range | string): void {
    const box = range instanceof Range ? range.box : parseAddress(range);
    this.rows = box.row + box.rows;
    this.columns = box.column + box.columns;
  }
  unfreeze(): void { this.rows = this.columns = 0; }
  getLocationOrNullObject(): Range | null {
    return this.rows + this.columns === 0 ? null : this.sheet.range({ row: 0, column: 0, rows: this.rows || MAX_ROWS, columns: this.columns || MAX_COLUMNS });
  }
}

class HeadersFooters extends Remote {
  readonly className = "HeaderFooterGroup";
  readonly defaultForAllPages = new HeaderFooter();
}

class HeaderFooter extends Remote {
  readonly className = "HeaderFooter";
  centerFooter = "";
}

class PageLayout extends Remote {
  readonly className = "PageLayout";
  orientation = "Portrait";
  paperSize: string | null = null;
  centerHorizontally = false;
  centerVertically = false;
  printGridlines = false;
  zoom: unknown = { scale: 100 };
  topMargin = 54;
  bottomMargin = 54;
  leftMargin = 50;
  rightMargin = 50;
  titleRows: string | null = null;
  titleColumns: string | null = null;
  readonly headersFooters = new HeadersFooters();
  printArea: string | null = null;
  setPrintTitleRows(range: Range | string): void { this.titleRows = range instanceof Range ? formatAddress(range.box) : range.replace(/\$/g, ""); }
  setPrintTitleColumns(range: Range | string): void { this.titleColumns = range instanceof Range ? formatAddress(range.box) : range.replace(/\$/g, ""); }
  setPrintArea(range: Range | string): void { this.printArea = range instanceof Range ? formatAddress(range.box) : range; }
}
