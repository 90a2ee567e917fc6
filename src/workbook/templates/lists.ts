import { itemFactById } from "../../standards";
import type { TemplateKind } from "../reports/report";
import { fillInSheet, YES_NO, type FillHeading } from "./fill-in";

const BLANK_ROWS = 200;

const text = (heading: string, width: number, hint: string): FillHeading => ({ heading, width, rule: { kind: "any" }, hint });
const list = (heading: string, width: number, values: readonly string[], hint: string): FillHeading => ({ heading, width, rule: { kind: "list", values }, hint });

const NUMBER: FillHeading = { heading: "序号", width: 6, rule: { kind: "whole", min: 1, max: null }, hint: "从 1 开始。" };
const SCHOOL = text("学校名称", 26, "与学校数据表中的校名一致。例：示范县第一小学。");
const STAGE = list("学段", 8, ["小学", "初中", "高中"], "从列表中选。");
const REMARK = text("备注", 20, "可写需要说明的情况，不参与计算。");

/** 班级名册: one row per class, from which the sizes of classes are judged. */
export const classList: TemplateKind = {
  id: "classes",
  term: "班级名册",
  purpose: "每个班级一行，按它逐班判定班额，并核对班级数和在校生数",
  build: () => fillInSheet({
    name: "班级名册",
    title: "义务教育学校班级名册",
    lines: ["填表说明：每个教学班填一行（教学点也填），各班学生数相加应等于学校数据表中的在校生数。"],
    groups: [{ group: "", headings: [
      NUMBER, SCHOOL, STAGE,
      text("年级", 10, "例：一年级、七年级。"), text("班级", 12, "例：一年级1班。"),
      { heading: "学生数（人）", width: 10, rule: { kind: "whole", min: 0, max: null }, hint: "本班在籍学生数，填整数。例：44。" }, REMARK,
    ] }],
    rows: [], blankRows: BLANK_ROWS, frozenColumns: 2,
  }),
};

/** 专用教室名册: one row per music or art room, with its area. */
export const roomList: TemplateKind = {
  id: "rooms",
  term: "专用教室名册",
  purpose: "每间音乐、美术专用教室一行，按面积判定达标间数",
  build: (_, book) => fillInSheet({
    name: "专用教室名册",
    title: "义务教育学校音乐、美术专用教室名册",
    lines: ["填表说明：每间专用教室填一行。没有音乐或美术专用教室的学校不填本表，请在学校数据表的专用教室数各列填 0。", ...book.items.filter((item) => item.tests.some(({ kind }) => kind === "rooms")).map((item) => `要求：${item.term}。`)],
    groups: [{ group: "", headings: [
      NUMBER, SCHOOL, list("教室类别", 16, ["音乐专用教室", "美术专用教室", "其他专用教室"], "从列表中选。"),
      text("教室名称", 16, "例：音乐教室一、综合楼301。"),
      { heading: "面积（㎡）", width: 10, rule: { kind: "decimal", min: 0, max: null }, hint: "使用面积，填数字，单位：㎡。例：98.5。" }, REMARK,
    ] }],
    rows: [], blankRows: BLANK_ROWS, frozenColumns: 2,
  }),
};

/** 教师名册: one row per teacher, from which teachers above the required degree, 骨干, 体育艺术 and certificates are counted. */
export const teacherRoster: TemplateKind = {
  id: "teachers",
  term: "教师名册",
  purpose: "每名教师一行，按它清点专任教师、学历、骨干、体育艺术、持证和培训人数",
  build: () => fillInSheet({
    name: "教师名册",
    title: "义务教育学校教师名册",
    lines: [
      "填表说明：每名教职工填一行。只清点“是否专任教师”为“是”的；一名教师任教两个学段的，按主要任教学段填。",
      "骨干教师级别以文件认定为准，有多个称号的填最高一级；任教学科填主要任教学科。",
    ],
    groups: [{ group: "", headings: [
      NUMBER, SCHOOL, STAGE, text("姓名", 10, "例：张三。"),
      list("是否专任教师", 8, YES_NO, "在编和长期聘任的专任教师填“是”，兼职、代课填“否”。"),
      list("最高学历", 16, ["博士研究生", "硕士研究生", "大学本科", "大学专科", "高中阶段及以下"], "从列表中选。"),
      text("任教学科", 12, "主要任教学科。例：语文、体育、音乐、美术、艺术。"),
      list("骨干教师级别", 12, ["国家级", "省级", "市级", "县级", "校级", "无"], "从列表中选，没有的选“无”。"),
      list("是否持有教师资格证", 10, YES_NO, "填“是”或“否”。"),
      list(trained(), 12, YES_NO, "填“是”或“否”。"), REMARK,
    ] }],
    rows: [], blankRows: BLANK_ROWS, frozenColumns: 2,
  }),
};

/** The fact's own wording as a question: 是否完成…培训. */
function trained(): string {
  return `是否${(itemFactById("teachersTrained")?.term ?? "").replace(/的教师数$/, "")}`;
}
