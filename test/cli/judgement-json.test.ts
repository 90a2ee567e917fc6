import { judgementJson } from "../../src/cli/judgement-json";
import { mappingAnswers } from "../../src/cli/mapping-file";
import { UsageError } from "../../src/cli/usage";
import { judge, VERDICTS } from "../../src/engine";
import { readWorkbook, type Answers } from "../../src/reading";
import { DEFAULT_STANDARD } from "../../src/standards";
import { sheetBlocks } from "../../src/xlsx";
import type { Cell } from "../../src/grid/block";
import { newBook, newSheet } from "../xlsx/package-of";
import { cellsOf, HEADINGS, SCHOOLS } from "./county-file";

function blocksOf(rows: readonly (readonly Cell[])[]) {
  return sheetBlocks(newBook(newSheet("表", { cells: cellsOf(rows) })));
}

function printed(rows: readonly (readonly Cell[])[], answers: Answers = {}) {
  const reading = readWorkbook(blocksOf(rows), answers);
  return judgementJson(reading, judge(reading.schools, DEFAULT_STANDARD, {}), DEFAULT_STANDARD);
}

const COUNTY = [["某县义务教育学校基本情况"], HEADINGS, ...SCHOOLS];

describe("what judge prints", () => {
  test("has exactly the promised keys, seven numbers a school, and codes of R1 for verdicts", () => {
    const json = printed(COUNTY);
    expect(Object.keys(json)).toEqual(["tables", "problems", "schools", "county"]);
    expect(Object.keys(json.tables[0] ?? {})).toEqual(["sheet", "range", "mapping"]);
    expect(Object.keys(json.tables[0]?.mapping[0] ?? {})).toEqual(["column", "heading", "fact", "stage", "unit", "confidence"]);
    expect(Object.keys(json.county)).toEqual(["verdict", "reasons", "primary", "junior"]);
    expect(Object.keys(json.county.primary)).toEqual(["means", "variation", "provisional", "composite", "verdicts"]);
    for (const school of json.schools) {
      expect(Object.keys(school)).toEqual(["name", "stage", "row", "students", "values", "verdicts", "verdict", "gaps"]);
      expect([school.values.length, school.verdicts.length, school.gaps.length]).toEqual([7, 7, 7]);
      expect(VERDICTS).toEqual(expect.arrayContaining([...school.verdicts, school.verdict]));
    }
    for (const stage of [json.county.primary, json.county.junior]) expect([stage.means, stage.variation, stage.provisional, stage.verdicts].map((list) => list.length)).toEqual([7, 7, 7, 7]);
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  });

  test("gives unrounded values, R2's verdicts and gaps to the line (R23)", () => {
    const { schools, tables } = printed(COUNTY);
    expect(tables[0]).toMatchObject({ sheet: "表", range: "A2:L6" });
    expect(tables[0]?.mapping[3]).toMatchObject({ column: "D", heading: "在校生数", fact: "students", stage: null });
    expect(schools[0]).toMatchObject({ name: "实验小学", stage: "primary", row: "表!3", students: 1200, verdict: "met", gaps: [0, 0, 0, 0, 0, 0, 0] });
    expect(schools[0]?.values[0]).toBe((70 * 100) / 1200);
    expect(schools[1]?.verdicts[3]).toBe("floor");
    expect(schools[1]?.verdict).toBe("met");
    expect(schools[1]?.gaps[3]).toBeCloseTo(4.5 * 800 - 3500, 9);
    expect(schools[3]).toMatchObject({ stage: "junior", verdict: "unmet" });
    expect(schools[3]?.verdicts[0]).toBe("unmet");
    expect(schools[3]?.gaps[0]).toBe(13);
  });

  test("county: means, 差异系数 and verdict with its reasons in words", () => {
    const { county } = printed(COUNTY);
    expect(county.verdict).toBe("unmet");
    expect(county.reasons.join("\n")).toContain("县二中");
    expect(county.primary.means[0]).toBeCloseTo((120 * 100) / 2000, 12);
    expect(county.primary.variation).toEqual(county.primary.provisional);
  });

  test("a missing figure is null, never zero, and 差异系数 is provisional only (R9)", () => {
    const rows = COUNTY.map((row, i) => (i === 2 ? row.map((cell, j) => (j === 4 ? null : cell)) : row));
    const { schools, county } = printed(rows);
    expect(schools[0]).toMatchObject({ verdict: "undetermined" });
    expect([schools[0]?.values[0], schools[0]?.gaps[0]]).toEqual([null, null]);
    expect(county.primary.variation[0]).toBeNull();
    expect(county.primary.provisional[0]).not.toBeNull();
    expect(county.primary.verdicts[0]).toBe("undetermined");
  });

  test("a stage without schools has empty numbers and is undetermined", () => {
    const { county } = printed([HEADINGS, ...SCHOOLS.slice(0, 2)]);
    expect(county.junior).toEqual({ means: new Array(7).fill(null), variation: new Array(7).fill(null), provisional: new Array(7).fill(null), composite: null, verdicts: new Array(7).fill("undetermined") });
    expect(county.verdict).toBe("undetermined");
  });

  test("a school of no known stage stands there undetermined (R12)", () => {
    const rows = COUNTY.map((row, i) => (i === 2 ? row.map((cell, j) => (j === 1 ? "育才学校" : j === 2 ? null : cell)) : row));
    expect(printed(rows).schools.find((school) => school.name === "育才学校")).toMatchObject({ row: "表!3", verdict: "undetermined", values: new Array(7).fill(null) });
  });

  test("who is not evaluated is listed with the reason, for it stands in no row (R16, R17)", () => {
    const rows = COUNTY.map((row, i) => (i === 2 ? row.map((cell, j) => (j === 1 ? "河湾教学点" : j === 2 ? "教学点" : j === 3 ? 49 : cell)) : row));
    const { problems, schools } = printed(rows);
    expect(schools.some((school) => school.name === "河湾教学点")).toBe(false);
    expect(problems.filter((problem) => problem.rule === "excluded")).toEqual([{ cell: "表!3", rule: "excluded", text: "“河湾教学点”：教学点在校生 49 人（表!D3），不足 50 人，不参评", candidates: [] }]);
  });

  test.each([["an empty sheet", []], ["a sheet without schools", [["通知"], ["请各校于周五前报送"]]]])("%s passes nothing and says why", (_, rows) => {
    const json = printed(rows);
    expect([json.tables, json.schools, json.county.verdict]).toEqual([[], [], "undetermined"]);
    expect(json.problems).toMatchObject([{ cell: "表!A1", rule: "no-table" }]);
    expect(json.problems[0]?.text).not.toBe("");
  });
});

describe("--mapping decides what a column is", () => {
  const AMBIGUOUS = [["学校名称", "办学类型", "学生数", "某某值"], ["一小", "小学", 800, 60], ["二小", "小学", 600, 55]];
  const reading = () => readWorkbook(blocksOf(AMBIGUOUS), {});
  const entry = { sheet: "表", column: "D", fact: "teachersAboveRequired", stage: null, unit: "人" };

  test.each([
    ["a list of columns", JSON.stringify([entry])],
    ["a list that starts with a byte order mark and names no sheet", `\uFEFF${JSON.stringify([{ column: "d", fact: entry.fact }])}`],
    ["judge's own output, corrected", JSON.stringify({ ...printed(AMBIGUOUS), tables: [{ sheet: "表", mapping: [entry] }] })],
  ])("%s", (_, text) => {
    const json = printed(AMBIGUOUS, mappingAnswers(text, reading()));
    expect(json.tables[0]?.mapping[3]).toMatchObject({ column: "D", fact: "teachersAboveRequired" });
    expect(json.schools[0]?.values[0]).toBe(7.5);
  });

  test("a unit of ten thousand counts as such", () => {
    const answers = mappingAnswers(JSON.stringify([{ column: "D", fact: "equipmentValue", unit: "万元" }]), reading());
    expect(printed(AMBIGUOUS, answers).schools[0]?.values[5]).toBe(750);
  });

  test("judge's own output unchanged decides nothing", () => {
    expect(mappingAnswers(JSON.stringify(printed(COUNTY)), readWorkbook(blocksOf(COUNTY), {}))).toEqual({});
  });

  test("answers by key are taken as they are", () => {
    const answers = { "type|育才学校": { kind: "type", value: "nineYear" } };
    expect(mappingAnswers(JSON.stringify(answers), reading())).toEqual(answers);
  });

  test.each([
    ["no JSON", "{", /JSON/],
    ["something else", "3", /映射文件/],
    ["an entry without a column", '[{"fact":"students"}]', /column/],
    ["a fact nobody knows", '[{"column":"D","fact":"wealth"}]', /wealth/],
    ["a stage nobody knows", '[{"column":"D","fact":"students","stage":"中学"}]', /stage/],
    ["a column outside the table", '[{"column":"ZZ","fact":"students"}]', /ZZ/],
    ["a sheet that is not there", '[{"sheet":"别的","column":"D","fact":"students"}]', /别的/],
  ])("%s is refused in words", (_, text, words) => {
    expect(() => mappingAnswers(text, reading())).toThrow(UsageError);
    expect(() => mappingAnswers(text, reading())).toThrow(words);
  });
});
