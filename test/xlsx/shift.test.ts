import { openFile, saveFile, type StructureEdit, type WorkbookModel } from "../../src/xlsx";
import { shiftArea, shiftFormula } from "../../src/xlsx/shift";
import { parts, withSheet } from "./package-of";
import { richFile } from "./rich-file";

describe("references when rows and columns come and go", () => {
  test.each([
    ["insertRows", 2, 3, "SUM(A1:A2)+A3+$A$4", "SUM(A1:A2)+A6+$A$7"],
    ["insertRows", 1, 1, "SUM(A1:A2)", "SUM(A1:A3)"],
    ["insertRows", 1, 1, "SUM(A:C)&别的!A5&\"A5\"", "SUM(A:C)&别的!A5&\"A5\""],
    ["removeRows", 1, 2, "SUM(A1:A5)+A2+A4", "SUM(A1:A3)+#REF!+A2"],
    ["removeRows", 1, 2, "SUM(A2:A3)", "SUM(#REF!)"],
    ["insertColumns", 1, 2, "B1+SUM(A:B)+表!C3", "D1+SUM(A:D)+表!E3"],
    ["removeColumns", 0, 1, "A1+B1:C2", "#REF!+A1:B2"],
  ] as const)("%s at %d (%d): %s becomes %s", (kind, at, count, before, after) => {
    expect(shiftFormula(before, { kind, at, count }, (sheet) => sheet === null || sheet === "表")).toBe(after);
  });

  test.each([
    [{ row: 4, column: 0, rows: 3, columns: 2 }, { kind: "removeRows", at: 5, count: 9 }, { row: 4, column: 0, rows: 1, columns: 2 }],
    [{ row: 4, column: 0, rows: 3, columns: 2 }, { kind: "removeRows", at: 3, count: 2 }, { row: 3, column: 0, rows: 2, columns: 2 }],
    [{ row: 4, column: 0, rows: 3, columns: 2 }, { kind: "removeRows", at: 0, count: 7 }, null],
  ] as const)("an area loses what has gone", (area, edit, expected) => {
    expect(shiftArea(area, edit)).toEqual(expected);
  });
});

describe("what the page does not show moves along", () => {
  const original = richFile();

  /** What a grid would hold after the edit: cells moved, formulas moved. */
  function moved(model: WorkbookModel, edit: StructureEdit): WorkbookModel {
    const cells: Record<number, WorkbookModel["sheets"][number]["cells"][number]> = {};
    for (const [row, line] of Object.entries(model.sheets[0]?.cells ?? {})) {
      const to = Number(row) >= edit.at ? Number(row) + edit.count : Number(row);
      cells[to] = Object.fromEntries(Object.entries(line).map(([column, cell]) => [column, cell.formula === undefined ? cell : { ...cell, formula: shiftFormula(cell.formula, edit, (sheet) => sheet === null) }]));
    }
    return withSheet(model, 0, { cells });
  }

  test("two rows put in above the data: chart, picture, name, validation, table, sparkline, pivot and comments follow", async () => {
    const opened = await openFile(original, "x.xlsx");
    const edit: StructureEdit = { sheet: "1", kind: "insertRows", at: 0, count: 2 };
    const saved = await saveFile(opened, moved(opened.model, edit), [edit]);
    const { model } = await openFile(saved, "x.xlsx");
    expect(model.sheets[0]?.cells[3]).toEqual({ 0: { value: "实验小学" }, 1: { value: 1200 }, 2: { value: 60 }, 3: { value: "0", formula: "=B4/C4" } });
    expect(model.sheets[0]?.cells[0]).toBeUndefined();
    expect(model.names[0]?.formula).toBe("学校表!$B$4:$B$6");
    expect(model.sheets[0]?.tables[0]?.area).toEqual({ row: 2, column: 0, rows: 4, columns: 4 });
    const after = parts(saved);
    expect(after["xl/charts/chart1.xml"]).toContain("学校表!$B$4:$B$6");
    expect(after["xl/worksheets/sheet1.xml"]).toMatch(/<dataValidation [^>]*sqref="B4:B6"/);
    expect(after["xl/worksheets/sheet1.xml"]).toMatch(/<conditionalFormatting sqref="B4:B6"><cfRule type="cellIs"/);
    expect(after["xl/worksheets/sheet1.xml"]).toContain("<xm:f>学校表!B4:C4</xm:f><xm:sqref>E4</xm:sqref>");
    expect(after["xl/pivotCache/pivotCacheDefinition1.xml"]).toContain('ref="A3:D6"');
    expect(after["xl/comments1.xml"]).toContain('ref="B4"');
    const rows = (text = "") => [...text.matchAll(/<xdr:from>.*?<xdr:row>(\d+)/g)].map((match) => Number(match[1]));
    expect(rows(after["xl/drawings/drawing1.xml"])).toEqual(rows(parts(original)["xl/drawings/drawing1.xml"]).map((row) => row + 2));
  });

  test("a column put into a table has its place in the table's list", async () => {
    const opened = await openFile(original, "x.xlsx");
    const edit: StructureEdit = { sheet: "1", kind: "insertColumns", at: 1, count: 1 };
    const sheet = opened.model.sheets[0];
    const cells = Object.fromEntries(Object.entries(sheet?.cells ?? {}).map(([row, line]) => [row, Object.fromEntries(Object.entries(line).map(([column, cell]) => [Number(column) >= 1 ? Number(column) + 1 : column, cell]))]));
    const saved = await saveFile(opened, withSheet(opened.model, 0, { cells: { ...cells, 0: { ...cells[0], 1: { value: "学校代码" } } } }), [edit]);
    expect(parts(saved)["xl/tables/table1.xml"]).toMatch(/ref="A1:E4".*<tableColumns count="5"><tableColumn id="1" name="学校名称"><\/tableColumn><tableColumn id="5" name="学校代码"\/><tableColumn id="2" name="在校生数">/);
  });
});
