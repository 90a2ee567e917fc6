import type { FWorkbook, FWorksheet } from "@univerjs/preset-sheets-core";
import type { TableArea } from "../../grid/block";
import type { PageSetup } from "../../workbook/sheet-plan";

/** What a sheet is besides what the grid knows of it; kept in the workbook's own data and so in every snapshot. */
export interface SheetNotes {
  readonly veryHidden: boolean;
  readonly isProtected: boolean;
  readonly tables: readonly TableArea[];
  /** How a sheet that we wrote is printed; `null`: as its file says. */
  readonly page: PageSetup | null;
}

/** What a workbook carries besides its sheets. */
export interface WorkbookNotes {
  /** Texts of the very hidden sheet `_YJJH`; it is no sheet of the grid, so nobody can show or spoil it. */
  readonly store: readonly string[];
  /** No sheet may be added or deleted (保护工作簿结构). */
  readonly isProtected: boolean;
}

const PLAIN_SHEET: SheetNotes = { veryHidden: false, isProtected: false, tables: [], page: null };
const PLAIN_WORKBOOK: WorkbookNotes = { store: [], isProtected: false };

/** The notes of a sheet; a sheet made in the grid has none and is plain. */
export function sheetNotes(sheet: FWorksheet): SheetNotes {
  return { ...PLAIN_SHEET, ...(sheet.getCustomMetadata() as Partial<SheetNotes> | undefined) };
}

export function noteSheet(sheet: FWorksheet, notes: Partial<SheetNotes>): void {
  sheet.setCustomMetadata({ ...sheetNotes(sheet), ...notes });
}

export function workbookNotes(workbook: FWorkbook): WorkbookNotes {
  return { ...PLAIN_WORKBOOK, ...(workbook.getCustomMetadata() as Partial<WorkbookNotes> | undefined) };
}

export function noteWorkbook(workbook: FWorkbook, notes: Partial<WorkbookNotes>): void {
  workbook.setCustomMetadata({ ...workbookNotes(workbook), ...notes });
}
