import { BooleanNumber, generateRandomId } from "@univerjs/presets";
import type { FWorksheet } from "@univerjs/preset-sheets-core";
import { CFRuleType, CFSubRuleType, type IConditionFormattingRule } from "@univerjs/preset-sheets-conditional-formatting";
import { HIGHLIGHT_MARKER, type HighlightRule, VERDICT_COLOURS } from "../../workbook/sheet-plan";
import { toRange } from "./areas";

/** Whether a conditional format is ours: its formula carries the marker, wherever rows and columns have moved it (R8). */
function isOurs(rule: IConditionFormattingRule): boolean {
  const made = rule.rule;
  return made.type === CFRuleType.highlightCell && made.subType === CFSubRuleType.formula && made.value.replace(/\s/g, "").includes(HIGHLIGHT_MARKER);
}

export function ourRules(sheet: FWorksheet): IConditionFormattingRule[] {
  return sheet.getConditionalFormattingRules().filter(isOurs);
}

/** Takes our rules off one sheet; returns how many. */
export function clearHighlight(sheet: FWorksheet): number {
  const ours = ourRules(sheet);
  for (const rule of ours) sheet.deleteConditionalFormattingRule(rule.cfId);
  return ours.length;
}

/** Adds the rules, the first of them strongest. A rule added later goes to the top, so they are added from the end. */
export function addHighlight(sheet: FWorksheet, rules: readonly HighlightRule[]): void {
  for (const rule of [...rules].reverse()) sheet.addConditionalFormattingRule(gridRule(rule));
}

function gridRule(rule: HighlightRule): IConditionFormattingRule {
  const colours = VERDICT_COLOURS[rule.verdict];
  const formula = rule.formula.startsWith("=") ? rule.formula : `=${rule.formula}`;
  const bold = rule.verdict === "unmet" ? { bl: BooleanNumber.TRUE } : {};
  return {
    cfId: generateRandomId(),
    ranges: [toRange(rule.area)],
    stopIfTrue: false,
    rule: { type: CFRuleType.highlightCell, subType: CFSubRuleType.formula, value: formula, style: { bg: { rgb: colours.fill }, cl: { rgb: colours.text }, ...bold } },
  };
}
