import { splitAmount } from "../engine";
import { DEFAULT_STANDARD, STANDARDS } from "../standards";
import { plainNumber, single } from "./arguments";
import { indicatorOf, stageOf, standardOf } from "./choices";
import { notAvailable, wrongUse } from "./errors";
import type { Result } from "./result";
import { NO_LINE } from "./verdicts";

type Args = readonly unknown[];

/** A number argument; `null` when blank. */
function amount(argument: unknown, name: string): number | null {
  const given = single(argument, name);
  if (given === null) return null;
  const value = plainNumber(given);
  if (value === null) throw wrongUse(`参数「${name}」是「${String(given)}」，应为数。`);
  if (value < 0) throw wrongUse(`参数「${name}」是负数 ${String(value)}，请改正。`);
  return value;
}

/** SPLIT: the stages' amounts of one resource (拆分), "" for a stage that is not there. */
export function split(args: Args): Result {
  const total = amount(args[0], "全校总量");
  const given = { primary: amount(args[1], "小学部在校生数"), junior: amount(args[2], "初中部在校生数"), senior: amount(args[3], "高中部在校生数") };
  if (total === null) throw notAvailable("数据不足：「全校总量」为空，请补填。");
  const students = Object.fromEntries(Object.entries(given).filter((entry): entry is [string, number] => entry[1] !== null && entry[1] > 0));
  if (Object.keys(students).length === 0) throw notAvailable("数据不足：各学段在校生数都为空，请补填。");
  const parts = splitAmount(total, students, DEFAULT_STANDARD);
  return [[parts.primary ?? "", parts.junior ?? "", parts.senior ?? ""]];
}

/** THRESHOLD: the line of an indicator (达标线). */
export function threshold(args: Args): Result {
  const standard = standardOf(args[2]);
  const indicator = indicatorOf(args[0], standard);
  const stage = stageOf(args[1]);
  if (stage === null) throw wrongUse("参数「学段」没有给出，请写小学或初中。");
  const line = standard.indicators[indicator]?.lines[stage] ?? Number.NaN;
  if (line !== line) throw notAvailable(NO_LINE);
  return line;
}

/** CLAUSE: document number, clause and text (条款). */
export function clause(args: Args): Result {
  const standard = standardOf(args[1]);
  const written = standard.indicators[indicatorOf(args[0], standard)]?.clause;
  return written ? `${written.document} ${written.section}：${written.text}` : "";
}

/** STANDARDS: id, name and document number of every standard known. */
export function standards(): Result {
  return STANDARDS.map((one) => [one.id, one.term, one.document.number]);
}
