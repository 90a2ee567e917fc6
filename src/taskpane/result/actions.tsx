import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { resultTexts } from "./texts";

const useStyles = makeStyles({
  bar: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  button: { flexGrow: 1, minWidth: "84px", paddingInline: tokens.spacingHorizontalS, whiteSpace: "nowrap" },
});

/** Where the focus goes when the formulas on offer are closed. */
export const FORMULAS_BUTTON = "yjjh-insert-formula";

interface ActionsProps {
  readonly isHighlighted: boolean;
  readonly disabled: boolean;
  readonly onHighlight: () => void;
  readonly onUnhighlight: () => void;
  readonly onFormulas: () => void;
  readonly onReports: () => void;
}

/** What can be done with the result, always at the foot (操作). */
export function Actions({ isHighlighted, disabled, onHighlight, onUnhighlight, onFormulas, onReports }: ActionsProps) {
  const styles = useStyles();
  return (
    <div className={styles.bar} role="group" aria-label={resultTexts.actions}>
      <Button className={styles.button} appearance={isHighlighted ? "secondary" : "primary"} disabled={disabled} onClick={isHighlighted ? onUnhighlight : onHighlight}>
        {isHighlighted ? resultTexts.unhighlight : resultTexts.highlight}
      </Button>
      <Button id={FORMULAS_BUTTON} className={styles.button} disabled={disabled} onClick={onFormulas}>
        {resultTexts.insertFormula}
      </Button>
      <Button className={styles.button} disabled={disabled} onClick={onReports}>
        {resultTexts.makeReport}
      </Button>
    </div>
  );
}
