import type { Cell } from "../../src/grid/block";
import { readWorkbook, type Answers, type Reading } from "../../src/reading";
import { sheet } from "./sheet";

type Rows = readonly (readonly Cell[])[];

const SCHOOLS: Rows = [["学校名称", "办学类型", "小学在校生数", "初中在校生数"], ["甲小学", "小学", 90, null], ["乙初级中学", "初级中学", null, 100], ["丙学校", "九年一贯制学校", 40, 45]];
const main = (rows: Rows = SCHOOLS) => sheet(rows, "学校数据表");
const rules = ({ problems }: Reading, but: readonly string[] = []) => problems.map(({ rule }) => rule).filter((rule) => !but.includes(rule));
const school = ({ schools }: Reading, name: string) => schools.find((one) => one.name === name);
const figure = (reading: Reading, name: string, fact: string, scope: "school" | "primary" | "junior" = "school") => school(reading, name)?.figures[fact]?.[scope];

const CLASSES: Rows = [
  ["学校名称", "年级", "班级", "学生数（人）"],
  ["甲小学", "一年级", "一年级1班", 44], ["甲小学", "二年级", "二年级1班", 46], ["乙初级中学", "七年级", "七年级1班", 50], ["乙初级中学", "八年级", "八年级1班", 50],
  ["丙学校", "三年级", "三年级1班", 40], ["丙学校", "初二", "初二(1)班", 45],
];

describe("a class list (班级名册)", () => {
  const reading = readWorkbook([main(), sheet(CLASSES, "班级名册")], {});

  test("beside the main sheet is counted into its schools, and holds none of them", () => {
    expect(reading.schools.map(({ name, pending }) => [name, pending])).toEqual([["甲小学", null], ["乙初级中学", null], ["丙学校", null]]);
    expect(rules(reading)).toEqual(["list-filled"]);
    expect(reading.tables.map(({ sheet: name }) => name)).toEqual(["学校数据表"]);
    expect(reading.passedOver).toEqual([]);
  });

  test("that leaves classes out fills in neither their number nor the largest: by the sheet's number of classes, or by its pupils", () => {
    const filled = (rows: Rows, name: string) => ["classes", "largestClass"].map((fact) => figure(readWorkbook([main(rows), sheet(CLASSES, "班级名册")], {}), name, fact)?.value);
    expect(filled([["学校名称", "办学类型", "在校生数"], ["甲小学", "小学", 133], ["乙初级中学", "初级中学", 100]], "甲小学")).toEqual([2, 46]);
    expect(filled([["学校名称", "办学类型", "在校生数"], ["甲小学", "小学", 134], ["乙初级中学", "初级中学", 100]], "甲小学")).toEqual([undefined, undefined]);
    expect(filled([["学校名称", "办学类型", "班级数"], ["甲小学", "小学", 3], ["乙初级中学", "初级中学", 2]], "甲小学")).toEqual([3, undefined]);
  });

  test("gives every class its stage, its pupils and its cell", () => {
    expect(school(reading, "甲小学")?.classes).toEqual([{ stage: "primary", students: 44, cell: "班级名册!D2" }, { stage: "primary", students: 46, cell: "班级名册!D3" }]);
    expect(school(reading, "丙学校")?.classes).toEqual([{ stage: "primary", students: 40, cell: "班级名册!D6" }, { stage: "junior", students: 45, cell: "班级名册!D7" }]);
  });

  test("fills in what the main sheet has not, naming the range it came from", () => {
    expect(figure(reading, "甲小学", "classes")).toEqual({ value: 2, cell: "班级名册!D2:D3" });
    expect(figure(reading, "丙学校", "largestClass", "junior")).toEqual({ value: 45, cell: "班级名册!D7" });
    const [list] = reading.lists ?? [];
    expect(list).toMatchObject({ kind: "classes", sheet: "班级名册", range: "A1:D7", rows: 6, schools: 3 });
    expect(list?.counted.find(({ school: name, fact }) => name === "乙初级中学" && fact === "students")).toEqual({ school: "乙初级中学", fact: "students", value: 100, cells: ["班级名册!D4:D5"] });
  });

  test("that does not add up to the pupils of the main sheet is told by how much, and the main sheet is kept", () => {
    const other = readWorkbook([main([...SCHOOLS.slice(0, 1), ["甲小学", "小学", 1210, null]]), sheet([...CLASSES.slice(0, 1), ["甲小学", "一年级", "1班", 603], ["甲小学", "一年级", "2班", 600]], "班级名册")], {});
    const told = other.problems.find(({ rule }) => rule === "list-differs");
    expect([told?.cell, told?.text]).toEqual(["学校数据表!C2", "在校生数：“甲小学”班级名册合计 1,203 ≠ C2 的 1,210"]);
    expect(figure(other, "甲小学", "students", "primary")?.value).toBe(1210);
  });

  test("names a school the main sheet does not know, and counts the rest", () => {
    const other = readWorkbook([main(), sheet([...CLASSES, ["丁小学", "一年级", "一年级1班", 30]], "班级名册")], {});
    expect(other.problems.find(({ rule }) => rule === "list-unknown-school")).toMatchObject({ cell: "班级名册!A8", text: expect.stringContaining("“丁小学”") as string });
    expect(school(other, "甲小学")?.classes).toHaveLength(2);
  });

  test("a class without a number is missing: told at its cell, and nothing is added up for its school", () => {
    const other = readWorkbook([main([...SCHOOLS.slice(0, 1), ["甲小学", "小学", null, null]]), sheet([...CLASSES.slice(0, 2), ["甲小学", "二年级", "二年级1班", null]], "班级名册")], {});
    expect(other.problems.find(({ rule }) => rule === "list-blank")?.cell).toBe("班级名册!D3");
    expect([figure(other, "甲小学", "students")?.value ?? null, figure(other, "甲小学", "classes")?.value, figure(other, "甲小学", "largestClass")]).toEqual([null, 2, undefined]);
    expect(school(other, "甲小学")?.classes?.map(({ students }) => students)).toEqual([44, null]);
  });

  test("finds schools by code before name", () => {
    const other = readWorkbook([
      main([["学校名称", "学校标识码", "办学类型", "在校生数"], ["甲小学", "2115000001", "小学", 90]]),
      sheet([["学校", "学校标识码", "班级", "人数"], ["某县甲小学", "2115000001", "一(1)班", 44], ["某县甲小学", "2115000001", "二(1)班", 46]], "班额"),
    ], {});
    expect(school(other, "甲小学")?.classes?.map(({ students }) => students)).toEqual([44, 46]);
    expect(rules(other)).toEqual(["list-filled"]);
  });

  test("goes to the row of its stage where a school has two", () => {
    const rows: Rows = [["学校名称", "学段", "在校生数"], ["丙学校", "小学", 40], ["丙学校", "初中", 45]];
    const other = readWorkbook([main(rows), sheet([CLASSES[0] ?? [], ...CLASSES.slice(5)], "班级名册")], {});
    expect(other.schools.map(({ classes }) => classes?.map(({ students }) => students))).toEqual([[40], [45]]);
    const without = readWorkbook([main(rows), sheet([["学校名称", "班级", "学生数"], ["丙学校", "1班", 40], ["丙学校", "2班", 45]], "班级名册")], {});
    expect(rules(without)).toContain("list-stage");
  });

  test("六年级 of a school that has 初中 only is 初中 (五四学制)", () => {
    const other = readWorkbook([main(), sheet([CLASSES[0] ?? [], ["乙初级中学", "六年级", "六年级1班", 50], ["乙初级中学", "七年级", "七年级1班", 50]], "班级名册")], {});
    expect(school(other, "乙初级中学")?.classes?.map(({ stage }) => stage)).toEqual(["junior", "junior"]);
  });

  test("classes of 高中 and 幼儿班 are not counted", () => {
    const other = readWorkbook([main(), sheet([CLASSES[0] ?? [], ["乙初级中学", "高一", "高一1班", 60], ["乙初级中学", "初一", "初一1班", 50], ["甲小学", "学前班", "学前班", 30]], "班级名册")], {});
    expect([school(other, "乙初级中学")?.classes?.length, school(other, "甲小学")?.classes]).toEqual([1, undefined]);
  });

  test("names merged over the rows of a school hold for all of them", () => {
    const block = { ...sheet([CLASSES[0] ?? [], ["甲小学", "一年级", "一年级1班", 44], [null, "二年级", "二年级1班", 46]], "班级名册"), merges: [{ row: 1, column: 0, rows: 2, columns: 1 }] };
    expect(school(readWorkbook([main(), block], {}), "甲小学")?.classes).toHaveLength(2);
  });

  test("a row without a school's name is told, not guessed from the row above", () => {
    const other = readWorkbook([main(), sheet([...CLASSES.slice(0, 2), [null, "二年级", "二年级1班", 46]], "班级名册")], {});
    expect([rules(other).includes("list-no-school"), school(other, "甲小学")?.classes?.length]).toEqual([true, 1]);
  });

  test("without a main sheet says that one is needed", () => {
    expect(rules(readWorkbook([sheet(CLASSES, "班级名册")], {}))).toEqual(["list-alone"]);
  });

  test("a main sheet with 年级数, 班级数 and 学生数 stays a table of schools", () => {
    const other = readWorkbook([sheet([["学校名称", "年级", "班级", "学生数"], ["甲小学", 6, 12, 480], ["乙小学", 6, 6, 240]], "小学")], {});
    expect([other.lists, other.schools.length]).toEqual([undefined, 2]);
  });
});

describe("a table with many rows a school that is no list we know", () => {
  test("is passed over with the reason, and holds nobody", () => {
    const pupils: Rows = [["学校名称", "姓名", "学籍号", "年级"], ...["张三", "李四", "王五", "赵六"].map((name, i): Cell[] => ["甲小学", name, `G${String(i)}`, "一年级"])];
    const reading = readWorkbook([main(), sheet(pupils, "学生名册")], {});
    expect(reading.passedOver).toEqual([{ sheet: "学生名册", reason: expect.stringContaining("不是每校一行") as string }]);
    expect(reading.schools.every(({ pending }) => pending === null)).toBe(true);
  });
});

const ROOMS: Rows = [["学校名称", "教室类别", "教室名称", "面积（㎡）"], ["甲小学", "音乐专用教室", "音乐1", 96], ["甲小学", "美术专用教室", "美术1", 89.5], ["甲小学", "其他专用教室", "科学1", 90], ["乙初级中学", "专用教室", "音乐教室", null], ["乙初级中学", "专用教室", "音美教室", 100]];

describe("a room list (专用教室名册)", () => {
  const reading = readWorkbook([main(), sheet(ROOMS, "专用教室名册")], {});

  test("gives every room its kind, its area and its cell", () => {
    expect(school(reading, "甲小学")?.rooms).toEqual([{ kind: "music", area: 96, cell: "专用教室名册!D2" }, { kind: "fineArt", area: 89.5, cell: "专用教室名册!D3" }, { kind: "other", area: 90, cell: "专用教室名册!D4" }]);
    expect(figure(reading, "甲小学", "musicRooms")?.value).toBe(1);
  });

  test("belong to the whole school, also where it has a row for each stage (R21)", () => {
    const rows: Rows = [["学校名称", "学段", "在校生数"], ["丙学校（小学部）", "小学", 40], ["丙学校（初中部）", "初中", 45]];
    const other = readWorkbook([main(rows), sheet([ROOMS[0] ?? [], ["丙学校", "音乐专用教室", "音乐1", 96], ["丙学校", "音乐专用教室", "音乐2", 97]], "专用教室名册")], {});
    expect(other.schools.map(({ rooms }) => rooms?.length)).toEqual([2, undefined]);
  });

  test("a room without an area is told, and so is one for music and art together", () => {
    expect(school(reading, "乙初级中学")?.rooms?.map(({ kind, area }) => [kind, area])).toEqual([["music", null], ["other", 100]]);
    expect(reading.problems.filter(({ severity }) => severity !== "info").map(({ rule, cell }) => [rule, cell])).toEqual([["room-for-both", "专用教室名册!B6"], ["list-blank", "专用教室名册!D5"]]);
  });
});

const HEAD: Cell[] = ["学校名称", "姓名", "身份证号", "学段", "是否专任教师", "最高学历", "任教学科", "骨干教师级别", "是否持有教师资格证", "近5年培训学时"];
const TEACHERS: Rows = [
  HEAD,
  ["甲小学", "王一", "150000198001011111", "小学", "是", "大学专科", "语文", "无", "是", 360], ["甲小学", "王二", "150000198001012222", "小学", "是", "大学本科", "体育", "县级", "是", 359],
  ["甲小学", "王三", "150000198001013333", "小学", "是", "中师", "音乐", "校级", "否", 400], ["甲小学", "王四", "150000198001014444", "小学", "否", "大学本科", "美术", "省级", "是", 400],
  ["乙初级中学", "李一", "150000198001015555", "初中", "是", "大学专科", "数学", "市级", "是", 360], ["乙初级中学", "李二", "150000198001016666", "初中", "是", "硕士研究生", "美术", "无", "是", 360],
  ["丙学校", "赵一", "150000198001017777", "小学", "是", "大专", "艺术", "无", "是", 360], ["丙学校", "赵二", "150000198001018888", "初中", "是", "大专", "英语", "自治区级", "是", 360],
];
const roster = (rows: Rows = TEACHERS, answers: Answers = {}) => readWorkbook([main(), sheet(rows, "教师名册")], answers);

describe("a roster of teachers (教师名册)", () => {
  test.each<[string, string, "school" | "primary" | "junior", number]>([
    ["甲小学", "fullTimeTeachers", "school", 3], ["甲小学", "teachersAboveRequired", "school", 2], ["甲小学", "backboneTeachers", "school", 1], ["甲小学", "sportArtTeachers", "school", 2], ["甲小学", "teachersCertified", "school", 2], ["甲小学", "teachersTrained", "school", 2],
    ["乙初级中学", "teachersAboveRequired", "school", 1], ["乙初级中学", "backboneTeachers", "school", 1], ["丙学校", "teachersAboveRequired", "primary", 1], ["丙学校", "teachersAboveRequired", "junior", 0], ["丙学校", "backboneTeachers", "junior", 1], ["丙学校", "sportArtTeachers", "primary", 1],
  ])("%s: %s (%s) is %d; only 专任 count, 专科 is above the required degree in 小学 only", (name, fact, scope, value) => {
    expect(figure(roster(), name, fact, scope)).toEqual({ value, cell: expect.stringMatching(/^教师名册![A-Z]+\d+(?::[A-Z]+\d+)?$/) as string });
    expect(rules(roster())).toEqual(["list-filled"]);
  });

  test("says which rows make which figure", () => {
    expect(roster().lists?.[0]?.counted.find(({ school: name, fact }) => name === "甲小学" && fact === "teachersAboveRequired")?.cells).toEqual(["教师名册!F2:F3"]);
  });

  test.each<[column: number, fact: string]>([[5, "teachersAboveRequired"], [6, "sportArtTeachers"], [8, "teachersCertified"], [9, "teachersTrained"], [4, "fullTimeTeachers"], [7, "backboneTeachers"]])("a blank in column %d leaves %s missing, with its cell, never zero", (column, fact) => {
    const rows = TEACHERS.map((row, i) => (i === 1 ? row.map((cell, j) => (j === column ? null : cell)) : row));
    const found = figure(roster(rows), "甲小学", fact);
    expect([found?.value, found?.why]).toEqual([null, expect.stringContaining(`${"ABCDEFGHIJ"[column] ?? ""}2`)]);
  });

  test("blanks under 骨干教师级别 are asked once, and answered count as none", () => {
    const rows = TEACHERS.map((row) => row.map((cell, j) => (j === 7 && cell === "无" ? null : cell)));
    const asked = roster(rows).problems.find(({ rule }) => rule === "blank");
    expect(asked?.question?.choices).toHaveLength(2);
    expect(figure(roster(rows, { [asked?.question?.key ?? ""]: { kind: "blankIsZero", value: true } }), "甲小学", "backboneTeachers")?.value).toBe(1);
  });

  test("without a word on who is 专任 nothing is counted until somebody says; a title that says it is enough", () => {
    const rows = TEACHERS.filter((row) => row[4] !== "否").map((row) => row.filter((_, j) => j !== 4));
    const asked = roster(rows).problems.find(({ rule }) => rule === "roster-posts");
    expect(figure(roster(rows), "甲小学", "fullTimeTeachers")).toBeUndefined();
    expect(figure(roster(rows, { [asked?.question?.key ?? ""]: { kind: "confirmed", value: true } }), "甲小学", "fullTimeTeachers")?.value).toBe(3);
    expect(figure(roster([["专任教师一览表"], ...rows]), "甲小学", "fullTimeTeachers")?.value).toBe(3);
  });

  test("the same identity number twice in one school counts once and is told by its last four signs", () => {
    const reading = roster([...TEACHERS, TEACHERS[1] ?? []]);
    const told = reading.problems.find(({ rule }) => rule === "teacher-twice");
    expect(told?.text).toContain("****1111");
    expect(figure(reading, "甲小学", "fullTimeTeachers")?.value).toBe(3);
  });

  test("a teacher of two schools counts in neither until somebody decides", () => {
    const reading = roster([...TEACHERS, ["乙初级中学", ...(TEACHERS[2] ?? []).slice(1, 3), "初中", ...(TEACHERS[2] ?? []).slice(4)]]);
    expect(reading.problems.find(({ rule }) => rule === "teacher-in-two-schools")?.severity).toBe("error");
    expect([figure(reading, "甲小学", "backboneTeachers")?.value, figure(reading, "乙初级中学", "fullTimeTeachers")?.value]).toEqual([0, 2]);
  });

  test("no identity number stands in any text", () => {
    const texts = JSON.stringify(roster([...TEACHERS, TEACHERS[1] ?? [], ["乙初级中学", ...(TEACHERS[2] ?? []).slice(1)]]));
    expect(texts).not.toMatch(/\d{15}/);
  });

  test("teachers of a school of two stages without a stage are not split (R13)", () => {
    const rows = TEACHERS.map((row) => (row[1] === "赵一" ? row.map((cell, j) => (j === 3 ? null : cell)) : row));
    const reading = roster(rows);
    expect([rules(reading).includes("list-stage"), figure(reading, "丙学校", "fullTimeTeachers", "primary"), figure(reading, "丙学校", "fullTimeTeachers", "junior")]).toEqual([true, undefined, undefined]);
  });

  test("schools under 工作单位, without a heading 学校, are found too", () => {
    const rows = TEACHERS.map((row, i) => [row[1] ?? null, i === 0 ? "工作单位" : row[0] ?? null, ...row.slice(3)]);
    expect(figure(roster(rows), "甲小学", "fullTimeTeachers")?.value).toBe(3);
  });

  test("where the main sheet has the figure, it is kept and the difference told", () => {
    const rows: Rows = [["学校名称", "办学类型", "在校生数", "专任教师数"], ["甲小学", "小学", 90, 5]];
    const reading = readWorkbook([main(rows), sheet(TEACHERS.slice(0, 5), "教师名册")], {});
    expect(reading.problems.find(({ rule }) => rule === "list-differs")?.text).toBe("专任教师数：“甲小学”教师名册合计 3 ≠ D2 的 5");
    expect(figure(reading, "甲小学", "fullTimeTeachers")?.value).toBe(5);
  });
});
