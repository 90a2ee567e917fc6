import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Judgement } from "../../engine";
import { REPORTS, type Written } from "../../workbook";
import { Section } from "../parts/section";
import { TextLink } from "../parts/text-link";
import type { Task } from "../work/state";
import { reportTexts } from "./texts";

const useStyles = makeStyles({
  tab: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXL },
  plain: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  item: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", alignItems: "center", columnGap: tokens.spacingHorizontalM, paddingBlock: tokens.spacingVerticalS, borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  term: { fontWeight: tokens.fontWeightSemibold },
  under: { display: "block", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
  actions: { display: "flex", gap: tokens.spacingHorizontalM, whiteSpace: "nowrap" },
});

interface ReportTabProps {
  readonly judgement: Judgement | null;
  readonly written: readonly Written[];
  readonly busy: boolean;
  readonly run: (task: Task) => void;
}

/** 报表: what can be made and what for, what was made when, and 撤销. */
export function ReportTab({ judgement, written, busy, run }: ReportTabProps) {
  const styles = useStyles();
  if (judgement === null) return <p className={styles.plain}>{reportTexts.nothingYet}</p>;
  const lacking = judgement.county.stages.primary.undetermined + judgement.county.stages.junior.undetermined;
  return (
    <div className={styles.tab}>
      <Section heading={reportTexts.head}>
        <p className={styles.plain}>{reportTexts.note}</p>
        {lacking > 0 && <p className={styles.plain}>{reportTexts.lacking(lacking)}</p>}
        <ul className={styles.list}>
          {REPORTS.map(({ id, term, purpose }) => {
            const again = written.some((one) => one.kind === "report" && one.id === id);
            return (
              <li key={id} className={styles.item}>
                <span>
                  <span className={styles.term}>{term}</span>
                  <span className={styles.under}>{purpose}</span>
                </span>
                <Button size="small" disabled={busy} aria-label={reportTexts.writeOf(term, again)} onClick={() => run({ kind: "report", id })}>
                  {again ? reportTexts.again : reportTexts.write}
                </Button>
              </li>
            );
          })}
        </ul>
      </Section>
      {written.length > 0 && (
        <Section heading={reportTexts.made}>
          <ul className={styles.list}>
            {written.map((one) => (
              <MadeLine key={`${one.kind} ${one.id} ${one.when}`} one={one} run={run} />
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}

function MadeLine({ one, run }: { readonly one: Written; readonly run: (task: Task) => void }) {
  const styles = useStyles();
  const [sheet] = one.sheets;
  return (
    <li className={styles.item}>
      <span>
        {one.term}
        <span className={styles.under}>
          {one.when} · {one.sheets.join("、")}
        </span>
      </span>
      <span className={styles.actions}>
        {sheet !== undefined && (
          <TextLink label={reportTexts.goToOf(sheet)} onClick={() => run({ kind: "openSheet", sheet })}>
            {reportTexts.goTo}
          </TextLink>
        )}
        <TextLink label={reportTexts.undoOf(one.term)} onClick={() => run({ kind: "undo", written: one })}>
          {reportTexts.undo}
        </TextLink>
      </span>
    </li>
  );
}
