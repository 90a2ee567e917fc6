import { STAGES, type Indicator, type Stage } from "../engine";
import { gapsOf, sumsOf, type ReportContext } from "../workbook";
import { verdictAt } from "./texts";

/** What a county lacks in one indicator (缺口): the same sums as 缺口测算表 prints (R23, R24). */
export interface Need {
  readonly indicator: Indicator;
  /** School-stages below the line, those at 85 % included. */
  readonly below: Readonly<Record<Stage, number>>;
  readonly amount: number;
  readonly unit: string;
  /** Those that lack most first. */
  readonly schools: readonly { readonly name: string; readonly amount: number }[];
  /** Gaps whose amount cannot be said, for a figure is missing. */
  readonly unknown: number;
}

/** The needs of a county, one an indicator that some school falls short of. Never added over indicators: one teacher may serve several. */
export function needsOf(context: ReportContext): Need[] {
  const gaps = gapsOf(context);
  const sums = new Map(sumsOf(context, gaps).map((sum) => [sum.measure, sum]));
  return context.standard.indicators.flatMap((indicator, k) => {
    const sum = sums.get(indicator.id);
    if (!sum || sum.count === 0) return [];
    const schools = new Map<string, number>();
    for (const { school, measure, toLine } of gaps) {
      if (measure === indicator.id && toLine !== null) schools.set(school, (schools.get(school) ?? 0) + toLine);
    }
    return [{
      indicator, below: below(context, k), amount: sum.toLine, unit: sum.unit, unknown: sum.open,
      schools: [...schools].map(([name, amount]) => ({ name, amount: Math.round(amount * 100) / 100 })).sort((a, b) => b.amount - a.amount),
    }];
  });
}

function below({ judgement }: ReportContext, k: number): Record<Stage, number> {
  const count: Record<Stage, number> = { primary: 0, junior: 0 };
  for (let row = 0; row < judgement.table.count; row += 1) {
    const verdict = verdictAt(judgement.codes[k], row);
    if (verdict === "unmet" || verdict === "floor") count[STAGES[judgement.table.stage[row] ?? 0] ?? "primary"] += 1;
  }
  return count;
}
