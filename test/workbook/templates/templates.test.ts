import { judge, judgeItems, TYPE_TERMS } from "../../../src/engine";
import type { Cell, SheetBlock } from "../../../src/grid/block";
import { readWorkbook, type Reading } from "../../../src/reading";
import { DEFAULT_STANDARD, ITEM_BOOK, ITEM_FACTS } from "../../../src/standards";
import { SHEET_PREFIX, TEMPLATES } from "../../../src/workbook";
import { blockOf, filled, headingsOf } from "./fill";
import { answeredForm, school, schoolBlock, SCHOOLS, template } from "./filled-county";

const read = (...blocks: SheetBlock[]): Reading => readWorkbook(blocks, {});
const asked = (reading: Reading): string[] => reading.problems.filter(({ severity, question }) => severity === "error" || question !== null).map(({ cell, text }) => `${cell} ${text}`);

describe("every template", () => {
  test("has one sheet name, apart from the names of our own sheets, which the bureau makes its own", () => {
    expect(TEMPLATES.map((one) => template(one.id).name)).toEqual(["学校数据表", "县级填报表", "班级名册", "专用教室名册", "教师名册", "自定标准"]);
    expect(TEMPLATES.every((one) => !template(one.id).name.startsWith(SHEET_PREFIX))).toBe(true);
  });

  test.each(TEMPLATES.map((one) => [one.term, template(one.id)] as const))("%s: headings stay in sight and on every printed page, and what is typed is checked and explained", (_, plan) => {
    const [first, last] = plan.printTitleRows ?? [-1, -1];
    expect(plan.frozenRows).toBe(last + 1);
    expect(plan.rows[first]?.some((cell) => cell?.style === "header")).toBe(true);
    expect(plan.validations?.length).toBeGreaterThan(5);
    for (const { note, rule, area } of plan.validations ?? []) {
      expect(area.row).toBeGreaterThan(last);
      expect(area.column).toBeLessThan(plan.columnWidths.length);
      expect(note?.title.length).toBeLessThanOrEqual(32);
      expect(note?.text.length).toBeLessThanOrEqual(255);
      expect(note?.text).not.toBe("");
      const sentences = note?.text.split("。").filter((one) => one !== "") ?? [];
      expect(sentences).toEqual([...new Set(sentences)]);
      // Excel takes a list of at most 255 characters.
      if (rule.kind === "list") expect(rule.values.join(",").length).toBeLessThanOrEqual(255);
    }
  });

  test.each(TEMPLATES.map((one) => [one.term, template(one.id)] as const))("%s: merged headings do not overlap and lie inside the sheet", (_, plan) => {
    const taken = new Set<string>();
    for (const area of plan.merges) {
      for (let row = area.row; row < area.row + area.rows; row += 1) for (let column = area.column; column < area.column + area.columns; column += 1) {
        expect(column).toBeLessThan(plan.columnWidths.length);
        expect(taken.has(`${String(row)},${String(column)}`)).toBe(false);
        taken.add(`${String(row)},${String(column)}`);
      }
    }
  });

  test("not filled in: no school, no figure, no question comes of it", () => {
    const reading = read(...TEMPLATES.map((one) => blockOf(template(one.id))));
    expect(reading.schools).toEqual([]);
    expect(asked(reading)).toEqual([]);
    expect(Object.values(reading.county?.figures ?? {}).every(({ value }) => value === null)).toBe(true);
  });
});

describe("学校数据表", () => {
  test("asks for the raw figures of all seven indicators and for every school fact of the items", () => {
    const mapped = new Set(read(schoolBlock).tables.flatMap((table) => table.mapping.map(({ fact }) => fact)));
    const wanted = ITEM_FACTS.filter(({ level }) => level === "school").map(({ id }) => id);
    expect(wanted.filter((id) => !mapped.has(id))).toEqual([]);
    for (const { id, formula } of DEFAULT_STANDARD.indicators) {
      expect([id, formula.ways.some(({ terms }) => terms.every(({ fact }) => mapped.has(fact)))]).toEqual([id, true]);
    }
  });

  test("one sheet serves 小学, 初中, 九年一贯制 and 完全中学: filled in, it is read without a question and judged", () => {
    const reading = read(schoolBlock);
    expect(asked(reading)).toEqual([]);
    const judgement = judge(reading.schools, DEFAULT_STANDARD, {});
    expect(reading.schools.map(({ name, type, stages }) => [name, type, stages.join()])).toEqual([
      ["示范县第一小学", "primary", "primary"], ["示范县第一中学", "junior", "junior"], ["示范县实验学校", "nineYear", "primary,junior"], ["示范县完全中学", "complete", "junior"],
    ]);
    expect(judgement.table.count).toBe(5);
    expect(judgement.county.reasons.filter(({ verdict }) => verdict === "undetermined")).toEqual([]);
  });

  test("every 办学类型 of its list is understood", () => {
    const list = template("schools").validations?.find(({ note }) => note?.title === "办学类型")?.rule;
    const types = list?.kind === "list" ? list.values : [];
    expect(types.length).toBeGreaterThan(8);
    const reading = read(filled(template("schools"), types.map((type, i) => school(`甲${String(i)}学校`, type, ["小学", "初中", "高中"]))));
    expect(reading.schools.map(({ type }) => type && TYPE_TERMS[type])).toEqual(types);
  });

  test("a blank figure is asked for, never taken for 0 (R7)", () => {
    const reading = read(filled(template("schools"), [school("示范县第一小学", "小学", ["小学"], { "运动场地面积（㎡）": null }), ...SCHOOLS.slice(1)]));
    const judgement = judge(reading.schools, DEFAULT_STANDARD, {});
    expect(judgement.county.reasons.map(({ verdict }) => verdict)).toContain("undetermined");
  });
});

describe("县级填报表", () => {
  test("has one row for every figure of the county, each wording once", () => {
    const facts = ITEM_FACTS.filter(({ level }) => level === "county");
    const terms = blockOf(template("county")).values.map((row) => row[2]);
    expect(facts.map(({ term }) => terms.filter((one) => one === term).length)).toEqual(facts.map(() => 1));
  });

  test("filled in as its examples, every line is read without a question", () => {
    const reading = read(schoolBlock, answeredForm());
    expect(asked(reading)).toEqual([]);
    const missing = ITEM_FACTS.filter(({ level, kind }) => level === "county" && kind !== "text").filter(({ id }) => (reading.county?.figures[id]?.value ?? null) === null).map(({ id }) => id);
    expect(missing).toEqual([]);
    expect(reading.dataDate?.text).toContain("2025");
  });

  test("with it and the school sheet every item of the county is judged: none lacks data for want of a place to enter it", () => {
    const reading = read(schoolBlock, answeredForm());
    const judgement = judge(reading.schools, DEFAULT_STANDARD, {});
    const items = judgeItems({ schools: reading.schools, judgement, county: reading.county?.figures ?? {}, hasForm: reading.county !== undefined }, ITEM_BOOK, DEFAULT_STANDARD, {});
    expect(items.findings.filter(({ verdict }) => verdict === "undetermined").map(({ item, lacks }) => [item.id, lacks.map(({ text }) => text).join("；")])).toEqual([]);
    expect(items.hasForm).toBe(true);
  });

  test("a line left blank leaves its item 数据不足, with the line named (R3)", () => {
    const reading = read(schoolBlock, answeredForm({ "county.vetoExams": null }));
    const judgement = judge(reading.schools, DEFAULT_STANDARD, {});
    const items = judgeItems({ schools: reading.schools, judgement, county: reading.county?.figures ?? {}, hasForm: true }, ITEM_BOOK, DEFAULT_STANDARD, {});
    const [veto] = items.findings.filter(({ item }) => item.id === "E1");
    expect(veto?.verdict).toBe("undetermined");
    expect(veto?.lacks.map(({ text }) => text).join()).toContain("以考试方式招生");
  });
});

describe("名册", () => {
  const names = SCHOOLS.map((row) => String(row["学校名称"]));

  test("班级名册: filled in, classes are counted into their schools without a question", () => {
    const rows = names.flatMap((name, i) => Array.from({ length: 10 }, (_, k) => ({ 学校名称: name, 学段: i === 0 || i === 2 ? "小学" : "初中", 年级: "一年级", 班级: `${String(k + 1)}班`, "学生数（人）": 40 })));
    const second = Array.from({ length: 10 }, (_, k) => ({ 学校名称: "示范县实验学校", 学段: "初中", 年级: "七年级", 班级: `${String(k + 1)}班`, "学生数（人）": 40 }));
    const reading = read(schoolBlock, filled(template("classes"), [...rows, ...second]));
    expect(asked(reading)).toEqual([]);
    expect(reading.lists?.map(({ kind, schools, rows: count }) => [kind, schools, count])).toEqual([["classes", 4, 50]]);
    expect(reading.schools.map(({ classes }) => classes?.length)).toEqual([10, 10, 20, 10]);
  });

  test("专用教室名册: filled in, rooms stand with their schools, with area and kind", () => {
    const rows = names.flatMap((name) => [["音乐专用教室", 100], ["美术专用教室", 92.5]].map(([kind, area]) => ({ 学校名称: name, 教室类别: kind ?? null, 教室名称: "综合楼301", "面积（㎡）": area ?? null })));
    const reading = read(schoolBlock, filled(template("rooms"), rows));
    expect(reading.lists?.map(({ kind, schools }) => [kind, schools])).toEqual([["rooms", 4]]);
    expect(reading.schools[0]?.rooms?.map(({ kind, area }) => [kind, area])).toEqual([["music", 100], ["fineArt", 92.5]]);
  });

  test("教师名册: filled in, teachers are counted into schools whose own columns are empty", () => {
    const teacher = (name: string, stage: string, i: number): Record<string, Cell> => ({
      学校名称: name, 学段: stage, 姓名: `教师${name}${String(i)}`, 是否专任教师: i === 0 ? "否" : "是", 最高学历: i < 3 ? "高中阶段及以下" : "大学本科",
      任教学科: i === 5 ? "体育" : "语文", 骨干教师级别: i === 6 ? "县级" : "无", 是否持有教师资格证: "是", 是否完成5年360学时培训: i === 7 ? "否" : "是",
    });
    const rows = Array.from({ length: 10 }, (_, i) => teacher("示范县第一小学", "小学", i));
    const bare = school("示范县第一小学", "小学", ["小学"], Object.fromEntries(headingsOf(template("schools")).filter((heading) => /教师/.test(heading)).map((heading) => [heading, null])));
    const reading = read(filled(template("schools"), [bare]), filled(template("teachers"), rows));
    const value = (fact: string) => reading.schools[0]?.figures[fact]?.primary?.value ?? reading.schools[0]?.figures[fact]?.school?.value ?? null;
    expect(["fullTimeTeachers", "teachersAboveRequired", "sportArtTeachers", "backboneTeachers", "teachersTrained"].map(value)).toEqual([9, 7, 1, 1, 8]);
  });
});

describe("自定标准", () => {
  test("as handed out it holds the national lines and changes none of them", () => {
    const reading = read(schoolBlock, blockOf(template("own-standard")));
    expect(asked(reading)).toEqual([]);
    const lines = reading.ownStandard?.lines ?? [];
    for (const { id, lines: own } of DEFAULT_STANDARD.indicators) expect(lines.find(({ overrides }) => overrides === id)?.lines).toEqual(own);
    expect(lines.find(({ overrides }) => overrides === "variation")?.lines).toEqual(DEFAULT_STANDARD.variationRule.limits);
    expect(lines.length).toBeGreaterThan(DEFAULT_STANDARD.indicators.length + 5);
    expect(lines.every(({ document }) => document !== "")).toBe(true);
  });

  test("an added line of a bureau's own is read with its facts", () => {
    const plan = template("own-standard");
    const block = filled(plan, [{ 指标名称: "师生比", 小学标准: 6, 初中标准: 7, 单位: "人", 比较: "不低于", 分子数据项: "专任教师数", 分母数据项: "在校生数", 每: 100, 依据文件: "示范县〔2026〕1号", 条款: "二" }]);
    const reading = read(schoolBlock, block);
    expect(asked(reading)).toEqual([]);
    expect(reading.ownStandard?.lines).toMatchObject([{ overrides: null, term: "师生比", numerator: "fullTimeTeachers", denominator: "students", per: 100, lines: { primary: 6, junior: 7 } }]);
  });
});
