import { DEFAULT_STANDARD } from "../../standards";
import type { ReportContext } from "../../workbook";
import type { WorkState } from "./state";

const NOTHING: ReportContext["previous"] = new Map();

/** What reports and pictures are made of (报表的依据); `null` before anything was judged. */
export function contextOf(state: Pick<WorkState, "reading" | "judgement" | "whole" | "kept" | "workbookName">, date: string, previous: ReportContext["previous"] = NOTHING): ReportContext | null {
  const { reading, judgement, whole, kept, workbookName } = state;
  if (reading === null || judgement === null || whole === null) return null;
  const dataDate = kept.dataDate ?? reading.dataDate?.text;
  return {
    reading, judgement, standard: DEFAULT_STANDARD, workbookName, date, ...(dataDate === undefined ? {} : { dataDate }),
    items: whole.items, book: whole.book, county: reading.county?.figures ?? {}, second: whole.second, local: whole.local,
    countyName: kept.localChoice?.county ?? null, year: kept.localChoice?.year ?? null, unitCosts: kept.unitCosts, previous,
    rosterChecked: whole.roster === "agrees",
  };
}
