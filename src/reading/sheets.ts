import type { Steps } from "../engine";
import { isBlank, type SheetBlock } from "../grid/block";
import type { Answers, Problem, Reading } from "./model";
import { findCountyForm, type CountyForm } from "./county/county-form";
import { layForm } from "./forms";
import { readHeading } from "./heading";
import { readOwnStandard } from "./own-standard";
import { problem } from "./problems";
import { hasFacts, readTable, type ReadTable } from "./read-table";
import { findLists, listOf, type RawList } from "./lists/find-list";
import { findTables, type RawTable } from "./tables";
import { findUnheaded } from "./unheaded";

/** Sheets this add-in writes begin with one of these; they are never read as data. */
const OWN_SHEETS = /^(?:义教均衡|_YJJH)/;

/** What each sheet of a workbook is (工作表分类): tables of schools, lists, county forms, or nothing that is read. */
export interface SortedSheets {
  readonly tables: readonly ReadTable[];
  readonly lists: readonly RawList[];
  readonly forms: readonly CountyForm[];
  readonly own: NonNullable<Reading["ownStandard"]> | null;
  readonly passedOver: Reading["passedOver"];
  readonly problems: readonly Problem[];
}

/** Tells the sheets of a workbook apart, and reads the tables of schools in them; stops between sheets and tables. */
export function* sortSheets(blocks: readonly SheetBlock[], answers: Answers): Steps<SortedSheets> {
  const passedOver: { sheet: string; reason: string }[] = [];
  const tables: ReadTable[] = [];
  const lists: RawList[] = [];
  const forms: CountyForm[] = [];
  const problems: Problem[] = [];
  let own: SortedSheets["own"] = null;
  for (const block of blocks) {
    yield;
    if (OWN_SHEETS.test(block.sheet)) {
      passedOver.push({ sheet: block.sheet, reason: "本程序生成的工作表，不作为数据" });
      continue;
    }
    const standard = mayBeStandard(block) ? readOwnStandard(block) : null;
    const form = standard ? null : findCountyForm(block);
    if (standard) {
      problems.push(...(own ? [secondStandard(block, own.sheet)] : standard.problems));
      own ??= standard.reading;
    }
    if (form) forms.push(form);
    if (standard || form) continue;
    const read = yield* readSheet(block, answers);
    tables.push(...read.tables);
    lists.push(...read.lists);
    if (read.tables.length + read.lists.length === 0) passedOver.push({ sheet: block.sheet, reason: read.unknown ? UNKNOWN_LIST : whyPassedOver(block) });
  }
  return { tables, lists, forms, own, passedOver, problems };
}

/** A standard names the document of every line, in the headings near its top; a list of thousands of rows need not be looked through for them. */
function mayBeStandard({ values }: SheetBlock): boolean {
  return values.slice(0, 30).some((cells) => cells.some((cell) => typeof cell === "string" && /依\s*据/.test(cell)));
}

function secondStandard(block: SheetBlock, first: string): Problem {
  return problem("two-standards", { sheet: block.sheet, row: block.row, column: block.column }, `“${block.sheet}”也是自定标准，已用“${first}”，这一张没有使用`, "请把两张合为一张，或删除不用的一张");
}

const UNKNOWN_LIST = "每所学校有许多行，不是每校一行的学校数据表，也不是认得的班级、专用教室或教师名册";

/** The tables of schools and the lists on one sheet; `unknown` when a table has many rows a school and is no list we know. */
function* readSheet(block: SheetBlock, answers: Answers): Steps<{ readonly tables: readonly ReadTable[]; readonly lists: readonly RawList[]; readonly unknown: boolean }> {
  const sorted: { readonly raw: RawTable; readonly list: ReturnType<typeof listOf> }[] = [];
  for (const raw of findTables(block).tables) {
    yield;
    sorted.push({ raw, list: listOf(raw) });
  }
  yield;
  const lists = sorted.flatMap(({ list }) => (list !== null && list !== "unknown" ? [list] : []));
  const unknown = sorted.some(({ list }) => list === "unknown");
  const tables = yield* understood(sorted.flatMap(({ raw, list }) => (list === null ? [raw] : [])), answers);
  if (tables.length + lists.length > 0 || unknown) return { tables, lists, unknown };
  const named = findLists(block);
  return named.length > 0 ? { tables: [], lists: named, unknown: false } : { tables: yield* otherwise(block, answers), lists: [], unknown: false };
}

function* understood(raws: readonly RawTable[], answers: Answers): Steps<ReadTable[]> {
  const tables: ReadTable[] = [];
  for (const raw of raws) {
    const table = yield* readTable(raw, answers);
    yield;
    if (table.rows.data.length > 0 && hasFacts(table) && !namesAreLabels(table)) tables.push(table);
  }
  return tables;
}

/** One school's form, or a table whose column of names has no heading. */
function* otherwise(block: SheetBlock, answers: Answers): Steps<ReadTable[]> {
  const form = layForm(block);
  if (form) return [yield* readTable(form, answers)];
  const unheaded = findUnheaded(block);
  return unheaded ? yield* understood([unheaded], answers) : [];
}

/** A form's labels stand where a table has its schools. */
function namesAreLabels(table: ReadTable): boolean {
  const labels = table.rows.data.filter(({ name }) => {
    if (/..(?:小学|中学|学校)$/.test(name)) return false;
    const { attribute, candidates } = readHeading([name]);
    return attribute !== null || candidates.length > 0;
  });
  return labels.length * 2 > table.rows.data.length;
}

function whyPassedOver(block: SheetBlock): string {
  if (block.values.some((cells) => cells.some((cell) => typeof cell === "string" && /学校自评表/.test(cell)))) {
    return "学校自评表，句子里没有读出校名和各项数；请在“＿＿”处填写数字，或把数据填入数据表";
  }
  const empty = block.values.every((cells) => cells.every(isBlank));
  return empty ? "空工作表" : "没有找到学校数据表：需要有“学校名称”一列，以及在校生数等数据列";
}
