import { describe, expect, test } from "@jest/globals";
import { cell, columnPages, pageOf, rowLines, wrapped } from "../../src/workbook/layout";

describe("a long line is broken as it is read", () => {
  test.each([
    ["short enough: as it is", "小学在校生数", 12, ["小学在校生数"]],
    ["between Chinese signs, the next line one sign in", "小学在校生数一致", 12, ["小学在校生数", "　一致"]],
    ["never within a number", "表Ⅰ为 20025 人", 9, ["表Ⅰ为 ", "　20025 ", "　人"]],
    ["nor within a decimal or the address of a cell", "见 D24、0.497", 6, ["见 ", "　D24、", "　0.497"]],
    ["a mark that closes stays with what it closes", "甲乙丙丁戊（己）", 14, ["甲乙丙丁戊", "　（己）"]],
    ["a comma begins no line", "一二三四五六，七", 12, ["一二三四五", "　六，七"]],
    ["a word longer than the line is broken anywhere", "0DB4C-D5FBE", 6, ["0DB4C-", "　D5FB", "　E"]],
    ["nothing: one empty line", "", 12, [""]],
  ])("%s", (_, text, room, lines) => {
    expect(wrapped(text, room)).toEqual(lines);
  });

  test("and a cell is as many lines high, those of a merged one shared by its rows", () => {
    const row = [cell("每百名学生拥有体育、艺术（美术、音乐）专任教师数", "header")];
    expect([48, 46, 24, 12].map((width) => rowLines(row, [width]))).toEqual([1, 2, 2, 5]);
    expect(rowLines(row, [24], [{ row: 0, column: 0, rows: 2, columns: 1 }])).toBe(1);
  });
});

describe("a table too wide for one page", () => {
  const groups = (count: number, width: number) => ({ widths: [20, ...Array.from({ length: count }, () => width)], starts: Array.from({ length: count }, (_, i) => i + 1) });

  test.each([
    ["narrow: one page", 4, 55, {}],
    ["one group more goes to a second page", 5, 55, { columnBreaks: [5] }],
    ["the repeated columns take their room on every page", 9, 55, { columnBreaks: [5, 9] }],
    ["a group wider than a page has one of its own", 2, 300, { columnBreaks: [1, 2] }],
  ])("is cut between its groups: %s", (_, count, width, pages) => {
    const { widths, starts } = groups(count, width);
    expect(columnPages(widths, starts, 1)).toEqual(pages);
  });

  const page = (widths: readonly number[], columnBreaks?: readonly number[]) => pageOf({
    name: "表", title: "题", above: ["上"], below: ["下"], frozenColumns: 1,
    table: { widths, header: [[cell("项", "header")]], body: [], merges: [], ...(columnBreaks && { columnBreaks }) },
  });

  test("prints on A4 while it can be read there, else on A3", () => {
    expect([page([215]).paper, page([216]).paper]).toEqual(["A4", "A3"]);
  });

  test("breaks its title too, whose letters are larger, so that switches named in it are printed whole", () => {
    const [first, second] = pageOf({ name: "表", title: "一".repeat(40), above: [], below: [], frozenColumns: 0, table: { widths: [102], header: [], body: [], merges: [] } }).rows;
    expect([first, second].map((row) => row?.[0])).toEqual([cell("一".repeat(32), "title"), cell(`\u3000${"一".repeat(8)}`, "title")]);
  });

  test("begins its lines beside the columns that stand on every page, so that they are printed once and whole", () => {
    expect(page([20, 200, 200], [2]).rows[0]).toEqual([null, cell("题", "title")]);
    expect(page([20, 100]).rows[0]).toEqual([cell("题", "title")]);
  });
});
