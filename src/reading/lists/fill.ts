import type { Figure, Figures, School, Scope, Stage } from "../../engine";
import { factById, itemFactById } from "../../standards";
import type { FoundList, Problem } from "../model";
import { problem, someOf } from "../problems";
import { spotOfCell } from "../spots";
import { LIST_TERMS } from "./assign";

/** One figure counted from a list for one school: in one stage, or over the whole school (`null`). */
export interface Count {
  readonly school: number;
  readonly fact: string;
  readonly stage: Stage | null;
  readonly figure: Figure;
  /** The rows it was counted from. */
  readonly cells: readonly string[];
}

export interface Filled {
  readonly schools: readonly School[];
  readonly problems: readonly Problem[];
}

/** More differences than these in one figure are told together. */
const MOST_TOLD = 12;

/** Puts counted figures where the schools' own sheet has none; where it has one that differs, the sheet's is kept and the difference told. */
export function fillIn(schools: readonly School[], counts: readonly Count[], kind: FoundList["kind"]): Filled {
  const filled = [...schools];
  const differences = new Map<string, { readonly cell: string | null; readonly text: string }[]>();
  const taken = new Map<string, string[]>();
  for (const count of counts) {
    const school = filled[count.school];
    if (!school) continue;
    const own = ownFigure(school, count.fact, count.stage);
    if (own && own.value !== null) {
      if (count.figure.value !== null && own.value !== count.figure.value) note(differences, count.fact, { cell: own.cell, text: `“${school.name}”${stageWord(school, count.stage)}${LIST_TERMS[kind]}合计 ${grouped(count.figure.value)} ≠ ${own.cell?.split("!").pop() ?? "表中"} 的 ${grouped(own.value)}` });
      continue;
    }
    filled[count.school] = { ...school, figures: withFigure(school, count) };
    if (count.figure.value !== null) note(taken, count.fact, school.name);
  }
  return { schools: filled, problems: [...[...differences].flatMap(([fact, found]) => tellDifferences(fact, found, kind)), ...tellTaken(taken, counts, kind)] };
}

function note<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

const grouped = (value: number) => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
const stageWord = (school: School, stage: Stage | null) => (stage === null || school.stages.length < 2 ? "" : stage === "primary" ? "小学" : "初中");
export const termOf = (fact: string) => factById(fact)?.term ?? itemFactById(fact)?.term ?? fact;

/** The sheet's own figure for a stage: the stage's, or the school's where it is of one stage; for the whole school the school's or the sum of its stages. */
function ownFigure({ figures, stages }: School, fact: string, stage: Stage | null): Figure | undefined {
  const scopes = figures[fact] ?? {};
  if (stage !== null) return usable(scopes[stage]) ?? (stages.length < 2 ? scopes.school : undefined) ?? scopes[stage];
  if (usable(scopes.school)) return scopes.school;
  const parts = stages.map((own) => scopes[own]);
  if (parts.length === 0 || parts.some((part) => !usable(part))) return scopes.school;
  return { value: parts.reduce((sum, part) => sum + (part?.value ?? 0), 0), cell: parts[0]?.cell ?? null };
}

const usable = (figure: Figure | undefined) => (figure && figure.value !== null ? figure : undefined);

function withFigure({ figures, stages }: School, { fact, stage, figure }: Count): Figures {
  const scope: Scope = stage !== null && (stages.length > 1 || figures[fact]?.[stage] !== undefined) ? stage : "school";
  const own = figures[fact]?.[scope];
  // A counted figure that is missing itself says more than a blank cell of the sheet, but not more than a doubt somebody has to settle.
  const better = figure.value === null && own?.why !== undefined ? own : figure;
  return { ...figures, [fact]: { ...figures[fact], [scope]: better } };
}

function tellDifferences(fact: string, found: readonly { readonly cell: string | null; readonly text: string }[], kind: FoundList["kind"]): Problem[] {
  const remedy = "请核对名册与学校数据表；判定用学校数据表的数";
  const [first] = found;
  if (!first || found.length <= MOST_TOLD) return found.map(({ cell, text }) => problem("list-differs", spotOfCell(cell), `${termOf(fact)}：${text}`, remedy));
  return [problem("list-differs", spotOfCell(first.cell), `${termOf(fact)}：${String(found.length)} 所学校与${LIST_TERMS[kind]}不符，例如${someOf(found.map(({ text }) => text), 5)}`, remedy)];
}

function tellTaken(taken: ReadonlyMap<string, readonly string[]>, counts: readonly Count[], kind: FoundList["kind"]): Problem[] {
  if (taken.size === 0) return [];
  const told = [...taken].map(([fact, names]) => `${termOf(fact)} ${String(new Set(names).size)} 所`).join("、");
  return [problem("list-filled", spotOfCell(counts[0]?.figure.cell ?? null), `学校数据表没有的数由${LIST_TERMS[kind]}清点补齐：${told}`, "如不应采用，请在学校数据表中填写这些数", { severity: "info" })];
}
