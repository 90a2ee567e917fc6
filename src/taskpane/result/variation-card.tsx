import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { explainVariation, shown, type Judgement, type Stage, type Standard } from "../../engine";
import { grouped, percent } from "../parts/figures";
import { TextLink } from "../parts/text-link";
import { VerdictWord } from "../parts/verdict-mark";
import { cardTexts, resultTexts } from "./texts";

const useStyles = makeStyles({
  card: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, overflowWrap: "anywhere" },
  back: { alignSelf: "start" },
  name: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold, scrollMarginTop: "72px", ":focus": { outlineStyle: "none" } },
  head: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground3 },
  steps: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, fontVariantNumeric: "tabular-nums" },
  plain: { margin: 0 },
  table: { borderCollapse: "collapse", width: "100%" },
  cell: { padding: `${tokens.spacingVerticalXXS} 0`, textAlign: "start", fontWeight: tokens.fontWeightRegular, borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  column: { padding: `${tokens.spacingVerticalXXS} 0`, textAlign: "start", fontWeight: tokens.fontWeightRegular, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3, borderBottom: `1px solid ${tokens.colorNeutralStroke1}` },
  number: { textAlign: "end", fontVariantNumeric: "tabular-nums", paddingInlineStart: tokens.spacingHorizontalS, whiteSpace: "nowrap" },
  clause: { margin: 0, paddingInlineStart: tokens.spacingHorizontalS, borderLeft: `2px solid ${tokens.colorNeutralStroke1}`, color: tokens.colorNeutralForeground2 },
});

/** Schools that weigh most in the difference; the rest weigh little. */
const SHOWN = 15;

interface VariationCardProps {
  readonly judgement: Judgement;
  readonly stage: Stage;
  readonly indicator: number;
  readonly standard: Standard;
  readonly onBack: () => void;
  readonly onBelow: () => void;
  readonly onOpen: (row: number) => void;
}

/** One 差异系数 with its calculation and the schools that make it (差异贡献). */
export function VariationCard({ judgement, stage, indicator, standard, onBack, onBelow, onOpen }: VariationCardProps) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [stage, indicator]);
  const found = explainVariation(judgement, stage, indicator, standard);
  const places = standard.indicators[indicator]?.places ?? 2;
  const summary = judgement.county.stages[stage];
  const mean = summary.means[indicator] ?? null;
  return (
    <article className={styles.card} aria-label={found.term}>
      <Button className={styles.back} size="small" onClick={onBack}>
        {resultTexts.backToSchools}
      </Button>
      <h2 className={styles.name} ref={heading} tabIndex={-1}>
        {found.term}
      </h2>
      <div>
        <VerdictWord verdict={found.verdict} />
      </div>
      <p className={styles.plain}>
        {resultTexts.reachedCount(summary.reached[indicator] ?? 0, summary.rows)} · <TextLink onClick={onBelow}>{resultTexts.showBelow}</TextLink>
      </p>
      {found.missing.map((line) => (
        <p key={line} className={styles.plain}>{line}</p>
      ))}
      <h3 className={styles.head}>{cardTexts.calculation}</h3>
      <ol className={styles.steps}>
        {found.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {found.notes.map((note) => (
        <p key={note} className={styles.plain}>{note}</p>
      ))}
      {found.shares.length > 0 && (
        <table className={styles.table}>
          <caption className={styles.head} style={{ textAlign: "start" }}>{resultTexts.shares}</caption>
          <thead>
            <tr>
              <th scope="col" className={styles.column}>{resultTexts.schools}</th>
              <th scope="col" className={mergeClasses(styles.column, styles.number)}>{cardTexts.value}</th>
              <th scope="col" className={mergeClasses(styles.column, styles.number)}>{resultTexts.againstMean}</th>
              <th scope="col" className={mergeClasses(styles.column, styles.number)}>{resultTexts.part}</th>
            </tr>
          </thead>
          <tbody>
            {found.shares.slice(0, SHOWN).map((one) => (
              <tr key={one.row}>
                <th scope="row" className={styles.cell}>
                  <TextLink onClick={() => onOpen(one.row)}>{one.school.name}</TextLink>
                </th>
                <td className={mergeClasses(styles.cell, styles.number)}>{grouped(shown(one.value, places, []))}</td>
                <td className={mergeClasses(styles.cell, styles.number)}>{mean === null ? "" : one.value > mean ? resultTexts.aboveMean : one.value < mean ? resultTexts.belowMean : ""}</td>
                <td className={mergeClasses(styles.cell, styles.number)}>{percent(one.share, 1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {found.shares.length > 0 && <p className={styles.plain}>{found.shares.length > SHOWN ? resultTexts.moreShares(SHOWN, found.shares.length) : resultTexts.bothSides}</p>}
      <blockquote className={styles.clause}>
        {found.clause.document} {found.clause.section}：{found.clause.text}
      </blockquote>
    </article>
  );
}
