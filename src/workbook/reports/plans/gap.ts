import { baseName } from "../../../engine";
import type { PlanValue } from "../../sheet-plan";
import type { ReportContext } from "../report";
import { measureFor } from "./measures";

/** What stands for a school as a whole, where a stage is named. */
export const WHOLE = "全校";

/** What stands for a whole county, where a school is named. */
export const COUNTY = "全县";

/** A school's name over its gaps: as it stands in the sheet, without the stage where they are of several rows. */
export function nameOver(gaps: readonly Gap[]): string {
  const names = new Set(gaps.map(({ school }) => school));
  const [first = ""] = names;
  return names.size > 1 ? baseName(first) : first;
}

/** One thing that is lacking (缺口): of one school in one stage, of a whole school (R24), or of the county. Figures are as reports print them (R23). */
export interface Gap {
  /** By which it is known again when a list is made anew: school|stage|indicator. */
  readonly key: string;
  readonly school: string;
  /** What all rows of the school share and only they, to gather its gaps; empty for the county. */
  readonly schoolKey: string;
  /** 小学, 初中, 全校; empty for the county. */
  readonly stage: string;
  /** Rows of the judged table it speaks of. */
  readonly rows: readonly number[];
  /** `A4`, `B3`, `variation`. */
  readonly measure: string;
  /** 「A4 生均教学及辅助用房面积」. */
  readonly subject: string;
  readonly students: number | null;
  readonly now: PlanValue;
  readonly want: PlanValue;
  /** Of the amounts: 人, ㎡, 间, 万元. */
  readonly unit: string;
  readonly toLine: number | null;
  readonly toFloor: number | null;
  /** 最低补齐: `null` when it cannot be said while figures are missing. */
  readonly least: number | null;
  /** Rooms by kind (B3), each with a price of its own. */
  readonly rooms?: { readonly music: number; readonly fineArt: number };
  readonly note: string;
  /** Whether its school, or the county, fails because of it: what lists are made of. */
  readonly fails: boolean;
}

/** Money of an amount in 万元; without a price, why there is none. */
export type Money = number | "未给单价" | "不单列";

/** What an amount costs (资金), rounded up to 0.01 万元. */
export function moneyOf(gap: Gap, amount: number | null, { unitCosts }: Pick<ReportContext, "unitCosts">): Money | null {
  const { cost } = measureFor(gap.measure);
  if (cost === null) return "不单列";
  if (amount === null) return null;
  if (cost === "own") return amount;
  if (cost !== "rooms") return amount === 0 ? 0 : priced(amount, unitCosts[cost]);
  const { music, fineArt } = gap.rooms ?? { music: 0, fineArt: 0 };
  if (gap.rooms === undefined) return "不单列";
  const parts = [music === 0 ? 0 : priced(music, unitCosts.musicRoom), fineArt === 0 ? 0 : priced(fineArt, unitCosts.fineArtRoom)];
  return parts.reduce<Money>((sum, one) => (typeof sum === "number" && typeof one === "number" ? roundUp(sum + one) : "未给单价"), 0);
}

function priced(amount: number, cost: number | undefined): Money {
  return cost === undefined ? "未给单价" : roundUp((amount * cost) / YUAN);
}

const YUAN = 10_000;
const CENTS = 100;

/** Up to 0.01, rid of binary noise first (R4). */
export function roundUp(value: number): number {
  return Math.ceil(Math.round(value * CENTS * 1e6) / 1e6) / CENTS;
}

/** Sums of what can be added: the same indicator's, never across indicators (R23). */
export function sumOf(amounts: readonly (number | null)[]): number {
  const sum = amounts.reduce<number>((total, one) => total + (one ?? 0), 0);
  return Math.round(sum * CENTS) / CENTS;
}

/** Money of one indicator's gaps added; one gap without a price leaves the sum without one. */
export function sumOfMoney(list: readonly (Money | null)[]): Money {
  const words = list.find((one) => typeof one === "string");
  return typeof words === "string" ? words : sumOf(list.map((one) => (typeof one === "number" ? one : null)));
}
