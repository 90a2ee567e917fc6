import { cell } from "../../layout";
import type { PlanCell, PlanValue } from "../../sheet-plan";
import type { Money } from "./gap";

/** An amount as reports print it: whole, or money to 0.01; blank when there is none. */
export function amountCell(amount: number | null, unit: string): PlanCell {
  return cell(amount, unit === "万元" && amount !== 0 ? "decimal2" : "integer");
}

/** Money in 万元, or the word that says why there is none. */
export function moneyCell(money: Money | null): PlanCell {
  return typeof money === "number" ? cell(money, "decimal2") : cell(money, "centred");
}

/** A figure as it is, or words. */
export function eitherCell(value: PlanValue): PlanCell {
  return cell(value, typeof value !== "number" ? "wrap" : Number.isInteger(value) ? "integer" : "decimal2");
}

/** 「12 间」, 「3,027 ㎡」 in running text; 「——」 where there is none. */
export function amountText(amount: number | null, unit: string): string {
  return amount === null ? "——" : `${String(amount)} ${unit}`.trim();
}

/** 「3.5 万元」, or the word. */
export function moneyText(money: Money | null): string {
  return typeof money === "number" ? `${String(money)} 万元` : (money ?? "——");
}
