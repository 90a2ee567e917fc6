/** The door of the room that says what to write into a workbook, as data. */
export * from "./sheet-plan";
export { fingerprint } from "./fingerprint";
export { fittingFormula } from "./formulas/fitting-formula";
export type { FittingFormula, FormulaSkills, SheetArea } from "./formulas/task";
export { highlightPlans } from "./highlight";
export type { HighlightExtras } from "./highlight";
export { legendPlan } from "./legend";
export { countSchools, countSentence, switchesText } from "./reports/frame";
export type { SchoolCount } from "./reports/frame";
export { markPlace, reportMark } from "./reports/finality";
export type { MarkPlace } from "./reports/finality";
export { REPORTS } from "./reports";
export { problemsPlan } from "./reports/problem-list";
export { REPORT_GROUP_TERMS, REPORT_GROUPS, SHEET_PREFIX } from "./reports/report";
export type { ReportContext, ReportGroup, ReportKind, TemplateKind, UnitCosts } from "./reports/report";
export { EMPTY_STORE, packStore, STORE_SCHEMA, StoreError, unpackStore } from "./store";
export type { StoreState, Written, WrittenFormulas, WrittenKind } from "./store";
