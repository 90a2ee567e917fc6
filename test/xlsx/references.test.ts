import { shownFormula, storedFormula } from "../../src/xlsx/formula-names";
import { mapReferences, relocate, splitFormula } from "../../src/xlsx/references";

describe("formulas as the file keeps them and as people type them", () => {
  test.each([
    ["_xldudf_YJJH_CV(B2:B9,C2:C9)", "YJJH.CV(B2:B9,C2:C9)"],
    ["_xlfn._xlws.FILTER(A1:A9,B1:B9>0)", "FILTER(A1:A9,B1:B9>0)"],
    ["_xlfn.XLOOKUP(A1,B:B,C:C)", "XLOOKUP(A1,B:B,C:C)"],
    ["_xlfn.LET(_xlpm.x,A1,_xlpm.x*2)", "LET(x,A1,x*2)"],
    ["_xlfn.LAMBDA(_xlpm.学生,_xlpm.学生/2)(B1)", "LAMBDA(学生,学生/2)(B1)"],
    ["SUM(_xlfn.ANCHORARRAY(A1))", "SUM(A1#)"],
    ['IF(A1="_xlfn.XOR(","YJJH.CV(",1)', 'IF(A1="_xlfn.XOR(","YJJH.CV(",1)'],
    ["_xlfn.STDEV.P(A1:A3)", "STDEV.P(A1:A3)"],
    ["SUM(A1:A3)", "SUM(A1:A3)"],
  ])("%s is shown as %s and stored again as it was", (stored, shown) => {
    expect(shownFormula(stored)).toBe(shown);
    expect(storedFormula(shown)).toBe(stored);
  });

  test("a function typed in small letters is stored in its own", () => {
    expect(storedFormula("yjjh.compliant(A1:C9)")).toBe("_xldudf_YJJH_COMPLIANT(A1:C9)");
  });
});

describe("the references inside a formula", () => {
  const found = (formula: string) => splitFormula(formula).filter((part) => typeof part !== "string").length;

  test.each([
    ["A1+$B$2", 2],
    ["SUM(A:A)+SUM($3:$5)", 2],
    ["'表 1'!A1:B9*Sheet2!C3", 2],
    ['"A1"&A1', 1],
    ["LOG10(A1)", 1],
    ["A1B2+x_A1+R1C1", 0],
    ["表1[在校生]+表1[[#This Row],[A1]]", 0],
    ["ABC12345678", 0],
  ])("%s holds %d", (formula, count) => {
    expect(found(formula)).toBe(count);
    expect(mapReferences(formula, (one) => one.prefix + "X")).not.toBe(count === 0 ? null : formula);
  });

  test.each([
    ["B2/C2", 3, 0, "B5/C5"],
    ["B$2/$C2", 3, 1, "C$2/$C5"],
    ["SUM(A:A,1:1)", 2, 1, "SUM(B:B,3:3)"],
    ["'我的表'!B2:C3&\"B2\"", 1, 1, "'我的表'!C3:D4&\"B2\""],
  ])("%s copied %d down and %d across is %4$s", (formula, rows, columns, expected) => {
    expect(relocate(splitFormula(formula), rows, columns)).toBe(expected);
  });
});
