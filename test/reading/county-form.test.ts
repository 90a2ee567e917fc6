import type { Cell } from "../../src/grid/block";
import { answerKey, readWorkbook, type Answers } from "../../src/reading";
import { ITEM_FACTS } from "../../src/standards";
import { sheet } from "./sheet";

const FACTS = ITEM_FACTS.filter(({ level }) => level === "county");
const HEAD: Cell[] = ["序号", "指标项", "填报项目", "填报值", "单位", "填报说明"];

/** The form with the given answers by fact id; what is not given is left blank. */
function form(values: Readonly<Record<string, Cell>>, units: Readonly<Record<string, string>> = {}): Cell[][] {
  const groups = [...new Set(FACTS.map(({ group }) => group))];
  return [
    ["义务教育优质均衡县级填报表"], HEAD,
    ...groups.flatMap((group): Cell[][] => [[null, group], ...FACTS.filter((fact) => fact.group === group).map((fact): Cell[] => [1, fact.items.join(" "), fact.term, values[fact.id] ?? null, units[fact.id] ?? fact.unit, `例：${String(fact.example)}`])]),
  ];
}

const read = (values: Readonly<Record<string, Cell>>, units = {}, answers: Answers = {}) => readWorkbook([sheet(form(values, units), "县级填报表")], answers);
const valueOf = (id: string, value: Cell, unit?: string, answers: Answers = {}) => {
  const { county, problems } = read({ [id]: value }, unit === undefined ? {} : { [id]: unit }, answers);
  return { value: county?.figures[id]?.value, why: county?.figures[id]?.why, rules: problems.map(({ rule }) => rule).filter((rule) => rule !== "county-blank") };
};

describe("the county form (县级填报表)", () => {
  const examples = Object.fromEntries(FACTS.map(({ id, example }) => [id, example]));

  test("filled with the examples it is read without a question, every figure with its cell", () => {
    const { county, problems } = read(examples);
    expect(problems).toEqual([]);
    expect(Object.keys(county?.figures ?? {}).sort()).toEqual(FACTS.map(({ id }) => id).sort());
    for (const figure of Object.values(county?.figures ?? {})) expect([figure.cell, typeof figure.value]).toEqual([expect.stringMatching(/^县级填报表!D\d+$/), "number"]);
  });

  test("is no table of schools and is not among the sheets passed over", () => {
    const { tables, schools, passedOver } = read(examples);
    expect([tables, schools, passedOver]).toEqual([[], [], []]);
  });

  test("left blank, every figure is missing with the cell to fill in, never zero", () => {
    const { county, problems } = read({});
    for (const { value, why, cell } of Object.values(county?.figures ?? {})) expect([value, why]).toEqual([null, expect.stringContaining(`${cell?.split("!")[1] ?? ""} 为空`)]);
    expect(problems.map(({ rule, severity }) => [rule, severity])).toEqual([["county-blank", "info"]]);
  });

  test("half filled: what is there counts, and one line says what is open", () => {
    const { county, problems } = read({ "county.rotationEligible": 600, "county.rotated": 72, "county.layoutReasonable": "是" });
    expect([county?.figures["county.rotated"]?.value, county?.figures["county.layoutReasonable"]?.value, county?.figures["county.rotatedBackbone"]?.value]).toEqual([72, 1, null]);
    const national = FACTS.filter(({ id }) => id.startsWith("county."));
    expect(problems[0]?.text).toContain(`${String(national.length - 3)} 项未填`);
  });

  test.each<[id: string, typed: Cell, unit: string | undefined, value: number | null]>([
    ["county.layoutReasonable", "是", undefined, 1], ["county.layoutReasonable", "有", undefined, 1], ["county.layoutReasonable", "√", undefined, 1], ["county.layoutReasonable", 1, undefined, 1], ["county.layoutReasonable", true, undefined, 1],
    ["county.layoutReasonable", "否", undefined, 0], ["county.vetoExams", "无", undefined, 0], ["county.vetoExams", "×", undefined, 0], ["county.vetoExams", 0, undefined, 0], ["county.vetoExams", "否☑ 是□", undefined, null],
    ["county.layoutReasonable", "□是 ☑否", undefined, 0], ["county.layoutReasonable", "☑是 □否", undefined, 1], ["county.layoutReasonable", "☐是 ☑否", undefined, 0], ["county.layoutReasonable", "是☑否", undefined, null], ["county.vetoExams", "未发生。", undefined, 0],
    ["county.vetoExams", "不达标", undefined, null], ["county.vetoExams", "达标", undefined, null], ["county.noAccident", "无", undefined, null], ["county.noAccident", "未发生", undefined, null], ["county.noAccident", "有", undefined, null], ["county.noAccident", "是", undefined, 1], ["county.noAccident", "否", undefined, 0],
    ["local.budgetGrowth", -5, undefined, -5],
    ["county.vetoExams", "是☑ 否□", undefined, 1], ["county.vetoExams", "是□ 否☑", undefined, 0], ["county.layoutReasonable", "—", undefined, null], ["county.layoutReasonable", "基本合理", undefined, null],
    ["county.levelChinese", "Ⅲ", undefined, 3], ["county.levelChinese", "III级", undefined, 3], ["county.levelChinese", "Ⅳ级", undefined, 4], ["county.levelChinese", 2, undefined, 2], ["county.levelChinese", "三级", undefined, 3], ["county.levelChinese", "良好", undefined, null], ["county.levelChinese", 5, undefined, null],
    ["county.basicYear", 2019, undefined, 2019], ["county.basicYear", "2019年", undefined, 2019], ["county.basicYear", "2019年12月", undefined, 2019], ["county.basicYear", 43800, undefined, 2019], ["county.basicYear", "2018、2019", undefined, null], ["county.basicYear", "去年", undefined, null],
    ["county.specialFunds", 96, "万元", 960000], ["county.specialFunds", "96万元", undefined, 960000], ["county.specialFunds", "960,000", undefined, 960000], ["county.specialFunds", 960000, "元", 960000], ["county.specialFunds", 96, "人", null],
    ["county.population", 28.5, "万人", 28.5], ["county.population", 285000, "人", 28.5], ["county.recognition", "91.5%", undefined, 91.5], ["county.recognition", 91.5, undefined, 91.5], ["county.gapChinese", 0.149, undefined, 0.149], ["county.gapChinese", "14.9%", undefined, 0.149],
    ["county.rotated", "约70", undefined, null], ["county.rotated", -3, undefined, null], ["county.rotated", "#REF!", undefined, null], ["county.rotated", "无", undefined, null], ["county.rotated", 0, undefined, 0], ["county.rotated", "７２人", undefined, 72],
    ["county.dataDate", "2025年9月1日", undefined, 20250901], ["county.dataDate", 45901, undefined, 20250901], ["county.dataDate", "2025-09", undefined, 20250901], ["county.dataDate", "九月", undefined, null],
  ])("%s typed %p in %p is %p", (id, typed, unit, value) => {
    const found = valueOf(id, typed, unit);
    expect(found.value).toBe(value);
    expect(value === null ? found.why : "").not.toBe(undefined);
  });

  test("a word where a number belongs is told at its cell, and the rest is read", () => {
    const { county, problems } = read({ ...examples, "county.rotated": "七十余人" });
    const told = problems.find(({ rule }) => rule === "county-word");
    expect([told?.cell, told?.severity]).toEqual([county?.figures["county.rotated"]?.cell, "error"]);
    expect(told?.text).toMatch(/上一年度交流轮岗教师数.*七十余人/);
    expect(county?.figures["county.rotationEligible"]?.value).toBe(600);
  });

  test.each([["county.recognition", 0.915, 91.5], ["county.gapChinese", 12, 0.12]])("R19 %s typed %p is asked whether it means %p, and is missing until answered", (id, typed, other) => {
    expect(valueOf(id, typed)).toMatchObject({ value: null, rules: ["county-percent"] });
    const key = answerKey.confirm(id, "县级填报表");
    expect(valueOf(id, typed, undefined, { [key]: { kind: "confirmed", value: true } })).toMatchObject({ value: other, rules: [] });
    expect(valueOf(id, typed, undefined, { [key]: { kind: "confirmed", value: false } })).toMatchObject({ value: typed, rules: [] });
  });

  test("money asked in 元 and answered in 万元 keeps what was written", () => {
    expect(read({ "county.specialFunds": 96 }, { "county.specialFunds": "万元" }).county?.figures["county.specialFunds"]?.written).toBe("96 万元");
  });
});

describe("contradictory figures of a county form are named with their cells and judge nothing", () => {
  test.each<[doubted: string, values: Readonly<Record<string, Cell>>]>([
    ["county.rotated", { "county.rotationEligible": 60, "county.rotated": 61 }], ["county.rotatedBackbone", { "county.rotated": 10, "county.rotatedBackbone": 11 }],
    ["county.teachersCertified", { "county.teachersOnDuty": 100, "county.teachersCertified": 101 }], ["county.nearbyPrimary", { "county.newPrimary": 10, "county.nearbyPrimary": 11 }],
    ["county.migrantPublic", { "county.migrantEligible": 100, "county.migrantPublic": 60, "county.migrantPurchased": 41 }], ["county.satisfied", { "county.valid": 50, "county.satisfied": 51 }],
    ["county.valid", { "county.surveyed": 50, "county.valid": 51 }], ["county.disabledEnrolled", { "county.disabledChildren": 5, "county.disabledEnrolled": 6 }],
    ["county.graduates", { "county.entrants": 500, "county.graduates": 500, "county.transferredIn": 0, "county.transferredOut": 1, "county.died": 0 }],
    // Of a whole of 0 nothing is asked: it is the whole that is doubted.
    ["county.disabledChildren", { "county.disabledChildren": 0, "county.disabledEnrolled": 115 }], ["county.rotationEligible", { "county.rotationEligible": 0, "county.rotated": 50 }],
    ["county.migrantEligible", { "county.migrantEligible": 0, "county.migrantPublic": 60, "county.migrantPurchased": 0 }],
    ["county.entrants", { "county.entrants": 0, "county.graduates": 505, "county.transferredIn": 12, "county.transferredOut": 8, "county.died": 0 }],
    ["county.seniorQuotaAllocated", { "county.seniorQuota": 50, "county.seniorQuotaAllocated": 51 }], ["county.basicYear", { "county.basicYear": 2027, "county.applicationYear": 2026 }],
  ])("%s", (doubted, values) => {
    const { county, problems } = read(values);
    const told = problems.find(({ severity }) => severity === "error");
    const cells = Object.keys(values).map((id) => county?.figures[id]?.cell?.split("!")[1] ?? "?");
    for (const cell of cells.slice(0, 2)) expect(told?.text).toContain(cell);
    expect(county?.figures[doubted]).toMatchObject({ value: null, why: expect.stringContaining("请核对") as string });
    const others = Object.keys(values).filter((id) => id !== doubted);
    expect(others.every((id) => county?.figures[id]?.value === values[id])).toBe(true);
  });

  test.each<[Readonly<Record<string, Cell>>]>([
    [{ "county.rotationEligible": 60, "county.rotated": 60 }], [{ "county.migrantEligible": 100, "county.migrantPublic": 60, "county.migrantPurchased": 40 }],
    [{ "county.entrants": 500, "county.graduates": 499, "county.transferredIn": 0, "county.transferredOut": 0, "county.died": 1 }],
  ])("equal is no contradiction: %p", (values) => {
    expect(read(values).problems.map(({ rule }) => rule)).toEqual(["county-blank"]);
  });
});

describe("county forms laid out otherwise", () => {
  test("label and value side by side, rows and columns left out, in another order", () => {
    const cells: Cell[][] = [["2026年度"], ["当地公务员年平均工资收入（元）", 97200], ["教师年平均工资收入（元）", 98600], ["符合条件的随迁子女数", "人", 640], ["是否存在：违规择校行为", "否"]];
    const { county, problems } = readWorkbook([sheet(cells, "政府保障")], {});
    expect(Object.fromEntries(Object.entries(county?.figures ?? {}).map(([id, { value, cell }]) => [id, [value, cell]]))).toEqual({
      "county.civilServantSalary": [97200, "政府保障!B2"], "county.teacherSalary": [98600, "政府保障!B3"], "county.migrantEligible": [640, "政府保障!C4"], "county.vetoChoice": [0, "政府保障!B5"],
    });
    expect(problems).toEqual([]);
  });

  test("the sentences of a filled 申报表 表Ⅳ and 表Ⅴ; a blank left open is missing", () => {
    const cells: Cell[][] = [
      ["表Ⅳ 政府保障程度评估指标"], ["名称", "指标值或简要结论", "是否达标"],
      ["12.专任教师持有教师资格证上岗率达到 100%", "全县在岗专任教师_1780_人，其中持有教师资格证的专任教师1779人， 占比99.9%", ""],
      ["7.  特殊教育学校生均公用经费不低于 8000 元", "特殊教育学校公用经费为＿96.5＿万元，特殊教育学生数为＿118＿人，特殊教育 学校生均公用经费为＿8178＿元", "是"],
      ["9", "完成 360 学时培训的教师＿1700＿人，全县教师＿1780＿人，教师培训完成率＿95.5＿%", "否"],
      ["11.", "全县符合交流轮岗条件教师总数＿600＿名，上一年度交流轮岗教师＿＿名， 交流轮岗教师占符合交流轮岗条件教师总数的比例＿＿%；交流轮岗的骨   干教师＿16＿名， 占交流轮岗教师总数的比例＿＿%", ""],
      ["9.", "语文＿Ⅲ＿级、校际差异率＿0.12＿；数学＿Ⅳ＿级、校际差异率__0.149__ ;  科学＿＿级、校际差异率＿＿；体育＿Ⅲ＿级、校际差异率____ ;  艺术＿＿级、校际差异率＿＿；德育＿＿级、校际差异率＿＿。", ""],
    ];
    const figures = readWorkbook([sheet(cells, "表Ⅳ")], {}).county?.figures ?? {};
    const values = (ids: readonly string[]) => ids.map((id) => figures[`county.${id}`]?.value);
    expect(values(["teachersOnDuty", "teachersCertified", "specialFunds", "specialStudents", "teachersTrained", "teachersToTrain", "rotationEligible", "rotated", "rotatedBackbone"])).toEqual([1780, 1779, 965000, 118, 1700, 1780, 600, null, 16]);
    expect(values(["levelChinese", "gapChinese", "levelMaths", "gapMaths", "levelScience", "gapSport", "levelSport"])).toEqual([3, 0.12, 4, 0.149, null, null, 3]);
    expect(figures["county.rotated"]?.cell).toBe("表Ⅳ!B6");
  });

  test("two forms that disagree: neither number is taken", () => {
    const [one, two] = [sheet(form({ "county.rotated": 72 }), "县级填报表"), sheet(form({ "county.rotated": 73 }), "县级填报表2")];
    const { county, problems } = readWorkbook([one, two], {});
    expect(county?.figures["county.rotated"]?.value).toBe(null);
    expect(problems.map(({ rule }) => rule)).toContain("county-twice");
  });

  test("a sheet of schools whose headings sound like the county's is no county form", () => {
    const head: Cell[] = ["学校名称", "小学在校学生数", "初中在校学生数", "小学专任教师数", "持有教师资格证的专任教师数", "转入学生数", "转出学生数"];
    const { county, schools } = readWorkbook([sheet([["全县学校数据"], head, ["甲小学", 300, null, 20, 20, 1, 2], ["乙中学", null, 400, null, 30, 1, 2]], "全县")], {});
    expect([county, schools.length]).toEqual([undefined, 2]);
  });
});
