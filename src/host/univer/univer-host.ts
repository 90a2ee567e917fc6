import type { FWorkbook, FWorksheet } from "@univerjs/preset-sheets-core";
import type { SheetPlan, HighlightPlan } from "../../workbook/sheet-plan";
import { type Host, HostError, STORE_SHEET, type Watch } from "../host";
import { alignHighlight } from "./align-highlight";
import { fromRange, toRange } from "./areas";
import { insertFormulas, takeBackFormulas } from "./formulas";
import { type Grid, GridSession } from "./grid";
import { addHighlight, clearHighlight, ourRules } from "./highlight";
import { markSheets } from "./marks";
import { noteWorkbook, sheetNotes, workbookNotes } from "./notes";
import { readSheet, sheetInfo } from "./read-sheet";
import { reveal } from "./reveal";
import { watchChanges } from "./watch";
import { writeSheet } from "./write-sheet";

/** The host port over the page's own spreadsheet (网页表格). `name` is the file's name as it is now. */
export function univerHost(grid: Grid, workbook: FWorkbook, name: () => string): Host {
  const session = new GridSession(grid, workbook);
  alignHighlight(session);
  const calls: Host = {
    kind: "univer",
    hasFunctions: true,
    spills: true,
    hasCharts: false,
    workbookName: () => answer(name),
    listSheets: () => answer(() => workbook.getSheets().map((sheet) => sheetInfo(session, sheet))),
    readSheets: (names, watch) => answer(() => inTurn(names.map((sheet) => existing(workbook, sheet)), (sheet) => readSheet(session, sheet), watch)),
    writeSheets: (plans, replaces, watch) => answer(() => writeSheets(session, plans, replaces, watch)),
    deleteSheets: (names) => answer(() => deleteSheets(session, names)),
    markSheets: (marks) => answer(() => markSheets(session, marks)),
    highlight: (plans, watch) => answer(() => highlight(session, plans, watch)),
    removeHighlight: () => answer(() => session.write(() => workbook.getSheets().reduce((count, sheet) => count + clearHighlight(sheet), 0))),
    highlighted: () => answer(() => workbook.getSheets().filter((sheet) => ourRules(sheet).length > 0).map((sheet) => sheet.getSheetName())),
    insertFormulas: (at, formulas, spill) =>
      answer(() => {
        insertFormulas(session, writable(workbook, at.sheet), at, formulas, spill);
        return session.calculated();
      }),
    takeBackFormulas: (at, formulas) =>
      answer(() => {
        takeBackFormulas(session, writable(workbook, at.sheet), at, formulas);
        return session.calculated();
      }),
    selection: () => answer(() => selection(workbook)),
    select: (sheet, area) => answer(() => select(session, existing(workbook, sheet), toRange(area))),
    watch: (listener) => answer(() => watchChanges(session, listener)),
    loadStore: () => answer(() => workbookNotes(workbook).store),
    saveStore: (texts) => answer(() => noteWorkbook(workbook, { store: texts })),
  };
  return calls;
}

/** Every refusal leaves as a `HostError`; what the grid itself threw goes into its detail. */
async function answer<T>(call: () => T | Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw error instanceof HostError ? error : new HostError("unknown", null, String(error));
  }
}

function existing(workbook: FWorkbook, name: string): FWorksheet {
  const sheet = workbook.getSheetByName(name);
  if (!sheet) throw new HostError("missingSheet", name);
  return sheet;
}

function writable(workbook: FWorkbook, name: string): FWorksheet {
  const sheet = existing(workbook, name);
  if (sheetNotes(sheet).isProtected) throw new HostError("protectedSheet", name);
  return sheet;
}

/** Works through sheets with a breath between them, so that the page stays alive and a cancel is heard. */
async function inTurn<S, T>(items: readonly S[], work: (item: S) => T, watch?: Watch): Promise<T[]> {
  const done: T[] = [];
  for (const item of items) {
    if (watch?.signal?.aborted) throw new HostError("cancelled");
    done.push(work(item));
    watch?.onProgress?.({ done: done.length, total: items.length });
    if (done.length < items.length) await new Promise((resume) => setTimeout(resume, 0));
  }
  return done;
}

/** All checks come first and all writing is one step, so that it is done whole or not at all. */
async function writeSheets(session: GridSession, plans: readonly SheetPlan[], replaces: readonly string[], watch?: Watch): Promise<void> {
  if (watch?.signal?.aborted) throw new HostError("cancelled");
  const names = plans.map((plan) => plan.name.toLowerCase());
  const targets = plans.map((plan, index) => {
    if (plan.name === STORE_SHEET || names.indexOf(plan.name.toLowerCase()) !== index) throw new HostError("nameTaken", plan.name);
    return { plan, sheet: target(session.workbook, plan.name, replaces) };
  });
  session.write(() => {
    for (const { plan, sheet } of targets) writeSheet(session, plan, sheet);
  });
  watch?.onProgress?.({ done: plans.length, total: plans.length });
  if (plans.some((plan) => plan.rows.some((row) => row.some((cell) => typeof cell?.value === "object" && cell.value !== null)))) await session.calculated();
}

/** The sheet of ours to write over; `null`: a new one. Names that differ in case only are the same name. */
function target(workbook: FWorkbook, name: string, replaces: readonly string[]): FWorksheet | null {
  const found = workbook.getSheets().find((sheet) => sheet.getSheetName().toLowerCase() === name.toLowerCase());
  if (!found) {
    if (workbookNotes(workbook).isProtected) throw new HostError("protectedWorkbook");
    return null;
  }
  if (!replaces.includes(found.getSheetName())) throw new HostError("nameTaken", name);
  return writable(workbook, found.getSheetName());
}

function deleteSheets(session: GridSession, names: readonly string[]): void {
  const { workbook } = session;
  const sheets = names.map((name) => workbook.getSheetByName(name)).filter((sheet) => sheet !== null);
  if (sheets.length === 0) return;
  if (workbookNotes(workbook).isProtected) throw new HostError("protectedWorkbook");
  session.write(() => {
    for (const sheet of sheets) workbook.deleteSheet(sheet);
  });
}

function highlight(session: GridSession, plans: readonly HighlightPlan[], watch?: Watch): void {
  if (watch?.signal?.aborted) throw new HostError("cancelled");
  const sheets = plans.map((plan) => ({ sheet: writable(session.workbook, plan.sheet), rules: plan.rules }));
  session.write(() => {
    for (const { sheet } of sheets) clearHighlight(sheet);
    for (const { sheet, rules } of sheets) addHighlight(sheet, rules);
  });
  watch?.onProgress?.({ done: plans.length, total: plans.length });
}

function selection(workbook: FWorkbook) {
  const range = workbook.getActiveRange();
  const sheet = workbook.getActiveSheet().getSheetName();
  return range ? { sheet, ...fromRange(range.getRange()) } : { sheet, row: 0, column: 0, rows: 1, columns: 1 };
}

/** Brings the cells into view. */
function select(session: GridSession, sheet: FWorksheet, range: ReturnType<typeof toRange>): void {
  if (sheet.isSheetHidden()) throw new HostError("hiddenSheet", sheet.getSheetName());
  session.workbook.setActiveSheet(sheet);
  sheet.getRange(range).activate();
  reveal(session, sheet, range);
}
