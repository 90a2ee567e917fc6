import { ExcelError } from "../protocol";
import { Bag, Remote, RemoteCollection } from "../remote";
import { intersection, type Box } from "./address";
import type { Range } from "./range";
import type { Worksheet } from "./worksheet";

/** Member names of each kind's own part, by type. */
const PARTS: Readonly<Record<string, readonly [member: string, className: string]>> = {
  Custom: ["custom", "CustomConditionalFormat"],
  CellValue: ["cellValue", "CellValueConditionalFormat"],
  DataBar: ["dataBar", "DataBarConditionalFormat"],
  ColorScale: ["colorScale", "ColorScaleConditionalFormat"],
};

function looks(): Bag {
  return new Bag("ConditionalRangeFormat", {
    fill: new Bag("ConditionalRangeFill", { color: null }),
    font: new Bag("ConditionalRangeFont", { color: null, bold: null, italic: null, strikethrough: null, underline: null }),
    numberFormat: null,
  });
}

/** One conditional format. `boxes` are more than one after rows were copied. */
export class ConditionalFormat extends Remote {
  readonly className = "ConditionalFormat";
  readonly id: string;
  stopIfTrue = false;
  readonly custom?: Bag;
  readonly cellValue?: Bag;
  readonly colorScale?: Bag;

  constructor(readonly sheet: Worksheet, readonly type: string, public boxes: readonly Box[]) {
    super();
    this.id = sheet.workbook.newId();
    if (type === "Custom") this.custom = new Bag("CustomConditionalFormat", { rule: new Bag("ConditionalFormatRule", { formula: "" }), format: looks() });
    else if (type === "CellValue") this.cellValue = new Bag("CellValueConditionalFormat", { rule: null, format: looks() });
    else if (type === "ColorScale") this.colorScale = new Bag("ColorScaleConditionalFormat", { criteria: null });
  }
  get customOrNullObject(): Bag | null {
    return this.custom ?? null;
  }
  get cellValueOrNullObject(): Bag | null {
    return this.cellValue ?? null;
  }
  get priority(): number {
    return this.sheet.conditional.indexOf(this);
  }
  set priority(place: number) {
    this.sheet.mustBeWritable();
    this.sheet.conditional.splice(this.priority, 1);
    this.sheet.conditional.splice(place, 0, this);
  }
  getRange(): Range {
    const [only] = this.boxes;
    if (!only || this.boxes.length > 1) throw new ExcelError("InvalidOperation", "The conditional format covers several ranges.");
    return this.sheet.range(only);
  }
  getRangeOrNullObject(): Range | null {
    return this.boxes.length === 1 ? this.getRange() : null;
  }
  delete(): void {
    this.sheet.mustBeWritable();
    const at = this.priority;
    if (at < 0) throw new ExcelError("ItemNotFound", "The conditional format has gone.", 404);
    this.sheet.conditional.splice(at, 1);
  }
  /** Formula of a custom format, for looking from outside. */
  get formula(): string {
    return ((this.custom?.["rule"] as Bag | undefined)?.["formula"] as string | undefined) ?? "";
  }
}

/** Formats that touch a range. */
export class ConditionalFormats extends RemoteCollection<ConditionalFormat> {
  readonly className = "ConditionalFormatCollection";
  constructor(private readonly sheet: Worksheet, private readonly box: Box) {
    super();
  }
  members(): readonly ConditionalFormat[] {
    return this.sheet.conditional.filter((format) => format.boxes.some((box) => intersection(box, this.box) !== null));
  }
  /** A new format comes first, as in Excel. */
  add(type: string): ConditionalFormat {
    this.sheet.mustBeWritable();
    if (!(type in PARTS)) throw new ExcelError("InvalidArgument", `conditional format ${type} is not modelled`);
    const format = new ConditionalFormat(this.sheet, type, [this.box]);
    this.sheet.conditional.unshift(format);
    return format;
  }
  getItem(id: string): ConditionalFormat {
    const found = this.getItemOrNullObject(id);
    if (!found) throw new ExcelError("ItemNotFound", "The conditional format has gone.", 404);
    return found;
  }
  getItemOrNullObject(id: string): ConditionalFormat | null {
    return this.members().find((format) => format.id === id) ?? null;
  }
  getItemAt(index: number): ConditionalFormat {
    const found = this.members()[index];
    if (!found) throw new ExcelError("InvalidArgument", `index ${String(index)}`);
    return found;
  }
  clearAll(): void {
    this.sheet.mustBeWritable();
    for (const format of this.members()) format.delete();
  }
}
