import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { judge, type School, type Switches } from "../../src/engine";
import { DEFAULT_STANDARD, ITEM_BOOK } from "../../src/standards";
import { fingerprint, legendPlan, markPlace, problemsPlan, reportMark, REPORTS, SHEET_PREFIX, type PlanCell, type ReportContext, type SheetPlan } from "../../src/workbook";
import type { Cell } from "../../src/grid/block";
import { context, COUNTY, fullContext } from "./context";
import { MIXED_HEAD, MIXED_TABLE } from "./mixed-county";
import { judged, sheet } from "./sheets";

function written(cell: PlanCell | null | undefined): string {
  const value = cell?.value ?? "";
  return typeof value === "object" ? value.formula : String(value);
}

/** A sheet as lines of text: cells between bars, styles of verdicts behind a colon, merges at the end. */
function drawn(plan: SheetPlan): string {
  const lines = plan.rows.map((row) => row.map((cell) => {
    const value = written(cell);
    return cell && value !== "" && /^(met|floor|unmet|undetermined|decimal|percent)/.test(cell.style) ? `${value}:${cell.style}` : value;
  }).join(" | ").replace(/[ |]+$/, ""));
  const merges = plan.merges.map(({ row, column, rows, columns }) => [row, column, rows, columns].join(","));
  return [`# ${plan.name}`, ...lines, `merges ${merges.join(" ")}`, `widths ${plan.columnWidths.join(" ")}`, `frozen ${String(plan.frozenRows)},${String(plan.frozenColumns)} repeat ${String(plan.printTitleRows)}`, ""].join("\n");
}

/** Compares with `golden/<name>.txt`; `UPDATE_GOLDEN=1` writes it anew, to be looked at before it is committed. */
function expectGolden(name: string, text: string): void {
  const file = path.join(import.meta.dirname, "golden", `${name}.txt`);
  if (process.env.UPDATE_GOLDEN === "1") writeFileSync(file, text);
  expect(existsSync(file)).toBe(true);
  expect(text).toBe(readFileSync(file, "utf8"));
}

describe("reports of a small county", () => {
  test.each(REPORTS.map((report) => [report.id, report] as const))("%s is as it was last agreed", (id, report) => {
    expectGolden(id, report.build(fullContext()).map(drawn).join("\n"));
  });

  test("the legend is as it was last agreed", () => {
    expectGolden("legend", drawn(legendPlan(context())));
  });
});

const plans = (given: ReportContext): SheetPlan[] => [...REPORTS.flatMap((report) => report.build(given)), legendPlan(given)];
/** Lines broken at the table's width are one line again. */
const textOf = (plan: SheetPlan): string => plan.rows.flat().map(written).join("\n").replaceAll("\n　", "");

/** Reports of 资源配置 alone, and those that tell of all items or of gaps of any kind. */
const RESOURCES = ["申报表Ⅱ-1", "申报表Ⅱ-2", "申报表Ⅲ", "判定结果总表", "七项指标报告", "校际均衡情况表", "图表", "指标热力图", "标注说明"];
const BOTH = ["学校自评表", "全部指标判定表", "本地目标对照表", "缺口汇总表", "缺口测算表", "一校一策", "一旗一案", "任务清单", "项目清单", "期限清单", "问题任务措施责任清单"];

describe("every report", () => {
  test("carries date, standard, edition, switches, counts, 名单未核对, 定稿状态 and the fingerprint (R17, R27)", () => {
    const given = context();
    for (const plan of plans(given)) {
      const text = textOf(plan);
      expect(plan.name.startsWith(SHEET_PREFIX)).toBe(true);
      for (const part of ["示范县.xlsx", "2026-11-22", "2026-09-01", "教督〔2017〕6号", "口径：默认", "5 所学校，6 个学段（小学 3、初中 3）", "名单未核对", "定稿状态：与当前数据一致", fingerprint(given)]) {
        expect(text).toContain(part);
      }
    }
  });

  test("names who was left out and why, or the sheet that does (R17)", () => {
    for (const report of [...REPORTS.map((one) => one.build(context())), [legendPlan(context())]]) {
      const text = report.map(textOf).join("\n");
      for (const part of ["沟里教学点", "教学点在校生 12 人", "不足 50 人"]) expect(text).toContain(part);
    }
  });

  test("says the switch beside its result (R5)", () => {
    const given = context(COUNTY, { shareTeachersByStudents: true });
    for (const plan of plans(given)) expect(textOf(plan)).toContain("按在校生数分摊");
  });

  test.each<[string, Switches, readonly string[]]>([
    ["one of rooms", { roomsByStage: true }, ["申报表Ⅳ", ...BOTH]],
    ["one of teachers", { shareTeachersByStudents: true }, [...RESOURCES, ...BOTH]],
  ])("says a switch where it touches a result and nowhere else: %s (R5)", (_, switches, expected) => {
    // 口径 in the head tells the settings of the workbook; 「按口径：」 stands beside results.
    expect(plans(context(COUNTY, switches)).filter((plan) => textOf(plan).includes("按口径：")).map(({ name }) => name.replace(SHEET_PREFIX, "")).sort()).toEqual([...expected].sort());
  });

  test("has a name Excel takes, rows no wider than its columns, and merges that do not overlap", () => {
    for (const plan of [...plans(context()), problemsPlan(context().reading)]) {
      expect(plan.name).toMatch(/^[^[\]:*?/\\]{1,31}$/);
      const taken = new Set<string>();
      for (const { row, column, rows, columns } of plan.merges) {
        for (let i = row; i < row + rows; i++) for (let j = column; j < column + columns; j++) {
          expect(taken.has(`${String(i)},${String(j)}`)).toBe(false);
          taken.add(`${String(i)},${String(j)}`);
        }
      }
      for (const row of plan.rows) expect(row.length).toBeLessThanOrEqual(plan.columnWidths.length);
      expect(plan.rows.length).toBeGreaterThan(plan.frozenRows);
    }
  });

  test("never writes NaN or Infinity", () => {
    for (const plan of plans(context())) for (const cell of plan.rows.flat()) if (typeof cell?.value === "number") expect(Number.isFinite(cell.value)).toBe(true);
  });
});

describe("numbers that rounding would turn (R6)", () => {
  const school = (name: string, equipment: number): Cell[] => [name, "初级中学", null, 300, null, 18, null, 4, null, null, null, 4, 1900, 100, 3200, equipment, 8];
  test("the real value stands beside the verdict when the printed one would be judged otherwise", () => {
    const text = textOf(REPORTS.find(({ id }) => id === "indicators")?.build(context([school("丁中学", 74.99995), school("己中学", 80)]))[0] as SheetPlan);
    expect(text).toContain("达到85%（未舍入为 2499.998333333）");
  });
});

describe("the fingerprint (R27)", () => {
  const print = (rows: readonly (readonly Cell[])[], switches = {}): string => fingerprint(context(rows, switches));

  test("is the same for the same inputs and another for any changed figure, standard or switch", () => {
    const base = print(MIXED_TABLE);
    expect(print(MIXED_TABLE)).toBe(base);
    expect(base).toMatch(/^[0-9A-F]{5}-[0-9A-F]{5}-[0-9A-F]{4}$/);
    for (let column = 2; column < MIXED_HEAD.length; column++) {
      const edited = MIXED_TABLE.map((row, i) => (i === 2 ? row.map((cell, j) => (j === column ? Number(cell) + 1 : cell)) : row));
      expect(print(edited)).not.toBe(base);
    }
    expect(print(MIXED_TABLE, { shareTeachersByStudents: true })).not.toBe(base);
    const given = context(MIXED_TABLE);
    expect(fingerprint({ ...given, standard: { ...DEFAULT_STANDARD, schoolRule: { ...DEFAULT_STANDARD.schoolRule, atLeast: 5 } } })).not.toBe(base);
  });

  test("covers the county form, figure by figure", () => {
    const base = fingerprint(fullContext());
    expect(fingerprint(fullContext())).toBe(base);
    expect(fingerprint(fullContext({ "county.rotated": 73 }))).not.toBe(base);
    expect(fingerprint(fullContext({ "county.vetoExams": "是" }))).not.toBe(base);
    expect(fingerprint(fullContext({ "county.population": null }))).not.toBe(base);
  });

  test("covers class and room lists, places of schools, a second standard and the items' own lines", () => {
    const given = context();
    const base = fingerprint(given);
    const changed = (change: Partial<School>): string => {
      const schools = given.reading.schools.map((school, i) => (i === 0 ? { ...school, ...change } : school));
      return fingerprint({ ...given, judgement: judge(schools, DEFAULT_STANDARD, {}) });
    };
    expect(changed({})).toBe(base);
    expect(changed({ classes: [{ stage: "primary", students: 44, cell: "班级名册!C2" }] })).not.toBe(base);
    expect(changed({ rooms: [{ kind: "music", area: 96, cell: "专用教室名册!C2" }] })).not.toBe(base);
    expect(changed({ location: "urban" })).not.toBe(base);
    expect(fingerprint({ ...given, second: { standard: DEFAULT_STANDARD, judgement: given.judgement } })).not.toBe(base);
    expect(fingerprint({ ...given, book: { ...ITEM_BOOK, items: ITEM_BOOK.items.slice(1) } })).not.toBe(base);
  });
});

describe("定稿 (R27)", () => {
  test("every sheet of every report has one place that says whether it still agrees with the data", () => {
    for (const plan of plans(fullContext())) {
      const lines = plan.rows.flat().map(written).filter((text) => text.startsWith("定稿状态："));
      expect([plan.name, lines]).toEqual([plan.name, ["定稿状态：与当前数据一致（2026-11-22 生成）"]]);
      const place = markPlace(plan);
      expect(written(plan.rows[place?.row ?? -1]?.[place?.column ?? -1])).toContain("定稿状态");
    }
  });

  test("a report whose data changed is marked 与定稿不一致 with what to do, in the same place, and back again", () => {
    const place = { sheet: "义教均衡-申报表Ⅰ", row: 15, column: 0 };
    expect(reportMark(place, false, "2026-11-23")).toMatchObject({ ...place, text: "定稿状态：与定稿不一致——数据在生成后有改动，请重新生成（2026-11-23 核对）" });
    expect(reportMark(place, true, "2026-11-23")).toMatchObject({ ...place, text: "定稿状态：与当前数据一致（2026-11-23 核对）" });
  });

  test("a sheet without the line, such as a template, has no place", () => {
    expect(markPlace({ ...(plans(context())[0] as SheetPlan), rows: [] })).toBeNull();
  });
});

describe("数据问题清单", () => {
  test("lists every problem with its cell and what to do, worst first, even when nothing can be judged", () => {
    const { reading } = judged([sheet("全县", [["学校名称", "在校生数"], ["甲小学", "暂无"], ["甲小学", 3]])]);
    const plan = problemsPlan(reading);
    expect(reading.problems.length).toBeGreaterThan(0);
    for (const problem of reading.problems) for (const part of [problem.cell, problem.text, problem.remedy]) expect(textOf(plan)).toContain(part);
    const levels = plan.rows.slice(plan.frozenRows).map((row) => ["错误", "待确认", "疑问", "提示"].indexOf(written(row[1]))).filter((level) => level >= 0);
    expect(levels).toEqual([...levels].sort((a, b) => a - b));
  });

  test("says so when there is none", () => {
    expect(textOf(problemsPlan({ tables: [], schools: [], problems: [], passedOver: [] }))).toContain("没有发现数据问题");
  });
});
