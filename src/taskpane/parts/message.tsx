import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  bar: { display: "flex", flexWrap: "wrap", alignItems: "baseline", columnGap: tokens.spacingHorizontalM, rowGap: tokens.spacingVerticalXS, padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`, borderRadius: tokens.borderRadiusMedium, border: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground2, overflowWrap: "anywhere" },
  done: { backgroundColor: tokens.colorStatusSuccessBackground1, border: `1px solid ${tokens.colorStatusSuccessBorder1}` },
  warning: { backgroundColor: tokens.colorStatusWarningBackground1, border: `1px solid ${tokens.colorStatusWarningBorder1}` },
  error: { backgroundColor: tokens.colorStatusDangerBackground1, border: `1px solid ${tokens.colorStatusDangerBorder1}` },
  text: { flex: "1 1 180px", minWidth: 0 },
  actions: { display: "flex", gap: tokens.spacingHorizontalM, whiteSpace: "nowrap" },
});

export type Tone = "quiet" | "done" | "warning" | "error";

/** One line about what happened (提示), with what can be done about it. Its words carry the tone; colour only helps. */
export function Message({ tone, children, actions }: { readonly tone: Tone; readonly children: React.ReactNode; readonly actions?: React.ReactNode }) {
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.bar, tone !== "quiet" && styles[tone])}>
      <div className={styles.text}>{children}</div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
