import { STAGES, STAGE_TERMS, judge, judgeColumns, tabulate, type Figure, type Figures, type JudgedColumns, type Judgement, type School, type Scope, type Stage, type StageTable, type Standard } from "../engine";
import { isBlank, type Cell } from "../grid/block";
import { readArgument, type ArgumentReading } from "../reading";
import { factById } from "../standards";
import { isOmitted, matrixOf, plainNumber, type Blanks, type Matrix } from "./arguments";
import { stageByWord } from "./choices";
import { wrongUse } from "./errors";

/** What stands in one input row: a school, or nothing to answer for (blank row, 小计, heading). */
type SchoolRows = readonly (School | null)[];

/** Schools of an argument, judged together; a stage of a school is a row of the judgement. */
export interface JudgedSchools {
  readonly rows: SchoolRows;
  readonly table: StageTable;
  readonly columns: JudgedColumns;
  /** The county's whole judgement, made when asked for. */
  readonly judgement: () => Judgement;
  readonly standard: Standard;
  readonly stage: Stage | null;
  /** Rows of the judgement that are this school's, of the wanted stage only. */
  readonly stagesOf: (school: School) => readonly number[];
  /** Why a school is in no row: out of scope, or its stage not settled. */
  readonly absence: ReadonlyMap<School, { readonly verdict: "notApplicable" | "undetermined"; readonly reason: string }>;
}

const isEmpty = (cell: Cell | undefined, blanks: Blanks): boolean => isBlank(cell) || (blanks === "zero" && cell === 0);

/** Blank heading cells that arrived as 0 are blank again: rows at the top that hold no other number are headings. */
function withBlankHeadings(rows: Matrix, blanks: Blanks): Matrix {
  if (blanks === "seen") return rows;
  const first = rows.findIndex((row) => row.some((cell) => typeof cell === "number" && cell !== 0));
  const top = first < 0 ? rows.length : first;
  return rows.map((row, i) => (i < top ? row.map((cell) => (cell === 0 ? null : cell)) : row));
}

/** 学段 and the seven values in the official order: the one shape that needs no headings. */
function isPlainShape(rows: Matrix, standard: Standard, blanks: Blanks): boolean {
  const filled = rows.filter((row) => !row.every((cell) => isEmpty(cell, blanks)));
  const width = standard.indicators.length + 1;
  return filled.length > 0 && filled.every((row) => row.length === width && typeof row[0] === "string" && stageByWord(row[0]) !== null);
}

function plainSchool(row: readonly Cell[], index: number, standard: Standard, blanks: Blanks): School | null {
  if (row.every((cell) => isEmpty(cell, blanks))) return null;
  const stage = stageByWord(String(row[0])) ?? STAGES[0];
  const figures: Record<string, Partial<Record<Scope, Figure>>> = {};
  standard.indicators.forEach((indicator, k) => {
    const cell = row[k + 1] ?? null;
    const value = typeof cell === "number" || typeof cell === "string" ? plainNumber(cell) : null;
    const why = isBlank(cell) ? "为空，请补填" : `「${String(cell)}」不是数，请改成数`;
    figures[indicator.formula.ratio] = { [stage]: value === null || value < 0 ? { value: null, cell: null, why: `${indicator.term}${why}` } : { value, cell: null } };
  });
  return {
    name: "", code: null, type: stage, owner: null, town: null, place: `第 ${String(index + 1)} 行`,
    stages: [stage], ownStageOnly: true, pending: null, hasKindergarten: false, figures,
  };
}

const NO_STUDENTS = "在校生数为空或为 0，请补填";
const ZERO = (term: string): string => `${term}为 0：Excel 交来的空白也是 0，分不清，按缺失处理；确实没有的，请用窗格「插入公式」，或在单元格里填文本 '0`;

/** A figure that a function must take for missing: students of 0, and 0 where less is better and blanks may come as 0 (R7). */
function distrusted(fact: string, figure: Figure, cell: Cell | undefined, blanks: Blanks): Figure | null {
  if (figure.value === null) return null;
  if (fact === "students") return figure.value > 0 ? null : { ...figure, value: null, why: NO_STUDENTS };
  const listed = factById(fact);
  if (blanks === "seen" || figure.value !== 0 || cell !== 0 || !listed?.zeroIsMissing) return null;
  return { ...figure, value: null, why: ZERO(listed.term) };
}

function withoutZeros(school: School, row: readonly Cell[], reading: ArgumentReading, blanks: Blanks): School {
  let figures: Figures = school.figures;
  for (const column of reading.mapping) {
    const figure = column.fact === null ? undefined : figures[column.fact]?.[column.scope];
    const missing = figure && column.fact !== null ? distrusted(column.fact, figure, row[column.index], blanks) : null;
    if (missing && column.fact !== null) figures = { ...figures, [column.fact]: { ...figures[column.fact], [column.scope]: missing } };
  }
  return figures === school.figures ? school : { ...school, figures };
}

/** The argument `school`, with or without `headers`: one entry per input row (参数「学校数据」). */
export function schoolRows(argument: unknown, headers: unknown, stage: Stage | null, standard: Standard, blanks: Blanks): SchoolRows {
  if (argument === null || argument === undefined) throw wrongUse("参数「学校数据」没有给出，请选学校所在的行。");
  const given = matrixOf(argument);
  const heading = isOmitted(headers) ? null : matrixOf(headers).map((row) => row.map((cell) => (cell === 0 ? null : cell)));
  if (heading === null && isPlainShape(given, standard, blanks)) return given.map((row, i) => plainSchool(row, i, standard, blanks));
  const width = given[0]?.length ?? 0;
  if (heading && heading[0]?.length !== width) {
    throw wrongUse(`参数「标题行」有 ${String(heading[0]?.length ?? 0)} 列，「学校数据」有 ${String(width)} 列；请选同样的列。`);
  }
  const cells = heading ? given : withBlankHeadings(given, blanks);
  const reading = readArgument(cells, heading, stage ?? undefined);
  if (!reading.mapping.some((column) => column.fact !== null)) {
    throw wrongUse("「学校数据」里没有认出标题：请把标题行一起选上，或在「标题行」里给出；不带标题时只能是“学段、七项指标值”八列。");
  }
  return reading.rows.map((school, i) => school && withoutZeros(school, cells[i] ?? [], reading, blanks));
}

/** Judges the schools of an argument at once. */
export function judgeSchools(rows: SchoolRows, stage: Stage | null, standard: Standard): JudgedSchools {
  const schools = rows.filter((school) => school !== null);
  const table = tabulate(schools, standard);
  const all = new Map<School, number[]>();
  table.schools.forEach((school, row) => {
    const list = all.get(school);
    if (list) list.push(row);
    else all.set(school, [row]);
  });
  const absence = new Map<School, { verdict: "notApplicable" | "undetermined"; reason: string }>();
  for (const { school, reason } of table.excluded) absence.set(school, { verdict: "notApplicable", reason });
  for (const { school, reason } of table.unsettled) absence.set(school, { verdict: "undetermined", reason });
  const stagesOf = (school: School): readonly number[] => {
    const own = all.get(school) ?? [];
    return stage === null ? own : own.filter((row) => STAGES[table.stage[row] ?? 0] === stage);
  };
  for (const [school, own] of all) {
    const stages = own.map((row) => STAGES[table.stage[row] ?? 0] ?? STAGES[0]);
    if (stage !== null && !stages.includes(stage)) {
      absence.set(school, { verdict: "notApplicable", reason: `本行是${stages.map((one) => STAGE_TERMS[one]).join("、")}，不是${STAGE_TERMS[stage]}` });
    }
  }
  let whole: Judgement | null = null;
  const judgement = (): Judgement => (whole ??= judge(schools, standard));
  return { rows, table, columns: judgeColumns(table, table.held, standard), judgement, standard, stage, stagesOf, absence };
}
