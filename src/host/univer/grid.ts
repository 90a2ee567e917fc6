import { createUniver, type ILanguagePack, type IMutationInfo, IUndoRedoService, LocaleType, mergeLocales, type Injector, type IWorkbookData } from "@univerjs/presets";
import { CalculationMode, type FWorkbook, UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import coreTexts from "@univerjs/preset-sheets-core/locales/zh-CN";
import { UniverSheetsConditionalFormattingPreset } from "@univerjs/preset-sheets-conditional-formatting";
import { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import validationTexts from "@univerjs/preset-sheets-data-validation/locales/zh-CN";
import formatTexts from "@univerjs/preset-sheets-conditional-formatting/locales/zh-CN";
import { forgiveGoneSheets } from "./forgive-gone";

export type UniverApi = ReturnType<typeof createUniver>["univerAPI"];

/** The spreadsheet of the page without Excel (网页表格): one at a time, holding one workbook at a time. */
export interface Grid {
  readonly api: UniverApi;
  readonly injector: Injector;
  /** Shows a workbook in place of the one shown before. */
  show(data: Partial<IWorkbookData>): FWorkbook;
  setDark(dark: boolean): void;
}

/** The grid's own Chinese, with the texts it lacks. */
const TEXTS = {
  ...mergeLocales(coreTexts, formatTexts, validationTexts),
  "sheets-formula": {
    ...(coreTexts["sheets-formula"] as ILanguagePack),
    progress: { analyzing: "正在分析公式", calculating: "正在计算", "array-analysis": "正在分析数组公式", "array-calculation": "正在计算数组公式", done: "计算完成" },
  },
};

/** Starts the spreadsheet inside an element. Formulas that come with a value keep it until something they read changes. */
export function startGrid(container: HTMLElement, dark: boolean): Grid {
  const { univer, univerAPI: api } = createUniver({
    darkMode: dark,
    locale: LocaleType.ZH_CN,
    locales: { [LocaleType.ZH_CN]: TEXTS },
    presets: [
      UniverSheetsCorePreset({ container, ribbonType: "simple", formula: { initialFormulaComputing: CalculationMode.WHEN_EMPTY } }),
      UniverSheetsConditionalFormattingPreset(),
      UniverSheetsDataValidationPreset(),
    ],
  });
  const injector = univer.__getInjector();
  forgiveGoneSheets((id, sheet) => api.getWorkbook(id)?.getSheetBySheetId(sheet) != null);
  let shown: FWorkbook | null = null;
  return {
    api,
    injector,
    show(data) {
      if (shown) api.disposeUnit(shown.getId());
      shown = api.createWorkbook(data);
      return shown;
    },
    setDark: (on) => api.toggleDarkMode(on),
  };
}

/** What every part of the host works on: the grid, the workbook it shows, and whether a write is ours. */
export class GridSession {
  private own = 0;

  constructor(readonly grid: Grid, readonly workbook: FWorkbook) {}

  get id(): string {
    return this.workbook.getId();
  }

  get isOwnWrite(): boolean {
    return this.own > 0;
  }

  /** Does writes of our own: not told to watchers, and taken back by one Ctrl+Z. Commands run to their end inside. */
  write<T>(action: () => T): T {
    const batch = this.grid.injector.get(IUndoRedoService).__tempBatchingUndoRedo(this.id);
    this.own++;
    try {
      return action();
    } finally {
      this.own--;
      batch.dispose();
    }
  }

  /** Runs one change of the grid's model, with the change that takes it back. */
  mutate(change: IMutationInfo, undo: IMutationInfo): void {
    this.grid.api.syncExecuteCommand(change.id, change.params);
    this.grid.injector.get(IUndoRedoService).pushUndoRedo({ unitID: this.id, undoMutations: [undo], redoMutations: [change] });
  }

  /** Waits until formulas have been calculated, but never long: a broken formula must not hold up the pane. */
  async calculated(): Promise<void> {
    const done = this.grid.api.getFormula().onCalculationResultApplied(CALCULATION_PATIENCE);
    await done.catch(() => undefined);
  }
}

const CALCULATION_PATIENCE = 10_000;
