import { openFile, saveFile, sheetBlocks } from "../../src/xlsx";
import { handWritten, newBook, newSheet, sheetOf } from "./package-of";
import { richFile } from "./rich-file";
import { write, utils } from "@e965/xlsx";

const value = async (cell: string) => (await sheetOf(handWritten(`<row r="1">${cell}</row>`))).cells[0]?.[0];

describe("what is in a cell", () => {
  test.each([
    ["a number", '<c r="A1"><v>12.5</v></c>', { value: 12.5 }],
    ["a number in exponent form", '<c r="A1"><v>1.2E-3</v></c>', { value: 0.0012 }],
    ["a shared text", '<c r="A1" t="s"><v>0</v></c>', { value: "学校名称" }],
    ["a text in two fonts, without its phonetic reading", '<c r="A1" t="s"><v>1</v></c>', { value: "在校生数", rich: true }],
    ["a text in the cell itself", '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> 一中 &amp; 二中</t></is></c>', { value: " 一中 & 二中" }],
    ["a yes or no", '<c r="A1" t="b"><v>1</v></c>', { value: true }],
    ["an error", '<c r="A1" t="e"><v>#N/A</v></c>', { value: "#N/A" }],
    ["a date in ISO form", '<c r="A1" t="d"><v>2026-09-01</v></c>', { value: 46266 }],
    ["a formula's text", '<c r="A1" t="str"><f>"一"&amp;"中"</f><v>一中</v></c>', { value: "一中", formula: '="一"&"中"' }],
    ["a formula without a result yet", '<c r="A1"><f>B1</f></c>', { value: null, formula: "=B1" }],
    ["our function", '<c r="A1"><f>_xldudf_YJJH_CV(B1:B9)</f><v>0.5</v></c>', { value: 0.5, formula: "=YJJH.CV(B1:B9)" }],
    ["a carriage return as Excel hides it", '<c r="A1" t="inlineStr"><is><t>甲_x000D_乙</t></is></c>', { value: "甲\r乙" }],
    ["a blank with a look", '<c r="A1" s="1"/>', { value: null, style: 1 }],
    ["attributes in single quotes and another order", "<c t='n' s='1' r='A1'><v>3</v></c>", { value: 3, style: 1 }],
  ])("%s", async (_, cell, expected) => {
    expect(await value(cell)).toEqual(expected);
  });

  test("a blank cell without a look is absent", async () => {
    expect(await value('<c r="A1"/>')).toBeUndefined();
  });

  test("a formula shared by a column is written out for every cell", async () => {
    const sheet = await sheetOf(handWritten('<row r="2"><c r="D2"><f t="shared" ref="D2:D4" si="0">B2/$C$1</f><v>1</v></c></row><row r="3"><c r="D3"><f t="shared" si="0"/><v>2</v></c></row><row r="4"><c r="D4"><f t="shared" si="0"/><v>3</v></c></row>'));
    expect([1, 2, 3].map((row) => sheet.cells[row]?.[3]?.formula)).toEqual(["=B2/$C$1", "=B3/$C$1", "=B4/$C$1"]);
  });

  test("a spilling formula says how far, and the cells it fills are marked", async () => {
    const metadata = '<metadata xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><metadataTypes count="1"><metadataType name="XLDAPR"/></metadataTypes><cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>';
    const relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId9" Type="x/sheetMetadata" Target="metadata.xml"/></Relationships>';
    const rows = '<row r="1"><c r="A1" cm="1"><f t="array" ref="A1:A2">_xlfn.UNIQUE(B1:B9)</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row><row r="3"><c r="A3"><f t="array" ref="A3">SUM(B1:B9*C1:C9)</f><v>2</v></c></row>';
    const sheet = await sheetOf(handWritten(rows, { "xl/metadata.xml": metadata, "xl/_rels/workbook.xml.rels": relations }));
    expect(sheet.cells[0]?.[0]).toEqual({ value: 1, formula: "=UNIQUE(B1:B9)", array: { rows: 2, columns: 1, dynamic: true } });
    expect(sheet.cells[1]?.[0]).toEqual({ value: 2, spilled: true });
    expect(sheet.cells[2]?.[0]?.array).toEqual({ rows: 1, columns: 1, dynamic: false });
  });

  test("rows and cells without addresses stand where they come", async () => {
    const sheet = await sheetOf(handWritten('<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>'));
    expect(sheet.cells).toEqual({ 0: { 0: { value: 1 }, 1: { value: 2 } }, 4: { 2: { value: 3 }, 3: { value: 4 } }, 5: { 0: { value: 5 } } });
  });
});

describe("how files differ that mean the same", () => {
  const X = 'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

  test("a file whose elements carry a prefix is read and saved like any other", async () => {
    const bytes = handWritten(`<?xml version="1.0"?><x:worksheet ${X}><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c><x:c r="B1"><x:f>A1*2</x:f><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>`);
    expect((await sheetOf(bytes)).cells[0]).toEqual({ 0: { value: 1 }, 1: { value: 2, formula: "=A1*2" } });
    const opened = await openFile(bytes, "x.xlsx");
    const sheet = opened.model.sheets[0];
    const saved = await saveFile(opened, { ...opened.model, sheets: [{ ...sheet!, cells: { 0: { ...sheet?.cells[0], 0: { value: 5 } }, 3: { 0: { value: "新" } } } }] });
    expect((await sheetOf(saved)).cells).toEqual({ 0: { 0: { value: 5 }, 1: { value: 2, formula: "=A1*2" } }, 3: { 0: { value: "新" } } });
  });

  test("a byte order mark, UTF-16 and other upper and lower case of part names do no harm", async () => {
    const bytes = handWritten('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', { "xl/sharedStrings.xml": "\uFEFF<?xml version=\"1.0\"?><sst><si><t>一</t></si></sst>" });
    expect((await sheetOf(bytes)).cells[0]?.[0]?.value).toBe("一");
  });
});

describe("a sheet besides its cells", () => {
  test("widths, heights, hidden rows and columns, merges, panes and visibility", async () => {
    const model = newBook(
      newSheet("一", { cells: { 0: { 0: { value: 1 } } }, columnWidths: { 0: 20, 3: 5.5 }, hiddenColumns: [2], rowHeights: { 0: 30 }, hiddenRows: [4, 5], merges: [{ row: 1, column: 0, rows: 2, columns: 3 }], frozenRows: 2, frozenColumns: 1, tabColour: "#FF0000", showGridLines: false }),
      newSheet("二", { visibility: "veryHidden" }),
    );
    const [first, second] = (await openFile(await saveFile(null, model), "新.xlsx")).model.sheets;
    expect(first).toMatchObject({ columnWidths: { 0: 20, 3: 5.5 }, hiddenColumns: [2], rowHeights: { 0: 30 }, hiddenRows: [4, 5], merges: [{ row: 1, column: 0, rows: 2, columns: 3 }], frozenRows: 2, frozenColumns: 1, tabColour: "#FF0000", showGridLines: false });
    expect(second).toMatchObject({ name: "二", visibility: "veryHidden" });
  });

  test("tables, the user's conditional formats and names are told", async () => {
    const { model } = await openFile(richFile(), "学校.xlsx");
    expect(model.sheets[0]?.tables).toEqual([{ name: "学校", area: { row: 0, column: 0, rows: 4, columns: 4 } }]);
    expect(model.sheets[0]?.conditionalFormats.map((rule) => [rule.kind, rule.operator, rule.formulas])).toEqual([["cellIs", "greaterThan", ["=1000"]], ["dataBar", null, []]]);
    expect(model.sheets[0]?.conditionalFormats[0]?.format).toMatchObject({ fill: "#FEC7CE", colour: "#9A0511" });
    expect(model.names).toContainEqual({ name: "在校生", formula: "学校表!$B$2:$B$4", sheet: null });
  });

  test("for reading, a sheet is its used part: formatted blanks and very hidden sheets are not in it", async () => {
    const bytes = handWritten('<row r="3"><c r="B3"><v>1</v></c><c r="D3" t="e"><v>#REF!</v></c><c r="Z3" s="1"/></row><row r="900"><c r="B900" s="1"/></row>');
    const [block] = sheetBlocks((await openFile(bytes, "x.xlsx")).model);
    expect(block).toMatchObject({ sheet: "表", row: 2, column: 1, rows: 1, columns: 3, values: [[1, null, "#REF!"]], formulas: [[null, null, null]] });
    expect(sheetBlocks(newBook(newSheet("空"), newSheet("藏", { visibility: "veryHidden" })))).toMatchObject([{ sheet: "空", rows: 0, columns: 0, values: [] }]);
  });
});

describe("an .xls from before 2007", () => {
  test("is read with its values and merges, and saved as a new .xlsx", async () => {
    const book = utils.book_new();
    const sheet = utils.aoa_to_sheet([["学校名称", "在校生数"], ["一中", 1200], ["二中", 2400.5], [true, null]]);
    sheet["!merges"] = [{ s: { r: 4, c: 0 }, e: { r: 4, c: 1 } }];
    utils.book_append_sheet(book, sheet, "表");
    const opened = await openFile(new Uint8Array(write(book, { type: "array", bookType: "biff8" }) as ArrayBuffer), "老表.xls");
    expect(opened).toMatchObject({ kind: "xls", original: null });
    expect(opened.model.sheets[0]?.cells[2]?.[1]).toEqual({ value: 2400.5 });
    const again = await sheetOf(await saveFile(opened, opened.model));
    expect(again.cells[1]?.[0]?.value).toBe("一中");
    expect(again.cells[2]?.[1]).toEqual({ value: 2400.5 });
    expect(again.merges).toEqual([{ row: 4, column: 0, rows: 1, columns: 2 }]);
  });
});

describe("a file with a password", () => {
  test("is opened with it, and only with it", async () => {
    const locked = richFile("县督导室2026");
    await expect(openFile(locked, "密.xlsx")).rejects.toMatchObject({ kind: "password" });
    await expect(openFile(locked, "密.xlsx", "错")).rejects.toMatchObject({ kind: "wrongPassword" });
    expect((await openFile(locked, "密.xlsx", "县督导室2026")).model.sheets[0]?.cells[1]?.[1]?.value).toBe(1200);
  });
});
