import type { School, Stage } from "../../engine";
import type { Answers, Problem } from "../model";
import { answerKey, yesOrNo as answered } from "../answers";
import { isBlank, type Cell } from "../../grid/block";
import { problem, someOf } from "../problems";
import { spotOfCell } from "../spots";
import { plain } from "../text";
import type { ListedRow } from "./assign";
import { cellOf, nameOf, placeOf, placesOf, rangeOf } from "./cells";
import { clearTwice } from "./twice";
import type { Count } from "./fill";
import type { RawList, Role } from "./find-list";
import { isAboveRequired, isBackbone, isCertified, isFullTime, isTrained, mainSubject, type Said } from "./teacher";

type Rows = ReadonlyMap<number, readonly ListedRow[]>;

/** Figures a roster gives for the schools of a county (教师名册的清点), and what cannot be counted. */
export function countTeachers(list: RawList, rows: Rows, schools: readonly School[], answers: Answers): { readonly counts: readonly Count[]; readonly problems: readonly Problem[] } {
  const twice = clearTwice(list, rows);
  const post = postOf(list, answers);
  if (post.ask) return { counts: [], problems: [post.ask, ...twice.problems] };
  const counts: Count[] = [];
  const unsettled: ListedRow[] = [];
  const zeroBackbone = answered(answers, backboneKey(list), "blankIsZero") === true;
  const measures = measuresOf(list, zeroBackbone);
  for (const [school, own] of twice.rows) {
    const stages = schools[school]?.stages ?? [];
    const teachers = own.map((row) => ({ row, fullTime: post.of(row) }));
    for (const stage of stages) {
      const here = teachers.filter(({ row }) => row.stage === stage || (row.stage === null && stages.length === 1));
      counts.push(...countsOf(list, school, stage, here, measures));
    }
    if (stages.length > 1) unsettled.push(...own.filter(({ stage }) => stage === null));
  }
  const open = new Set(unsettled.map(({ row }) => row));
  const whole = counts.filter(({ school, stage }) => !twice.rows.get(school)?.some((row) => open.has(row.row)) || stage === null);
  return { counts: whole, problems: [...twice.problems, ...tellUnsettled(list, unsettled), ...askBackbone(list, rows, answers)] };
}

interface Measure {
  readonly fact: string;
  readonly role: Role;
  readonly of: (cell: Cell, stage: Stage) => Said;
}

/** What is counted, by the columns the roster has. */
function measuresOf(list: RawList, zeroBackbone: boolean): Measure[] {
  const subject = (words: RegExp) => (cell: Cell): Said => {
    const main = mainSubject(cell);
    return main === null ? null : words.test(main);
  };
  const backbone = (cell: Cell): Said => (cell === null && zeroBackbone ? false : isBackbone(cell, list.headings.backbone ?? ""));
  const all: Measure[] = [
    { fact: "teachersAboveRequired", role: "degree", of: isAboveRequired },
    { fact: "backboneTeachers", role: "backbone", of: backbone },
    { fact: "sportArtTeachers", role: "subject", of: subject(/体育|音乐|美术|艺术/) },
    { fact: "sportTeachers", role: "subject", of: subject(/体育/) },
    { fact: "musicTeachers", role: "subject", of: subject(/音乐/) },
    { fact: "fineArtTeachers", role: "subject", of: subject(/美术/) },
    { fact: "teachersCertified", role: "certificate", of: isCertified },
    { fact: "teachersTrained", role: list.columns.trained === undefined ? "hours" : "trained", of: isTrained },
  ];
  return all.filter(({ role }) => list.columns[role] !== undefined);
}

function countsOf(list: RawList, school: number, stage: Stage, teachers: readonly { readonly row: ListedRow; readonly fullTime: Said }[], measures: readonly Measure[]): Count[] {
  const rows = teachers.map(({ row }) => row);
  if (rows.length === 0) return [];
  const doubtful = teachers.filter(({ fullTime }) => fullTime === null).map(({ row }) => row);
  const full = teachers.filter(({ fullTime }) => fullTime === true).map(({ row }) => row);
  const count = (fact: string, role: Role, counted: readonly ListedRow[], open: readonly ListedRow[]): Count => {
    const cell = rangeOf(list, rows, role);
    const figure = open.length === 0 ? { value: counted.length, cell } : { value: null, cell, why: `教师名册 ${someOf(open.map((row) => nameOf(list, row, role)), 4)} 未填或读不出，数不清，请补填` };
    return { school, stage, fact, figure, cells: placesOf(list, counted, role) };
  };
  const all = count("fullTimeTeachers", list.columns.fullTime === undefined ? "person" : "fullTime", full, doubtful);
  return [all, ...measures.map(({ fact, role, of }) => {
    const said = full.map((row) => ({ row, said: of(cellOf(list, row, role), stage) }));
    const open = [...doubtful, ...said.flatMap(({ row, said: one }) => (one === null ? [row] : []))];
    return count(fact, role, said.flatMap(({ row, said: one }) => (one === true ? [row] : [])), open);
  })];
}

/** Who is 专任: a column says it, or the roster's title; otherwise somebody is asked, and nothing is counted until then. */
function postOf(list: RawList, answers: Answers): { readonly of: (row: ListedRow) => Said; readonly ask: Problem | null } {
  if (list.columns.fullTime !== undefined) return { of: (row) => isFullTime(cellOf(list, row, "fullTime")), ask: null };
  const { block, title } = list.table;
  const key = answerKey.confirm("fullTimeTeachers", block.sheet);
  if (/专任教师/.test(`${block.sheet}${title}`) || answered(answers, key, "confirmed") === true) return { of: () => true, ask: null };
  const choices = [{ label: "名册中都是专任教师", answer: { kind: "confirmed" as const, value: true } }, { label: "不全是，不清点", answer: { kind: "confirmed" as const, value: false } }];
  const first = list.rows[0];
  const spot = spotOfCell(first ? placeOf(list, { ...first }, "person") : null);
  const declined = answered(answers, key, "confirmed") === false;
  const extra = declined ? { severity: "info" as const } : { question: { key, choices } };
  return { of: () => null, ask: problem("roster-posts", spot, `教师名册（“${block.sheet}”）没有“是否专任教师”一列，不知是否都是专任教师，没有清点`, "请确认，或在名册中增加“是否专任教师”列", extra) };
}

const backboneKey = (list: RawList) => answerKey.blank(`教师名册>${plain(list.headings.backbone ?? "")}`);

/** A blank under 骨干教师级别 mostly means none; only somebody's word makes it so (R7). */
function askBackbone(list: RawList, rows: Rows, answers: Answers): Problem[] {
  if (list.columns.backbone === undefined || answered(answers, backboneKey(list), "blankIsZero") !== null) return [];
  const blank = [...rows.values()].flat().filter((row) => isBlank(cellOf(list, row, "backbone")));
  const [first] = blank;
  if (!first) return [];
  const choices = [{ label: `${String(blank.length)} 个空白都不是骨干教师`, answer: { kind: "blankIsZero" as const, value: true } }, { label: "空白是漏填", answer: { kind: "blankIsZero" as const, value: false } }];
  return [problem("blank", spotOfCell(placeOf(list, first, "backbone")), `教师名册“${list.headings.backbone ?? ""}”列 ${someOf(blank.map((row) => nameOf(list, row, "backbone")), 4)} 为空，数不清骨干教师`, "请填写级别，没有的填“无”；或确认空白都不是骨干教师", { question: { key: backboneKey(list), choices } })];
}

function tellUnsettled(list: RawList, rows: readonly ListedRow[]): Problem[] {
  const [first] = rows;
  if (!first) return [];
  const names = [...new Set(rows.map(({ name }) => `“${name}”`))];
  return [problem("list-stage", spotOfCell(placeOf(list, first, "stage")), `教师名册中 ${someOf(names, 4)} 有 ${String(rows.length)} 名教师没有学段，不知算小学还是初中，这些学校没有清点`, "请补填学段：一贯制学校的教师按小学部、初中部分别填报")];
}
