import type { Cell } from "../grid/block";
import { DEFAULT_STANDARD, ITEM_BOOK, ITEM_FACTS } from "../standards";
import { TEMPLATES, type SheetPlan } from "../workbook";
import type { CellModel, SheetModel } from "../xlsx/model";
import answers from "./sample-county-form.json" with { type: "json" };
import figures from "./sample-county.json" with { type: "json" };
import { SAMPLE_STYLES, type SampleLook } from "./sample-look";

/** Classes of one school in one stage. */
interface Classes {
  readonly school: string;
  readonly stage: "小学" | "初中";
  readonly classes: number;
  readonly students: number;
}

/** The sample county's form and lists, typed into the templates as a bureau would: with a line left open, a large class, a small room. */
export function sampleForms(): SheetModel[] {
  return [sheetOf("county", formRows), sheetOf("classes", (plan) => listed(plan, allClasses().flatMap(classRows))), sheetOf("rooms", (plan) => listed(plan, roomRows()))];
}

function sheetOf(id: string, typed: (plan: SheetPlan) => ReadonlyMap<number, readonly Cell[]>): SheetModel {
  const plan = TEMPLATES.find((one) => one.id === id)?.build(DEFAULT_STANDARD, ITEM_BOOK);
  if (!plan) throw new Error(`no template ${id}`);
  const rows = typed(plan);
  const cells: Record<number, Record<number, CellModel>> = {};
  const last = Math.max(...rows.keys());
  for (let row = 0; row <= last; row += 1) {
    const line = plan.rows[row] ?? [];
    cells[row] = Object.fromEntries(plan.columnWidths.map((_, column): [number, CellModel] => {
      const own = line[column]?.value ?? null;
      const value = rows.get(row)?.[column] ?? (typeof own === "object" ? null : own);
      return [column, { value, style: SAMPLE_STYLES.findIndex(([name]) => name === lookOf(line[column]?.style ?? "text", value)) }];
    }).filter(([column, { value }]) => value !== null || (line[column] ?? null) !== null || rows.has(row)));
  }
  return {
    id: null, name: plan.name, visibility: "visible", isProtected: false, cells, merges: [{ row: 0, column: 0, rows: 1, columns: plan.columnWidths.length }, ...plan.merges], columnWidths: { ...plan.columnWidths }, rowHeights: { ...plan.rowHeights, 0: 30 },
    defaultColumnWidth: 9, defaultRowHeight: 18, hiddenRows: [], hiddenColumns: [], frozenRows: plan.frozenRows, frozenColumns: plan.frozenColumns,
    tables: [], conditionalFormats: [], tabColour: null, showGridLines: true, ...(plan.validations && { validations: plan.validations }),
    page: { landscape: plan.landscape, printTitleRows: plan.printTitleRows, printTitleColumns: 0, breaks: [], columnBreaks: [], scale: null, onePage: false, paper: "A4" },
  };
}

function lookOf(style: string, value: Cell): SampleLook {
  if (style === "title" || style === "note" || style === "total") return style;
  if (style === "wrapBold") return "total";
  if (style === "header") return "heading";
  return typeof value === "number" ? "figure" : "text";
}

const VALUE = 3;

function formRows(plan: SheetPlan): ReadonlyMap<number, readonly Cell[]> {
  const given: Readonly<Record<string, Cell>> = answers;
  const byTerm = new Map(ITEM_FACTS.map(({ term, id }) => [term, given[id] ?? null]));
  return new Map(plan.rows.flatMap((row, index): [number, Cell[]][] => {
    const term = row[2]?.value;
    const value = typeof term === "string" ? byTerm.get(term) : undefined;
    return value === undefined ? [] : [[index, plan.columnWidths.map((_, column) => (column === VALUE ? value : null))]];
  }));
}

/** Rows of a list below its headings, numbered. */
function listed({ frozenRows }: SheetPlan, rows: readonly (readonly Cell[])[]): ReadonlyMap<number, readonly Cell[]> {
  return new Map(rows.map((row, index) => [frozenRows + index, [index + 1, ...row]]));
}

const count = (cell: Cell): number => Number(String(cell ?? 0).normalize("NFKC").replace(/,/g, ""));

/** One entry a school and stage; the school that stands twice in the county's sheet has its classes once. */
function allClasses(): Classes[] {
  const all: Classes[] = [
    ...figures.primary.map((row) => ({ school: String(row[1]), stage: "小学" as const, classes: count(row[4] ?? 0), students: count(row[3] ?? 0) })),
    ...figures.junior.map((row) => ({ school: String(row[1]), stage: "初中" as const, classes: count(row[5] ?? 0), students: count(row[3] ?? 0) })),
    ...figures.combined.flatMap((row) => [
      { school: String(row[1]), stage: "小学" as const, classes: count(row[5] ?? 0), students: count(row[3] ?? 0) },
      { school: String(row[1]), stage: "初中" as const, classes: count(row[6] ?? 0), students: count(row[4] ?? 0) },
    ]),
  ];
  return all.filter((one, index) => one.classes > 0 && all.findIndex((other) => other.school === one.school && other.stage === one.stage) === index);
}

const GRADES = { 小学: ["一年级", "二年级", "三年级", "四年级", "五年级", "六年级"], 初中: ["七年级", "八年级", "九年级"] } as const;
/** In a school of many classes one is larger than the others, and one smaller. */
const MANY = 40;
const UNEVEN = 5;

function classRows({ school, stage, classes, students }: Classes): Cell[][] {
  const grades = GRADES[stage];
  const inGrade = new Map<string, number>();
  return Array.from({ length: classes }, (_, index) => {
    const grade = grades[Math.floor((index * grades.length) / classes)] ?? grades[0];
    const number = (inGrade.get(grade) ?? 0) + 1;
    inGrade.set(grade, number);
    const even = Math.floor(students / classes) + (index < students % classes ? 1 : 0);
    const more = classes < MANY ? 0 : index === 0 ? UNEVEN : index === classes - 1 ? -UNEVEN : 0;
    return [school, stage, grade, `${grade}${String(number)}班`, even + more];
  });
}

const CLASSES_PER_ROOM = 12;
/** The smallest schools have made do with ordinary classrooms. */
const SMALL = 6;

function roomRows(): Cell[][] {
  const classes = new Map<string, number>();
  for (const one of allClasses()) if (!/教学点|特殊教育/.test(one.school)) classes.set(one.school, (classes.get(one.school) ?? 0) + one.classes);
  return [...classes].flatMap(([school, all]) => (["音乐", "美术"] as const).flatMap((use, which) =>
    Array.from({ length: Math.ceil(all / CLASSES_PER_ROOM) }, (_, index): Cell[] => [school, `${use}专用教室`, `${use}教室${String(index + 1)}`, all < SMALL ? 68 - which * 4 : 98 - which * 5 + (index % 3) * 2.5])));
}
