/**
 * Writes a workbook with everything the page does not show: chart, picture, pivot, sparkline, validation, comment, table,
 * user's conditional formats. A process of its own: the library's runtime never lets a process end by itself.
 * Arguments: the file to write, and a password if it is to have one.
 */
import { writeFileSync } from "node:fs";
import { init } from "excelize-wasm";

// One red pixel.
const PNG = Uint8Array.from(atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="), (sign) => sign.charCodeAt(0));

function check(result: { readonly error: string | null }): void {
  if (result.error) throw new Error(result.error);
}

async function richFile(options: { readonly Password?: string }): Promise<Uint8Array> {
  const library = await init("./node_modules/excelize-wasm/excelize.wasm.gz");
  const file = library.NewFile();
  check(file.SetSheetName("Sheet1", "学校表"));
  const rows: (string | number)[][] = [["学校名称", "在校生数", "专任教师数", "生师比"], ["实验小学", 1200, 60, 0], ["第二小学", 800, 38, 0], ["中心小学", 300, 20, 0]];
  rows.forEach((row, i) => { check(file.SetSheetRow("学校表", `A${String(i + 1)}`, row)); });
  for (let row = 2; row <= 4; row++) check(file.SetCellFormula("学校表", `D${String(row)}`, `B${String(row)}/C${String(row)}`));
  check(file.AddTable("学校表", { Range: "A1:D4", Name: "学校" }));
  check(file.AddChart("学校表", "F1", { Type: library.Col, Series: [{ Name: "学校表!$B$1", Categories: "学校表!$A$2:$A$4", Values: "学校表!$B$2:$B$4" }] }));
  check(file.AddPictureFromBytes("学校表", "F20", { Extension: ".png", File: PNG, Format: {}, InsertType: library.PictureInsertTypePlaceOverCells }));
  check(file.AddSparkline("学校表", { Location: ["E2"], Range: ["学校表!B2:C2"], Type: "line" }));
  check(file.AddComment("学校表", { Cell: "B2", Author: "统计员", Paragraph: [{ Text: "已核对" }] }));
  check(file.AddDataValidation("学校表", { Type: "whole", Operator: "greaterThan", Formula1: "0", Sqref: "B2:B4", AllowBlank: true }));
  const red = file.NewConditionalStyle({ Font: { Color: "9A0511" }, Fill: { Type: "pattern", Color: ["FEC7CE"], Pattern: 1 } });
  check(file.SetConditionalFormat("学校表", "B2:B4", [{ Type: "cell", Criteria: ">", Format: red.style, Value: "1000" }]));
  check(file.SetConditionalFormat("学校表", "C2:C4", [{ Type: "data_bar", Criteria: "=", MinType: "min", MaxType: "max", BarColor: "#638EC6" }]));
  check(file.SetDefinedName({ Name: "在校生", RefersTo: "学校表!$B$2:$B$4" }));
  check(file.NewSheet("透视"));
  check(file.AddPivotTable({ DataRange: "学校表!A1:D4", PivotTableRange: "透视!A3:C10", Rows: [{ Data: "学校名称" }], Data: [{ Data: "在校生数", Subtotal: "Sum" }] }));
  check(file.MergeCell("透视", "E1", "G1"));
  const written = file.WriteToBuffer(options);
  check(written);
  return new Uint8Array(written.buffer as unknown as ArrayBuffer);
}

const [path = "", password] = process.argv.slice(2);
writeFileSync(path, await richFile(password === undefined ? {} : { Password: password }));
process.exit(0);
