import { columnLetters, quoteSheet } from "../../grid/address";
import { HIGHLIGHT_MARKER, type HighlightRule } from "../sheet-plan";
import { fill, slot, type AmountSpec, type RatioSpec, type Ref, type Spec, type Template } from "./spec";

/** Excel refuses longer formulas in a conditional format. */
export const LONGEST_FORMULA = 255;

type RuleVerdict = HighlightRule["verdict"];
export type RuleFormulas = Readonly<Partial<Record<RuleVerdict, string>>>;

/** How carefully a formula reads its cells. */
interface Style {
  /** The number in a cell; an error when there is none. */
  readonly number: (cell: string) => string;
  /** Whether negative figures become errors, for the engine takes them for missing. */
  readonly guarded: boolean;
}

// A blank becomes "E0" and any other text "…E0", which is no number: an error, never 0. "E0" also keeps dates and times out.
const asText = (cell: string): string => `VALUE(SUBSTITUTE(TRIM(${cell}),",","")&"E0")`;
const careful = (cell: string): string => `IF(ISNUMBER(${cell}),${cell},${asText(cell)})`;
const bare = (cell: string): string => `VALUE(${cell}&"E0")`;

const CAREFUL: Style = { number: careful, guarded: true };
/** From the most to the least careful; the first whose longest formula fits is taken. */
const STYLES: readonly Style[] = [CAREFUL, ...[careful, asText, bare].flatMap((number) => [{ number, guarded: true }, { number, guarded: false }])];

/**
 * Formulas of one cell's rules, one per verdict and never two true at once, for the cell in `row` (R8). `null` when even
 * the shortest form is too long for a conditional format.
 */
export function ruleFormulas(spec: Spec, row: number): RuleFormulas | null {
  for (const style of STYLES) {
    const formulas = formulasIn(spec, row, style);
    if (Object.values(formulas).every((formula) => formula.length <= LONGEST_FORMULA)) return formulas;
  }
  return null;
}

/** The tests of one spec without the marker, for a formula in a cell, which may be long. Each is true, false or an error. */
export function verdictTests(spec: Spec, row: number): Tests {
  return spec.kind === "open" ? {} : spec.kind === "ratio" ? ratioTests(spec, row, CAREFUL) : amountTests(spec, row, CAREFUL);
}

function formulasIn(spec: Spec, row: number, style: Style): RuleFormulas {
  if (spec.kind === "open") return { undetermined: `=${HIGHLIGHT_MARKER}` };
  const tests = spec.kind === "ratio" ? ratioTests(spec, row, style) : amountTests(spec, row, style);
  return Object.fromEntries(Object.entries(tests).map(([verdict, test]) => [verdict, `=AND(${HIGHLIGHT_MARKER},${test})`]));
}

type Tests = Partial<Record<RuleVerdict, string>>;

/** R4: both sides rounded to nine places. INT(x/a)=0 says 0 ≤ x < a and writes x once. */
function lineTests(value: string, line: number, floor: number): Tests & { met: string } {
  const rounded = `ROUND(${value},9)`;
  return {
    unmet: `INT(${rounded}/${text(floor)})=0`,
    undetermined: `ISERROR(SQRT(${value}))`,
    floor: `INT((${rounded}-${text(floor)})/(${text(line)}-${text(floor)}))=0`,
    met: `${rounded}>=${text(line)}`,
  };
}

function amountTests(spec: AmountSpec, row: number, style: Style): Tests {
  const { line, floor, value, demanding, spare, partOnly } = spec;
  const pupils = demanding && value.refs[demanding.students];
  const scale = pupils ? `*IF(VALUE(${cellText(pupils, row)}),1,${demanding.scale})` : "";
  const tests = lineTests(filled(value, spare, row, style, false) + scale, line, floor);
  const certain = lineTests(filled(value, spare, row, style, true) + scale, line, floor).met;
  if (partOnly) return { undetermined: `NOT(IFERROR(${certain},FALSE))`, met: certain };
  if (spare.length === 0) return tests;
  const known = spare.flatMap((index) => value.refs[index] ?? []).map((ref) => `ISNUMBER(${style.number(cellText(ref, row))})`);
  return { ...tests, undetermined: `IFERROR((${certain})+${known.join("*")},0)=0`, met: certain };
}

const NEAR = 1e-8;

function ratioTests({ line, floor, ref, printed }: RatioSpec, row: number, style: Style): Tests {
  const value = number(ref, row, style);
  if (!printed) return lineTests(value, line, floor);
  const cell = cellText(ref, row);
  const half = `10^-MAX(0,LEN(${cell})-FIND(".",${cell}&"."))/2`;
  return {
    unmet: `${value}>=0,${value}+${half}<${text(floor - NEAR)}`,
    undetermined: `IFERROR(MIN(ABS(${value}-${text(floor)}),ABS(${value}-${text(line)}))-${half},0)<=${text(NEAR)}`,
    floor: `${value}-${half}>${text(floor + NEAR)},${value}+${half}<${text(line - NEAR)}`,
    met: `${value}-${half}>${text(line + NEAR)}`,
  };
}

/** The value spelled out; with `certain`, spare figures that are missing count nothing. */
function filled(value: Template, spare: readonly number[], row: number, style: Style, certain: boolean): string {
  const spelled = fill(value, (ref, index) => (certain && spare.includes(index) ? `IFERROR(${number(ref, row, style)},0)` : number(ref, row, style)));
  if (!style.guarded) return spelled;
  const cells = value.refs.filter((_, index) => !spare.includes(index) && value.text.includes(slot(index))).map((ref) => cellText(ref, row));
  return `${spelled}/(MIN(${[...new Set(cells)].join(",")})>=0)`;
}

function number(ref: Ref, row: number, style: Style): string {
  const cell = cellText(ref, row);
  const figure = style.number(cell) + (ref.factor === 1 ? "" : `*${text(ref.factor)}`);
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
