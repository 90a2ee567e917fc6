import { readFileSync } from "node:fs";
import path from "node:path";
import { VERDICT_TERMS } from "../../src/engine";
import { parseArea } from "../../src/grid/address";
import { cellName } from "../../src/grid/cell-name";
import type { Cell } from "../../src/grid/block";
import { REPORTS, type PlanCell, type ReportContext, type SheetPlan } from "../../src/workbook";
import { ownerCode } from "../../src/workbook/reports/declaration/owner-code";
import { COUNTY, context, contextOf, countyForm, fullContext } from "./context";
import { MIXED_HEAD } from "./mixed-county";
import { sheet } from "./sheets";

interface OfficialTable {
  readonly sheet: string;
  readonly merges: readonly string[];
  readonly cells: Readonly<Record<string, string>>;
}
const OFFICIAL = (JSON.parse(readFileSync(path.join(import.meta.dirname, "../fixtures/declaration-form.json"), "utf8")) as { tables: readonly OfficialTable[] }).tables;
const NAMES: Readonly<Record<string, string>> = { 表1: "表Ⅰ", "表2-1": "表Ⅱ-1", "表2-2": "表Ⅱ-2", 表3: "表Ⅲ", 表4: "表Ⅳ", 表5: "表Ⅴ", 表6: "表Ⅵ" };
const TABLES = OFFICIAL.flatMap((table) => (NAMES[table.sheet] === undefined ? [] : [[NAMES[table.sheet] as string, table] as const]));

function declared(given: ReportContext): SheetPlan[] {
  return REPORTS.find(({ id }) => id === "declaration")?.build(given) ?? [];
}

function table(given: ReportContext, term: string): SheetPlan {
  return declared(given).find(({ name }) => name === `义教均衡-申报${term}`) as SheetPlan;
}

function at(plan: SheetPlan, name: string): PlanCell | null {
  const area = parseArea(name);
  return plan.rows[area?.row ?? -1]?.[area?.column ?? -1] ?? null;
}

const valueAt = (plan: SheetPlan, name: string): unknown => at(plan, name)?.value ?? null;
const styleAt = (plan: SheetPlan, name: string): string | undefined => at(plan, name)?.style;
const written = (one: PlanCell | null | undefined): string => (typeof one?.value === "string" || typeof one?.value === "number" ? String(one.value) : "");
/** Lines broken at the table's width are one line again. */
const textOf = (plan: SheetPlan): string => plan.rows.flat().map(written).join("\n").replaceAll("\n　", "");

/** Texts of the form without the working copy's stray spaces, kinds of brackets and lengths of blanks. */
function bare(text: string): string {
  return text.normalize("NFKC").replace(/\s/g, "").replace(/_+/g, "_").replace(/Ⅰ|I(?!I)/g, "1").replace(/[-–—]/g, "-").replace(/[.。]$/, "");
}

describe("申报表 keeps the official layout", () => {
  const nobody = contextOf([sheet("全县", [MIXED_HEAD, ...COUNTY])]);

  test.each(TABLES)("%s: title, headings, column numbers and notes stand in the cells of the official form", (term, official) => {
    const plan = table(nobody, term);
    const isText = (name: string): boolean => !(term === "表Ⅱ-2" && Number(name.replace(/\D/g, "")) > 3) && !(/^表[ⅣⅤ]$/.test(term) && name.startsWith("B") && Number(name.slice(1)) > 2 && name !== "B12");
    const expected = Object.entries(official.cells).filter(([name]) => isText(name)).map(([name, text]) => [name, bare(text)]);
    expect(expected.length).toBeGreaterThan(10);
    expect(expected.map(([name]) => [name, bare(written(at(plan, name as string)))])).toEqual(expected);
  });

  test.each(TABLES)("%s: cells merged in the official form are merged", (term, official) => {
    const merged = table(nobody, term).merges.map((area) => JSON.stringify(area));
    for (const name of official.merges) {
      const area = parseArea(name);
      const found = table(nobody, term).merges.find((one) => one.row === area?.row && one.column === area.column);
      expect({ name, columns: found?.columns }).toEqual({ name, columns: area?.columns });
    }
    expect(merged.length).toBeGreaterThan(0);
  });

  test("the sentences of 表Ⅳ and 表Ⅴ are the form's own, open where nothing is known", () => {
    const empty = contextOf([sheet("说明", [["本表没有学校"]])]);
    for (const [term, official] of TABLES.filter(([name]) => /^表[ⅣⅤ]$/.test(name))) {
      const plan = table(empty, term);
      // Counts of schools are known as soon as schools are: those three sentences are compared without their figures.
      const counted = term === "表Ⅳ" ? ["B6", "B7", "B8"] : [];
      const open = (text: string): string => text.replace(/(?<=小学|初中|学校|班级|学生数|公用经费)\d+/g, "_");
      for (const name of counted) expect(open(bare(written(at(plan, name))))).toBe(bare(official.cells[name] ?? ""));
      const sentences = Object.entries(official.cells).filter(([name, text]) => name.startsWith("B") && /[_＿]/.test(text) && !counted.includes(name));
      expect(sentences.length).toBeGreaterThan(1);
      expect(sentences.map(([name]) => [name, bare(written(at(plan, name)))])).toEqual(sentences.map(([name, text]) => [name, bare(text)]));
    }
  });
});

describe("申报表 in the official precision", () => {
  const given = fullContext();

  test("表Ⅰ: population with two decimals, everything else whole", () => {
    const plan = table(given, "表Ⅰ");
    expect(["A9", "B9", "C9", "E9", "H9", "X9"].map((name) => [valueAt(plan, name), styleAt(plan, name)])).toEqual([
      [28.5, "decimal2"], [11.2, "decimal2"], [9, "integer"], [82000, "integer"], [43800, "integer"], [740, "integer"],
    ]);
  });

  test("表Ⅱ-2: one row per school and stage, 小学 then 初中 each from 1, values with two decimals, failing cells filled", () => {
    const plan = table(given, "表Ⅱ-2");
    const rows = plan.rows.slice(3, 9).map((row) => row.slice(0, 14).map((one) => one?.value));
    expect(rows).toEqual([
      [1, "甲小学", 7, 400, 6, 9, 5, 1.25, 1, 4.75, 8, 2250, 2.5, "达标"],
      [2, "乙小学", 7, 300, 6, 7, 6.67, 0.67, 1.33, 6.33, 10.33, 1333.33, 3.33, "不达标"],
      [3, "丙学校", 7, 1200, 6, 27, 5, 1.25, 1.17, 4.21, 8.46, 2245.61, 2.32, "达标"],
      [1, "丙学校", 7, 1500, 3, 30, 6, 1.33, 1, 4.63, 9.3, 2470.18, 2.55, "不达标"],
      [2, "丁中学", 7, 300, 3, 6, 6, 1.33, 1.33, 6, 10.33, 2499.67, 2.67, "达标"],
      [3, "戊中学", 7, 500, 3, 10, 6, 1.6, 1, 6, 10.6, "缺", 2.4, "数据不足"],
    ]);
    expect(["G4", "H5", "J6", "J7", "K7", "L9"].map((name) => styleAt(plan, name))).toEqual(["decimal2", "unmet2", "floor2", "unmet2", "floor2", "undetermined"]);
  });

  test("表Ⅱ-2: the remarks name the indicators that reach the line and those that reach 85 %", () => {
    const plan = table(given, "表Ⅱ-2");
    expect(valueAt(plan, "O4")).toBe("7项均达标");
    expect(valueAt(plan, "O6")).toBe("达标6项：高于规定学历教师、骨干教师、体育艺术教师、体育运动场馆、教学仪器设备、网络多媒体教室；达到85%：教学及辅助用房");
    expect(valueAt(plan, "O9")).toContain("数据不足：教学仪器设备");
  });

  test("表Ⅱ-2: where rounding would read as another verdict, the remark gives the real value", () => {
    const row: Cell[] = ["丁中学", "初级中学", null, 300, null, 18, null, 4, null, null, null, 4, 1900, 100, 3200, 74.99995, 8];
    expect(valueAt(table(context([row]), "表Ⅱ-2"), "O4")).toContain("教学仪器设备未舍入为 2499.998333333");
  });

  test("表Ⅱ-2: note 1 has the counts filled in", () => {
    expect(textOf(table(given, "表Ⅱ-2"))).toContain("1.小学学校总数3所（其中：一贯制学校的小学部有1所，50人及以上教学点有0个），初中学校总数3所（其中：一贯制学校的初中部1所，完全中学的初中部0所）。");
  });

  test("表Ⅱ-1: schools at the line of each indicator and schools that pass, over all in scope (R25)", () => {
    const plan = table(given, "表Ⅱ-1");
    expect(plan.rows.slice(3, 7).map((row) => row.slice(2).map((one) => one?.value))).toEqual([
      [3, 2, 3, 2, 3, 2, 3, 2], [100, 66.7, 100, 66.7, 100, 66.7, 100, 66.7],
      [3, 3, 3, 2, 2, 0, 3, 1], [100, 100, 100, 66.7, 66.7, 0, 100, 33.3],
    ]);
    expect(textOf(plan)).toContain("初中比例的分母为全部参评的 3 个学段，其中 1 所数据不足，计入分母，不计为达标");
  });

  test("表Ⅲ: means with two decimals, 差异系数 with three, 综合 only for 差异系数; a school without data leaves it open (R9)", () => {
    const plan = table(given, "表Ⅲ");
    expect(["C4", "C5", "J4", "J5", "H7", "J7"].map((name) => [valueAt(plan, name), styleAt(plan, name)])).toEqual([
      [5.26, "decimal2"], [0.115, "decimal3"], ["——", "centred"], [0.134, "decimal3"], ["缺", "undetermined"], ["缺", "undetermined"],
    ]);
    // A mean of some of the schools is no mean of the county either: it is told as 暂算 among what is missing.
    expect([valueAt(plan, "G6"), valueAt(plan, "H6")]).toEqual([expect.any(Number), "缺"]);
    expect(textOf(declared(given).at(-1) as SheetPlan)).toMatch(/初中生均教学仪器设备值的全县平均值，暂算 [\d.]+/);
  });

  test("表Ⅳ and 表Ⅴ: sentences with the county's figures, ratios with one decimal, and the word", () => {
    const [fourth, fifth] = [table(given, "表Ⅳ"), table(given, "表Ⅴ")];
    expect(valueAt(fourth, "B15")).toBe("全县符合交流轮岗条件教师总数600名，上一年度交流轮岗教师72名，交流轮岗教师占符合交流轮岗条件教师总数的比例12.0%；交流轮岗的骨干教师16名，占交流轮岗教师总数的比例22.2%");
    expect([valueAt(fourth, "C15"), styleAt(fourth, "C15")]).toEqual(["达标", "met"]);
    expect([valueAt(fourth, "C6"), styleAt(fourth, "C6")]).toEqual(["不达标", "unmet"]);
    expect(valueAt(fifth, "B4")).toContain("三年前该年级入学学生数为520人");
  });

  test("表Ⅵ: satisfaction is reckoned from the counts, nobody asked is no per cent", () => {
    const plan = table(fullContext({ "county.visitedParents": 0, "county.visitedSatisfiedParents": 0 }), "表Ⅵ");
    expect(plan.rows[5]?.map((one) => one?.value)).toEqual(["计", 600, 580, 540, 93.1, 120, 112, 93.3]);
    expect(valueAt(plan, "H7")).toBe("——");
  });
});

describe("表Ⅰ", () => {
  test("is filled from the county form before anything counted", () => {
    expect(valueAt(table(fullContext({ "county.primarySchools": 21 }), "表Ⅰ"), "I9")).toBe(21);
  });

  test("without the form, schools, classes, students and teachers are counted where the sheet settles them, and said to be", () => {
    const head = [...MIXED_HEAD, "班级数（小学）", "班级数（初中）"];
    const rows = COUNTY.map((row): Cell[] => [...row, row[2] === null ? null : 10, row[3] === null ? null : 8]);
    const plan = table(contextOf([sheet("全县", [head, ...rows])]), "表Ⅰ");
    expect(["I9", "J9", "K9", "O9", "Q9", "R9", "S9", "T9"].map((name) => valueAt(plan, name))).toEqual([2, 1, 2, 1, 40, 24, 1912, 2300]);
    expect(textOf(plan)).toContain("L9、L10、L11、L15、L17、L18、L19、L20：县级填报表未填，按学校数据表统计，请核对。");
  });

  test("a type that no row has is not counted as 0: the list may leave it out", () => {
    const plan = table(context(), "表Ⅰ");
    for (const name of ["L9", "M9", "N9", "P9"]) expect([name, valueAt(plan, name)]).toEqual([name, "缺"]);
  });

  test("a typed 0 stays 0", () => {
    expect(valueAt(table(fullContext({ "county.twelveYearSchools": 0 }), "表Ⅰ"), "M9")).toBe(0);
  });

  test("one school without a number leaves the sum open", () => {
    const rows = COUNTY.map((row, i) => (i === 1 ? row.map((one, j) => (j === 2 ? null : one)) : row));
    expect(valueAt(table(context(rows), "表Ⅰ"), "S9")).toBe("缺");
  });
});

describe("举办者类型代码", () => {
  test.each([
    ["7", 7], ["10", 10], ["07", 7], ["７", 7], ["7 县级教育部门", 7], ["7-县级教育部门", 7], ["7、县级教育部门", 7], ["县级教育部门", 7], ["县级教育部门办", 7], ["县教育局", 7],
    ["县级其他部门", 8], ["地级教育部门", 5], ["地级其他部门", 6], ["省级教育部门", 3], ["省级其他部门", 4], ["中央教育部门", 1], ["中央其他部门", 2],
    ["地方企业", 9], ["民办", 10], ["私立", 10], ["0", null], ["11", null], ["公办", null], ["教育部门", null], ["其他", null], ["市教育局", null], ["", null], [null, null],
  ])("%s is %s", (text, code) => {
    expect(ownerCode(text)).toBe(code);
  });
});

/** Cells a range list names: `C4:C6、D9`. */
function cellsIn(text: string): string[] {
  return text.split("、").flatMap((name) => {
    const area = parseArea(name);
    return area === null ? [] : Array.from({ length: area.rows }, (_, i) => cellName(area.row + i, area.column));
  });
}

describe("未能填写的项目", () => {
  test.each<[string, ReportContext]>([
    ["without a county form", context()], ["with a whole one", fullContext()], ["half filled", fullContext({ "county.rotated": null, "county.valid": null, "county.population": null })],
    ["without any school", contextOf([countyForm()])], ["without anything", contextOf([sheet("说明", [["本表没有学校"]])])],
  ])("%s: every cell marked 缺 is listed with what is missing and where to enter it, and nothing else of its kind", (_title, given) => {
    const plans = declared(given);
    const list = plans.at(-1) as SheetPlan;
    const lines = list.rows.map((row) => row.map(written)).filter((row) => row[1]?.startsWith("表"));
    const listed = new Set(lines.flatMap((row) => cellsIn(row[2] ?? "").map((name) => `${row[1] ?? ""} ${name}`)));
    for (const plan of plans.slice(0, -1)) {
      const term = plan.name.replace("义教均衡-申报", "");
      plan.rows.forEach((row, i) => row.forEach((one, j) => {
        if (one?.value === "缺") expect(listed).toContain(`${term} ${cellName(i, j)}`);
      }));
    }
    for (const row of lines) for (const text of row.slice(1, 5)) expect(text).not.toBe("");
  });

  test("names the line of the county form, or its cell", () => {
    const text = textOf(declared(fullContext({ "county.population": null })).at(-1) as SheetPlan);
    expect(text).toMatch(/人口总数\n县级填报表 .*D2/);
    expect(textOf(declared(context()).at(-1) as SheetPlan)).toContain("县级填报表“人口总数”");
  });

  test("cells that lack the same thing are one line", () => {
    const lines = (declared(context()).at(-1) as SheetPlan).rows.map((row) => row.map((one) => one?.value));
    expect(lines.find((row) => row[3] === "举办者类型")?.slice(1)).toEqual(["表Ⅱ-2", "C4:C9", "举办者类型", "学校数据表“举办者类型”列"]);
  });

  test("nothing missing: it says so", () => {
    const table = declared(fullContext({}, COUNTY.filter((row) => row[0] !== "戊中学"))).at(-1) as SheetPlan;
    expect(textOf(table)).not.toContain("表Ⅱ-2");
    expect(textOf(table)).not.toContain("表Ⅲ");
  });
});

describe("counties of every kind", () => {
  const kinds: readonly (readonly [string, ReportContext])[] = [
    ["only 小学", context(COUNTY.slice(0, 2))], ["only 初中", context(COUNTY.slice(3, 5))], ["no school at all", contextOf([countyForm()])],
    ["one school", context(COUNTY.slice(0, 1))], ["long names", context(COUNTY.map((row) => [`${String(row[0])}${"很长的名字".repeat(12)}`, ...row.slice(1)]))],
    ["names like formulas", context(COUNTY.map((row, i) => [`${"=+-@"[i % 4] ?? ""}${String(row[0])}`, ...row.slice(1)]))],
  ];
  test.each(kinds)("%s: the whole form comes out, with words of R1 only and no figure that is no number", (_title, given) => {
    const plans = declared(given);
    expect(plans).toHaveLength(8);
    const words = new Set([...Object.values(VERDICT_TERMS), "缺"]);
    for (const plan of plans) {
      for (const one of plan.rows.flat()) {
        if (one === null) continue;
        expect(typeof one.value === "number" ? Number.isFinite(one.value) : true).toBe(true);
        expect(typeof one.value).not.toBe(one.value === null ? "" : "object");
        if (["met", "floor", "unmet", "undetermined", "notApplicable"].includes(one.style)) expect(words).toContain(one.value);
      }
    }
  });

  test("a county of only 小学 leaves 初中 open, never 0 of 0", () => {
    const plan = table(context(COUNTY.slice(0, 2)), "表Ⅱ-1");
    expect(["C6", "C7", "J6"].map((name) => valueAt(plan, name))).toEqual(["缺", "缺", "缺"]);
  });

  test("a switch that touches the result stands beside it (R5)", () => {
    for (const plan of declared(context(COUNTY, { shareTeachersByStudents: true }))) expect(textOf(plan)).toContain("分摊");
  });
});
