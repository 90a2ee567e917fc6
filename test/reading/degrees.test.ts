import type { Cell, SheetBlock } from "../../src/grid/block";
import { judge } from "../../src/engine";
import { readArgument, readWorkbook, type ArgumentReading } from "../../src/reading";
import { DEFAULT_STANDARD } from "../../src/standards";

function sheet(values: readonly (readonly Cell[])[], name = "数据"): SheetBlock {
  return { sheet: name, row: 0, column: 0, rows: values.length, columns: values[0]?.length ?? 0, values, merges: [], hiddenRows: [], hiddenColumns: [], tables: [] };
}

const ROWS: readonly (readonly Cell[])[] = [["甲小学", "小学", 500, 30], ["乙小学", "小学", 500, 28], ["丙中学", "初中", 600, 72], ["丁中学", "初中", 600, 70]];
const mixed = (heading: string) => [["学校名称", "学段", "在校生数", heading], ...ROWS];

/** Whether 每百名学生高于规定学历教师数 has a value in each row. */
function known(blocks: readonly SheetBlock[]): boolean[] {
  const { schools } = readWorkbook(blocks, {});
  const { values } = judge(schools, DEFAULT_STANDARD, {});
  return [...(values[0] ?? [])].map((value) => !Number.isNaN(value));
}

describe("R18 the degree a heading names must fit the stage of the row", () => {
  test.each([
    ["高于规定学历教师数（大专及以上）", [true, true, false, false]], ["高于规定学历教师数（专科及以上）", [true, true, false, false]], ["专科及以上学历教师数", [true, true, false, false]],
    ["高于规定学历教师数（本科及以上）", [false, false, true, true]], ["本科及以上学历教师数", [false, false, true, true]],
    ["每百名学生拥有高于规定学历教师数（专科及以上）", [true, true, false, false]],
  ] as const)("“%s” in a mixed sheet counts for the rows %p", (heading, expected) => {
    expect(known([sheet(mixed(heading))])).toEqual(expected);
    const told = readWorkbook([sheet(mixed(heading))], {}).problems.filter(({ rule }) => rule === "degree-stage");
    expect(told.map(({ cell }) => cell)).toEqual(["数据!D1"]);
    const refused = ({ rows }: ArgumentReading) => rows.some((row) => Object.values(row?.figures ?? {}).some(({ school }) => school?.why?.includes("学历与学段不符") === true));
    expect(refused(readArgument(mixed(heading), null))).toBe(true);
    expect(refused(readArgument(ROWS.slice(2), [mixed(heading)[0] ?? []]))).toBe(!heading.includes("本科"));
  });

  test("a sheet of 初中 by its name refuses 专科及以上 with a problem", () => {
    const cells = [["学校名称", "在校生数", "专科及以上学历教师数"], ["丙中学", 600, 72]];
    expect(known([sheet(cells, "初中")])).toEqual([false]);
    expect(readWorkbook([sheet(cells, "初中")], {}).problems.map(({ rule }) => rule)).toContain("degree-stage");
  });

  test.each(["高于规定学历教师数", "高于规定学历教师数（小学专科及以上、初中本科及以上）"])("“%s” fits every row", (heading) => {
    expect(known([sheet(mixed(heading))])).toEqual([true, true, true, true]);
  });

  test("a column for each stage leaves nothing to tell", () => {
    const cells = [["学校名称", "学段", "在校生数", "专科及以上学历教师数", "本科及以上学历教师数"], ...ROWS.map((row) => [...row, row[3] ?? null])];
    expect(known([sheet(cells)])).toEqual([true, true, true, true]);
    expect(readWorkbook([sheet(cells)], {}).problems.map(({ rule }) => rule)).not.toContain("degree-stage");
  });
});
