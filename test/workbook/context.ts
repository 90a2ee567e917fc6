import { judge, judgeItems, type Switches } from "../../src/engine";
import type { Cell, SheetBlock } from "../../src/grid/block";
import { readWorkbook } from "../../src/reading";
import { DEFAULT_STANDARD, ITEM_BOOK, ITEM_FACTS } from "../../src/standards";
import type { ReportContext } from "../../src/workbook";
import { MIXED_HEAD } from "./mixed-county";
import { sheet } from "./sheets";

/** A small county: two stages, a school that fails, one at 85 %, one with a blank, one left out. */
export const COUNTY: readonly (readonly Cell[])[] = [
  ["甲小学", "小学", 400, null, 20, null, 5, null, 2, 1, 1, null, 2000, 100, 3100, 90, 10],
  ["乙小学", "小学", 300, null, 20, null, 2, null, 2, 1, 1, null, 2000, 100, 3000, 40, 10],
  ["丙学校", "九年一贯制", 1200, 1500, 60, 90, 15, 20, 6, 4, 4, 15, 12100, 100, 24000, 640, 66],
  ["丁中学", "初级中学", null, 300, null, 18, null, 4, null, null, null, 4, 1900, 100, 3000, 74.99, 8],
  ["戊中学", "初级中学", null, 500, null, 30, null, 8, null, null, null, 5, 3100, 100, 5200, null, 12],
  ["沟里教学点", "教学点", 12, null, 2, null, 0, null, 1, 0, 0, null, 200, 0, 300, 2, 1],
];

/** The county form (县级填报表) filled with the facts' examples, but for `changes`: other values, `null` for blank. */
export function countyForm(changes: Readonly<Record<string, Cell>> = {}): SheetBlock {
  const facts = ITEM_FACTS.filter((fact) => fact.level === "county");
  const rows = facts.map((fact, index): Cell[] => [index + 1, fact.group, fact.term, fact.id in changes ? (changes[fact.id] ?? null) : fact.example, fact.unit, null]);
  return sheet("县级填报表", [["序号", "指标项", "填报项目", "填报值", "单位", "填报说明"], ...rows]);
}

/** What reports are made of, from sheets, as the pane makes it. */
export function contextOf(blocks: readonly SheetBlock[], switches: Switches = {}, more: Partial<ReportContext> = {}): ReportContext {
  const reading = readWorkbook(blocks, {});
  const judgement = judge(reading.schools, DEFAULT_STANDARD, switches, ITEM_BOOK.switches);
  const county = reading.county?.figures ?? {};
  const items = judgeItems({ schools: reading.schools, judgement, county, hasForm: reading.county !== undefined }, ITEM_BOOK, DEFAULT_STANDARD, switches);
  return {
    reading, judgement, items, county, standard: DEFAULT_STANDARD, book: ITEM_BOOK,
    workbookName: "示范县.xlsx", date: "2026-11-22", dataDate: "2026-09-01",
    countyName: null, year: null, local: null, second: null, unitCosts: {}, previous: new Map(), ...more,
  };
}

/** A county of one sheet in the usual columns, without a county form. */
export function context(rows: readonly (readonly Cell[])[] = COUNTY, switches: Switches = {}): ReportContext {
  return contextOf([sheet("全县", [MIXED_HEAD, ...rows])], switches);
}

/** The same with owners, grades and classes and a whole county form: nothing is missing but what the sheet leaves out. */
export function fullContext(changes: Readonly<Record<string, Cell>> = {}, rows: readonly (readonly Cell[])[] = COUNTY, more: Partial<ReportContext> = {}): ReportContext {
  const head = [...MIXED_HEAD, "举办者类型", "年级数（小学）", "年级数（初中）", "班级数（小学）", "班级数（初中）"];
  const filled = rows.map((row): Cell[] => {
    const [primary, junior] = [row[2] !== null, row[3] !== null];
    return [...row, "县级教育部门", primary ? 6 : null, junior ? 3 : null, primary ? Math.ceil(Number(row[2]) / 45) : null, junior ? Math.ceil(Number(row[3]) / 50) : null];
  });
  return contextOf([sheet("全县", [head, ...filled]), countyForm(changes)], {}, more);
}
