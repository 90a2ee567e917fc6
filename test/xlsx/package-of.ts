import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { openFile, saveFile, DEFAULT_STYLE, type SheetModel, type WorkbookModel } from "../../src/xlsx";
import type { PageSetup } from "../../src/workbook/sheet-plan";

/** Parts of an archive as texts, read without the code under test. */
export function parts(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A workbook file written by hand: its one sheet's XML (`rows` alone, or the whole part), other parts laid over. */
export function handWritten(rows: string, others: Readonly<Record<string, string>> = {}): Uint8Array {
  const sheet = rows.startsWith("<?xml") ? rows : `<?xml version="1.0"?><worksheet ${MAIN}><sheetData>${rows}</sheetData></worksheet>`;
  const all: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook ${MAIN}><sheets><sheet name="表" sheetId="7" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": sheet,
    "xl/sharedStrings.xml": `<sst ${MAIN}><si><t>学校名称</t></si><si><r><t>在校</t></r><r><rPr><b/></rPr><t>生数</t></r><rPh sb="0" eb="1"><t>zai</t></rPh></si></sst>`,
    "xl/styles.xml": `<styleSheet ${MAIN}><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="10" fontId="0" fillId="0" borderId="0"/></cellXfs></styleSheet>`,
    ...others,
  };
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)])));
}

export async function sheetOf(bytes: Uint8Array, index = 0): Promise<SheetModel> {
  const sheet = (await openFile(bytes, "测试.xlsx")).model.sheets[index];
  if (!sheet) throw new Error("no sheet");
  return sheet;
}

/** Opens, changes the model, saves. */
export async function resaved(bytes: Uint8Array, change: (model: WorkbookModel) => WorkbookModel): Promise<Uint8Array> {
  const opened = await openFile(bytes, "测试.xlsx");
  return saveFile(opened, change(opened.model));
}

export function withSheet(model: WorkbookModel, index: number, change: Partial<SheetModel>): WorkbookModel {
  return { ...model, sheets: model.sheets.map((sheet, i) => (i === index ? { ...sheet, ...change } : sheet)) };
}

export function newSheet(name: string, change: Partial<SheetModel> = {}): SheetModel {
  return {
    id: null, name, visibility: "visible", isProtected: false, cells: {}, merges: [], columnWidths: {}, rowHeights: {}, defaultColumnWidth: 8.43, defaultRowHeight: 15, hiddenRows: [], hiddenColumns: [],
    frozenRows: 0, frozenColumns: 0, tables: [], conditionalFormats: [], tabColour: null, showGridLines: true, ...change,
  };
}

/** How a sheet prints that asks for nothing special. */
export const PLAIN_PAGE: PageSetup = { landscape: false, printTitleRows: null, printTitleColumns: 0, breaks: [], columnBreaks: [], scale: null, onePage: false, paper: "A4" };

export function newBook(...sheets: SheetModel[]): WorkbookModel {
  return { sheets, styles: [DEFAULT_STYLE], names: [], date1904: false };
}
