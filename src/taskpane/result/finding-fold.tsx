import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { shown, type Finding, type Judgement, type Standard } from "../../engine";
import { grouped, percent } from "../parts/figures";
import { Fold } from "../parts/fold";
import { VerdictMark } from "../parts/verdict-mark";
import { amountText } from "./amounts";
import { FindingDetail } from "./finding-detail";
import { cardTexts } from "./texts";

const useStyles = makeStyles({
  line: { display: "grid", gridTemplateColumns: "14px minmax(0, 1fr) auto", columnGap: tokens.spacingHorizontalS, alignItems: "center", flexGrow: 1, minWidth: 0 },
  name: { overflowWrap: "anywhere" },
  value: { textAlign: "end", fontVariantNumeric: "tabular-nums", fontWeight: tokens.fontWeightSemibold },
  under: { gridColumnStart: 2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3, fontVariantNumeric: "tabular-nums" },
  gap: { textAlign: "end", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3, fontVariantNumeric: "tabular-nums" },
  lacking: { color: tokens.colorNeutralForeground1 },
});

interface FindingFoldProps {
  readonly finding: Finding;
  readonly row: number;
  readonly judgement: Judgement;
  readonly standard: Standard;
  readonly onSelect: (place: string) => void;
}

/** One of the seven lines of a school's card: value, line, gap; open it for the whole explanation (B6). */
export function FindingFold({ finding, row, judgement, standard, onSelect }: FindingFoldProps) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const indicator = standard.indicators[finding.indicator];
  const places = indicator?.places ?? 2;
  return (
    <Fold
      onToggle={setOpen}
      open={open}
      summary={
        <span className={styles.line}>
          <VerdictMark verdict={finding.verdict} />
          <span className={styles.name}>{indicator?.short[0] ?? finding.term}</span>
          <span className={styles.value}>{finding.value === null ? cardTexts.noValue : grouped(shown(finding.value, places, [finding.line, finding.floor]))}</span>
          <span className={styles.under}>
            {cardTexts.line} {grouped(shown(finding.line, places, [finding.line]))} · {percent(standard.schoolRule.floor)} {grouped(shown(finding.floor, places, [finding.floor]))}
          </span>
          <span className={mergeClasses(styles.gap, finding.gap !== null && finding.gap > 0 && styles.lacking)}>
            {finding.gap === null ? "" : finding.gap > 0 ? cardTexts.lacks(amountText(finding.gap, finding.gapUnit), finding.gapUnit) : cardTexts.reaches}
          </span>
        </span>
      }
    >
      {open && <FindingDetail finding={finding} row={row} judgement={judgement} standard={standard} onSelect={onSelect} />}
    </Fold>
  );
}
