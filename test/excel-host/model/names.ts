import { ExcelError } from "../protocol";
import { Remote, RemoteCollection } from "../remote";
import { Range } from "./range";
import type { Workbook } from "./workbook";

export class NamedItem extends Remote {
  readonly className = "NamedItem";
  visible = true;
  comment = "";
  constructor(private readonly workbook: Workbook, private readonly list: NamedItem[], readonly name: string, public formula: string, readonly scope: string) {
    super();
  }
  get type(): string { return this.formula.includes("!") ? "Range" : "String"; }
  get value(): string { return this.formula.slice(1); }
  getRange(): Range { return this.workbook.rangeAt(this.formula.slice(1), null); }
  getRangeOrNullObject(): Range | null {
    try {
      return this.getRange();
    } catch {
      return null;
    }
  }
  delete(): void { this.list.splice(this.list.indexOf(this), 1); }
}

/** Defined names of the workbook or of one sheet. */
export class NamedItems extends RemoteCollection<NamedItem> {
  readonly className = "NamedItemCollection";
  private readonly list: NamedItem[] = [];
  constructor(private readonly workbook: Workbook, private readonly scope: "Workbook" | "Worksheet") { super(); }
  members(): readonly NamedItem[] { return this.list; }
  add(name: string, reference: Range | string): NamedItem {
    if (this.getItemOrNullObject(name)) throw new ExcelError("ItemAlreadyExists", `The name ${name} is taken.`, 409);
    const item = new NamedItem(this.workbook, this.list, name, reference instanceof Range ? `=${reference.address}` : reference, this.scope);
    this.list.push(item);
    return item;
  }
  getItemOrNullObject(name: string): NamedItem | null { return this.list.find((item) => item.name.toLowerCase() === name.toLowerCase()) ?? null; }
  getItem(name: string): NamedItem {
    const item = this.getItemOrNullObject(name);
    if (!item) throw new ExcelError("ItemNotFound", `The name ${name} doesn't exist.`, 404);
    return item;
  }
}
