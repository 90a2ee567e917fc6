/** The page's own spreadsheet behind the host port: the room's only door. */
export { type FunctionHelp, type GridFunction, registerFunctions } from "./functions";
export { fromRange, toRange } from "./areas";
export { type Grid, GridSession, startGrid, type UniverApi } from "./grid";
export { noteSheet, noteWorkbook, sheetNotes, type SheetNotes, workbookNotes, type WorkbookNotes } from "./notes";
export { univerHost } from "./univer-host";
export { cellValue, formulaOf, hasFormula, hiddenOnes, spillAreas, spilledCells } from "./read-sheet";
export { gridValidation, sheetValidations } from "./validations";
export { isResult } from "./watch";
