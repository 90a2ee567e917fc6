/** Opening and saving workbook files (.xlsx, .xlsm, .xls): the room's only door. */
export * from "./model";
export { FileError, type FileErrorKind } from "./file-error";
export { openFile, type OpenedFile, type OpeningPace } from "./open-file";
export { saveFile } from "./save-file";
export { sheetBlocks } from "./sheet-blocks";
