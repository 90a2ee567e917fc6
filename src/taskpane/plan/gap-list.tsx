import { makeStyles, tokens } from "@fluentui/react-components";
import type { GapSum } from "../../workbook";
import { grouped } from "../parts/figures";
import { Section } from "../parts/section";
import { planTexts } from "./texts";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none" },
  item: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", columnGap: tokens.spacingHorizontalM, alignItems: "baseline", paddingBlock: tokens.spacingVerticalSNudge, borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  amount: { textAlign: "end", whiteSpace: "nowrap", fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums" },
  under: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3, fontVariantNumeric: "tabular-nums" },
  money: { textAlign: "end", whiteSpace: "nowrap", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2, fontVariantNumeric: "tabular-nums" },
  plain: { margin: 0 },
});

/** 缺口 by indicator, added over the county; never added across indicators (R23). */
export function GapList({ sums }: { readonly sums: readonly GapSum[] }) {
  const styles = useStyles();
  const short = sums.filter((one) => one.count > 0 || one.missing > 0);
  const others = sums.filter((one) => !short.includes(one)).map(({ measure }) => measure);
  return (
    <Section heading={planTexts.gaps}>
      {short.length === 0 && <p className={styles.plain}>{planTexts.noGaps}</p>}
      <ul className={styles.list}>
        {short.map((sum) => (
          <GapLine key={sum.measure} sum={sum} />
        ))}
      </ul>
      {short.length > 0 && others.length > 0 && <p className={styles.under}>{planTexts.others(others)}</p>}
      {short.length > 0 && <p className={styles.under}>{planTexts.notes}</p>}
    </Section>
  );
}

function GapLine({ sum }: { readonly sum: GapSum }) {
  const styles = useStyles();
  const { subject, unit, count, toLine, least, missing, open, openLeast, money } = sum;
  const known = count > open;
  const under = [
    ...(count > 0 ? [planTexts.places(count)] : []),
    ...(known && openLeast === 0 && least > 0 ? [planTexts.least(grouped(String(least)), unit)] : []),
    ...(open > 0 && known ? [planTexts.open(open)] : []),
    ...(missing > 0 ? [planTexts.missing(missing)] : []),
  ];
  return (
    <li className={styles.item}>
      <span>{subject}</span>
      <span className={styles.amount}>{count === 0 ? "" : known ? `${grouped(String(toLine))} ${unit}` : planTexts.openAmount}</span>
      <span className={styles.under}>{under.join(" · ")}</span>
      <span className={styles.money}>{count === 0 ? "" : typeof money === "number" ? (unit === "万元" ? "" : planTexts.money(grouped(String(money)))) : money === planTexts.noPrice ? money : ""}</span>
    </li>
  );
}
