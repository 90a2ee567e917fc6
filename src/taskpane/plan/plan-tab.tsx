import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { gapsOf, REPORTS, sumsOf } from "../../workbook";
import { Section } from "../parts/section";
import { ReportList } from "../report/report-list";
import type { Task, WorkState } from "../machine/state";
import { useReportContext } from "../machine/use-context";
import { GapList } from "./gap-list";
import { planTexts } from "./texts";
import { UnitCostFields } from "./unit-costs";

const useStyles = makeStyles({
  tab: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXL },
  plain: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** Reports made from the gaps. */
const DOCUMENTS = REPORTS.filter(({ group }) => group === "plan");

interface PlanTabProps {
  readonly state: WorkState;
  readonly run: (task: Task) => void;
}

/** 整改: what is lacking with money, and the documents made from it. */
export function PlanTab({ state, run }: PlanTabProps) {
  const styles = useStyles();
  const context = useReportContext(state);
  const { kept } = state;
  const sums = useMemo(() => (context === null ? [] : sumsOf(context, gapsOf(context))), [context]);
  if (context === null) return <p className={styles.plain}>{state.reading === null ? planTexts.nothingYet : planTexts.nothingFound}</p>;
  return (
    <div className={styles.tab}>
      <GapList sums={sums} />
      <UnitCostFields costs={kept.unitCosts} onChange={(unitCosts) => run({ kind: "settings", change: { unitCosts } })} />
      <Section heading={planTexts.documents}>
        <ReportList reports={DOCUMENTS} context={context} written={kept.written} busy={state.busy !== null} run={run} />
      </Section>
    </div>
  );
}
