import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { explain, leastRepair, remark, STAGE_TERMS, TYPE_TERMS, type Judgement, type Standard } from "../../engine";
import { resourceSwitchTexts, schoolRadar } from "../../workbook";
import { grouped, percent } from "../parts/figures";
import { PictureView } from "../parts/picture-view";
import { TextLink } from "../parts/text-link";
import { VerdictWord } from "../parts/verdict-mark";
import type { Whole } from "../machine/state";
import { amountText } from "./amounts";
import { FindingFold } from "./finding-fold";
import type { SchoolRow } from "./rows";
import { cardTexts } from "./texts";

const useStyles = makeStyles({
  card: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  back: { alignSelf: "start" },
  name: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere", scrollMarginTop: "72px", ":focus": { outlineStyle: "none" } },
  facts: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalM, rowGap: tokens.spacingVerticalXXS, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  verdict: { display: "flex", flexWrap: "wrap", alignItems: "baseline", columnGap: tokens.spacingHorizontalS, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  under: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  remark: { margin: 0, overflowWrap: "anywhere" },
  rule: { margin: 0, paddingInlineStart: tokens.spacingHorizontalS, borderLeft: `2px solid ${tokens.colorNeutralStroke1}`, color: tokens.colorNeutralForeground2 },
  list: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
});

interface SchoolCardProps {
  readonly row: SchoolRow;
  /** The same school's other stage, when it has one. */
  readonly sibling: SchoolRow | null;
  readonly judgement: Judgement;
  readonly whole: Whole;
  readonly standard: Standard;
  readonly onBack: () => void;
  readonly onSelect: (place: string) => void;
  readonly onOpen: (row: SchoolRow) => void;
}

/** One school in one stage (学校卡片): seven findings, each of which explains itself. */
export function SchoolCard({ row, sibling, judgement, whole, standard, onBack, onSelect, onOpen }: SchoolCardProps) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [row.row]);
  const { school } = row;
  const least = leastText(judgement, row, standard);
  const says = remark(judgement, row.row, standard);
  return (
    <article className={styles.card} aria-label={school.name}>
      <Button className={styles.back} size="small" onClick={onBack}>
        {cardTexts.back}
      </Button>
      <h2 className={styles.name} ref={heading} tabIndex={-1}>
        {school.name}
      </h2>
      <div className={styles.facts}>
        <span>{STAGE_TERMS[row.stage]}</span>
        {school.type !== null && school.type !== row.stage && <span>{TYPE_TERMS[school.type]}</span>}
        {school.town !== null && <span>{school.town}</span>}
        {!Number.isNaN(row.students) && <span>{cardTexts.students(grouped(String(row.students)))}</span>}
        <TextLink onClick={() => onSelect(school.place)}>
          {cardTexts.goToRow} {school.place}
        </TextLink>
        {sibling && <TextLink onClick={() => onOpen(sibling)}>{cardTexts.otherStage(sibling.stage)}</TextLink>}
      </div>
      <div className={styles.verdict}>
        <VerdictWord verdict={row.verdict} />
        {resourceSwitchTexts(judgement.switches, whole.book.switches, standard).map((text) => (
          <span key={text} className={styles.under}>{text}</span>
        ))}
      </div>
      {says !== "" && <p className={styles.remark}>{says}</p>}
      {row.verdict !== "met" && <p className={styles.rule}>{cardTexts.rule(standard.schoolRule.clause)}</p>}
      {least !== null && (
        <p className={styles.remark}>
          {cardTexts.least}：{least}
        </p>
      )}
      <div className={styles.list}>
        {standard.indicators.map((indicator, k) => (
          <FindingFold key={`${row.row}-${indicator.id}`} finding={explain(judgement, row.row, k, standard)} row={row.row} judgement={judgement} standard={standard} onSelect={onSelect} />
        ))}
      </div>
      <PictureView picture={schoolRadar({ judgement, standard, book: whole.book }, row.row)} />
    </article>
  );
}

/** 最低补齐 (R23) in one line; `null` where nothing lacks or something is missing. */
function leastText(judgement: Judgement, row: SchoolRow, standard: Standard): string | null {
  const repair = row.verdict === "unmet" ? leastRepair(judgement, row.row, standard) : null;
  if (repair === null) return null;
  const name = (k: number) => standard.indicators[k]?.short[0] ?? "";
  const parts = standard.indicators.flatMap((indicator, k) => {
    const amount = repair.amounts[k] ?? 0;
    return amount > 0 ? [`${name(k)} ${amountText(amount, indicator.resourceUnit)} ${indicator.resourceUnit}`] : [];
  });
  const left = repair.left === null || (repair.amounts[repair.left] ?? 0) === 0 ? null : name(repair.left);
  return parts.length === 0 ? null : cardTexts.leastLine(parts.join("、"), left, percent(standard.schoolRule.floor));
}
