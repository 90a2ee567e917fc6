import { STAGES, STAGE_TERMS, VERDICT_TERMS, type ItemsJudgement, type Judgement, type Stage, type Verdict } from "../../engine";
import { resultTexts } from "./texts";

/** Where a line of the conclusion leads. */
export type Lead =
  | { readonly to: "schools"; readonly stage: Stage; readonly verdict: Verdict }
  | { readonly to: "variation"; readonly stage: Stage; readonly indicator: number }
  | { readonly to: "item"; readonly item: string };

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

/** All reasons of 县域结论: those of 资源配置 and one for each item; 不达标 first. */
export function countyReasonLines(judgement: Judgement, items: ItemsJudgement): ReasonLine[] {
  const ofItems = items.reasons.flatMap(({ verdict, text, item }): ReasonLine[] => (item === null ? [] : [{ text, verdict, lead: { to: "item", item } }]));
  const lines = [...reasonLines(judgement), ...ofItems];
  return [...lines.filter((line) => line.verdict === "unmet"), ...lines.filter((line) => line.verdict !== "unmet")];
}
