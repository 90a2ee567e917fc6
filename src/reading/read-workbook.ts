import type { SheetBlock } from "../grid/block";
import { finished, type Steps } from "../engine";
import type { School } from "../engine/model";
import { plain } from "./text";
import type { Answers, Problem, Reading } from "./model";
import { checkCells } from "./checks-cells";
import { checkRatios } from "./checks-ratios";
import { checkDoubtfulSplits, checkDuplicates, checkFigures, checkSmall, checkStages } from "./checks-schools";
import { checkSplits } from "./checks-splits";
import { checkTable } from "./checks-tables";
import { readCountyForms } from "./county/county-form";
import { dataDateOf } from "./data-date";
import { checkItemFigures } from "./items/check-figures";
import { joinTables } from "./join";
import { readLists } from "./lists/read-lists";
import { foundTable } from "./read-table";
import { checkRoster } from "./roster";
import { sortSheets } from "./sheets";

/**
 * Reads a workbook: finds the tables of schools on every sheet, says what each column was taken for, and makes schools of
 * the rows (识别工作簿). Never guesses: where two readings are possible the fact is left out, with a question among the problems.
 * @param blocks the used part of every sheet, as the host or the file gives it
 * @param answers what somebody decided before, by the keys of `answerKey`
 */
export function readWorkbook(blocks: readonly SheetBlock[], answers: Answers): Reading {
  return finished(readingSteps(blocks, answers));
}

/** The same, stopping between sheets and checks. */
export function* readingSteps(blocks: readonly SheetBlock[], answers: Answers): Steps<Reading> {
  const sheets = yield* sortSheets(blocks, answers);
  const { tables, passedOver, own } = sheets;
  const joined = joinTables(tables, answers);
  const used = tables.filter((table) => !joined.unused.has(table));
  const { problems: doubles, doubled } = checkDuplicates(used, joined.partners);
  const waiting = joined.schools.map((school) => (doubled.has(school.place) ? { ...school, pending: school.pending ?? "同一学校同一学段出现两次，请删除重复的一行" } : school));
  const listed = yield* readLists(sheets.lists, waiting, answers);
  yield;
  const items = checkItemFigures(listed.schools);
  yield;
  const splits = checkSplits(items.schools, answers);
  yield;
  const ratios = yield* checkRatios(splits.schools, answers);
  yield;
  const told = whatOthersTell(listed.schools);
  const form = readCountyForms(sheets.forms, answers);
  const county = form && { county: form.county };
  const ofTables: Problem[] = [];
  for (const table of used) {
    yield;
    ofTables.push(...checkTable(table, told.hasStudents), ...table.problems, ...checkStages(table, told.isSettled), ...checkCells(table, answers), ...checkFigures(table));
  }
  yield;
  const problems: Problem[] = [
    ...ofTables, ...checkDoubtfulSplits(used), ...joined.problems, ...doubles, ...checkSmall(listed.schools), ...splits.problems, ...ratios.problems,
    ...items.problems, ...listed.problems, ...(form?.problems ?? []), ...checkRoster({ schools: ratios.schools, ...county }), ...sheets.problems,
  ];
  const dataDate = dataDateOf(blocks.filter(({ sheet }) => !passedOver.some((passed) => passed.sheet === sheet)), form?.county);
  return {
    tables: tables.map((table) => foundTable(table)), schools: ratios.schools, problems, passedOver, ...county,
    ...(listed.lists.length > 0 && { lists: listed.lists }), ...(own && { ownStandard: own }), ...(dataDate && { dataDate }),
  };
}

/** What the joined tables know together of a school, whichever of them is looked at. */
function whatOthersTell(schools: readonly School[]): { readonly hasStudents: (school: School) => boolean; readonly isSettled: (school: School) => boolean } {
  const withStudents = new Set(schools.flatMap(({ name, figures }) => (figures["students"] ? [plain(name)] : [])));
  const open = new Set(schools.flatMap(({ name, pending }) => (pending === null ? [] : [plain(name)])));
  return { hasStudents: ({ name }) => withStudents.has(plain(name)), isSettled: ({ name }) => !open.has(plain(name)) };
}
