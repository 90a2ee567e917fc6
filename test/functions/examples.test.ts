import { buildMetadata } from "../../src/functions/build-metadata.js";
import { FUNCTIONS, type Result } from "../../src/functions/table";
import { calculate, exampleSheet, range } from "./sheet";

const sheet = exampleSheet();
const help = (JSON.parse((await buildMetadata({ form: "full" }))["functions.json"]) as { functions: { id: string; description: string }[] }).functions;
const examples = new Map(help.map(({ id, description }) => [id, /=YJJH\..*$/.exec(description)?.[0] ?? ""]));
const answer = (id: string): Result => calculate(examples.get(id) ?? "", sheet);

/** 差异系数 written out once more, by the book. */
function byTheBook(): number {
  const rows = range(sheet, "C4:L44").map((row) => ({ students: Number(row[0]), value: Number(row[9]) }));
  const total = rows.reduce((sum, row) => sum + row.students, 0);
  const mean = rows.reduce((sum, row) => sum + row.students * row.value, 0) / total;
  return Math.sqrt(rows.reduce((sum, row) => sum + (row.students / total) * (row.value - mean) ** 2, 0)) / mean;
}

describe("every example of the help calculates on the sheet it speaks of", () => {
  test("each function has one", () => {
    expect(examples.size).toBe(FUNCTIONS.length);
  });

  test.each([...examples])("%s: %s", (id) => {
    expect(answer(id)).toBeDefined();
  });

  test("CV gives the official figure, GINI to RANGERATIO numbers above perfect equality", () => {
    expect(answer("YJJH.CV")).toBeCloseTo(byTheBook(), 12);
    for (const id of ["YJJH.GINI", "YJJH.THEIL", "YJJH.RANGERATIO"]) expect(answer(id)).toBeGreaterThan(0);
    expect(answer("YJJH.MCLOONE")).toBeLessThan(1);
    expect(answer("YJJH.CVTOTAL")).toBeGreaterThan(0);
    expect((answer("YJJH.CONTRIBUTION") as number[][]).flat().reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  });

  test("the first school lacks 150 ㎡ of rooms and passes with one indicator at 85 %", () => {
    expect(answer("YJJH.GAP")).toBeCloseTo(150, 9);
    expect((answer("YJJH.COMPLIANT") as unknown[][]).map(([cell]) => cell)).toEqual(Array.from({ length: 57 }, () => true));
    expect((answer("YJJH.VERDICT") as unknown[][])[0]).toEqual(["达到85%"]);
    expect((answer("YJJH.VERDICT") as unknown[][]).slice(1).every(([word]) => word === "达标")).toBe(true);
    expect(answer("YJJH.EXPLAIN")).toMatch(/达到85%[\s\S]*2200[\s\S]*100[\s\S]*500/);
    expect(answer("YJJH.INDICATOR")).toBe((Math.ceil(500 * 1.1 / 100) * 100) / 500);
  });

  test("EVALUATE lists 57 schools, COUNTY two stages, SPLIT three cells, THRESHOLD and CLAUSE what the standard says", () => {
    expect(answer("YJJH.EVALUATE")).toHaveLength(58);
    const county = answer("YJJH.COUNTY") as (string | number)[][];
    expect(county).toHaveLength(5);
    expect(county[2]?.[5]).toBeCloseTo(byTheBook(), 12);
    expect(answer("YJJH.SPLIT")).toEqual([[expect.closeTo(8421.0526, 4), expect.closeTo(11578.9474, 4), ""]]);
    expect(answer("YJJH.THRESHOLD")).toBe(1);
    expect(answer("YJJH.CLAUSE")).toContain("生均教学及辅助用房面积");
    expect(answer("YJJH.STANDARDS")).toEqual([["national-2017", "国家优质均衡标准", "教督〔2017〕6号"], ["basic-2012", "国家基本均衡标准", "教督〔2012〕3号"]]);
  });
});
