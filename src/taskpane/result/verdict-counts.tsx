import { makeStyles, tokens } from "@fluentui/react-components";
import { VERDICT_TERMS, type Verdict } from "../../engine";
import { VerdictMark } from "../parts/verdict-mark";

const useStyles = makeStyles({
  summary: { display: "flex", flexWrap: "wrap", alignItems: "baseline", columnGap: tokens.spacingHorizontalM, flexGrow: 1, minWidth: 0 },
  term: { fontWeight: tokens.fontWeightSemibold, marginInlineEnd: "auto" },
  count: { display: "inline-flex", alignItems: "center", gap: tokens.spacingHorizontalXXS, fontSize: tokens.fontSizeBase200, fontVariantNumeric: "tabular-nums" },
});

/** In this order: what needs work first. */
const COUNTED: readonly Verdict[] = ["unmet", "undetermined", "met", "notApplicable"];

/** A part's name and how many of its items have which verdict (计数). */
export function VerdictCounts({ term, verdicts }: { readonly term: string; readonly verdicts: readonly Verdict[] }) {
  const styles = useStyles();
  const counts = COUNTED.map((verdict) => ({ verdict, count: verdicts.filter((one) => one === verdict).length })).filter(({ count }) => count > 0);
  return (
    <span className={styles.summary}>
      <span className={styles.term}>{term}</span>
      {counts.map(({ verdict, count }) => (
        <span key={verdict} className={styles.count}>
          <VerdictMark verdict={verdict} size={12} />
          {VERDICT_TERMS[verdict]} {count}
        </span>
      ))}
    </span>
  );
}
