import type { Cell } from "../../src/grid/block";
import { answerKey, readWorkbook, type Answers } from "../../src/reading";
import { readItemHeading } from "../../src/reading/items/item-words";
import { factNameOf } from "../../src/reading/items/item-columns";
import { readHeading } from "../../src/reading/heading";
import { ITEM_FACTS } from "../../src/standards";
import { sheet } from "./sheet";

const HEAD: Cell[] = ["学校名称", "办学类型", "在校生数"];
/** One primary school with one more column; and a second one beside it that is complete. */
const read = (headings: readonly Cell[], row: readonly Cell[], answers: Answers = {}, other: readonly Cell[] = row.map(() => 1)) =>
  readWorkbook([sheet([[...HEAD, ...headings], ["甲小学", "小学", 900, ...row], ["乙小学", "小学", 900, ...other]])], answers);
const figure = (headings: readonly Cell[], row: readonly Cell[], fact: string, answers: Answers = {}) => {
  const found = read(headings, row, answers).schools[0]?.figures[fact];
  return found?.school ?? found?.primary;
};

describe("headings of the items' figures", () => {
  test.each(ITEM_FACTS.filter(({ level }) => level === "school").map(({ id, term, unit }) => [id, unit === "" ? term : `${term}（${unit}）`]))("%s is recognised by its official term", (id, heading) => {
    const reading = readItemHeading([heading]);
    expect([reading && factNameOf(reading.meaning), reading?.confidence]).toEqual([id, 1]);
  });

  test.each<[readonly string[], string | null]>([
    [["最大班额学生数"], "largestClass"], [["超班额班数"], "classesOverLimit"], [["超过45人的小学班级数"], "classesOverLimit"], [["超过50人的初中班级数"], "classesOverLimit"], [["超过50人的小学班级数"], "classBand:51-"],
    [["班额", "46-50人"], "classBand:46-50"], [["班额情况", "56—65人"], "classBand:56-65"], [["每班46-50人班级个数"], "classBand:46-50"], [["班级数", "66人及以上"], "classBand:66-"], [["班额", "25人及以下"], "classBand:1-25"],
    [["音乐专用教室（间）"], "musicRooms"], [["音乐教室数"], "musicRooms"], [["美术教室", "间数"], "fineArtRooms"], [["音乐专用教室", "面积达标间数"], "musicRoomsQualified"], [["单间面积≥96㎡的音乐教室间数"], "musicRooms:96"], [["67㎡≤单间面积＜90㎡的美术教室间数"], "fineArtRooms:67"],
    [["单间面积＜54㎡的音乐教室间数"], "musicRooms:0"], [["音乐教室面积"], "musicRoomAreas"], [["建校年份"], "builtYear"], [["建成年份"], "builtYear"],
    [["进城务工人员随迁子女在校生人数"], "migrantStudents"], [["上年度拨付定额公用经费（万元）"], "publicFunds"], [["上一年度公用经费预算总额（万元）"], "publicFundsBudget"], [["上一年度教师培训经费预算总额"], "trainingFunds"],
    [["持有教师资格证的专任教师人数"], "teachersCertified"], [["近5年培训满360学时专任教师人数"], "teachersTrained"], [["一年级招生人数"], "newStudents"], [["就近划片入学人数"], "newStudentsNearby"], [["是否寄宿制学校"], "isBoarding"], [["城乡类型"], "location"], [["所在地城乡类型"], "location"],
    [["德育"], null], [["持证率"], null], [["生均公用经费"], null], [["随迁子女在校生人数"], null], [["高中招生计划"], null], [["音乐教师"], null], [["教师培训经费占比"], null], [["小学年龄 6-11岁"], null], [["最大班额是否达标"], null],
  ])("%p is %p", (path, fact) => {
    const reading = readItemHeading(path);
    expect(reading && factNameOf(reading.meaning)).toBe(fact);
  });

  test("none of the seven indicators' headings is taken for an item's", () => {
    for (const heading of ["在校生数", "班级数", "专任教师数", "县级以上骨干教师数", "体育专任教师数", "音乐教师数", "教学及辅助用房面积", "运动场地面积", "教学仪器设备值（万元）", "网络多媒体教室数"]) {
      expect([heading, readHeading([heading]).candidates.length > 0, readItemHeading([heading])]).toEqual([heading, true, null]);
    }
  });
});

describe("item columns of a school sheet become figures with their cells", () => {
  test.each<[heading: string, typed: Cell, fact: string, value: number | null]>([
    ["最大班额", 44, "largestClass", 44], ["最大班额", null, "largestClass", null], ["音乐专用教室数", 0, "musicRooms", 0], ["音乐专用教室数", "无", "musicRooms", null],
    ["上年度拨付公用经费（万元）", 64.8, "publicFunds", 648000], ["上年度拨付公用经费（元）", "648,000", "publicFunds", 648000], ["年度公用经费预算总额（元）", "64.8万元", "publicFundsBudget", 648000],
    ["规划并建成年份", "2012年", "builtYear", 2012], ["规划并建成年份", 41000, "builtYear", 2012], ["规划并建成年份", "老校", "builtYear", null], ["是否建立章程", "是", "hasCharter", 1], ["是否建立章程", "否", "hasCharter", 0], ["是否建立章程", "在建", "hasCharter", null],
    ["是否寄宿制学校", "无", "isBoarding", 0], ["招生数", 150, "newStudents", 150], ["就近划片入学人数", -1, "newStudentsNearby", null],
  ])("%s typed %p: %s is %p", (heading, typed, fact, value) => {
    const found = figure([heading], [typed], fact);
    expect([found?.value, found?.cell, value === null ? typeof found?.why : "string"]).toEqual([value, "数据!D2", "string"]);
  });

  test("each is shown among the columns with what it was taken for", () => {
    const mapping = read(["最大班额", "城乡类型", "班额46-50人"], [44, "镇区", 0]).tables[0]?.mapping.slice(3);
    expect(mapping?.map(({ column, fact, term }) => [column, fact, term])).toEqual([["D", "largestClass", "最大班额"], ["E", "location", "城乡类型"], ["F", "classBand:46-50", "46–50 人的班级数"]]);
  });

  test.each<[Cell, string | undefined]>([["城区", "urban"], ["主城区", "urban"], ["111", "urban"], ["镇区", "town"], ["镇中心区", "town"], [121, "town"], ["乡村", "rural"], ["农村", "rural"], ["220", "rural"], ["不详", undefined], [null, undefined]])("城乡类型 %p is %p", (typed, location) => {
    expect(read(["城乡类型"], [typed], {}, ["城区"]).schools[0]?.location).toBe(location);
  });

  test("class-size bands keep their stage, their bounds and their cells", () => {
    const rows: Cell[][] = [["学校名称", "办学类型", "小学在校生数", "初中在校生数", "小学班额41-45人", "小学班额46-50人", "初中班额51人以上"], ["丙学校", "九年一贯制学校", 400, 300, 9, 1, 0]];
    expect(readWorkbook([sheet(rows)], {}).schools[0]?.bands).toEqual([
      { stage: "primary", from: 41, to: 45, classes: { value: 9, cell: "数据!E2" } }, { stage: "primary", from: 46, to: 50, classes: { value: 1, cell: "数据!F2" } }, { stage: "junior", from: 51, to: null, classes: { value: 0, cell: "数据!G2" } },
    ]);
  });

  test("rooms counted by size, or with all areas in one cell, become rooms; one number alone does not, it may be their sum", () => {
    expect(read(["单间面积≥96㎡的音乐教室间数", "73㎡≤单间面积＜96㎡的音乐教室间数"], [2, 1]).schools[0]?.rooms?.map(({ kind, area }) => [kind, area])).toEqual([["music", 96], ["music", 96], ["music", 73]]);
    expect(read(["美术教室面积"], ["92、90㎡"]).schools[0]?.rooms?.map(({ kind, area }) => [kind, area])).toEqual([["fineArt", 92], ["fineArt", 90]]);
    expect(read(["美术教室面积"], [182]).schools[0]?.rooms).toBeUndefined();
  });

  test("money without a unit is asked, and missing until answered", () => {
    const asked = read(["教师培训经费"], [4]);
    const question = asked.problems.find(({ rule }) => rule === "unit-doubt")?.question;
    expect([asked.schools[0]?.figures["trainingFunds"]?.school?.value, question?.choices.map(({ label }) => label)]).toEqual([null, ["单位是元", "单位是万元"]]);
    expect(figure(["教师培训经费"], [4], "trainingFunds", { [question?.key ?? ""]: question?.choices[1]?.answer ?? { kind: "confirmed", value: true } })?.value).toBe(40000);
  });

  test.each<[number, Cell, readonly (number | null)[] | undefined]>([[1, 98, [98]], [2, "98、96", [98, 96]], [3, "98、96", [98, 96, null]], [2, 190, undefined], [1, "98、96", undefined]])("%d rooms of %p: areas %p", (count, areas, expected) => {
    expect(read(["音乐专用教室数", "音乐教室面积"], [count, areas], {}, [null, null]).schools[0]?.rooms?.map(({ area }) => area)).toEqual(expected);
  });

  test("a column copied beside itself is one column", () => {
    const { schools, problems } = read(["招生数", "新生数"], [150, 150]);
    expect([schools[0]?.figures["newStudents"]?.school, problems.map(({ rule }) => rule)]).toEqual([{ value: 150, cell: "数据!D2" }, []]);
  });

  test("two columns for one figure are asked, neither is chosen", () => {
    const asked = read(["招生数", "新生数"], [150, 140]);
    expect([asked.schools[0]?.figures["newStudents"]?.school?.value, asked.problems.filter(({ rule }) => rule === "ambiguous").length]).toEqual([null, 2]);
  });

  test("somebody's word makes any column an item's", () => {
    const key = read(["学生规模上限"], [44]).tables[0]?.mapping[3]?.key ?? "";
    const answers: Answers = { [answerKey.column(key)]: { kind: "column", meaning: { fact: "largestClass", scope: "school", unit: "人", factor: 1 } } };
    expect(figure(["学生规模上限"], [44], "largestClass", answers)?.value).toBe(44);
  });
});

describe("what item columns leave out", () => {
  const rules = (heading: string, cells: readonly Cell[], answers: Answers = {}) => readWorkbook([sheet([[...HEAD, heading], ...cells.map((cell, i): Cell[] => [`第${String(i + 1)}小学`, "小学", 900, cell])])], answers).problems.map(({ rule, severity }) => `${rule} ${severity}`);

  test.each<[string, readonly Cell[], string[]]>([
    ["音乐专用教室数", [1, null], ["blank question"]], ["最大班额", [44, null], ["blank warning"]], ["是否建立章程", ["是", null], ["blank warning"]], ["音乐专用教室数", [null, null], []],
    ["音乐专用教室数", [1, "两间"], ["item-word error"]], ["是否建立章程", ["是", "大概"], ["item-word error"]], ["音乐专用教室数", [1, "#REF!"], ["error-value error"]], ["城乡类型", ["城区", "郊外"], ["item-word warning"]],
  ])("%s %p: %p", (heading, cells, expected) => {
    expect(rules(heading, cells)).toEqual(expected);
  });

  test("R7 blanks of a count may be declared zero, once for the column", () => {
    const headings = ["音乐专用教室数"];
    const asked = read(headings, [null]);
    const question = asked.problems.find(({ rule }) => rule === "blank")?.question;
    expect(question?.choices[0]?.label).toBe("本列 1 个空白视为 0");
    expect(figure(headings, [null], "musicRooms", { [question?.key ?? ""]: { kind: "blankIsZero", value: true } })?.value).toBe(0);
  });
});

describe("figures of one school that contradict each other judge nothing", () => {
  test.each<[readonly string[], readonly Cell[], string]>([
    [["专任教师数", "持有教师资格证的专任教师数"], [40, 41], "teachersCertified"], [["教师培训经费（元）", "年度公用经费预算总额（元）"], [900, 800], "trainingFunds"], [["招生数", "就近入学人数"], [100, 101], "newStudentsNearby"],
    [["音乐专用教室数", "面积达标的音乐专用教室数"], [1, 2], "musicRoomsQualified"], [["班级数", "超班额班级数"], [20, 21], "classesOverLimit"], [["最大班额", "超班额班级数"], [46, 0], "classesOverLimit"], [["最大班额", "超班额班级数"], [45, 1], "classesOverLimit"],
  ])("%p %p", (headings, row, doubted) => {
    const { schools, problems } = read(headings, row, {}, row.map(() => null));
    const told = problems.find(({ severity }) => severity === "error");
    expect(told?.text).toContain("甲小学");
    expect([told?.text.includes("D2"), told?.text.includes("E2")]).toEqual([true, true]);
    expect(schools[0]?.figures[doubted]?.school).toMatchObject({ value: null, why: expect.stringContaining("请核对") as string });
  });

  test.each<[readonly string[], readonly Cell[]]>([[["专任教师数", "持有教师资格证的专任教师数"], [40, 40]], [["最大班额", "超班额班级数"], [45, 0]], [["最大班额", "超班额班级数"], [46, 1]], [["班级数", "班额1-45人", "班额46人以上"], [20, 20, 0]]])("%p %p is no contradiction", (headings, row) => {
    expect(read(headings, row, {}, row).problems.filter(({ severity }) => severity !== "info").map(({ text }) => text)).toEqual([]);
  });

  test.each<[readonly string[], readonly Cell[], string]>([[["班级数", "班额1-45人", "班额46人以上"], [20, 18, 1], "共 19 个班"], [["最大班额", "班额1-45人", "班额46人以上"], [44, 18, 1], "不在人数最多的一段"]])("bands %p %p are told", (headings, row, text) => {
    expect(read(headings, row, {}, row.map(() => null)).problems.find(({ rule }) => rule === "bands-differ")?.text).toContain(text);
  });
});
