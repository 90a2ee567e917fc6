import { quoteSheet } from "../../grid/address";
import { columnLetters } from "../../grid/cell-name";
import { HIGHLIGHT_MARKER, type HighlightRule } from "../sheet-plan";
import { fill, slot, type AmountSpec, type RatioSpec, type Ref, type Spec, type Template } from "./spec";

/** Excel refuses longer formulas in a conditional format. */
export const LONGEST_FORMULA = 255;

type RuleVerdict = HighlightRule["verdict"];
export type RuleFormulas = Readonly<Partial<Record<RuleVerdict, string>>>;

/** How a formula reads the number in a cell: an error when there is none. */
type Reader = (cell: string) => string;

// A blank becomes "E0" and any other text "…E0", which is no number: an error, never 0. "E0" also keeps dates and times out.
const asText: Reader = (cell) => `VALUE(SUBSTITUTE(TRIM(${cell}),",","")&"E0")`;
const careful: Reader = (cell) => `IF(ISNUMBER(${cell}),${cell},${asText(cell)})`;

/** From the most to the least careful about text; the first whose longest formula fits is taken. */
const READERS: readonly Reader[] = [careful, asText, (cell) => `VALUE(TRIM(${cell})&"E0")`, (cell) => `VALUE(${cell}&"E0")`];

/**
 * Formulas of one cell's rules, one per verdict and never two true at once, for the cell in `row` (R8). Where even the
 * shortest form of one is too long for a conditional format, that colour is left out: plain, never wrong.
 */
export function ruleFormulas(spec: Spec, row: number, guard: string | null = null): RuleFormulas {
  const fits = (formula: string): boolean => formula.length <= LONGEST_FORMULA;
  let formulas: RuleFormulas = {};
  for (const read of READERS) {
    formulas = formulasIn(spec, row, read, guard);
    if (Object.values(formulas).every(fits)) return formulas;
  }
  return Object.fromEntries(Object.entries(formulas).filter(([, formula]) => fits(formula)));
}

/** Verdicts of one spec as conditions, without the marker; each is true, false or an error. */
export type Tests = Partial<Record<RuleVerdict, string>>;

/** The tests of one spec for formulas in cells, which may be long: from the most to the least careful about text. */
export function verdictTests(spec: Spec, row: number): Tests[] {
  return READERS.map((read) => testsOf(spec, row, read));
}

function testsOf(spec: Spec, row: number, read: Reader): Tests {
  return spec.kind === "open" ? {} : spec.kind === "ratio" ? ratioTests(spec, row, read) : amountTests(spec, row, read);
}

function formulasIn(spec: Spec, row: number, read: Reader, guard: string | null): RuleFormulas {
  const tests: Tests = spec.kind === "open" ? { undetermined: "TRUE" } : testsOf(spec, row, read);
  return Object.fromEntries(Object.entries(tests).map(([verdict, test]) => [verdict, `=AND(${[HIGHLIGHT_MARKER, guard, test].filter((part) => part !== null).join(",")})`]));
}

/** R4: rounded to nine places, or to the form's under a switch. INT(x/a)=0 says 0 ≤ x < a and writes x once. */
function lineTests(value: string, { line, floor, places }: Pick<AmountSpec, "line" | "floor" | "places">): Tests & { met: string } {
  const rounded = `ROUND(${value},${String(places)})`;
  return {
    unmet: `INT(${rounded}/${text(floor)})=0`,
    undetermined: `ISERROR(SQRT(${value}))`,
    floor: `INT((${rounded}-${text(floor)})/(${text(line)}-${text(floor)}))=0`,
    met: `${rounded}>=${text(line)}`,
  };
}

function amountTests(spec: AmountSpec, row: number, read: Reader): Tests {
  const { value, demanding, spare, partOnly } = spec;
  const pupils = demanding && value.refs[demanding.students];
  const scale = pupils ? `*IF(VALUE(${cellText(pupils, row)}),1,${demanding.scale})` : "";
  const tests = lineTests(filled(value, spare, row, read, false) + scale, spec);
  const certain = lineTests(filled(value, spare, row, read, true) + scale, spec).met;
  if (partOnly) return { undetermined: `NOT(IFERROR(${certain},FALSE))`, met: certain };
  if (spare.length === 0) return tests;
  const known = spare.flatMap((index) => value.refs[index] ?? []).map((ref) => `ISNUMBER(SQRT(TRIM(${cellText(ref, row)})))`);
  return { ...tests, undetermined: `IFERROR((${certain})+${known.join("*")},0)=0`, met: certain };
}

const NEAR = 1e-8;

function ratioTests(spec: RatioSpec, row: number, read: Reader): Tests {
  const { line, floor, ref, printed } = spec;
  const value = number(ref, row, read);
  if (!printed) return lineTests(value, spec);
  const cell = cellText(ref, row);
  const half = `10^-MAX(0,LEN(${cell})-FIND(".",${cell}&"."))/2`;
  return {
    unmet: `${value}>=0,${value}+${half}<${text(floor - NEAR)}`,
    undetermined: `IFERROR(MIN(ABS(${value}-${text(floor)}),ABS(${value}-${text(line)}))-${half},0)<=${text(NEAR)}`,
    floor: `${value}-${half}>${text(floor + NEAR)},${value}+${half}<${text(line - NEAR)}`,
    met: `${value}-${half}>${text(line + NEAR)}`,
  };
}

/**
 * The value spelled out. A negative figure is missing, as the engine takes it: dividing by FALSE makes an error of it.
 * With `certain`, spare figures that are missing count nothing.
 */
function filled(value: Template, spare: readonly number[], row: number, read: Reader, certain: boolean): string {
  const isLoose = (index: number): boolean => certain && spare.includes(index);
  const spelled = fill(value, (ref, index) => (isLoose(index) ? `IFERROR(SQRT(${number(ref, row, read)})^2,0)` : number(ref, row, read)));
  const cells = value.refs.filter((_, index) => !isLoose(index) && value.text.includes(slot(index))).map((ref) => cellText(ref, row));
  return `${spelled}/(MIN(${[...new Set(cells)].join(",")})>=0)`;
}

function number(ref: Ref, row: number, read: Reader): string {
  const cell = cellText(ref, row);
  const figure = read(cell) + (ref.factor === 1 ? "" : `*${text(ref.factor)}`);
  return ref.blankIsZero ? `IF(${cell}="",0,${figure})` : figure;
}

/** `$F7`: fixed column, row relative; the sheet only when it is another one. */
function cellText(ref: Ref, row: number): string {
  const name = `$${columnLetters(ref.column)}${String(row + ref.down + 1)}`;
  return ref.sheet === null ? name : `${quoteSheet(ref.sheet)}!${name}`;
}

/** A number without binary noise and without an exponent. */
function text(value: number): string {
  return value.toFixed(9).replace(/\.?0+$/, "");
}
