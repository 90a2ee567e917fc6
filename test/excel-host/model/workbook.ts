import { ExcelError } from "../protocol";
import { Bag, Remote, RemoteCollection } from "../remote";
import { parseAddress, type Box } from "./address";
import type { CellValue } from "./cells";
import { NamedItems } from "./names";
import { Range, RangeAreas } from "./range";
import { Tables } from "./tables";
import { Worksheet } from "./worksheet";

/** An event on its way to the add-in. */
export interface Told {
  readonly type: number;
  readonly target: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** A workbook in memory. Formulas are kept as text; `evaluate` may give them results. */
export class Workbook extends Remote {
  readonly className = "Workbook";
  readonly sheets: Worksheet[] = [];
  readonly worksheets: Worksheets;
  readonly names: NamedItems;
  readonly tables: Tables;
  readonly settings = new Settings();
  readonly protection = new WorkbookProtection();
  readonly application = new Bag("Application", {
    calculationMode: "Automatic",
    calculationState: "Done",
    calculate: () => undefined,
    suspendApiCalculationUntilNextSync: () => undefined,
    suspendScreenUpdatingUntilNextSync: () => undefined,
  });
  readOnly = false;
  isDirty = false;
  autoSave = false;
  /** False: opened for viewing only; every write is refused. */
  editable = true;
  /** Set while a request of the add-in runs, so that events say who wrote. */
  byAddin = false;
  evaluate: (formula: string, sheet: Worksheet) => CellValue = () => 0;
  listener: (event: Told) => void = () => undefined;
  private readonly subscriptions = new Set<string>();
  private active: Worksheet;
  private selected: readonly Box[] = [{ row: 0, column: 0, rows: 1, columns: 1 }];
  private ids = 0;

  constructor(readonly name = "工作簿1.xlsx") {
    super();
    this.names = new NamedItems(this, "Workbook");
    this.tables = new Tables(this, () => this.sheets);
    this.worksheets = new Worksheets(this);
    this.active = this.worksheets.add("Sheet1");
  }

  newId(): string {
    return `{00000000-0000-0000-0000-${String(++this.ids).padStart(12, "0")}}`;
  }
  find(nameOrId: string): Worksheet | null {
    return this.sheets.find((sheet) => sheet.id === nameOrId || sheet.name.toLowerCase() === nameOrId.toLowerCase()) ?? null;
  }
  sheet(nameOrId: string): Worksheet {
    const sheet = this.find(nameOrId);
    if (!sheet) throw new ExcelError("ItemNotFound", `The requested resource doesn't exist. (${nameOrId})`, 404);
    return sheet;
  }
  rangeAt(address: string, on: Worksheet | null): Range {
    const named = this.names.getItemOrNullObject(address);
    if (named) return named.getRange();
    const { sheet, ...box } = parseAddress(address);
    return (sheet === null ? (on ?? this.active) : this.sheet(sheet)).range(box);
  }

  getSelectedRange(): Range {
    const [only] = this.selected;
    if (!only || this.selected.length > 1) throw new ExcelError("InvalidSelection", "The current selection is invalid for this operation.");
    return this.active.range(only);
  }
  getSelectedRanges(): RangeAreas {
    if (this.selected.length === 0) throw new ExcelError("InvalidSelection", "The current selection is invalid for this operation.");
    return new RangeAreas(this.active, this.selected);
  }
  getActiveCell(): Range {
    const { row = 0, column = 0 } = this.selected[0] ?? {};
    return this.active.range({ row, column, rows: 1, columns: 1 });
  }
  /** `boxes` empty: a chart is selected; `null`: only the sheet comes to the front. */
  select(sheet: Worksheet, boxes: readonly Box[] | null): void {
    this.active = sheet;
    if (boxes !== null) this.selected = boxes;
    this.tell(14, sheet.id, { worksheetId: sheet.id });
  }
  get activeSheet(): Worksheet {
    return this.active;
  }
  /** The sheet in front has gone or is hidden now. */
  leave(sheet: Worksheet): void {
    if (this.active === sheet) this.active = this.sheets.find((other) => other !== sheet && other.visibility === "Visible") ?? this.active;
  }

  mustBeEditable(): void {
    if (!this.editable) throw new ExcelError("AccessDenied", "The workbook is open for viewing.", 403);
  }
  mustBeOpenForSheets(): void {
    this.mustBeEditable();
    if (this.protection.protected) throw new ExcelError("AccessDenied", "The workbook's structure is protected.", 403);
  }

  subscribe(type: number, target: string): void { this.subscriptions.add(`${String(type)}|${target}`); }
  unsubscribe(type: number, target: string): void { this.subscriptions.delete(`${String(type)}|${target}`); }
  get subscribed(): number { return this.subscriptions.size; }
  tell(type: number, target: string, args: Readonly<Record<string, unknown>>): void {
    if (!this.subscriptions.has(`${String(type)}|${target}`)) return;
    this.listener({ type, target, args: { source: "Local", triggerSource: this.byAddin ? "ThisLocalAddin" : "Unknown", ...args } });
  }
}

/** All sheets in tab order. */
export class Worksheets extends RemoteCollection<Worksheet> {
  readonly className = "WorksheetCollection";
  constructor(private readonly workbook: Workbook) { super(); }
  members(): readonly Worksheet[] { return this.workbook.sheets; }
  add(name?: string): Worksheet {
    this.workbook.mustBeOpenForSheets();
    let count = this.workbook.sheets.length + 1;
    while (!name && this.workbook.find(`Sheet${String(count)}`)) count++;
    const wanted = name ?? `Sheet${String(count)}`;
    if (this.workbook.find(wanted)) throw new ExcelError("ItemAlreadyExists", `A resource with the same name already exists. (${wanted})`, 409);
    const sheet = new Worksheet(this.workbook, wanted);
    this.workbook.sheets.push(sheet);
    this.workbook.tell(13, "Workbook", { worksheetId: sheet.id });
    return sheet;
  }
  getItem(key: string): Worksheet { return this.workbook.sheet(key); }
  getItemOrNullObject(key: string): Worksheet | null { return this.workbook.find(key); }
  getActiveWorksheet(): Worksheet { return this.workbook.activeSheet; }
  getFirst(): Worksheet | undefined { return this.workbook.sheets[0]; }
  getLast(): Worksheet | undefined { return this.workbook.sheets.at(-1); }
  _RegisterDataChangedEvent(): void { this.workbook.subscribe(10, "Workbook"); }
  _UnregisterDataChangedEvent(): void { this.workbook.unsubscribe(10, "Workbook"); }
  _RegisterAddedEvent(): void { this.workbook.subscribe(13, "Workbook"); }
  _UnregisterAddedEvent(): void { this.workbook.unsubscribe(13, "Workbook"); }
  _RegisterDeletedEvent(): void { this.workbook.subscribe(15, "Workbook"); }
  _UnregisterDeletedEvent(): void { this.workbook.unsubscribe(15, "Workbook"); }
  _RegisterEventNameChanged(): void { this.workbook.subscribe(25, "Workbook"); }
  _UnregisterEventNameChanged(): void { this.workbook.unsubscribe(25, "Workbook"); }
}

class WorkbookProtection extends Remote {
  readonly className = "WorkbookProtection";
  protected = false;
  protect(): void { this.protected = true; }
  unprotect(): void { this.protected = false; }
}

class Setting extends Remote {
  readonly className = "Setting";
  constructor(private readonly list: Setting[], readonly key: string, public value: unknown) { super(); }
  delete(): void { this.list.splice(this.list.indexOf(this), 1); }
}

class Settings extends RemoteCollection<Setting> {
  readonly className = "SettingCollection";
  private readonly list: Setting[] = [];
  members(): readonly Setting[] { return this.list; }
  add(key: string, value: unknown): Setting {
    this.getItemOrNullObject(key)?.delete();
    const setting = new Setting(this.list, key, value);
    this.list.push(setting);
    return setting;
  }
  getItemOrNullObject(key: string): Setting | null { return this.list.find((setting) => setting.key === key) ?? null; }
  getItem(key: string): Setting {
    const setting = this.getItemOrNullObject(key);
    if (!setting) throw new ExcelError("ItemNotFound", `The setting ${key} doesn't exist.`, 404);
    return setting;
  }
}
