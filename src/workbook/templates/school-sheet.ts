import { TYPE_TERMS, type Fact, type FactId, type ItemBook, type ItemFact, type Standard } from "../../engine";
import { factById, ITEM_FACTS } from "../../standards";
import { OWNERS } from "../reports/declaration/owner-code";
import type { TemplateKind } from "../reports/report";
import { fillInSheet, hintOf, ruleOf, type FillGroup, type FillHeading } from "./fill-in";

const BOTH = ["小学", "初中"];
const ALL = ["小学", "初中", "高中"];
const BLANK_ROWS = 80;

/** Facts of the seven indicators by group, with the stages a school of two stages must give them by. */
const GROUPS: readonly { readonly group: string; readonly facts: readonly (readonly [fact: FactId, parts?: readonly string[]])[] }[] = [
  { group: "学生与班级", facts: [["students", ALL], ["grades", BOTH], ["classes", BOTH]] },
  { group: "教师", facts: [["fullTimeTeachers", BOTH], ["teachersAboveRequired", BOTH], ["backboneTeachers", BOTH], ["sportArtTeachers", BOTH]] },
  { group: "校舍、场地与设备", facts: [["teachingArea"], ["indoorSportArea"], ["sportFieldArea"], ["equipmentValue"], ["multimediaRooms"]] },
];

/** Item facts that mean nothing for a school of two stages unless given by stage. */
const BY_STAGE: ReadonlySet<FactId> = new Set(["largestClass", "lastYearStudents", "newStudents", "newStudentsNearby"]);

/** What a fact of the seven indicators holds. Said here, for a formula downloads the facts but shows none of this. */
const HINTS: Readonly<Record<string, string>> = {
  students: "只填本校有的学段，没有的学段留空。",
  teachersAboveRequired: "小学：专科及以上；初中：本科及以上。",
  sportArtTeachers: "体育与艺术（音乐、美术）合计。",
  teachingArea: "含室内体育用房，判定时自动扣除。",
  indoorSportArea: "教学及辅助用房之内的一项。没有的填 0。",
  sportFieldArea: "不含室内体育用房。",
  equipmentValue: "账面原值。",
};

/** 学校数据表: one row per school, whatever its stages; every raw figure the indicators and the items ask of a school. */
export const schoolSheet: TemplateKind = {
  id: "schools",
  term: "学校数据表",
  purpose: "每校一行：七项指标和分学校评估的各项原始数据，小学、初中、一贯制、完全中学同填一张",
  build: (standard, book) => fillInSheet({
    name: "学校数据表",
    title: "义务教育优质均衡学校数据表",
    lines: LINES,
    groups: [...identity(standard), ...GROUPS.map(({ group, facts }) => ({ group, headings: facts.flatMap(([id, parts]) => column(factById(id), parts)) })), ...itemGroups(book), { group: "其他", headings: [REMARK] }],
    rows: [],
    blankRows: BLANK_ROWS,
    frozenColumns: 3,
  }),
};

const LINES = [
  "填表说明：每所学校填一行（教学点单独一行）。一贯制学校、完全中学的学生、班级、教师按学段分填，校舍、场地、设备填全校数，由程序按规定权重拆分。",
  "没有的填 0，不要留空；留空按缺数处理，该校该项为“数据不足”。本校没有的学段留空。选中单元格可看到填写要求和例子；列可以删，列名请勿改动。",
];

const TYPES = Object.entries(TYPE_TERMS).filter(([type]) => type !== "kindergarten").map(([, term]) => term);
const REMARK: FillHeading = { heading: "备注", width: 20, rule: { kind: "any" }, hint: "可写需要说明的情况，不参与计算。" };

function identity(standard: Standard): FillGroup[] {
  const text = (heading: string, width: number, hint: string): FillHeading => ({ heading, width, rule: { kind: "any" }, hint });
  const list = (heading: string, width: number, values: readonly string[], hint: string): FillHeading => ({ heading, width, rule: { kind: "list", values }, hint });
  return [
    { group: "学校", headings: [
      { heading: "序号", width: 6, rule: { kind: "whole", min: 1, max: null }, hint: "从 1 开始。" },
      text("学校标识码", 14, "学校（机构）标识码，没有可不填。"),
      text("学校名称", 26, "全称，与各名册中的校名一致。例：示范县第一小学。"),
    ] },
    { group: "所在与类型", headings: [
      text("乡镇", 10, "所在乡镇或街道，可不填。"),
      list("办学类型", 16, TYPES, `从列表中选。${TYPE_TERMS.teachingPoint}不足 ${String(standard.scope.teachingPointMinimum)} 人的不参评。`),
      list("举办者类型", 14, OWNERS, "从列表中选，也可填申报表的代码 1 至 10；民办填“民办”。"),
      list("城乡类型", 8, ["城区", "镇区", "乡村"], "按国家统计局城乡划分填写。"),
    ] },
  ];
}

function column(fact: Fact | ItemFact | undefined, parts?: readonly string[]): FillHeading[] {
  if (!fact) return [];
  const money = fact.id === "equipmentValue";
  const unit = money ? "万元" : fact.unit;
  const heading = unit === "" ? fact.term : `${fact.term}（${unit}）`;
  const width = parts ? 8 : Math.min(14, Math.max(10, Math.ceil(fact.term.length / 2) * 2));
  return [{ heading, ...(parts && { parts }), width, rule: ruleOf(fact), hint: `${hintOf(fact, unit)}${HINTS[fact.id] ?? ""}` }];
}

/** Facts of the items asked of schools, each group under the items it serves. */
function itemGroups(book: ItemBook): FillGroup[] {
  const groups = new Map<string, FillHeading[]>();
  for (const fact of ITEM_FACTS.filter(({ level }) => level === "school")) {
    const group = groupOf(fact, book);
    groups.set(group, [...(groups.get(group) ?? []), ...column(fact, BY_STAGE.has(fact.id) ? BOTH : undefined)]);
  }
  return [...groups].map(([group, headings]) => ({ group, headings }));
}

function groupOf(fact: ItemFact, book: ItemBook): string {
  const found = fact.items.flatMap((id) => book.items.filter((item) => item.id === id).map((item) => `${item.id} ${item.short}`));
  return found.length > 0 ? found.join("、") : fact.items.join("、");
}
