import type { Answers, Problem } from "./model";
import { answerKey, yesOrNo } from "./answers";
import { kindOf, type Column } from "./columns";
import { looksLikeSchool } from "./names";
import { problem, someOf } from "./problems";
import { TOWN, type DataRow } from "./row-kinds";
import { cellAt, type RawTable } from "./tables";
import { plain } from "./text";

/** Rows of figures that may be sums of schools without saying so (未注明的小计). */
export interface Subtotals {
  /** Rows left out. */
  readonly sums: ReadonlySet<number>;
  /** Rows somebody has to decide about. */
  readonly doubtful: ReadonlySet<number>;
  readonly problems: readonly Problem[];
}

/** So many columns must agree before chance is out of the question. */
const FEWEST = 3;
/** Schools whose row may hold those of the schools below them. */
const MAY_HOLD_OTHERS = /(?:中心校|总校|教育集团|中心学校)$/;

/**
 * Finds rows named by a 乡镇, or by no school at all, whose figures are the sums of the rows below, above or of all: left
 * out when every figure agrees, asked when only most do or the name could be a school's (R16: never both).
 */
export function findSubtotals(table: RawTable, rows: readonly DataRow[], columns: readonly Column[], answers: Answers): Subtotals {
  const sums = new Set<number>();
  const doubtful = new Set<number>();
  const problems: Problem[] = [];
  const found: DataRow[] = [];
  const amounts = columns.filter(({ fact, source, withheld }) => fact !== null && (withheld === null || source === "answered") && kindOf(fact)?.ratio === false);
  const isHead = rows.map(({ name }) => TOWN.test(plain(name)) || MAY_HOLD_OTHERS.test(plain(name)) || !looksLikeSchool(name));
  const all = amounts.map(({ series: { values } }) => values.reduce((sum, value, at) => sum + (isHead[at] === true ? 0 : value || 0), 0));
  rows.forEach((row, i) => {
    if (isHead[i] !== true || table.origins) return;
    const said = yesOrNo(answers, answerKey.subtotal(plain(row.name)), "confirmed");
    const verdict = said === null ? judgeRow(row, i, isHead, all, amounts) : said ? "sum" : "school";
    if (verdict === "sum") {
      sums.add(row.row);
      if (said === null) found.push(row);
    } else if (verdict === "doubt") {
      doubtful.add(row.row);
      problems.push(ask(table, row));
    }
  });
  if (found[0]) problems.unshift(tell(table, found, found[0]));
  return { sums, doubtful, problems };
}

function judgeRow(row: DataRow, i: number, isHead: readonly boolean[], all: readonly number[], amounts: readonly Column[]): "sum" | "doubt" | "school" {
  const name = plain(row.name);
  const holder = MAY_HOLD_OTHERS.test(name);
  const town = TOWN.test(name) && !holder;
  const agreements = [...runs(i, 1, isHead, amounts), ...runs(i, -1, isHead, amounts), compare(i, all, isHead.length, amounts)];
  if (agreements.some(({ count, equal, differ }) => equal >= FEWEST && differ === 0 && (count > 1 || town))) return holder ? "doubt" : "sum";
  return town || agreements.some(({ count, equal, differ }) => count > 1 && equal >= FEWEST && equal > 2 * differ) ? "doubt" : "school";
}

interface Agreement {
  /** How many rows were added up. */
  readonly count: number;
  /** Columns whose sum is the row's figure, and columns whose sum is not. */
  readonly equal: number;
  readonly differ: number;
}

/** Compares a row with the sums of the next one, two, three … rows below or above it, up to the next row of its kind. */
function runs(i: number, step: 1 | -1, isHead: readonly boolean[], amounts: readonly Column[]): Agreement[] {
  const found: Agreement[] = [];
  const sums = amounts.map(() => 0);
  for (let at = i + step; isHead[at] === false; at += step) {
    amounts.forEach(({ series }, k) => { sums[k] = (sums[k] ?? 0) + (series.values[at] || 0); });
    found.push(compare(i, sums, Math.abs(at - i), amounts));
  }
  return found;
}

function compare(i: number, sums: readonly number[], count: number, amounts: readonly Column[]): Agreement {
  let equal = 0;
  let differ = 0;
  amounts.forEach(({ series }, k) => {
    const own = series.values[i] ?? NaN;
    const sum = sums[k] ?? 0;
    if (Number.isNaN(own) || (own === 0 && sum === 0)) return;
    if (Math.abs(own - sum) <= 1e-6 * Math.max(1, Math.abs(sum))) equal += 1;
    else differ += 1;
  });
  return { count, equal, differ };
}

function tell(table: RawTable, found: readonly DataRow[], first: DataRow): Problem {
  const names = found.map(({ row, name }) => `第 ${String(cellAt(table, row, table.nameColumn).row + 1)} 行“${name}”`);
  return problem("subtotals-found", cellAt(table, first.row, table.nameColumn), `${someOf(names)}的各项数等于若干学校之和，按小计处理，未作为学校读取`, "若其中有学校，请把名称写成学校全称", { severity: "info" });
}

function ask(table: RawTable, { row, name }: DataRow): Problem {
  const choices = [{ label: "是小计，不作为学校", answer: { kind: "confirmed" as const, value: true } }, { label: "是学校", answer: { kind: "confirmed" as const, value: false } }];
  return problem("maybe-subtotal", cellAt(table, row, table.nameColumn), `“${name}”可能是几所学校的小计，也可能是一所学校`, "请确认；确认前该行为“数据不足”", { question: { key: answerKey.subtotal(plain(name)), choices } });
}
