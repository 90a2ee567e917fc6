import type { LocalChoice, LocalPlan, Switches, SwitchRule } from "../engine";
import { findPlan, LOCAL_PLANS, SWITCH_RULES } from "../standards";
import { UsageError } from "./usage";

/** The switches named with `--switch` (口径). */
export function chosenSwitches(ids: readonly string[]): Switches {
  const known = (id: string): SwitchRule | undefined => SWITCH_RULES.find((rule) => rule.id === id);
  const unknown = ids.filter((id) => !known(id));
  if (unknown.length > 0) throw new UsageError(`没有编号为“${unknown.join("”“")}”的口径。可用：\n${SWITCH_RULES.map(({ id, term }) => `  ${id}  ${term}`).join("\n")}`);
  return Object.fromEntries(ids.map((id) => [id, true]));
}

/** The local plan with the county and year it is to be judged for (地方目标). */
export interface ChosenPlan {
  readonly plan: LocalPlan;
  readonly choice: LocalChoice;
}

interface Named {
  readonly plan?: string | undefined;
  readonly county?: string | undefined;
  readonly year?: string | undefined;
}

/** What `--plan`, `--county` and `--year` name; `null` when none of them is given. */
export function chosenPlan({ plan: id, county, year }: Named): ChosenPlan | null {
  if (id === undefined && county === undefined && year === undefined) return null;
  if (id === undefined || county === undefined || year === undefined) throw new UsageError("地方目标要同时写 --plan 编号 --county 县名 --year 年份。");
  const plan = findPlan(id);
  if (!plan) throw new UsageError(`没有编号为“${id}”的地方方案。可用：\n${LOCAL_PLANS.map((one) => `  ${one.id}  ${one.term}（${one.counties.join("、")}）`).join("\n")}`);
  if (plan.counties.length > 0 && !plan.counties.includes(county.trim())) throw new UsageError(`“${plan.term}”里没有“${county}”。有：${plan.counties.join("、")}`);
  if (!/^\d{4}$/.test(year)) throw new UsageError(`--year 应为四位年份，如 2026，不能是“${year}”。`);
  return { plan, choice: { plan: plan.id, county: county.trim(), year: Number(year) } };
}
