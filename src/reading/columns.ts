import type { Scope } from "../engine/model";
import type { Answers, Attribute, Candidate, ColumnMapping } from "./model";
import { columnAnswer } from "./answers";
import { CERTAIN, readHeading, type HeadingReading } from "./heading";
import { headingPaths, type ColumnPath } from "./paths";
import { NO_SERIES, type Series } from "./series";
import type { RawTable } from "./tables";
import type { UnitKind } from "./text";
import { ATTRIBUTE_WORDS, CONCEPTS } from "./vocabulary";

/** A column while it is being understood (识别中的列). Settled step by step; what leaves the room is a `ColumnMapping`. */
export interface Column {
  readonly path: ColumnPath;
  readonly reading: HeadingReading;
  readonly key: string;
  readonly series: Series;
  attribute: Attribute | null;
  fact: string | null;
  scope: Scope;
  unit: string;
  factor: number;
  confidence: number;
  evidence: readonly string[];
  /** More than one: somebody has to decide. */
  candidates: readonly Candidate[];
  source: ColumnMapping["source"];
  /** Why the figures of all candidates are withheld; `null` when they are not. */
  withheld: string | null;
}

const KINDS = new Map<string, { readonly kind: UnitKind; readonly ratio: boolean }>();
for (const { ratio, kind } of CONCEPTS) if (ratio !== undefined) KINDS.set(ratio, { kind, ratio: true });
for (const { fact, kind } of CONCEPTS) KINDS.set(fact, { kind, ratio: false });

/** Kind of quantity of a fact or ready ratio, and whether it is ready; `null` for what is neither. */
export function kindOf(fact: string): { readonly kind: UnitKind; readonly ratio: boolean } | null {
  return KINDS.get(fact) ?? null;
}

/** Reads every heading of a table and takes what is certain; what needs neighbours or values is settled afterwards, when the numbers are there. */
export function readColumns(table: RawTable, answers: Answers): Column[] {
  const seen = new Map<string, number>();
  return headingPaths(table).map((path) => {
    const reading = readHeading(path.path);
    const count = (seen.get(reading.key) ?? 0) + 1;
    seen.set(reading.key, count);
    const key = count === 1 ? reading.key : `${reading.key}#${String(count)}`;
    return columnOf(table, path, reading, key, answers);
  });
}

function columnOf(table: RawTable, path: ColumnPath, reading: HeadingReading, key: string, answers: Answers): Column {
  const answer = columnAnswer(answers, key);
  const first = reading.candidates[0];
  const certain = first !== undefined && first.confidence >= CERTAIN ? first : null;
  const decided = answer ? decidedMeaning(answer.fact) : null;
  const fact = decided ? decided.fact : certain?.fact ?? null;
  const byValues = path.index === table.nameColumn && reading.attribute !== "name";
  return {
    path, reading, key, fact, series: NO_SERIES,
    attribute: decided ? decided.attribute : attributeOf(table, path, reading),
    scope: answer?.scope ?? reading.scope,
    unit: answer?.unit ?? first?.unit ?? "",
    factor: answer?.factor ?? first?.factor ?? 1,
    confidence: decided ? 1 : byValues ? 0.8 : certain?.confidence ?? (reading.attribute ? 1 : 0),
    evidence: decided ? ["按已确认的识别结果"] : byValues ? ["本列的值多数是学校名称"] : reading.evidence,
    candidates: decided ? [] : reading.candidates,
    source: decided ? "answered" : "recognised",
    withheld: null,
  };
}

function attributeOf(table: RawTable, path: ColumnPath, reading: HeadingReading): Attribute | null {
  if (path.index === table.nameColumn) return "name";
  return reading.attribute === "name" ? null : reading.attribute;
}

function decidedMeaning(fact: string | null): { readonly fact: string | null; readonly attribute: Attribute | null } {
  const attribute = ATTRIBUTE_WORDS.find(([name]) => name === fact)?.[0] ?? null;
  return { attribute, fact: attribute ? null : fact };
}

/** The first column of an attribute. */
export function attributeColumn(columns: readonly Column[], attribute: Attribute): Column | null {
  return columns.find((column) => column.attribute === attribute) ?? null;
}

/** Whether somebody still has to decide what a column is. */
export function isOpen(column: Column): boolean {
  return column.withheld !== null && column.source === "recognised";
}

/** The fact or attribute a column stands for; `null` while that is open, or when it is not needed. */
export function meant(column: Column): string | null {
  return isOpen(column) ? null : column.fact ?? column.attribute;
}
