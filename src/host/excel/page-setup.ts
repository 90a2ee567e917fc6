import { columnLetters } from "../../grid/cell-name";
import { printScale, repeatedColumns, SIDE_MARGIN, widthInPoints } from "../print-scale";
import { PAGE_FOOTER, type SheetPlan } from "../../workbook/sheet-plan";
import { addresses, CALL_BYTES, type Stroke } from "./paint";
import { run, runPatiently } from "./run";

/** How a sheet is laid out on screen and paper (页面设置): widths, frozen panes, printing. */
export function pageStroke(plan: SheetPlan): Stroke {
  return {
    bytes: CALL_BYTES * (plan.columnWidths.length + (plan.pageBreaks?.length ?? 0) + (plan.columnBreaks?.length ?? 0) + 10),
    draw: (sheet) => {
      for (const [column, width] of plan.columnWidths.entries()) sheet.getCell(0, column).getEntireColumn().format.columnWidth = widthInPoints(width);
      for (const column of plan.hiddenColumns ?? []) sheet.getCell(0, column).getEntireColumn().columnHidden = true;
      freeze(sheet, plan);
      print(sheet, plan);
    },
  };
}

function freeze(sheet: Excel.Worksheet, { frozenRows, frozenColumns }: SheetPlan): void {
  if (frozenRows > 0 && frozenColumns > 0) sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, frozenRows, frozenColumns));
  else if (frozenRows > 0) sheet.freezePanes.freezeRows(frozenRows);
  else if (frozenColumns > 0) sheet.freezePanes.freezeColumns(frozenColumns);
}

function print(sheet: Excel.Worksheet, plan: SheetPlan): void {
  sheet.pageLayout.orientation = plan.landscape ? "Landscape" : "Portrait";
  sheet.pageLayout.leftMargin = SIDE_MARGIN;
  sheet.pageLayout.rightMargin = SIDE_MARGIN;
  const scale = printScale(plan);
  sheet.pageLayout.headersFooters.defaultForAllPages.centerFooter = PAGE_FOOTER;
  if (scale !== null) sheet.pageLayout.zoom = { scale };
  else sheet.pageLayout.zoom = { horizontalFitToPages: 1, ...(plan.onePage === true && { verticalFitToPages: 1 }) };
  if (plan.printTitleRows) sheet.pageLayout.setPrintTitleRows(`$${String(plan.printTitleRows[0] + 1)}:$${String(plan.printTitleRows[1] + 1)}`);
  if (repeatedColumns(plan) > 0) sheet.pageLayout.setPrintTitleColumns(`$A:$${columnLetters(repeatedColumns(plan) - 1)}`);
  for (const row of plan.pageBreaks ?? []) sheet.horizontalPageBreaks.add(`A${String(row + 1)}`);
  for (const column of plan.columnBreaks ?? []) sheet.verticalPageBreaks.add(`${columnLetters(column)}1`);
}

/** Heights of rows that are given one, equal ones together. */
export function heightStrokes(plan: SheetPlan): readonly Stroke[] {
  const rows = new Map<number, number[]>();
  for (const [row, height] of Object.entries(plan.rowHeights ?? {})) rows.set(height, [...(rows.get(height) ?? []), Number(row)]);
  return [...rows].flatMap(([height, those]) => addresses(those.map((row) => ({ row, column: 0, rows: 1, columns: 1 }))).map((address) => ({
    bytes: CALL_BYTES + address.length,
    draw: (sheet: Excel.Worksheet) => {
      sheet.getRanges(address).format.rowHeight = height;
    },
  })));
}

/**
 * Paper other than Excel's own (A3). A printer that has none refuses, and for that no report is given up:
 * so it is asked for by itself, after everything stands.
 */
export async function setPaper(plans: readonly SheetPlan[]): Promise<void> {
  const large = plans.filter(({ paper }) => paper === "A3");
  if (large.length === 0) return;
  const set = async (context: Excel.RequestContext): Promise<void> => {
    for (const { name } of large) context.workbook.worksheets.getItem(name).pageLayout.paperSize = "A3";
    await context.sync();
  };
  await run(set).catch(() => runPatiently(set)).catch(() => undefined);
}
