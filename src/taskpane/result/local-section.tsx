import { makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { LOCAL_KINDS, LOCAL_KIND_TERMS, type LocalFinding } from "../../engine";
import { Fold } from "../parts/fold";
import { Section } from "../parts/section";
import { VerdictMark } from "../parts/verdict-mark";
import { ClauseQuote } from "./detail-parts";
import { resultTexts } from "./texts";
import { VerdictCounts } from "./verdict-counts";

const useStyles = makeStyles({
  note: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
  rows: { display: "flex", flexDirection: "column" },
  row: { display: "grid", gridTemplateColumns: "14px minmax(0, 1fr)", columnGap: tokens.spacingHorizontalS, alignItems: "baseline", flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  said: { gridColumnStart: 2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  more: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS, overflowWrap: "anywhere" },
  plain: { margin: 0 },
});

interface LocalSectionProps {
  readonly heading: string;
  readonly aside: string;
  readonly findings: readonly LocalFinding[];
}

/** 本地目标: where the county stands against a local plan, beside the national verdict and never instead of it (R5, R26). */
export function LocalSection({ heading, aside, findings }: LocalSectionProps) {
  const styles = useStyles();
  const judged = findings.filter((one) => one.verdict !== null);
  return (
    <Section heading={heading} aside={aside}>
      <p className={styles.note}>{resultTexts.localNote}</p>
      {judged.length === 0 && <p className={styles.plain}>{resultTexts.localNone}</p>}
      {judged.length > 0 && <Listed summary={<VerdictCounts term={resultTexts.localListed(resultTexts.localJudged, judged.length)} verdicts={judged.flatMap(({ verdict }) => verdict ?? [])} />} listed={judged} />}
      {LOCAL_KINDS.map((kind) => ({ kind, listed: findings.filter((one) => one.verdict === null && one.row.kind === kind) })).filter(({ listed }) => listed.length > 0).map(({ kind, listed }) => (
        <Listed key={kind} summary={resultTexts.localListed(LOCAL_KIND_TERMS[kind], listed.length)} listed={listed} />
      ))}
    </Section>
  );
}

/** 指标 and 目标, judged; 项目 and 任务, listed (R26). */
function Listed({ summary, listed }: { readonly summary: React.ReactNode; readonly listed: readonly LocalFinding[] }) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  return (
    <Fold summary={summary} open={open} onToggle={setOpen}>
      {open && (
        <div className={styles.rows}>
          {listed.map((finding) => (
            <LocalLine key={finding.row.id} finding={finding} />
          ))}
        </div>
      )}
    </Fold>
  );
}

function LocalLine({ finding }: { readonly finding: LocalFinding }) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const { row, verdict, text, reference } = finding;
  return (
    <Fold
      bare
      open={open}
      onToggle={setOpen}
      summary={
        <span className={styles.row}>
          {verdict === null ? <span /> : <VerdictMark verdict={verdict} />}
          <span>{row.term}</span>
          <span className={styles.said}>
            {text}
            {reference && `（${resultTexts.reference}）`}
          </span>
        </span>
      }
    >
      {open && (
        <div className={styles.more}>
          {row.number !== "" && <p className={styles.plain}>{resultTexts.number(row.number, row.unit)}</p>}
          {row.deadline !== "" && <p className={styles.plain}>{resultTexts.deadline(row.deadline)}</p>}
          {row.owners.length > 0 && <p className={styles.plain}>{resultTexts.owners(row.owners.join("、"))}</p>}
          <ClauseQuote clause={row.clause} />
        </div>
      )}
    </Fold>
  );
}
