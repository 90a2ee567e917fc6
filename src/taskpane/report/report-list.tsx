import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { ReportContext, ReportKind, Written } from "../../workbook";
import type { Task } from "../machine/state";
import { reportTexts } from "./texts";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none" },
  item: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", alignItems: "center", columnGap: tokens.spacingHorizontalM, paddingBlock: tokens.spacingVerticalS, borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  term: { fontWeight: tokens.fontWeightSemibold },
  under: { display: "block", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
  lack: { display: "-webkit-box", WebkitLineClamp: "2", WebkitBoxOrient: "vertical", overflow: "hidden" },
});

interface ReportListProps {
  readonly reports: readonly ReportKind[];
  readonly context: ReportContext;
  readonly written: readonly Written[];
  readonly busy: boolean;
  readonly run: (task: Task) => void;
}

/** Reports that can be made (报表): what each is for, what is still missing for it, and the button. */
export function ReportList({ reports, context, written, busy, run }: ReportListProps) {
  const styles = useStyles();
  const missing = useMemo(() => new Map(reports.map((kind) => [kind.id, kind.lacks?.(context) ?? []])), [reports, context]);
  return (
    <ul className={styles.list}>
      {reports.map(({ id, term, purpose }) => {
        const again = written.some((one) => one.kind === "report" && one.id === id);
        const lacks = missing.get(id) ?? [];
        return (
          <li key={id} className={styles.item}>
            <span>
              <span className={styles.term}>{term}</span>
              <span className={styles.under}>{purpose}</span>
              {lacks.slice(0, LACKS).map((lack) => (
                <span key={lack} className={mergeClasses(styles.under, styles.lack)} title={lack}>{reportTexts.lacks(lack)}</span>
              ))}
              {lacks.length > LACKS && <span className={styles.under}>{reportTexts.moreLacks(lacks.length - LACKS)}</span>}
            </span>
            <Button size="small" disabled={busy} aria-label={reportTexts.writeOf(term, again)} onClick={() => run({ kind: "reports", ids: [id] })}>
              {again ? reportTexts.again : reportTexts.write}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

/** So many things missing are named; the report itself lists all. */
const LACKS = 2;
