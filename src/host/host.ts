import type { Area, SheetBlock, SheetInfo } from "../grid/block";
import type { HighlightPlan, SheetMark, SheetPlan } from "../workbook/sheet-plan";

/** Why a spreadsheet program refused; one kind per cause, so that the pane can say what to do. */
export const HOST_ERRORS = {
  editing: "正在编辑单元格，请先按回车或 Esc 结束编辑，再重试。",
  protectedSheet: "工作表受保护，无法写入。请先撤销工作表保护，再重试。",
  protectedWorkbook: "工作簿结构受保护，无法新建工作表。请先撤销工作簿保护，再重试。",
  missingSheet: "工作表已被删除或改名，请重新检查。",
  hiddenSheet: "工作表是隐藏的，无法定位。请先取消隐藏，再重试。",
  occupied: "目标单元格不是空的，为避免覆盖，没有写入。请选择空白区域再试。",
  nameTaken: "工作簿里已有同名工作表，而且不是本加载项写的。请先改名，再重试。",
  tooLarge: "数据量超出一次能处理的范围，请减少行列后重试。",
  unsupported: "当前版本的表格软件不支持此功能，请用 Excel 2021 或更高版本，或用网页版打开。",
  cancelled: "已取消，工作簿没有改动。",
  lost: "与表格软件的连接中断，请重试；如仍不行，请关闭后重新打开窗格。",
  readOnly: "工作簿是只读的，无法写入。请另存一份后重试。",
  unknown: "表格软件没有完成这一步，请重试。",
} as const;
export type HostErrorKind = keyof typeof HOST_ERRORS;

/** The one error a host throws. `message` is Chinese and says what to do; `detail` is for a bug report. */
export class HostError extends Error {
  constructor(readonly kind: HostErrorKind, readonly where: string | null = null, readonly detail: string = "") {
    super(where === null ? HOST_ERRORS[kind] : `${where}：${HOST_ERRORS[kind]}`);
    this.name = "HostError";
  }
}

export interface Progress {
  readonly done: number;
  readonly total: number;
}

export interface Watch {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** What changed outside our own writes. */
export interface SheetChange {
  readonly sheet: string;
  /** `null`: the whole sheet (rows came or went, sheet added, renamed or deleted). */
  readonly area: Area | null;
  readonly kind: "cells" | "structure" | "sheets";
}

export interface Selection extends Area {
  readonly sheet: string;
}

/** A dozen calls to a spreadsheet program. Rows and columns count from 0. Every call rejects with a `HostError` only. */
export interface Host {
  readonly kind: "excel" | "univer";
  /** Whether YJJH functions calculate here; when not, plain Excel formulas are inserted. */
  readonly hasFunctions: boolean;
  /** Whether a written array formula spills. */
  readonly spills: boolean;
  /** Whether charts of a sheet plan are drawn in the sheet; where not, they are left out and the pane shows their pictures. */
  readonly hasCharts: boolean;
  /** The workbook's file name, for reports and messages. */
  workbookName(): Promise<string>;
  listSheets(): Promise<readonly SheetInfo[]>;
  /** Used parts of the named sheets, in that order. Rejects with `missingSheet` when one has gone. */
  readSheets(names: readonly string[], watch?: Watch): Promise<readonly SheetBlock[]>;
  /**
   * Writes sheets of our own, each whole or not at all: a sheet named in `replaces` is ours from before and is replaced,
   * any other existing sheet of that name is left alone (`nameTaken`).
   */
  writeSheets(plans: readonly SheetPlan[], replaces: readonly string[], watch?: Watch): Promise<void>;
  deleteSheets(names: readonly string[]): Promise<void>;
  /**
   * Writes a text on sheets of our own that were written before (「与定稿不一致」). A sheet that has gone is passed over;
   * a protected one is named by the refusal after the others were marked.
   */
  markSheets(marks: readonly SheetMark[]): Promise<void>;
  /** Removes what carries our marker on the named sheets, then adds the rules. The user's own formats are not touched. */
  highlight(plans: readonly HighlightPlan[], watch?: Watch): Promise<void>;
  /** Removes what carries our marker, on every sheet; returns how many rules went. */
  removeHighlight(): Promise<number>;
  /** Sheets that carry our marker. */
  highlighted(): Promise<readonly string[]>;
  /** Writes formulas into empty cells only (`occupied` otherwise). A one-cell formula that spills names its size in `spill`. */
  insertFormulas(at: Selection, formulas: readonly (readonly string[])[], spill?: { readonly rows: number; readonly columns: number }): Promise<void>;
  /** Empties cells that still hold exactly these formulas: the undo of `insertFormulas`. */
  takeBackFormulas(at: Selection, formulas: readonly (readonly string[])[]): Promise<void>;
  selection(): Promise<Selection>;
  select(sheet: string, area: Area): Promise<void>;
  /** Tells changes by people, not our own writes. Returns how to stop. */
  watch(listener: (change: SheetChange) => void): Promise<() => void>;
  /** Texts kept in the workbook on the very hidden sheet `_YJJH`, one a cell, at most 30,000 characters each. */
  loadStore(): Promise<readonly string[]>;
  saveStore(texts: readonly string[]): Promise<void>;
}

/** Name of the very hidden sheet that keeps settings. */
export const STORE_SHEET = "_YJJH";
