import { CERTAIN, readHeading, termOf } from "../../src/reading/heading";
import { CONCEPTS } from "../../src/reading/vocabulary";
import facts from "../../src/standards/facts.json";

/** Headings as bureaus word them, most of them in no list; `null` where nothing of the seven indicators is meant. */
const CASES: readonly (readonly [heading: string, fact: string | null, scope: string])[] = [
  ["在校学生总数", "students", "school"],
  ["学生总人数", "students", "school"],
  ["学生规模（人）", "students", "school"],
  ["在校学生(人) › 小学", "students", "primary"],
  ["小学生总数", "students", "primary"],
  ["初中在校生", "students", "junior"],
  ["义务教育阶段在校生 › 初中", "students", "junior"],
  ["学生情况 › 小学 › 在校生数 › 合计", "students", "primary"],
  ["学生 › 高中部", "students", "senior"],
  ["教学班总数", "classes", "school"],
  ["班级个数", "classes", "school"],
  ["年级个数", "grades", "school"],
  ["专任教师总人数", "fullTimeTeachers", "school"],
  ["大专及以上专任教师", "teachersCollegeOrAbove", "school"],
  ["初中大学本科及以上专任教师", "teachersBachelorOrAbove", "junior"],
  ["专任教师 › 按学历分 › 硕士研究生毕业", "teachersMaster", "school"],
  ["专任教师 › 学历 › 博士", "teachersDoctor", "school"],
  ["专任教师 › 学历 › 研究生", "teachersPostgraduate", "school"],
  ["专任教师 › 学历 › 本科", "teachersBachelor", "school"],
  ["大专学历教师", "teachersCollege", "school"],
  ["高学历教师人数", "teachersAboveRequired", "school"],
  ["超过规定学历的专任教师数", "teachersAboveRequired", "school"],
  ["县级骨干", "backboneTeachers", "school"],
  ["旗县级以上骨干教师（人）", "backboneTeachers", "school"],
  ["区级及以上骨干教师", "backboneTeachers", "school"],
  ["师资 › 音体美教师", "sportArtTeachers", "school"],
  ["体艺专任教师总数", "sportArtTeachers", "school"],
  ["体育、音乐、美术教师合计", "sportArtTeachers", "school"],
  ["专任教师 › #按授课课程分 › 体育与健康", "sportTeachers", "school"],
  ["专任教师 › #按授课课程分 › 艺术 › 计", "artTeachersTotal", "school"],
  ["专任教师 › 授课学科 › 音乐", "musicTeachers", "school"],
  ["美术学科专任教师", "fineArtTeachers", "school"],
  ["校舍中教学及辅助用房(平米)", "teachingArea", "school"],
  ["本学年校舍建筑面积 › 教学及辅助用房 › 计", "teachingArea", "school"],
  ["教学辅助用房总面积㎡", "teachingArea", "school"],
  ["教学及辅助用房（已扣除室内体育用房）", "teachingAreaNet", "school"],
  ["教学及辅助用房面积（不含体育馆）", "teachingAreaNet", "school"],
  ["教学用房净面积", "teachingAreaNet", "school"],
  ["公共教学用房 › 室内体育用房 Gymnasium", "indoorSportArea", "school"],
  ["教学用房面积（已扣室内体育用房）", "teachingAreaNet", "school"],
  ["教学用房面积（扣室内体育用房）", "teachingAreaNet", "school"],
  ["教学及辅助用房面积（已扣）", "teachingAreaNet", "school"],
  ["教学及辅助用房面积（净）", "teachingAreaNet", "school"],
  ["2025-2026学年在校生数", "students", "school"],
  ["在校生数 › 2025年", "students", "school"],
  ["在校生数 › 2028年（规划）", null, "school"],
  ["在读人数", "students", "school"],
  ["就读人数", "students", "school"],
  ["随班就读人数", null, "school"],
  ["教学、实习仪器设备资产值", "equipmentValue", "school"],
  ["高一层次学历教师数", "teachersAboveRequired", "school"],
  ["学历高于规定教师数", "teachersAboveRequired", "school"],
  ["县级以上骨干教师（含学科带头人）", "backboneTeachers", "school"],
  ["操场面积", "sportFieldArea", "school"],
  ["室外运动场地(㎡)", "sportFieldArea", "school"],
  ["学校占地面积 › 其中 › 运动场地面积", "sportFieldArea", "school"],
  ["体育运动场（馆）面积", "sportArea", "school"],
  ["运动场地和体育馆总面积", "sportArea", "school"],
  ["教学设备原值(万)", "equipmentValue", "school"],
  ["仪器设备总值（元）", "equipmentValue", "school"],
  ["固定资产总值 › 其中：教学仪器设备资产值 › 计", "equipmentValue", "school"],
  ["多媒体教学教室数", "multimediaRooms", "school"],
  ["教室（间） › 其中：网络多媒体教室", "multimediaRooms", "school"],
  ["每百名学生高学历教师数", "ratioAboveRequired", "school"],
  ["每百生骨干教师", "ratioBackbone", "school"],
  ["每百名学生艺体教师数", "ratioSportArt", "school"],
  ["学生人均教学及辅助用房面积", "ratioTeachingArea", "school"],
  ["生均运动场馆面积", "ratioSportArea", "school"],
  ["生均值 › 教学及辅助用房面积", "ratioTeachingArea", "school"],
  ["生均设备值 › 教学仪器设备", "ratioEquipment", "school"],
  ["每百名学生多媒体教室数", "ratioMultimedia", "school"],
  ["毕业生数", null, "school"],
  ["招生数", null, "school"],
  ["离校学生数", null, "school"],
  ["寄宿生数", null, "school"],
  ["在校生数 › 其中：寄宿生", null, "school"],
  ["随迁子女在校生数", null, "school"],
  ["在校生数 › 其中：女", null, "school"],
  ["在校生数 › 一年级", null, "school"],
  ["去年在校生数", null, "school"],
  ["上学年在校学生数", null, "school"],
  ["随班就读学生数", null, "school"],
  ["学生宿舍面积", null, "school"],
  ["学生用计算机（台）", "computers", "school"],
  ["近视学生数", null, "school"],
  ["教职工数", null, "school"],
  ["教职工总人数", null, "school"],
  ["代课教师", null, "school"],
  ["兼职体育教师", null, "school"],
  ["在编专任教师人数", null, "school"],
  ["第一学历本科教师", null, "school"],
  ["学历合格教师", null, "school"],
  ["校级骨干教师", null, "school"],
  ["市级骨干教师", null, "school"],
  ["骨干教师交流人数", null, "school"],
  ["学科带头人", null, "school"],
  ["教学行政用房", null, "school"],
  ["校舍建筑面积", null, "school"],
  ["行政办公用房面积", null, "school"],
  ["学校占地面积", null, "school"],
  ["绿化用地面积", null, "school"],
  ["正在施工校舍建筑面积 › 教学及辅助用房", null, "school"],
  ["上学年校舍建筑面积 › 教学及辅助用房", null, "school"],
  ["教学及辅助用房 › 教室", null, "school"],
  ["校外租赁场馆面积", null, "school"],
  ["塑胶跑道面积", null, "school"],
  ["图书（册）", "books", "school"],
  ["生均图书册数", "ratioBooks", "school"],
  ["计算机数（台）", "computers", "school"],
  ["普通教室（间）", null, "school"],
  ["多媒体教室面积（㎡）", null, "school"],
  ["多媒体设备台数", null, "school"],
  ["固定资产总值（万元）", null, "school"],
  ["教学仪器设备资产值 › 当年新增", null, "school"],
  ["信息化设备资产值", null, "school"],
  ["音乐教室面积", null, "school"],
  ["美术教室间数", null, "school"],
  ["体育器材配备是否达标", null, "school"],
  ["生均教学仪器设备值 › 达标值", null, "school"],
  ["生均教学仪器设备值 › 基本值", null, "school"],
  ["生均教学仪器设备值 › 是否达标", null, "school"],
  ["大班额班数", null, "school"],
  ["每班46-50人班级个数", null, "school"],
  ["师生比", null, "school"],
];

describe("a heading is understood by what it means", () => {
  test.each(CASES)("%s → %s (%s)", (heading, fact, scope) => {
    const reading = readHeading(heading.split(" › "));
    const first = reading.candidates[0];
    expect(first && first.confidence >= CERTAIN ? first.fact : null).toBe(fact);
    if (fact !== null) expect(reading.scope).toBe(scope);
  });

  test("the vocabulary names facts as the list of facts does", () => {
    const terms = new Map(facts.map(({ id, term }) => [id, term]));
    for (const { fact, ratio } of CONCEPTS) {
      expect(termOf(fact)).toBe(terms.get(fact));
      expect(ratio === undefined || terms.has(ratio)).toBe(true);
    }
  });

  test("班班通 may or may not be a 网络多媒体教室: it is asked, not taken", () => {
    const [first] = readHeading(["班班通教室间数"]).candidates;
    expect(first?.fact).toBe("multimediaRooms");
    expect(first?.confidence).toBeLessThan(CERTAIN);
  });

  test("生均运动场面积 may or may not hold the halls too: it is asked, not taken", () => {
    const [first] = readHeading(["生均运动场面积"]).candidates;
    expect(first?.fact).toBe("ratioSportArea");
    expect(first?.confidence).toBeLessThan(CERTAIN);
  });

  test.each([["（万元）", 10000], ["（元）", 1], ["（千元）", 1000]])("教学仪器设备值%s is multiplied by %d", (unit, factor) => {
    expect(readHeading([`教学仪器设备值${unit}`]).candidates[0]?.factor).toBe(factor);
  });

  test("a column already ×100 is divided by 100", () => {
    expect(readHeading(["高于规定学历教师数（专科及以上）*100"]).candidates[0]).toMatchObject({ fact: "teachersAboveRequired", factor: 0.01 });
  });
});
