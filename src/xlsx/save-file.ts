import { finished } from "../engine";
import { blankPackage } from "./blank-package";
import { blankSheet, diffCells } from "./diff-cells";
import { dynamicArrayMetadata } from "./metadata";
import type { StructureEdit, WorkbookModel } from "./model";
import type { OpenedFile } from "./open-file";
import { Package } from "./package";
import { ROWS_OPAQUE } from "./read-sheet";
import { readWorkbook } from "./read-workbook";
import { shiftPackage } from "./shift-package";
import { writeTableHeadings } from "./write-tables";
import { writeRows } from "./write-cells";
import { conditionalSplices } from "./write-conditional-formats";
import { layoutSplices, place } from "./write-layout";
import { pageSplices, propertySplices } from "./write-page";
import { StyleWriter } from "./write-styles";
import { validationSplices } from "./write-validations";
import { writeSheetList, type PlacedSheet } from "./write-workbook";
import { child, parseXml, splice } from "./xml";

/**
 * Saves a workbook (保存文件): the opened file's own bytes with the differences between what was opened and `changed` written in,
 * so that whatever the page does not show is still there; `null` makes a new .xlsx.
 * `edits` are the rows and columns that came or went since it was opened, in order.
 */
export async function saveFile(opened: OpenedFile | null, changed: WorkbookModel, edits: readonly StructureEdit[] = []): Promise<Uint8Array> {
  const original = opened?.original ?? null;
  const file = new Package(original ?? blankPackage());
  if (original !== null && edits.length > 0) shiftPackage(file, edits);
  const before = original === null ? { ...changed, sheets: [] } : edits.length > 0 || !opened ? finished(readWorkbook(file)) : opened.model;
  const stylesPart = file.related(file.workbookPart(), "styles") ?? addStyles(file);
  const themePart = file.related(file.workbookPart(), "theme");
  const styles = new StyleWriter(file.text(stylesPart), themePart !== undefined && file.has(themePart) ? file.text(themePart) : null);
  for (const placed of writeSheetList(file, changed)) writeSheet(file, placed, before, changed, styles);
  file.set(stylesPart, styles.text());
  return Promise.resolve(file.toBytes());
}

function writeSheet(file: Package, { sheet, part }: PlacedSheet, before: WorkbookModel, changed: WorkbookModel, styles: StyleWriter): void {
  const old = before.sheets.find((one) => one.id !== null && one.id === sheet.id);
  const was = old ?? blankSheet(sheet.name);
  // A new sheet starts from the blank file's own look.
  const patches = diffCells({ cells: was.cells, styles: old ? before.styles : changed.styles }, { cells: sheet.cells, styles: changed.styles });
  const xml = file.text(part);
  const root = parseXml(xml, part, ROWS_OPAQUE);
  const data = child(root, "sheetData");
  if (!data) return;
  const rows = writeRows({ xml, data, styles, dynamicMetadata: () => dynamicArrayMetadata(file), before: was, after: sheet }, patches);
  const opening = xml.slice(data.start, data.innerStart).replace(/\s*\/?>$/, "");
  const name = /^<([^\s>/]+)/.exec(opening)?.[1] ?? "sheetData";
  // In the order of the elements: what goes in at one place stands in the order given.
  const text = splice(xml, [
    ...propertySplices(xml, root, was, sheet),
    { start: data.start, end: data.end, text: `${opening}>${rows}</${name}>` },
    ...(patches.size > 0 ? place(root, "dimension", "") : []),
    ...layoutSplices(xml, root, was, sheet),
    ...conditionalSplices(root, was, sheet, styles),
    ...validationSplices(root, was, sheet),
    ...pageSplices(root, sheet),
  ]);
  if (text !== xml) file.set(part, text);
  if (old) writeTableHeadings(file, part, sheet, patches);
}

function addStyles(file: Package): string {
  const part = "xl/styles.xml";
  const blank = new Package(blankPackage());
  file.set(part, blank.text(part));
  file.setContentType(part, blank.contentType(part) ?? "");
  file.relate(file.workbookPart(), "styles", part);
  return part;
}
