import { makeStyles, Select, tokens } from "@fluentui/react-components";
import { useId } from "react";
import type { LocalChoice, LocalPlan } from "../../engine";
import { findPlan, LOCAL_PLANS } from "../../standards";
import { settingsTexts } from "./texts";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  head: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontWeight: tokens.fontWeightSemibold },
  pair: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)", gap: tokens.spacingHorizontalS },
  select: { minWidth: 0 },
});

const NONE = "";

interface LocalChoiceProps {
  readonly choice: LocalChoice | null;
  readonly onChoose: (choice: LocalChoice | null) => void;
}

/** 所在地区、年度: which local plan is shown beside the national verdict (R5, R26). */
export function LocalChoiceFields({ choice, onChoose }: LocalChoiceProps) {
  const styles = useStyles();
  const id = useId();
  const plan = choice === null ? undefined : findPlan(choice.plan);
  const choose = (planId: string) => {
    const chosen = findPlan(planId);
    onChoose(chosen === undefined ? null : { plan: chosen.id, county: countiesOf(chosen)[0] ?? chosen.region, year: firstYear(chosen) });
  };
  return (
    <div className={styles.box}>
      <label htmlFor={id} className={styles.head}>
        {settingsTexts.region}
      </label>
      <Select id={id} value={plan?.id ?? NONE} onChange={(_, data) => choose(data.value)}>
        <option value={NONE}>{settingsTexts.noRegion}</option>
        {LOCAL_PLANS.map(({ id: one, region, term }) => (
          <option key={one} value={one}>{`${region} · ${term}`}</option>
        ))}
      </Select>
      {choice !== null && plan !== undefined && (
        <div className={styles.pair}>
          <Select className={styles.select} aria-label={settingsTexts.county} value={choice.county} onChange={(_, data) => onChoose({ ...choice, county: data.value })}>
            {countiesOf(plan).map((county) => (
              <option key={county} value={county}>{county}</option>
            ))}
          </Select>
          <Select className={styles.select} aria-label={settingsTexts.year} value={String(choice.year)} onChange={(_, data) => onChoose({ ...choice, year: Number(data.value) })}>
            {yearsOf(plan).map((year) => (
              <option key={year} value={year}>{settingsTexts.yearOf(year)}</option>
            ))}
          </Select>
        </div>
      )}
    </div>
  );
}

/** A plan of one county names none beside it. */
function countiesOf(plan: LocalPlan): readonly string[] {
  return plan.counties.length === 0 ? [plan.region] : plan.counties;
}

/** Every year from the plan's first to its last target. */
function yearsOf(plan: LocalPlan): number[] {
  const named = plan.rows.flatMap((row) => row.targets.flatMap((target) => (target.year === null ? [] : [target.year])));
  const from = yearOf(plan.effectiveFrom);
  const until = Math.max(from, ...named, ...(plan.effectiveUntil === null ? [] : [yearOf(plan.effectiveUntil)]));
  return Array.from({ length: until - from + 1 }, (_, index) => from + index);
}

/** This year, as far as the plan speaks of it. */
function firstYear(plan: LocalPlan): number {
  const years = yearsOf(plan);
  return years.find((year) => year >= new Date().getFullYear()) ?? years.at(-1) ?? yearOf(plan.effectiveFrom);
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}
