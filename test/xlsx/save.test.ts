import { read } from "@e965/xlsx";
import { HIGHLIGHT_MARKER } from "../../src/workbook/sheet-plan";
import { DEFAULT_STYLE, openFile, saveFile, type CellModel, type ConditionalFormat } from "../../src/xlsx";
import { storedFormula } from "../../src/xlsx/formula-names";
import { handWritten, PLAIN_PAGE, newBook, newSheet, parts, resaved, sheetOf, withSheet } from "./package-of";
import { richFile } from "./rich-file";

const original = richFile();

const ours = (column: string, fill = "#FBDFDD"): ConditionalFormat => ({
  areas: [{ row: 1, column: 1, rows: 3, columns: 1 }], priority: 1, stopIfTrue: false, kind: "expression", formulas: [`=AND(${HIGHLIGHT_MARKER},${column}2<900)`], operator: null, text: null,
  format: { fill, colour: "#8E1B14", bold: null, italic: null, numberFormat: '"不达标 "General' },
});

describe("a file with charts, pictures, pivots and the like", () => {
  const edited = async () => {
    const saved = await resaved(original, (model) => withSheet(model, 0, {
      cells: { ...model.sheets[0]?.cells, 1: { ...model.sheets[0]?.cells[1], 1: { value: 1300 } }, 5: { 0: { value: "=危险" }, 1: { value: 0.25, formula: "=YJJH.CV(B2:B4)" } } },
      conditionalFormats: [...(model.sheets[0]?.conditionalFormats ?? []), ours("B")],
    }));
    return { before: parts(original), after: parts(saved), saved };
  };

  test("keeps every part the page does not show, byte for byte", async () => {
    const { before, after } = await edited();
    const touched = ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"];
    for (const name of Object.keys(before).filter((part) => !touched.includes(part))) expect([name, after[name]]).toEqual([name, before[name]]);
    expect(Object.keys(before).filter((name) => /chart|media|pivot|comment|drawing|table/.test(name)).length).toBeGreaterThan(9);
  });

  test("keeps validation, sparklines and the user's own conditional formats in the edited sheet", async () => {
    const { before, after } = await edited();
    const sheet = "xl/worksheets/sheet1.xml";
    for (const pattern of [/<dataValidations.*<\/dataValidations>/, /<extLst>.*<\/extLst>/, /<conditionalFormatting sqref="B2:B4">.*?<\/conditionalFormatting>/, /<tableParts.*<\/tableParts>/, /<drawing [^>]*>/]) {
      expect(pattern.exec(before[sheet] ?? "")?.[0]).toBeDefined();
      expect(pattern.exec(after[sheet] ?? "")?.[0]).toBe(pattern.exec(before[sheet] ?? "")?.[0]);
    }
  });

  test("has the edited values, the formulas in stored form and text that begins with = as text, for other readers too", async () => {
    const { saved } = await edited();
    const sheet = read(saved, { cellFormula: true }).Sheets["学校表"];
    expect(sheet?.B2).toMatchObject({ t: "n", v: 1300 });
    expect(sheet?.A6).toMatchObject({ t: "s", v: "=危险" });
    expect(sheet?.B6).toMatchObject({ f: "_xldudf_YJJH_CV(B2:B4)", v: 0.25 });
    expect(sheet?.D3).toMatchObject({ f: "B3/C3" });
  });

  test("without a change, only the order to recalculate is added", async () => {
    
    const [before, after] = [parts(original), parts(await resaved(original, (model) => model))];
    expect(Object.keys(before).filter((name) => before[name] !== after[name])).toEqual(["xl/workbook.xml"]);
    expect(after["xl/workbook.xml"]).toBe(before["xl/workbook.xml"]?.replace(/<calcPr calcId="122211">/, '<calcPr calcId="122211" fullCalcOnLoad="1">'));
  });

  test("its macros stay", async () => {
    const types = '<Types><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>';
    const bytes = handWritten('<row r="1"><c r="A1"><v>1</v></c></row>', { "[Content_Types].xml": types, "xl/vbaProject.bin": "macros" });
    expect((await openFile(bytes, "宏.xlsm")).kind).toBe("xlsm");
    const saved = await resaved(bytes, (model) => withSheet(model, 0, { cells: { 0: { 0: { value: 2 } } } }));
    expect(parts(saved)).toMatchObject({ "[Content_Types].xml": types, "xl/vbaProject.bin": "macros" });
  });

  test.each(["SUM(学校[在校生数])", "YJJH.CV(学校[[在校生数]:[专任教师数]])", "YJJH.COMPLIANT(学校[#All])", "学校[[#This Row],[A1]]/LET(x,学校[[#Totals],[x]],x)"])("%s, which names a table, is saved as it was beside a changed figure", async (formula) => {
    const file = handWritten(`<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>${storedFormula(formula)}</f><v>7</v></c></row>`);
    expect((await sheetOf(file)).cells[0]?.[1]).toEqual({ value: 7, formula: `=${formula}` });
    const saved = await resaved(file, (model) => withSheet(model, 0, { cells: { 0: { ...model.sheets[0]?.cells[0], 0: { value: 2 } } } }));
    expect(parts(saved)["xl/worksheets/sheet1.xml"]).toContain(`<c r="B1"><f>${storedFormula(formula)}</f><v>7</v></c>`);
  });

  test("a changed heading of a table is changed in the table too", async () => {
    const saved = await resaved(original, (model) => withSheet(model, 0, { cells: { ...model.sheets[0]?.cells, 0: { ...model.sheets[0]?.cells[0], 1: { value: "在校\n学生" }, 2: { value: null } } } }));
    expect(parts(saved)["xl/tables/table1.xml"]).toMatch(/name="学校名称".*name="在校_x000a_学生".*name="列3".*name="生师比"/);
  });
});

describe("highlighting", () => {
  test("is replaced and removed without touching the user's rules", async () => {
    const users = (model: { sheets: readonly { conditionalFormats: readonly ConditionalFormat[] }[] }) => model.sheets[0]?.conditionalFormats.filter((rule) => !rule.formulas.some((formula) => formula.includes(HIGHLIGHT_MARKER))) ?? [];
    
    const first = await resaved(original, (model) => withSheet(model, 0, { conditionalFormats: [...users(model), ours("B"), ours("C", "#DFF2E1")] }));
    const shown = (await openFile(first, "x.xlsx")).model;
    expect(shown.sheets[0]?.conditionalFormats).toHaveLength(4);
    expect(shown.sheets[0]?.conditionalFormats[2]).toEqual({ ...ours("B"), priority: 3 });
    const second = await resaved(first, (model) => withSheet(model, 0, { conditionalFormats: [...users(model), ours("D")] }));
    expect((await sheetOf(second)).conditionalFormats.map((rule) => rule.formulas[0])).toEqual(["=1000", undefined, `=AND(${HIGHLIGHT_MARKER},D2<900)`]);
    const gone = await resaved(second, (model) => withSheet(model, 0, { conditionalFormats: users(model) }));
    expect(parts(gone)["xl/worksheets/sheet1.xml"]).toBe(parts(original)["xl/worksheets/sheet1.xml"]);
  });
});

describe("cells", () => {
  const rows = '<row r="1" spans="1:2" ht="20" customHeight="1"><c r="A1" s="1"><v>1</v></c><c r="B1" t="s"><v>1</v></c></row><row r="3"><c r="B3"><f t="shared" ref="B3:B5" si="0">A3*2</f><v>2</v></c></row><row r="4"><c r="B4"><f t="shared" si="0"/><v>4</v></c></row><row r="5"><c r="B5"><f t="shared" si="0"/><v>6</v></c></row>';
  const edit = (change: Record<number, Record<number, CellModel>>) => resaved(handWritten(rows), (model) => {
    const cells = { ...model.sheets[0]?.cells };
    for (const [row, line] of Object.entries(change)) cells[Number(row)] = { ...cells[Number(row)], ...line };
    return withSheet(model, 0, { cells });
  });

  test.each<[string, CellModel]>([
    ["a number", { value: 0.1 }],
    ["text with signs XML minds", { value: ' <一> & "二" ' }],
    ["text that looks like an escape", { value: "_x0041_" }],
    ["a control sign", { value: "甲\u0007乙" }],
    ["true", { value: true }],
    ["an error", { value: "#DIV/0!" }],
    ["a formula with a text result", { value: "达标", formula: '=IF(A1>0,"达标","")' }],
    ["a formula with an error", { value: "#N/A", formula: "=NA()" }],
    ["a formula of today", { value: 3, formula: "=XLOOKUP(A1,C:C,FILTER(D:D,D:D<>\"\"))" }],
    ["a spilling formula", { value: 1, formula: "=UNIQUE(A1:A9)", array: { rows: 3, columns: 1, dynamic: true } }],
    ["an array formula", { value: 1, formula: "=SUM(A1:A9*B1:B9)", array: { rows: 1, columns: 1, dynamic: false } }],
  ])("%s comes back as it was written", async (_, cell) => {
    const sheet = await sheetOf(await edit({ 0: { 2: cell }, 6: { 1: cell } }));
    expect(sheet.cells[0]?.[2]).toEqual(cell);
    expect(sheet.cells[6]?.[1]).toEqual(cell);
    expect(sheet.cells[0]?.[1]).toEqual({ value: "在校生数", rich: true });
    expect(sheet.rowHeights).toEqual({ 0: 20 });
  });

  test("when the first cell of a shared formula changes, the others keep theirs", async () => {
    const sheet = await sheetOf(await edit({ 2: { 1: { value: 9 } } }));
    expect([2, 3, 4].map((row) => sheet.cells[row]?.[1])).toEqual([{ value: 9 }, { value: 4, formula: "=A4*2" }, { value: 6, formula: "=A5*2" }]);
  });

  test("a new result leaves the formula as the file has it", async () => {
    const saved = await edit({ 3: { 1: { value: 5, formula: "=A4*2" } } });
    expect(parts(saved)["xl/worksheets/sheet1.xml"]).toContain('<c r="B4"><f t="shared" si="0"/><v>5</v></c>');
  });

  test("a result that differs in the last digits only is no change", async () => {
    const saved = await edit({ 3: { 1: { value: 4.00000000000001, formula: "=A4*2" } } });
    expect(parts(saved)["xl/worksheets/sheet1.xml"]).toBe(parts(handWritten(rows))["xl/worksheets/sheet1.xml"]);
  });

  test("an emptied cell keeps its look, a cleared one goes", async () => {
    const sheet = await sheetOf(await edit({ 0: { 0: { value: null, style: 1 }, 1: { value: null } } }));
    expect(sheet.cells[0]).toEqual({ 0: { value: null, style: 1 } });
  });
});

describe("looks", () => {
  test("a new look is the old one with what differs; a known look is used again", async () => {
    const bytes = handWritten('<row r="1"><c r="A1" s="1"><v>0.5</v></c><c r="B1"><v>0.5</v></c></row>');
    const saved = await resaved(bytes, (model) => ({
      ...withSheet(model, 0, { cells: { 0: { 0: { value: 0.5, style: 2 }, 1: { value: 0.5, style: 1 } } } }),
      styles: [...model.styles, { ...model.styles[1] ?? DEFAULT_STYLE, bold: true, fill: "#FFF1CC", wrap: true, borders: { left: { style: "thin", colour: "#000000" }, right: null, top: null, bottom: null } }],
    }));
    const { model } = await openFile(saved, "x.xlsx");
    const [first, second] = [0, 1].map((column) => model.styles[model.sheets[0]?.cells[0]?.[column]?.style ?? 0]);
    expect(first).toMatchObject({ numberFormat: "0.00%", fontName: "宋体", bold: true, fill: "#FFF1CC", wrap: true, borders: { left: { style: "thin", colour: "#000000" } } });
    expect(second).toMatchObject({ numberFormat: "0.00%", bold: false, fill: null });
    expect(model.styles).toHaveLength(3);
  });

  test("a file without a styles part gets one", async () => {
    const relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>';
    const bytes = handWritten('<row r="1"><c r="A1"><v>1</v></c></row>', { "xl/_rels/workbook.xml.rels": relations });
    const saved = await resaved(bytes, (model) => ({ ...withSheet(model, 0, { cells: { 0: { 0: { value: 1, style: 1 } } } }), styles: [...model.styles, { ...DEFAULT_STYLE, numberFormat: "0.000" }] }));
    const { model } = await openFile(saved, "x.xlsx");
    expect(model.styles[model.sheets[0]?.cells[0]?.[0]?.style ?? 0]?.numberFormat).toBe("0.000");
  });
});

describe("sheets", () => {
  test("are added, renamed, hidden, reordered and removed, and what names them follows", async () => {
    const saved = await resaved(original, (model) => {
      const [schools, pivot] = model.sheets;
      return { ...model, sheets: [newSheet("义教均衡-结果", { cells: { 0: { 0: { value: "标题" } } }, page: { ...PLAIN_PAGE, printTitleRows: [0, 1], printTitleColumns: 2, landscape: true } }), { ...schools!, name: "学校 表'26" }, { ...pivot!, visibility: "hidden" }] };
    });
    const { model } = await openFile(saved, "x.xlsx");
    expect(model.sheets.map(({ id, name, visibility }) => [id, name, visibility])).toEqual([["3", "义教均衡-结果", "visible"], ["1", "学校 表'26", "visible"], ["2", "透视", "hidden"]]);
    expect(model.names).toContainEqual({ name: "在校生", formula: "'学校 表''26'!$B$2:$B$4", sheet: null });
    expect(model.names).toContainEqual({ name: "_xlnm.Print_Titles", formula: "'义教均衡-结果'!$A:$B,'义教均衡-结果'!$1:$2", sheet: "义教均衡-结果" });
    expect(parts(saved)["xl/charts/chart1.xml"]).toContain("'学校 表''26'!$B$2:$B$4");
    expect(parts(saved)["xl/worksheets/sheet1.xml"]).toContain("<xm:f>'学校 表''26'!B2:C2</xm:f>");
    expect(parts(saved)["xl/pivotCache/pivotCacheDefinition1.xml"]).toContain(`sheet="学校 表'26"`);
    const without = await resaved(saved, (again) => ({ ...again, sheets: again.sheets.filter((sheet) => sheet.id !== "2") }));
    expect(Object.keys(parts(without))).not.toContain("xl/worksheets/sheet2.xml");
    expect(read(without).SheetNames).toEqual(["义教均衡-结果", "学校 表'26"]);
  });

  test("a new workbook holds what the model holds", async () => {
    const bytes = await saveFile(null, newBook(newSheet("一", { cells: { 0: { 0: { value: "甲" }, 2: { value: 3 } }, 9: { 0: { value: 6, formula: "=C1*2" } } } })));
    const sheet = read(bytes).Sheets["一"];
    expect(sheet).toMatchObject({ A1: { v: "甲" }, C1: { v: 3 }, A10: { f: "C1*2", v: 6 } });
  });
});
