import type { Steps } from "../engine";
import { parseArea } from "../grid/address";
import type { TableArea } from "../grid/block";
import { FileError } from "./file-error";
import { shownFormula } from "./formula-names";
import type { DefinedName, SheetModel, WorkbookModel } from "./model";
import type { Package } from "./package";
import { readSheet } from "./read-sheet";
import { readStrings } from "./read-strings";
import { readLooks } from "./read-styles";
import { attribute, child, children, flag, parseXml, type XmlElement } from "./xml";

/** A sheet as the workbook part lists it. `part` is `null` for one that is no worksheet (图表工作表). */
export interface ListedSheet {
  readonly id: string;
  readonly name: string;
  readonly visibility: SheetModel["visibility"];
  readonly part: string | null;
  readonly element: XmlElement;
}

/** The whole package as a model, in steps; `onProgress` hears how much of its sheets is read, from 0 to 1. */
export function* readWorkbook(file: Package, onProgress: (part: number) => void = () => undefined): Steps<WorkbookModel> {
  const part = file.workbookPart();
  const root = parseXml(file.text(part), part);
  const target = (type: string) => [file.related(part, type)].filter((name) => name !== undefined && file.has(name))[0];
  const optional = (type: string) => {
    const name = target(type);
    return name === undefined ? null : file.text(name);
  };
  const looks = readLooks(optional("styles"), optional("theme"));
  const texts = target("sharedStrings");
  const strings = yield* readStrings(texts === undefined ? null : yield* file.textSteps(texts));
  const isDynamic = dynamicArrays(optional("sheetMetadata"));
  const date1904 = flag(child(root, "workbookPr")?.attributes.date1904);
  const listed = listSheets(file, root);
  const total = listed.reduce((sum, one) => sum + (one.part === null ? 0 : file.size(one.part)), 0);
  let done = 0;
  const sheets: SheetModel[] = [];
  for (const one of listed) {
    if (one.part === null) continue;
    const size = file.size(one.part);
    const xml = yield* file.textSteps(one.part);
    const source = { id: one.id, name: one.name, visibility: one.visibility, xml, strings, isDynamic, date1904, looks, tables: readTables(file, one.part) };
    sheets.push(yield* readSheet(source, (share) => onProgress((done + share * size) / total)));
    done += size;
  }
  if (sheets.length === 0) throw new FileError("corrupt", ["没有工作表"]);
  return { sheets, styles: looks.styles, names: readNames(root, listed), date1904 };
}

export function listSheets(file: Package, root: XmlElement): ListedSheet[] {
  const relations = new Map(file.relationships(file.workbookPart()).map((one) => [one.id, one]));
  return children(child(root, "sheets"), "sheet").map((element) => {
    const relation = relations.get(attribute(element, "id") ?? "");
    const state = element.attributes.state;
    const isSheet = relation?.type === "worksheet";
    if (isSheet && !file.has(relation.target)) throw new FileError("corrupt", [`缺少工作表“${element.attributes.name ?? ""}”`]);
    return {
      id: element.attributes.sheetId ?? "", name: element.attributes.name ?? "",
      visibility: state === "hidden" || state === "veryHidden" ? state : "visible",
      part: isSheet ? relation.target : null, element,
    };
  });
}

function readTables(file: Package, part: string): TableArea[] {
  return file.relationships(part).filter((one) => one.type === "table" && file.has(one.target)).flatMap((one) => {
    const root = parseXml(file.text(one.target), one.target);
    const area = parseArea(root.attributes.ref ?? "");
    return area ? [{ name: root.attributes.displayName ?? root.attributes.name ?? "", area }] : [];
  });
}

function readNames(root: XmlElement, sheets: readonly ListedSheet[]): DefinedName[] {
  return children(child(root, "definedNames"), "definedName").map((one) => ({
    name: one.attributes.name ?? "",
    formula: shownFormula(one.text),
    sheet: one.attributes.localSheetId === undefined ? null : sheets[Number(one.attributes.localSheetId)]?.name ?? null,
  }));
}

/** Which cell metadata (`cm`, counted from 1) mean that a formula spills. */
export function dynamicArrays(metadata: string | null): (cellMetadata: number) => boolean {
  if (metadata === null) return () => false;
  const root = parseXml(metadata, "metadata.xml");
  const types = children(child(root, "metadataTypes"), "metadataType").map((one) => one.attributes.name);
  const dynamic = children(child(root, "cellMetadata"), "bk").map((bk) => types[Number(child(bk, "rc")?.attributes.t ?? 0) - 1] === "XLDAPR");
  return (cellMetadata) => dynamic[cellMetadata - 1] ?? false;
}
