import { columnLetters } from "../grid/cell-name";
import type { Area, Cell } from "../grid/block";
import type { CellModel, SheetModel, WorkbookModel } from "../xlsx/model";
import { sampleForms } from "./sample-lists";
import { SAMPLE_STYLES, type SampleLook } from "./sample-look";
import figures from "./sample-county.json" with { type: "json" };

/** File name of the sample county; county, schools and figures are made up. */
export const SAMPLE_NAME = "示范县2025年优质均衡测算数据（示例）.xlsx";

type Row = readonly Cell[];

interface Layout {
  readonly name: string;
  readonly title: string;
  readonly units: string;
  /** Heading rows from the top; `null` continues the heading to its left, "" the one above. */
  readonly headings: readonly (readonly (string | null)[])[];
  readonly widths: readonly number[];
  readonly rows: readonly Row[];
  readonly notes: readonly string[];
}

const AREAS = ["教学及辅助用房面积", "其中：室内体育用房", "运动场地面积", "学校体育馆面积"];
const SITE = ["校舍与场地（㎡）", null, null, null];
const EQUIPMENT = ["设备", null];
const EQUIPMENT_BELOW = ["教学仪器设备值（万元）", "网络多媒体教室（间）"];

const LAYOUTS: readonly Layout[] = [
  {
    name: "小学",
    title: "示范县2025年义务教育优质均衡数据采集表（小学）",
    units: "填报单位：示范县教育局　　统计时点：2025年9月1日　　单位：人、个、㎡、万元、间",
    headings: [
      ["序号", "乡镇", "学校名称", "办学类型", "在校生数", "班级数", "专任教师", null, null, null, ...SITE, ...EQUIPMENT, "备注"],
      ["", "", "", "", "", "", "合计", "专科及以上学历", "县级及以上骨干教师", "体育、艺术教师", ...AREAS, ...EQUIPMENT_BELOW, ""],
      ["甲", "乙", "丙", "丁", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13"],
    ],
    widths: [6, 9, 25, 10, 9, 8, 8, 10, 10, 10, 12, 11, 11, 11, 12, 12, 20],
    rows: figures.primary,
    notes: ["注：1. 教学及辅助用房面积含室内体育用房；2. 教学点单独填列，不并入中心校；3. 本表为虚构的示例数据。"],
  },
  {
    name: "中学",
    title: "示范县2025年义务教育优质均衡数据采集表（中学）",
    units: "填报单位：示范县教育局　　统计时点：2025年9月1日　　单位：人、个、㎡、万元、间",
    headings: [
      ["序号", "乡镇", "学校名称", "办学类型", "在校生数", null, "初中班级数", "初中专任教师", null, null, null, ...SITE, ...EQUIPMENT, "备注"],
      ["", "", "", "", "初中", "高中", "", "合计", "本科及以上学历", "县级及以上骨干教师", "体育、艺术教师", ...AREAS, ...EQUIPMENT_BELOW, ""],
    ],
    widths: [6, 9, 25, 10, 9, 9, 9, 8, 10, 10, 10, 12, 11, 11, 11, 12, 12, 20],
    rows: figures.junior,
    notes: ["注：完全中学的校舍、场地和设备为全校数，教师为初中部数。"],
  },
  {
    name: "一贯制学校",
    title: "示范县2025年义务教育优质均衡数据采集表（九年一贯制学校、特殊教育学校）",
    units: "填报单位：示范县教育局　　统计时点：2025年9月1日　　单位：人、个、㎡、万元、间",
    headings: [
      ["序号", "乡镇", "学校名称", "办学类型", "在校生数", null, "班级数", null, "专任教师", null, null, null, null, null, ...SITE, ...EQUIPMENT, "备注"],
      ["", "", "", "", "小学部", "初中部", "小学部", "初中部", "高于规定学历教师", null, "县级及以上骨干教师", null, "体育、艺术教师", null, ...AREAS, ...EQUIPMENT_BELOW, ""],
      ["", "", "", "", "", "", "", "", "小学部", "初中部", "小学部", "初中部", "小学部", "初中部", "", "", "", "", "", "", ""],
    ],
    widths: [6, 9, 25, 16, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 12, 11, 11, 11, 12, 12, 24],
    rows: figures.combined,
    notes: ["注：校舍、场地和设备为全校数；高于规定学历指小学专科及以上、初中本科及以上。"],
  },
];

/** A made-up county (示例县) of about sixty schools, laid out as bureaus do, with every case worth seeing. */
export function sampleCounty(): WorkbookModel {
  return { sheets: [...LAYOUTS.map(sheetOf), ...sampleForms()], styles: SAMPLE_STYLES.map(([, style]) => style), names: [], date1904: false };
}

const styleOf = (look: SampleLook) => SAMPLE_STYLES.findIndex(([name]) => name === look);
const FIRST_HEADING = 2;
const FIRST_FIGURE = 4;

function sheetOf(layout: Layout): SheetModel {
  const width = layout.widths.length;
  const body = new Body(layout, FIRST_HEADING + layout.headings.length);
  const lines: Record<number, Record<number, CellModel>> = {
    0: { 0: { value: layout.title, style: styleOf("title") } },
    1: { 0: { value: layout.units, style: styleOf("units") } },
    ...Object.fromEntries(layout.headings.map((row, index) => [FIRST_HEADING + index, Object.fromEntries(row.map((text, column) => [column, { value: text === "" ? null : text, style: styleOf("heading") }]))])),
    ...body.lines,
  };
  layout.notes.forEach((note, index) => (lines[body.end + index] = { 0: { value: note, style: styleOf("note") } }));
  const notes = layout.notes.map((_, index) => across(body.end + index, width));
  return {
    id: null, name: layout.name, visibility: "visible", isProtected: false, cells: lines, merges: [across(0, width), across(1, width), ...headingMerges(layout.headings), ...notes],
    columnWidths: Object.fromEntries(layout.widths.map((characters, column) => [column, characters])), rowHeights: { 0: 30, 1: 20, [FIRST_HEADING]: 22, [FIRST_HEADING + 1]: 36 },
    defaultColumnWidth: 9, defaultRowHeight: 18, hiddenRows: [], hiddenColumns: [], frozenRows: FIRST_HEADING + layout.headings.length, frozenColumns: 3,
    tables: [], conditionalFormats: [], tabColour: null, showGridLines: true, page: { landscape: true, printTitleRows: [FIRST_HEADING, FIRST_HEADING + layout.headings.length - 1], printTitleColumns: 0, breaks: [], columnBreaks: [], scale: null, onePage: false, paper: "A4" },
  };
}

const across = (row: number, columns: number): Area => ({ row, column: 0, rows: 1, columns });

/** A heading spreads over the `null`s to its right and, standing alone, over the blanks below it. */
function headingMerges(headings: Layout["headings"]): Area[] {
  const merges: Area[] = [];
  headings.forEach((row, r) =>
    row.forEach((text, c) => {
      if (text === null || text === "") return;
      let [columns, rows] = [1, 1];
      while (row[c + columns] === null) columns++;
      while (columns === 1 && headings[r + rows]?.[c] === "") rows++;
      if (columns * rows > 1) merges.push({ row: FIRST_HEADING + r, column: c, rows, columns });
    }),
  );
  return merges;
}

/** The rows of schools, each township closed by its subtotal, the county by its total. */
class Body {
  readonly lines: Record<number, Record<number, CellModel>> = {};
  /** The row after the last. */
  end: number;
  private readonly subtotals: number[] = [];

  constructor(private readonly layout: Layout, start: number) {
    this.end = start;
    let first = start;
    layout.rows.forEach((row, index) => {
      this.add([index + 1, ...row]);
      if (layout.rows[index + 1]?.[0] === row[0]) return;
      this.sum(`${String(row[0])}小计`, (letters) => `=SUM(${letters}${String(first + 1)}:${letters}${String(this.end)})`);
      this.subtotals.push(this.end);
      first = this.end;
    });
    this.sum("合计", (letters) => `=SUM(${this.subtotals.map((row) => `${letters}${String(row)}`).join(",")})`);
  }

  private add(cells: Row): void {
    this.lines[this.end] = Object.fromEntries(cells.map((value, column) => [column, { value, style: styleOf(this.look(column, "text", "figure", "money")) }]));
    this.end++;
  }

  private sum(name: string, formula: (letters: string) => string): void {
    const line: Record<number, CellModel> = {};
    this.layout.widths.forEach((_, column) => {
      const look = this.look(column, "total", "totalFigure", "totalMoney");
      line[column] = { value: column === 2 ? name : null, style: styleOf(look), ...(look !== "total" && { formula: formula(columnLetters(column)) }) };
    });
    this.lines[this.end] = line;
    this.end++;
  }

  /** The last three columns are money, rooms and 备注. */
  private look(column: number, text: SampleLook, figure: SampleLook, money: SampleLook): SampleLook {
    const fromEnd = this.layout.widths.length - column;
    return column < FIRST_FIGURE || fromEnd === 1 ? text : fromEnd === 3 ? money : figure;
  }
}
