import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { wholeJson, type Choices, type WholeJson } from "../../src/cli/whole-json";
import type { SheetBlock } from "../../src/grid/block";
import { readWorkbook } from "../../src/reading";
import { DEFAULT_STANDARD, findPlan, ITEM_BOOK } from "../../src/standards";
import { blockOf } from "../workbook/templates/fill";
import { answeredForm, schoolBlock, template } from "../workbook/templates/filled-county";
import { countyFile } from "./county-file";

const CHOICES: Choices = { standard: DEFAULT_STANDARD, switches: {}, plan: null };

function printed(blocks: readonly SheetBlock[], choices: Partial<Choices> = {}): WholeJson {
  return wholeJson(readWorkbook(blocks, {}), { ...CHOICES, ...choices });
}

const item = (json: WholeJson, id: string) => json.items.find((one) => one.id === id);

/** The own-standard template with one line changed. */
function ownLines(id: string, column: number, value: number): SheetBlock {
  const block = blockOf(template("own-standard"));
  return { ...block, values: block.values.map((row) => (row[0] === id ? row.map((cell, j) => (j === column ? value : cell)) : row)) };
}

describe("what judge prints besides 资源配置", () => {
  test("every item of the standard with verdict, conclusion, values, lacks and schools, after the keys it always had", () => {
    const json = printed([schoolBlock, answeredForm()]);
    expect(Object.keys(json)).toEqual(["tables", "problems", "schools", "county", "conclusion", "items", "switches", "local", "own"]);
    expect(json.items.map(({ id }) => id)).toEqual(ITEM_BOOK.items.map(({ id }) => id));
    expect(Object.keys(json.items[0] ?? {})).toEqual(["id", "part", "term", "verdict", "conclusion", "values", "lacks", "schools", "notes"]);
    expect(item(json, "C2")).toMatchObject({ verdict: "met", values: [{ value: 98.33333333333333, line: 95 }] });
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  });

  test("a county that meets everything: 县域结论 达标, without a reason against it (R3)", () => {
    const json = printed([schoolBlock, answeredForm()]);
    expect([json.county.verdict, json.conclusion]).toEqual(["met", { verdict: "met", reasons: [] }]);
  });

  test("without a county form there is no 县域结论 (R3), and what the form would say is lacking", () => {
    const json = printed([schoolBlock]);
    expect(json.conclusion).toBeNull();
    expect(item(json, "E1")).toMatchObject({ verdict: "undetermined" });
    expect(item(json, "E1")?.lacks.length).toBeGreaterThan(0);
  });

  test.each([
    ["a veto that occurred fails the county", { "county.vetoExams": "是" }, "unmet", /以考试方式招生/],
    ["a veto left blank leaves it 数据不足", { "county.vetoExams": null }, "undetermined", /考试方式招生/],
  ] as const)("县域结论: %s (R3)", (_, changes, verdict, reason) => {
    const json = printed([schoolBlock, answeredForm(changes)]);
    expect(item(json, "E1")?.verdict).toBe(verdict);
    expect(json.conclusion?.reasons.join()).toMatch(reason);
    expect(json.conclusion?.verdict).toBe(verdict);
  });

  test("switches that are on are named, in the result and in the items they touch (R5)", () => {
    const json = printed([schoolBlock, answeredForm()], { switches: { roomsTogether: true } });
    expect(json.switches.map(({ id }) => id)).toEqual(["roomsTogether"]);
    expect(item(json, "B3")?.notes.join()).toContain("按口径");
    expect(item(json, "B2")?.notes.join()).not.toContain("按口径");
    expect(printed([schoolBlock]).switches).toEqual([]);
  });

  test("a local plan is judged beside the national verdict and changes nothing in it (R5, R26)", () => {
    const plan = findPlan("ordos-2024");
    if (!plan) throw new Error("no plan");
    const blocks = [schoolBlock, answeredForm({ "county.disabledEnrolled": 115 })];
    const county = plan.counties[0] ?? "";
    const json = printed(blocks, { plan: { plan, choice: { plan: plan.id, county, year: 2026 } } });
    const row = json.local?.find(({ term }) => term.includes("残疾儿童"));
    expect(item(json, "C2")?.verdict).toBe("met");
    expect(row).toMatchObject({ verdict: "unmet", target: { value: 97 } });
    expect({ ...json, local: null }).toEqual(printed(blocks));
  });

  test("a sheet 自定标准 is judged beside the national standard and changes nothing in it (R5)", () => {
    const blocks = [schoolBlock, answeredForm()];
    const json = printed([...blocks, ownLines("A2", 2, 15)]);
    expect(json.own?.county.verdict).toBe("unmet");
    expect(json.own?.schools.some(({ verdicts }) => verdicts[1] === "unmet")).toBe(true);
    expect(json.schools).toEqual(printed(blocks).schools);
    expect(json.county).toEqual(printed(blocks).county);
  });
});

describe("on the command line", () => {
  const folder = mkdtempSync(join(tmpdir(), "yjjh-"));
  const file = join(folder, "县.xlsx");
  beforeAll(async () => { writeFileSync(file, await countyFile({ 学校数据表: schoolBlock.values, 县级填报表: answeredForm().values })); });
  afterAll(() => { rmSync(folder, { recursive: true }); });

  function run(...args: string[]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "src/cli/judge.ts", file, ...args], { encoding: "utf8" });
    return { status, stdout, stderr };
  }

  test("--switch, --plan, --county and --year are heeded, the county form is read from the file", () => {
    const { status, stdout } = run("--switch", "compareRounded", "--switch", "roomsByStage", "--plan", "ordos-2024", "--county", findPlan("ordos-2024")?.counties[0] ?? "", "--year", "2026");
    expect(status).toBe(0);
    const json = JSON.parse(stdout) as WholeJson;
    expect(json.switches.map(({ id }) => id).sort()).toEqual(["compareRounded", "roomsByStage"]);
    expect(json.conclusion).not.toBeNull();
    expect(json.local?.length).toBeGreaterThan(10);
  });

  test.each<[string, string[], RegExp]>([
    ["a switch nobody knows", ["--switch", "easy"], /没有编号为“easy”的口径.*reliefSportArtTeachers/s],
    ["a plan nobody knows", ["--plan", "x", "--county", "甲", "--year", "2026"], /没有编号为“x”的地方方案.*ordos-2024/s],
    ["a plan without a year", ["--plan", "ordos-2024", "--county", "甲"], /--plan 编号 --county 县名 --year 年份/],
    ["a county the plan does not name", ["--plan", "ordos-2024", "--county", "海淀区", "--year", "2026"], /里没有“海淀区”/],
    ["a year that is none", ["--plan", "ordos-2024", "--county", findPlan("ordos-2024")?.counties[0] ?? "", "--year", "明年"], /四位年份/],
  ])("%s: the choices there are, exit code 2", (_, args, words) => {
    const { status, stdout, stderr } = run(...args);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(words);
  });
});
