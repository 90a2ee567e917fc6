import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { pictures, REPORT_GROUP_TERMS, REPORT_GROUPS, REPORTS, type ReportContext, type Written } from "../../workbook";
import { Message } from "../parts/message";
import { PictureView } from "../parts/picture-view";
import { Section } from "../parts/section";
import { TextLink } from "../parts/text-link";
import { isAged } from "../machine/finality";
import type { Task, WorkState } from "../machine/state";
import { useReportContext } from "../machine/use-context";
import { MadeList } from "./made-list";
import { ReportList } from "./report-list";
import { TemplateList } from "./template-list";
import { reportTexts } from "./texts";

const useStyles = makeStyles({
  tab: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXL },
  plain: { margin: 0, color: tokens.colorNeutralForeground2 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  pictures: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 270px), 1fr))", gap: tokens.spacingVerticalL },
});

/** Reports by group, groups without any left out. */
const GROUPS = REPORT_GROUPS.map((group) => ({ group, reports: REPORTS.filter((one) => one.group === group) })).filter(({ reports }) => reports.length > 0);

interface ReportTabProps {
  readonly state: WorkState;
  readonly run: (task: Task) => void;
}

/** 报表: what can be made and what for, what was made when and 撤销, templates, pictures. */
export function ReportTab({ state, run }: ReportTabProps) {
  const styles = useStyles();
  const context = useReportContext(state);
  const { written } = state.kept;
  const busy = state.busy !== null;
  return (
    <div className={styles.tab}>
      {context === null ? <p className={styles.plain}>{state.reading === null ? reportTexts.nothingYet : reportTexts.nothingFound}</p> : <Head state={state} context={context} run={run} />}
      {written.length > 0 && <MadeList written={written} fingerprint={state.whole?.fingerprint} busy={busy} run={run} />}
      {context !== null && GROUPS.map(({ group, reports }) => (
        <Section key={group} heading={REPORT_GROUP_TERMS[group]}>
          <ReportList reports={reports} context={context} written={written} busy={busy} run={run} />
        </Section>
      ))}
      <TemplateList busy={busy} run={run} />
      {context !== null && <Pictures context={context} />}
    </div>
  );
}

function Head({ state, context, run }: ReportTabProps & { readonly context: ReportContext }) {
  const styles = useStyles();
  const busy = state.busy !== null;
  const lacking = context.judgement.county.stages.primary.undetermined + context.judgement.county.stages.junior.undetermined;
  const aged = state.kept.written.filter((one) => isAged(one, state.whole?.fingerprint));
  return (
    <>
      {aged.length > 0 && <Aged aged={aged} run={run} />}
      <Section heading={reportTexts.head}>
        <p className={styles.plain}>{reportTexts.note}</p>
        {lacking > 0 && <p className={styles.plain}>{reportTexts.lacking(lacking)}</p>}
        <div className={styles.buttons}>
          <Button size="small" appearance="primary" disabled={busy} onClick={() => run({ kind: "reports", ids: REPORTS.map(({ id }) => id) })}>
            {reportTexts.all(REPORTS.length)}
          </Button>
          <Button size="small" disabled={busy} onClick={() => run({ kind: "word" })}>
            {reportTexts.word}
          </Button>
        </div>
      </Section>
    </>
  );
}

function Pictures({ context }: { readonly context: ReportContext }) {
  const styles = useStyles();
  const county = useMemo(() => pictures(context), [context]);
  if (county.length === 0) return null;
  return (
    <Section heading={reportTexts.pictures}>
      <div className={styles.pictures}>
        {county.map((picture) => (
          <PictureView key={picture.id} picture={picture} />
        ))}
      </div>
    </Section>
  );
}

/** Reports made before the data changed (与定稿不一致, R27). */
function Aged({ aged, run }: { readonly aged: readonly Written[]; readonly run: (task: Task) => void }) {
  const reports = aged.filter((one) => one.kind === "report");
  const again = reports.length === 0 ? undefined : <TextLink onClick={() => run({ kind: "reports", ids: reports.map(({ id }) => id) })}>{reportTexts.makeAgain}</TextLink>;
  return (
    <Message tone="warning" actions={again}>
      {reportTexts.aged(aged.map(({ term }) => term))}
    </Message>
  );
}
