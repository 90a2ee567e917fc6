import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ITEM_PARTS, PART_TERMS, type Exclusion, type ItemsJudgement, type Judgement } from "../../engine";
import { Fold } from "../parts/fold";
import { TextLink } from "../parts/text-link";
import { VerdictMark, VerdictWord } from "../parts/verdict-mark";
import type { Whole } from "../machine/state";
import { countyReasonLines, reasonLines, type Lead, type ReasonLine } from "./reasons";
import { resultTexts } from "./texts";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  verdict: { display: "flex", flexWrap: "wrap", alignItems: "baseline", gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`, fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600 },
  under: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  list: { margin: 0, padding: 0, listStyleType: "none", display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, overflowWrap: "anywhere" },
  reason: { display: "grid", gridTemplateColumns: "14px minmax(0, 1fr)", columnGap: tokens.spacingHorizontalSNudge },
  part: { margin: 0, display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  note: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
  next: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalSNudge, padding: tokens.spacingHorizontalM, borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground2 },
  plain: { margin: 0 },
});

/** So many reasons are read at a glance; the rest on demand. */
const AT_A_GLANCE = 5;

interface ConclusionProps {
  readonly judgement: Judgement;
  readonly items: ItemsJudgement;
  readonly roster: Whole["roster"];
  /** What the verdict depends on besides the national standard (R5): 「按口径：…」. */
  readonly under: readonly string[];
  readonly busy: boolean;
  readonly onLead: (lead: Lead) => void;
  readonly onSelect: (place: string) => void;
  readonly onCountyForm: () => void;
}

/** 县域结论, or 资源配置结论 while no county form was read (R3), with its reasons, what is not judged yet, and who was left out (R17). */
export function Conclusion({ judgement, items, roster, under, busy, onLead, onSelect, onCountyForm }: ConclusionProps) {
  const styles = useStyles();
  const whole = items.hasForm;
  const lines = whole ? countyReasonLines(judgement, items) : reasonLines(judgement);
  const [term, scope] = whole ? [resultTexts.county, resultTexts.countyScope] : [resultTexts.conclusion, resultTexts.scope];
  return (
    <section className={styles.box} aria-label={term}>
      <h2 className={styles.heading}>
        {term}（{scope}）
      </h2>
      <div className={styles.verdict}>
        <VerdictWord verdict={whole ? items.verdict : judgement.county.verdict} />
        {under.map((text) => (
          <span key={text} className={styles.under}>
            {text}
          </span>
        ))}
      </div>
      {whole && (
        <p className={styles.part}>
          {resultTexts.resources}（{resultTexts.scope}） <VerdictWord verdict={judgement.county.verdict} />
        </p>
      )}
      {lines.length === 0 ? <p className={styles.plain}>{whole ? resultTexts.allMet : resultTexts.noReasons}</p> : <Reasons lines={lines.slice(0, AT_A_GLANCE)} onLead={onLead} />}
      {lines.length > AT_A_GLANCE && (
        <Fold bare summary={resultTexts.moreReasons(lines.length - AT_A_GLANCE)}>
          <Reasons lines={lines.slice(AT_A_GLANCE)} onLead={onLead} />
        </Fold>
      )}
      <p className={styles.note}>{resultTexts.roster[roster]}</p>
      {!whole && (
        <div className={styles.next}>
          <p className={styles.plain}>{resultTexts.notJudgedYet(ITEM_PARTS.map((part) => PART_TERMS[part]).join("、"))}</p>
          <div>
            <Button size="small" disabled={busy} onClick={onCountyForm}>
              {resultTexts.insertCountyForm}
            </Button>
          </div>
          <p className={styles.note}>{resultTexts.countyFormHelp}</p>
        </div>
      )}
      {judgement.table.excluded.length > 0 && <Excluded excluded={judgement.table.excluded} onSelect={onSelect} />}
    </section>
  );
}

function Reasons({ lines, onLead }: { readonly lines: readonly ReasonLine[]; readonly onLead: (lead: Lead) => void }) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {lines.map(({ text, verdict, lead }) => (
        <li key={text} className={styles.reason}>
          <span>
            <VerdictMark verdict={verdict} size={12} />
          </span>
          {lead === null ? <span>{text}</span> : <TextLink onClick={() => onLead(lead)}>{text}</TextLink>}
        </li>
      ))}
    </ul>
  );
}

function Excluded({ excluded, onSelect }: { readonly excluded: readonly Exclusion[]; readonly onSelect: (place: string) => void }) {
  const styles = useStyles();
  return (
    <Fold summary={resultTexts.excluded(excluded.length)}>
      <ul className={styles.list}>
        {excluded.map(({ school, reason }) => (
          <li key={school.place}>
            <TextLink onClick={() => onSelect(school.place)}>{school.name}</TextLink>：{reason}
          </li>
        ))}
      </ul>
    </Fold>
  );
}
