import { Button, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import type { Going } from "../machine/state";
import { partTexts } from "./texts";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, padding: tokens.spacingHorizontalM, borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground2 },
  line: { display: "flex", alignItems: "center", justifyContent: "space-between", gap: tokens.spacingHorizontalM },
  text: { fontVariantNumeric: "tabular-nums" },
});

/** What is going on and how far it is (进度), with 取消. */
export function ProgressNote({ text, progress, onCancel }: { readonly text: string; readonly progress: Going | null; readonly onCancel: () => void }) {
  const styles = useStyles();
  const known = progress !== null && progress.total > 0;
  return (
    <div className={styles.box}>
      <div className={styles.line}>
        <span className={styles.text}>
          {text}
          {known && partTexts.counted(progress.done, progress.total, progress.unit)}
        </span>
        <Button size="small" onClick={onCancel}>
          {partTexts.cancel}
        </Button>
      </div>
      <ProgressBar aria-label={text} {...(known ? { value: progress.done, max: progress.total } : {})} />
    </div>
  );
}
