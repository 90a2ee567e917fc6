import { itemFactById } from "../../../standards";
import { printed, type FactId } from "../../../engine";
import { cell } from "../../layout";
import { decimals } from "../figures";
import type { ReportContext } from "../report";
import { lackCell, type FormCell } from "./form";

/** Sheets where people enter what the form asks. */
export const COUNTY_FORM = "县级填报表";
export const SCHOOL_SHEET = "学校数据表";

/** A figure of the county form in the form's precision; missing: marked, with the line where to enter it. */
export function countyCell({ county }: ReportContext, fact: FactId, places: number): FormCell {
  const value = county[fact]?.value ?? null;
  return value === null ? lackCell(factTerm(fact), whereOf(county[fact]?.cell ?? null, fact)) : cell(printed(value, places), decimals(places));
}

export function whereOf(at: string | null, fact: FactId): string {
  return at === null ? `${COUNTY_FORM}“${factTerm(fact)}”` : `${COUNTY_FORM} ${at}`;
}

export function factTerm(fact: FactId): string {
  return itemFactById(fact)?.term ?? fact;
}
