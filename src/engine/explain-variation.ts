import { STAGES } from "./model";
import type { Clause, Judgement, School, Stage, Switches, Verdict } from "./model";
import { plain, equals, printed, seen, shown, withinLimit } from "./number";
import type { Standard } from "./standard";
import { STAGE_TERMS, switchTextsFor, VERDICT_TERMS } from "./terms";
import { contributions } from "./variation";

/** One school's part in S² (差异贡献). */
export interface Contribution {
  readonly row: number;
  readonly school: School;
  readonly value: number;
  readonly students: number;
  /** Of 1. */
  readonly share: number;
}

/** 差异系数 of one indicator and stage, with everything needed to check it by hand. */
export interface VariationFinding {
  readonly stage: Stage;
  readonly indicator: number;
  readonly term: string;
  readonly verdict: Verdict;
  readonly mean: number | null;
  readonly deviation: number | null;
  readonly variation: number | null;
  readonly provisional: number | null;
  readonly limit: number;
  readonly steps: readonly string[];
  /** Largest first; schools that count only. */
  readonly shares: readonly Contribution[];
  readonly missing: readonly string[];
  readonly notes: readonly string[];
  readonly clause: Clause;
}

interface Counted {
  readonly rows: readonly number[];
  readonly absent: readonly number[];
}

function rowsOf({ table, values }: Judgement, stage: Stage, k: number): Counted {
  const all = Array.from({ length: table.count }, (_, row) => row).filter((row) => table.stage[row] === STAGES.indexOf(stage));
  const counts = (row: number): boolean => (values[k]?.[row] ?? Number.NaN) >= 0 && (table.students[row] as number) > 0;
  return { rows: all.filter(counts), absent: all.filter((row) => !counts(row)) };
}

function sharesOf({ table, values }: Judgement, rows: readonly number[], k: number): Contribution[] {
  const value = (row: number): number => values[k]?.[row] as number;
  const parts = contributions(rows.map(value), rows.map((row) => table.students[row] as number)) ?? [];
  const list = rows.map((row, i): Contribution => ({ row, school: table.schools[row] as School, value: value(row), students: table.students[row] as number, share: parts[i] ?? 0 }));
  return list.sort((a, b) => b.share - a.share || a.row - b.row);
}

function stepsOf(judgement: Judgement, stage: Stage, k: number, shares: readonly Contribution[], standard: Standard): string[] {
  const summary = judgement.county.stages[stage];
  const rule = standard.indicators[k];
  const [mean, deviation, cv] = [summary.means[k], summary.deviations[k], summary.provisional[k]];
  if (!rule || typeof mean !== "number" || typeof deviation !== "number") return [];
  const students = shares.reduce((sum, one) => sum + one.students, 0);
  const resource = shares.reduce((sum, one) => sum + (one.value * one.students) / rule.formula.per, 0);
  const per = rule.formula.per === 1 ? "" : ` × ${rule.formula.per}`;
  const first = shares[0];
  const sample = first ? `，例如${first.school.name}：${plain(first.students)} ÷ ${plain(students)} ×（${plain(first.value)} − ${plain(mean)}）² ${equals((first.students / students) * (first.value - mean) ** 2)}` : "";
  const steps = [
    `全县平均值 = 资源合计 ${plain(resource)} ${rule.resourceUnit}${per} ÷ 在校生合计 ${plain(students)} ${equals(mean)} ${rule.unit}`,
    `标准差 S = √Σ[各校在校生 ÷ 在校生合计 ×（各校值 − 全县平均值）²] = √${plain(deviation * deviation)} ${equals(deviation)}${sample}`,
  ];
  if (typeof cv !== "number") return steps;
  const name = summary.variation[k] === null ? `差异系数（暂算，${summary.counted[k]}/${summary.rows} 校）` : "差异系数";
  return [...steps, `${name} = S ÷ 全县平均值 = ${plain(deviation)} ÷ ${plain(mean)} ${equals(cv)}`];
}

function comparison(value: number, limit: number, standard: Standard, switches: Switches): { step: string; notes: string[] } {
  const places = standard.variationRule.places;
  const rounded = printed(value, places);
  const taken = seen(value, places, switches);
  const ok = withinLimit(taken, limit);
  const step = `${shown(taken, places, [limit])} ${ok ? "≤" : ">"} ${limit}，${VERDICT_TERMS[ok ? "met" : "unmet"]}`;
  const turns = withinLimit(rounded, limit) !== ok;
  return { step, notes: turns ? [`四舍五入到 ${places} 位小数为 ${rounded.toFixed(places)}，看似${VERDICT_TERMS[ok ? "unmet" : "met"]}；按未取整数值判定`] : [] };
}

/** 差异系数说明: county mean, S, 差异系数, verdict, and every school's share of S², largest first. */
export function explainVariation(judgement: Judgement, stage: Stage, indicator: number, standard: Standard): VariationFinding {
  const summary = judgement.county.stages[stage];
  const rule = standard.indicators[indicator];
  if (!rule) throw new RangeError(`没有第 ${indicator} 项指标`);
  const { rows, absent } = rowsOf(judgement, stage, indicator);
  const shares = sharesOf(judgement, rows, indicator);
  const variation = summary.variation[indicator] ?? null;
  const compared = variation === null || standard.variationRule.ofComposite ? null : comparison(variation, summary.limit, standard, judgement.switches);
  const names = absent.map((row) => `${judgement.table.schools[row]?.name ?? ""}（${judgement.table.schools[row]?.place ?? ""}）`);
  const unsettled = judgement.table.unsettled.map(({ school, reason }) => `${school.name}（${school.place}）：${reason}`);
  return {
    stage, indicator, variation, shares,
    term: `${STAGE_TERMS[stage]}${rule.term}校际差异系数`,
    verdict: summary.verdicts[indicator] ?? "undetermined",
    mean: summary.means[indicator] ?? null,
    deviation: summary.deviations[indicator] ?? null,
    provisional: summary.provisional[indicator] ?? null,
    limit: summary.limit,
    steps: [...stepsOf(judgement, stage, indicator, shares, standard), ...(compared ? [compared.step] : [])],
    missing: [...(names.length > 0 ? [`缺数据的学校：${names.join("、")}`] : []), ...unsettled, ...(summary.means[indicator] === 0 ? ["全县平均值为 0，差异系数无法计算"] : [])],
    notes: [...(compared?.notes ?? []), ...(summary.rows === 1 ? ["仅1所"] : []), ...switchTextsFor(judgement.switches, judgement.switchRules, rule.id)],
    clause: standard.variationRule.clause,
  };
}
