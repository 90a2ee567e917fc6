import { contributionRanking } from "./contribution-ranking";
import { problemList } from "./problem-list";
import type { ReportKind } from "./report";
import { sevenIndicators } from "./seven-indicators";
import { variationTable } from "./variation-table";
import { verdictTotals } from "./verdicts";

/** Reports in the order the pane offers them (报表). A new report is its file and one line here. */
export const REPORTS: readonly ReportKind[] = [verdictTotals, sevenIndicators, variationTable, contributionRanking, problemList];
