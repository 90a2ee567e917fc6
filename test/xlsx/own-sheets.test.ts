import { read } from "@e965/xlsx";
import { openFile, saveFile, type ConditionalFormat, type SheetModel } from "../../src/xlsx";
import type { ValidationPlan } from "../../src/workbook/sheet-plan";
import { handWritten, newBook, newSheet, parts, PLAIN_PAGE, resaved, withSheet } from "./package-of";

const area = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns });
const SHEET = "xl/worksheets/sheet1.xml";

const RULES: readonly ValidationPlan[] = [
  { area: area(1, 0, 20), rule: { kind: "list", values: ["小学", "初中 \"部\"", "<其他>"] }, note: { title: "学校类型", text: "按类型填写。\n不清楚时留空。" }, refusal: "只能选表中的类型。" },
  { area: area(1, 1, 20), rule: { kind: "whole", min: 0, max: null }, note: { title: "在校生数", text: "单位：人。" }, refusal: null },
  { area: area(1, 2, 20), rule: { kind: "decimal", min: 0, max: 100 }, note: null, refusal: "请填 0 到 100。" },
  { area: area(1, 3, 20), rule: { kind: "any" }, note: { title: "备注", text: "可以不填。" }, refusal: null },
];
const SCALE: ConditionalFormat = {
  areas: [area(1, 1, 3, 2)], priority: 1, stopIfTrue: false, kind: "colorScale", formulas: [], operator: null, text: null,
  stops: [{ kind: "num", value: "0", colour: "#F8696B" }, { kind: "num", value: "0.5", colour: "#FFEB84" }, { kind: "num", value: "1", colour: "#63BE7B" }],
  format: { fill: null, colour: null, bold: null, italic: null, numberFormat: null },
};
const ours: Partial<SheetModel> = {
  cells: { 0: { 0: { value: "学校类型" } } }, validations: RULES, conditionalFormats: [SCALE],
  rowHeights: { 0: 42 }, textHeights: { 0: 60, 3: 31.5 }, hiddenColumns: [4], columnWidths: { 0: 14, 4: 8 }, merges: [area(0, 5, 1, 2)], tabColour: "#107C41", frozenRows: 1, showGridLines: false,
  page: { ...PLAIN_PAGE, landscape: true, printTitleRows: [0, 1], breaks: [10, 20], paper: "A3" },
};
const ORDER = ["sheetPr", "sheetViews", "cols", "sheetData", "mergeCells", "conditionalFormatting", "dataValidations", "pageSetup", "rowBreaks"];
const order = (xml: string) => [...xml.matchAll(/<(\w+)[ >]/g)].map(([, name]) => name).filter((name) => ORDER.includes(name ?? ""));
const saved = () => saveFile(null, newBook(newSheet("学校数据表", ours)));
const xmlOf = async (bytes: Promise<Uint8Array>) => parts(await bytes)[SHEET] ?? "";

describe("a sheet that the page wrote is saved", () => {
  test("with its elements in the order that Excel asks for", async () => {
    expect(order(await xmlOf(saved()))).toEqual(ORDER);
  });

  test("in that order too in a file that has none of them yet", async () => {
    const file = handWritten('<row r="1"><c r="A1"><v>1</v></c></row>');
    expect(order(parts(await resaved(file, (model) => withSheet(model, 0, ours)))[SHEET] ?? "")).toEqual(ORDER);
  });

  test("with what may be typed, the note, and what is said of anything else", async () => {
    const xml = await xmlOf(saved());
    expect(xml).toContain('<dataValidations count="4">');
    expect(xml).toContain('<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" error="只能选表中的类型。" promptTitle="学校类型" prompt="按类型填写。&#10;不清楚时留空。" sqref="A2:A21"><formula1>&quot;小学,初中 &quot;&quot;部&quot;&quot;,&lt;其他&gt;&quot;</formula1></dataValidation>');
    expect(xml).toContain('<dataValidation type="whole" errorStyle="warning" operator="greaterThanOrEqual" allowBlank="1" showInputMessage="1" showErrorMessage="1" error="单位：人。" promptTitle="在校生数" prompt="单位：人。" sqref="B2:B21"><formula1>0</formula1></dataValidation>');
    expect(xml).toContain('<formula1>0</formula1><formula2>100</formula2>');
    expect(xml).toContain('<dataValidation allowBlank="1" showInputMessage="1" promptTitle="备注" prompt="可以不填。" sqref="D2:D21"></dataValidation>');
  });

  test("with heights that were asked for, and those of long texts for other programs to change", async () => {
    const xml = await xmlOf(saved());
    expect(xml).toMatch(/<row(?=[^>]* r="1")(?=[^>]* ht="42")(?=[^>]* customHeight="1")/);
    expect(/<row[^>]* r="4"[^>]*>/.exec(xml)?.[0]).toBe('<row ht="31.5" r="4">');
  });

  test("with colours by number, which come back as they were", async () => {
    const sheet = (await openFile(await saved(), "x.xlsx")).model.sheets[0];
    expect(sheet?.conditionalFormats).toEqual([SCALE]);
    expect(sheet?.rowHeights).toEqual({ 0: 42, 3: 31.5 });
    expect(sheet?.hiddenColumns).toEqual([4]);
  });

  test("with rules for typing that come back as they were", async () => {
    expect((await openFile(await saved(), "x.xlsx")).model.sheets[0]?.validations).toEqual(RULES);
  });

  test.each([
    ["a list in other cells", '<dataValidation type="list" sqref="A1"><formula1>$D$1:$D$9</formula1></dataValidation>', []],
    ["a date", '<dataValidation type="date" sqref="A1"><formula1>45000</formula1></dataValidation>', []],
    ["an upper limit", '<dataValidation type="whole" operator="lessThan" sqref="A1"><formula1>9</formula1></dataValidation>', []],
    ["a limit in a cell", '<dataValidation type="decimal" sqref="A1"><formula1>0</formula1><formula2>B1</formula2></dataValidation>', []],
    ["numbers in two places", '<dataValidation type="whole" showErrorMessage="1" error="不对" sqref="A1 C3:D4"><formula1>1</formula1><formula2>9</formula2></dataValidation>', [area(0, 0), area(2, 2, 2, 2)]],
  ])("and of a rule with %s only what a plan can say is shown; the file keeps it", async (_, xml, areas) => {
    const sheet = `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/><dataValidations count="1">${xml}</dataValidations></worksheet>`;
    const file = handWritten(sheet);
    expect((await openFile(file, "x.xlsx")).model.sheets[0]?.validations?.map((one) => one.area)).toEqual(areas);
    expect(parts(await resaved(file, (model) => withSheet(model, 0, { cells: { 0: { 0: { value: 2 } } } })))[SHEET]).toContain(xml);
  });

  test.each<[string, Partial<SheetModel["page"]>, RegExp, boolean]>([
    ["one page wide", {}, /<pageSetup paperSize="9" orientation="portrait" fitToHeight="0"\/>/, true],
    ["to scale, so that its page breaks count", { scale: 71, breaks: [25] }, /<pageSetup paperSize="9" orientation="portrait" scale="71"\/><headerFooter>.*<\/headerFooter><rowBreaks count="1" manualBreakCount="1"><brk id="25" max="16383" man="1"\/><\/rowBreaks>/, false],
    ["over pages side by side", { scale: 60, columnBreaks: [4, 8], landscape: true }, /<pageSetup paperSize="9" orientation="landscape" scale="60"\/><headerFooter>.*<\/headerFooter><colBreaks count="2" manualBreakCount="2"><brk id="4" max="1048575" man="1"\/><brk id="8" max="1048575" man="1"\/><\/colBreaks>/, false],
    ["with the number of each page", {}, /<headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页<\/oddFooter><\/headerFooter>/, true],
    ["on one page", { onePage: true }, /<pageSetup paperSize="9" orientation="portrait" fitToHeight="1"\/>/, true],
    ["on A3", { paper: "A3" }, /<pageSetup paperSize="8"/, true],
  ])("to print %s", async (_, page, setup, isFitted) => {
    const xml = await xmlOf(saveFile(null, newBook(newSheet("表", { page: { ...PLAIN_PAGE, ...page } }))));
    expect(xml).toMatch(setup);
    expect(xml.includes('<pageSetUpPr fitToPage="1"/>')).toBe(isFitted);
  });

  test("so that another reader finds cells, hidden columns and heights", async () => {
    const sheet = read(await saved(), { cellStyles: true }).Sheets["学校数据表"];
    expect(sheet?.A1).toMatchObject({ v: "学校类型" });
    expect(sheet?.["!cols"]?.[4]).toMatchObject({ hidden: true });
    expect(sheet?.["!rows"]?.[0]).toMatchObject({ hpt: 42 });
  });
});

describe("a sheet of the opened file", () => {
  const LAYOUT = '<sheetPr codeName="a"><tabColor rgb="FF107C41"/><outlinePr summaryBelow="0"/></sheetPr>';
  const REST = '<conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>A1&gt;1</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="A1"><formula1>"甲,乙"</formula1></dataValidation></dataValidations><pageSetup paperSize="13" orientation="landscape"/>';
  const xml = `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${LAYOUT}<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>${REST}</worksheet>`;
  const workbook = `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="表" sheetId="7" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">表!$9:$9</definedName><definedName name="甲">表!$A$1</definedName></definedNames></workbook>`;
  const file = handWritten(xml, { "xl/workbook.xml": workbook });

  test("keeps its own rules, colours and printing when cells change", async () => {
    const after = parts(await resaved(file, (model) => withSheet(model, 0, { cells: { 0: { 0: { value: 2 } } } })));
    expect(after[SHEET]).toContain(REST);
    expect(after[SHEET]).toContain(LAYOUT);
    expect(after["xl/workbook.xml"]).toContain("表!$9:$9");
  });

  test("that the page wrote anew has those of the plan, and nothing of the former ones", async () => {
    const after = parts(await resaved(file, (model) => withSheet(model, 0, { ...ours, tabColour: "#107C41" })));
    const now = after[SHEET] ?? "";
    expect(now).not.toMatch(/甲,乙|paperSize="13"|A1&gt;1/);
    expect(now).toContain('<sheetPr codeName="a"><tabColor rgb="FF107C41"/><outlinePr summaryBelow="0"/><pageSetUpPr fitToPage="1"/></sheetPr>');
    expect([...now.matchAll(/<(dataValidations|pageSetup|rowBreaks|colorScale)[ >]/g)].map(([, name]) => name)).toEqual(["colorScale", "dataValidations", "pageSetup", "rowBreaks"]);
    expect(after["xl/workbook.xml"]).toMatch(/<definedName name="甲">表!\$A\$1<\/definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">表!\$1:\$2<\/definedName>/);
    expect(after["xl/workbook.xml"]).not.toContain("$9:$9");
  });
});
