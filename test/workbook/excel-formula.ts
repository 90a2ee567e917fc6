import { columnIndex } from "../../src/grid/address";
import type { Cell } from "../../src/grid/block";

/**
 * As much of Excel's formula language as the add-in writes into conditional formats and plain formulas, with Excel's own
 * habits: any text is greater than any number, blank is 0 in arithmetic, an error spoils what it touches.
 */
export type Value = number | string | boolean | null | ExcelError;

export class ExcelError {
  constructor(readonly code: string) {}
}

type Grid = readonly (readonly Value[])[];
type Result = Value | Grid;

/** The cell of a sheet, `null` for the formula's own sheet; rows and columns count from 0. */
export type Lookup = (sheet: string | null, row: number, column: number) => Cell;

interface Context {
  readonly lookup: Lookup;
  readonly down: number;
  readonly right: number;
}

const DIV0 = new ExcelError("#DIV/0!");
const VALUE = new ExcelError("#VALUE!");
const NUM = new ExcelError("#NUM!");

type Token = { readonly kind: "number" | "string" | "name" | "ref" | "op"; readonly text: string };

const TOKEN = /\s*(?:("(?:[^"]|"")*")|((?:'(?:[^']|'')+'!|[\p{L}_][\p{L}\p{N}_.]*!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)(?![\p{L}\p{N}(])|(\d+\.?\d*|\.\d+)|([\p{L}][\p{L}\p{N}.]*)|(<=|>=|<>|[-+*/^&=<>(),]))/uy;

function tokens(formula: string): Token[] {
  const list: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < formula.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(formula);
    if (!match) throw new Error(`cannot read ${formula} at ${String(at)}`);
    const [, text, ref, number, name, op] = match;
    if (text !== undefined) list.push({ kind: "string", text: text.slice(1, -1).replace(/""/g, '"') });
    else if (ref !== undefined) list.push({ kind: "ref", text: ref });
    else if (number !== undefined) list.push({ kind: "number", text: number });
    else if (name !== undefined) list.push({ kind: "name", text: name });
    else list.push({ kind: "op", text: op ?? "" });
  }
  return list;
}

type Node = (context: Context) => Result;

/** What a formula gives in the cell `down` rows and `right` columns from where it was written. */
export function evaluate(formula: string, lookup: Lookup, down = 0, right = 0): Value {
  const result = compiled(formula)({ lookup, down, right });
  return isGrid(result) ? (result[0]?.[0] ?? null) : result;
}

const cache = new Map<string, Node>();

function compiled(formula: string): Node {
  const known = cache.get(formula);
  if (known) return known;
  const parser = new Parser(tokens(formula.replace(/^=/, "")));
  const node = parser.whole();
  cache.set(formula, node);
  return node;
}

const LEVELS: readonly (readonly string[])[] = [["=", "<>", "<", "<=", ">", ">="], ["&"], ["+", "-"], ["*", "/"], ["^"]];

class Parser {
  private at = 0;
  constructor(private readonly list: readonly Token[]) {}

  whole(): Node {
    const node = this.binary(0);
    if (this.at < this.list.length) throw new Error(`left over: ${this.list.slice(this.at).map((one) => one.text).join(" ")}`);
    return node;
  }

  private binary(level: number): Node {
    const operators = LEVELS[level];
    if (!operators) return this.unary();
    let left = this.binary(level + 1);
    for (;;) {
      const token = this.list[this.at];
      if (token?.kind !== "op" || !operators.includes(token.text)) return left;
      this.at++;
      const [first, second, op] = [left, this.binary(level + 1), token.text];
      left = (context) => lift(first(context), second(context), (a, b) => operate(op, a, b));
    }
  }

  private unary(): Node {
    const token = this.list[this.at];
    if (token?.kind === "op" && (token.text === "-" || token.text === "+")) {
      this.at++;
      const inner = this.unary();
      return token.text === "+" ? inner : (context) => lift(inner(context), 0, (a) => operate("-", 0, a));
    }
    return this.primary();
  }

  private primary(): Node {
    const token = this.list[this.at++];
    if (!token) throw new Error("unexpected end");
    if (token.kind === "number") return () => Number(token.text);
    if (token.kind === "string") return () => token.text;
    if (token.kind === "ref") return reference(token.text);
    if (token.kind === "name") return this.named(token.text);
    if (token.text !== "(") throw new Error(`unexpected ${token.text}`);
    const inner = this.binary(0);
    this.take(")");
    return inner;
  }

  private named(name: string): Node {
    if (name === "TRUE" || name === "FALSE") return () => name === "TRUE";
    this.take("(");
    const args: Node[] = [];
    while (this.list[this.at]?.text !== ")" || this.list[this.at]?.kind !== "op") {
      args.push(this.binary(0));
      if (this.list[this.at]?.text === ",") this.at++;
    }
    this.take(")");
    const run = FUNCTIONS[name];
    if (!run) throw new Error(`no function ${name}`);
    return (context) => run(args.map((arg) => () => arg(context)));
  }

  private take(text: string): void {
    if (this.list[this.at++]?.text !== text) throw new Error(`expected ${text}`);
  }
}

function reference(text: string): Node {
  const bang = text.lastIndexOf("!");
  const name = bang < 0 ? null : text.slice(0, bang).replace(/^'|'$/g, "").replace(/''/g, "'");
  const corners = text.slice(bang + 1).split(":").map((corner) => /^(\$?)([A-Z]+)(\$?)(\d+)$/.exec(corner) ?? []);
  return ({ lookup, down, right }) => {
    const points = corners.map(([, fixedColumn, letters = "A", fixedRow, digits = "1"]) => ({
      row: Number(digits) - 1 + (fixedRow === "$" ? 0 : down),
      column: columnIndex(letters) + (fixedColumn === "$" ? 0 : right),
    }));
    const [from, to = from] = points;
    if (!from || !to) throw new Error(text);
    const read = (row: number, column: number): Value => {
      const cell = lookup(name, row, column);
      return typeof cell === "string" && /^#.+[!?A]$/.test(cell) ? new ExcelError(cell) : cell;
    };
    if (corners.length === 1) return read(from.row, from.column);
    return Array.from({ length: to.row - from.row + 1 }, (_, i) => Array.from({ length: to.column - from.column + 1 }, (_x, j) => read(from.row + i, from.column + j)));
  };
}

function isGrid(value: Result): value is Grid {
  return Array.isArray(value);
}

function lift(a: Result, b: Result, run: (a: Value, b: Value) => Value): Result {
  if (!isGrid(a) && !isGrid(b)) return run(a, b);
  const shape = isGrid(a) ? a : (b as Grid);
  const pick = (from: Result, i: number, j: number): Value => (isGrid(from) ? (from[i]?.[j] ?? null) : from);
  return shape.map((row, i) => row.map((_, j) => run(pick(a, i, j), pick(b, i, j))));
}

function operate(op: string, a: Value, b: Value): Value {
  if (a instanceof ExcelError) return a;
  if (b instanceof ExcelError) return b;
  if (op === "&") return asText(a) + asText(b);
  if (["=", "<>", "<", "<=", ">", ">="].includes(op)) return compare(op, a, b);
  const [x, y] = [asNumber(a), asNumber(b)];
  if (x instanceof ExcelError) return x;
  if (y instanceof ExcelError) return y;
  if (op === "/" && y === 0) return DIV0;
  const result = op === "+" ? x + y : op === "-" ? x - y : op === "*" ? x * y : op === "/" ? x / y : x ** y;
  return Number.isFinite(result) ? result : NUM;
}

type Plain = Exclude<Value, ExcelError>;

function compare(op: string, a: Plain, b: Plain): boolean {
  const rank = (value: Plain): number => (typeof value === "number" ? 0 : typeof value === "string" ? 1 : 2);
  const filled = (value: Plain, other: Plain): Plain => (value === null ? (typeof other === "string" ? "" : typeof other === "boolean" ? false : 0) : value);
  const [x, y] = [filled(a, b), filled(b, a)];
  const order = rank(x) !== rank(y) ? rank(x) - rank(y) : typeof x === "string" ? (x.toLowerCase() === String(y).toLowerCase() ? 0 : x.toLowerCase() < String(y).toLowerCase() ? -1 : 1) : Number(x) - Number(y);
  return op === "=" ? order === 0 : op === "<>" ? order !== 0 : op === "<" ? order < 0 : op === "<=" ? order <= 0 : op === ">" ? order > 0 : order >= 0;
}

function asText(value: Value): string {
  if (value instanceof ExcelError) return value.code;
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "number" ? String(Number(value.toPrecision(15))) : String(value);
}

/** Text as Excel's VALUE takes it: a plain number, thousands commas in their places, an exponent, a per-cent sign. */
function asNumber(value: Value): number | ExcelError {
  if (value instanceof ExcelError) return value;
  if (typeof value !== "string") return Number(value);
  const text = value.trim();
  const match = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d*)(\.\d*)?(E[+-]?\d+)?(%?)$/i.exec(text);
  if (!match || (match[2] === "" && (match[3] ?? "").length < 2)) return VALUE;
  return Number(`${match[1] ?? ""}${(match[2] ?? "").replace(/,/g, "")}${match[3] ?? ""}${match[4] ?? ""}`) / (match[5] === "%" ? 100 : 1);
}

type Args = readonly (() => Result)[];
type Run = (args: Args) => Result;

function scalar(args: Args, index: number): Value {
  const value = args[index]?.() ?? null;
  return isGrid(value) ? (value[0]?.[0] ?? null) : value;
}

function numeric(run: (...numbers: number[]) => Value): Run {
  return (args) => {
    const numbers: number[] = [];
    for (let i = 0; i < args.length; i++) {
      const number = asNumber(scalar(args, i));
      if (number instanceof ExcelError) return number;
      numbers.push(number);
    }
    return run(...numbers);
  };
}

/** Numbers of ranges and of values written out; text and blanks in ranges are passed over. */
function collected(args: Args): number[] | ExcelError {
  const numbers: number[] = [];
  for (const value of args.flatMap((arg) => { const one = arg(); return isGrid(one) ? one.flat() : [one]; })) {
    if (value instanceof ExcelError) return value;
    if (typeof value === "number") numbers.push(value);
  }
  return numbers;
}

function over(run: (numbers: readonly number[]) => number): Run {
  return (args) => { const numbers = collected(args); return numbers instanceof ExcelError ? numbers : run(numbers); };
}

function logical(run: (all: readonly boolean[]) => boolean): Run {
  return (args) => {
    const all: boolean[] = [];
    for (let i = 0; i < args.length; i++) {
      const value = scalar(args, i);
      if (value instanceof ExcelError) return value;
      if (typeof value === "string") return VALUE;
      all.push(Boolean(value));
    }
    return run(all);
  };
}

const FUNCTIONS: Readonly<Record<string, Run>> = {
  AND: logical((all) => all.every(Boolean)),
  OR: logical((all) => all.some(Boolean)),
  NOT: logical(([one]) => !one),
  IF: (args) => {
    const test = args[0]?.() ?? null;
    if (isGrid(test)) return lift(lift(test, args[1]?.() ?? null, (a, b) => (a === true ? b : new ExcelError("else"))), args[2]?.() ?? null, (a, b) => (a instanceof ExcelError && a.code === "else" ? b : a));
    if (test instanceof ExcelError) return test;
    const number = asNumber(test);
    if (number instanceof ExcelError) return number;
    return args[number === 0 ? 2 : 1]?.() ?? false;
  },
  IFERROR: (args) => { const value = scalar(args, 0); return value instanceof ExcelError ? (args[1]?.() ?? null) : value; },
  ISNUMBER: (args) => typeof scalar(args, 0) === "number",
  ISERROR: (args) => scalar(args, 0) instanceof ExcelError,
  N: (args) => { const value = scalar(args, 0); return value instanceof ExcelError ? value : typeof value === "string" ? 0 : Number(value); },
  VALUE: (args) => asNumber(scalar(args, 0)),
  TRIM: (args) => { const value = scalar(args, 0); return value instanceof ExcelError ? value : asText(value).trim().replace(/ +/g, " "); },
  SUBSTITUTE: (args) => { const value = scalar(args, 0); return value instanceof ExcelError ? value : asText(value).split(asText(scalar(args, 1))).join(asText(scalar(args, 2))); },
  LEN: (args) => { const value = scalar(args, 0); return value instanceof ExcelError ? value : asText(value).length; },
  FIND: (args) => {
    const [what, where] = [scalar(args, 0), scalar(args, 1)];
    if (where instanceof ExcelError) return where;
    const at = asText(where).indexOf(asText(what));
    return at < 0 ? VALUE : at + 1;
  },
  CHOOSE: (args) => { const index = asNumber(scalar(args, 0)); return index instanceof ExcelError ? index : (args[Math.trunc(index)]?.() ?? VALUE); },
  INT: numeric((x) => Math.floor(x ?? 0)),
  ABS: numeric((x) => Math.abs(x ?? 0)),
  SQRT: numeric((x) => ((x ?? 0) < 0 ? NUM : Math.sqrt(x ?? 0))),
  ROUND: numeric((x, digits) => Math.sign(x ?? 0) * Math.round(Math.abs(x ?? 0) * 10 ** (digits ?? 0)) / 10 ** (digits ?? 0)),
  MIN: over((all) => (all.length === 0 ? 0 : Math.min(...all))),
  MAX: over((all) => (all.length === 0 ? 0 : Math.max(...all))),
  SUM: over((all) => all.reduce((sum, one) => sum + one, 0)),
  COUNT: (args) => { const grid = args[0]?.() ?? null; return (isGrid(grid) ? grid.flat() : [grid]).filter((one) => typeof one === "number").length; },
  ROWS: (args) => { const grid = args[0]?.() ?? null; return isGrid(grid) ? grid.length : 1; },
  SUMPRODUCT: (args) => {
    const grids = args.map((arg) => { const value = arg(); return isGrid(value) ? value : [[value]]; });
    let sum = 0;
    for (let i = 0; i < (grids[0]?.length ?? 0); i++) {
      for (let j = 0; j < (grids[0]?.[i]?.length ?? 0); j++) {
        let product = 1;
        for (const grid of grids) {
          const value = grid[i]?.[j] ?? null;
          if (value instanceof ExcelError) return value;
          product *= typeof value === "number" ? value : 0;
        }
        sum += product;
      }
    }
    return sum;
  },
};
