import fc from "fast-check";
import { VERDICT_TERMS, VERDICTS } from "../../src/engine";
import type { Cell, SheetBlock } from "../../src/grid/block";
import { DEFAULT_STANDARD } from "../../src/standards";
import { fittingFormula, type FittingFormula } from "../../src/workbook";
import { evaluate } from "./excel-formula";
import { MIXED_HEAD, MIXED_TABLE } from "./mixed-county";
import { judged, sheet } from "./sheets";

const HEAD = ["学校名称", "在校生数", "县级以上骨干教师数", "体育教师数", "音乐教师数", "美术教师数", "教学仪器设备值（万元）"];
const ROWS: readonly (readonly Cell[])[] = [["甲小学", 100, 5, 1, 1, 1, 20], ["乙小学", 300, 6, 2, 1, 1, 54], ["丙小学", 200, 1, 1, 0, 1, 31]];
const ALL = { hasFunctions: true, spills: true };
const NONE = { hasFunctions: false, spills: false };

function offers(blocks: readonly SheetBlock[], name: string, row: number, column: number, skills = ALL): FittingFormula[] {
  const { reading, judgement } = judged(blocks);
  return fittingFormula(reading, judgement, DEFAULT_STANDARD, { sheet: name, row, column, rows: 1, columns: 1 }, skills);
}

const primary = [sheet("小学", [["2026年小学办学条件"], HEAD, ...ROWS])];
const mixed = [sheet("县", [MIXED_HEAD, ...MIXED_TABLE])];

/** A range as handed to a function (R7): a blank stays blank, a typed 0 stays a typed 0. */
const handed = (range: string): string => `IF(${range}="","",IF(${range}=0,"0",${range}))`;

describe("formulas that fit at the selection", () => {
  test("beside a row: one verdict a row, with the headings fixed, blanks handed over as blanks (R7) and the stage where only a title says it", () => {
    const [first, second] = offers(primary, "小学", 3, 8);
    expect(first?.at).toEqual({ sheet: "小学", row: 2, column: 8, rows: 3, columns: 1 });
    expect(first?.formulas).toEqual([3, 4, 5].map((row) => [`=YJJH.VERDICT(${handed(`$A${String(row)}:$G${String(row)}`)},,$A$2:$G$2,"小学")`]));
    expect(second?.formulas[0]).toEqual([`=YJJH.COMPLIANT(${handed("$A3:$G3")},$A$2:$G$2,"小学")`]);
  });

  test("inside the table: the column next to it, never over figures", () => {
    expect(offers(primary, "小学", 3, 2)[0]?.at.column).toBe(7);
  });

  test("below a column of totals: CVTOTAL with students", () => {
    expect(offers(primary, "小学", 6, 6)[0]?.formulas).toEqual([[`=YJJH.CVTOTAL(${handed("G$3:G$5")},${handed("B$3:B$5")})`]]);
  });

  test("below one of several columns that are added up: all of them, and a blank in any is a blank", () => {
    expect(offers(primary, "小学", 6, 4)[0]?.formulas).toEqual([[`=YJJH.CVTOTAL(IF((D$3:D$5="")+(E$3:E$5="")+(F$3:F$5="")>0,"",D$3:D$5+E$3:E$5+F$3:F$5),${handed("B$3:B$5")})`]]);
  });

  test("below a column of ready ratios: CV with students, never without", () => {
    const blocks = [sheet("小学", [["学校名称", "在校生数", "生均教学仪器设备值（元）"], ["甲小学", 100, 2100.5], ["乙小学", 200, 2300.5]])];
    expect(offers(blocks, "小学", 5, 2)[0]?.formulas).toEqual([[`=YJJH.CV(${handed("C$2:C$3")},${handed("B$2:B$3")})`]]);
  });

  test("no 差异系数 over a column with subtotals, schools left out or two stages in it", () => {
    const subtotal = [sheet("小学", [HEAD, ...ROWS.slice(0, 2), ["小计", 400, 11, 3, 2, 2, 74], ...ROWS.slice(2)])];
    expect(offers(subtotal, "小学", 7, 6).map(({ id }) => id)).not.toContain("cvTotal");
    expect(offers(mixed, "县", 7, 16).map(({ id }) => id)).not.toContain("cvTotal");
  });

  test("on empty ground: whole tables that spill, with their size", () => {
    const found = offers(mixed, "县", 10, 0);
    expect(found.find(({ id }) => id === "evaluate")).toMatchObject({ formulas: [[`=YJJH.EVALUATE(${handed("$A$2:$Q$5")},$A$1:$Q$1)`]], spill: { rows: 6, columns: 16 } });
    expect(found.find(({ id }) => id === "county")).toMatchObject({ spill: { rows: 5, columns: 10 } });
  });

  test("on another sheet: with the sheet's quoted name", () => {
    const blocks = [sheet("全县 2026", [MIXED_HEAD, ...MIXED_TABLE])];
    expect(offers(blocks, "空表", 0, 0).find(({ id }) => id === "county")?.formulas[0]?.[0]).toContain("'全县 2026'!$A$2:$Q$5");
  });

  test("nothing where there is no table of schools", () => {
    expect(offers([sheet("表", [["合同", "金额"], ["甲", 3]])], "表", 0, 3)).toEqual([]);
  });

  test("no spilling table where formulas do not spill, no YJJH function where there are none", () => {
    expect(offers(mixed, "县", 10, 0, { hasFunctions: true, spills: false }).every(({ spill }) => spill === undefined)).toBe(true);
    for (const { formulas } of offers(mixed, "县", 2, 20, NONE)) for (const [formula] of formulas) expect(formula).not.toContain("YJJH");
  });
});

describe("plain Excel in place of the functions", () => {
  const lookup = (block: SheetBlock | undefined) => (_: string | null, row: number, column: number): Cell => block?.values[row]?.[column] ?? null;

  test("差异系数 is the engine's", () => {
    const [found] = offers(primary, "小学", 6, 6, NONE);
    const { judgement } = judged(primary);
    expect(evaluate(found?.formulas[0]?.[0] ?? "", lookup(primary[0]))).toBeCloseTo(judgement.stages.primary.variation[5] ?? NaN, 12);
    const [added] = offers(primary, "小学", 6, 4, NONE);
    expect(evaluate(added?.formulas[0]?.[0] ?? "", lookup(primary[0]))).toBeCloseTo(judgement.stages.primary.variation[2] ?? NaN, 12);
  });

  test.each([null, "无", 0])("差异系数 with %p among the students is 数据不足", (cell) => {
    const [found] = offers(primary, "小学", 6, 6, NONE);
    const holed = sheet("小学", [["2026年小学办学条件"], HEAD, ["甲小学", cell, 5, 1, 1, 1, 20], ...ROWS.slice(1)]);
    expect(evaluate(found?.formulas[0]?.[0] ?? "", lookup(holed))).toBe("数据不足");
  });

  test("the verdict of each school is the engine's, the worse of its two stages (R2)", () => {
    const figure = fc.oneof({ weight: 20, arbitrary: fc.double({ min: 0.8, max: 1.6, noNaN: true }) }, { weight: 1, arbitrary: fc.constant(null) });
    const scale = (row: readonly Cell[], factors: readonly (number | null)[]): Cell[] =>
      row.map((cell, j) => (typeof cell === "number" && j > 3 ? (factors[j] === null ? null : Math.round(cell * (factors[j] ?? 1) * 100) / 100) : cell));
    fc.assert(fc.property(fc.array(fc.array(figure, { minLength: 17, maxLength: 17 }), { minLength: 4, maxLength: 4 }), (factors) => {
      const blocks = [sheet("县", [MIXED_HEAD, ...MIXED_TABLE.map((row, i) => scale(row, factors[i] ?? []))])];
      const { judgement } = judged(blocks);
      const [found] = offers(blocks, "县", 2, 20, NONE);
      const order = ["不达标", "数据不足", "达标"];
      found?.formulas.forEach(([formula = ""], i) => {
        const words = judgement.table.schools.flatMap((school, row) => (school.place === `县!${String(i + 2)}` ? [VERDICT_TERMS[VERDICTS[judgement.verdicts[row] ?? 4] ?? "undetermined"]] : []));
        expect(evaluate(formula, lookup(blocks[0]))).toBe(order.find((word) => words.includes(word)));
        expect(formula.length).toBeLessThanOrEqual(8192);
      });
      expect(found?.formulas).toHaveLength(4);
    }), { numRuns: 15 });
  });
});
