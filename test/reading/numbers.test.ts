import { parseNumber } from "../../src/reading/numbers";

describe("a cell is read as a number the way staff wrote it (A3)", () => {
  test.each([
    [12, 12], ["12", 12], ["１２", 12], ["1,234.5", 1234.5], [" 7 ", 7], ["12人", 12], ["1,234.5㎡", 1234.5], ["1234.5平方米", 1234.5], ["95%", 95], ["-3", -3], ["0", 0], [".5", 0.5],
  ] as const)("%p is %p", (cell, value) => {
    expect(parseNumber(cell).value).toBe(value);
  });

  test.each([null, "", "  ", "—", "－", "-", "/", "无", "*", "N/A", "…"])("R7 %p is missing, never zero", (cell) => {
    expect(parseNumber(cell).value).toBeNull();
    expect(["blank", "mark"]).toContain(parseNumber(cell).kind);
  });

  test.each(["约300", "300余", "三百", "12-15", "2024-9-1", "1,23", true])("%p is text, not a number", (cell) => {
    expect(parseNumber(cell)).toMatchObject({ value: null, kind: "text" });
  });

  test.each(["#N/A", "#REF!", "#DIV/0!"])("%s is an error", (cell) => {
    expect(parseNumber(cell)).toMatchObject({ value: null, kind: "error" });
  });

  test("a unit in the cell is kept: 5.2万元", () => {
    expect(parseNumber("5.2万元")).toMatchObject({ value: 5.2, unit: { kind: "money", factor: 10000 } });
  });
});
