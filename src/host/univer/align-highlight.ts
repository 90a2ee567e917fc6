import type { IRange } from "@univerjs/presets";
import { type IConditionFormattingRule, SetConditionalRuleMutation } from "@univerjs/preset-sheets-conditional-formatting";
import type { FWorksheet } from "@univerjs/preset-sheets-core";
import type { GridSession } from "./grid";
import { ourRules } from "./highlight";

const INSERTED: Readonly<Record<string, "row" | "column">> = { "sheet.mutation.insert-row": "row", "sheet.mutation.insert-col": "column" };

/**
 * Keeps our colours on their own rows: when something is inserted right above the first row of a rule (or left of its first column),
 * the grid moves the formula along but leaves the area where it was, and every colour would be that of the neighbour.
 */
export function alignHighlight(session: GridSession): void {
  const listening = session.grid.api.onCommandExecuted((command) => {
    const inserted = INSERTED[command.id];
    const params = command.params as { readonly unitId?: string; readonly subUnitId?: string; readonly range?: IRange } | undefined;
    if (!inserted || !params?.range || params.unitId !== session.id) return;
    const { subUnitId = "", range } = params;
    // The grid moves its rules after the rows.
    setTimeout(() => {
      if (!session.grid.api.getWorkbook(session.id)) return listening.dispose();
      const sheet = session.workbook.getSheetBySheetId(subUnitId);
      if (sheet) for (const rule of ourRules(sheet)) align(session, sheet, rule, range, inserted);
    }, 0);
  });
}

function align(session: GridSession, sheet: FWorksheet, rule: IConditionFormattingRule, inserted: IRange, way: "row" | "column"): void {
  const [first, ...others] = rule.ranges;
  if (!first) return;
  const moved = way === "row" ? { ...first, startRow: inserted.endRow + 1 } : { ...first, startColumn: inserted.endColumn + 1 };
  const isAbove = way === "row" ? first.startRow === inserted.startRow : first.startColumn === inserted.startColumn;
  if (!isAbove || moved.startRow > first.endRow || moved.startColumn > first.endColumn) return;
  session.grid.api.syncExecuteCommand(SetConditionalRuleMutation.id, { unitId: session.id, subUnitId: sheet.getSheetId(), cfId: rule.cfId, rule: { ...rule, ranges: [moved, ...others] } });
}
