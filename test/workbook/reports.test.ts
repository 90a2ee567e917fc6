import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { DEFAULT_STANDARD } from "../../src/standards";
import { fingerprint, legendPlan, problemsPlan, REPORTS, SHEET_PREFIX, type PlanCell, type ReportContext, type SheetPlan } from "../../src/workbook";
import type { Cell } from "../../src/grid/block";
import { MIXED_HEAD, MIXED_TABLE } from "./mixed-county";
import { judged, sheet } from "./sheets";

/** A small county: two stages, a school that fails, one at 85 %, one with a blank, one left out. */
const COUNTY: readonly (readonly Cell[])[] = [
  ["甲小学", "小学", 400, null, 20, null, 5, null, 2, 1, 1, null, 2000, 100, 3100, 90, 10],
  ["乙小学", "小学", 300, null, 20, null, 2, null, 2, 1, 1, null, 2000, 100, 3000, 40, 10],
  ["丙学校", "九年一贯制", 1200, 1500, 60, 90, 15, 20, 6, 4, 4, 15, 12100, 100, 24000, 640, 66],
  ["丁中学", "初级中学", null, 300, null, 18, null, 4, null, null, null, 4, 1900, 100, 3000, 74.99, 8],
  ["戊中学", "初级中学", null, 500, null, 30, null, 8, null, null, null, 5, 3100, 100, 5200, null, 12],
  ["沟里教学点", "教学点", 12, null, 2, null, 0, null, 1, 0, 0, null, 200, 0, 300, 2, 1],
];

function context(rows: readonly (readonly Cell[])[] = COUNTY, switches = {}): ReportContext {
  const { reading, judgement } = judged([sheet("全县", [MIXED_HEAD, ...rows])], {}, switches);
  return { reading, judgement, standard: DEFAULT_STANDARD, workbookName: "示范县.xlsx", date: "2026-11-22", dataDate: "2026-09-01" };
}

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
    expectGolden(id, report.build(context()).map(drawn).join("\n"));
  });

  test("the legend is as it was last agreed", () => {
    expectGolden("legend", drawn(legendPlan(context())));
  });
});

const plans = (given: ReportContext): SheetPlan[] => [...REPORTS.flatMap((report) => report.build(given)), legendPlan(given)];
const textOf = (plan: SheetPlan): string => plan.rows.flat().map(written).join("\n");

describe("every report", () => {
  test("carries date, standard, switches, counts in and out by name and reason, 名单未核对 and the fingerprint (R17, R27)", () => {
    const given = context();
    for (const plan of plans(given)) {
      const text = textOf(plan);
      expect(plan.name.startsWith(SHEET_PREFIX)).toBe(true);
      for (const part of ["示范县.xlsx", "2026-11-22", "2026-09-01", "教督〔2017〕6号", "口径：默认", "5 所学校，6 个学段（小学 3、初中 3）", "沟里教学点", "教学点在校生 12 人", "名单未核对", fingerprint(given.judgement, DEFAULT_STANDARD)]) {
        expect(text).toContain(part);
      }
    }
  });

  test("says the switch beside its result (R5)", () => {
    const given = context(COUNTY, { shareTeachersByStudents: true });
    for (const plan of plans(given)) expect(textOf(plan)).toContain("按在校生数分摊");
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
  const print = (rows: readonly (readonly Cell[])[], switches = {}): string => fingerprint(context(rows, switches).judgement, DEFAULT_STANDARD);
  test("is the same for the same inputs and another for any changed figure, standard or switch", () => {
    const base = print(MIXED_TABLE);
    expect(print(MIXED_TABLE)).toBe(base);
    expect(base).toMatch(/^[0-9A-F]{5}-[0-9A-F]{5}-[0-9A-F]{4}$/);
    for (let column = 2; column < MIXED_HEAD.length; column++) {
      const edited = MIXED_TABLE.map((row, i) => (i === 2 ? row.map((cell, j) => (j === column ? Number(cell) + 1 : cell)) : row));
      expect(print(edited)).not.toBe(base);
    }
    expect(print(MIXED_TABLE, { shareTeachersByStudents: true })).not.toBe(base);
    const { judgement } = context(MIXED_TABLE);
    expect(fingerprint(judgement, { ...DEFAULT_STANDARD, schoolRule: { ...DEFAULT_STANDARD.schoolRule, atLeast: 5 } })).not.toBe(base);
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
