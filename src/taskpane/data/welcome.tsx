import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { TextLink } from "../parts/text-link";
import { dataTexts } from "./texts";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", alignItems: "center", gap: tokens.spacingVerticalL, padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalM}`, textAlign: "center" },
  picture: { color: tokens.colorBrandForeground1 },
  links: { display: "flex", flexWrap: "wrap", justifyContent: "center", gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}` },
  text: { margin: 0, maxWidth: "20em", fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase400, textWrap: "balance" },
});

/** First opening (首次打开): one sentence, one button. */
export function Welcome({ onCheck, onSample, onTemplate }: { readonly onCheck: () => void; readonly onSample: (() => void) | undefined; readonly onTemplate: () => void }) {
  const styles = useStyles();
  return (
    <div className={styles.box}>
      <svg className={styles.picture} width="72" height="56" viewBox="0 0 72 56" fill="none" aria-hidden="true">
        <rect x="1" y="1" width="70" height="54" rx="5" stroke="currentColor" strokeWidth="2" opacity="0.45" />
        <path d="M1 14h70M24 14v41M48 14v41M1 28h70M1 42h70" stroke="currentColor" strokeWidth="1.5" opacity="0.35" />
        <circle cx="36" cy="21" r="3.5" fill="currentColor" />
        <circle cx="60" cy="21" r="3.5" fill="currentColor" />
        <circle cx="36" cy="35" r="3.5" fill="currentColor" />
        <path d="M60 31.4l4 7.2h-8z" fill="currentColor" />
        <path d="M33 46l6 6m0-6l-6 6" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
        <circle cx="60" cy="49" r="3.5" fill="currentColor" />
      </svg>
      <p className={styles.text}>{dataTexts.welcome}</p>
      <Button appearance="primary" size="large" onClick={onCheck}>
        {dataTexts.check}
      </Button>
      <div className={styles.links}>
        {onSample && <TextLink onClick={onSample}>{dataTexts.sample}</TextLink>}
        <TextLink onClick={onTemplate}>{dataTexts.template}</TextLink>
      </div>
    </div>
  );
}
