import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { STAGE_TERMS, type Stage, type StageSummary, type Standard } from "../../engine";
import { TextLink } from "../parts/text-link";
import { VerdictMark } from "../parts/verdict-mark";
import { resultTexts } from "./texts";
import { wayToIndicator } from "./use-way-back";
import { variationBars, type VariationBar } from "./variation";

const useStyles = makeStyles({
  card: { border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusLarge, padding: tokens.spacingHorizontalM, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, minWidth: 0 },
  head: { display: "flex", alignItems: "baseline", gap: tokens.spacingHorizontalS, flexWrap: "wrap" },
  stage: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold, marginInlineEnd: "auto" },
  label: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  figure: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums" },
  table: { borderCollapse: "collapse", width: "100%", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  name: { width: "38%", textAlign: "start", fontWeight: tokens.fontWeightRegular, paddingBlock: tokens.spacingVerticalXS, paddingInlineEnd: tokens.spacingHorizontalXS },
  head2: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3, textAlign: "start", padding: 0 },
  unseen: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
  track: { position: "relative", height: "10px", borderRadius: tokens.borderRadiusSmall, backgroundColor: tokens.colorNeutralBackground4 },
  fill: { position: "absolute", insetBlock: 0, insetInlineStart: 0, borderRadius: tokens.borderRadiusSmall, backgroundColor: tokens.colorBrandBackground },
  over: { backgroundColor: tokens.colorStatusDangerBackground3 },
  provisional: { backgroundColor: "transparent", backgroundImage: `repeating-linear-gradient(135deg, ${tokens.colorNeutralForeground3} 0 2px, transparent 2px 5px)` },
  limit: { position: "absolute", insetBlock: "-4px", width: "2px", marginInlineStart: "-1px", backgroundColor: tokens.colorNeutralForeground1 },
  limitLabel: { position: "relative", height: "16px" },
  limitText: { position: "absolute", transform: "translateX(-50%)", whiteSpace: "nowrap", color: tokens.colorNeutralForeground2 },
  value: { width: "68px", textAlign: "end", whiteSpace: "nowrap", fontVariantNumeric: "tabular-nums", paddingInlineStart: tokens.spacingHorizontalS },
  mark: { marginInlineStart: tokens.spacingHorizontalXS },
  note: { display: "block", whiteSpace: "nowrap", color: tokens.colorNeutralForeground3 },
  small: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3, fontVariantNumeric: "tabular-nums" },
});

interface StageCardProps {
  readonly summary: StageSummary;
  readonly standard: Standard;
  /** Opens the explanation of one 差异系数. */
  readonly onIndicator: (indicator: number) => void;
}

/** One stage at a glance (学段卡): schools that reach the standard, seven 差异系数 against the limit. */
export function StageCard({ summary, standard, onIndicator }: StageCardProps) {
  const styles = useStyles();
  const { bars, limitAt } = variationBars(summary, standard);
  const reached = resultTexts.reached(summary.met, summary.rows);
  const limit = resultTexts.limit(summary.limit.toFixed(2));
  return (
    <section className={styles.card} aria-label={STAGE_TERMS[summary.stage]}>
      <div className={styles.head}>
        <h3 className={styles.stage}>{STAGE_TERMS[summary.stage]}</h3>
        <span className={styles.label}>{reached.label}</span>
        <span className={styles.figure}>{reached.figure}</span>
        {summary.undetermined > 0 && <span className={styles.label}>{resultTexts.undetermined(summary.undetermined)}</span>}
      </div>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.head2}>{resultTexts.variation}</th>
            <th scope="col" className={styles.head2}>
              <div className={styles.limitLabel}>
                <span className={styles.limitText} style={{ insetInlineStart: `${limitAt * 100}%` }}>{limit}</span>
              </div>
            </th>
            <th scope="col" className={styles.value}>
              <span className={styles.unseen}>{resultTexts.value}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <BarRow key={bar.indicator} stage={summary.stage} bar={bar} rows={summary.rows} limitAt={limitAt} onIndicator={onIndicator} />
          ))}
        </tbody>
      </table>
      <p className={styles.small}>{summary.composite === null ? resultTexts.noComposite : resultTexts.composite(summary.composite.toFixed(standard.variationRule.places))}</p>
    </section>
  );
}

interface BarRowProps {
  readonly stage: Stage;
  readonly bar: VariationBar;
  readonly rows: number;
  readonly limitAt: number;
  readonly onIndicator: (indicator: number) => void;
}

function BarRow({ stage, bar, rows, limitAt, onIndicator }: BarRowProps) {
  const styles = useStyles();
  const fill = mergeClasses(styles.fill, bar.verdict === "unmet" && styles.over, bar.provisional && styles.provisional);
  return (
    <tr>
      <th scope="row" className={styles.name}>
        <TextLink plain way={wayToIndicator(stage, bar.indicator)} title={resultTexts.explain(bar.term)} onClick={() => onIndicator(bar.indicator)}>
          {bar.name}
        </TextLink>
        {bar.provisional && <span className={styles.note}>{resultTexts.provisional(bar.counted, rows)}</span>}
      </th>
      <td>
        <div className={styles.track} aria-hidden="true">
          <div className={fill} style={{ width: `${bar.length * 100}%` }} />
          <div className={styles.limit} style={{ insetInlineStart: `${limitAt * 100}%` }} />
        </div>
      </td>
      <td className={styles.value}>
        {bar.text ?? resultTexts.noFigure}
        <span className={styles.mark}>
          <VerdictMark verdict={bar.verdict} size={12} />
        </span>
      </td>
    </tr>
  );
}
