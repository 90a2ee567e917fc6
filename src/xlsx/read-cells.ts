import { parseArea } from "../grid/address";
import type { Cell } from "../grid/block";
import { shownFormula } from "./formula-names";
import type { CellModel } from "./model";
import { relocate, splitFormula, type Reference } from "./references";
import { scanCells, tagValue, type ScannedCell, type ScannedRow } from "./scan-rows";
import type { SharedText } from "./read-strings";
import { decodeString, decodeXml, parseAttributes, parseXml } from "./xml";
import { readText } from "./read-strings";

/** What the cells of one sheet need besides their own text. */
export interface CellSource {
  readonly xml: string;
  readonly prefix: string;
  readonly strings: readonly SharedText[];
  /** Whether a `cm` index marks a spilling formula (动态数组). */
  readonly isDynamic: (cellMetadata: number) => boolean;
  readonly date1904: boolean;
}

interface SharedFormula {
  readonly row: number;
  readonly column: number;
  readonly parts: readonly (string | Reference)[];
}

type MutableCell = { -readonly [K in keyof CellModel]: CellModel[K] };

/** Reads the cells of a sheet row by row, in order: shared formulas lean on cells before them. */
export class CellReader {
  private readonly shared = new Map<string, SharedFormula>();
  /** Areas of array formulas met so far; few. */
  readonly arrays: { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number }[] = [];
  private readonly open: string;

  constructor(private readonly source: CellSource) {
    this.open = source.prefix ? `<${source.prefix}:` : "<";
  }

  /** `null` when the row has no cells worth keeping. */
  readRow(row: ScannedRow): Record<number, CellModel> | null {
    const cells: Record<number, CellModel> = {};
    let some = false;
    scanCells(this.source.xml, this.source.prefix, row, (scanned) => {
      const cell = this.readCell(scanned);
      if (!cell) return;
      cells[scanned.column] = cell;
      some = true;
    });
    return some ? cells : null;
  }

  private readCell(scanned: ScannedCell): CellModel | null {
    const inner = scanned.innerEnd > scanned.innerStart && scanned.end > scanned.innerStart ? this.source.xml.slice(scanned.innerStart, scanned.innerEnd) : "";
    const cell: MutableCell = { value: null };
    if (scanned.style !== 0) cell.style = scanned.style;
    if (inner !== "") {
      this.readValue(scanned, inner, cell);
      if (inner.includes(`${this.open}f`)) this.readFormula(scanned, inner, cell);
      else if (this.arrays.some((area) => within(area, scanned))) cell.spilled = true;
    }
    return cell.value === null && cell.formula === undefined && cell.style === undefined ? null : cell;
  }

  private readValue(scanned: ScannedCell, inner: string, cell: MutableCell): void {
    if (scanned.type === "inlineStr") {
      const text = readText(parseXml(inner, "is"));
      cell.value = text.text;
      if (text.rich) cell.rich = true;
      return;
    }
    const raw = this.elementText(inner, "v");
    if (raw === null) return;
    if (scanned.type === "s") {
      const text = this.source.strings[Number(raw)];
      cell.value = text?.text ?? null;
      if (text?.rich) cell.rich = true;
    } else cell.value = plainValue(scanned.type, raw, this.source.date1904);
  }

  /** Text of the first such element; `null` when there is none. */
  private elementText(inner: string, name: string): string | null {
    const at = inner.indexOf(`${this.open}${name}`);
    if (at < 0) return null;
    const start = inner.indexOf(">", at) + 1;
    if (inner.charCodeAt(start - 2) === 47) return "";
    const end = inner.indexOf("</", start);
    return end < 0 ? null : inner.slice(start, end);
  }

  private readFormula(scanned: ScannedCell, inner: string, cell: MutableCell): void {
    const at = inner.indexOf(`${this.open}f`);
    const attributes = parseAttributes(inner.slice(at + this.open.length + 1, inner.indexOf(">", at)));
    const stored = decodeXml(this.elementText(inner, "f") ?? "");
    if (attributes.t === "shared") {
      cell.formula = this.sharedFormula(scanned, attributes.si ?? "", stored);
      return;
    }
    // A data table (模拟运算表) has no text; its values stay as they are.
    if (stored === "") return;
    cell.formula = `=${shownFormula(stored)}`;
    const area = attributes.t === "array" ? parseArea(attributes.ref ?? "") : null;
    if (!area) return;
    cell.array = { rows: area.rows, columns: area.columns, dynamic: this.source.isDynamic(Number(tagValue(scanned.tag, "cm") ?? 0)) };
    if (area.rows * area.columns > 1) this.arrays.push(area);
  }

  private sharedFormula(scanned: ScannedCell, id: string, stored: string): string {
    if (stored !== "") {
      const shown = shownFormula(stored);
      this.shared.set(id, { row: scanned.row, column: scanned.column, parts: splitFormula(shown) });
      return `=${shown}`;
    }
    const first = this.shared.get(id);
    return first ? `=${relocate(first.parts, scanned.row - first.row, scanned.column - first.column)}` : "=#REF!";
  }
}

function within(area: CellReader["arrays"][number], cell: ScannedCell): boolean {
  return cell.row >= area.row && cell.row < area.row + area.rows && cell.column >= area.column && cell.column < area.column + area.columns;
}

function plainValue(type: string, raw: string, date1904: boolean): Cell {
  if (type === "str" || type === "e") return decodeString(raw);
  if (type === "b") return raw.trim() === "1" || raw.trim() === "true";
  if (type === "d") return dateSerial(raw, date1904);
  if (raw.trim() === "") return null;
  const value = Number(raw);
  return Number.isNaN(value) ? decodeString(raw) : value;
}

/** An ISO date as Excel counts days; what is no date stays text. */
function dateSerial(raw: string, date1904: boolean): Cell {
  const time = Date.parse(/[zZ]|[+-]\d\d:\d\d$/.test(raw) || !raw.includes("T") ? raw : `${raw}Z`);
  return Number.isNaN(time) ? raw : time / 86_400_000 + 25_569 - (date1904 ? 1462 : 0);
}
