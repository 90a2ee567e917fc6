import { makeStyles, tokens } from "@fluentui/react-components";
import { VERDICTS, VERDICT_TERMS, type Standard } from "../../engine";
import { Fold } from "../parts/fold";
import { VerdictMark } from "../parts/verdict-mark";
import { resultTexts } from "./texts";

const useStyles = makeStyles({
  summary: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  marks: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalM, rowGap: tokens.spacingVerticalXS },
});

/** What the numbers over the columns and the shapes in them stand for (图例). */
export function Legend({ standard }: { readonly standard: Standard }) {
  const styles = useStyles();
  return (
    <Fold bare summary={<span className={styles.summary}>{resultTexts.legend}</span>}>
      <div className={styles.box}>
        <div className={styles.marks}>
          {VERDICTS.map((verdict) => (
            <span key={verdict}>
              <VerdictMark verdict={verdict} size={12} /> {VERDICT_TERMS[verdict]}
            </span>
          ))}
        </div>
        <ol className={styles.list}>
          {standard.indicators.map(({ id, term }) => (
            <li key={id}>{term}</li>
          ))}
        </ol>
      </div>
    </Fold>
  );
}
