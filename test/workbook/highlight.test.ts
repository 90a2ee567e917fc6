import fc from "fast-check";
import { INDICATORS, MIXED_HEAD, MIXED_TABLE } from "./mixed-county";
import { STAGES, VERDICTS, type Judgement, type Verdict } from "../../src/engine";
import { parsePlace } from "../../src/grid/address";
import type { Cell, SheetBlock } from "../../src/grid/block";
import { answerKey } from "../../src/reading";
import { DEFAULT_STANDARD, FACTS } from "../../src/standards";
import { HIGHLIGHT_MARKER, highlightPlans, type HighlightPlan } from "../../src/workbook";
import { evaluate } from "./excel-formula";
import { changed, judged, sheet, type Judged } from "./sheets";

/** The colours a cell gets: every rule that is true there. */
function colours(plans: readonly HighlightPlan[], blocks: readonly SheetBlock[], name: string, row: number, column: number): string[] {
  const lookup = (other: string | null, r: number, c: number): Cell => blocks.find((block) => block.sheet === (other ?? name))?.values[r]?.[c] ?? null;
  const rules = plans.filter((plan) => plan.sheet === name).flatMap((plan) => plan.rules);
  return rules
    .filter(({ area }) => row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns)
    .filter(({ area, formula }) => evaluate(formula, lookup, row - area.row, column - area.column) === true)
    .map((rule) => rule.verdict);
}

const plansOf = ({ reading, judgement, blocks }: Judged): HighlightPlan[] => highlightPlans(reading, judgement, DEFAULT_STANDARD, { blocks });

/** The worse of the verdicts of one indicator over the stages of the school in a sheet's row; `null` when it is not judged. */
function verdict(judgement: Judgement, row: number, indicator: number, stages: readonly string[] = STAGES): Verdict | null {
  const order: readonly Verdict[] = ["unmet", "undetermined", "floor", "met"];
  const found = judgement.table.schools.flatMap((school, i) =>
    (parsePlace(school.place)?.row === row && stages.includes(STAGES[judgement.table.stage[i] ?? 0] ?? "") ? [VERDICTS[judgement.codes[indicator]?.[i] ?? 4] ?? "undetermined"] : []));
  return order.find((one) => found.includes(one)) ?? null;
}

const HEAD = ["学校名称", "在校生数", "高于规定学历教师数", "县级以上骨干教师数", "体育、艺术专任教师数", "教学及辅助用房面积", "其中：室内体育用房面积", "运动场地面积", "教学仪器设备值（万元）", "网络多媒体教室数"];
const GOOD: readonly Cell[] = ["甲小学", 100, 5, 2, 1, 600, 100, 800, 30, 3];

/** One 小学 with some columns changed. */
function oneSchool(change: Readonly<Record<number, Cell>>): { blocks: SheetBlock[]; plans: HighlightPlan[]; judgement: Judgement } {
  const row = GOOD.map((cell, column) => (column in change ? (change[column] ?? null) : cell));
  const blocks = [sheet("小学", [HEAD, row, ["乙小学", ...GOOD.slice(1)], ["丙小学", ...GOOD.slice(1)]])];
  const one = judged(blocks);
  return { blocks, plans: plansOf(one), judgement: one.judgement };
}

describe("highlighting colours the cell of the raw figure (R8)", () => {
  const at = (change: Readonly<Record<number, Cell>>, column: number): string[] => {
    const { blocks, plans } = oneSchool(change);
    return colours(plans, blocks, "小学", 1, column);
  };

  test.each([
    ["on the line", { 8: 20 }, 8, "met"],
    ["one step below the line", { 8: 19.9999 }, 8, "floor"],
    ["on 85 %", { 8: 17 }, 8, "floor"],
    ["one step below 85 %", { 8: 16.9999 }, 8, "unmet"],
    ["52.7 万元 for 310 pupils, exactly 1700 元 (R4)", { 1: 310, 8: 52.7 }, 8, "floor"],
    ["zero, typed", { 8: 0 }, 8, "unmet"],
    ["blank", { 8: null }, 8, "undetermined"],
    ["spaces only", { 8: "  " }, 8, "undetermined"],
    ["a dash", { 8: "—" }, 8, "undetermined"],
    ["无", { 8: "无" }, 8, "undetermined"],
    ["an error", { 8: "#N/A" }, 8, "undetermined"],
    ["text that reads as a number", { 8: "20" }, 8, "met"],
    ["text with spaces around", { 8: " 16.9 " }, 8, "unmet"],
    ["text with a thousands comma", { 7: "1,000" }, 7, "met"],
    ["text that looks like a date", { 8: "1/2" }, 8, "undetermined"],
    ["a negative figure", { 8: -20 }, 8, "undetermined"],
    ["blank students", { 1: null }, 8, "undetermined"],
    ["students in text", { 1: "100" }, 8, "met"],
    ["room area net of the sport rooms in it", { 5: 549, 6: 100 }, 5, "floor"],
    ["room area with the sport rooms missing (R14)", { 6: null }, 5, "undetermined"],
    ["sport area that reaches the line without the sport rooms (R14)", { 6: null, 7: 750 }, 7, "met"],
    ["sport area that does not reach it without them (R14)", { 6: null, 7: 749 }, 7, "undetermined"],
  ])("%s", (_title, change, column, expected) => {
    expect(at(change, column)).toEqual([expected]);
  });

  test("what is 达标 is never a blank, a text or an error, although in Excel any text is greater than any number", () => {
    for (const cell of [null, "", "无", "缺", "#REF!", "1/2", "十二", true]) {
      for (const column of [2, 3, 4, 5, 7, 8, 9]) expect(at({ [column]: cell }, column)).not.toContain("met");
    }
  });

  test("students, and rows that are not judged, stay plain", () => {
    const blocks = [sheet("小学", [HEAD, GOOD, ["乙小学", ...GOOD.slice(1)], ["合计", 200, 10, 4, 2, 1200, 200, 1600, 60, 6]])];
    const plans = plansOf(judged(blocks));
    expect(colours(plans, blocks, "小学", 1, 1)).toEqual([]);
    for (let column = 0; column < HEAD.length; column++) expect(colours(plans, blocks, "小学", 3, column)).toEqual([]);
  });

  test("a 教学点 under 50 pupils has no colour", () => {
    const head = [...HEAD.slice(0, 1), "办学类型", ...HEAD.slice(1)];
    const rows = [["甲小学", "小学", ...GOOD.slice(1)], ["沟里教学点", "教学点", 30, ...GOOD.slice(2)], ["乙小学", "小学", ...GOOD.slice(1)]];
    const blocks = [sheet("表", [head, ...rows])];
    const plans = plansOf(judged(blocks));
    expect(colours(plans, blocks, "表", 1, 9)).toEqual(["met"]);
    expect(colours(plans, blocks, "表", 2, 9)).toEqual([]);
  });
});

describe("ratios without totals (R10)", () => {
  const head = ["学校名称", "在校生数", "生均教学仪器设备值（元）"];
  const colour = (cell: Cell): string[] => {
    const blocks = [sheet("小学", [head, ["甲小学", 100, cell], ["乙小学", 100, 2100], ["丙小学", 100, 2300]])];
    return colours(plansOf(judged(blocks)), blocks, "小学", 1, 2);
  };
  test.each([
    [2300, "met"], [1800.25, "floor"], [1500, "unmet"], [2000, "undetermined"], [2000.4, "met"], [1999.6, "floor"], [1999.96, "floor"], ["2000.00", "undetermined"], [1700, "undetermined"], [1699.9, "unmet"], [null, "undetermined"], ["无", "undetermined"],
  ])("%p is %s: half a unit of the last printed place hides the side of the line", (cell, expected) => {
    expect(colour(cell)).toEqual([expected]);
  });
});

describe("a resource two stages share is judged by the worse of T/(A+1.1B) and T/(A/1.1+B) (R8)", () => {
  const row = (change: Readonly<Record<number, Cell>>): readonly Cell[] => MIXED_TABLE[2]?.map((cell, column) => change[column] ?? cell) ?? [];
  test.each([
    ["981 ㎡ for 20 + 180 pupils is exactly 4.5 for 小学 and 4.95 for 初中", { 2: 20, 3: 180, 12: 981, 13: 0 }, 12, "floor"],
    ["enough for 小学, at 85 % for 初中", { 2: 100, 3: 100, 12: 1000, 13: 0 }, 12, "floor"],
    ["exactly enough for 初中", { 2: 110, 3: 100, 12: 1160, 13: 0 }, 12, "met"],
    ["rooms, where 小学 asks for more", { 2: 100, 3: 100, 16: 4.8 }, 16, "floor"],
    ["一 stage of no pupils: the other one decides", { 2: 100, 3: 0, 12: 450, 13: 0 }, 12, "met"],
    ["and falls short by itself", { 2: 100, 3: 0, 12: 382, 13: 0 }, 12, "unmet"],
  ])("%s", (_title, change, column, expected) => {
    const blocks = [sheet("县", [MIXED_HEAD, ...MIXED_TABLE.slice(0, 2), row(change), ...MIXED_TABLE.slice(3)])];
    const one = judged(blocks);
    expect(colours(plansOf(one), blocks, "县", 3, column)).toEqual([expected]);
    const indicator = INDICATORS.findIndex((columns) => columns.school.includes(column));
    expect(verdict(one.judgement, 3, indicator)).toBe(expected);
  });

  test("teachers of both stages in one column cannot be judged (R13)", () => {
    const head = ["学校名称", "办学类型", "小学在校生数", "初中在校生数", "县级以上骨干教师数"];
    const blocks = [sheet("县", [head, ["甲学校", "九年一贯制", 100, 100, 9], ["乙学校", "九年一贯制", 100, 120, 9], ["丙学校", "九年一贯制", 100, 110, 9]])];
    expect(colours(plansOf(judged(blocks)), blocks, "县", 1, 4)).toEqual(["undetermined"]);
    const shared = judged(blocks, {}, { shareTeachersByStudents: true });
    expect(colours(plansOf(shared), blocks, "县", 1, 4)).toEqual(["met"]);
  });
});

describe("every coloured cell agrees with the engine", () => {
  const figure = (most: number): fc.Arbitrary<Cell> => fc.oneof(
    { weight: 12, arbitrary: fc.integer({ min: 0, max: most }) },
    { weight: 2, arbitrary: fc.integer({ min: 0, max: most * 10 }).map((n) => n / 10) },
    { weight: 1, arbitrary: fc.constantFrom<Cell>(null, "—", "#N/A", "12", "1,234", -3, " 7 ") },
  );
  const pupils = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 60, max: 900 }) }, { weight: 1, arbitrary: fc.constantFrom<Cell>(null, 0, "300") });
  const sizes: readonly number[] = [40, 40, 12, 12, 8, 8, 8, 12, 6000, 400, 9000, 300, 30];
  const school = fc.tuple(fc.constantFrom("小学", "初级中学", "九年一贯制", "完全中学"), pupils, pupils, fc.tuple(...sizes.map(figure)))
    .map(([type, primary, junior, figures]): readonly Cell[] => {
      const one = type === "小学" || type === "完全中学" || type === "初级中学";
      return [type, one && type !== "小学" ? null : primary, type === "小学" ? null : junior, ...figures];
    });
  // Whether a figure is far from its neighbours (R19) is asked by the pane; a rule looks at its own row alone.
  const confirmed = Object.fromEntries(
    FACTS.flatMap(({ id }) => Array.from({ length: 8 }, (_, i) => [answerKey.confirm(id, `第${String(i + 1)}学校`), { kind: "confirmed" as const, value: true }])),
  );
  const rows = fc.array(school, { minLength: 4, maxLength: 8 });
  const county = (list: readonly (readonly Cell[])[]): SheetBlock[] =>
    [sheet("县", [MIXED_HEAD, ...list.map((row, i) => [`第${String(i + 1)}学校`, ...row])])];

  function compare(blocks: readonly SheetBlock[], plans: readonly HighlightPlan[], judgement: Judgement, rowCount: number): void {
    for (let row = 1; row <= rowCount; row++) {
      INDICATORS.forEach((columns, indicator) => {
        for (const [stages, cells] of [[["primary"], columns.primary], [["junior"], columns.junior], [STAGES, columns.school]] as const) {
          const expected = verdict(judgement, row, indicator, stages);
          for (const column of cells) {
            const found = colours(plans, blocks, "县", row, column);
            expect({ row, column, found }).toEqual({ row, column, found: expected === null ? [] : [expected] });
          }
        }
      });
    }
  }

  test("on random sheets", () => {
    fc.assert(fc.property(rows, (list) => {
      const blocks = county(list);
      const one = judged(blocks);
      compare(blocks, plansOf(one), one.judgement, list.length);
    }), { numRuns: 25 });
  });

  test("and still agrees after raw figures changed, with the rules left as they were", () => {
    const edit = fc.tuple(fc.nat(7), fc.integer({ min: 2, max: MIXED_HEAD.length - 1 }), fc.oneof(fc.integer({ min: 1, max: 4000 }), fc.constant(null)));
    fc.assert(fc.property(rows, fc.array(edit, { minLength: 1, maxLength: 6 }), (list, edits) => {
      const before = county(list);
      const plans = plansOf(judged(before, confirmed));
      let after = before;
      for (const [row, column, value] of edits) {
        // A row's make-up (which stages it has) is the type's; a stage that is not there gets no pupils.
        const held = before[0]?.values[(row % list.length) + 1]?.[column];
        if (held !== null || column > 3) after = changed(after, "县", (row % list.length) + 1, column, value);
      }
      const again = judged(after, confirmed);
      const first = judged(before, confirmed);
      for (let row = 1; row <= list.length; row++) {
        INDICATORS.forEach((columns, indicator) => {
          for (const [stages, cells] of [[["primary"], columns.primary], [["junior"], columns.junior], [STAGES, columns.school]] as const) {
            const [was, now] = [verdict(first.judgement, row, indicator, stages), verdict(again.judgement, row, indicator, stages)];
            if (was === null || now === null) continue;
            for (const column of cells) {
              const found = colours(plans, after, "县", row, column);
              expect({ row, column, found }).toEqual({ row, column, found: [now] });
            }
          }
        });
      }
    }), { numRuns: 25 });
  });
});

describe("the rules themselves (R8)", () => {
  const blocks = [sheet("县", [MIXED_HEAD, ...MIXED_TABLE])];
  const rules = plansOf(judged(blocks)).flatMap((plan) => plan.rules);
  test("carry the marker, are at most 255 characters, hold no array constant and no function newer than Excel 2010", () => {
    expect(rules.length).toBeGreaterThan(20);
    for (const { formula } of rules) {
      expect(formula).toContain(HIGHLIGHT_MARKER);
      expect(formula.length).toBeLessThanOrEqual(255);
      expect(formula).not.toMatch(/[{}]|LET\(|IFS\(|XLOOKUP|FILTER|TEXTJOIN|CONCAT\(|IFNA|YJJH\./);
    }
  });

  test("stay on the sheet, with fixed columns and relative rows", () => {
    for (const { formula } of rules) {
      expect(formula).not.toContain("!");
      for (const ref of formula.replace(/"[^"]*"/g, "").match(/\$?[A-Z]{1,3}\$?\d+/g) ?? []) expect(ref).toMatch(/^\$[A-Z]+\d+$/);
    }
  });

  test("reach a second sheet by its quoted name when the students stand there", () => {
    const first = sheet("在校生", [["学校名称", "学校代码", "在校生数"], ["甲小学", "1001", 100], ["乙小学", "1002", 100], ["丙小学", "1003", 100]]);
    const second = sheet("小学 设备", [["学校名称", "学校代码", "教学仪器设备值（万元）"], ["甲小学", "1001", 30], ["乙小学", "1002", 18], ["丙小学", "1003", 10]]);
    const one = judged([first, second]);
    const found = [1, 2, 3].map((row) => colours(plansOf(one), one.blocks, "小学 设备", row, 2));
    expect(found).toEqual([["met"], ["floor"], ["unmet"]]);
  });

  test("do not grow with the number of schools when rows of a kind stand together", () => {
    const many = (count: number): HighlightPlan[] => plansOf(judged([sheet("小学", [HEAD, ...Array.from({ length: count }, (_, i) => [`第${String(i + 1)}小学`, ...GOOD.slice(1)])])]));
    const count = (plans: readonly HighlightPlan[]): number => plans.flatMap((plan) => plan.rules).length;
    expect(count(many(200))).toBe(count(many(20)));
    expect(count(many(20))).toBeLessThanOrEqual(7 * 4);
  });

  describe("where rows of a kind do not stand together", () => {
    const count = (plans: readonly HighlightPlan[]): number => plans.flatMap((plan) => plan.rules).length;
    const towns = (size: number): Cell[][] => Array.from({ length: size }, (_, i) => [
      ...MIXED_TABLE.map((row, j) => [`第${String(i)}镇${String(j)}校`, ...row.slice(1)]),
      [`第${String(i)}镇小计`, null, ...MIXED_HEAD.slice(2).map(() => 999)],
    ]).flat();

    test("办学类型 tells them apart, so that the number of rules does not grow with the sheet, and every cell is still right", () => {
      const blocks = [sheet("县", [MIXED_HEAD, ...towns(8)])];
      const one = judged(blocks);
      const plans = plansOf(one);
      expect(count(plans)).toBe(count(plansOf(judged([sheet("县", [MIXED_HEAD, ...towns(16)])]))));
      expect(count(plans)).toBeLessThanOrEqual(4 * 3 * MIXED_HEAD.length);
      for (let row = 1; row <= 40; row++) {
        INDICATORS.forEach((columns, indicator) => {
          for (const column of columns.school) {
            const expected = verdict(one.judgement, row, indicator);
            expect({ row, column, found: colours(plans, blocks, "县", row, column) }).toEqual({ row, column, found: expected === null ? [] : [expected] });
          }
        });
      }
      for (const { formula } of plans.flatMap((plan) => plan.rules)) expect(formula.length).toBeLessThanOrEqual(255);
    });

    test("in a sheet of one kind, subtotal and blank rows stay plain under one rule", () => {
      const rows = Array.from({ length: 8 }, (_, i) => [["甲小学", "乙小学", "丙小学"].map((name) => [`${String(i)}镇${name}`, ...GOOD.slice(1)]), [[`${String(i)}镇小计`, ...GOOD.slice(1)]], i === 3 ? [[]] : []].flat()).flat();
      const blocks = [sheet("小学", [HEAD, ...rows])];
      const plans = plansOf(judged(blocks));
      expect(count(plans)).toBeLessThanOrEqual(7 * 4);
      blocks[0]?.values.forEach((row, i) => {
        if (i > 0) expect({ row: i, found: colours(plans, blocks, "小学", i, 9) }).toEqual({ row: i, found: /小学$/.test(String(row[0])) ? ["met"] : [] });
      });
    });

    test("without words that tell them apart, or without the cells, each stretch has rules of its own", () => {
      const { reading, judgement } = judged([sheet("县", [MIXED_HEAD, ...towns(8)])]);
      expect(count(highlightPlans(reading, judgement, DEFAULT_STANDARD))).toBeGreaterThan(4 * 3 * MIXED_HEAD.length);
    });
  });

  test("blanks the bureau declared to be zeros are zeros in the rules too (R7)", () => {
    const blocks = [sheet("小学", [HEAD, ["甲小学", 100, 5, null, 1, 600, 100, 800, 30, 3], ["乙小学", ...GOOD.slice(1)], ["丙小学", ...GOOD.slice(1)]])];
    const key = judged(blocks).reading.tables[0]?.mapping.find((one) => one.fact === "backboneTeachers")?.key ?? "";
    const answers = { [answerKey.blank(key)]: { kind: "blankIsZero" as const, value: true } };
    const { reading, judgement } = judged(blocks, answers);
    expect(colours(highlightPlans(reading, judgement, DEFAULT_STANDARD, { answers }), blocks, "小学", 1, 3)).toEqual(["unmet"]);
    expect(colours(highlightPlans(reading, judgement, DEFAULT_STANDARD), blocks, "小学", 1, 3)).toEqual(["undetermined"]);
  });
});
