import type { Comparison, OwnTarget } from "../engine";
import { isBlank, type Cell } from "../grid/block";
import { parseNumber } from "./numbers";
import { ownText, type OwnColumn, type OwnColumns } from "./own-columns";
import { plain, unitOf } from "./text";

/** One row under those headings, and where to say what is wrong with it. */
export interface OwnRow {
  readonly cells: readonly Cell[];
  readonly columns: OwnColumns;
  readonly tell: (column: OwnColumn, text: string, remedy: string, severity?: "error" | "warning") => void;
}

export function cellOf({ cells, columns }: OwnRow, column: OwnColumn): Cell {
  return cells[columns.get(column) ?? -1] ?? null;
}

export function textOf({ cells, columns }: OwnRow, column: OwnColumn): string {
  return ownText(cells, columns, column);
}

const COMPARISONS: readonly (readonly [Comparison, RegExp])[] = [
  ["atLeast", /^(不低于|不少于|不小于|达到|≥|>=)/], ["atMost", /^(不超过|不高于|不大于|≤|<=)/], ["below", /^(低于|小于|<)/],
];

/** How a value is compared with the line: as written, which must fit the indicator; else as the indicator has it. `null` after telling. */
export function comparisonOf(row: OwnRow, target: Pick<OwnTarget, "comparison"> | null): Comparison | null {
  const text = plain(textOf(row, "comparison"));
  if (text === "") return target?.comparison ?? "atLeast";
  const found = COMPARISONS.find(([, words]) => words.test(text))?.[0];
  if (found && (target === null || found === target.comparison)) return found;
  row.tell("comparison", found ? `这项指标不能用“${text}”比较` : `“${text}”不是比较方式`, target ? "请删去，按国家标准的方向比较" : "请写不低于、不超过或低于");
  return null;
}

/** What a figure in the row is multiplied by to be in the indicator's unit. `null` after telling. */
export function unitFactor(row: OwnRow, unit: string): number | null {
  const written = textOf(row, "unit");
  const [own, wanted] = [unitOf(written), unitOf(unit)];
  if (written === "" || plain(written) === plain(unit)) return 1;
  if (own && wanted && own.kind === wanted.kind) return own.factor / wanted.factor;
  row.tell("unit", `单位“${written}”与这项指标的单位“${unit === "" ? "无" : unit}”不符`, "请改成指标的单位");
  return null;
}

/** The number of a line; `undefined` when blank, `null` after telling why it cannot be one. */
export function lineOf(row: OwnRow, column: "primary" | "junior" | "all", unit: string, factor: number, comparison: Comparison): number | null | undefined {
  const cell = cellOf(row, column);
  if (isBlank(cell)) return undefined;
  const { kind, value, unit: own } = parseNumber(cell);
  const wrong = (text: string, remedy: string): null => (row.tell(column, text, remedy), null);
  if (value === null || (own && own.kind !== unitOf(unit)?.kind)) return wrong(`“${String(cell)}”不是这项指标的数`, "请只写数，单位和比较方式写在各自的列里");
  const isShare = unit === "%" && kind === "number" && value > 0 && value <= 1;
  const line = isShare ? value * 100 : value * (own ? own.factor : factor);
  if (line < 0 || (line === 0 && comparison !== "atMost")) return wrong(`标准不能是 ${String(value)}`, "请改正，不用这条线请留空");
  if (unit === "%" && line > 100) return wrong(`标准 ${String(value)}% 大于 100%`, "请改正");
  if (isShare) row.tell(column, `${String(value)} 按 ${String(Math.round(line * 1e9) / 1e9)}% 读`, "如不对，请写成百分数的数字", "warning");
  return Math.round(line * 1e9) / 1e9;
}

/** The names most like a word, for telling what may have been meant. */
export function nearest(word: string, names: readonly string[]): string {
  const letters = [...plain(word)];
  const likeness = (name: string): number => Number(plain(name).startsWith(plain(word))) + letters.filter((letter) => plain(name).includes(letter)).length / Math.max(letters.length, name.length);
  return [...new Set(names)].sort((a, b) => likeness(b) - likeness(a)).slice(0, 3).join("、");
}
