import { comparedPlaces, layoutOf, plainFormula, resolve, STAGES, targetOf, type Judgement, type Layout, type Part, type PlainForm, type Resolution, type School, type Source, type Stage } from "../../engine";
import type { Indicator, Standard } from "../../engine/standard";
import type { CellFinder, Spot } from "./cells";
import { slot, type Demanding, type Ref, type Spec, type Template } from "./spec";

/** One coloured cell and what colours it. */
export interface Coloured {
  readonly spot: Spot;
  readonly spec: Spec;
}

/** One indicator of one stage of a school. */
interface Task {
  readonly school: School;
  readonly layout: Layout;
  readonly judgement: Judgement;
  readonly standard: Standard;
  readonly cells: CellFinder;
  readonly index: number;
  readonly indicator: Indicator;
  readonly stage: Stage;
  readonly held: boolean;
  readonly found: Resolution;
}

const OPEN: Spec = { kind: "open" };

/** Cells to colour for one school: for each indicator its raw figures, or the ratio where there is nothing else. */
export function colouredCells(school: School, rows: ReadonlyMap<Stage, number>, judgement: Judgement, standard: Standard, cells: CellFinder): Coloured[] {
  const layout = layoutOf(school, standard);
  const taken = new Map<string, Coloured>();
  standard.indicators.forEach((indicator, index) => {
    const tasks = layout.rows.map((stage): Task => {
      const held = judgement.table.held[rows.get(stage) ?? -1] === 1;
      return { school, layout, judgement, standard, cells, index, indicator, stage, held, found: resolve(school, layout, stage, indicator, judgement.switches) };
    });
    for (const task of tasks) {
      if (!rows.has(task.stage)) continue;
      for (const one of taskCells(task, tasks)) {
        const key = `${one.spot.sheet}!${String(one.spot.row)},${String(one.spot.column)}`;
        if (!taken.has(key)) taken.set(key, one);
      }
    }
  });
  return [...taken.values()];
}

/** What settles one indicator of one stage, read from a cell at `spot`: for formulas beside the table. */
export function stageSpecs(school: School, stage: Stage, isHeld: boolean, judgement: Judgement, standard: Standard, cells: CellFinder, spot: Spot): Spec[] {
  const layout = layoutOf(school, standard);
  return standard.indicators.map((indicator, index) => {
    const found = resolve(school, layout, stage, indicator, judgement.switches);
    const task: Task = { school, layout, judgement, standard, cells, index, indicator, stage, held: isHeld, found };
    if (usesRatio(found)) return ratioSpec(task, spot);
    return isOpen(task) ? OPEN : valueSpec(task, spot, null);
  });
}

/** Cells of a school whose stage nothing settles (R12): 数据不足, whatever they hold. */
export function unsettledCells(school: School, standard: Standard, cells: CellFinder): Coloured[] {
  const terms = standard.indicators.flatMap(({ formula }) => formula.ways.flatMap((way) => way.terms)).filter((term) => term.sign > 0);
  const figures = [...new Set(terms.map((term) => term.fact))].flatMap((fact) => Object.values(school.figures[fact] ?? {}));
  return figures.flatMap((figure) => {
    const spot = cells.spot(figure);
    return spot ? [{ spot, spec: OPEN }] : [];
  });
}

function taskCells(task: Task, all: readonly Task[]): Coloured[] {
  const { found, cells } = task;
  if (usesRatio(found)) {
    const spot = cells.spot(found.ratio);
    return spot ? [{ spot, spec: ratioSpec(task, spot) }] : [];
  }
  // What is only subtracted has its colour from where it is added.
  return found.sources.filter((source) => source.term.sign > 0).flatMap((source) => {
    const spot = cells.spot(source.figure);
    const spec = spot && amountSpec(task, all, source, spot);
    return spec ? [{ spot, spec }] : [];
  });
}

function usesRatio({ amount, certain, ratio, sources }: Resolution): boolean {
  if (!Number.isNaN(amount) || certain !== null || ratio === undefined) return false;
  return ratio.value !== null || sources.every((source) => source.figure === undefined);
}

function ratioSpec(task: Task, spot: Spot): Spec {
  const { ratio } = task.found;
  const fact = task.indicator.formula.ratio;
  const ref = task.cells.ref(ratio, fact, task.school.figures[fact]?.[task.stage] === ratio ? task.stage : "school", spot);
  if (!ref || task.held || task.cells.isDoubtful(ratio)) return OPEN;
  return { kind: "ratio", ...lines(task), ref, printed: ref.factor === 1 };
}

function lines({ indicator, stage, standard, judgement }: Task): { line: number; floor: number; places: number } {
  return { line: indicator.lines[stage], floor: targetOf(indicator, stage, standard, "floor"), places: comparedPlaces(indicator, judgement.switches) };
}

/** `null` when two stages read the cell in ways that one rule cannot tell; such a cell stays plain. */
function amountSpec(task: Task, all: readonly Task[], source: Source, spot: Spot): Spec | null {
  const mate = all.find((other) => other !== task && other.found.sources.some((one) => one.figure === source.figure));
  if (isOpen(task) || (mate && isOpen(mate))) return OPEN;
  if (!mate) return valueSpec(task, spot, null);
  if (!isDivided(task) || !isDivided(mate)) return null;
  const [demanding, other] = demand(task) >= demand(mate) ? [task, mate] : [mate, task];
  return valueSpec(demanding, spot, other);
}

/** A question is not answered, or the sheet does not give the stage's own figure (R13). */
function isOpen(task: Task): boolean {
  if (task.found.sources.some(({ trouble }) => trouble === "needsStage" || trouble === "otherStageOnly")) return true;
  const figures = [...task.found.sources.map((source) => source.figure), ...task.layout.parts.map((part) => part.figure)];
  return task.held || figures.some(task.cells.isDoubtful);
}

function isDivided(task: Task): boolean {
  return task.found.sources.every((source) => source.division !== null);
}

/** What a pupil asks for, in weighted terms: the stage that asks more decides for a shared resource (R8). */
function demand(task: Task): number {
  return task.indicator.lines[task.stage] / weightOf(task);
}

/** Weight of one pupil: the standard's, or 1 for teachers shared by pupils (R13). */
function weightOf({ indicator, layout, stage }: Task): number {
  return indicator.formula.split ? (layout.parts.find((part) => part.scope === stage)?.weight ?? Number.NaN) : 1;
}

function valueSpec(task: Task, spot: Spot, other: Task | null): Spec {
  const { value, form } = template(task, spot);
  if (!form) return OPEN;
  const certain = task.indicator.formula.atLeast;
  const facts = task.found.sources.map((source) => source.term.fact);
  const isSpare = (fact: string): boolean => certain !== undefined && facts.includes(certain) && fact !== certain;
  const added = new Set(task.found.sources.filter((source) => source.term.sign > 0).map((source) => source.term.fact));
  const spare = form.reads.filter((read) => added.has(read.fact) && isSpare(read.fact)).map((read) => slotIndex(read.ref));
  return { kind: "amount", ...lines(task), value, demanding: other && demandingOf(task, other, form), spare, partOnly: form.partial };
}

/** The indicator's plain Excel form with slots for its cells. */
function template(task: Task, spot: Spot): { value: Template; form: PlainForm | null } {
  const refs: Ref[] = [];
  const form = plainFormula(task.school, task.stage, task.index, task.standard, (fact, scope) => {
    const part = (one: Part): boolean => one.fromWhole ? scope === "school" : one.scope === scope;
    const figure = fact === "students" ? task.layout.parts.find(part)?.figure : task.school.figures[fact]?.[scope];
    const ref = task.cells.ref(figure, fact, scope, spot);
    return ref && slot(refs.push(ref) - 1);
  }, task.judgement.switches);
  return { value: { text: form?.value ?? "", refs }, form };
}

function slotIndex(text: string): number {
  return Number(text.slice(1, -1));
}

function demandingOf(task: Task, other: Task, form: PlainForm): Demanding | null {
  const [over, under] = [[lines(task).line, weightOf(other)], [lines(other).line, weightOf(task)]];
  const product = (factors: readonly number[]): number => factors.reduce((all, one) => all * one, 1);
  const students = form.positive[0];
  if (students === undefined || Math.abs(product(over) - product(under)) < 1e-12) return null;
  const scale = over.filter((factor) => factor !== 1).join("*") + under.filter((factor) => factor !== 1).map((factor) => `/${String(factor)}`).join("");
  return { students: slotIndex(students), scale: scale.startsWith("/") || scale === "" ? `1${scale}` : scale };
}

/** Rows of the judged table by school, and by stage within a school. */
export function rowsBySchool(judgement: Judgement): Map<School, Map<Stage, number>> {
  const schools = new Map<School, Map<Stage, number>>();
  judgement.table.schools.forEach((school, row) => {
    const stage = STAGES[judgement.table.stage[row] ?? -1];
    if (stage === undefined) return;
    const rows = schools.get(school) ?? new Map<Stage, number>();
    rows.set(stage, row);
    schools.set(school, rows);
  });
  return schools;
}
