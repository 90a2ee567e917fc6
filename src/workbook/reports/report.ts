import type { Steps } from "../../engine";
import type { CountyFigures, ItemBook, ItemsJudgement } from "../../engine/items/model";
import type { LocalFinding } from "../../engine/local/model";
import type { Judgement } from "../../engine/model";
import type { Standard } from "../../engine/standard";
import type { SheetBlock } from "../../grid/block";
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
  /** All items besides 资源配置, and 县域结论. */
  readonly items: ItemsJudgement;
  readonly book: ItemBook;
  readonly county: CountyFigures;
  /** County and year as chosen, where chosen: 示范县, 2026. */
  readonly countyName: string | null;
  readonly year: number | null;
  /** Where the county stands against the local plan it chose; `null` without a choice. */
  readonly local: readonly LocalFinding[] | null;
  /** A second standard judged beside the national one (R5): a bureau's own or 基本均衡; `null` when none is chosen. */
  readonly second: { readonly standard: Standard; readonly judgement: Judgement; readonly items?: ItemsJudgement | null } | null;
  readonly unitCosts: UnitCosts;
  /** Our own sheets as they stand now, by name: what people typed into lists is carried over. */
  readonly previous: ReadonlyMap<string, SheetBlock>;
}

/** What one unit costs, in yuan (单价): 人 a year, 间, ㎡; 设备 costs itself. Absent: not given, no money is computed. */
export interface UnitCosts {
  readonly teacher?: number;
  readonly teachingArea?: number;
  readonly sportArea?: number;
  readonly multimediaRoom?: number;
  readonly musicRoom?: number;
  readonly fineArtRoom?: number;
}

/** Groups reports are offered in. */
export const REPORT_GROUPS = ["official", "analysis", "plan", "check"] as const;
export type ReportGroup = (typeof REPORT_GROUPS)[number];
export const REPORT_GROUP_TERMS: Readonly<Record<ReportGroup, string>> = { official: "申报与自评", analysis: "测算与分析", plan: "整改", check: "核查" };

/** One report the pane offers (报表). */
export interface ReportKind {
  readonly id: string;
  /** Official name, 七项指标报告. */
  readonly term: string;
  /** One line: what it is for. */
  readonly purpose: string;
  readonly group: ReportGroup;
  /** Its sheets' names, for reading what people typed into them before they are written again; empty when nothing is typed there. */
  readonly typedSheets: readonly string[];
  /** What is still missing for it, one line each. */
  lacks?(context: ReportContext): readonly string[];
  build(context: ReportContext): SheetPlan[];
  /** The same as `build`, stopping now and then: whoever has a window to keep alive takes a breath at each stop. */
  steps?(context: ReportContext): Steps<SheetPlan[]>;
}

/** A sheet to fill in (模板): a filled one is read without a question. Its name does not begin with `SHEET_PREFIX`, for it becomes the bureau's own. */
export interface TemplateKind {
  readonly id: string;
  readonly term: string;
  readonly purpose: string;
  build(standard: Standard, book: ItemBook): SheetPlan;
}

/** Names of our own sheets start with this (R27): the pane and the reader know them by it. */
export const SHEET_PREFIX = "义教均衡-";
