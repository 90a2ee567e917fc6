import { printed, STAGE_TERMS, VERDICT_TERMS, VERDICTS, type Finding, type FindingInput, type Stage, type Verdict } from "../../engine";
import type { Indicator } from "../../engine/standard";

/** One indicator of one school in one of its stages. */
export interface StageFinding {
  readonly stage: Stage;
  readonly finding: Finding;
}

const LACK = "缺";

/** 指标值或简要结论 of the school's form: what it has, and what that is per pupil in each stage. */
export function indicatorSentence(indicator: Indicator, findings: readonly StageFinding[]): string {
  const own = findings.map(({ stage, finding }) => ({ stage, text: finding.inputs.filter(({ fact }) => fact !== "students").map(amount).join("、") }));
  const has = own.every(({ text }) => text === own[0]?.text) ? (own[0]?.text ?? "") : own.map(({ stage, text }) => `${STAGE_TERMS[stage]}${text}`).join("；");
  const values = findings.map(({ stage, finding }) => `${STAGE_TERMS[stage]}${finding.value === null ? LACK : printed(finding.value, indicator.places).toFixed(indicator.places)}${indicator.unit}`);
  const missing = [...new Set(findings.flatMap(({ finding }) => finding.missing))];
  return [has === "" ? "" : `学校${has}。`, `${indicator.term}：${values.join("；")}。`, missing.length === 0 ? "" : `${missing.join("；")}。`].join("");
}

/** Money is filled in in 万元, as the form asks. */
function amount({ term, value, unit }: FindingInput): string {
  if (value === null) return `${term}${LACK}`;
  const [figure, shown] = unit === "元" && !term.startsWith("生均") ? [printed(value / 10000, 4), "万元"] : [printed(value, 2), unit];
  return `${term}${String(figure)}${shown}`;
}

/** The word of each stage; one word where they agree, in the colour of the worst. */
export function joinedVerdict(findings: readonly StageFinding[]): { readonly verdict: Verdict; readonly text: string } {
  const verdicts = findings.map(({ finding }) => finding.verdict);
  const order: readonly Verdict[] = ["unmet", "undetermined", "floor", "met"];
  const verdict = order.find((one) => verdicts.includes(one)) ?? VERDICTS[3];
  const agree = new Set(verdicts).size <= 1;
  return { verdict, text: agree ? VERDICT_TERMS[verdict] : findings.map(({ stage, finding }) => `${STAGE_TERMS[stage]}${VERDICT_TERMS[finding.verdict]}`).join("、") };
}
