import { HostError, STORE_SHEET, type Host, type HostErrorKind, type Selection, type SheetChange, type Watch } from "../../src/host/host";
import type { Area, Cell, SheetBlock, SheetInfo } from "../../src/grid/block";
import type { HighlightPlan, SheetMark, SheetPlan } from "../../src/workbook";

export interface MemorySheet {
  readonly name: string;
  readonly values: readonly (readonly Cell[])[];
  readonly visibility?: SheetInfo["visibility"];
  readonly merges?: readonly Area[];
}

type Call = keyof Host;

/** A spreadsheet program in memory: keeps what is written, can refuse, can be made to wait. */
export class MemoryHost implements Host {
  readonly kind = "univer";
  readonly hasFunctions = true;
  readonly spills = true;
  hasCharts = false;
  readonly calls: Call[] = [];
  readonly sheets = new Map<string, Cell[][]>();
  readonly written = new Map<string, SheetPlan>();
  /** Cells of the written sheets, as people may have changed them; empty text is an empty cell, as in every program. */
  private readonly writtenCells = new Map<string, Cell[][]>();
  readonly visibility = new Map<string, SheetInfo["visibility"]>();
  readonly formulas = new Map<string, string>();
  private readonly merges = new Map<string, readonly Area[]>();
  highlights: readonly HighlightPlan[] = [];
  store: readonly string[] = [];
  /** Marks by the sheet they stand on. */
  readonly marks = new Map<string, readonly SheetMark[]>();
  selected: Selection | null = null;
  private listener: ((change: SheetChange) => void) | null = null;
  private readonly refusals = new Map<Call, HostError>();
  private readonly gates = new Map<Call, Promise<void>>();

  constructor(sheets: readonly MemorySheet[], readonly name = "示范县.xlsx") {
    for (const sheet of sheets) {
      this.sheets.set(sheet.name, sheet.values.map((row) => [...row]));
      this.visibility.set(sheet.name, sheet.visibility ?? "visible");
      this.merges.set(sheet.name, sheet.merges ?? []);
    }
  }

  /** The next such call is refused. */
  refuse(call: Call, kind: HostErrorKind, where: string | null = null): void {
    this.refusals.set(call, new HostError(kind, where));
  }

  /** Such calls wait until the returned function is called. */
  hold(call: Call): () => void {
    let open = () => {};
    this.gates.set(call, new Promise((resolve) => (open = resolve)));
    return () => {
      this.gates.delete(call);
      open();
    };
  }

  /** A person changes a cell. */
  type(sheet: string, row: number, column: number, value: Cell): void {
    const rows = this.cellsOf(sheet);
    for (let at = rows?.length ?? 0; rows && at <= row; at += 1) rows.push([]);
    const cells = rows?.[row];
    if (cells) cells[column] = value;
    this.change({ sheet, area: { row, column, rows: 1, columns: 1 }, kind: "cells" });
  }

  cellsOf(sheet: string): Cell[][] | undefined {
    return this.sheets.get(sheet) ?? (this.written.has(sheet) ? this.writtenCells.get(sheet) : undefined);
  }

  change(change: SheetChange): void {
    this.listener?.(change);
  }

  private async answer<T>(call: Call, give: () => T, signal?: AbortSignal): Promise<T> {
    this.calls.push(call);
    await this.gates.get(call);
    const refusal = this.refusals.get(call);
    this.refusals.delete(call);
    if (refusal) throw refusal;
    if (signal?.aborted) throw new HostError("cancelled");
    return give();
  }

  workbookName = () => this.answer("workbookName", () => this.name);

  listSheets = () =>
    this.answer("listSheets", () => [
      ...[...this.sheets].map(([name, values]): SheetInfo => ({ name, visibility: this.visibility.get(name) ?? "visible", used: used(values), isProtected: false })),
      ...[...this.written.keys()].map((name): SheetInfo => ({ name, visibility: "visible", used: used(this.cellsOf(name) ?? []), isProtected: false })),
      { name: STORE_SHEET, visibility: "veryHidden" as const, used: null, isProtected: false },
    ]);

  readSheets = (names: readonly string[], watch?: Watch) =>
    this.answer(
      "readSheets",
      () =>
        names.map((name) => {
          const values = this.cellsOf(name);
          if (!values) throw new HostError("missingSheet", `“${name}”`);
          watch?.onProgress?.({ done: values.length, total: values.length });
          return block(name, values, this.merges.get(name) ?? []);
        }),
      watch?.signal,
    );

  writeSheets = (plans: readonly SheetPlan[], replaces: readonly string[]) =>
    this.answer("writeSheets", () => {
      const taken = plans.find((plan) => (this.written.has(plan.name) && !replaces.includes(plan.name)) || this.sheets.has(plan.name));
      if (taken) throw new HostError("nameTaken", `“${taken.name}”`);
      for (const plan of plans) {
        this.written.set(plan.name, plan);
        this.merges.set(plan.name, plan.merges);
        this.writtenCells.set(plan.name, plan.rows.map((row) => row.map((cell) => (typeof cell?.value === "object" || cell?.value === "" ? null : cell?.value ?? null))));
      }
    });

  deleteSheets = (names: readonly string[]) => this.answer("deleteSheets", () => names.forEach((name) => this.written.delete(name)));

  markSheets = (marks: readonly SheetMark[]) =>
    this.answer("markSheets", () => {
      for (const mark of marks) if (this.written.has(mark.sheet)) {
        this.marks.set(mark.sheet, [...(this.marks.get(mark.sheet) ?? []), mark]);
        const cells = this.writtenCells.get(mark.sheet)?.[mark.row];
        if (cells) cells[mark.column] = mark.text;
      }
    });

  highlight = (plans: readonly HighlightPlan[]) => this.answer("highlight", () => void (this.highlights = plans));

  removeHighlight = () =>
    this.answer("removeHighlight", () => {
      const rules = this.highlights.reduce((sum, plan) => sum + plan.rules.length, 0);
      this.highlights = [];
      return rules;
    });

  highlighted = () => this.answer("highlighted", () => this.highlights.map((plan) => plan.sheet));

  insertFormulas = (at: Selection, formulas: readonly (readonly string[])[]) =>
    this.answer("insertFormulas", () => {
      const cells = formulas.flatMap((row, i) => row.map((formula, j) => [`${at.sheet}!${at.row + i},${at.column + j}`, formula] as const));
      if (cells.some(([cell]) => this.formulas.has(cell))) throw new HostError("occupied");
      for (const [cell, formula] of cells) this.formulas.set(cell, formula);
    });

  takeBackFormulas = (at: Selection, formulas: readonly (readonly string[])[]) =>
    this.answer("takeBackFormulas", () => formulas.forEach((row, i) => row.forEach((_, j) => this.formulas.delete(`${at.sheet}!${at.row + i},${at.column + j}`))));

  selection = () => this.answer("selection", () => this.selected ?? { sheet: [...this.sheets.keys()][0] ?? "", row: 0, column: 0, rows: 1, columns: 1 });

  select = (sheet: string, area: Area) =>
    this.answer("select", () => {
      if (!this.sheets.has(sheet) && !this.written.has(sheet)) throw new HostError("missingSheet", `“${sheet}”`);
      this.selected = { sheet, row: area.row, column: area.column, rows: area.rows, columns: area.columns };
    });

  watch = (listener: (change: SheetChange) => void) =>
    this.answer("watch", () => {
      this.listener = listener;
      return () => void (this.listener = null);
    });

  loadStore = () => this.answer("loadStore", () => this.store);
  saveStore = (texts: readonly string[]) => this.answer("saveStore", () => void (this.store = texts));
}

function used(values: readonly (readonly Cell[])[]): Area | null {
  const columns = Math.max(0, ...values.map((row) => row.length));
  return columns === 0 ? null : { row: 0, column: 0, rows: values.length, columns };
}

function block(sheet: string, values: readonly (readonly Cell[])[], merges: readonly Area[]): SheetBlock {
  const columns = Math.max(0, ...values.map((row) => row.length));
  const full = values.map((row) => Array.from({ length: columns }, (_, j) => row[j] ?? null));
  return { sheet, row: 0, column: 0, rows: values.length, columns, values: full, merges, hiddenRows: [], hiddenColumns: [], tables: [] };
}
