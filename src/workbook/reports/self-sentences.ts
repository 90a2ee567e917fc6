import { explain, layoutOf, printed, resolve, STAGE_TERMS, STAGES, VERDICT_TERMS, type Figure, type Stage, type Verdict } from "../../engine";
import { verdictAt } from "./figures";
import type { ReportContext } from "./report";

/** One indicator of one school in one of its stages. */
export interface StageFigure {
  readonly stage: Stage;
  readonly verdict: Verdict;
  /** What the school has: 「教学及辅助用房面积2000㎡、室内体育用房面积100㎡」. */
  readonly has: string;
  /** NaN when missing. */
  readonly value: number;
  readonly missing: readonly string[];
}

const LACK = "缺";

/** One row of the judged table for one indicator. */
export function stageFigure({ judgement, standard, book }: ReportContext, row: number, k: number): StageFigure {
  const { table } = judgement;
  const stage = STAGES[table.stage[row] ?? 0] ?? "primary";
  const verdict = verdictAt(judgement.codes[k], row);
  const [school, indicator] = [table.schools[row], standard.indicators[k]];
  const found = school && indicator ? resolve(school, layoutOf(school, standard), stage, indicator, judgement.switches) : null;
  const own = found === null || found.sources.length > 0 ? (found?.sources ?? []) : [{ term: { fact: indicator?.formula.ratio ?? "" }, figure: found.ratio }];
  return {
    stage, verdict,
    has: own.map(({ term, figure }) => amount(standard.facts.get(term.fact) ?? book.facts.get(term.fact) ?? { term: term.fact, unit: "" }, figure)).join("、"),
    value: judgement.values[k]?.[row] ?? Number.NaN,
    missing: verdict === "undetermined" ? explain(judgement, row, k, standard).missing : [],
  };
}

/** Money is filled in in 万元, as the form asks. */
function amount({ term, unit }: { readonly term: string; readonly unit: string }, figure: Figure | undefined): string {
  if (figure === undefined || figure.value === null) return `${term}${LACK}`;
  const isMoney = unit === "元" && !term.startsWith("生均");
  return `${term}${String(isMoney ? printed(figure.value / 10000, 4) : printed(figure.value, 2))}${isMoney ? "万元" : unit}`;
}

/** 指标值或简要结论 of the school's form: what it has, and what that is per pupil in each stage. */
export function indicatorSentence({ standard }: ReportContext, k: number, figures: readonly StageFigure[]): string {
  const indicator = standard.indicators[k];
  if (indicator === undefined) return "";
  const agree = figures.every(({ has }) => has === figures[0]?.has);
  const has = agree ? (figures[0]?.has ?? "") : `：${figures.map((one) => `${STAGE_TERMS[one.stage]}${one.has}`).join("；")}`;
  const values = figures.map(({ stage, value, verdict }) => {
    const figure = Number.isNaN(value) ? LACK : `${printed(value, indicator.places).toFixed(indicator.places)}${indicator.unit}`;
    return `${STAGE_TERMS[stage]}${figure}${figures.length > 1 ? `（${VERDICT_TERMS[verdict]}）` : ""}`;
  });
  const missing = [...new Set(figures.flatMap((one) => one.missing))];
  return [has === "" ? "" : `学校拥有${has}。`, `${indicator.term}：${values.join("；")}。`, missing.length === 0 ? "" : `${missing.join("；")}。`].join("");
}

/** The worst word of a school's stages; the sentence names each. */
export function worst(figures: readonly StageFigure[]): Verdict {
  const order: readonly Verdict[] = ["unmet", "undetermined", "floor", "met"];
  return order.find((verdict) => figures.some((one) => one.verdict === verdict)) ?? "notApplicable";
}
