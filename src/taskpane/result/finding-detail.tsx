import { makeStyles, tokens } from "@fluentui/react-components";
import { explainVariation, schoolNeed, type Finding, type FindingInput, type Judgement, type Standard } from "../../engine";
import { grouped, percent } from "../parts/figures";
import { TextLink } from "../parts/text-link";
import { amountText } from "./amounts";
import { cardTexts } from "./texts";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, paddingTop: tokens.spacingVerticalXS, overflowWrap: "anywhere" },
  part: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS },
  head: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground3 },
  list: { margin: 0, padding: 0, listStyleType: "none", display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS },
  steps: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, fontVariantNumeric: "tabular-nums" },
  input: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", columnGap: tokens.spacingHorizontalM },
  number: { textAlign: "end", fontVariantNumeric: "tabular-nums" },
  plain: { margin: 0 },
  clause: { margin: 0, paddingInlineStart: tokens.spacingHorizontalS, borderLeft: `2px solid ${tokens.colorNeutralStroke1}`, color: tokens.colorNeutralForeground2 },
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
      <Part heading={cardTexts.inputs}>
        <ul className={styles.list}>
          {finding.inputs.map((input, index) => (
            <InputLine key={index} input={input} onSelect={onSelect} />
          ))}
        </ul>
      </Part>
      {finding.steps.length > 0 && (
        <Part heading={cardTexts.calculation}>
          <ol className={styles.steps}>
            {finding.steps.map((step, index) => (
              <li key={index}>{step}</li>
            ))}
          </ol>
        </Part>
      )}
      {finding.notes.map((note) => (
        <p key={note} className={styles.plain}>{note}</p>
      ))}
      {share && <Lines heading={cardTexts.shareTerm} lines={[cardTexts.share(percent(share.share, 1), finding.stage, rank + 1, shares.length)]} />}
      <Part heading={cardTexts.clause}>
        <blockquote className={styles.clause}>
          {finding.clause.document} {finding.clause.section}：{finding.clause.text}
        </blockquote>
      </Part>
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

function Part({ heading, children }: { readonly heading: string; readonly children: React.ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.part}>
      <h3 className={styles.head}>{heading}</h3>
      {children}
    </div>
  );
}

function Lines({ heading, lines }: { readonly heading: string; readonly lines: readonly string[] }) {
  const styles = useStyles();
  return (
    <Part heading={heading}>
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Part>
  );
}

function InputLine({ input, onSelect }: { readonly input: FindingInput; readonly onSelect: (place: string) => void }) {
  const styles = useStyles();
  const { cell } = input;
  return (
    <li className={styles.input}>
      <span>
        {input.term}
        {cell !== null && (
          <>
            {" "}
            <TextLink label={cardTexts.selectCell(cell)} onClick={() => onSelect(cell)}>
              {cell}
            </TextLink>
          </>
        )}
      </span>
      <span className={styles.number}>{input.value === null ? cardTexts.blank : `${grouped(String(input.value))} ${input.unit}`}</span>
    </li>
  );
}
