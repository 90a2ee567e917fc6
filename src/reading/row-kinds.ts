import type { Stage } from "../engine/model";
import { isBlank, type Cell } from "../grid/block";
import { looksLikeSchool, stageOfText } from "./names";
import { ATTRIBUTE_WORDS } from "./vocabulary";
import { isLetterRow, type RawTable } from "./tables";
import { plain, tidy } from "./text";

/** A row of figures that is taken for a school. Rows are relative to the block. */
export interface DataRow {
  readonly row: number;
  /** As written, line breaks out. */
  readonly name: string;
  /** Stage and 乡镇 said by a heading row above it: 「一、小学」. */
  readonly sectionStage: Stage | null;
  readonly sectionTown: string | null;
}

export interface SortedRows {
  readonly data: readonly DataRow[];
  readonly skipped: readonly { readonly row: number; readonly reason: string }[];
  /** Rows with figures but without a name. */
  readonly nameless: readonly number[];
}

const TOTAL = /^(?:(?:全|本)?[县区市旗省盟州]?(?:[^,。:]{0,12})?(?:合计|总计|小计|共计|累计|汇总|平均|平均值|均值|平均数|标准差|差异系数|最大值|最小值|中位数)(?:数|值|行)?(?:\(.*\))?[:：]?|计|总和|全[县区市旗盟州](?:小学|初中)?|标准|达标标准|目标值|评估标准|其中[:：]?.*|total|sum|average)$/;
const NOTE = /^(?:注|备注|说明|附注|填表|审核|制表|填报|单位负责|统计负责|负责人|联系|数据来源|资料来源|统计时间|时点)[:：\d、.]?|^注\d?[:：]/;
/** A name that is only a stage: 「二、初中」, 小学部分. */
const STAGE_ONLY = /^(?:[一二三四五六七八九十\d]+[、.,:]|\([一二三四五六七八九十\d]+\)[、.]?)?(?:普通|独立)?(?:小学|初中|初级中学|高中)(?:阶段|学段|部分|组)?[:：]?$/;
/** A group of schools or a standard where a school's name should be. */
const GROUP = /^(?:其[他它](?:学校)?|农村|城镇|城市|县镇|县城|乡镇|公办|民办|公办学校|民办学校|(?:达标|国家|省定|评估|基本)?(?:要求|标准)值?)$/;
/** Ends as the name of a 乡镇 or a group of schools does. */
export const TOWN = /(?:镇|乡|街道|苏木|办事处|学区|中心校|片区|城区|镇区|乡村)$/;
const NAME = ATTRIBUTE_WORDS[0]?.[2] ?? /^学校名称$/;

/** Tells schools from totals, sections, notes and blank rows (行的种类). */
export function sortRows(table: RawTable): SortedRows {
  const data: DataRow[] = [];
  const skipped: { row: number; reason: string }[] = [];
  const nameless: number[] = [];
  const names = mergedNames(table);
  let stage: Stage | null = null;
  let town: string | null = null;
  for (let row = table.firstData; row < table.endData; row += 1) {
    const kind = kindOf(table, row, names.get(row));
    if (kind.kind === "school") data.push({ row, name: kind.name, sectionStage: stage, sectionTown: town });
    else if (kind.kind === "nameless") nameless.push(row);
    else {
      if (kind.kind === "section") {
        stage = stageOfText(kind.name) ?? (/高中|幼儿|特殊/.test(kind.name) ? null : stage);
        town = TOWN.test(plain(kind.name)) ? kind.name : town;
      }
      skipped.push({ row, reason: kind.reason });
    }
  }
  return { data, skipped: trimmed(skipped, table.endData), nameless };
}

type Kind =
  | { readonly kind: "school"; readonly name: string }
  | { readonly kind: "nameless" }
  | { readonly kind: "section" | "other"; readonly name: string; readonly reason: string };

const other = (reason: string): Kind => ({ kind: "other", name: "", reason });

function kindOf(table: RawTable, row: number, mergedName: string | undefined): Kind {
  const cells = table.block.values[row] ?? [];
  const filled = filledCells(cells, table);
  if (filled.length === 0) return other("空行");
  const labels = filled.filter(({ column }) => column <= table.nameColumn);
  if (labels.some(({ text }) => TOTAL.test(plain(text)))) return other("合计行");
  const written = cells[table.nameColumn];
  const name = isBlank(written) ? mergedName ?? "" : tidy(String(written));
  if (name === "") return withoutName(filled);
  if (NAME.test(plain(name))) return other("重复的标题行");
  if (isLetterRow(cells.slice(table.from, table.to), table.nameColumn - table.from)) return other("栏号行");
  const bare = !filled.some(({ column }) => column > table.nameColumn);
  if (STAGE_ONLY.test(plain(name)) || GROUP.test(plain(name))) return bare ? sectionOrNote(name) : other("合计行");
  if (looksLikeSchool(name) && plain(name).length <= 30) return { kind: "school", name };
  if (NOTE.test(plain(name)) || labels.some(({ text }) => NOTE.test(plain(text)))) return other("说明");
  if (bare) return sectionOrNote(name);
  if (/^[…·.*]+$/.test(plain(name)) || !/[^\d.,]/.test(plain(name))) return other("名称不是文字");
  return { kind: "school", name };
}

function withoutName(filled: readonly { readonly text: string; readonly isNumber: boolean }[]): Kind {
  if (filled.some(({ text }) => NOTE.test(plain(text)))) return other("说明");
  const numbers = filled.filter(({ isNumber }) => isNumber).length;
  const texts = filled.filter(({ isNumber }) => !isNumber);
  if (numbers > 1) return texts.some(({ text }) => TOTAL.test(plain(text))) ? other("合计行") : { kind: "nameless" };
  if (numbers === 1 && texts.length === 0) return other("只有序号");
  return texts[0] ? sectionOrNote(texts[0].text) : other("说明");
}

function sectionOrNote(text: string): Kind {
  const value = plain(text);
  const short = value.length <= 16;
  return short && (stageOfText(value) !== null || TOWN.test(value) || /高中|幼儿园|特殊教育/.test(value))
    ? { kind: "section", name: tidy(text), reason: `分组标题“${tidy(text)}”` }
    : other("说明");
}

function filledCells(cells: readonly Cell[], table: RawTable): { column: number; text: string; isNumber: boolean }[] {
  const filled: { column: number; text: string; isNumber: boolean }[] = [];
  for (let column = table.from; column < table.to; column += 1) {
    const cell = cells[column];
    if (cell === undefined || isBlank(cell)) continue;
    filled.push({ column, text: String(cell), isNumber: typeof cell === "number" });
    // Enough to tell what the row is; the rest of a wide row need not be looked at.
    if (column > table.nameColumn && filled.length > table.nameColumn - table.from + 4) break;
  }
  return filled;
}

/** A name merged over several rows (小学部 and 初中部 of one school) stands in each of them. */
function mergedNames(table: RawTable): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  for (const area of table.block.merges) {
    const left = area.column - table.block.column;
    const top = area.row - table.block.row;
    if (area.rows < 2 || left > table.nameColumn || left + area.columns <= table.nameColumn || top < table.firstData) continue;
    const cell = table.block.values[top]?.[left];
    if (isBlank(cell)) continue;
    for (let row = top; row < top + area.rows; row += 1) names.set(row, tidy(String(cell)));
  }
  return names;
}

/** Blank rows after the last row of a table say nothing. */
function trimmed(skipped: readonly { row: number; reason: string }[], end: number): { row: number; reason: string }[] {
  const kept = [...skipped];
  let last = end - 1;
  while (kept.length > 0 && kept[kept.length - 1]?.row === last && kept[kept.length - 1]?.reason === "空行") {
    kept.pop();
    last -= 1;
  }
  return kept;
}
