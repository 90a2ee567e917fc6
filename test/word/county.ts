import { judge, judgeItems, judgeLocal, type Switches } from "../../src/engine";
import type { SheetBlock } from "../../src/grid/block";
import { readWorkbook } from "../../src/reading";
import { DEFAULT_STANDARD, findPlan, ITEM_BOOK } from "../../src/standards";
import type { ReportContext } from "../../src/workbook";

interface Given {
  readonly switches?: Switches;
  readonly countyName?: string | null;
  /** Plan, county and year. */
  readonly local?: readonly [plan: string, county: string, year: number];
}

/** What the pane would give the reports for some sheets. */
export function contextOf(blocks: readonly SheetBlock[], { switches = {}, countyName = "示范县", local }: Given = {}): ReportContext {
  const reading = readWorkbook(blocks, {});
  const judgement = judge(reading.schools, DEFAULT_STANDARD, switches, ITEM_BOOK.switches);
  const county = reading.county?.figures ?? {};
  const items = judgeItems({ schools: reading.schools, judgement, county, hasForm: reading.county !== undefined }, ITEM_BOOK, DEFAULT_STANDARD, switches);
  const plan = local && findPlan(local[0]);
  const findings = local && plan ? judgeLocal(plan, { plan: plan.id, county: local[1], year: local[2] }, { judgement, items, county, standard: DEFAULT_STANDARD }) : null;
  return {
    reading, judgement, standard: DEFAULT_STANDARD, workbookName: "示范县.xlsx", date: "2026-11-22", ...(reading.dataDate && { dataDate: reading.dataDate.text }),
    items, book: ITEM_BOOK, county, countyName, year: local?.[2] ?? 2026, local: findings, second: null, unitCosts: {}, previous: new Map(),
  };
}
