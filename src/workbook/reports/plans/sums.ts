import { STAGE_TERMS, STAGES } from "../../../engine";
import { verdictAt } from "../figures";
import type { ReportContext } from "../report";
import { COUNTY, moneyOf, sumOf, sumOfMoney, WHOLE, type Gap, type Money } from "./gap";

/** Places a gap may be in: each stage, or a school as a whole. */
export const PLACES: readonly string[] = [...STAGES.map((stage) => STAGE_TERMS[stage]), WHOLE];

/** One indicator's or item's gaps added up (R23: never across indicators; R24: a shared resource once a school). */
export interface GapSum {
  readonly measure: string;
  readonly subject: string;
  readonly unit: string;
  /** By place of `PLACES`: how many, and how much. */
  readonly places: readonly { readonly count: number; readonly amount: number }[];
  readonly count: number;
  readonly toLine: number;
  readonly toFloor: number;
  readonly least: number;
  readonly money: Money;
  readonly leastMoney: Money;
  /** School-stages whose figure is missing: not in the sums. */
  readonly missing: number;
  /** Gaps whose amount cannot be said, and those whose 最低补齐 cannot. */
  readonly open: number;
  readonly openLeast: number;
}

/** Sums of all indicators, also where nothing is lacking, then of the items that lack something, in the standard's order. */
export function sumsOf(context: ReportContext, gaps: readonly Gap[]): GapSum[] {
  const own = gaps.filter((one) => one.school !== COUNTY);
  const { indicators } = context.standard;
  const items = context.book.items.map(({ id }) => id).filter((id) => own.some((one) => one.measure === id));
  return [
    ...indicators.map((indicator, k) => sumUp(context, indicator.id, `${indicator.id} ${indicator.term}`, own, missingOf(context, k))),
    ...items.map((id) => sumUp(context, id, own.find((one) => one.measure === id)?.subject ?? id, own, 0)),
  ];
}

function sumUp(context: ReportContext, measure: string, subject: string, gaps: readonly Gap[], missing: number): GapSum {
  const own = gaps.filter((one) => one.measure === measure);
  return {
    measure,
    subject,
    unit: own[0]?.unit ?? "",
    places: PLACES.map((place) => {
      const here = own.filter((one) => one.stage === place);
      return { count: here.length, amount: sumOf(here.map((one) => one.toLine)) };
    }),
    count: own.length,
    toLine: sumOf(own.map((one) => one.toLine)),
    toFloor: sumOf(own.map((one) => one.toFloor)),
    least: sumOf(own.map((one) => one.least)),
    money: sumOfMoney(own.map((one) => moneyOf(one, one.toLine, context))),
    leastMoney: sumOfMoney(own.map((one) => moneyOf(one, one.least, context))),
    missing,
    open: own.filter((one) => one.toLine === null).length,
    openLeast: own.filter((one) => one.least === null && one.toLine !== null).length,
  };
}

function missingOf({ judgement }: ReportContext, k: number): number {
  return Array.from({ length: judgement.table.count }, (_, row) => verdictAt(judgement.codes[k], row)).filter((verdict) => verdict === "undetermined").length;
}
