import type { ItemFinding, ItemPart, Lack } from "../../../engine";
import { cell } from "../../layout";
import { verdictCell } from "../figures";
import type { ReportContext } from "../report";
import { COUNTY_FORM, SCHOOL_SHEET, whereOf } from "./sources";
import type { FormRow } from "./form";

const PLACES: Readonly<Record<Lack["where"], string>> = { countyForm: COUNTY_FORM, schoolSheet: SCHOOL_SHEET, classList: "班级名册", roomList: "专用教室名册" };

/** Where to enter what an item lacks: its cell, else its line of the county form, else the sheet. */
export function lackPlace(lack: Lack): string {
  if (lack.where === "countyForm" && lack.fact !== null) return whereOf(lack.cell, lack.fact);
  return lack.cell ?? PLACES[lack.where];
}

/** What a sentence says where a number is missing, and what the form prints there, to be filled in. */
const [MISSING, OPEN] = ["（缺）", "＿＿"];

export function findingsOf({ items }: ReportContext, part: ItemPart): ItemFinding[] {
  return items.findings.filter((finding) => finding.item.part === part);
}

/** One item as 表Ⅳ and 表Ⅴ print it: 名称, 指标值或简要结论, 是否达标. */
export function itemRow(finding: ItemFinding): FormRow {
  const { item, conclusion, verdict, lacks } = finding;
  const lacking = lacks.map((lack) => ({ what: lack.text, where: lackPlace(lack) }));
  const isOpen = lacking.length === 0 && (verdict === "undetermined" || conclusion.includes(MISSING));
  return [
    cell(`${String(item.number)}. ${item.term}`, "wrap"),
    { ...cell(conclusion.replaceAll(MISSING, OPEN), "wrap"), lacking: isOpen ? [{ what: `${item.short}：填写句中的空格`, where: COUNTY_FORM }] : lacking },
    verdictCell(verdict),
  ];
}
