import { STAGES, VERDICTS } from "./model";
import type { Judgement, School, Stage, Switches } from "./model";
import { resolve } from "./formula";
import { judgeColumns } from "./judge";
import { clean, reaches, wholeUp } from "./number";
import { amountOf, layoutOf } from "./split";
import type { Layout } from "./split";
import { tabulate } from "./stages";
import type { Indicator, Standard } from "./standard";

/** What a gap is measured to: the line (达标), or the least a school may be left at (85%). */
export type Target = "line" | "floor";

/** One target, or one for each stage (最低补齐 may leave one stage at 85 % and not the other). */
export type Targets = Target | ((stage: Stage) => Target);

function targetFor(targets: Targets, stage: Stage): Target {
  return typeof targets === "function" ? targets(stage) : targets;
}

/** The number a stage's value must reach. */
export function targetOf(indicator: Indicator, stage: Stage, standard: Standard, target: Target): number {
  return target === "line" ? indicator.lines[stage] : clean(indicator.lines[stage] * standard.schoolRule.floor);
}

/** Whole things are rounded up, measured ones are not (R23). Never negative. */
function asNeed(amount: number, indicator: Indicator): number {
  if (!(clean(amount) > 0)) return 0;
  return indicator.resourceUnit === "人" || indicator.resourceUnit === "间" ? wholeUp(amount) : amount;
}

/**
 * 缺口 (R23): how much of the resource is lacking in one school-stage, in its own unit. 0 when the target is reached,
 * `null` when the indicator is missing, does not apply, or has no students.
 */
export function gap(judgement: Pick<Judgement, "table" | "values" | "codes">, row: number, indicator: number, standard: Standard, target: Target): number | null {
  const rule = standard.indicators[indicator];
  const verdict = VERDICTS[judgement.codes[indicator]?.[row] ?? -1];
  if (!rule || verdict === undefined || verdict === "undetermined" || verdict === "notApplicable") return null;
  if (verdict === "met" || (verdict === "floor" && target === "floor")) return 0;
  const stage = STAGES[judgement.table.stage[row] as number] as Stage;
  const value = judgement.values[indicator]?.[row] as number;
  const students = judgement.table.students[row] as number;
  const wanted = targetOf(rule, stage, standard, target);
  if (reaches(value, wanted)) return 0;
  const amount = judgement.table.amounts[indicator]?.[row] as number;
  const has = amount === amount ? amount : (value * students) / rule.formula.per;
  const need = (wanted * students) / rule.formula.per - has;
  return need === need ? asNeed(need, rule) : null;
}

/** The whole school's amount when it is one figure shared by its stages; NaN when stages have their own. */
function sharedTotal(school: School, layout: Layout, stage: Stage, indicator: Indicator, switches: Switches): number {
  const { sources, amount } = resolve(school, layout, stage, indicator, switches);
  if (amount !== amount || !sources.every((one) => one.division === "weights")) return Number.NaN;
  return sources.reduce((sum, one) => sum + one.term.sign * amountOf(one.figure), 0);
}

/**
 * 学校缺口 (R24): what the whole school lacks. A shared resource must serve the most demanding stage, for it is divided
 * by weight whatever is added: max over stages of (line × Σ weighted pupils ÷ weight) − total. Own amounts and teachers: the
 * stages' gaps added. Rounded up once. `null` as soon as one stage is undetermined or the school is not judged.
 * @example 1200 小学 + 1500 初中 pupils with 12,000 ㎡ of rooms lack 3027.27 ㎡, more than the two stages' gaps together.
 */
export function schoolNeed(school: School, indicator: number, standard: Standard, targets: Targets, switches: Switches = {}): number | null {
  const rule = standard.indicators[indicator];
  if (!rule) return null;
  const table = tabulate([school], standard, switches);
  const judgement = { ...judgeColumns(table, table.held, standard, switches), table };
  const stages = Array.from(table.stage, (code) => STAGES[code] as Stage);
  const gaps = stages.map((stage, row) => gap(judgement, row, indicator, standard, targetFor(targets, stage)));
  if (gaps.length === 0 || gaps.includes(null)) return null;
  const layout = layoutOf(school, standard);
  const total = stages[0] && layout.parts.length > 1 ? sharedTotal(school, layout, stages[0], rule, switches) : Number.NaN;
  if (total !== total) return gaps.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  const needs = stages.map((stage) => {
    const weight = layout.parts.find((part) => part.scope === stage)?.weight ?? Number.NaN;
    return (targetOf(rule, stage, standard, targetFor(targets, stage)) * layout.weighted) / weight / rule.formula.per;
  });
  return asNeed(Math.max(...needs) - total, rule);
}
