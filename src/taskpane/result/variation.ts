import { shown, type Standard, type StageSummary, type Verdict } from "../../engine";

/** One bar of a stage's 差异系数. */
export interface VariationBar {
  readonly indicator: number;
  readonly name: string;
  readonly term: string;
  readonly verdict: Verdict;
  /** As printed; `null` when not even a provisional figure exists. */
  readonly text: string | null;
  /** 0–1 of the bar's track. */
  readonly length: number;
  readonly provisional: boolean;
  readonly counted: number;
}

/** Bars and the limit's position, on one scale that leaves room beyond the limit. */
export function variationBars(summary: StageSummary, standard: Standard): { readonly bars: readonly VariationBar[]; readonly limitAt: number } {
  const figures = standard.indicators.map((_, k) => summary.variation[k] ?? summary.provisional[k] ?? null);
  const top = Math.max(summary.limit * 1.5, ...figures.map((figure) => (figure ?? 0) * 1.05));
  const bars = standard.indicators.map((indicator, k) => {
    const figure = figures[k] ?? null;
    return {
      indicator: k,
      name: indicator.short[0] ?? indicator.term,
      term: indicator.term,
      verdict: summary.verdicts[k] ?? "undetermined",
      text: figure === null ? null : shown(figure, standard.variationRule.places, [summary.limit]),
      length: (figure ?? 0) / top,
      provisional: (summary.variation[k] ?? null) === null && figure !== null,
      counted: summary.counted[k] ?? 0,
    };
  });
  return { bars, limitAt: summary.limit / top };
}
