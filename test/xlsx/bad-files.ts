import { strToU8, zipSync } from "fflate";
import { utils, write } from "@e965/xlsx";
import { handWritten } from "./package-of";

const good = handWritten('<row r="1"><c r="A1"><v>1</v></c></row>');

function ole(stream: string): Uint8Array {
  const bytes = new Uint8Array(4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  [...`${stream}\0`].forEach((sign, i) => { bytes[1024 + 2 * i] = sign.charCodeAt(0); });
  return bytes;
}

/** A good file whose directory says that the first part unpacks to so many bytes. */
export function claiming(size: number): Uint8Array {
  const bytes = good.slice();
  const view = new DataView(bytes.buffer);
  for (let at = bytes.length - 22; at > 0; at--) {
    if (view.getUint32(at, true) === 0x06054b50) view.setUint32(view.getUint32(at + 16, true) + 24, size, true);
  }
  return bytes;
}

function damaged(): Uint8Array {
  const bytes = handWritten(`<row r="1"><c r="A1" t="inlineStr"><is><t>${"学校".repeat(400)}</t></is></c></row>`);
  // In the middle of the packed data of some part, far from headers and directory.
  const view = new DataView(bytes.buffer);
  const name = view.getUint16(26, true);
  bytes[30 + name + 10] = (bytes[30 + name + 10] ?? 0) ^ 0xff;
  return bytes;
}

function office(type: string, extension: string): Uint8Array {
  return handWritten("", { "[Content_Types].xml": `<Types><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.${extension}.${type}"/></Types>` });
}

const xls = () => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([[1]]), "表");
  return new Uint8Array(write(book, { type: "array", bookType: "biff8" }) as ArrayBuffer);
};

/** What may be dropped on the page instead of a workbook: title, file name, content, kind of error, words of its message. */
export const BAD_FILES: readonly (readonly [string, string, () => Uint8Array, string, RegExp])[] = [
  ["an empty file", "空.xlsx", () => new Uint8Array(), "empty", /空的.*重新索取/],
  ["a file of 50 MB", "大.xlsx", () => new Uint8Array(50 * 1024 * 1024), "tooLarge", /50 MB.*拆成/],
  ["a file cut off while copying", "断.xlsx", () => good.slice(0, good.length - 200), "truncated", /不完整.*重新复制/],
  ["a file with a damaged byte", "坏.xlsx", damaged, "corrupt", /已损坏.*打开并修复/],
  ["a sheet whose XML breaks off", "坏.xlsx", () => handWritten('<row r="1"><c r="A1"><v>1</v>'), "corrupt", /已损坏/],
  ["a package without its workbook", "坏.xlsx", () => handWritten("", { "_rels/.rels": "<Relationships/>" }), "corrupt", /已损坏/],
  ["a package without the listed sheet", "坏.xlsx", () => handWritten("", { "xl/workbook.xml": '<workbook xmlns:r="r"><sheets><sheet name="无" sheetId="1" r:id="rId1"/></sheets></workbook>', "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet9.xml"/></Relationships>' }), "corrupt", /无/],
  ["a zip bomb by what it declares", "弹.xlsx", () => claiming(400 * 1024 * 1024), "bomb", /400 MB.*300 MB/],
  ["a zip bomb that hides its size", "弹.xlsx", () => claiming(10), "corrupt", /大小与声明不符/],
  ["an archive of very many parts", "弹.xlsx", () => zipSync(Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`${String(i)}.xml`, new Uint8Array()])), { level: 0 }), "bomb", /10001 个/],
  ["an archive of other files", "包.zip", () => zipSync({ "说明.txt": strToU8("一") }), "archive", /解压/],
  ["another kind of archive", "包.rar", () => strToU8("Rar!\u001a\u0007"), "archive", /解压/],
  ["an OpenDocument sheet", "表.ods", () => zipSync({ mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet") }), "ods", /另存为 .xlsx/],
  ["a binary workbook", "表.xlsb", () => office("sheet.binary.macroEnabled.main", "ms-excel"), "xlsb", /另存为 .xlsx/],
  ["a Word document", "表.docx", () => office("wordprocessingml.document.main+xml", "openxmlformats-officedocument"), "word", /Word/],
  ["an old Word document", "表.doc", () => ole("WordDocument"), "word", /Word/],
  ["a WPS sheet", "表.et", xls, "et", /WPS.*另存为/],
  ["a workbook of Excel 95", "表.xls", () => ole("Book"), "oldExcel", /另存为 .xlsx/],
  ["an .xls that breaks off", "表.xls", () => xls().slice(0, 1200), "oldExcel", /另存为 .xlsx/],
  ["a list of text", "表.csv", () => strToU8("学校名称,在校生数\n一中,1200"), "csv", /自文本\/CSV/],
  ["a list of text in the national encoding", "表.csv", () => Uint8Array.of(0xd1, 0xa7, 0xd0, 0xa3, 0x2c, 0x31), "csv", /自文本\/CSV/],
  ["a web page named .xls", "表.xls", () => strToU8("<html><table><tr><td>一中</td></tr></table></html>"), "html", /网页.*另存为/],
  ["a table in XML", "表.xls", () => strToU8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'), "xmlSpreadsheet", /另存为 .xlsx/],
  ["a PDF", "表.pdf", () => strToU8("%PDF-1.7"), "pdf", /自 PDF/],
  ["a picture", "图.png", () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3), "unknown", /不认识/],
];
