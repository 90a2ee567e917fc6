import type { Cell } from "../../src/grid/block";
import { readWorkbook } from "../../src/reading";
import { ITEM_FACTS } from "../../src/standards";
import { REPORTS, type ReportContext } from "../../src/workbook";
import { context, fullContext } from "../workbook/context";
import { sheet } from "./sheet";

/** A table of our own 申报表 as a bureau keeps it: copied into a sheet of another name, perhaps filled in by hand. */
function copied(given: ReportContext, term: string, typed: Readonly<Record<string, Cell>> = {}): Cell[][] {
  const plan = REPORTS.find(({ id }) => id === "declaration")?.build(given).find(({ name }) => name.endsWith(`申报${term}`));
  const rows = (plan?.rows ?? []).map((row) => row.map((one): Cell => (typeof one?.value === "object" ? null : one?.value ?? null)));
  const numbers = rows.findIndex((row) => row.includes("L1"));
  for (const [place, value] of Object.entries(typed)) {
    const [column = "", below = "1"] = place.split("+");
    const row = rows[numbers + Number(below)];
    if (row) row[rows[numbers]?.indexOf(column) ?? -1] = value;
  }
  return rows;
}

const read = (rows: readonly (readonly Cell[])[], name: string) => readWorkbook([sheet(rows.map((row) => [...row]), name)], {});
const FACTS = ITEM_FACTS.filter(({ group, kind, unit }) => /^表[ⅠⅥ] /.test(group) && kind !== "text" && unit !== "%");

describe("表Ⅰ and 表Ⅵ, whose figures stand side by side", () => {
  const TABLES: readonly (readonly [term: string, name: string])[] = [["表Ⅰ", "表Ⅰ"], ["表Ⅵ", "Sheet1"]];

  test.each(TABLES)("%s filled: every figure is read back from its own cell, without a problem", (term, name) => {
    const given = fullContext();
    const { county, problems, tables } = read(copied(given, term), name);
    const facts = FACTS.filter(({ group }) => group.startsWith(`${term} `));
    expect(facts.length).toBeGreaterThan(9);
    expect(facts.map(({ id }) => [id, county?.figures[id]?.value])).toEqual(facts.map(({ id }) => [id, given.county[id]?.value]));
    expect(Object.keys(county?.figures ?? {})).toHaveLength(facts.length);
    expect([problems, tables]).toEqual([[], []]);
  });

  test("表Ⅰ made without a county form and then filled in by hand: what was typed counts, 缺 is a blank with its cell, never zero", () => {
    const rows = copied(context(), "表Ⅰ", { L1: 20.5, L24: 300 });
    const { county, problems } = read(rows, "表Ⅰ");
    expect([county?.figures["county.population"]?.value, county?.figures["county.juniorTeachers"]?.value]).toEqual([20.5, 300]);
    expect(county?.figures["county.towns"]).toEqual({ value: null, cell: "表Ⅰ!C9", why: "C9 为空，请补填“乡镇数”" });
    expect(problems.map(({ rule }) => rule)).toEqual(["county-blank"]);
  });

  test("表Ⅵ: the second row is of the parents; shares are not taken for counts", () => {
    const { county } = read(copied(context(), "表Ⅵ", { "L1+1": 500, "L4+1": 96.5, "L1+2": 300, "L6+2": 40 }), "表Ⅵ");
    const value = (id: string) => county?.figures[`county.${id}`]?.value;
    expect([value("surveyed"), value("surveyedParents"), value("visitedSatisfiedParents"), value("visited")]).toEqual([500, 300, 40, null]);
  });

  test.each<[string, Cell[][]]>([
    ["another number of columns", [["表Ⅰ"], Array.from({ length: 23 }, (_, i) => `L${String(i + 1)}`), Array.from({ length: 23 }, () => 1)]],
    ["seven columns without 计 and 其中：家长", [[null, "L1", "L2", "L3", "L4", "L5", "L6", "L7"], ["小学", 1, 2, 3, 4, 5, 6, 7], ["初中", 1, 2, 3, 4, 5, 6, 7]]],
    ["numbers that leave one out", [["表Ⅰ"], Array.from({ length: 24 }, (_, i) => `L${String(i < 5 ? i + 1 : i + 2)}`), Array.from({ length: 24 }, () => 1)]],
  ])("%s: no such form", (_case, rows) => {
    expect(read(rows, "表").county).toBeUndefined();
  });
});
