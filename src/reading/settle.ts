import { columnLetters } from "../grid/cell-name";
import type { Candidate } from "./model";
import { kindOf, type Column } from "./columns";
import { CERTAIN, termOf } from "./heading";
import { sameNumbers } from "./series";
import { settleUnits } from "./money";
import { cellAt, type RawTable } from "./tables";

/** What a column is in doubt about. How somebody is asked stands in `doubts.ts`: a formula has nobody to ask. */
export type DoubtKind = "art" | "gym" | "backbone" | "degree" | "bachelor" | "doubtful" | "twice" | "unit";

/** A column that was not settled. */
export interface Doubt {
  readonly kind: DoubtKind;
  readonly column: Column;
  readonly why: string;
}

/** Decides what single headings leave open, from neighbours and values; what stays open is withheld and asked (R18, and 「两种读法」). */
export function settle(table: RawTable, columns: readonly Column[]): Doubt[] {
  const doubts: Doubt[] = [];
  settleArt(table, columns, doubts);
  settleGym(table, columns, doubts);
  settleBackbone(table, columns, doubts);
  settleDegrees(table, columns, doubts);
  settleBachelor(table, columns, doubts);
  settleDoubtful(table, columns, doubts);
  settleDuplicates(table, columns, doubts);
  doubts.push(...settleUnits(table, columns).map(({ column, why }) => ({ kind: "unit" as const, column, why })));
  return doubts;
}

const lettersOf = (table: RawTable, column: Column) => columnLetters(cellAt(table, 0, column.path.index).column);
/** A column's heading path for people. */
export const headingOf = (column: Column) => column.path.path.join(" › ");
const taken = (columns: readonly Column[], fact: string) => columns.filter((column) => column.fact === fact && column.withheld === null);

/** Leaves a column's fact out until somebody decides. */
function ask(table: RawTable, kind: DoubtKind, column: Column, candidates: readonly Candidate[], why: string): Doubt {
  column.candidates = candidates;
  column.withheld = `${lettersOf(table, column)} 列“${headingOf(column)}”${why}，请在识别结果中确认`;
  return { kind, column, why };
}

function candidate(column: Column, fact: string, confidence: number): Candidate {
  return { fact, term: termOf(fact), scope: column.scope, unit: column.unit, factor: column.factor, confidence };
}

/** 艺术 beside 音乐 and 美术: their sum (计) or a subject of its own. Equal to the sum in every row, it is the sum; smaller anywhere, it cannot be. */
function settleArt(table: RawTable, columns: readonly Column[], doubts: Doubt[]): void {
  for (const art of taken(columns, "artTeachersTotal")) {
    if (art.source === "answered") continue;
    const parts = ["musicTeachers", "fineArtTeachers"].flatMap((fact) => taken(columns, fact).filter(({ scope }) => scope === art.scope).slice(0, 1));
    const grouped = /[(（]计[)）]|合计|小计/.test(headingOf(art)) || (/计$/.test(art.path.path[art.path.path.length - 1] ?? "") && art.path.path.length > 1);
    if (parts.length < 2 || grouped || /音乐|美术/.test(headingOf(art))) continue;
    const { equal, smaller } = compareToSum(art, parts);
    if (smaller) {
      art.fact = "artTeachers";
      art.evidence = [...art.evidence, "有学校的“艺术”少于“音乐”与“美术”之和，不是合计"];
    } else if (equal) art.evidence = [...art.evidence, "各校均等于“音乐”与“美术”之和，是合计"];
    else {
      doubts.push(ask(table, "art", art, [candidate(art, "artTeachersTotal", 0.6), candidate(art, "artTeachers", 0.6)], "可能是音乐、美术的合计，也可能是与音乐、美术并列的一门课"));
    }
  }
}

function compareToSum(whole: Column, parts: readonly Column[]): { readonly equal: boolean; readonly smaller: boolean } {
  let equal = true;
  let smaller = false;
  let some = false;
  whole.series.values.forEach((value, i) => {
    const sum = parts.reduce((total, part) => total + (part.series.values[i] ?? NaN), 0);
    if (Number.isNaN(value) || Number.isNaN(sum)) return;
    some ||= sum > 0;
    if (value !== sum) equal = false;
    if (value < sum) smaller = true;
  });
  return { equal: equal && some, smaller };
}

/** 体育馆 alone may be the old statistics' name of 室内体育用房 (subtracted from 教学及辅助用房) or a hall of its own (only added). */
function settleGym(table: RawTable, columns: readonly Column[], doubts: Doubt[]): void {
  const indoor = taken(columns, "indoorSportArea").length > 0;
  const inside = /教学.*辅助用房|校舍|用房/;
  const outside = /运动|场馆|场地|体育(?:设施|场)/;
  for (const gym of taken(columns, "gymArea")) {
    const parents = gym.path.path.slice(0, -1).join(">");
    if (gym.source === "answered" || indoor || /学校体育馆|独立/.test(headingOf(gym))) continue;
    if (inside.test(parents) && !outside.test(parents)) gym.fact = "indoorSportArea";
    else if (!outside.test(parents) && taken(columns, "teachingArea").length > 0) {
      doubts.push(ask(table, "gym", gym, [candidate(gym, "indoorSportArea", 0.6), candidate(gym, "gymArea", 0.6)], "可能是教学及辅助用房之内的室内体育用房，也可能是单独的学校体育馆"));
    }
  }
}

/** 县级骨干 next to 市级, 省级 columns may be one level only. */
function settleBackbone(table: RawTable, columns: readonly Column[], doubts: Doubt[]): void {
  const levels = columns.filter((column) => /骨干/.test(headingOf(column)) && /(?:市|省|盟|国家|自治区)级/.test(headingOf(column)) && !/以上/.test(headingOf(column)));
  for (const column of taken(columns, "backboneTeachers")) {
    if (column.source === "answered" || levels.length === 0 || /以上|合计|总/.test(headingOf(column)) || !/[县区旗]级?/.test(headingOf(column))) continue;
    doubts.push(ask(table, "backbone", column, [candidate(column, "backboneTeachers", 0.6)], "旁边另有市级、省级骨干教师，不知本列是否已含更高级别"));
  }
}

const DEGREE_FITS: Readonly<Record<string, RegExp>> = { primary: /专科|大专/, junior: /本科/ };

/** R18: the degree named in a heading must fit the stage it stands for. */
function settleDegrees(table: RawTable, columns: readonly Column[], doubts: Doubt[]): void {
  for (const column of columns) {
    if (column.fact !== "teachersAboveRequired" && column.fact !== "teachersCollegeOrAbove") continue;
    const fits = DEGREE_FITS[column.scope];
    const heading = headingOf(column);
    const named = /专科|大专|本科/.test(column.path.path[column.path.path.length - 1] ?? "");
    if (!fits || !named || fits.test(heading) || column.source === "answered") continue;
    column.candidates = [candidate(column, column.fact, 0.5)];
    column.withheld = `${lettersOf(table, column)} 列“${heading}”的学历要求与学段不符`;
    doubts.push({ kind: "degree", column, why: "的学历与学段不符" });
  }
}

/** 本科 without any column of 研究生 may mean 本科及以上; counted as it is, it could be too few (R18). */
function settleBachelor(table: RawTable, columns: readonly Column[], doubts: Doubt[]): void {
  const more = /^(?:teachers(?:AboveRequired|CollegeOrAbove|BachelorOrAbove|Postgraduate|Master|Doctor)|ratioAboveRequired)$/;
  if (columns.some(({ fact }) => more.test(fact ?? ""))) return;
  for (const column of taken(columns, "teachersBachelor")) {
    if (column.source === "answered") continue;
    doubts.push(ask(table, "bachelor", column, [candidate(column, "teachersBachelor", 0.6), candidate(column, "teachersBachelorOrAbove", 0.6)], "旁边没有研究生一列，不知是否已含研究生"));
  }
}

/** A reading too doubtful to take, when nothing better was found for the fact. */
function settleDoubtful(table: RawTable, columns: readonly Column[], doubts: Doubt[]): void {
  const found = new Set(columns.map(({ fact, scope }) => `${fact ?? ""}|${scope}`));
  for (const column of columns) {
    const first = column.candidates[0];
    if (column.fact !== null || column.attribute !== null || column.source === "answered" || !first || first.confidence >= CERTAIN) continue;
    if (first.fact === null || !worthAsking(first.fact) || found.has(`${first.fact}|${first.scope}`) || found.has(`${first.fact}|school`)) continue;
    doubts.push(ask(table, "doubtful", column, [first], `可能是“${first.term}”，但不能确定`));
  }
}

/** Facts that no other column could stand in for. */
function worthAsking(fact: string): boolean {
  return ["students", "teachersAboveRequired", "backboneTeachers", "sportArtTeachers", "teachingArea", "sportFieldArea", "sportArea", "ratioSportArea", "equipmentValue", "multimediaRooms"].includes(fact);
}

/** Two columns for one fact: equal numbers are one; a clearly better heading wins; otherwise somebody decides. */
function settleDuplicates(table: RawTable, columns: readonly Column[], doubts: Doubt[]): void {
  const groups = new Map<string, Column[]>();
  for (const column of columns) {
    if (column.fact === null || column.withheld !== null) continue;
    const key = `${column.fact}|${column.scope}`;
    groups.set(key, [...(groups.get(key) ?? []), column]);
  }
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const answered = group.find((column) => column.source === "answered");
    const sorted = [...group].sort((a, b) => b.confidence - a.confidence);
    const [first, second] = sorted;
    if (!first || !second) continue;
    const winner = answered ?? (first.confidence - second.confidence >= 0.15 ? first : null);
    const open = sorted.filter((column) => column !== (winner ?? first) && (winner !== null || sameNumbers(column.series, first.series)));
    for (const column of open) drop(column, winner ?? first, table);
    const rest = sorted.filter((column) => column.fact !== null);
    if (rest.length < 2) continue;
    const letters = rest.map((column) => lettersOf(table, column)).join("、");
    for (const column of rest) {
      const fact = column.fact ?? "";
      doubts.push(ask(table, "twice", column, [candidate(column, fact, 0.5)], `与另一列都像“${termOf(fact)}”（${letters} 列），数值不同`));
    }
  }
}

function drop(column: Column, winner: Column, table: RawTable): void {
  column.fact = null;
  column.confidence = 0;
  column.evidence = [`与 ${lettersOf(table, winner)} 列同为“${termOf(winner.fact ?? "")}”，用 ${lettersOf(table, winner)} 列`];
  column.candidates = [];
}

/** Facts without figures of their own because a heading is not settled: they are missing, not absent. */
export function withheldFacts(columns: readonly Column[]): readonly { readonly fact: string; readonly column: Column }[] {
  return columns.flatMap((column) =>
    column.withheld === null || column.source === "answered"
      ? []
      : column.candidates.flatMap((open) => (open.fact !== null && kindOf(open.fact) ? [{ fact: open.fact, column }] : [])),
  );
}
