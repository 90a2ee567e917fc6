import { schoolNeed, STAGES, type Indicator, type School, type Stage } from "../engine";
import { gapFigure, gapUnit, type ReportContext } from "../workbook";
import { verdictAt } from "./texts";

/** What a county lacks in one indicator (缺口): school-stages below the line, and what their schools need to reach it. */
export interface Need {
  readonly indicator: Indicator;
  /** School-stages below the line, those at 85 % included. */
  readonly below: Readonly<Record<Stage, number>>;
  readonly undetermined: number;
  /** In `unit`, each school rounded up once (R23, R24) and then added. */
  readonly amount: number;
  readonly unit: string;
  readonly schools: readonly { readonly name: string; readonly amount: number }[];
  /** Schools that fall short by what cannot be said, for a figure of theirs is missing. */
  readonly unknown: number;
}

/** The needs of a county, one an indicator. Never added over indicators: one teacher may serve several. */
export function needsOf(context: ReportContext): Need[] {
  return context.standard.indicators.map((indicator, k) => needOf(context, indicator, k));
}

function needOf(context: ReportContext, indicator: Indicator, k: number): Need {
  const { judgement, standard } = context;
  const below: Record<Stage, number> = { primary: 0, junior: 0 };
  const short = new Set<School>();
  let undetermined = 0;
  judgement.table.schools.forEach((school, row) => {
    const verdict = verdictAt(judgement.codes[k], row);
    if (verdict === "undetermined") undetermined += 1;
    if (verdict !== "unmet" && verdict !== "floor") return;
    below[STAGES[judgement.table.stage[row] ?? 0] ?? "primary"] += 1;
    short.add(school);
  });
  const needs = [...short].map((school) => ({ name: school.name, need: schoolNeed(school, k, standard, "line", judgement.switches) }));
  const schools = needs.flatMap(({ name, need }) => (need === null || need <= 0 ? [] : [{ name, amount: gapFigure(need, indicator) }]));
  const places = gapUnit(indicator) === "万元" ? 100 : 1;
  return {
    indicator, below, undetermined, unit: gapUnit(indicator), schools: schools.sort((a, b) => b.amount - a.amount),
    amount: Math.round(schools.reduce((sum, { amount }) => sum + amount, 0) * places) / places,
    unknown: needs.filter(({ need }) => need === null).length,
  };
}
