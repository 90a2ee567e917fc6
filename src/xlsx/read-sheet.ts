import type { Steps } from "../engine";
import { parseArea } from "../grid/address";
import type { Area, TableArea } from "../grid/block";
import { readColour } from "./colours";
import { readConditionalFormats } from "./conditional-formats";
import type { CellModel, SheetModel } from "./model";
import { CellReader, type CellSource } from "./read-cells";
import type { Looks } from "./read-styles";
import { readValidations } from "./read-validations";
import { scanRows } from "./scan-rows";
import { child, children, flag, parseXml, type XmlElement } from "./xml";

/** Elements whose content is not made into a tree: rows have a reader of their own. */
export const ROWS_OPAQUE: ReadonlySet<string> = new Set(["sheetData"]);

export interface SheetSource extends Omit<CellSource, "prefix"> {
  readonly id: string;
  readonly name: string;
  readonly visibility: SheetModel["visibility"];
  readonly tables: readonly TableArea[];
  readonly looks: Looks;
}

/** One worksheet part as a model, in steps; `onRow` hears how much of the part is read. */
export function* readSheet(source: SheetSource, onRow: (part: number) => void): Steps<SheetModel> {
  const root = parseXml(source.xml, source.name, ROWS_OPAQUE);
  const format = child(root, "sheetFormatPr");
  const view = child(child(root, "sheetViews"), "sheetView");
  const pane = child(view, "pane");
  const frozen = pane?.attributes.state?.startsWith("frozen") ?? false;
  const lines = yield* readLines(source, root, onRow);
  const columns = readColumns(root);
  return {
    id: source.id, name: source.name, visibility: source.visibility,
    isProtected: flag(child(root, "sheetProtection")?.attributes.sheet),
    cells: lines.cells, rowHeights: lines.heights, hiddenRows: lines.hidden,
    merges: children(child(root, "mergeCells"), "mergeCell").flatMap((one): Area[] => {
      const area = parseArea(one.attributes.ref ?? "");
      return area ? [area] : [];
    }),
    columnWidths: columns.widths, hiddenColumns: columns.hidden,
    defaultColumnWidth: Number(format?.attributes.defaultColWidth ?? Number(format?.attributes.baseColWidth ?? 8) + 0.43),
    defaultRowHeight: Number(format?.attributes.defaultRowHeight ?? 15),
    frozenRows: frozen ? Number(pane?.attributes.ySplit ?? 0) : 0,
    frozenColumns: frozen ? Number(pane?.attributes.xSplit ?? 0) : 0,
    tables: source.tables,
    conditionalFormats: readConditionalFormats(root, source.looks),
    validations: readValidations(root),
    tabColour: readColour(child(child(root, "sheetPr"), "tabColor"), source.looks.theme),
    showGridLines: view?.attributes.showGridLines === undefined || flag(view.attributes.showGridLines),
  };
}

/** Rows between two stops. */
const AT_ONCE = 200;

function* readLines(source: SheetSource, root: XmlElement, onRow: (part: number) => void): Steps<Pick<SheetModel, "cells"> & { readonly heights: SheetModel["rowHeights"]; readonly hidden: number[] }> {
  const cells: Record<number, Record<number, CellModel>> = {};
  const heights: Record<number, number> = {};
  const hidden: number[] = [];
  const data = child(root, "sheetData");
  if (!data) return { cells, heights, hidden };
  const reader = new CellReader({ ...source, prefix: data.prefix });
  let count = 0;
  for (const row of scanRows(source.xml, data.prefix, data.innerStart, data.innerEnd)) {
    if (count++ % AT_ONCE === 0) {
      onRow(row.start / source.xml.length);
      yield;
    }
    const found = reader.readRow(row);
    if (found) cells[row.row] = cells[row.row] ? { ...cells[row.row], ...found } : found;
    if (row.attributes.ht !== undefined) heights[row.row] = Number(row.attributes.ht);
    if (flag(row.attributes.hidden)) hidden.push(row.row);
  }
  return { cells, heights, hidden };
}

/** Widths and hidden columns. A default that runs to the sheet's last column is not spread over 16,384 of them. */
function readColumns(root: XmlElement) {
  const widths: Record<number, number> = {};
  const hidden: number[] = [];
  for (const col of children(child(root, "cols"), "col")) {
    const first = Number(col.attributes.min ?? 1) - 1;
    const last = Math.min(Number(col.attributes.max ?? 1) - 1, 16_383);
    const shown = Math.min(last, first + 999);
    for (let column = first; column <= shown; column++) {
      if (col.attributes.width !== undefined) widths[column] = Number(col.attributes.width);
      if (flag(col.attributes.hidden)) hidden.push(column);
    }
  }
  return { widths, hidden };
}
