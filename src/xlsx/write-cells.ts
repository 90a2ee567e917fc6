import { areaName } from "../grid/address";
import { cellName } from "../grid/cell-name";
import { isErrorValue } from "../grid/block";
import type { CellPatch, CellPatches } from "./diff-cells";
import { storedFormula } from "./formula-names";
import type { CellModel, SheetModel } from "./model";
import { tag } from "./package";
import { scanCells, scanRows, tagValue, type ScannedCell, type ScannedRow } from "./scan-rows";
import type { StyleWriter } from "./write-styles";
import { encodeString, encodeXml, type XmlElement } from "./xml";

export interface CellTarget {
  readonly xml: string;
  readonly data: XmlElement;
  readonly styles: StyleWriter;
  /** `cm` index that means a spilling formula; asked for only when one is written. */
  readonly dynamicMetadata: () => number;
  readonly before: SheetModel;
  readonly after: SheetModel;
}

/** The rows of a sheet with the changed cells, heights and hidden rows written in; rows without a change are copied as they are. */
export function writeRows(target: CellTarget, patches: CellPatches): string {
  const { xml, data } = target;
  spreadShared(target, patches);
  const lines = rowChanges(target.before, target.after);
  const waiting = [...new Set([...patches.keys(), ...lines.keys()])].sort((a, b) => a - b);
  let next = 0;
  let text = "";
  const insertBefore = (row: number) => {
    for (; next < waiting.length && (waiting[next] ?? 0) < row; next++) text += newRow(target, waiting[next] ?? 0, patches, lines);
  };
  for (const row of scanRows(xml, data.prefix, data.innerStart, data.innerEnd)) {
    insertBefore(row.row);
    const cells = patches.get(row.row);
    const line = lines.get(row.row);
    if (waiting[next] === row.row) next++;
    text += cells || line ? openRow(data.prefix, row.row, { ...row.attributes, ...line }) + rowCells(target, row, cells) + `</${tag(data.prefix, "row")}>` : xml.slice(row.start, row.end);
  }
  insertBefore(Infinity);
  return text;
}

function newRow(target: CellTarget, row: number, patches: CellPatches, lines: ReturnType<typeof rowChanges>): string {
  const cells = [...(patches.get(row) ?? [])].sort(([a], [b]) => a - b).map(([column, patch]) => writeCell(target, row, column, patch, null));
  return `${openRow(target.data.prefix, row, lines.get(row) ?? {})}${cells.join("")}</${tag(target.data.prefix, "row")}>`;
}

/** Attributes to set on rows whose height or visibility changed; an empty text takes one away. */
function rowChanges(before: SheetModel, after: SheetModel): Map<number, Record<string, string>> {
  const changes = new Map<number, Record<string, string>>();
  const change = (row: number, attributes: Record<string, string>) => changes.set(row, { ...changes.get(row), ...attributes });
  const rows = new Set([...Object.keys(before.rowHeights), ...Object.keys(after.rowHeights)].map(Number));
  for (const row of rows) {
    const [was, is] = [before.rowHeights[row], after.rowHeights[row]];
    if (was === is || (was !== undefined && is !== undefined && Math.abs(was - is) < 0.01)) continue;
    change(row, is === undefined ? { ht: "", customHeight: "" } : { ht: String(is), customHeight: "1" });
  }
  for (const [row, height] of Object.entries(after.textHeights ?? {})) if (after.rowHeights[Number(row)] === undefined) change(Number(row), { ht: String(height), customHeight: "" });
  const [was, is] = [new Set(before.hiddenRows), new Set(after.hiddenRows)];
  for (const row of new Set([...was, ...is])) if (was.has(row) !== is.has(row)) change(row, { hidden: is.has(row) ? "1" : "" });
  return changes;
}

function openRow(prefix: string, row: number, attributes: Readonly<Record<string, string>>): string {
  // `spans` is a hint that may no longer be true.
  const kept = Object.entries({ ...attributes, r: String(row + 1), spans: "" }).filter(([, value]) => value !== "");
  return `<${tag(prefix, "row")}${kept.map(([name, value]) => ` ${name}="${encodeXml(value)}"`).join("")}>`;
}

function rowCells(target: CellTarget, row: ScannedRow, patches: ReadonlyMap<number, CellPatch> | undefined): string {
  if (!patches) return row.end === row.innerStart ? "" : target.xml.slice(row.innerStart, row.innerEnd);
  const waiting = [...patches.keys()].sort((a, b) => a - b);
  let next = 0;
  let text = "";
  const insertBefore = (column: number) => {
    for (; next < waiting.length && (waiting[next] ?? 0) < column; next++) {
      const patch = patches.get(waiting[next] ?? 0);
      if (patch) text += writeCell(target, row.row, waiting[next] ?? 0, patch, null);
    }
  };
  scanCells(target.xml, target.data.prefix, row, (cell) => {
    insertBefore(cell.column);
    const patch = patches.get(cell.column);
    if (waiting[next] === cell.column) next++;
    text += patch ? writeCell(target, row.row, cell.column, patch, cell) : target.xml.slice(cell.start, cell.end);
  });
  insertBefore(Infinity);
  return text;
}

function writeCell(target: CellTarget, row: number, column: number, patch: CellPatch, old: ScannedCell | null): string {
  const style = patch.style === null ? old?.style ?? 0 : target.styles.cellStyle(patch.style, old?.style ?? 0);
  const styled = style === 0 ? "" : ` s="${String(style)}"`;
  const name = tag(target.data.prefix, "c");
  const { cell } = patch;
  if (cell === null || (cell.value === null && cell.formula === undefined)) return styled === "" ? "" : `<${name} r="${cellName(row, column)}"${styled}/>`;
  const kept = patch.keepFormula && old ? oldFormula(target, old) : null;
  const formula = kept?.element ?? (cell.formula === undefined ? "" : newFormula(target, row, column, cell));
  const metadata = kept ? kept.metadata : cell.array?.dynamic ? ` cm="${String(target.dynamicMetadata())}"` : "";
  const [type, value] = writeValue(target.data.prefix, cell);
  return `<${name} r="${cellName(row, column)}"${styled}${type}${metadata}>${formula}${value}</${name}>`;
}

function oldFormula(target: CellTarget, old: ScannedCell): { element: string; metadata: string } {
  const inner = target.xml.slice(old.innerStart, old.innerEnd);
  const name = tag(target.data.prefix, "f");
  const element = new RegExp(`<${name}(?:\\s[^>]*)?(?:/>|>[^<]*</${name}>)`).exec(inner)?.[0] ?? "";
  const metadata = tagValue(old.tag, "cm");
  return { element, metadata: metadata === null ? "" : ` cm="${metadata}"` };
}

function newFormula(target: CellTarget, row: number, column: number, cell: CellModel): string {
  const name = tag(target.data.prefix, "f");
  const array = cell.array ? ` t="array" ref="${areaName({ row, column, rows: cell.array.rows, columns: cell.array.columns })}"` : "";
  return `<${name}${array}>${encodeXml(storedFormula((cell.formula ?? "").replace(/^=/, "")))}</${name}>`;
}

const OLD_ERRORS = new Set(["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"]);

/** The type attribute and the value's element. */
function writeValue(prefix: string, cell: CellModel): [string, string] {
  const { value } = cell;
  const v = (text: string) => `<${tag(prefix, "v")}>${text}</${tag(prefix, "v")}>`;
  if (value === null || (typeof value === "number" && !Number.isFinite(value))) return ["", ""];
  if (typeof value === "number") return ["", v(String(value))];
  if (typeof value === "boolean") return [' t="b"', v(value ? "1" : "0")];
  // Files know the seven old errors only.
  if (isErrorValue(value)) return [' t="e"', v(OLD_ERRORS.has(value) ? value : "#VALUE!")];
  if (cell.formula !== undefined || cell.spilled) return [' t="str"', v(encodeString(value))];
  const [is, t] = [tag(prefix, "is"), tag(prefix, "t")];
  return [' t="inlineStr"', `<${is}><${t} xml:space="preserve">${encodeString(value)}</${t}></${is}>`];
}

/** When the cell that carries a shared formula changes, the cells that lean on it get formulas of their own. */
function spreadShared(target: CellTarget, patches: CellPatches): void {
  const { xml, data, after } = target;
  const members: { readonly cell: ScannedCell; readonly group: string }[] = [];
  const broken = new Set<string>();
  if (!xml.includes('t="shared"') && !xml.includes("t='shared'")) return;
  for (const row of scanRows(xml, data.prefix, data.innerStart, data.innerEnd)) scanCells(xml, data.prefix, row, (cell) => {
    const element = oldFormula(target, cell).element;
    if (!/\st=["']shared["']/.test(element)) return;
    const group = /\ssi=["'](\d+)["']/.exec(element)?.[1] ?? "";
    members.push({ cell, group });
    const patch = patches.get(row.row)?.get(cell.column);
    if (patch && !patch.keepFormula && /\sref=/.test(element)) broken.add(group);
  });
  for (const { cell, group } of members) {
    if (!broken.has(group)) continue;
    const now = after.cells[cell.row]?.[cell.column] ?? null;
    const line = patches.get(cell.row) ?? new Map<number, CellPatch>();
    line.set(cell.column, { cell: now, style: line.get(cell.column)?.style ?? null, keepFormula: false });
    patches.set(cell.row, line);
  }
}

