/**
 * Formulas outside the cells: names, validation, conditional formats, charts, sparklines, pivot sources, links.
 * They must follow when a sheet gets another name, or rows and columns come and go.
 */
import type { Package } from "./package";
import { listSheets } from "./read-workbook";
import { quoteSheet } from "../grid/address";
import { splitFormula } from "./references";
import { descendants, encodeXml, parseXml, retag, splice, type Splice, type XmlElement } from "./xml";

/** Takes a formula and the name of the sheet it stands on (`null`: none), gives the formula to write. */
export type FormulaMap = (formula: string, sheet: string | null) => string;

const OPAQUE: ReadonlySet<string> = new Set(["sheetData"]);
const IN_SHEETS = ["formula", "formula1", "formula2", "f"];

/** Rewrites every formula outside the cells, in the workbook, its sheets and their charts. Parts without a change keep their bytes. */
export function mapFormulas(file: Package, map: FormulaMap): void {
  const workbook = file.workbookPart();
  const root = parseXml(file.text(workbook), workbook);
  const sheets = listSheets(file, root);
  rewrite(file, workbook, ["definedName"], (formula, element) => {
    const local = element.attributes.localSheetId;
    return map(formula, local === undefined ? null : sheets[Number(local)]?.name ?? null);
  });
  for (const sheet of sheets) {
    if (sheet.part === null) continue;
    rewrite(file, sheet.part, IN_SHEETS, (formula) => map(formula, sheet.name));
    rewriteLinks(file, sheet.part, (location) => map(location, null));
    for (const related of file.relationships(sheet.part)) {
      if (related.type === "table" && file.has(related.target)) rewrite(file, related.target, ["calculatedColumnFormula", "totalsRowFormula"], (formula) => map(formula, sheet.name));
    }
  }
  for (const part of file.parts()) if (/\/pivotCacheDefinition[^/]*\.xml$/i.test(part)) rewritePivotSource(file, part, map);
  for (const part of file.parts()) if (/^xl\/charts\/[^/]+\.xml$/i.test(part)) rewrite(file, part, ["f"], (formula) => map(formula, null));
}

function rewrite(file: Package, part: string, names: readonly string[], map: (formula: string, element: XmlElement) => string): void {
  const source = file.text(part);
  const root = parseXml(source, part, OPAQUE);
  const splices = names.flatMap((name) => descendants(root, name)).flatMap((element): Splice[] => {
    if (element.text === "" || element.children.length > 0) return [];
    const text = map(element.text, element);
    return text === element.text ? [] : [{ start: element.innerStart, end: element.innerEnd, text: encodeXml(text) }];
  });
  if (splices.length > 0) file.set(part, splice(source, splices));
}

function rewriteLinks(file: Package, part: string, map: (location: string) => string): void {
  const source = file.text(part);
  const splices = descendants(parseXml(source, part, OPAQUE), "hyperlink").flatMap((link): Splice[] => {
    const location = link.attributes.location;
    if (location === undefined || map(location) === location) return [];
    return [retag(source, link, { location: map(location) })];
  });
  if (splices.length > 0) file.set(part, splice(source, splices));
}

/** A pivot names its source by sheet and area apart. */
function rewritePivotSource(file: Package, part: string, map: FormulaMap): void {
  const source = file.text(part);
  const element = descendants(parseXml(source, part), "worksheetSource")[0];
  const { sheet, ref } = element?.attributes ?? {};
  if (!element || sheet === undefined || ref === undefined) return;
  const before = `${quoteSheet(sheet)}!${ref}`;
  const after = map(before, null);
  const place = splitFormula(after)[0];
  if (after === before || place === undefined || typeof place === "string") return;
  file.set(part, splice(source, [retag(source, element, { sheet: place.sheet, ref: after.slice(place.prefix.length) })]));
}
