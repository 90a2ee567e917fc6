import { areaName } from "../grid/address";
import { cellName } from "../grid/cell-name";
import type { SheetModel } from "./model";
import { tag } from "./package";
import { child, children, encodeXml, retag, type Splice, type XmlElement } from "./xml";

// The order in which a sheet part's elements must stand (ECMA-376 18.3.1.99).
const ORDER = ("sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr " +
  "conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF " +
  "picture oleObjects controls webPublishItems tableParts extLst").split(" ");

/** Where an element of that name goes in: after all that must stand before it, and after others of its name. */
export function placeFor(root: XmlElement, name: string): number {
  const rank = ORDER.indexOf(name);
  // What is not in the list (alternate content) stands among the last ones.
  const later = root.children.find((one) => (ORDER.includes(one.name) ? ORDER.indexOf(one.name) : ORDER.indexOf("controls")) > rank);
  return later?.start ?? root.innerEnd;
}

/** Replaces the one element of that name, puts it in, or (`text` empty) takes it away. */
export function place(root: XmlElement, name: string, text: string): Splice[] {
  const old = child(root, name);
  if (old) return [{ start: old.start, end: old.end, text }];
  const at = placeFor(root, name);
  return text === "" ? [] : [{ start: at, end: at, text }];
}

/** Everything about a sheet's layout that changed, in the order of its elements: frozen panes and grid lines, columns, merges. */
export function layoutSplices(xml: string, root: XmlElement, before: SheetModel, after: SheetModel): Splice[] {
  const differs = (name: keyof SheetModel) => JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null);
  return [
    ...(differs("frozenRows") || differs("frozenColumns") || differs("showGridLines") ? views(xml, root, after) : []),
    ...(differs("columnWidths") || differs("hiddenColumns") ? place(root, "cols", columns(root, before, after)) : []),
    ...(differs("merges") ? place(root, "mergeCells", merges(root.prefix, after)) : []),
  ];
}

function merges(prefix: string, after: SheetModel): string {
  if (after.merges.length === 0) return "";
  const list = after.merges.map((area) => `<${tag(prefix, "mergeCell")} ref="${areaName(area)}"/>`).join("");
  return `<${tag(prefix, "mergeCells")} count="${String(after.merges.length)}">${list}</${tag(prefix, "mergeCells")}>`;
}

interface ColumnRun {
  readonly first: number;
  readonly last: number;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The `cols` element with changed columns cut out of their runs; styles and outlines of columns stay. */
function columns(root: XmlElement, before: SheetModel, after: SheetModel): string {
  let runs: ColumnRun[] = children(child(root, "cols"), "col").map((one) => ({ first: Number(one.attributes.min) - 1, last: Number(one.attributes.max) - 1, attributes: one.attributes }));
  const [wasHidden, isHidden] = [new Set(before.hiddenColumns), new Set(after.hiddenColumns)];
  const all = new Set([...Object.keys(before.columnWidths), ...Object.keys(after.columnWidths)].map(Number).concat(before.hiddenColumns, after.hiddenColumns));
  for (const column of [...all].sort((a, b) => a - b)) {
    const [was, is] = [before.columnWidths[column], after.columnWidths[column]];
    const sameWidth = was === is || (was !== undefined && is !== undefined && Math.abs(was - is) < 0.01);
    if (sameWidth && wasHidden.has(column) === isHidden.has(column)) continue;
    const width = sameWidth ? {} : { width: String(is ?? after.defaultColumnWidth), customWidth: is === undefined ? "" : "1" };
    runs = changeColumn(runs, column, { ...width, hidden: isHidden.has(column) ? "1" : "" }, after.defaultColumnWidth);
  }
  if (runs.length === 0) return "";
  const list = runs.sort((a, b) => a.first - b.first).map(({ first, last, attributes }) => {
    const written = Object.entries({ ...attributes, min: String(first + 1), max: String(last + 1) }).filter(([, value]) => value !== "");
    return `<${tag(root.prefix, "col")}${written.map(([name, value]) => ` ${name}="${encodeXml(value)}"`).join("")}/>`;
  });
  return `<${tag(root.prefix, "cols")}>${list.join("")}</${tag(root.prefix, "cols")}>`;
}

function changeColumn(runs: readonly ColumnRun[], column: number, attributes: Readonly<Record<string, string>>, width: number): ColumnRun[] {
  const run = runs.find((one) => one.first <= column && column <= one.last);
  const changed = { first: column, last: column, attributes: { width: String(width), ...run?.attributes, ...attributes } };
  if (!run) return [...runs, changed];
  const pieces = [{ ...run, last: column - 1 }, changed, { ...run, first: column + 1 }].filter((one) => one.first <= one.last);
  return runs.flatMap((one) => (one === run ? pieces : [one]));
}

/** The first sheet view with its pane and grid lines. */
function views(xml: string, root: XmlElement, after: SheetModel): Splice[] {
  const [rows, columns_] = [after.frozenRows, after.frozenColumns];
  const corner = rows > 0 && columns_ > 0 ? "bottomRight" : rows > 0 ? "bottomLeft" : "topRight";
  const split = (columns_ > 0 ? ` xSplit="${String(columns_)}"` : "") + (rows > 0 ? ` ySplit="${String(rows)}"` : "");
  const pane = rows + columns_ === 0 ? "" : `<${tag(root.prefix, "pane")}${split} topLeftCell="${cellName(rows, columns_)}" activePane="${corner}" state="frozen"/>`;
  const view = child(child(root, "sheetViews"), "sheetView");
  const name = tag(root.prefix, "sheetView");
  if (!view) return place(root, "sheetViews", `<${tag(root.prefix, "sheetViews")}><${name} workbookViewId="0"${after.showGridLines ? "" : ' showGridLines="0"'}>${pane}</${name}></${tag(root.prefix, "sheetViews")}>`);
  // Selections name panes that may be gone.
  const kept = view.children.filter((one) => one.name !== "pane" && one.name !== "selection").map((one) => xml.slice(one.start, one.end)).join("");
  const opening = retag(xml, view, { showGridLines: after.showGridLines ? null : "0" }).text.replace(/\s*\/?>$/, "");
  return [{ start: view.start, end: view.end, text: `${opening}>${pane}${kept}</${name}>` }];
}
