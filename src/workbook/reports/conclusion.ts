import type { Verdict } from "../../engine";
import type { ReportContext } from "./report";

/** The county's national word: 县域结论 only once a county form was read, before that 资源配置结论 (R3, R5). */
export function conclusionOf({ items, judgement }: Pick<ReportContext, "items" | "judgement">): { readonly term: string; readonly verdict: Verdict } {
  return items.hasForm ? { term: "县域结论", verdict: items.verdict } : { term: "资源配置结论", verdict: judgement.county.verdict };
}
