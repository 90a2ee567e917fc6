/**
 * Measures of inequality between schools. All are weighted by students when students are given and take every school
 * as one otherwise; all return `null` when a value is missing or negative, a school has no students, or lists differ in length.
 */
type List = ArrayLike<number>;

interface Weighted {
  readonly values: Float64Array;
  readonly weights: Float64Array;
  readonly total: number;
  readonly mean: number;
}

function weigh(values: List, students: List | null): Weighted | null {
  const n = values.length;
  if (n === 0 || (students && students.length !== n)) return null;
  const result = { values: new Float64Array(n), weights: new Float64Array(n) };
  let total = 0;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const value = values[i] as number;
    const weight = students ? (students[i] as number) : 1;
    if (!(value >= 0 && weight > 0)) return null;
    result.values[i] = value;
    result.weights[i] = weight;
    total += weight;
    sum += weight * value;
  }
  if (!Number.isFinite(total) || !Number.isFinite(sum)) return null;
  return { ...result, total, mean: sum / total };
}

function squares({ values, weights, mean }: Weighted): Float64Array {
  return values.map((value, i) => (weights[i] as number) * (value - mean) ** 2);
}

function add(list: List): number {
  let sum = 0;
  for (let i = 0; i < list.length; i++) sum += list[i] as number;
  return sum;
}

/**
 * 差异系数: S ÷ mean, S = √(Σ (P/N)(x − mean)²) about the county's ratio mean, population form (教督〔2017〕6号 calculation
 * notes). With `students` null every school counts the same, which is not the official form. `null` also when the mean is 0.
 * @example variation([6.2, 3.7027, 10.5056, 2.1053, 7.3091], [45, 37, 89, 76, 55]) // 0.5152…
 */
export function variation(values: List, students: List | null): number | null {
  const all = weigh(values, students);
  return all && all.mean > 0 ? Math.sqrt(add(squares(all)) / all.total) / all.mean : null;
}

/** 差异系数 from totals (teachers, ㎡, 元) and students, without rounding in between. */
export function variationOfTotals(totals: List, students: List): number | null {
  if (totals.length !== students.length) return null;
  return variation(Array.from(totals, (total, i) => total / (students[i] as number)), students);
}

/** 综合差异系数: the arithmetic mean of the indicators' 差异系数; `null` when one is missing. Information only, it decides nothing. */
export function composite(variations: readonly (number | null)[]): number | null {
  return variations.length === 0 || variations.includes(null) ? null : add(variations as readonly number[]) / variations.length;
}

/** Each school's share of S² (差异贡献), summing to 1; all 0 when the schools do not differ. */
export function contributions(values: List, students: List | null): number[] | null {
  const all = weigh(values, students);
  if (!all || all.mean === 0) return null;
  const parts = squares(all);
  const sum = add(parts);
  return Array.from(parts, (part) => (sum > 0 ? part / sum : 0));
}

function order({ values }: Weighted): Uint32Array {
  return Uint32Array.from(values, (_, i) => i).sort((a, b) => (values[a] as number) - (values[b] as number));
}

/** 基尼系数: Σᵢ Σⱼ PᵢPⱼ|xᵢ − xⱼ| ÷ (2N² · mean). 0 is perfect equality. `null` also when the mean is 0. */
export function gini(values: List, students: List | null): number | null {
  const all = weigh(values, students);
  if (!all || all.mean === 0) return null;
  let before = 0;
  let sum = 0;
  for (const i of order(all)) {
    const weight = all.weights[i] as number;
    sum += weight * (all.values[i] as number) * (2 * before + weight - all.total);
    before += weight;
  }
  return Math.max(0, sum / (all.total * all.total * all.mean));
}

/** 泰尔指数 (Theil T): Σ (P/N)(x/mean) ln(x/mean), a school at 0 adding 0. 0 is perfect equality. `null` also when the mean is 0. */
export function theil(values: List, students: List | null): number | null {
  const all = weigh(values, students);
  if (!all || all.mean === 0) return null;
  const parts = all.values.map((value, i) => (value > 0 ? (all.weights[i] as number) * (value / all.mean) * Math.log(value / all.mean) : 0));
  return Math.max(0, add(parts) / all.total);
}

/** The smallest value below or at which at least `share` of the pupils stand. */
function quantile(all: Weighted, share: number): number {
  let sum = 0;
  let value = Number.NaN;
  for (const i of order(all)) {
    value = all.values[i] as number;
    sum += all.weights[i] as number;
    if (sum >= share * all.total) break;
  }
  return value;
}

/**
 * 麦克伦指数 (McLoone index): what the pupils at or below the median have, ÷ what they would have at the median.
 * 1 is perfect equality of the lower half. The median is the smallest value that half of the pupils do not exceed; `null` when it is 0.
 */
export function mcloone(values: List, students: List | null): number | null {
  const all = weigh(values, students);
  if (!all) return null;
  const median = quantile(all, 1 / 2);
  if (median === 0) return null;
  const weights = all.weights.map((weight, i) => ((all.values[i] as number) <= median ? weight : 0));
  return add(weights.map((weight, i) => weight * (all.values[i] as number))) / (median * add(weights));
}

const TAIL = 0.05;

/**
 * 限制极差率 (restricted range ratio): (95th − 5th percentile) ÷ 5th percentile of pupils, which leaves the extreme twentieths
 * aside. 0 is perfect equality; `null` when the 5th percentile is 0.
 */
export function rangeRatio(values: List, students: List | null): number | null {
  const all = weigh(values, students);
  if (!all) return null;
  const low = quantile(all, TAIL);
  return low === 0 ? null : (quantile(all, 1 - TAIL) - low) / low;
}
