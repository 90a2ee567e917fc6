import type { Cell, SheetBlock } from "../../../src/grid/block";
import { DEFAULT_STANDARD, FACTS, ITEM_BOOK, ITEM_FACTS } from "../../../src/standards";
import { TEMPLATES, type SheetPlan } from "../../../src/workbook";
import { blockOf, filled, headingsOf } from "./fill";

const built = new Map(TEMPLATES.map((one) => [one.id, one.build(DEFAULT_STANDARD, ITEM_BOOK)]));

export function template(id: string): SheetPlan {
  const plan = built.get(id);
  if (!plan) throw new Error(`no template ${id}`);
  return plan;
}

/** The county form with every line answered, changed lines as given. */
export function answeredForm(changes: Readonly<Record<string, Cell>> = {}): SheetBlock {
  const block = blockOf(template("county"));
  const answers = new Map(ITEM_FACTS.filter(({ level }) => level === "county").map((fact) => [fact.term, fact.id in changes ? changes[fact.id] ?? null : fact.example]));
  const values = block.values.map((row) => (typeof row[2] === "string" && answers.has(row[2]) ? row.map((cell, column) => (column === 3 ? answers.get(String(row[2])) ?? null : cell)) : row));
  return { ...block, values };
}

const example = (id: string): Cell => ITEM_FACTS.find((fact) => fact.id === id)?.example ?? null;

/** A school with every column answered that its stages have. */
export function school(name: string, type: string, stages: readonly string[], changes: Readonly<Record<string, Cell>> = {}): Record<string, Cell> {
  const row: Record<string, Cell> = {};
  const facts = [...ITEM_FACTS.filter(({ level }) => level === "school"), ...FACTS];
  const numbers: Readonly<Record<string, number>> = {
    students: 400, grades: 6, classes: 10, fullTimeTeachers: 62, teachersAboveRequired: 30, backboneTeachers: 6, sportArtTeachers: 5,
    teachingArea: 6200, indoorSportArea: 300, sportFieldArea: 9000, equipmentValue: 260, multimediaRooms: 24,
  };
  for (const heading of headingsOf(template("schools"))) {
    const [words = "", part] = heading.split("›");
    if (part !== undefined && !stages.includes(part)) continue;
    const fact = facts.find(({ term }) => words.replace(/（[^（）]*）$/, "") === term || words === term);
    if (fact) row[heading] = numbers[fact.id] ?? example(fact.id);
  }
  return { ...row, 学校名称: name, 办学类型: type, 举办者类型: "县级教育部门", 城乡类型: "城区", ...changes };
}

/** Four schools: 小学, 初中, 九年一贯制, 完全中学. */
export const SCHOOLS = [
  school("示范县第一小学", "小学", ["小学"]),
  school("示范县第一中学", "初级中学", ["初中"]),
  school("示范县实验学校", "九年一贯制学校", ["小学", "初中"], { "持有教师资格证的专任教师数（人）": 124, "完成5年360学时培训的教师数（人）": 124 }),
  school("示范县完全中学", "完全中学", ["初中", "高中"]),
];
export const schoolBlock = filled(template("schools"), SCHOOLS);
