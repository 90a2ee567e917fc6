import { ExcelError } from "../protocol";
import { Remote, RemoteCollection } from "../remote";
import { intersection, type Box } from "./address";
import { Range } from "./range";
import type { Workbook } from "./workbook";
import type { Worksheet } from "./worksheet";

/** The tables of each sheet. */
const shelves = new WeakMap<Worksheet, Table[]>();

export class Table extends Remote {
  readonly className = "Table";
  readonly id: string;
  style = "TableStyleMedium2";
  showTotals = false;
  showBandedRows = true;
  showFilterButton = true;
  constructor(readonly worksheet: Worksheet, public name: string, public box: Box, public showHeaders: boolean) {
    super();
    this.id = worksheet.workbook.newId();
  }
  getRange(): Range { return this.worksheet.range(this.box); }
  getHeaderRowRange(): Range { return this.worksheet.range({ ...this.box, rows: 1 }); }
  getDataBodyRange(): Range { return this.worksheet.range({ ...this.box, row: this.box.row + 1, rows: Math.max(1, this.box.rows - 1) }); }
  delete(): void {
    const list = shelves.get(this.worksheet) ?? [];
    list.splice(list.indexOf(this), 1);
  }
}

/** Tables (ListObjects) of one sheet or of all. */
export class Tables extends RemoteCollection<Table> {
  readonly className = "TableCollection";
  constructor(private readonly workbook: Workbook, private readonly sheets: () => readonly Worksheet[]) { super(); }
  members(): readonly Table[] { return this.sheets().flatMap((sheet) => shelves.get(sheet) ?? []); }
  get count(): number { return this.members().length; }
  add(address: Range | string, hasHeaders: boolean): Table {
    const range = address instanceof Range ? address : this.workbook.rangeAt(address, this.sheets()[0] ?? null);
    const { sheet, box } = range;
    sheet.mustBeWritable();
    const list = shelves.get(sheet) ?? [];
    if (list.some((table) => intersection(table.box, box) !== null)) throw new ExcelError("InvalidOperation", "A table cannot overlap another.");
    const table = new Table(sheet, `表${String(this.workbook.tables.members().length + 1)}`, box, hasHeaders);
    shelves.set(sheet, [...list, table]);
    return table;
  }
  getItemOrNullObject(key: string): Table | null { return this.members().find((table) => table.id === key || table.name.toLowerCase() === key.toLowerCase()) ?? null; }
  getItem(key: string): Table {
    const table = this.getItemOrNullObject(key);
    if (!table) throw new ExcelError("ItemNotFound", `The table ${key} doesn't exist.`, 404);
    return table;
  }
}
