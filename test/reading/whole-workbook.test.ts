import type { Cell } from "../../src/grid/block";
import { readWorkbook, rosterAgreement } from "../../src/reading";
import { itemFactById } from "../../src/standards";
import { sheet } from "./sheet";

const SCHOOLS: Cell[][] = [["学校名称", "办学类型", "小学在校生数", "初中在校生数"], ["甲小学", "小学", 900, null], ["乙初级中学", "初级中学", null, 800], ["丙学校", "九年一贯制学校", 300, 200], ["东沟教学点", "小学教学点", 50, null], ["西沟教学点", "小学教学点", 49, null]];
const form = (values: Readonly<Record<string, Cell>>) => sheet([["填报项目", "填报值"], ...Object.entries(values).map(([id, value]): Cell[] => [itemFactById(`county.${id}`)?.term ?? "", value])], "县级填报表");

describe("R17 the schools read against 表Ⅰ", () => {
  const right = { primarySchools: 1, juniorSchools: 1, nineYearSchools: 1, teachingPoints: 2, teachingPointsOver: 1, primaryStudents: 1299, juniorStudents: 1000 };

  test("that agree are 名单已核对", () => {
    const reading = readWorkbook([sheet(SCHOOLS), form(right)], {});
    expect(rosterAgreement(reading)).toEqual({ checked: true, differences: [] });
    expect(reading.problems.map(({ rule }) => rule)).not.toContain("roster-differs");
  });

  test.each([["primarySchools", "小学校数：表Ⅰ为 9（B2），读到 1"], ["teachingPointsOver", "50 人及以上教学点数：表Ⅰ为 9（B6），读到 1"], ["juniorStudents", "初中在校学生数：表Ⅰ为 9（B8），读到 1000"]])("a different %s is told at the form's cell", (fact, text) => {
    // More 教学点 than 9 would contradict the form itself.
    const reading = readWorkbook([sheet(SCHOOLS), form({ ...right, ...(fact === "teachingPointsOver" && { teachingPoints: 20 }), [fact]: 9 })], {});
    expect(rosterAgreement(reading).differences).toContain(text);
    expect(reading.problems.filter(({ rule }) => rule === "roster-differs").map((one) => one.text)).toContain(text);
  });

  test("without such numbers nothing was checked", () => {
    expect(rosterAgreement(readWorkbook([sheet(SCHOOLS), form({ rotated: 3, rotationEligible: 30 })], {}))).toEqual({ checked: false, differences: [] });
    expect(rosterAgreement(readWorkbook([sheet(SCHOOLS)], {}))).toEqual({ checked: false, differences: [] });
  });

  test("two rows of one school are one school", () => {
    const rows: Cell[][] = [["学校名称", "学段", "在校生数"], ["丙学校", "小学", 300], ["丙学校", "初中", 200]];
    expect(rosterAgreement(readWorkbook([sheet(rows), form({ nineYearSchools: 1, primarySchools: 0, juniorSchools: 0 })], {})).differences).toEqual([]);
  });

  test("two schools of one name in two towns are two, and no school that stands twice", () => {
    const rows: Cell[][] = [["学校名称", "所在乡镇", "办学类型", "小学在校生数", "初中在校生数"], ["中心小学", "东乡", "小学", 300, null], ["中心小学", "西乡", "小学", 200, null]];
    const reading = readWorkbook([sheet(rows), form({ primarySchools: 2 })], {});
    expect(rosterAgreement(reading).differences).toEqual([]);
    expect(reading.problems.map(({ rule }) => rule)).not.toContain("duplicate-school");
    const unsaid = readWorkbook([sheet(rows.map((row) => row.filter((_, j) => j !== 1)))], {});
    expect(unsaid.problems.map(({ rule }) => rule)).toContain("duplicate-school");
  });
});

describe("the date of the data (数据时点)", () => {
  const above = (line: readonly Cell[], more: readonly (readonly Cell[])[] = []) => readWorkbook([sheet([["某县学校数据"], line, ...SCHOOLS, ...more])], {}).dataDate;

  test.each<[readonly Cell[], string | undefined, string | undefined]>([
    [["数据时点：2025年9月1日"], "2025年9月1日", "数据!A2"], [["统计时间：2025-09-01"], "2025-09-01", "数据!A2"], [["（截至 2025 年 9 月）"], "2025年9月", "数据!A2"], [["数据时点", "2025.9.1"], "2025.9.1", "数据!B2"],
    [["填报日期：2025年11月3日"], undefined, undefined], [["数据时点：年报"], undefined, undefined],
  ])("%p says %p", (line, text, cell) => {
    expect(above(line)).toEqual(text === undefined ? undefined : { text, cell });
  });

  test("is found in a note below the table", () => {
    expect(above(["单位：人"], [["注：数据截至2025年9月1日。"]])).toEqual({ text: "2025年9月1日", cell: "数据!A9" });
  });

  test("the county form's own line wins", () => {
    const reading = readWorkbook([sheet([["数据时点：2024年9月1日"], ...SCHOOLS]), form({ rotated: 3, dataDate: "2025年9月1日", basicYear: 2019 })], {});
    expect(reading.dataDate).toEqual({ text: "2025年9月1日", cell: "县级填报表!B3" });
  });

  test("a sheet that is passed over says nothing", () => {
    expect(readWorkbook([sheet(SCHOOLS), sheet([["会议纪要"], ["截至2023年1月1日"]], "纪要")], {}).dataDate).toBeUndefined();
  });
});

describe("a bureau's own standard in the workbook", () => {
  const standard = (name: string) => sheet([["指标编号", "指标名称", "小学标准", "初中标准", "单位", "比较", "依据文件", "条款"], ["A1", "每百名学生拥有高于规定学历教师数", 4.5, 5.5, "人", "不低于", "某县〔2026〕1号", "一"]], name);

  test("is read beside the schools, and is no table of them", () => {
    const reading = readWorkbook([sheet(SCHOOLS), standard("自定标准")], {});
    expect([reading.ownStandard?.sheet, reading.ownStandard?.lines.length, reading.schools.length, reading.passedOver, reading.county]).toEqual(["自定标准", 1, 5, [], undefined]);
  });

  test("two of them: the first is used, and the second told", () => {
    const reading = readWorkbook([standard("自定标准"), standard("自定标准2")], {});
    expect([reading.ownStandard?.sheet, reading.problems.find(({ rule }) => rule === "two-standards")?.cell]).toEqual(["自定标准", "自定标准2!A1"]);
  });
});
