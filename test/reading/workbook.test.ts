import type { Cell, SheetBlock } from "../../src/grid/block";
import { answerKey, readArgument, readWorkbook } from "../../src/reading";

function sheet(cells: readonly (readonly Cell[])[], name = "数据"): SheetBlock {
  const columns = Math.max(1, ...cells.map((row) => row.length));
  return { sheet: name, row: 0, column: 0, rows: cells.length, columns, values: cells.map((row) => [...row, ...Array<null>(columns - row.length).fill(null)]), merges: [], hiddenRows: [], hiddenColumns: [], tables: [] };
}
const rules = (cells: readonly (readonly Cell[])[], answers = {}) => readWorkbook([sheet(cells)], answers).problems.map(({ rule }) => rule);
const HEAD = ["学校名称", "学段", "在校生数", "县级以上骨干教师数"];

describe("what cannot be read is told, with what to do", () => {
  test("an empty sheet and a sheet without schools are passed over with a reason", () => {
    const { passedOver } = readWorkbook([sheet([[]], "空"), sheet([["会议纪要"], ["一、通报情况"]], "纪要"), sheet([["学校名称"], ["甲小学"]], "义教均衡-结果")], {});
    expect(passedOver.map(({ sheet: name, reason }) => [name, reason.slice(0, 4)])).toEqual([["空", "空工作表"], ["纪要", "没有找到"], ["义教均衡-结果", "本程序生"]]);
  });

  test("a missing student column is an error", () => {
    expect(rules([["学校名称", "学段", "县级以上骨干教师数"], ["甲小学", "小学", 3]])).toContain("no-students");
  });

  test.each([
    ["zero students", ["甲小学", "小学", 0, 3], "zero-students"], ["negative students", ["甲小学", "小学", -5, 3], "negative"], ["blank students", ["甲小学", "小学", null, 3], "blank-students"],
    ["text", ["甲小学", "小学", "约300", 3], "text-in-number"], ["an error value", ["甲小学", "小学", "#REF!", 3], "error-value"], ["a row without a name", [null, null, 300, 3], "no-name"],
  ] as const)("%s", (_, row, rule) => {
    expect(rules([HEAD, ["乙小学", "小学", 400, 5], row])).toContain(rule);
  });

  test("the same school in the same stage twice: both wait", () => {
    const { schools, problems } = readWorkbook([sheet([HEAD, ["甲小学", "小学", 300, 3], ["甲小学", "小学", 300, 3]])], {});
    expect(problems.map(({ rule }) => rule)).toContain("duplicate-school");
    expect(schools.every(({ pending }) => pending !== null)).toBe(true);
  });

  test("two tables of the same schools with different numbers: nothing is chosen until somebody decides", () => {
    const blocks = [sheet([HEAD, ["甲小学", "小学", 300, 3]], "上报"), sheet([HEAD, ["甲小学", "小学", 310, 3]], "核查")];
    const asked = readWorkbook(blocks, {});
    expect(asked.schools.map(({ pending }) => pending !== null)).toEqual([true]);
    const question = asked.problems.find(({ rule }) => rule === "two-tables")?.question;
    const decided = readWorkbook(blocks, { [question?.key ?? ""]: { kind: "useTable", value: false } });
    expect(decided.schools.map(({ figures, pending }) => [figures["students"]?.school?.value, pending])).toEqual([[300, null]]);
  });
});

describe("R16 a 小学 of under fifty pupils without a 办学类型", () => {
  const cells = (pupils: Cell) => [HEAD, ["甲小学", "小学", 300, 3], ["山后小学", "小学", pupils, 1]];
  const asked = (pupils: Cell, answers = {}) => readWorkbook([sheet(cells(pupils))], answers).problems.filter(({ rule }) => rule === "small-school");

  test.each([[49, 1], [50, 0], [null, 0], [0, 0]])("with %p pupils is asked %d times whether it is a 教学点", (pupils, count) => {
    expect(asked(pupils)).toHaveLength(count);
  });

  test("stands at its students' cell, and either answer settles the type", () => {
    const [problem] = asked(30);
    expect([problem?.cell, problem?.severity]).toEqual(["数据!C3", "question"]);
    expect(problem?.question?.choices.map(({ label }) => label)).toEqual(["小学", "教学点"]);
    for (const { answer } of problem?.question?.choices ?? []) {
      const read = readWorkbook([sheet(cells(30))], { [problem?.question?.key ?? ""]: answer });
      expect(read.schools[1]).toMatchObject({ type: answer.kind === "type" ? answer.value : "", stages: ["primary"], pending: null });
      expect(read.problems.map(({ rule }) => rule)).not.toContain("small-school");
    }
  });
});

describe("R15 附设班", () => {
  const head = ["学校名称", "办学类型", "小学在校生", "初中在校生", "高中在校生"];
  test.each([
    ["初级中学", 80, 420, null, ["primary", "junior"]], ["小学", 300, 40, null, ["primary", "junior"]], ["高级中学", null, 150, 750, ["junior"]],
    ["小学附设初中班", 300, 40, null, ["primary", "junior"]], ["初级中学", null, 420, null, ["junior"]], ["小学", 300, 0, null, ["primary"]],
  ] as const)("a %s with %p, %p and %p pupils is read in stages %s %s", (type, primary, junior, senior, stages) => {
    const { schools } = readWorkbook([sheet([head, ["河北学校", type, primary, junior, senior], ["甲小学", "小学", 300, null, null]])], {});
    expect(schools[0]).toMatchObject({ stages, pending: null, ownStageOnly: false });
  });
});

describe("a school of two stages is never split twice", () => {
  test("a row of the whole school beside a row of its 初中部: the stage stands twice, both wait", () => {
    const head = ["学校名称", "办学类型", "小学在校生", "初中在校生", "教学及辅助用房面积"];
    const { schools, problems } = readWorkbook([sheet([head, ["示范学校", "九年一贯制学校", 600, 400, 5400], ["示范学校_初中", "九年一贯制学校", null, 400, 2300], ["甲小学", "小学", 300, null, 1400]])], {});
    expect(problems.find(({ rule }) => rule === "split-twice")?.text).toContain("示范学校");
    expect(schools.map(({ pending }) => pending !== null)).toEqual([true, true, false]);
  });

  const head = ["学校名称", "学段", "在校生数", "教学及辅助用房面积", "运动场地面积", "网络多媒体教室数"];
  const cells = (junior: readonly Cell[]) => [head, ["示范学校（小学部）", "小学", 600, 5400, 8800, 27], ["示范学校（初中部）", "初中", 400, ...junior], ["甲小学", "小学", 300, 1400, 2400, 9]];

  test("the same totals in both stages' rows are withheld until somebody confirms them", () => {
    const asked = readWorkbook([sheet(cells([5400, 8800, 27]))], {});
    const found = asked.problems.find(({ rule }) => rule === "same-in-both-stages");
    expect(found?.cell).toBe("数据!D2");
    expect(asked.schools.map(({ figures }) => figures["teachingArea"]?.school?.value)).toEqual([null, null, 1400]);
    const confirmed = readWorkbook([sheet(cells([5400, 8800, 27]))], { [found?.question?.key ?? ""]: { kind: "confirmed", value: true } });
    expect(confirmed.schools.map(({ figures }) => figures["teachingArea"]?.school?.value)).toEqual([5400, 5400, 1400]);
    expect(confirmed.problems).toEqual([]);
  });

  test.each([[[2300, 3700, 11]], [[5400, 3700, 11]]])("rows that differ, %p, are taken as they are", (junior) => {
    const { problems } = readWorkbook([sheet(cells(junior))], {});
    expect(problems.map(({ rule }) => rule)).not.toContain("same-in-both-stages");
  });
});

describe("a figure in a cell merged over the rows of both stages is the whole school's", () => {
  const cells: Cell[][] = [["学校名称", "学段", "在校生数", "运动场地面积", "网络多媒体教室数"], ["育才学校", "小学", 600, 10300, 47], [null, "初中", 400, null, null], ["甲小学", "小学", 300, 2400, 9]];
  const merges = [0, 3, 4].map((column) => ({ row: 1, column, rows: 2, columns: 1 }));
  const read = (answers = {}) => readWorkbook([{ ...sheet(cells), merges }], answers);

  test("so neither row has it, and the problem stands at the cell with what to do", () => {
    const { schools, problems } = read();
    expect(schools.map(({ name, figures }) => [name, figures["students"]?.school?.value, figures["sportFieldArea"]?.school?.value, figures["multimediaRooms"]?.school?.value])).toEqual([["育才学校", 600, null, null], ["育才学校", 400, null, null], ["甲小学", 300, 2400, 9]]);
    expect(problems.map(({ rule, cell }) => [rule, cell])).toEqual([["merged-over-stages", "数据!D2"], ["merged-over-stages", "数据!E2"]]);
    expect(problems[0]?.remedy).toContain("拆分");
  });

  test("R7 saying that blanks are zeros does not make the lower row's zero", () => {
    const key = readWorkbook([sheet(cells.map((row, i) => (i === 2 ? ["育才学校", ...row.slice(1)] : row)))], {}).problems.find(({ rule }) => rule === "blank")?.question?.key ?? "";
    expect(key).not.toBe("");
    expect(read({ [key]: { kind: "blankIsZero", value: true } }).schools[1]?.figures["sportFieldArea"]?.school?.value).toBeNull();
  });

  test("two schools under one merged figure do not have it either; a cell merged over blank rows is one school's", () => {
    const shared = sheet([HEAD, ["甲小学", "小学", 300, 7], ["乙小学", "小学", 200, null], ["丙小学", "小学", 100, 3], [null, null, null, null], ["丁小学", "小学", 100, 2]]);
    const { schools } = readWorkbook([{ ...shared, merges: [{ row: 1, column: 3, rows: 2, columns: 1 }, { row: 3, column: 3, rows: 2, columns: 1 }] }], {});
    expect(schools.map(({ figures }) => figures["backboneTeachers"]?.school?.value)).toEqual([null, null, 3, 2]);
  });
});

describe("R19 a ratio far from the others", () => {
  const head = ["学校名称", "办学类型", "小学在校生", "初中在校生", "教学仪器设备值（万元）"];
  const primary = (name: string, money: number) => [name, "小学", 500, null, money];
  const junior = (name: string, money = 130) => [name, "初级中学", null, 500, money];
  const nine = (name: string, money: number) => [name, "九年一贯制学校", 500, 400, money];
  const juniors = [junior("一中"), junior("二中"), junior("三中")];
  const wrong = 1100000;
  test.each([
    ["one school of many", [primary("甲小学", 110), primary("乙小学", 120), primary("丙小学", 130), primary("丁小学", wrong)], ["丁小学"]],
    ["one of two in its stage: nobody knows which", [primary("甲小学", 110), primary("乙小学", wrong), ...juniors], ["甲小学", "乙小学"]],
    ["two of four", [primary("甲小学", 110), primary("乙小学", 110), primary("丙小学", wrong), primary("丁小学", wrong), ...juniors], ["甲小学", "乙小学", "丙小学", "丁小学"]],
    ["the only one of its stage, by the other stage", [primary("甲小学", wrong), ...juniors], ["甲小学"]],
    ["two of one stage alike, by the other stage", [primary("甲小学", wrong), primary("乙小学", wrong), ...juniors], ["甲小学", "乙小学"]],
    ["a school of two stages among its like", [nine("甲学校", 250), nine("乙学校", 2500000), nine("丙学校", 250), nine("丁学校", 250)], ["乙学校"]],
    ["a school of two stages among schools of one", [nine("乙学校", 2500000), ...juniors], ["乙学校"]],
    ["none: two that differ less", [primary("甲小学", 110), primary("乙小学", 1100), nine("乙学校", 250), ...juniors], []],
  ] as const)("%s", (_, rows, doubted) => {
    const { schools, problems } = readWorkbook([sheet([head, ...rows])], {});
    expect(schools.filter(({ figures }) => figures["equipmentValue"]?.school?.value === null).map(({ name }) => name)).toEqual(doubted);
    expect(problems.filter(({ rule }) => rule === "far-from-median")).toHaveLength(doubted.length);
  });

  test("of one stage's own column in a school of two stages: that stage's figure only, until confirmed", () => {
    const cells = [["学校名称", "办学类型", "小学在校生", "初中在校生", "小学网络多媒体教室数", "初中网络多媒体教室数"], ["甲学校", "九年一贯制学校", 500, 400, 12, 1000], ["一中", "初级中学", null, 500, null, 13], ["二中", "初级中学", null, 500, null, 14], ["三中", "初级中学", null, 500, null, 14]];
    const asked = readWorkbook([sheet(cells)], {});
    expect(asked.schools[0]?.figures["multimediaRooms"]).toMatchObject({ primary: { value: 12 }, junior: { value: null } });
    const key = asked.problems.find(({ rule }) => rule === "far-from-median")?.question?.key ?? "";
    expect(readWorkbook([sheet(cells)], { [key]: { kind: "confirmed", value: true } }).schools[0]?.figures["multimediaRooms"]?.junior?.value).toBe(1000);
  });
});

describe("R12 a school of two stages in rows of one stage", () => {
  test("is asked about once, not once a row", () => {
    const cells = [HEAD, ["示范九年一贯制学校", "小学", 600, 7], ["示范九年一贯制学校", "初中", 400, 5], ["甲小学", "小学", 300, 3]];
    expect(rules(cells)).toEqual(["split-unknown"]);
  });
});

describe("a table whose column of school names is not headed as such", () => {
  const rows: Cell[][] = [["甲小学", "小学", 300, 3], ["乙小学", "小学", 400, 5], ["城关中学", "初中", 500, 6]];
  test.each([
    ["no heading", [null, ...HEAD.slice(1)]], ["an odd heading", ["列1", ...HEAD.slice(1)]],
  ])("is found by its values: %s", (_, head) => {
    const { tables, schools } = readWorkbook([sheet([["某县学校情况"], head, ...rows])], {});
    expect(schools.map(({ name, stages }) => [name, stages])).toEqual([["甲小学", ["primary"]], ["乙小学", ["primary"]], ["城关中学", ["junior"]]]);
    expect(tables[0]?.mapping[0]).toMatchObject({ fact: "name", evidence: ["本列的值多数是学校名称"] });
    expect(tables[0]?.mapping[0]?.confidence).toBeLessThan(1);
  });

  test("is not made up of texts that merely mention schools", () => {
    const { schools, passedOver } = readWorkbook([sheet([["事项", "金额"], ["检查小学工作", 3], ["拨付学校经费", 2], ["会议", 4]])], {});
    expect([schools, passedOver.length]).toEqual([[], 1]);
  });
});

describe("the 学校自评表, filled in within sentences", () => {
  const form = (pupils: string): Cell[][] => [
    ["附件4 某县创建国家义务教育优质均衡发展县学校自评表"], ["___希望九年一贯制学校___ （小学、初中、九年一贯制、十二年一贯制）  建校于＿1998＿年"], ["A 级指标", "B 级指标及评估要点", "自评情况"],
    ["资源配置", "1", "学校拥有高于规定学历教师数：小学 20 人； 初中＿15＿人。每百名学生拥有高于规定学历教师数：小学 6.25 人；初中 7.14 人。"],
    ["", "2", "学校拥有县级以上骨干教师数：小学＿4＿人； 初中＿＿人。"],
    ["", "4", "学校拥有教学辅助用房面积：＿3,300＿平方米。生均教学及辅助用房面积：小学＿5＿平方米； 初中＿6＿平方米。"],
    ["", "5", "学校拥有体育场馆面积：＿5000＿平方米（其中： 体育场 ＿4000＿平方米、校外周边租借体育场馆面积＿1000＿平方米）。"],
    ["", "6", "学校教学仪器设备值＿130＿万元。"], ["", "7", "学校共有＿14＿间多媒体教室。"], ["", "", pupils],
  ];
  const read = (pupils: string) => readWorkbook([sheet(form(pupils), "自评")], {});

  test("is read figure by figure, each with its cell; a place left open is missing", () => {
    const [school] = read("全校中小学生数 530 人。其中：小学＿320＿人、初中 210 人、高中＿＿ 人。").schools;
    const value = (fact: string, scope: "school" | "primary" | "junior") => school?.figures[fact]?.[scope]?.value;
    expect([school?.name, school?.stages]).toEqual(["希望九年一贯制学校", ["primary", "junior"]]);
    expect([value("students", "primary"), value("students", "junior"), value("teachersAboveRequired", "primary"), value("teachersAboveRequired", "junior")]).toEqual([320, 210, 20, 15]);
    expect([value("backboneTeachers", "primary"), value("backboneTeachers", "junior")]).toEqual([4, null]);
    expect([value("teachingArea", "school"), value("equipmentValue", "school"), value("multimediaRooms", "school")]).toEqual([3300, 1300000, 14]);
    expect(school?.figures["students"]?.primary?.cell).toBe("自评!C10");
  });

  test("政府保障程度: classes, rooms with their areas, class sizes, 公用经费 and the year it was built", () => {
    const lines = ["全校教学班数 ＿14＿个。 配备音乐专用教室 ＿2＿间，面积分别为：96, 98,＿,＿平方米； 美术专用教室 ＿1＿间，面积分别为：90＿,＿平方米。", "最大班额学生数＿44＿人，超过45 人的小学班级＿0＿个，超过 50 人的初中班级＿1＿个。", "上年学生数＿86＿人，上年度拨付定额公用经费＿11.5＿万元；生均公用经费＿1337＿元。"];
    const { schools, problems } = readWorkbook([sheet([...form("全校中小学生数 530 人。其中：小学 320 人、初中 210 人。"), ...lines.map((line) => ["", "", line]), ["", "", "上年学生数＿＿人，上年度拨付定额公用经费＿＿万元；生均公用经费＿＿元。"]], "自评")], {});
    const value = (fact: string, scope: "school" | "primary" | "junior" = "school") => schools[0]?.figures[fact]?.[scope]?.value;
    expect([value("classes"), value("musicRooms"), value("fineArtRooms"), value("largestClass"), value("classesOverLimit", "primary"), value("classesOverLimit", "junior"), value("lastYearStudents"), value("publicFunds"), value("builtYear")]).toEqual([14, 2, 1, 44, 0, 1, 86, 115000, 1998]);
    expect(schools[0]?.rooms?.map(({ kind, area, cell }) => [kind, area, cell])).toEqual([["music", 96, "自评!C11"], ["music", 98, "自评!C11"], ["fineArt", 90, "自评!C11"]]);
    expect(problems.filter(({ rule }) => rule === "ambiguous")).toEqual([]);
  });

  test("an area that includes rented grounds is left out", () => {
    expect(read("全校中小学生数 530 人。其中：小学 320 人、初中 210 人。").schools[0]?.figures["sportArea"]).toBeUndefined();
  });

  test("one that is not filled in is passed over, and the reason says what it is", () => {
    const blank = form("").map((row) => row.map((cell) => String(cell).replace(/\d[\d.,]*(?=[ ＿]*(?:人|间|元|平方米|万元))/g, "").replace("希望九年一贯制学校", "____")));
    expect(readWorkbook([sheet(blank, "自评")], {}).passedOver[0]?.reason).toContain("自评表");
  });
});

describe("rows that name a stage or a group, not a school", () => {
  const head = ["学校名称", "在校生数", "县级以上骨干教师数"];
  const names = (blocks: readonly (readonly Cell[])[], name = "数据") => readWorkbook([sheet(blocks, name)], {}).schools.map((school) => [school.name, ...school.stages]);

  test.each(["其他", "农村", "城镇", "公办", "民办", "达标要求", "小学", "其它学校"])("a row of figures named %s is left out, and it is said", (name) => {
    const { schools, problems } = readWorkbook([sheet([head, ["甲小学", 300, 3], [name, 500, 6], ["乙小学", 100, 2]], "小学")], {});
    expect(schools.map((school) => school.name)).toEqual(["甲小学", "乙小学"]);
    expect(problems.find(({ rule }) => rule === "totals-skipped")?.cell).toBe("小学!A3");
  });

  test("a column left of the names that says 农村 or 公办 leaves nobody out", () => {
    expect(names([["城乡", ...head], ["农村", "甲小学", 300, 3], ["公办", "乙小学", 100, 2]])).toHaveLength(2);
  });

  test("第三小学 and 二初中 are schools", () => {
    expect(names([head, ["第三小学", 300, 3], ["三小学", 300, 3], ["二初中", 100, 2]], "小学")).toHaveLength(3);
  });

  test("R12 the title of a second table below the first is no school, and settles the second's stage", () => {
    expect(names([["一、小学"], head, ["甲小学", 300, 3], ["合计", 300, 3], [], ["二、初中"], head, ["甲中学", 400, 4], ["合计", 400, 4]])).toEqual([["甲小学", "primary"], ["甲中学", "junior"]]);
  });

  test.each([["小学", "初中"], ["小学部分", "初中部分"], ["1.小学", "2.初中"]])("R12 heading rows %s and %s between the rows settle the stage of the rows below", (one, two) => {
    expect(names([head, [one], ["甲学校", 300, 3], [two], ["乙学校", 400, 4], ["丙中学", 400, 4]])).toEqual([["甲学校", "primary"], ["乙学校", "junior"], ["丙中学", "junior"]]);
  });
});

describe("subtotals that do not say so", () => {
  const head = ["学校名称", "学段", "在校生数", "高于规定学历教师数", "县级以上骨干教师数", "网络多媒体教室数"];
  const east = [["河东小学", "小学", 400, 20, 5, 11], ["河东二小学", "小学", 300, 15, 4, 8]] as const;
  const west = [["河西小学", "小学", 200, 10, 2, 6], ["河西二小学", "小学", 100, 5, 1, 3]] as const;
  const sumEast = ["河东镇", null, 700, 35, 9, 19];
  const sumWest = ["河西镇", null, 300, 15, 3, 9];
  const sumAll = ["某县", null, 1000, 50, 12, 28];
  const read = (rows: readonly (readonly Cell[])[], answers = {}) => readWorkbook([sheet([head, ...rows])], answers);
  const four = ["河东小学", "河东二小学", "河西小学", "河西二小学"];

  test.each([
    ["above their schools", [sumEast, ...east, sumWest, ...west]], ["below their schools", [...east, sumEast, ...west, sumWest]],
    ["above, with the county's on top", [sumAll, sumEast, ...east, sumWest, ...west]], ["below, with the county's at the end", [...east, sumEast, ...west, sumWest, sumAll]],
  ])("rows named by 乡镇 whose figures are the sums of the schools %s are left out, and it is said", (_, rows) => {
    const { schools, problems, tables } = read(rows);
    expect(schools.map(({ name, pending }) => [name, pending])).toEqual(four.map((name) => [name, null]));
    expect(tables[0]?.skipped.map(({ reason }) => reason)).toEqual(Array<string>(rows.length - 4).fill("小计行"));
    expect(problems.map(({ rule }) => rule)).toEqual(["subtotals-found"]);
  });

  test("a 乡镇's row that is no exact sum waits for an answer, which settles it either way", () => {
    const rows = [["河东镇", "小学", 700, 35, 9, 20], ...east, ...west];
    const asked = read(rows);
    expect(asked.schools.map(({ name, pending }) => [name, pending !== null])).toEqual([["河东镇", true], ...four.map((name) => [name, false])]);
    const question = asked.problems.find(({ rule }) => rule === "maybe-subtotal")?.question;
    const settle = (value: boolean) => read(rows, { [question?.key ?? ""]: { kind: "confirmed", value } });
    expect(settle(true).schools.map(({ name }) => name)).toEqual(four);
    expect(settle(false).schools.map(({ name, pending }) => [name, pending])).toEqual(["河东镇", ...four].map((name) => [name, null]));
  });

  test("R16 a 中心校 whose figures are those of the schools below it is asked: never both", () => {
    const { schools, problems } = read([["河东中心校", "小学", 700, 35, 9, 19], ...east, ...west]);
    expect(problems.map(({ rule }) => rule)).toContain("maybe-subtotal");
    expect(schools[0]?.pending).toContain("小计");
  });

  test("schools with names of their own are never taken for sums", () => {
    const { schools, problems } = read([["甲小学", "小学", 300, 15, 3, 9], ...west, ["乙小学", "小学", 300, 15, 3, 9]]);
    expect(schools).toHaveLength(4);
    expect(problems).toEqual([]);
  });
});

describe("answers are remembered by heading and name", () => {
  test("R7 blanks become zero only when somebody said so, and never for students", () => {
    const cells = [HEAD, ["甲小学", "小学", 300, null], ["乙小学", "小学", null, 2]];
    const value = (answers: Parameters<typeof readWorkbook>[1]) => readWorkbook([sheet(cells)], answers).schools[0]?.figures["backboneTeachers"]?.school?.value;
    expect(value({})).toBeNull();
    const both = { [answerKey.blank("县级以上骨干教师数")]: { kind: "blankIsZero", value: true }, [answerKey.blank("在校生数")]: { kind: "blankIsZero", value: true } } as const;
    expect(value(both)).toBe(0);
    expect(readWorkbook([sheet(cells)], both).schools[1]?.figures["students"]?.school?.value).toBeNull();
  });

  test("R12 中学 in a mixed sheet waits for its type; the answer settles it", () => {
    const cells = [["学校名称", "在校生数", "县级以上骨干教师数"], ["第一中学", 900, 9], ["甲小学", 300, 3]];
    expect(readWorkbook([sheet(cells)], {}).schools.map(({ pending }) => pending === null)).toEqual([false, true]);
    const { schools } = readWorkbook([sheet(cells)], { [answerKey.type("第一中学")]: { kind: "type", value: "junior" } });
    expect(schools[0]).toMatchObject({ type: "junior", stages: ["junior"], pending: null });
  });

  test("a column's meaning can be set by its key", () => {
    const cells = [["学校名称", "学段", "在册", "县级以上骨干教师数"], ["甲小学", "小学", 300, 3]];
    const { schools, tables } = readWorkbook([sheet(cells)], { [answerKey.column("在册")]: { kind: "column", meaning: { fact: "students", scope: "school", unit: "人", factor: 1 } } });
    expect(schools[0]?.figures["students"]?.school?.value).toBe(300);
    expect(tables[0]?.mapping[2]).toMatchObject({ fact: "students", source: "answered", confidence: 1 });
  });
});

describe("a function's argument", () => {
  test("rows keep their places; headings, blank rows and totals are null", () => {
    const { rows } = readArgument([HEAD, ["甲小学", "小学", 300, 3], [null, null, null, null], ["合计", null, 300, 3], ["乙小学", "小学", 200, 2]], null);
    expect(rows.map((school) => school?.name ?? null)).toEqual([null, "甲小学", null, null, "乙小学"]);
  });

  test("headings may be handed over beside the rows", () => {
    const { rows } = readArgument([["甲小学", "小学", 300, 3]], [HEAD]);
    expect(rows[0]?.figures["students"]?.school?.value).toBe(300);
  });

  test("the stage may come from the argument when names are left out", () => {
    const { rows } = readArgument([["在校生数", "县级以上骨干教师数"], [300, 3]], null, "junior");
    expect(rows[1]).toMatchObject({ stages: ["junior"], pending: null });
  });

  test.each([null, 0, "约三百"])("R19 with %p students the unit of the money is not doubted", (students) => {
    const { rows } = readArgument([["学校名称", "学段", "在校生数", "教学仪器设备值（万元）"], ["甲小学", "小学", students, 60]], null);
    expect(rows[1]?.figures["equipmentValue"]?.school).toMatchObject({ value: 600000 });
  });

  test("numbers without any heading are no schools", () => {
    expect(readArgument([[1, 2, 3]], null).rows).toEqual([null]);
  });
});
