import { judge, ownStandard, type OwnStandardReading } from "../../src/engine";
import type { Cell } from "../../src/grid/block";
import { readOwnStandard, readWorkbook } from "../../src/reading";
import { DEFAULT_STANDARD, ITEM_BOOK } from "../../src/standards";
import { TEMPLATES } from "../../src/workbook";
import { county } from "../engine/schools";
import { sheet } from "./sheet";

const HEAD = ["指标编号", "指标名称", "小学标准", "初中标准", "统一标准", "单位", "比较", "分子数据项", "分母数据项", "每", "依据文件", "条款"];
const FILE = "甲县〔2026〕1号";

type Row = Partial<Record<"id" | "term" | "primary" | "junior" | "all" | "unit" | "comparison" | "above" | "below" | "per" | "document" | "section", Cell>>;
const row = ({ id, term, primary, junior, all, unit, comparison, above, below, per, document = FILE, section = "第三条" }: Row): Cell[] =>
  [id, term, primary, junior, all, unit, comparison, above, below, per, document, section].map((cell) => cell ?? null);

const read = (...rows: Row[]) => readOwnStandard(sheet([["甲县义务教育标准"], HEAD, ...rows.map(row)], "自定标准"))!;
const lines = (reading: OwnStandardReading) => reading.lines.map(({ overrides, lines: values }) => [overrides, values]);

describe("a sheet 自定标准", () => {
  test("is found by its headings wherever they stand; other sheets are none", () => {
    expect(read({ id: "A4", primary: 5 }).reading).toMatchObject({ name: "甲县义务教育标准", sheet: "自定标准" });
    expect(readOwnStandard(sheet([["学校名称", "在校生数"], ["甲小学", 300]]))).toBeNull();
    expect(readOwnStandard(sheet([["依据", "标准"], ["甲", 1]]))).toBeNull();
    const moved = readOwnStandard(sheet([[null, "依据文件", "初中标准", "指标名称"], [null, FILE, 6, "骨干教师"]]));
    expect(moved && lines(moved.reading)).toEqual([["A2", { junior: 6 }]]);
  });

  test("a line is named by its number, its official or its short name", () => {
    for (const named of [{ id: "A2" }, { id: "a2" }, { term: "每百名学生拥有县级以上骨干教师数" }, { term: "骨干教师" }]) {
      expect(lines(read({ ...named, primary: 1.2, junior: 1.5 }).reading)).toEqual([["A2", { primary: 1.2, junior: 1.5 }]]);
    }
    expect(lines(read({ id: "C2", all: 97 }, { term: "校际差异系数", primary: 0.45, junior: 0.4 }).reading)).toEqual([["C2", { all: 97 }], ["variation", { primary: 0.45, junior: 0.4 }]]);
    expect(lines(read({ id: "B11.2", all: 25 }).reading)).toEqual([["B11.2", { all: 25 }]]);
  });

  test.each<[string, Row, string, string]>([
    ["an unknown number", { id: "A9", primary: 5 }, "A3", "相近的有"],
    ["an unknown name, with the nearest", { term: "骨干老师数", primary: 5 }, "B3", "县级以上骨干教师"],
    ["an item with several lines by its number alone", { id: "B11", all: 12 }, "A3", "B11.1"],
    ["a negative line", { id: "A4", primary: -5 }, "C3", "不能是 -5"],
    ["a line of 0", { id: "A4", primary: 0 }, "C3", "不能是 0"],
    ["words in a line", { id: "A4", primary: "五平方米" }, "C3", "不是这项指标的数"],
    ["a sign in a line", { id: "A4", primary: "≥5" }, "C3", "只写数"],
    ["more than 100 %", { id: "C2", all: 120 }, "E3", "大于 100%"],
    ["the name of an item whose own line cannot be changed here", { term: "学校规模", all: 1800 }, "B3", "没有可改的指标"],
    ["its number", { id: "B4", all: 1800 }, "A3", "没有可改的指标"],
    ["a number and a name of two different indicators", { id: "A4", term: "骨干教师", primary: 5 }, "B3", "A4"],
    ["a limit of 差异系数 in per cent", { id: "variation", primary: 45 }, "C3", "相差 20 倍以上"],
    ["the same of 基本均衡", { id: "F2.1", all: 60 }, "E3", "相差 20 倍以上"],
    ["元 typed in 万元 without its unit", { id: "A6", primary: 0.25 }, "C3", "核对单位"],
    ["a unit of something else", { id: "A4", primary: 5, unit: "人" }, "F3", "单位"],
    ["a per cent where none belongs", { id: "A2", primary: "5%" }, "C3", "不是这项指标的数"],
    ["the other comparison", { id: "A4", primary: 5, comparison: "不超过" }, "G3", "不能用"],
    ["an unknown comparison", { id: "A4", primary: 5, comparison: "差不多" }, "G3", "不是比较方式"],
    ["no document", { id: "A4", primary: 5, document: null }, "K3", "依据文件"],
    ["a stage's line and one for all", { id: "A4", primary: 5, all: 6 }, "E3", "同时填了"],
    ["a stage's line where stages are not told apart", { id: "C2", primary: 97 }, "C3", "不分学段"],
    ["an unknown fact, with the nearest", { term: "生机比", all: 5, above: "图书册树" }, "H3", "图书册数"],
    ["facts of different levels", { term: "怪比", all: 5, above: "图书册数", below: "人口总数" }, "I3", "不能相除"],
    ["a county's fact without a line for all", { term: "人口", primary: 5, above: "人口总数" }, "E3", "统一标准"],
    ["a factor that is none", { term: "生均图书", primary: 5, above: "图书册数", below: "在校生数", per: "百" }, "J3", "不是正数"],
    ["an added line without a number", { term: "生均图书", above: "图书册数", below: "在校生数" }, "E3", "没有写标准"],
  ])("%s is told in its cell, the other lines are taken", (_, wrong, cell, text) => {
    const { reading, problems } = read(wrong, { id: "A7", primary: 3 });
    expect(problems.map((one) => one.cell)).toEqual([`自定标准!${cell}`]);
    expect(problems[0]).toMatchObject({ severity: "error" });
    expect(problems[0]!.text + problems[0]!.remedy).toContain(text);
    expect(lines(reading)).toEqual([["A7", { primary: 3 }]]);
  });

  test("a line given twice is told, the first one holds", () => {
    const { reading, problems } = read({ id: "A4", primary: 5 }, { term: "教学用房", primary: 6 });
    expect(lines(reading)).toEqual([["A4", { primary: 5 }]]);
    expect(problems.map(({ cell }) => cell)).toEqual(["自定标准!A4"]);
  });

  test("a name of the bureau's own beside a number is no contradiction", () => {
    expect(read({ id: "A4", term: "本县教学用房", primary: 5 }, { id: "A2", term: "骨干教师", primary: 1.2 }).problems).toEqual([]);
  });

  test("97 typed as 97 % stands in the cell as 0.97: read as 97, and said", () => {
    const { reading, problems } = read({ id: "C2", all: 0.97 });
    expect(lines(reading)).toEqual([["C2", { all: 97 }]]);
    expect(problems).toMatchObject([{ cell: "自定标准!E3", severity: "warning", text: "0.97 按 97% 读" }]);
  });

  test("万元 is read into 元", () => { expect(lines(read({ id: "A6", primary: 0.25, unit: "万元" }).reading)).toEqual([["A6", { primary: 2500 }]]); });

  test("rows without a line ask for nothing and are no problem", () => {
    expect(read({ id: "A4" }, {}, { term: "说明：只改需要改的", document: null })).toMatchObject({ reading: { lines: [] }, problems: [] });
  });

  test("the template as handed out changes nothing and has no problem", () => {
    const plan = TEMPLATES.find(({ id }) => id === "own-standard")!.build(DEFAULT_STANDARD, ITEM_BOOK);
    const found = readOwnStandard(sheet(plan.rows.map((cells) => cells.map((cell) => (typeof cell?.value === "object" ? null : cell?.value ?? null))), plan.name))!;
    expect(found.problems).toEqual([]);
    expect(found.reading.lines.length).toBeGreaterThan(15);
    const own = ownStandard(found.reading, DEFAULT_STANDARD, ITEM_BOOK);
    expect(own.standard.indicators).toEqual(DEFAULT_STANDARD.indicators);
    expect(own.standard.variationRule).toEqual(DEFAULT_STANDARD.variationRule);
    expect(own.book.items).toEqual(ITEM_BOOK.items);
  });

  test("is read with the workbook, its problems among the others", () => {
    const { ownStandard: found, problems } = readWorkbook([sheet([HEAD, row({ id: "A4", primary: 5 }), row({ id: "A9", primary: 1 })], "本县标准")], {});
    expect(found && lines(found)).toEqual([["A4", { primary: 5 }]]);
    expect(problems.map(({ cell }) => cell)).toContain("本县标准!A3");
  });
});

describe("a bureau's own standard laid over the national one", () => {
  const over = (...rows: Row[]) => ownStandard(read(...rows).reading, DEFAULT_STANDARD, ITEM_BOOK);

  test("changes the lines it names, with its document, and no other; the national one stays as it is", () => {
    const before = structuredClone(DEFAULT_STANDARD.indicators);
    const { standard } = over({ id: "A4", primary: 5 }, { id: "variation", junior: 0.4 });
    expect(standard.indicators[3]?.lines).toEqual({ primary: 5, junior: DEFAULT_STANDARD.indicators[3]?.lines.junior });
    expect(standard.indicators[3]?.clause).toMatchObject({ document: FILE, section: "第三条" });
    expect(standard.indicators.filter((_, k) => k !== 3)).toEqual(DEFAULT_STANDARD.indicators.filter((_, k) => k !== 3));
    expect(standard.variationRule.limits).toEqual({ primary: DEFAULT_STANDARD.variationRule.limits.primary, junior: 0.4 });
    expect(standard).toMatchObject({ id: "own", mark: "按自定标准" });
    expect(DEFAULT_STANDARD.indicators).toEqual(before);
  });

  test("a school that passes nationally may fail the bureau's higher line, and every explanation says 按自定标准 (R5)", () => {
    const { standard } = over({ id: "A4", primary: 6 });
    expect(judge(county(), DEFAULT_STANDARD).county.verdict).toBe("met");
    expect(judge(county(), standard).county.verdict).toBe("unmet");
  });

  test("an item's line is changed for its test", () => {
    const { book } = over({ id: "C2", all: 97 }, { id: "B11.2", all: 25 });
    const line = (id: string, test: number) => { const one = book.items.find((item) => item.id === id)?.tests[test]; return one && "line" in one ? one.line : null; };
    expect([line("C2", 0), line("B11", 0), line("B11", 1)]).toEqual([97, 10, 25]);
    expect(book.items.find(({ id }) => id === "C2")?.clause.document).toBe(FILE);
  });

  test("lines of its own become rows of a plan: of every school by stage, or of the county", () => {
    const { plan } = over({ term: "生均图书册数", primary: 25, junior: 35, unit: "册", above: "图书册数", below: "在校生数" }, { term: "每万人小学校", all: 1, above: "小学校数", below: "人口总数" });
    expect(plan?.rows.map(({ term, measure, targets }) => [term, measure?.kind === "ratio" ? measure.stage : "?", targets[0]?.value])).toEqual([["小学生均图书册数", "primary", 25], ["初中生均图书册数", "junior", 35], ["每万人小学校", null, 1]]);
    expect(over({ id: "A4", primary: 5 }).plan).toBeNull();
  });

  test("a line it cannot place is told with its cell", () => {
    const reading = read({ id: "A4", primary: 5 }).reading;
    const lost = { ...reading, lines: reading.lines.map((line) => ({ ...line, overrides: "Z9" })) };
    expect(ownStandard(lost, DEFAULT_STANDARD, ITEM_BOOK).problems).toEqual([{ cell: "自定标准!B3", text: "没有可改的指标“Z9”" }]);
  });
});
