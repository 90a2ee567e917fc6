import type { SheetBlock } from "../grid/block";
import { isBlank } from "../grid/block";
import type { School } from "../engine/model";
import { plain } from "./text";
import type { Answers, Problem, Reading } from "./model";
import { checkCells } from "./checks-cells";
import { checkRatios } from "./checks-ratios";
import { checkDoubtfulSplits, checkDuplicates, checkFigures, checkSmall, checkStages } from "./checks-schools";
import { checkSplits } from "./checks-splits";
import { checkTable } from "./checks-tables";
import { layForm } from "./forms";
import { readHeading } from "./heading";
import { joinTables } from "./join";
import { foundTable, hasFacts, readTable, type ReadTable } from "./read-table";
import { findTables, type RawTable } from "./tables";
import { findUnheaded } from "./unheaded";

/** Sheets this add-in writes begin with one of these; they are never read as data. */
const OWN_SHEETS = /^(?:义教均衡|_YJJH)/;

/**
 * Reads a workbook: finds the tables of schools on every sheet, says what each column was taken for, and makes schools of
 * the rows (识别工作簿). Never guesses: where two readings are possible the fact is left out, with a question among the problems.
 * @param blocks the used part of every sheet, as the host or the file gives it
 * @param answers what somebody decided before, by the keys of `answerKey`
 */
export function readWorkbook(blocks: readonly SheetBlock[], answers: Answers): Reading {
  const passedOver: { sheet: string; reason: string }[] = [];
  const tables: ReadTable[] = [];
  for (const block of blocks) {
    const read = OWN_SHEETS.test(block.sheet) ? [] : readSheet(block, answers);
    if (read.length === 0) passedOver.push({ sheet: block.sheet, reason: whyPassedOver(block) });
    tables.push(...read);
  }
  const joined = joinTables(tables, answers);
  const used = tables.filter((table) => !joined.unused.has(table));
  const { problems: doubles, doubled } = checkDuplicates(used, joined.partners);
  const waiting = joined.schools.map((school) => (doubled.has(school.place) ? { ...school, pending: school.pending ?? "同一学校同一学段出现两次，请删除重复的一行" } : school));
  const splits = checkSplits(waiting, answers);
  const ratios = checkRatios(splits.schools, answers);
  const told = whatOthersTell(joined.schools);
  const problems: Problem[] = [
    ...used.flatMap((table) => [...checkTable(table, told.hasStudents), ...table.problems, ...checkStages(table, told.isSettled), ...checkCells(table, answers), ...checkFigures(table)]),
    ...checkDoubtfulSplits(used), ...joined.problems, ...doubles, ...checkSmall(waiting), ...splits.problems, ...ratios.problems,
  ];
  return { tables: tables.map((table) => foundTable(table)), schools: ratios.schools, problems, passedOver };
}

/** What the joined tables know together of a school, whichever of them is looked at. */
function whatOthersTell(schools: readonly School[]): { readonly hasStudents: (school: School) => boolean; readonly isSettled: (school: School) => boolean } {
  const withStudents = new Set(schools.flatMap(({ name, figures }) => (figures["students"] ? [plain(name)] : [])));
  const open = new Set(schools.flatMap(({ name, pending }) => (pending === null ? [] : [plain(name)])));
  return { hasStudents: ({ name }) => withStudents.has(plain(name)), isSettled: ({ name }) => !open.has(plain(name)) };
}

function readSheet(block: SheetBlock, answers: Answers): ReadTable[] {
  const understood = (raws: readonly RawTable[]) => raws.map((raw) => readTable(raw, answers)).filter((table) => table.rows.data.length > 0 && hasFacts(table) && !namesAreLabels(table));
  const read = understood(findTables(block).tables);
  if (read.length > 0) return read;
  const form = layForm(block);
  if (form) return [readTable(form, answers)];
  const unheaded = findUnheaded(block);
  return unheaded ? understood([unheaded]) : [];
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
  if (OWN_SHEETS.test(block.sheet)) return "本程序生成的工作表，不作为数据";
  if (block.values.some((cells) => cells.some((cell) => typeof cell === "string" && /学校自评表/.test(cell)))) {
    return "学校自评表，句子里没有读出校名和各项数；请在“＿＿”处填写数字，或把数据填入数据表";
  }
  const empty = block.values.every((cells) => cells.every(isBlank));
  return empty ? "空工作表" : "没有找到学校数据表：需要有“学校名称”一列，以及在校生数等数据列";
}
