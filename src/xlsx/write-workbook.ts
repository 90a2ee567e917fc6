import { quoteSheet } from "../grid/address";
import { columnLetters } from "../grid/cell-name";
import { BLANK_SHEET } from "./blank-package";
import { mapFormulas } from "./map-formulas";
import type { SheetModel, WorkbookModel } from "./model";
import { tag, type Package } from "./package";
import { listSheets, type ListedSheet } from "./read-workbook";
import { mapReferences, referenceText } from "./references";
import { attribute, child, children, encodeXml, parseXml, retag, splice, type Splice, type XmlElement } from "./xml";

const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

/** A sheet to be saved and the part its cells go into. */
export interface PlacedSheet {
  readonly sheet: SheetModel;
  readonly part: string;
}

/** Brings the list of sheets in line: new ones get a part, removed ones lose theirs, names, order and visibility follow. */
export function writeSheetList(file: Package, changed: WorkbookModel): PlacedSheet[] {
  const workbook = file.workbookPart();
  const listed = listSheets(file, parseXml(file.text(workbook), workbook));
  renameInFormulas(file, listed, changed);
  const source = file.text(workbook);
  const root = parseXml(source, workbook);
  const current = listSheets(file, root);
  const placed = changed.sheets.map((sheet) => placeSheet(file, sheet, current));
  const gone = current.filter((one) => one.part !== null && !placed.some((other) => other.id === one.id));
  const order = withOtherSheets(placed, current, gone);
  file.set(workbook, splice(source, [
    ...sheetList(source, root, order),
    ...names(source, root, placed, current, order.map((one) => one.id)),
    ...firstShown(source, root, order),
    ...recalculate(source, root),
  ]));
  for (const one of gone) if (one.part !== null) file.unrelate(workbook, one.part);
  dropCalculationChain(file, workbook);
  return placed.map(({ sheet, part }) => ({ sheet, part }));
}

interface ListEntry {
  readonly id: string;
  readonly name: string;
  readonly visibility: SheetModel["visibility"];
  readonly relation: string;
  /** As the file lists it; `null` for a new sheet. */
  readonly listed: ListedSheet | null;
}
interface Placed extends ListEntry, PlacedSheet {}

function placeSheet(file: Package, sheet: SheetModel, current: readonly ListedSheet[]): Placed {
  const old = sheet.id === null ? undefined : current.find((one) => one.id === sheet.id);
  const shared = { sheet, name: sheet.name, visibility: sheet.visibility };
  if (old?.part) return { ...shared, id: old.id, part: old.part, relation: attribute(old.element, "id") ?? "", listed: old };
  let number = 1;
  while (file.has(`xl/worksheets/sheet${String(number)}.xml`)) number++;
  const part = `xl/worksheets/sheet${String(number)}.xml`;
  file.set(part, BLANK_SHEET);
  file.setContentType(part, SHEET_TYPE);
  const relation = file.relate(file.workbookPart(), "worksheet", part);
  return { ...shared, id: `new ${part}`, part, relation, listed: null };
}

/** Chart sheets are no part of the model: each stays behind the sheet it stood behind. */
function withOtherSheets(placed: readonly Placed[], current: readonly ListedSheet[], gone: readonly ListedSheet[]): ListEntry[] {
  const order: ListEntry[] = [...placed];
  current.forEach((one, i) => {
    if (one.part !== null || gone.includes(one)) return;
    const before = current.slice(0, i).reverse().find((other) => order.some((entry) => entry.id === other.id));
    const at = before ? order.findIndex((entry) => entry.id === before.id) + 1 : 0;
    order.splice(at, 0, { id: one.id, name: one.name, visibility: one.visibility, relation: attribute(one.element, "id") ?? "", listed: one });
  });
  return order;
}

function sheetList(source: string, root: XmlElement, order: readonly ListEntry[]): Splice[] {
  const list = child(root, "sheets");
  if (!list) return [];
  // The prefix of relationship ids is the file's own.
  const idName = Object.keys(list.children[0]?.attributes ?? {}).find((name) => name.endsWith(":id")) ?? "r:id";
  let number = Math.max(0, ...order.map((one) => Number(one.listed?.id ?? 0)));
  const entries = order.map((one) => {
    if (one.listed === null) return `<${tag(root.prefix, "sheet")} name="${encodeXml(one.name)}" sheetId="${String(++number)}"${one.visibility === "visible" ? "" : ` state="${one.visibility}"`} ${idName}="${one.relation}"/>`;
    const { element, name, visibility } = one.listed;
    const changes = { ...(name === one.name ? {} : { name: one.name }), ...(visibility === one.visibility ? {} : { state: one.visibility === "visible" ? null : one.visibility }) };
    return retag(source, element, changes).text + source.slice(element.innerStart, element.end);
  });
  return [{ start: list.start, end: list.end, text: `<${tag(root.prefix, "sheets")}>${entries.join("")}</${tag(root.prefix, "sheets")}>` }];
}

const PRINT_TITLES = "_xlnm.Print_Titles";

/** Names that hold on one sheet count sheets by place: they follow their sheet, or go with it. Sheets that the page wrote bring their print titles. */
function names(source: string, root: XmlElement, placed: readonly Placed[], current: readonly ListedSheet[], order: readonly string[]): Splice[] {
  const list = child(root, "definedNames");
  const kept = children(list, "definedName").flatMap((one) => {
    const text = source.slice(one.innerStart, one.end);
    const local = one.attributes.localSheetId;
    if (local === undefined) return [source.slice(one.start, one.end)];
    const at = order.indexOf(current[Number(local)]?.id ?? "");
    const isRewritten = one.attributes.name === PRINT_TITLES && placed.some(({ id, sheet }) => id === order[at] && sheet.page !== undefined);
    return at < 0 || isRewritten ? [] : [retag(source, one, { localSheetId: String(at) }).text + text];
  });
  const titles = placed.flatMap(({ sheet, id }) => {
    const places = printTitles(sheet);
    const at = order.indexOf(id);
    return places === "" ? [] : [`<${tag(root.prefix, "definedName")} name="${PRINT_TITLES}" localSheetId="${String(at)}">${encodeXml(places)}</${tag(root.prefix, "definedName")}>`];
  });
  const all = [...kept, ...titles].join("");
  const text = all === "" ? "" : `<${tag(root.prefix, "definedNames")}>${all}</${tag(root.prefix, "definedNames")}>`;
  if (list) return [{ start: list.start, end: list.end, text }];
  const after = (child(root, "externalReferences") ?? child(root, "functionGroups") ?? child(root, "sheets"))?.end ?? root.innerEnd;
  return text === "" ? [] : [{ start: after, end: after, text }];
}

/** Columns and rows repeated on every page, as the name that says so holds them. */
function printTitles({ name, page }: SheetModel): string {
  const columns = page && page.printTitleColumns > 0 ? [`$A:$${columnLetters(page.printTitleColumns - 1)}`] : [];
  const rows = page?.printTitleRows ? [`$${String(page.printTitleRows[0] + 1)}:$${String(page.printTitleRows[1] + 1)}`] : [];
  return [...columns, ...rows].map((place) => `${quoteSheet(name)}!${place}`).join(",");
}

/** The sheet that is shown first must be one that can be seen. */
function firstShown(source: string, root: XmlElement, order: readonly ListEntry[]): Splice[] {
  const view = child(child(root, "bookViews"), "workbookView");
  if (!view) return [];
  const active = Number(view.attributes.activeTab ?? 0);
  const visible = order.findIndex((one) => one.visibility === "visible");
  if (order[active]?.visibility === "visible" && view.attributes.firstSheet === undefined) return [];
  return [retag(source, view, { activeTab: String(order[active]?.visibility === "visible" ? active : Math.max(0, visible)), firstSheet: null })];
}

/** Results of formulas that lean on changed cells are found anew when the file is opened. */
function recalculate(source: string, root: XmlElement): Splice[] {
  const calculation = child(root, "calcPr");
  if (calculation) return [retag(source, calculation, { fullCalcOnLoad: "1" })];
  const before = root.children.find((one) => ["oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing", "fileRecoveryPr", "webPublishObjects", "extLst"].includes(one.name));
  const at = before?.start ?? root.innerEnd;
  return [{ start: at, end: at, text: `<${tag(root.prefix, "calcPr")} fullCalcOnLoad="1"/>` }];
}

/** The order of calculation names cells that may have lost their formulas; Excel makes a new one. */
function dropCalculationChain(file: Package, workbook: string): void {
  const chain = file.related(workbook, "calcChain");
  if (chain !== undefined) file.unrelate(workbook, chain);
}

/** A sheet's new name goes into every formula outside the cells; the page has already changed those in cells. */
function renameInFormulas(file: Package, listed: readonly ListedSheet[], changed: WorkbookModel): void {
  const renamed = new Map<string, string>();
  for (const sheet of changed.sheets) {
    const old = listed.find((one) => one.id === sheet.id);
    if (old && old.name !== sheet.name) renamed.set(old.name.toLowerCase(), sheet.name);
  }
  if (renamed.size === 0) return;
  mapFormulas(file, (formula) => mapReferences(formula, (reference) => {
    const name = renamed.get(reference.sheet?.toLowerCase() ?? "");
    return referenceText(name === undefined ? reference : { ...reference, prefix: `${quoteSheet(name)}!` });
  }));
}
