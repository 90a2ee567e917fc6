import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { VERDICT_TERMS, type Verdict } from "../../engine";

const useStyles = makeStyles({
  mark: { display: "inline-block", flexShrink: 0, verticalAlign: "-2px" },
  met: { color: tokens.colorStatusSuccessForeground1 },
  floor: { color: tokens.colorStatusWarningForeground1 },
  unmet: { color: tokens.colorStatusDangerForeground1 },
  undetermined: { color: tokens.colorNeutralForeground3 },
  notApplicable: { color: tokens.colorNeutralForeground3 },
  word: { display: "inline-flex", alignItems: "center", gap: tokens.spacingHorizontalXS, whiteSpace: "nowrap" },
  strong: { fontWeight: tokens.fontWeightSemibold },
});

/** A shape per verdict, drawn, because common Chinese fonts lack some of them. */
const SHAPES: Readonly<Record<Verdict, React.ReactNode>> = {
  met: <circle cx="7" cy="7" r="5.5" fill="currentColor" />,
  floor: <path d="M7 1.6 13 12.4H1z" fill="currentColor" />,
  unmet: <path d="M2.5 2.5l9 9m0-9l-9 9" stroke="currentColor" strokeWidth="2.6" strokeLinecap="round" />,
  undetermined: <circle cx="7" cy="7" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  notApplicable: <path d="M2.5 7h9" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />,
};

/** The shape of a verdict (判定标志): never colour alone; the word is its accessible name. */
export function VerdictMark({ verdict, label, size = 14 }: { readonly verdict: Verdict; readonly label?: string; readonly size?: number }) {
  const styles = useStyles();
  const name = label ?? VERDICT_TERMS[verdict];
  return (
    <svg className={mergeClasses(styles.mark, styles[verdict])} width={size} height={size} viewBox="0 0 14 14" role="img" aria-label={name}>
      <title>{name}</title>
      {SHAPES[verdict]}
    </svg>
  );
}

/** The shape with its word beside it. */
export function VerdictWord({ verdict }: { readonly verdict: Verdict }) {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.word, styles.strong, styles[verdict])}>
      <svg width={14} height={14} viewBox="0 0 14 14" aria-hidden="true">
        {SHAPES[verdict]}
      </svg>
      {VERDICT_TERMS[verdict]}
    </span>
  );
}
