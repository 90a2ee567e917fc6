import { makeStyles, tokens } from "@fluentui/react-components";
import { STAGES, STAGE_TERMS, type ItemReason } from "../../engine";
import { Fold } from "../parts/fold";
import { Section } from "../parts/section";
import { TextLink } from "../parts/text-link";
import { VerdictMark, VerdictWord } from "../parts/verdict-mark";
import type { Second, Trouble } from "../machine/state";
import { reasonLines } from "./reasons";
import { resultTexts } from "./texts";

const useStyles = makeStyles({
  line: { display: "flex", flexWrap: "wrap", alignItems: "baseline", columnGap: tokens.spacingHorizontalM, rowGap: tokens.spacingVerticalXXS },
  note: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
  list: { margin: 0, padding: 0, listStyleType: "none", display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, overflowWrap: "anywhere" },
  reason: { display: "grid", gridTemplateColumns: "14px minmax(0, 1fr)", columnGap: tokens.spacingHorizontalSNudge },
});

interface SecondSectionProps {
  readonly second: Second;
  readonly troubles: readonly Trouble[];
  readonly onSelect: (place: string) => void;
}

/** 另行对照: what another standard says of the same figures; a second line, never the first (R5). */
export function SecondSection({ second, troubles, onSelect }: SecondSectionProps) {
  const styles = useStyles();
  const { standard, judgement, items } = second;
  const ofItems = items === null ? [] : items.reasons.filter((reason): reason is ItemReason & { readonly item: string } => reason.item !== null);
  const lines = [...reasonLines(judgement), ...(items?.hasForm === true ? ofItems : [])];
  const verdict = items?.hasForm === true ? items.verdict : judgement.county.verdict;
  return (
    <Section heading={resultTexts.second} aside={`${standard.term} ${standard.document.number}`}>
      <div className={styles.line}>
        <VerdictWord verdict={verdict} />
        <span>{resultTexts.bySecond(standard.term)}</span>
        {STAGES.filter((stage) => judgement.county.stages[stage].rows > 0).map((stage) => (
          <span key={stage}>{resultTexts.schoolsReached(STAGE_TERMS[stage], judgement.county.stages[stage].met, judgement.county.stages[stage].rows)}</span>
        ))}
      </div>
      <p className={styles.note}>{resultTexts.secondNote}</p>
      {lines.length > 0 && (
        <Fold bare summary={resultTexts.moreReasons(lines.length)}>
          <ul className={styles.list}>
            {lines.map(({ text, verdict: one }) => (
              <li key={text} className={styles.reason}>
                <VerdictMark verdict={one} size={12} />
                <span>{text}</span>
              </li>
            ))}
          </ul>
        </Fold>
      )}
      {troubles.length > 0 && (
        <div>
          {resultTexts.trouble}
          <ul className={styles.list}>
            {troubles.map(({ cell, text }) => (
              <li key={text}>
                {cell !== null && <TextLink onClick={() => onSelect(cell)}>{cell}</TextLink>} {text}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Section>
  );
}
