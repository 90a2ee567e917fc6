import type { Fact } from "../engine";
import type { Cell } from "../grid/block";
import { parseNumber, type NumberKind } from "./numbers";
import { plain, tidy, unitOf, type Unit } from "./text";

/** A cell read as its fact asks for (填报值): 是 or 否 as 1 or 0, levels as 1 to 4, years and dates as numbers, amounts in the fact's unit. */
export interface Typed {
  /** `null` when nothing can be made of it. */
  readonly value: number | null;
  readonly kind: NumberKind;
  /** As it stands in the cell, where that is another number. */
  readonly written?: string;
  /** A value that may be meant otherwise: `0.915` where per cent are asked for. `other` is what it would then be. */
  readonly doubt?: { readonly other: number };
}

const NOTHING: Typed = { value: null, kind: "blank" };
const WORDS: Typed = { value: null, kind: "text" };

/** Reads a cell for a fact. `unit` is what a heading or a 单位 column says; a unit in the cell itself wins. */
export function readTyped(cell: Cell | undefined, fact: Fact & { readonly example?: string | number }, unit: Unit | null): Typed {
  if (cell === null || cell === undefined || (typeof cell === "string" && cell.trim() === "")) return NOTHING;
  if (parseNumber(cell).kind === "error") return { value: null, kind: "error" };
  if (fact.kind === "yesNo") return yesNo(cell, fact);
  if (fact.kind === "level") return level(cell);
  if (fact.kind === "year") return year(cell);
  return fact.kind === "text" ? date(cell) : amount(cell, fact, unit);
}

const YES = /^(?:是|有|对|√|✓|✔|☑|y|yes|true|1|达标|符合|已建立|建立|达到|存在)$/;
const NO = /^(?:否|无|没有|不是|×|✗|✘|x|n|no|false|0|不达标|未达标|不符合|未建立|未达到|不存在|未发生|未发现)$/;
/** Words that say how good something is answer no question whether something exists (是否存在重点班：不达标). */
const VALUED = /达标|符合|建立|达到|^对$/;
/** Words that say that something is there or not answer no sentence that says itself that it is not (无重大安全责任事故：无). */
const EXISTING = /^(?:有|无|没有|存在|不存在|未发生|未发现)$/;
const ASKS_EXISTENCE = /是否存在/;
const DENIES = /^(?:是否)?无|年无/;
/** One of two printed choices marked, before the word (□是 ☑否) or after it (是□ 否☑); anything else may be either. */
const CHOICES: readonly (readonly [value: 0 | 1, words: RegExp])[] = [
  [1, /^m[是有]b?[否无]$|^[是有]m[否无]b$/],
  [0, /^b[是有]m[否无]$|^[是有]b?[否无]m$/],
];

function choice(text: string): 0 | 1 | undefined {
  const marks = text.replace(/[☑√✓✔■☒]/g, "m").replace(/[□☐○]/g, "b");
  return CHOICES.find(([, words]) => words.test(marks))?.[0];
}

function yesNo(cell: Cell, { term }: Pick<Fact, "term">): Typed {
  const text = plain(String(cell)).replace(/[()。.]/g, "");
  const marked = choice(text);
  if (marked !== undefined) return { value: marked, kind: "number" };
  if ((ASKS_EXISTENCE.test(term) && VALUED.test(text)) || (DENIES.test(term) && EXISTING.test(text))) return WORDS;
  if (YES.test(text)) return { value: 1, kind: "number" };
  if (NO.test(text)) return { value: 0, kind: "number" };
  return parseNumber(cell).kind === "mark" ? { value: null, kind: "mark" } : WORDS;
}

const LEVELS: readonly RegExp[] = [/^(?:i|1|一)$/, /^(?:ii|2|二)$/, /^(?:iii|3|三)$/, /^(?:iv|4|四)$/];

function level(cell: Cell): Typed {
  const text = plain(String(cell)).replace(/^第/, "").replace(/级?(?:及?以上)?$/, "");
  const found = LEVELS.findIndex((words) => words.test(text));
  if (found >= 0) return { value: found + 1, kind: "number" };
  return parseNumber(cell).kind === "mark" ? { value: null, kind: "mark" } : WORDS;
}

/** Days from 1899-12-30, as Excel counts them, of any date a form may name. */
const SERIALS = { least: 20000, most: 80000 };
/** Excel's day of 0000-03-01, from which years are counted so that the leap day comes last. */
const FIRST_OF_MARCH = -693899;
const DAYS = { fourCenturies: 146097, century: 36524, fourYears: 1460, year: 365 };

function year(cell: Cell): Typed {
  const dated = typeof cell === "number" ? fromSerial(cell) : null;
  if (dated) return { value: dated.year, kind: "number", written: String(cell) };
  const years = new Set(plain(String(cell)).match(/(?:19|20)\d\d(?!\d)/g) ?? []);
  const [only] = years;
  if (years.size !== 1 || only === undefined) return parseNumber(cell).kind === "mark" ? { value: null, kind: "mark" } : WORDS;
  return typeof cell === "number" ? { value: cell, kind: "number" } : { value: Number(only), kind: "textNumber" };
}

/** A date as one number, 20250901, with its wording kept. */
function date(cell: Cell): Typed {
  const dated = typeof cell === "number" ? fromSerial(cell) : fromText(String(cell));
  if (!dated) return parseNumber(cell).kind === "mark" ? { value: null, kind: "mark" } : WORDS;
  return { value: dated.year * 1e4 + dated.month * 100 + dated.day, kind: "number", written: typeof cell === "number" ? dated.text : tidy(String(cell)) };
}

interface Dated {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly text: string;
}

function fromSerial(serial: number): Dated | null {
  if (!(serial >= SERIALS.least && serial <= SERIALS.most)) return null;
  const { year: y, month: m, day: d } = calendar(Math.floor(serial) - FIRST_OF_MARCH);
  return { year: y, month: m, day: d, text: `${String(y)}年${String(m)}月${String(d)}日` };
}

/** The Gregorian date of a day counted from 0000-03-01; no clock is needed for it. */
function calendar(days: number): { readonly year: number; readonly month: number; readonly day: number } {
  const era = Math.floor(days / DAYS.fourCenturies);
  const inEra = days - era * DAYS.fourCenturies;
  const years = Math.floor((inEra - Math.floor(inEra / DAYS.fourYears) + Math.floor(inEra / DAYS.century) - Math.floor(inEra / (DAYS.fourCenturies - 1))) / DAYS.year);
  const inYear = inEra - (DAYS.year * years + Math.floor(years / 4) - Math.floor(years / 100));
  const shifted = Math.floor((5 * inYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return { year: years + era * 400 + (month <= 2 ? 1 : 0), month, day: inYear - Math.floor((153 * shifted + 2) / 5) + 1 };
}

const DATE = /((?:19|20)\d\d)[年./-](\d{1,2})(?:[月./-](\d{1,2})?日?)?/;

/** The date a text names, a month's as its first day; `null` when it names none. */
export function fromText(text: string): Dated | null {
  const match = DATE.exec(plain(text));
  const month = Number(match?.[2]);
  const day = Number(match?.[3] ?? 1);
  return match && month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { year: Number(match[1]), month, day, text: tidy(text) } : null;
}

/** Per cent or part of one: a value on the other side of 1 than the fact's example may be meant otherwise. */
function amount(cell: Cell, fact: Fact & { readonly example?: string | number }, unit: Unit | null): Typed {
  const parsed = parseNumber(cell);
  if (parsed.value === null) return { value: null, kind: parsed.kind };
  const own = unitOf(fact.unit);
  const given = parsed.unit ?? unit;
  const share = fact.kind === "ratio" && own === null;
  if (given?.kind === "percent" && share) return { value: hundredth(parsed.value), kind: parsed.kind, written: `${String(parsed.value)} %` };
  if (!fits(given, own)) return WORDS;
  const value = own && given?.kind === own.kind ? scaled(parsed.value, given.factor / own.factor) : parsed.value;
  const typed: Typed = { value, kind: parsed.kind, ...(value !== parsed.value && given ? { written: `${String(parsed.value)} ${given.written}` } : {}) };
  const usual = Number(fact.example ?? NaN);
  if (share && value >= 1 && usual < 1) return { ...typed, doubt: { other: hundredth(value) } };
  if (fact.unit === "%" && parsed.unit === null && value > 0 && value <= 1 && usual > 1) return { ...typed, doubt: { other: scaled(value, 100) } };
  return typed;
}

/** Things are counted in many words (所, 份, 级); money, area and per cent only in their own. */
function fits(given: Unit | null, own: Unit | null): boolean {
  if (given === null || given.kind === own?.kind) return true;
  const strict = ["money", "area", "percent"];
  return !strict.includes(given.kind) && (own === null || !strict.includes(own.kind));
}

const hundredth = (value: number) => value / 100;
/** Without the binary noise of a decimal factor. */
const scaled = (value: number, factor: number) => (factor === 1 ? value : Number((value * factor).toPrecision(15)));
