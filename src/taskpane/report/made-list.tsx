import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Written } from "../../workbook";
import { Section } from "../parts/section";
import { TextLink } from "../parts/text-link";
import { isAged } from "../machine/finality";
import type { Task } from "../machine/state";
import { reportTexts } from "./texts";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none" },
  item: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", alignItems: "center", columnGap: tokens.spacingHorizontalM, paddingBlock: tokens.spacingVerticalS, borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  under: { display: "block", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
  aged: { color: tokens.colorStatusWarningForeground1 },
  actions: { display: "flex", gap: tokens.spacingHorizontalM, whiteSpace: "nowrap" },
});

interface MadeListProps {
  readonly written: readonly Written[];
  /** Of the data as they are now. */
  readonly fingerprint: string | undefined;
  readonly busy: boolean;
  readonly run: (task: Task) => void;
}

/** The last written are what a person looks for. */
const AT_A_GLANCE = 3;

/** 已写入: what was written when, the last first, whether it still agrees with the data (R27), the way there and back. */
export function MadeList({ written, fingerprint, busy, run }: MadeListProps) {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const reports = written.filter(({ kind }) => kind === "report");
  const rest = written.length - AT_A_GLANCE;
  return (
    <Section heading={reportTexts.made} aside={reports.length > 1 && !busy && <TextLink onClick={() => run({ kind: "undo", written: reports })}>{reportTexts.undoReports(reports.length)}</TextLink>}>
      <ul className={styles.list}>
        {[...written].reverse().slice(0, all ? written.length : AT_A_GLANCE).map((one) => (
          <MadeLine key={`${one.kind} ${one.id} ${one.sheets.join("/")} ${one.when}`} one={one} aged={isAged(one, fingerprint)} run={run} />
        ))}
      </ul>
      {!all && rest > 0 && <TextLink onClick={() => setAll(true)}>{reportTexts.moreMade(rest)}</TextLink>}
    </Section>
  );
}

function MadeLine({ one, aged, run }: { readonly one: Written; readonly aged: boolean; readonly run: (task: Task) => void }) {
  const styles = useStyles();
  const [sheet] = one.sheets;
  const others = one.sheets.length - NAMED;
  return (
    <li className={styles.item}>
      <span>
        {one.term}
        <span className={styles.under}>
          {one.when} · {one.sheets.slice(0, NAMED).join("、")}
          {others > 0 && reportTexts.moreSheets(others)}
        </span>
        {aged && <span className={mergeClasses(styles.under, styles.aged)}>{reportTexts.disagrees}</span>}
      </span>
      <span className={styles.actions}>
        {sheet !== undefined && (
          <TextLink label={reportTexts.goToOf(sheet)} onClick={() => run({ kind: "openSheet", sheet })}>
            {reportTexts.goTo}
          </TextLink>
        )}
        <TextLink label={reportTexts.undoOf(one.term)} onClick={() => run({ kind: "undo", written: [one] })}>
          {reportTexts.undo}
        </TextLink>
      </span>
    </li>
  );
}

const NAMED = 2;
