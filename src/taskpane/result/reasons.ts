import { STAGES, STAGE_TERMS, VERDICT_TERMS, type Judgement, type Stage, type Verdict } from "../../engine";
import { resultTexts } from "./texts";

/** Where a line of the conclusion leads. */
export type Lead =
  | { readonly to: "schools"; readonly stage: Stage; readonly verdict: Verdict }
  | { readonly to: "variation"; readonly stage: Stage; readonly indicator: number };

/** One line of why the conclusion is what it is. */
export interface ReasonLine {
  readonly text: string;
  readonly verdict: Verdict;
  readonly lead: Lead | null;
}

/** So many schools are named in one line. */
const NAMED = 3;

/** The engine's reasons at a glance (理由): one line for all schools of a stage, one for each 差异系数, one for each other thing. */
export function reasonLines(judgement: Judgement): ReasonLine[] {
  const { reasons } = judgement.county;
  const schools = STAGES.flatMap((stage) => {
    const rows = reasons.filter((reason) => reason.row !== null && reason.stage === stage);
    const first = rows[0];
    if (!first) return [];
    const names = rows.slice(0, NAMED).map((reason) => judgement.table.schools[reason.row ?? -1]?.name ?? "");
    const text = resultTexts.schoolsReason(STAGE_TERMS[stage], rows.length, VERDICT_TERMS[first.verdict], names.join("、"), rows.length > NAMED);
    return [{ text, verdict: first.verdict, lead: { to: "schools" as const, stage, verdict: first.verdict } }];
  });
  const others = reasons
    .filter((reason) => reason.row === null)
    .map(({ text, verdict, stage, indicator }): ReasonLine => ({ text, verdict, lead: stage !== null && indicator !== null ? { to: "variation", stage, indicator } : null }));
  return [...schools, ...others];
}
