import type { IRange, IWorksheetData } from "@univerjs/presets";
import { SpreadsheetSkeleton } from "@univerjs/preset-sheets-core";
import { SheetsDataValidationValidatorService } from "@univerjs/preset-sheets-data-validation";

/** The grid puts work off until it is idle, and fails loudly when its sheet has gone meanwhile: such work has nothing left to do. */
export function forgiveGoneSheets(isThere: (workbook: string, sheet: string) => boolean): void {
  const skeleton = SpreadsheetSkeleton.prototype;
  const measure = Reflect.get(skeleton, "calculateAutoHeightInRange") as (this: SpreadsheetSkeleton, ...given: unknown[]) => [];
  const measured = function (this: SpreadsheetSkeleton, ...given: unknown[]) {
    const config = this.getWorksheetConfig() as IWorksheetData | null;
    return config ? measure.apply(this, given) : [];
  };
  Reflect.set(skeleton, "calculateAutoHeightInRange", measured);

  const checker = SheetsDataValidationValidatorService.prototype;
  const check = Reflect.get(checker, "validatorRanges") as (this: SheetsDataValidationValidatorService, workbook: string, sheet: string, ranges: readonly IRange[]) => Promise<unknown>;
  const checked = async function (this: SheetsDataValidationValidatorService, workbook: string, sheet: string, ranges: readonly IRange[]) {
    return isThere(workbook, sheet) ? check.call(this, workbook, sheet, ranges) : [];
  };
  Reflect.set(checker, "validatorRanges", checked);
}
