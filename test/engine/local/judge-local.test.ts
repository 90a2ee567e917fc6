import { judge, judgeItems, judgeLocal, type CountyFigures, type LocalFinding, type LocalPlan, type LocalRow, type School, type SchoolType, type Switches } from "../../../src/engine";
import { DEFAULT_STANDARD, findPlan, ITEM_BOOK } from "../../../src/standards";
import { county, passing, school } from "../schools";

const figure = (value: number | null) => ({ value, cell: "县级填报表!D9", ...(value === null && { why: "县级填报表!D9 为空，请补填" }) });
const given = (figures: Readonly<Record<string, number | null>>): CountyFigures => Object.fromEntries(Object.entries(figures).map(([fact, value]) => [fact, figure(value)]));

function stand(plan: LocalPlan, choice: { county: string; year: number }, figures: CountyFigures, schools: readonly School[] = county()): readonly LocalFinding[] {
  const judgement = judge(schools, DEFAULT_STANDARD);
  const items = judgeItems({ schools, judgement, county: figures, hasForm: true }, ITEM_BOOK, DEFAULT_STANDARD, {});
  return judgeLocal(plan, { plan: plan.id, ...choice }, { judgement, items, county: figures, standard: DEFAULT_STANDARD });
}

const ordos = findPlan("ordos-2024")!;
const wuhai = findPlan("wuhai-2035")!;
const hutubi = findPlan("hutubi-2022")!;
const of = (findings: readonly LocalFinding[], id: string): LocalFinding => findings.find(({ row }) => row.id === id)!;

/** A plan of one row, to try rules on. */
function planOf(row: Partial<LocalRow>): LocalPlan {
  const whole: LocalRow = {
    id: "X-1", kind: "target", term: "试项", number: "≥90", unit: "%", scope: "county", counties: [], targets: [], measure: { kind: "fact", fact: "local.try" },
    deadline: "2026", owners: [], clause: { document: "试行方案", section: "一", text: "试项达到90%以上" }, ...row,
  };
  return { ...ordos, id: "try", counties: ["甲县"], rows: [whole] };
}
const tried = (row: Partial<LocalRow>, year: number, value: number | null): LocalFinding => stand(planOf(row), { county: "甲县", year }, given({ "local.try": value }))[0]!;

describe("残疾儿童入学率: 97 % in 鄂尔多斯 beside 95 % nationally", () => {
  const enrolled = (children: number) => given({ "county.disabledChildren": 1000, "county.disabledEnrolled": children });
  const national = (children: number) => {
    const schools = county();
    return judgeItems({ schools, judgement: judge(schools, DEFAULT_STANDARD), county: enrolled(children), hasForm: true }, ITEM_BOOK, DEFAULT_STANDARD, {})
      .findings.find(({ item }) => item.id === "C2")?.verdict;
  };

  test.each([
    [980, "met", "met"], [970, "met", "met"], [969, "unmet", "met"], [950, "unmet", "met"], [949, "unmet", "unmet"],
  ] as const)("%i of 1000 enrolled: %s by the city's target, %s by the national line, which the target never changes (R5)", (children, local, state) => {
    const found = of(stand(ordos, { county: "东胜区", year: 2026 }, enrolled(children)), "S0-16");
    expect(found.verdict).toBe(local);
    expect(found.value).toBeCloseTo(children / 10, 9);
    expect(found.text).toContain("不低于 97%");
    expect(national(children)).toBe(state);
  });

  test("a city's target is shown to a county for reference (R5)", () => {
    expect(of(stand(ordos, { county: "东胜区", year: 2026 }, enrolled(980)), "S0-16").reference).toBe(true);
    expect(of(stand(ordos, { county: "东胜区", year: 2026 }, enrolled(980)), "S0-32").reference).toBe(false);
  });

  test("blank is 数据不足 with where to enter it, no disabled children is 不适用 (R7, R11)", () => {
    const blank = of(stand(ordos, { county: "东胜区", year: 2026 }, {}), "S0-16");
    expect(blank).toMatchObject({ verdict: "undetermined", value: null });
    expect(blank.text).toMatch(/残疾儿童/);
    expect(of(stand(ordos, { county: "东胜区", year: 2026 }, given({ "county.disabledChildren": 0, "county.disabledEnrolled": 0 })), "S0-16").verdict).toBe("notApplicable");
  });
});

describe("a year without a target uses the latest earlier one and shows the next (R26)", () => {
  const nine = (year: number, value: number) => of(stand(wuhai, { county: "海南区", year }, given({ "local.nineYearRetention": value })), "S2-04");

  test.each([
    [2019, 96, "notApplicable", null, 2020], [2020, 93, "met", 2020, 2025], [2024, 92.9, "unmet", 2020, 2025],
    [2025, 97, "met", 2025, 2030], [2026, 96.9, "unmet", 2025, 2030], [2030, 97, "unmet", 2030, 2035], [2030, 97.1, "met", 2030, 2035], [2040, 98, "met", 2035, null],
  ] as const)("in %i with %f %%: %s by the target of %s, next %s", (year, value, verdict, target, next) => {
    const found = nine(year, value);
    expect(found.verdict).toBe(verdict);
    expect(found.target?.year ?? null).toBe(target);
    expect(found.next?.year ?? null).toBe(next);
    if (next !== null) expect(found.text).toContain(`下一目标：${String(next)} 年`);
  });

  test(">97 is more than 97: exactly 97 reaches 2025's target and not 2030's", () => {
    expect(nine(2029, 97).verdict).toBe("met");
    expect(nine(2030, 97)).toMatchObject({ verdict: "unmet" });
    expect(nine(2030, 97).text).toContain("高于 97%");
  });

  test("before the first target the present state is told all the same", () => {
    expect(nine(2019, 96).text).toBe("96%，2019 年尚无目标；下一目标：2020 年不低于 93%");
  });
});

describe("a value on the line, one step off it, or missing", () => {
  const at = (comparison: "atLeast" | "atMost" | "below" | "above", value: number | null) => tried({ targets: [{ year: null, value: 0.15, comparison }] }, 2026, value).verdict;

  test.each([
    ["atLeast", 0.15, "met"], ["atLeast", 0.149, "unmet"], ["atLeast", 0.15 - 1e-12, "met"], ["atMost", 0.15, "met"], ["atMost", 0.151, "unmet"],
    ["below", 0.149, "met"], ["below", 0.15, "unmet"], ["below", 0.15 + 1e-12, "unmet"], ["above", 0.15, "unmet"], ["above", 0.151, "met"],
  ] as const)("%s 0.15 with %f is %s (R4)", (comparison, value, verdict) => { expect(at(comparison, value)).toBe(verdict); });

  test.each(["atLeast", "atMost", "below", "above"] as const)("%s without a value is 数据不足, never 达标", (comparison) => { expect(at(comparison, null)).toBe("undetermined"); });

  test.each([[1, "met", "比上年增加 1元，目标：只增不减，达标"], [0, "met", "比上年增加 0元，目标：只增不减，达标"], [-1, "unmet", "比上年减少 1元，目标：只增不减，不达标"]] as const)("只增不减: %i 元 more than last year is %s, and no 0 is printed as its target", (value, verdict, text) => {
    expect(tried({ number: "只增不减", unit: "元", targets: [{ year: null, value: 0, comparison: "atLeast" }] }, 2026, value)).toMatchObject({ verdict, text });
  });

  test.each([[100, "met"], [100.1, "undetermined"], [-1, "undetermined"], [9800, "undetermined"]] as const)("%f %% typed is %s: no share is more than all", (value, verdict) => {
    const found = tried({ targets: [{ year: null, value: 90, comparison: "atLeast" }] }, 2026, value);
    expect(found.verdict).toBe(verdict);
    if (verdict === "undetermined") expect(found.text).toContain(`“试项”为 ${String(value)}%，不可能，请核对`);
  });

  test("是 and 否 are told in words; an item's per cent is not told in the row's 学时", () => {
    expect(tried({ number: "中等以上", unit: "", targets: [{ year: null, value: 1, comparison: "atLeast" }] }, 2026, 1).text).toBe("是，目标：中等以上，达标");
    const trained = given({ "county.teachersTrained": 10, "county.teachersToTrain": 10 });
    expect(of(stand(hutubi, { county: "呼图壁县", year: 2026 }, trained), "S4-21").text).toBe("完成360学时培训的教师10人，全县教师10人，教师培训完成率100.0%，要求与国家标准相同，达标");
  });

  test("what the workbook cannot know is 数据不足 and says so", () => {
    expect(tried({ measure: null }, 2026, 99)).toMatchObject({ verdict: "undetermined", value: null });
    expect(tried({ measure: null }, 2026, 99).text).toContain("请对照材料自查");
  });
});

describe("the county's own deadline", () => {
  test("康巴什区 should be 达标 in 2024, 东胜区 in 2026; each sees its own row", () => {
    const ids = (name: string) => stand(ordos, { county: name, year: 2025 }, {}).map(({ row }) => row.id).filter((id) => /^S0-0[1239]/.test(id));
    expect(ids("康巴什区")).toEqual(["S0-01", "S0-03.2", "S0-09.2"]);
    expect(ids("东胜区")).toEqual(["S0-03.1", "S0-03.2", "S0-09.1"]);
    expect(ids("别的县")).toEqual(["S0-03.2"]);
  });

  test("a county that fails nationally fails the year's target; before that year it is told the year", () => {
    const failing = [...county(), passing("primary", 1000, { backboneTeachers: 1 }, { name: "缺骨干小学" })];
    expect(of(stand(ordos, { county: "康巴什区", year: 2024 }, {}, failing), "S0-01")).toMatchObject({ verdict: "unmet" });
    expect(of(stand(ordos, { county: "东胜区", year: 2025 }, {}, failing), "S0-03.1")).toMatchObject({ verdict: "notApplicable" });
    expect(of(stand(ordos, { county: "东胜区", year: 2025 }, {}, failing), "S0-03.1").text).toContain("下一目标：2026 年达标");
    expect(of(stand(ordos, { county: "康巴什区", year: 2024 }, {}), "S0-01").verdict).toBe("undetermined");
  });
});

describe("what a row's result rests on stands beside it (R3, R5)", () => {
  const under = (switches: Switches, hasForm = true): readonly LocalFinding[] => {
    const judgement = judge(county(), DEFAULT_STANDARD, switches, ITEM_BOOK.switches);
    const items = judgeItems({ schools: county(), judgement, county: {}, hasForm }, ITEM_BOOK, DEFAULT_STANDARD, switches);
    return judgeLocal(hutubi, { plan: hutubi.id, county: "呼图壁县", year: 2026 }, { judgement, items, county: {}, standard: DEFAULT_STANDARD });
  };

  test("a switch is told where it touches the item or indicator, and where the county's whole verdict is asked", () => {
    const told = under({ roomsTogether: true }).filter(({ text }) => text.includes("（按口径：音乐、美术专用教室合并计数）")).map(({ row }) => row.id);
    expect(told).toEqual(["S4-01", "S4-11", "S4-12"]);
    expect(under({ reliefSportArtTeachers: true }).filter(({ text }) => text.includes("按口径")).map(({ row }) => row.id)).toEqual(["S4-01", "S4-17.1", "S4-17.2"]);
    expect(under({}).every(({ text }) => !text.includes("按口径"))).toBe(true);
  });

  test("without a county form there is no 县域结论 to be held against", () => {
    expect(of(under({}, false), "S4-01")).toMatchObject({ verdict: "undetermined", text: "没有县级填报表，尚无县域结论，请插入模板并填写，目标：2026 年达标，数据不足" });
  });
});

describe("a bureau's own ratio of every school", () => {
  const books = planOf({ kind: "indicator", number: "20", unit: "册", targets: [{ year: null, value: 20, comparison: "atLeast" }], measure: { kind: "ratio", numerator: "books", denominator: "students", per: 1, stage: "junior" } });
  const of500 = (type: SchoolType, more: Parameters<typeof school>[1]) => stand(books, { county: "甲县", year: 2026 }, {}, [school(type, { students: { junior: 500, senior: 500 }, ...more })])[0]!;

  test("a 初中 and a 高中 in one figure are not the 初中's own", () => {
    expect(of500("junior", { students: 500, books: 10000 })).toMatchObject({ verdict: "met", value: 20 });
    expect(of500("complete", { books: { junior: 10000, senior: 9000 } })).toMatchObject({ verdict: "met", value: 20 });
    expect(of500("complete", { books: 10000 })).toMatchObject({ verdict: "undetermined", value: null });
  });
});

describe("every school must reach a line (呼图壁)", () => {
  const rooms = (area: number | null) => stand(hutubi, { county: "呼图壁县", year: 2026 }, {}, [...county(), passing("primary", 1000, { teachingAreaNet: area }, { name: "丙小学" })]);

  test.each([[4500, "met", 4.5], [4499, "unmet", 4.499], [null, "undetermined", 4.5]] as const)("a school with %s ㎡ for 1000 pupils: %s", (area, verdict, value) => {
    const found = of(rooms(area), "S4-10.1");
    expect(found.verdict).toBe(verdict);
    expect(found.value).toBeCloseTo(value, 9);
    if (area === null) expect(found.text).toContain("1 所学校缺");
  });

  test("one school below the line decides although another's figure is missing", () => {
    const schools = [...county(), passing("primary", 1000, { teachingAreaNet: 4499 }, { name: "丙小学" }), passing("primary", 1000, { teachingAreaNet: null }, { name: "丁小学" })];
    expect(of(stand(hutubi, { county: "呼图壁县", year: 2026 }, {}, schools), "S4-10.1").verdict).toBe("unmet");
  });

  test("rows the same as a national item without a number of its own take that item's verdict", () => {
    const typed = given({ "county.unifiedConstruction": 1, "county.unifiedStaffing": 0 });
    const found = stand(hutubi, { county: "呼图壁县", year: 2026 }, typed);
    expect(["S4-08.3", "S4-08.4", "S4-08.5"].map((id) => of(found, id).verdict)).toEqual(["met", "unmet", "undetermined"]);
    expect(of(found, "S4-08.3").text).toContain("要求与国家标准相同");
  });

  test("项目 and 任务 are listed with deadline and owners, without a verdict (R26)", () => {
    const found = of(stand(hutubi, { county: "呼图壁县", year: 2026 }, {}), "S4-26.05");
    expect(found).toMatchObject({ verdict: null, value: null, target: null });
    expect(found.text).toBe("期限：2022年8月底；责任单位：县人社局、县编委办、县教育局、县财政局");
  });
});
