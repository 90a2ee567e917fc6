import { makeStyles, tokens } from "@fluentui/react-components";
import { explainVariation, schoolNeed, type Finding, type Judgement, type Standard } from "../../engine";
import { percent } from "../parts/figures";
import { amountText } from "./amounts";
import { ClauseQuote, Inputs, Lines, Steps } from "./detail-parts";
import { cardTexts } from "./texts";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, paddingTop: tokens.spacingVerticalXS, overflowWrap: "anywhere" },
  plain: { margin: 0 },
});

interface FindingDetailProps {
  readonly finding: Finding;
  readonly row: number;
  readonly judgement: Judgement;
  readonly standard: Standard;
  readonly onSelect: (place: string) => void;
}

/** Everything needed to check one finding by hand (解释): what is missing, what would help, inputs, steps, clause, share. */
export function FindingDetail({ finding, row, judgement, standard, onSelect }: FindingDetailProps) {
  const styles = useStyles();
  const remedies = waysToPass(finding, judgement, standard);
  const { shares } = explainVariation(judgement, finding.stage, finding.indicator, standard);
  const rank = shares.findIndex((one) => one.row === row);
  const share = shares[rank];
  return (
    <div className={styles.box}>
      <p className={styles.plain}>
        {finding.term}（{finding.unit}）
      </p>
      {finding.missing.length > 0 && <Lines heading={cardTexts.missing} lines={finding.missing} />}
      {remedies.length > 0 && <Lines heading={cardTexts.toPass} lines={remedies} />}
      <Inputs inputs={finding.inputs} onSelect={onSelect} />
      <Steps steps={finding.steps} />
      {finding.notes.map((note) => (
        <p key={note} className={styles.plain}>{note}</p>
      ))}
      {share && <Lines heading={cardTexts.shareTerm} lines={[cardTexts.share(percent(share.share, 1), finding.stage, rank + 1, shares.length)]} />}
      <ClauseQuote clause={finding.clause} />
    </div>
  );
}

function waysToPass(finding: Finding, judgement: Judgement, standard: Standard): string[] {
  const { gap, gapToFloor, gapUnit } = finding;
  const lines: string[] = [];
  if (gap !== null && gap > 0) lines.push(cardTexts.toLine(amountText(gap, gapUnit), gapUnit));
  if (gapToFloor !== null && gapToFloor > 0 && gapToFloor !== gap) lines.push(cardTexts.toFloor(amountText(gapToFloor, gapUnit), gapUnit, percent(standard.schoolRule.floor)));
  const need = lines.length > 0 && finding.school.stages.length > 1 ? schoolNeed(finding.school, finding.indicator, standard, "line", judgement.switches) : null;
  if (need !== null && need > 0) lines.push(cardTexts.schoolNeed(amountText(need, gapUnit), gapUnit));
  return lines;
}
