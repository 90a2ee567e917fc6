import { STAGES, type Scope, type Stage } from "../engine";
import { answerKey, ATTRIBUTES, type Answer, type Answers, type ColumnMapping, type FoundTable, type Reading } from "../reading";
import { factById } from "../standards";
import { UsageError } from "./usage";

/** One decided column: an entry of `mapping` as `judge` prints it; `sheet` may be left out when the column's letter says enough. */
interface Decision {
  readonly sheet: string | null;
  readonly column: string;
  readonly fact: string | null;
  readonly scope: Scope;
  readonly unit: string | null;
  readonly factor: number | null;
}

// What one of the unit is in the fact's base unit.
const FACTORS: Readonly<Record<string, number>> = { 万元: 10_000, 千元: 1_000, 百元: 100, 亿元: 100_000_000, 亩: 10_000 / 15, 公顷: 10_000, 万平方米: 10_000, 万人: 10_000 };

/**
 * Answers of a mapping file (映射文件): either a list of decided columns `[{"sheet","column","fact","stage","unit"}]`,
 * or `judge`'s own output with its `mapping` entries corrected, or answers by key (`{"type|一中":{"kind":"type",…}}`).
 * @param reading the workbook read without answers, to find the columns that are spoken of
 */
export function mappingAnswers(text: string, reading: Reading): Answers {
  const json = parse(text);
  if (Array.isArray(json)) return decided(json.map((one) => decision(one, null)), reading);
  if (isRecord(json) && Array.isArray(json.tables)) {
    const decisions = json.tables.flatMap((table: unknown) => (isRecord(table) && Array.isArray(table.mapping) ? table.mapping.map((one: unknown) => decision(one, table.sheet)) : []));
    return decided(decisions, reading);
  }
  if (isRecord(json) && Object.values(json).every((one) => isRecord(one) && typeof one.kind === "string")) return json as Answers;
  throw new UsageError("映射文件应是列的清单，如 [{\"sheet\":\"表\",\"column\":\"F\",\"fact\":\"students\",\"stage\":null,\"unit\":\"人\"}]，或本命令输出的 JSON。");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new UsageError(`映射文件不是有效的 JSON：${error instanceof Error ? error.message : ""}。请检查逗号、引号和括号。`);
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function decision(entry: unknown, sheet: unknown): Decision {
  if (!isRecord(entry) || typeof entry.column !== "string") throw new UsageError(`映射文件里有一条没有 column（列标，如 "F"）：${JSON.stringify(entry)}`);
  const fact = entry.fact ?? null;
  if (fact !== null && (typeof fact !== "string" || !(factById(fact) ?? ATTRIBUTES.find((one) => one === fact)))) throw new UsageError(`映射文件里 ${entry.column} 列的 fact“${JSON.stringify(fact)}”不是已知的数据项。`);
  const stage = entry.stage ?? null;
  if (stage !== null && stage !== "senior" && !STAGES.includes(stage as Stage)) throw new UsageError(`映射文件里 ${entry.column} 列的 stage 应为 "primary"、"junior"、"senior" 或 null。`);
  const named = entry.sheet ?? sheet;
  return {
    sheet: typeof named === "string" ? named : null, column: entry.column.toUpperCase(), fact, scope: (stage ?? "school") as Scope,
    unit: typeof entry.unit === "string" ? entry.unit : null, factor: typeof entry.factor === "number" ? entry.factor : null,
  };
}

function decided(decisions: readonly Decision[], reading: Reading): Answers {
  const answers: Record<string, Answer> = {};
  for (const one of decisions) {
    const columns = reading.tables.filter((table) => one.sheet === null || table.sheet === one.sheet).flatMap((table) => columnOf(table, one.column));
    if (columns.length === 0) throw new UsageError(`映射文件里的 ${one.sheet === null ? "" : `“${one.sheet}”表`}${one.column} 列不在识别出的数据表中，请核对表名和列标。`);
    for (const column of columns) {
      if (unchanged(column, one)) continue;
      const unit = one.unit ?? column.unit;
      answers[answerKey.column(column.key)] = { kind: "column", meaning: { fact: one.fact, scope: one.scope, unit, factor: one.factor ?? factorOf(column, one, unit) } };
    }
  }
  return answers;
}

function columnOf(table: FoundTable, letters: string): ColumnMapping[] {
  return table.mapping.filter((column) => column.column === letters);
}

/** What was recognised and not corrected needs no answer; a left-out column stays a question. */
function unchanged(column: ColumnMapping, one: Decision): boolean {
  return column.fact === one.fact && column.scope === one.scope && (one.unit === null || one.unit === column.unit) && one.factor === null;
}

function factorOf(column: ColumnMapping, one: Decision, unit: string): number {
  const recognised = [...column.candidates, column].find((candidate) => candidate.unit === unit && candidate.fact === one.fact);
  return recognised?.factor ?? FACTORS[unit] ?? 1;
}
