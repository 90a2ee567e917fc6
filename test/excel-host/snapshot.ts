import type { Workbook } from "./model/workbook";

/** Everything a person could see of a workbook, as plain data without ids: equal snapshots look alike. */
export function snapshot(workbook: Workbook): unknown {
  return workbook.sheets.map((sheet) => ({
    name: sheet.name,
    visibility: sheet.visibility,
    isProtected: sheet.protection.protected,
    cells: sheet.cells.dump(),
    merges: sheet.merges,
    hidden: [[...sheet.hiddenRows], [...sheet.hiddenColumns]],
    widths: [...sheet.columnWidths],
    heights: [...sheet.rowHeights],
    breaks: [sheet.horizontalPageBreaks.members().map(({ rowIndex }) => rowIndex), sheet.verticalPageBreaks.members().map(({ columnIndex }) => columnIndex)],
    validations: sheet.validations,
    charts: sheet.charts.members().map(({ name, chartType, source, place, title, axes, series }) => ({ name, chartType, source, place, title, axes, series: series.members() })),
    frozen: [sheet.freezePanes.rows, sheet.freezePanes.columns],
    page: { ...sheet.pageLayout, headersFooters: sheet.pageLayout.headersFooters.defaultForAllPages.centerFooter },
    tables: sheet.tables.members().map(({ name, box }) => ({ name, box })),
    formats: sheet.conditional.map((format) => ({ type: format.type, boxes: format.boxes, formula: format.formula, format: format.custom?.["format"] ?? format.colorScale?.["criteria"] })),
  }));
}
