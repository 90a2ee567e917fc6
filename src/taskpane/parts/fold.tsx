import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  fold: { borderRadius: tokens.borderRadiusMedium, border: `1px solid ${tokens.colorNeutralStroke2}`, "[open] > summary svg": { rotate: "90deg" } },
  bare: { border: "none" },
  summary: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalS}`,
    cursor: "pointer",
    listStyleType: "none",
    borderRadius: tokens.borderRadiusMedium,
    "::-webkit-details-marker": { display: "none" },
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  chevron: { flexShrink: 0, color: tokens.colorNeutralForeground3 },
  body: { padding: `0 ${tokens.spacingHorizontalS} ${tokens.spacingVerticalS}` },
});

interface FoldProps {
  readonly summary: React.ReactNode;
  readonly children: React.ReactNode;
  readonly open?: boolean;
  readonly onToggle?: (open: boolean) => void;
  readonly bare?: boolean;
}

/** Details on demand (折叠), by the browser's own element: keyboard and screen readers come with it. */
export function Fold({ summary, children, open, onToggle, bare = false }: FoldProps) {
  const styles = useStyles();
  return (
    <details className={mergeClasses(styles.fold, bare && styles.bare)} open={open} onToggle={(event) => onToggle?.(event.currentTarget.open)}>
      <summary className={styles.summary}>
        <svg className={styles.chevron} width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
          <path d="M3 1l4 4-4 4" fill="none" stroke="currentColor" strokeWidth="1.5" />
        </svg>
        {summary}
      </summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
