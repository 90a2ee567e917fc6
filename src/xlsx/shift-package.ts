import { parseArea } from "../grid/address";
import { cellName } from "../grid/cell-name";
import { mapFormulas } from "./map-formulas";
import type { StructureEdit } from "./model";
import { tag, type Package } from "./package";
import { ROWS_OPAQUE } from "./read-sheet";
import { listSheets } from "./read-workbook";
import { scanCells, scanRows, type ScannedRow } from "./scan-rows";
import { isRows, shiftArea, shiftAreas, shiftFormula, shiftIndex, shiftRun } from "./shift";
import { child, children, descendants, parseXml, retag, splice, type Splice, type XmlElement } from "./xml";

/**
 * Moves everything in the file that stands at, or speaks of, rows and columns that moved on the page: cells, validation,
 * conditional formats, tables, pictures and charts, comments, names. Formulas in cells are left to the page, which has moved them.
 */
export function shiftPackage(file: Package, edits: readonly StructureEdit[]): void {
  const workbook = file.workbookPart();
  for (const edit of edits) {
    const sheet = listSheets(file, parseXml(file.text(workbook), workbook)).find((one) => one.id === edit.sheet);
    if (!sheet?.part) continue;
    const own = sheet.name.toLowerCase();
    mapFormulas(file, (formula, host) => shiftFormula(formula, edit, (named) => (named ?? host)?.toLowerCase() === own));
    shiftSheet(file, sheet.part, edit);
    for (const { type, target } of file.relationships(sheet.part)) {
      if (!file.has(target)) continue;
      if (type === "table") shiftTable(file, target, edit);
      else if (type === "drawing") shiftDrawing(file, target, edit);
      else if (type === "comments" || type === "threadedComment") rewrite(file, target, (source, root) => shiftAttribute(source, root, ["comment", "threadedComment"], "ref", edit));
    }
  }
}

function rewrite(file: Package, part: string, change: (source: string, root: XmlElement) => Splice[]): void {
  const source = file.text(part);
  const splices = change(source, parseXml(source, part, ROWS_OPAQUE));
  if (splices.length > 0) file.set(part, splice(source, splices));
}

/** Areas in an attribute; an element all of whose areas have gone goes too. */
function shiftAttribute(source: string, root: XmlElement, names: readonly string[], attribute: string, edit: StructureEdit): Splice[] {
  return names.flatMap((name) => descendants(root, name)).flatMap((element): Splice[] => {
    const areas = element.attributes[attribute];
    if (areas === undefined) return [];
    const moved = shiftAreas(areas, edit);
    if (moved === "") return [{ start: element.start, end: element.end, text: "" }];
    return moved === areas ? [] : [retag(source, element, { [attribute]: moved })];
  });
}

function shiftSheet(file: Package, part: string, edit: StructureEdit): void {
  rewrite(file, part, (source, root) => {
    const data = child(root, "sheetData");
    const texts = descendants(root, "sqref").flatMap((element): Splice[] => [{ start: element.innerStart, end: element.innerEnd, text: shiftAreas(element.text, edit) || element.text }]);
    return [
      ...(data ? [{ start: data.innerStart, end: data.innerEnd, text: shiftRows(source, data, edit) }] : []),
      ...shiftAttribute(source, root, ["mergeCell", "hyperlink", "autoFilter", "sortState"], "ref", edit),
      ...shiftAttribute(source, root, ["conditionalFormatting", "dataValidation", "protectedRange", "ignoredError"], "sqref", edit),
      ...(isRows(edit) ? [] : shiftColumns(source, root, edit)),
      ...texts,
    ];
  });
}

function shiftRows(source: string, data: XmlElement, edit: StructureEdit): string {
  let text = "";
  for (const row of scanRows(source, data.prefix, data.innerStart, data.innerEnd)) {
    const moved = isRows(edit) ? shiftIndex(row.row, edit) : row.row;
    if (moved === null) continue;
    const untouched = isRows(edit) && moved === row.row;
    text += untouched ? source.slice(row.start, row.end) : shiftRow(source, data.prefix, row, moved, edit);
  }
  return text;
}

function shiftRow(source: string, prefix: string, row: ScannedRow, moved: number, edit: StructureEdit): string {
  const attributes = Object.entries({ ...row.attributes, r: String(moved + 1) }).filter(([name]) => name !== "spans");
  let cells = "";
  if (row.end !== row.innerStart) scanCells(source, prefix, row, (cell) => {
    const column = isRows(edit) ? cell.column : shiftIndex(cell.column, edit);
    if (column === null) return;
    const kept = cell.tag.replace(/\sr=("[^"]*"|'[^']*')/, "");
    const inner = source.slice(cell.innerStart, cell.innerEnd).replace(/(<(?:\w+:)?f\s[^>]*?\bref=")([^"]*)"/, (_, before: string, areas: string) => `${before}${shiftAreas(areas, edit) || areas}"`);
    const name = tag(prefix, "c");
    cells += cell.end === cell.innerStart ? `<${name} r="${cellName(moved, column)}"${kept}/>` : `<${name} r="${cellName(moved, column)}"${kept}>${inner}</${name}>`;
  });
  return `<${tag(prefix, "row")}${attributes.map(([name, value]) => ` ${name}="${value}"`).join("")}>${cells}</${tag(prefix, "row")}>`;
}

function shiftColumns(source: string, root: XmlElement, edit: StructureEdit): Splice[] {
  return children(child(root, "cols"), "col").map((col) => {
    const run = shiftRun(Number(col.attributes.min) - 1, Number(col.attributes.max) - 1, edit);
    if (!run || run[0] > 16_383) return { start: col.start, end: col.end, text: "" };
    return retag(source, col, { min: String(run[0] + 1), max: String(Math.min(run[1], 16_383) + 1) });
  });
}

/** A table's own area, and its list of columns where columns came or went inside it. */
function shiftTable(file: Package, part: string, edit: StructureEdit): void {
  rewrite(file, part, (source, root) => {
    const area = parseArea(root.attributes.ref ?? "");
    const moved = area && shiftArea(area, edit);
    if (!area || !moved) return [];
    const splices = [retag(source, root, { ref: shiftAreas(root.attributes.ref ?? "", edit) }), ...shiftAttribute(source, root, ["autoFilter", "sortState"], "ref", edit)];
    const list = child(root, "tableColumns");
    if (isRows(edit) || moved.columns === area.columns || !list) return splices;
    const columns = children(list, "tableColumn");
    const texts = columns.flatMap((column, i) => (shiftIndex(area.column + i, edit) === null ? [] : [source.slice(column.start, column.end)]));
    let id = Math.max(0, ...columns.map((column) => Number(column.attributes.id)));
    const added = Array.from({ length: moved.columns - texts.length }, () => `<${tag(root.prefix, "tableColumn")} id="${String(++id)}" name="列${String(id)}"/>`);
    texts.splice(edit.at - area.column, 0, ...added);
    return [...splices, { start: list.start, end: list.end, text: `<${tag(root.prefix, "tableColumns")} count="${String(moved.columns)}">${texts.join("")}</${tag(root.prefix, "tableColumns")}>` }];
  });
}

/** Pictures and charts hang on the cells of their corners; where these have gone, they stay at the nearest left. */
function shiftDrawing(file: Package, part: string, edit: StructureEdit): void {
  rewrite(file, part, (_, root) => [...descendants(root, "from"), ...descendants(root, "to")].flatMap((corner): Splice[] => {
    const element = child(corner, isRows(edit) ? "row" : "col");
    if (!element) return [];
    const index = Number(element.text);
    return [{ start: element.innerStart, end: element.innerEnd, text: String(shiftIndex(index, edit) ?? edit.at) }];
  }));
}
