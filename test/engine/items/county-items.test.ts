import { ITEM_BOOK } from "../../../src/standards";
import { form, good, item, judged } from "./counties";

/** Items answered from the county form alone: what is typed, what comes of it. */
const CASES: readonly (readonly [id: string, title: string, typed: Record<string, number | null>, verdict: string])[] = [
  ["B1", "是", { layoutReasonable: 1 }, "met"],
  ["B1", "否", { layoutReasonable: 0 }, "unmet"],
  ["B1", "blank", { layoutReasonable: null }, "undetermined"],
  ["B1", "neither 是 nor 否", { layoutReasonable: 2 }, "undetermined"],
  ["B2", "all four 是", {}, "met"],
  ["B2", "one 否", { unifiedEquipment: 0 }, "unmet"],
  ["B2", "one blank", { unifiedStaffing: null }, "undetermined"],
  ["B2", "one 否, one blank: it fails whatever is missing", { unifiedStaffing: null, unifiedFunding: 0 }, "unmet"],
  ["B4", "no class of ours in a 职业学校", { vocationalClasses: 0 }, "met"],
  ["B4", "one class in a 职业学校", { vocationalClasses: 1 }, "unmet"],
  ["B4", "classes in 职业学校 not typed", { vocationalClasses: null }, "undetermined"],
  ["B7", "exactly on the line", { specialFunds: 944000, specialStudents: 118 }, "met"],
  ["B7", "one yuan below for all", { specialFunds: 943999, specialStudents: 118 }, "unmet"],
  ["B7", "pupils typed 0 (R11)", { specialFunds: 0, specialStudents: 0 }, "notApplicable"],
  ["B7", "pupils typed 0, funds blank (R11)", { specialFunds: null, specialStudents: 0 }, "notApplicable"],
  ["B7", "no 特殊教育学校 in 表Ⅰ, pupils blank (R11)", { specialSchools: 0, specialFunds: null, specialStudents: null }, "notApplicable"],
  ["B7", "pupils blank although there is a school", { specialSchools: 1, specialStudents: null }, "undetermined"],
  ["B7", "funds blank", { specialFunds: null }, "undetermined"],
  ["B8", "both alike", { teacherSalary: 97200, civilServantSalary: 97200 }, "met"],
  ["B8", "one yuan less", { teacherSalary: 97199, civilServantSalary: 97200 }, "unmet"],
  ["B8", "绩效工资 not typed", { performancePay: null }, "undetermined"],
  ["B8", "绩效工资 否", { performancePay: 0 }, "unmet"],
  ["B8", "both typed 0: no salary is 0", { teacherSalary: 0, civilServantSalary: 0 }, "undetermined"],
  ["B8", "公务员工资 blank", { civilServantSalary: null }, "undetermined"],
  ["B9", "all trained", { teachersTrained: 1780, teachersToTrain: 1780 }, "met"],
  ["B9", "one not trained", { teachersTrained: 1779, teachersToTrain: 1780 }, "unmet"],
  ["B9", "one of a million not trained: 100 % compares the counts (R4)", { teachersTrained: 99999999999, teachersToTrain: 100000000000 }, "unmet"],
  ["B9", "trained blank", { teachersTrained: null }, "undetermined"],
  ["B9", "more trained than there are", { teachersTrained: 1781, teachersToTrain: 1780 }, "undetermined"],
  ["B9", "trained teachers of none at all", { teachersTrained: 12, teachersToTrain: 0 }, "undetermined"],
  ["B9", "no teachers (R11)", { teachersTrained: 0, teachersToTrain: 0 }, "notApplicable"],
  ["B10", "是", {}, "met"],
  ["B10", "否", { staffAllocation: 0 }, "unmet"],
  ["B10", "blank", { staffAllocation: null }, "undetermined"],
  ["B11", "both exactly on the line", { rotationEligible: 600, rotated: 60, rotatedBackbone: 12 }, "met"],
  ["B11", "one teacher too few", { rotationEligible: 600, rotated: 59, rotatedBackbone: 12 }, "unmet"],
  ["B11", "one 骨干 too few", { rotationEligible: 600, rotated: 60, rotatedBackbone: 11 }, "unmet"],
  ["B11", "eligible teachers but none exchanged (R11)", { rotated: 0, rotatedBackbone: 0 }, "unmet"],
  ["B11", "eligible teachers but none exchanged, 骨干 blank (R11)", { rotated: 0, rotatedBackbone: null }, "unmet"],
  ["B11", "nobody eligible (R11)", { rotationEligible: 0, rotated: 0, rotatedBackbone: 0 }, "notApplicable"],
  ["B11", "teachers exchanged of whom nobody was eligible", { rotationEligible: 0, rotated: 50, rotatedBackbone: 16 }, "undetermined"],
  ["B11", "nobody eligible, the rest blank (R11)", { rotationEligible: 0, rotated: null, rotatedBackbone: null }, "notApplicable"],
  ["B11", "骨干 blank", { rotatedBackbone: null }, "undetermined"],
  ["B12", "all certified", {}, "met"],
  ["B12", "one without", { teachersCertified: 1779 }, "unmet"],
  ["B12", "blank", { teachersCertified: null }, "undetermined"],
  ["B12", "negative", { teachersCertified: -1 }, "undetermined"],
  ["B13", "小学 all, 初中 exactly on the line", { newJunior: 2000, nearbyJunior: 1900 }, "met"],
  ["B13", "初中 one pupil below", { newJunior: 2000, nearbyJunior: 1899 }, "unmet"],
  ["B13", "小学 one pupil elsewhere", { nearbyPrimary: 2099 }, "unmet"],
  ["B13", "初中 blank", { nearbyJunior: null }, "undetermined"],
  ["B13", "no 城区 or 镇区 小学 (R11)", { newPrimary: 0, nearbyPrimary: 0 }, "met"],
  ["B13", "neither (R11)", { newPrimary: 0, nearbyPrimary: 0, newJunior: 0, nearbyJunior: 0 }, "notApplicable"],
  ["B14", "exactly half", { seniorQuota: 1200, seniorQuotaAllocated: 600 }, "met"],
  ["B14", "one place below half", { seniorQuota: 1200, seniorQuotaAllocated: 599 }, "unmet"],
  ["B14", "not favouring the country", { seniorQuotaFavoursRural: 0 }, "unmet"],
  ["B14", "favouring not typed", { seniorQuotaFavoursRural: null }, "undetermined"],
  ["B15", "exactly on the line, both kinds of school added", { migrantEligible: 640, migrantPublic: 500, migrantPurchased: 44 }, "met"],
  ["B15", "one child below", { migrantEligible: 640, migrantPublic: 500, migrantPurchased: 43 }, "unmet"],
  ["B15", "no 随迁子女 (R11)", { migrantEligible: 0, migrantPublic: null, migrantPurchased: null }, "met"],
  ["B15", "pupils at school of no 随迁子女 at all", { migrantEligible: 0, migrantPublic: 30, migrantPurchased: 0 }, "undetermined"],
  ["B15", "no 随迁子女, care not typed (R11)", { migrantEligible: 0, leftBehindCare: null }, "undetermined"],
  ["B15", "bought places blank", { migrantPurchased: null }, "undetermined"],
  ["B15", "care 否", { leftBehindCare: 0 }, "unmet"],
  ["C1", "exactly on the line", { graduates: 494, entrants: 520, died: 0, transferredIn: 0, transferredOut: 0 }, "met"],
  ["C1", "one pupil below", { graduates: 493, entrants: 520, died: 0, transferredIn: 0, transferredOut: 0 }, "unmet"],
  ["C1", "pupils transferred in are taken off", { graduates: 494, entrants: 520, died: 0, transferredIn: 1, transferredOut: 0 }, "unmet"],
  ["C1", "pupils transferred out are added", { graduates: 493, entrants: 520, died: 0, transferredIn: 0, transferredOut: 1 }, "met"],
  ["C1", "deaths leave the entrants", { graduates: 493, entrants: 520, died: 2, transferredIn: 0, transferredOut: 0 }, "met"],
  ["C1", "deaths blank", { died: null }, "undetermined"],
  ["C1", "no entrants three years ago (R11)", { graduates: 0, entrants: 0, transferredIn: 0, transferredOut: 0, died: 0 }, "notApplicable"],
  ["C1", "graduates of no entrants at all", { entrants: 0, died: 0 }, "undetermined"],
  ["C1", "more than all", { graduates: 600 }, "undetermined"],
  ["C1", "less than none", { transferredIn: 600 }, "undetermined"],
  ["C2", "exactly on the line", { disabledChildren: 120, disabledEnrolled: 114 }, "met"],
  ["C2", "one child below", { disabledChildren: 120, disabledEnrolled: 113 }, "unmet"],
  ["C2", "children at school of none at all", { disabledChildren: 0, disabledEnrolled: 115 }, "undetermined"],
  ["C2", "no such children (R11)", { disabledChildren: 0, disabledEnrolled: 0 }, "notApplicable"],
  ["C2", "blank", { disabledChildren: null }, "undetermined"],
  ["C3", "是", {}, "met"],
  ["C3", "否", { charter: 0 }, "unmet"],
  ["C3", "blank", { digitalManagement: null }, "undetermined"],
  ["C5", "是", {}, "met"],
  ["C5", "否", { facilitiesUsed: 0 }, "unmet"],
  ["C5", "blank", { digitalTeaching: null }, "undetermined"],
  ["C6", "是", {}, "met"],
  ["C6", "否", { campusCulture: 0 }, "unmet"],
  ["C6", "blank", { moralEducation: null }, "undetermined"],
  ["C7", "是", {}, "met"],
  ["C7", "否", { practice: 0 }, "unmet"],
  ["C7", "blank", { curriculum: null }, "undetermined"],
  ["C8", "是", {}, "met"],
  ["C8", "否", { noOverload: 0 }, "unmet"],
  ["C8", "blank", { noOverload: null }, "undetermined"],
  ["C9", "Ⅲ and below the limit everywhere", { gapMoral: 0.149999 }, "met"],
  ["C9", "a 校际差异率 exactly on the limit: it must be below", { gapMoral: 0.15 }, "unmet"],
  ["C9", "one subject at Ⅱ", { levelArt: 2 }, "unmet"],
  ["C9", "one subject at Ⅳ", { levelArt: 4 }, "met"],
  ["C9", "a level not typed", { levelArt: null }, "undetermined"],
  ["C9", "no such level", { levelArt: 5 }, "undetermined"],
  ["C9", "one subject at Ⅱ, another not typed", { levelArt: null, levelSport: 2 }, "unmet"],
  ["D1", "exactly on the line", { recognition: 85 }, "met"],
  ["D1", "a hair below", { recognition: 84.999 }, "unmet"],
  ["D1", "blank: the county's own survey is no substitute", { recognition: null }, "undetermined"],
  ["D1", "over 100 %", { recognition: 105 }, "undetermined"],
  ...["vetoExams", "vetoChoice", "vetoKeySchools", "vetoStaffing", "vetoSafety", "vetoTutoring"].flatMap((fact, i): [string, string, Record<string, number | null>, string][] => [
    [`E${String(i + 1)}`, "否", { [fact]: 0 }, "met"],
    [`E${String(i + 1)}`, "是", { [fact]: 1 }, "unmet"],
    [`E${String(i + 1)}`, "blank is never “none occurred” (R3)", { [fact]: null }, "undetermined"],
  ]),
  ["F1", "exactly three years", { basicYear: 2023, applicationYear: 2026 }, "met"],
  ["F1", "two years", { basicYear: 2024, applicationYear: 2026 }, "unmet"],
  ["F1", "blank", { basicYear: null }, "undetermined"],
  ["F1", "applied before it was recognised", { basicYear: 2027, applicationYear: 2026 }, "undetermined"],
  ["F2", "both 综合差异系数 exactly on the limit", { basicVariationPrimary: 0.6, basicVariationJunior: 0.5 }, "met"],
  ["F2", "小学 above", { basicVariationPrimary: 0.6000001 }, "unmet"],
  ["F2", "初中 above", { basicVariationJunior: 0.51 }, "unmet"],
  ["F2", "否", { basicHeld: 0 }, "unmet"],
  ["F2", "blank", { basicVariationJunior: null }, "undetermined"],
  ["F3", "as C9", {}, "met"],
  ["F3", "one subject at Ⅱ", { levelChinese: 2 }, "unmet"],
  ["F3", "blank", { gapChinese: null }, "undetermined"],
  ["F5", "是", {}, "met"],
  ["F5", "否", { noAccident: 0 }, "unmet"],
  ["F5", "blank", { noAccident: null }, "undetermined"],
];

test.each(CASES)("%s, %s", (id, _title, typed, verdict) => {
  const finding = item(id, { county: form(typed) });
  expect(finding.verdict).toBe(verdict);
  // 数据不足 always says what is missing and where to enter it; what passes lacks nothing.
  if (verdict === "undetermined") expect(finding.lacks.length).toBeGreaterThan(0);
  if (verdict === "met" || verdict === "notApplicable") expect(finding.lacks).toEqual([]);
});

test("every item but those asked school by school stands in the table", () => {
  const inTable = new Set(CASES.map(([id]) => id));
  expect(ITEM_BOOK.items.map(({ id }) => id).filter((id) => !inTable.has(id))).toEqual(["B3", "B5", "B6", "C4", "F4"]);
});

describe("what is missing", () => {
  test("is named with its cell, its place and its fact", () => {
    const { lacks } = item("B12", { county: form({ teachersCertified: null }) });
    const cell = form()["county.teachersCertified"]?.cell ?? "";
    expect(lacks).toEqual([{ text: `县级填报表“其中：持有教师资格证的专任教师数”未填（${cell}），请填写`, where: "countyForm", fact: "county.teachersCertified", cell }]);
  });

  test("says so when the form has no such line, and when there is no form", () => {
    const rest = Object.fromEntries(Object.entries(form()).filter(([id]) => id !== "county.layoutReasonable"));
    expect(item("B1", { county: rest }).lacks[0]?.text).toBe("县级填报表中没有“学校规划布局合理，符合国家规定要求”一行，请补充");
    expect(item("B1", { county: {}, hasForm: false }).lacks[0]?.text).toBe("没有县级填报表，请插入模板并填写“学校规划布局合理，符合国家规定要求”");
  });

  test("keeps the reader's own reason", () => {
    const county = { ...form(), "county.recognition": { value: null, cell: "县级填报表!D90", why: "“2025-09-01”是日期，请改为百分数" } };
    expect(item("D1", { county }).lacks[0]?.text).toBe("社会认可度（国家调查结果）：“2025-09-01”是日期，请改为百分数");
  });

  test("a share above 100 % asks to check both figures", () => {
    expect(item("B12", { county: form({ teachersCertified: 1781 }) }).lacks[0]?.text).toMatch(/1781（县级填报表!D\d+） × 100 ÷ 1780（县级填报表!D\d+） ≈ 100.05618%，大于全部，请核对分子和分母/);
  });
});

describe("the form's own sentences", () => {
  test.each([
    ["B4", {}, "超过2000人的小学0所，初中0所，超过2500人的一贯制学校0所"],
    ["B7", {}, "特殊教育学校公用经费为96万元，特殊教育学生数为118人，特殊教育学校生均公用经费为8136元"],
    ["B8", {}, "全县义务教育学校教师年平均工资收入为98600元，当地公务员年平均工资收入97200元"],
    ["B9", {}, "完成360学时培训的教师1780人，全县教师1780人，教师培训完成率100.0%"],
    ["B11", {}, "全县符合交流轮岗条件教师总数600名，上一年度交流轮岗教师72名，交流轮岗教师占符合交流轮岗条件教师总数的比例12.0%；交流轮岗的骨干教师16名，占交流轮岗教师总数的比例22.2%"],
    ["B14", {}, "全县优质高中招生名额总数1200人，分配名额720人，占比60.0%。其中分配农村学校的名额300人，占分配名额总数的41.7%"],
    ["B15", {}, "全县符合条件的随迁子女数640人，在公办学校就读600人，在政府购买服务的民办学校就读20人，合计620人，占比96.9%"],
    ["C2", {}, "全县残疾儿童少年为120人，入学118人，入学率为98.3%。其中，在特殊教育学校就读52人，占比44.1%。"],
    ["C9", { gapMaths: 0.155 }, "语文Ⅲ级、校际差异率0.12；数学Ⅲ级、校际差异率0.155；科学Ⅲ级、校际差异率0.12；体育Ⅲ级、校际差异率0.12；艺术Ⅲ级、校际差异率0.12；德育Ⅲ级、校际差异率0.12。"],
    ["B2", { unifiedFunding: 0 }, "建设标准统一：是；教师编制标准统一：是；生均公用经费基准定额统一：否；基本装备配置标准统一：是"],
  ] as const)("%s", (id, typed, sentence) => {
    expect(item(id, { county: form(typed) }).conclusion).toBe(sentence);
  });

  test.each<[string, string, Record<string, number | null>, string]>([
    ["a share of nobody", "B15", { migrantEligible: 0, migrantPublic: 0, migrantPurchased: 0 }, "合计0人，占比—%"],
    ["nothing asked for at all", "B7", { specialSchools: 0, specialFunds: null, specialStudents: null }, "特殊教育学校公用经费为—万元，特殊教育学生数为—人，特殊教育学校生均公用经费为—元"],
    ["nobody exchanged", "B11", { rotated: 0, rotatedBackbone: 0 }, "交流轮岗的骨干教师0名，占交流轮岗教师总数的比例—%"],
  ])("say — where there is nothing to be had and not that it is missing: %s", (_, id, typed, sentence) => {
    expect(item(id, { county: form(typed) }).conclusion).toContain(sentence);
  });

  test("an answer the schools gave stands as the verdict where the county gave none", () => {
    const schools = [good("primary", { hasCharter: 1 }), good("junior", { hasCharter: 1 })];
    expect(item("C3", { schools, county: form({ charter: null }) }).conclusion).toBe("所有学校建立章程：达标；所有学校实现学校管理与教学信息化：是");
  });

  test("name what is missing, and print no 0 in its place", () => {
    expect(item("B12", { county: form({ teachersCertified: null }) }).conclusion).toBe("全县在岗专任教师1780人，其中持有教师资格证的专任教师（缺）人，占比（缺）%");
    expect(item("B15", { county: form({ migrantPurchased: null }) }).conclusion).toContain("就读（缺）人，合计（缺）人，占比（缺）%");
    expect(item("B1", { county: form({ layoutReasonable: null }) }).conclusion).toBe("规划布局合理，符合国家规定要求：（缺）");
  });

  test("a figure only the sentence asks for is told in a note", () => {
    const finding = item("C2", { county: form({ disabledSpecial: null }) });
    expect([finding.verdict, finding.conclusion]).toEqual(["met", expect.stringContaining("就读（缺）人，占比（缺）%")]);
    expect(finding.notes).toEqual([expect.stringMatching(/^申报表此处留空：县级填报表“其中：在特殊教育学校就读人数”未填/)]);
  });

  test("show more decimals where one would put a value on the other side of its line", () => {
    const { conclusion, verdict } = item("B14", { county: form({ seniorQuota: 100000, seniorQuotaAllocated: 49999 }) });
    expect([verdict, conclusion]).toEqual(["unmet", expect.stringContaining("占比49.999%")]);
  });
});

test("steps name the cells a value comes from, and the comparison", () => {
  const { steps } = item("C1");
  expect(steps).toEqual([
    expect.stringMatching(/^初中三年巩固率 = （505（县级填报表!D\d+） − 12（县级填报表!D\d+） \+ 8（县级填报表!D\d+）） × 100 ÷ （520（县级填报表!D\d+） − 1（县级填报表!D\d+）） ≈ 96.531792%$/),
    "96.5 ≥ 95，达标",
  ]);
});

describe("R3: 县域结论", () => {
  test("passes with no reasons when resources and every item pass", () => {
    expect(judged()).toMatchObject({ verdict: "met", reasons: [], hasForm: true });
  });

  test("不适用 is neutral", () => {
    expect(judged({ county: form({ specialSchools: 0, specialFunds: null, specialStudents: null }) }).verdict).toBe("met");
  });

  test("one item that fails fails the county, whatever is missing elsewhere, with its reason", () => {
    const { verdict, reasons } = judged({ county: form({ vetoExams: 1, recognition: null, charter: null }) });
    expect(verdict).toBe("unmet");
    expect(reasons).toEqual([{ verdict: "unmet", item: "E1", text: "一票否决第 1 项“考试招生”不达标：以考试方式招生：是" }]);
  });

  test("without a failure everything missing is named", () => {
    const { verdict, reasons } = judged({ county: form({ recognition: null, charter: null }) });
    expect(verdict).toBe("undetermined");
    expect(reasons.map((reason) => reason.item)).toEqual(["C3", "D1"]);
  });

  test("resources that fail give their reasons first", () => {
    const schools = [good("primary", { backboneTeachers: 5 }), good("junior")];
    const { verdict, reasons } = judged({ schools, county: form({ vetoExams: 1 }) });
    expect(verdict).toBe("unmet");
    expect(reasons.map((reason) => reason.item)).toEqual([null, "E1"]);
  });

  test("an untyped form leaves every item it asks undetermined, none passing", () => {
    const { findings, hasForm, verdict } = judged({ county: {}, hasForm: false });
    expect([hasForm, verdict]).toEqual([false, "undetermined"]);
    expect(findings.filter((one) => one.verdict === "met").map(({ item: { id } }) => id)).toEqual(["B3", "B5", "C4", "F4"]);
  });

  test("nothing read at all passes nothing", () => {
    const { findings } = judged({ schools: [], county: {}, hasForm: false });
    expect(findings.filter((one) => one.verdict !== "undetermined")).toEqual([]);
  });
});

describe("F4: 差异系数 as a condition of applying", () => {
  test.each([[0.5, "met"], [0.500001, "unmet"]] as const)("小学 at %f", (c, verdict) => {
    const schools = [1 - c, 1 + c].map((times, i) => good("primary", { equipmentValue: 8_000_000 * times }, { name: `小学${String(i)}` }));
    expect(item("F4", { schools: [...schools, good("junior")] }).verdict).toBe(verdict);
  });

  test("is undetermined while a school lacks a figure or a stage has no school, and says so", () => {
    expect(item("F4", { schools: [good("primary", { equipmentValue: null }), good("junior")] })).toMatchObject({ verdict: "undetermined", conclusion: "小学差异系数最大为（缺），初中差异系数最大为0.000" });
    expect(item("F4", { schools: [good("primary")] }).lacks[0]?.text).toBe("没有参评的初中数据，请加入所在的工作表");
  });
});
