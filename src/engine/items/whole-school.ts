import { STAGES } from "../model";
import type { ClassBand, FactId, Figure, ListedClass, ListedRoom, Location, School, SchoolType, Scope, Stage } from "../model";
import { baseName } from "../base-name";
import { rowsBySchool, typeOfRows } from "../same-school";
import { amountOf, STUDENTS } from "../split";
import { factOf } from "./book";
import type { HasBook } from "./book";
import type { Lack } from "./model";

/** A whole school (整所学校), however many rows of the sheet it stands in. */
export interface WholeSchool {
  /** Its one row, or the rows together under the name they share. */
  readonly school: School;
  readonly rows: readonly School[];
  readonly type: SchoolType | null;
  /** Compulsory stages. */
  readonly stages: readonly Stage[];
  readonly location: Location | undefined;
  /** Why nothing of it can be judged yet (R12), else null. */
  readonly pending: string | null;
  readonly classes: readonly ListedClass[] | undefined;
  readonly bands: readonly ClassBand[] | undefined;
  readonly rooms: readonly ListedRoom[] | undefined;
}

const WITH_SENIOR: readonly (SchoolType | null)[] = ["complete", "twelveYear", "senior"];

/** Whether figures of the whole school may have 高中 in them. */
export function hasSenior({ type, ownStageOnly }: School): boolean {
  return !ownStageOnly && WITH_SENIOR.includes(type);
}

/** Compulsory stages of a row: those it speaks of, and those it has pupils in (附设班, R15). */
function stagesIn({ stages, ownStageOnly, figures }: School): Stage[] {
  return STAGES.filter((stage) => stages.includes(stage) || (!ownStageOnly && amountOf(figures[STUDENTS]?.[stage]) > 0));
}

/** Several rooms may stand in one cell (96、98), so that the cell does not tell them apart. */
function once<T>(lists: readonly (readonly T[] | undefined)[]): T[] | undefined {
  const given = lists.filter((list) => list !== undefined);
  return given.length === 0 ? undefined : [...new Set(given.flat())];
}

function bandsOf(rows: readonly School[]): ClassBand[] | undefined {
  const given = rows.flatMap((row) => (row.bands ? row.bands.map((band) => ({ ...band, stage: band.stage ?? (row.stages.length === 1 && !hasSenior(row) ? (row.stages[0] ?? null) : null) })) : []));
  return given.length === 0 ? undefined : given;
}

function combine(rows: readonly School[]): WholeSchool {
  const first = rows[0] as School;
  const stages = STAGES.filter((stage) => rows.some((row) => stagesIn(row).includes(stage)));
  const type = typeOfRows(rows);
  return {
    school: rows.length === 1 ? first : { ...first, name: baseName(first.name), stages, place: rows.map((row) => row.place).join("、") },
    rows, stages, type,
    location: rows.find((row) => row.location !== undefined)?.location,
    pending: rows.find((row) => row.pending !== null)?.pending ?? (stages.length === 0 && type === null ? "学段不明，请补填学段或办学类型" : null),
    classes: once(rows.map((row) => row.classes)),
    bands: bandsOf(rows),
    rooms: once(rows.map((row) => row.rooms)),
  };
}

/** Whole schools (R21), in the sheet's order. */
export function wholeSchools(schools: readonly School[]): WholeSchool[] {
  return rowsBySchool(schools).map(combine);
}

/** Schools of compulsory education, by what an item asks: ordinary ones, 教学点, 特殊教育学校. */
export function isAsked({ type, stages }: WholeSchool, besides: readonly SchoolType[]): boolean {
  if (type === "kindergarten" || type === "vocational") return false;
  if (type === "senior") return stages.length > 0;
  return type === null || (type !== "special" && type !== "teachingPoint") || besides.includes(type);
}

/** One figure of a whole school. */
export interface Amount {
  /** NaN when missing. */
  readonly value: number;
  /** False when it is known only with 高中 in it: then it is at most this. */
  readonly exact: boolean;
  readonly cells: readonly string[];
  readonly lacks: readonly Lack[];
  /** Whether any row has a number or a text in its place. */
  readonly given: boolean;
}

interface Part {
  readonly figures: readonly (Figure | undefined)[];
  readonly exact: boolean;
}

/** The figures of one row that make up its compulsory stages: the stages' own, else the school's. */
function partsOf(row: School, fact: FactId, stage: Stage | null): Part {
  const scopes = row.figures[fact] ?? {};
  const stages = stagesIn(row);
  const wanted: readonly Scope[] = stage ? [stage] : stages.length > 0 ? stages : STAGES.filter((one) => scopes[one]);
  const own = wanted.map((scope) => scopes[scope]);
  const ownKnown = own.length > 0 && own.every((figure) => amountOf(figure) >= 0);
  const whole = scopes.school;
  const alone = stage === null || stages.length === 1;
  if (!ownKnown && alone && whole && (amountOf(whole) >= 0 || own.every((figure) => figure === undefined))) {
    return { figures: [whole], exact: !hasSenior(row) };
  }
  return { figures: own.length > 0 ? own : [whole], exact: true };
}

function lackOf(desk: HasBook, row: School, fact: FactId, figure: Figure | undefined): Lack {
  const { term } = factOf(desk, fact);
  const lack = { where: "schoolSheet", fact, cell: figure?.cell ?? null } as const;
  if (!figure) return { ...lack, text: row.figures[fact] ? `${row.name}（${row.place}）缺少分学段的“${term}”，请补填` : `学校表中没有“${term}”一列，请补充` };
  if (figure.why && figure.value === null) return { ...lack, text: `${row.name}：${figure.why.includes(term) ? figure.why : `${term} ${figure.why}`}` };
  return { ...lack, text: `${row.name}：${term}${figure.value === null ? "为空" : "有误"}（${figure.cell ?? row.place}），请${figure.value === null ? "补填" : "更正"}` };
}

/** Every figure of the rows for one fact, put together by `combined`. */
function gather(desk: HasBook, rows: readonly School[], fact: FactId, stage: Stage | null, combined: (values: readonly number[]) => number): Amount {
  const values: number[] = [];
  const cells: string[] = [];
  const lacks: Lack[] = [];
  let exact = true;
  let given = false;
  for (const row of rows) {
    if (stage !== null && !stagesIn(row).includes(stage)) continue;
    const part = partsOf(row, fact, stage);
    exact &&= part.exact;
    for (const figure of part.figures) {
      const value = amountOf(figure);
      values.push(value);
      if (figure?.cell) cells.push(figure.cell);
      if (figure && figure.value !== null) given = true;
      if (value !== value) lacks.push(lackOf(desk, row, fact, figure));
    }
  }
  return { value: values.length === 0 ? Number.NaN : combined(values), exact, cells, lacks, given };
}

function added(values: readonly number[]): number {
  return values.length === 1 ? (values[0] as number) : values.reduce((sum, value) => sum + value, 0);
}

/** A figure of the whole school, or of one of its stages: the rows added up, NaN as soon as one is missing. */
export function amountIn(desk: HasBook, { rows }: Pick<WholeSchool, "rows">, fact: FactId, stage: Stage | null = null): Amount {
  return gather(desk, rows, fact, stage, added);
}

/** A yes/no answer, a year or a greatest of the whole school; where its rows or stages differ, `pick` chooses. NaN when one is missing. */
export function answerIn(desk: HasBook, { rows }: Pick<WholeSchool, "rows">, fact: FactId, pick: (...values: number[]) => number): Amount {
  return gather(desk, rows, fact, null, (values) => pick(...values));
}
