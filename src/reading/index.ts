export type * from "./model";
export { ATTRIBUTES } from "./model";
export { answerKey } from "./answers";
export { readOwnCells } from "./own-lines";
export { readOwnStandard } from "./own-standard";
export { forgetHeadings, readArgument } from "./read-argument";
export { readWorkbook } from "./read-workbook";
export { rosterAgreement } from "./roster";
export type { RosterAgreement } from "./roster";
