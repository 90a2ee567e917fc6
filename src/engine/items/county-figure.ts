import type { FactId, FindingInput, Figure } from "../model";
import { plain } from "../number";
import { factOf } from "./book";
import type { Desk } from "./outcome";
import type { Lack } from "./model";

/** A figure of the county form as a test takes it. */
export interface Typed {
  readonly id: FactId;
  /** NaN when missing or negative. */
  readonly value: number;
  readonly input: FindingInput;
  /** `null` when there is a value. */
  readonly lack: Lack | null;
}

function lackText(term: string, figure: Figure | undefined, hasForm: boolean): string {
  if (!hasForm) return `没有县级填报表，请插入模板并填写“${term}”`;
  if (!figure) return `县级填报表中没有“${term}”一行，请补充`;
  const at = figure.cell ? `（${figure.cell}）` : "";
  if (figure.value !== null) return `县级填报表“${term}”为 ${plain(figure.value)}${at}，请更正`;
  if (figure.why === undefined) return `县级填报表“${term}”未填${at}，请填写`;
  return figure.why.includes(term) ? figure.why : `${term}：${figure.why}`;
}

/** One figure of the county form (县级填报表), with what to do when it is missing. */
export function typed(desk: Desk, id: FactId, isPossible: (value: number) => boolean = (value) => value >= 0): Typed {
  const figure = desk.input.county[id];
  const { term, unit } = factOf(desk, id);
  const value = figure?.value ?? null;
  const usable = value !== null && Number.isFinite(value) && isPossible(value);
  return {
    id,
    value: usable ? value : Number.NaN,
    input: { fact: id, term, unit, value, cell: figure?.cell ?? null },
    lack: usable ? null : { text: lackText(term, figure, desk.input.hasForm), where: "countyForm", fact: id, cell: figure?.cell ?? null },
  };
}

/** `72（县级填报表!D30）`. */
export function cite({ value, input }: Typed): string {
  return `${plain(value)}${input.cell ? `（${input.cell}）` : ""}`;
}

/** The words of typed figures for the form's sentence. */
export function wordsOf(figures: readonly Typed[]): Record<string, number> {
  return Object.fromEntries(figures.filter(({ value }) => value === value).map(({ id, value }) => [id, value]));
}

/** What typed figures lack. */
export function lacksOf(figures: readonly Typed[]): Lack[] {
  return figures.flatMap(({ lack }) => lack ?? []);
}
