import { DataValidationErrorStyle, DataValidationOperator, DataValidationRenderMode, DataValidationType, generateRandomId, type ISheetDataValidationRule } from "@univerjs/presets";
import type { FWorksheet } from "@univerjs/preset-sheets-core";
import { AddDataValidationMutation, RemoveDataValidationMutation } from "@univerjs/preset-sheets-data-validation";
import type { ValidationPlan } from "../../workbook/sheet-plan";
import { fitValidation } from "../fit-validation";
import { fromRange, toRange } from "./areas";
import type { GridSession } from "./grid";

/** The grid's rule for what may be typed (数据验证). It shows no notes; the page does, and they are kept for the file. */
export function gridValidation(plan: ValidationPlan, uid: string): ISheetDataValidationRule {
  const { area, rule, note, refusal } = fitValidation(plan);
  return {
    uid,
    ranges: [toRange(area)],
    ...criteria(rule),
    allowBlank: true,
    renderMode: DataValidationRenderMode.ARROW,
    showErrorMessage: rule.kind !== "any",
    errorStyle: refusal === null ? DataValidationErrorStyle.WARNING : DataValidationErrorStyle.STOP,
    ...(refusal !== null && { error: refusal }),
    ...(note && { showInputMessage: true, promptTitle: note.title, prompt: note.text }),
  };
}

function criteria(rule: ValidationPlan["rule"]): Pick<ISheetDataValidationRule, "type" | "formula1" | "formula2" | "operator"> {
  if (rule.kind === "any") return { type: DataValidationType.ANY };
  if (rule.kind === "list") return { type: DataValidationType.LIST, formula1: rule.values.join(",") };
  const type = rule.kind === "whole" ? DataValidationType.WHOLE : DataValidationType.DECIMAL;
  if (rule.max === null) return { type, operator: DataValidationOperator.GREATER_THAN_OR_EQUAL, formula1: String(rule.min) };
  return { type, operator: DataValidationOperator.BETWEEN, formula1: String(rule.min), formula2: String(rule.max) };
}

/** The rules of a sheet as they are now, rows and columns having come and gone; kinds a plan does not know are left out. */
export function sheetValidations(sheet: FWorksheet): ValidationPlan[] {
  return rulesOf(sheet).flatMap((found) => {
    const rule = plannedRule(found);
    const note = found.prompt === undefined ? null : { title: found.promptTitle ?? "", text: found.prompt };
    const refusal = found.errorStyle === DataValidationErrorStyle.STOP && rule?.kind !== "any" ? (found.error ?? "") : null;
    return rule ? found.ranges.map((range) => ({ area: fromRange(range), rule, note, refusal })) : [];
  });
}

const KINDS: Readonly<Record<string, ValidationPlan["rule"]["kind"]>> = {
  [DataValidationType.ANY]: "any", [DataValidationType.LIST]: "list", [DataValidationType.WHOLE]: "whole", [DataValidationType.DECIMAL]: "decimal",
};

function plannedRule({ type, operator, formula1 = "", formula2 }: ISheetDataValidationRule): ValidationPlan["rule"] | null {
  const kind = KINDS[type];
  if (kind === undefined || kind === "any") return kind ? { kind } : null;
  if (kind === "list") return formula1.startsWith("=") ? null : { kind, values: formula1.split(",") };
  const isBetween = operator === DataValidationOperator.BETWEEN;
  const [min, max] = [Number(formula1), isBetween ? Number(formula2) : null];
  const isPlanned = isBetween || operator === DataValidationOperator.GREATER_THAN_OR_EQUAL;
  return isPlanned && !Number.isNaN(min) && !Number.isNaN(max) ? { kind, min, max } : null;
}

function rulesOf(sheet: FWorksheet): ISheetDataValidationRule[] {
  return sheet.getDataValidations().map(({ rule }): ISheetDataValidationRule => rule);
}

/** Puts a sheet's rules in place of those it has. */
export function replaceValidations(session: GridSession, sheet: FWorksheet, plans: readonly ValidationPlan[]): void {
  const place = { unitId: session.id, subUnitId: sheet.getSheetId() };
  const former = rulesOf(sheet);
  const fresh = plans.map((plan) => gridValidation(plan, generateRandomId()));
  if (former.length > 0) swap(session, RemoveDataValidationMutation.id, AddDataValidationMutation.id, place, former);
  if (fresh.length > 0) swap(session, AddDataValidationMutation.id, RemoveDataValidationMutation.id, place, fresh);
}

function swap(session: GridSession, change: string, undo: string, place: object, rules: readonly ISheetDataValidationRule[]): void {
  const params = { ...place, rule: rules, ruleId: rules.map(({ uid }) => uid), source: "command" };
  session.mutate({ id: change, params }, { id: undo, params });
}
