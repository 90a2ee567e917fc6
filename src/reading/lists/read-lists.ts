import type { School, Steps } from "../../engine";
import { areaName } from "../../grid/address";
import type { Answers, FoundList, Problem } from "../model";
import { problem } from "../problems";
import { cellAt } from "../tables";
import { assign, LIST_TERMS, type Assigned } from "./assign";
import { countClasses } from "./count-classes";
import { countRooms } from "./count-rooms";
import { countTeachers } from "./count-teachers";
import { fillIn, type Count } from "./fill";
import type { RawList } from "./find-list";

/** The schools with what the lists tell of them, the lists as found, and what cannot be counted. */
export interface ListsReading {
  readonly schools: readonly School[];
  readonly lists: readonly FoundList[];
  readonly problems: readonly Problem[];
}

/** Counts class lists, room lists and rosters into the schools of the main sheet (名册归校), in steps. */
export function* readLists(raws: readonly RawList[], schools: readonly School[], answers: Answers): Steps<ListsReading> {
  let current = schools;
  const lists: FoundList[] = [];
  const problems: Problem[] = [];
  for (const raw of raws) {
    if (schools.length === 0) {
      lists.push(foundList(raw, { rows: new Map(), problems: [] }, [], []));
      problems.push(withoutSchools(raw));
      continue;
    }
    const assigned = yield* assign(raw, current);
    yield;
    const counted = count(raw, assigned, current, answers);
    yield;
    const filled = fillIn(counted.schools, counted.counts, raw.kind);
    lists.push(foundList(raw, assigned, counted.counts, filled.schools));
    problems.push(...assigned.problems, ...counted.problems, ...filled.problems);
    current = filled.schools;
  }
  return { schools: current, lists, problems };
}

interface Counted {
  readonly schools: readonly School[];
  readonly counts: readonly Count[];
  readonly problems: readonly Problem[];
}

function count(raw: RawList, { rows }: Assigned, schools: readonly School[], answers: Answers): Counted {
  if (raw.kind === "teachers") return { schools, ...countTeachers(raw, rows, schools, answers) };
  if (raw.kind === "classes") {
    const { classes, ...rest } = countClasses(raw, rows, schools);
    return { ...rest, schools: schools.map((school, i) => added(school, "classes", classes.get(i))) };
  }
  const { rooms, ...rest } = countRooms(raw, rows);
  return { ...rest, schools: schools.map((school, i) => added(school, "rooms", rooms.get(i))) };
}

/** Two lists of one kind (小学 and 初中 apart) come together. */
function added<Key extends "classes" | "rooms">(school: School, key: Key, more: School[Key]): School {
  return more === undefined ? school : { ...school, [key]: [...(school[key] ?? []), ...more] };
}

function foundList(raw: RawList, { rows }: Assigned, counts: readonly Count[], schools: readonly School[]): FoundList {
  const { table, kind } = raw;
  const { block } = table;
  const top = table.headerRows[0] ?? table.firstData;
  const last = raw.rows[raw.rows.length - 1]?.row ?? table.firstData;
  const counted = counts.flatMap(({ school, fact, figure, cells }) => (figure.value === null ? [] : [{ school: schools[school]?.name ?? "", fact, value: figure.value, cells }]));
  return {
    kind, sheet: block.sheet, rows: raw.rows.length, schools: rows.size, counted,
    range: areaName({ row: block.row + top, column: block.column + table.from, rows: last - top + 1, columns: table.to - table.from }),
  };
}

function withoutSchools(raw: RawList): Problem {
  return problem("list-alone", cellAt(raw.table, raw.table.headerRows[0] ?? 0, raw.table.nameColumn), `有${LIST_TERMS[raw.kind]}（“${raw.table.block.sheet}”），但没有学校数据表，无处计入`, "请加入学校数据表：每校一行，有校名、办学类型或学段、在校生数", { severity: "error" });
}
