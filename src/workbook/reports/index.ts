import { contributionRanking } from "./contribution-ranking";
import { declaration } from "./declaration";
import { itemsTable } from "./items-table";
import { localTargets } from "./local-targets";
import { deadlineList } from "./lists/deadline-list";
import { problemLedger } from "./lists/problem-ledger";
import { projectList } from "./lists/project-list";
import { taskList } from "./lists/task-list";
import { charts } from "./plans/charts";
import { countyPlan } from "./plans/county-plan";
import { gapEstimate } from "./plans/gap-estimate";
import { schoolPlans } from "./plans/school-plans";
import { problemList } from "./problem-list";
import type { ReportKind } from "./report";
import { selfAssessment } from "./self-assessment";
import { sevenIndicators } from "./seven-indicators";
import { variationTable } from "./variation-table";
import { verdictTotals } from "./verdicts";

/** Reports in the order the pane offers them (报表). A new report is its file and one line here. */
export const REPORTS: readonly ReportKind[] = [
  declaration,
  selfAssessment,
  itemsTable,
  verdictTotals,
  sevenIndicators,
  variationTable,
  contributionRanking,
  charts,
  localTargets,
  gapEstimate,
  schoolPlans,
  countyPlan,
  taskList,
  projectList,
  deadlineList,
  problemLedger,
  problemList,
];
