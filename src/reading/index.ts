export type * from "./model";
export { ATTRIBUTES } from "./model";
export { answerKey } from "./answers";
export { forgetHeadings, readArgument } from "./read-argument";
export { readWorkbook } from "./read-workbook";
