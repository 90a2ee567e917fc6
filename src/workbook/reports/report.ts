import type { Judgement } from "../../engine/model";
import type { Standard } from "../../engine/standard";
import type { Reading } from "../../reading/model";
import type { SheetPlan } from "../sheet-plan";

/** What every report is made of. The date comes from outside: nothing here knows a clock. */
export interface ReportContext {
  readonly reading: Reading;
  readonly judgement: Judgement;
  readonly standard: Standard;
  readonly workbookName: string;
  /** Day of making, `2026-11-22`. */
  readonly date: string;
  /** 数据时点, as the bureau states it; printed as 未注明 when left out (R27). */
  readonly dataDate?: string;
  /** True once the list of schools was compared with a register (R17). */
  readonly rosterChecked?: boolean;
}

/** One report the pane offers (报表). */
export interface ReportKind {
  readonly id: string;
  /** Official name, 七项指标报告. */
  readonly term: string;
  /** One line: what it is for. */
  readonly purpose: string;
  build(context: ReportContext): SheetPlan[];
}

/** Names of our own sheets start with this (R27): the pane and the reader know them by it. */
export const SHEET_PREFIX = "义教均衡-";
