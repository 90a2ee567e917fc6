import type { LocalChoice } from "../engine/local/model";
import type { Switches } from "../engine/model";
import type { Area } from "../grid/block";
import type { Answer, Answers } from "../reading/model";
import type { MarkPlace } from "./reports/finality";
import type { UnitCosts } from "./reports/report";

/** Schema of what is kept in the workbook. A later one needs a step in `MIGRATIONS` and a fixture of this one. */
export const STORE_SCHEMA = 2;

const CHUNK = 30_000;
/** Each cell starts with this and `2/3|`: a lost or reordered cell is noticed, and no text starts like a formula. */
const MARK = "YJJH";

/** Formulas written into the bureau's empty cells, exactly as written, so that they can be taken back. */
export interface WrittenFormulas extends Area {
  readonly sheet: string;
  readonly formulas: readonly (readonly string[])[];
}

/** A `template` becomes the bureau's own sheet: it is read, and never replaced. */
export const WRITTEN_KINDS = ["report", "highlight", "formulas", "template"] as const;
export type WrittenKind = (typeof WRITTEN_KINDS)[number];

/** One thing the add-in wrote (写入记录), for undo after the file was closed and for 「与定稿不一致」 (R27). */
export interface Written {
  readonly kind: WrittenKind;
  /** Id of the report, template or formula. */
  readonly id: string;
  readonly term: string;
  /** Sheets of our own that were written; a bureau's sheet never stands here. */
  readonly sheets: readonly string[];
  /** When, as the pane gives it: `2026-11-22`. */
  readonly when: string;
  /** Of the inputs it rests on (`fingerprint`). */
  readonly fingerprint: string;
  readonly formulas?: WrittenFormulas;
  /** Where its sheets say whether they still agree with the data, and whether they say they do not (R27). */
  readonly marks?: readonly MarkPlace[];
  readonly aged?: boolean;
  /** What its sheets said as they were written, by name (`sealOf`): a report without typed columns is not replaced unseen once somebody changed it. */
  readonly seals?: Readonly<Record<string, string>>;
}

/** What is kept in the workbook (设置与记录). */
export interface StoreState {
  readonly schema: number;
  /** Version of the add-in that wrote it. */
  readonly product: string;
  /** The second standard, shown beside the national one (R5); `null`: none. `own`: the workbook's 自定标准. */
  readonly standardId: string | null;
  /** County and year for local targets (R26). */
  readonly localChoice: LocalChoice | null;
  readonly unitCosts: UnitCosts;
  /** 数据时点 as typed in the settings; `null`: as a sheet states it. */
  readonly dataDate: string | null;
  readonly switches: Switches;
  readonly answers: Answers;
  readonly written: readonly Written[];
  /** Why it must not be saved over, in Chinese; `null` when it may. Never stored. */
  readonly readOnly: string | null;
}

/** A workbook the add-in has not touched yet. */
export const EMPTY_STORE: StoreState = {
  schema: STORE_SCHEMA, product: "", standardId: null, localChoice: null, unitCosts: {}, dataDate: null, switches: {}, answers: {}, written: [], readOnly: null,
};

/** Thrown instead of overwriting settings that could not be understood. */
export class StoreError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "StoreError";
  }
}

/** Texts for the store sheet, one a cell, at most 30,000 characters each. Throws `StoreError` when the state is read only. */
export function packStore(state: StoreState): string[] {
  if (state.readOnly !== null) throw new StoreError(state.readOnly);
  // Undefined is left out of JSON.
  const parts = cut(JSON.stringify({ ...state, schema: STORE_SCHEMA, readOnly: undefined }), CHUNK - 20);
  return parts.map((part, index) => `${MARK} ${String(index + 1)}/${String(parts.length)}|${part}`);
}

/** What the store sheet holds. Never throws: settings it cannot use come back empty and read only, with the reason. */
export function unpackStore(texts: readonly string[]): StoreState {
  const cells = texts.filter((text) => text !== "");
  if (cells.length === 0) return EMPTY_STORE;
  const joined = join(cells);
  const data = joined === null ? null : parse(joined);
  if (!isRecord(data) || !isSchema(data.schema)) return unusable(DAMAGED);
  if (data.schema > STORE_SCHEMA) return unusable(tooNew(data.schema));
  return checked(migrate(data, data.schema)) ?? unusable(DAMAGED);
}

const DAMAGED =
  "工作簿里保存的设置（隐藏工作表 _YJJH）已损坏，无法读取；本次按默认设置检查，不会覆盖原设置。如确认不再需要原设置，请在设置中点“清除设置”后重试。";

function tooNew(schema: number): string {
  return `工作簿里的设置由更新版本的加载项保存（格式 ${String(schema)}，本版本认识到 ${String(STORE_SCHEMA)}），本次按默认设置检查，不会覆盖原设置。请升级加载项后再保存设置。`;
}

function unusable(message: string): StoreState {
  return { ...EMPTY_STORE, readOnly: message };
}

type Raw = Readonly<Record<string, unknown>>;

/** From schema n to n + 1, pure, one step a schema. */
const MIGRATIONS: Readonly<Record<number, (data: Raw) => Raw>> = {
  // Schema 1 knew one standard only, the national one, and named it.
  1: (data) => ({ ...data, standardId: null, localChoice: null, unitCosts: {}, dataDate: null }),
};

function migrate(data: Raw, schema: number): Raw {
  let current = data;
  for (let from = schema; from < STORE_SCHEMA; from++) current = MIGRATIONS[from]?.(current) ?? current;
  return current;
}

function checked(data: Raw): StoreState | null {
  const { product, standardId, localChoice, unitCosts, dataDate, switches, answers, written } = data;
  if (typeof product !== "string" || !isTextOrNull(standardId) || !isTextOrNull(dataDate)) return null;
  if (!(localChoice === null || isLocalChoice(localChoice)) || !isUnitCosts(unitCosts)) return null;
  if (!isRecord(switches) || !isAnswers(answers) || !Array.isArray(written) || !written.every(isWritten)) return null;
  return { schema: STORE_SCHEMA, product, standardId, localChoice, unitCosts, dataDate, switches, answers, written, readOnly: null };
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === "string";
}

function isLocalChoice(value: unknown): value is LocalChoice {
  return isRecord(value) && typeof value.plan === "string" && typeof value.county === "string" && typeof value.year === "number";
}

function isUnitCosts(value: unknown): value is UnitCosts {
  return isRecord(value) && Object.values(value).every((cost) => typeof cost === "number" && cost >= 0);
}

const ANSWER_KINDS: readonly string[] = ["column", "blankIsZero", "type", "split", "confirmed", "useTable"] satisfies Answer["kind"][];

function isAnswers(value: unknown): value is Answers {
  return isRecord(value) && Object.values(value).every((answer) => isRecord(answer) && ANSWER_KINDS.includes(String(answer.kind)));
}

function isWritten(value: unknown): value is Written {
  if (!isRecord(value)) return false;
  const texts = [value.id, value.term, value.when, value.fingerprint].every((text) => typeof text === "string");
  const kind = WRITTEN_KINDS.some((one) => one === value.kind);
  const sheets = Array.isArray(value.sheets) && value.sheets.every((name) => typeof name === "string");
  const marks = value.marks === undefined || (Array.isArray(value.marks) && value.marks.every(isMarkPlace));
  const seals = value.seals === undefined || (isRecord(value.seals) && Object.values(value.seals).every((seal) => typeof seal === "string"));
  return texts && kind && sheets && marks && seals && (value.formulas === undefined || isWrittenFormulas(value.formulas));
}

function isMarkPlace(value: unknown): value is MarkPlace {
  return isRecord(value) && typeof value.sheet === "string" && typeof value.row === "number" && typeof value.column === "number";
}

function isWrittenFormulas(value: unknown): value is WrittenFormulas {
  if (!isRecord(value) || typeof value.sheet !== "string" || !Array.isArray(value.formulas)) return false;
  return [value.row, value.column, value.rows, value.columns].every((number) => typeof number === "number");
}

function isSchema(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 1;
}

function isRecord(value: unknown): value is Raw {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** The parts in order, or `null` when one is missing or foreign. */
function join(cells: readonly string[]): string | null {
  const parts: string[] = [];
  for (const [index, cell] of cells.entries()) {
    const head = `${MARK} ${String(index + 1)}/${String(cells.length)}|`;
    if (!cell.startsWith(head)) return null;
    parts.push(cell.slice(head.length));
  }
  return parts.join("");
}

/** Pieces of at most `size`, never through the middle of a character outside the basic plane. */
function cut(text: string, size: number): string[] {
  const parts: string[] = [];
  for (let from = 0; from < text.length; ) {
    let to = Math.min(from + size, text.length);
    if (to < text.length && /[\uD800-\uDBFF]/.test(text.charAt(to - 1))) to--;
    parts.push(text.slice(from, to));
    from = to;
  }
  return parts;
}
