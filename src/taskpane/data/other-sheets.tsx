import { makeStyles, tokens } from "@fluentui/react-components";
import type { Reading } from "../../reading";
import { Section } from "../parts/section";
import { TextLink } from "../parts/text-link";
import { dataTexts } from "./texts";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none" },
  item: { paddingBlock: tokens.spacingVerticalXS, borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, overflowWrap: "anywhere" },
  under: { display: "block", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3, fontVariantNumeric: "tabular-nums" },
});

/** Sheets that are no tables of schools: the county form, lists, a bureau's own standard, and where the date of the data stands (其他表). */
export function OtherSheets({ reading, onSelect }: { readonly reading: Reading; readonly onSelect: (place: string) => void }) {
  const styles = useStyles();
  const lines = otherLines(reading);
  if (lines.length === 0) return null;
  return (
    <Section heading={dataTexts.others}>
      <ul className={styles.list}>
        {lines.map(({ place, shown, says }) => (
          <li key={`${place} ${says}`} className={styles.item}>
            <TextLink label={dataTexts.showPlace(place)} onClick={() => onSelect(place)}>
              {shown}
            </TextLink>
            <span className={styles.under}>{says}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface OtherLine {
  readonly place: string;
  readonly shown: string;
  readonly says: string;
}

function otherLines({ county, lists = [], ownStandard, dataDate }: Reading): OtherLine[] {
  // Targets of a local plan concern those who chose it.
  const figures = Object.entries(county?.figures ?? {}).flatMap(([id, figure]) => (id.startsWith("local.") ? [] : [figure]));
  const filled = figures.filter((figure) => figure.value !== null).length;
  return [
    ...(county === undefined ? [] : [{ place: `${county.sheet}!A1`, shown: county.sheet, says: `${dataTexts.countyForm} · ${dataTexts.countyFilled(filled, figures.length)}` }]),
    ...lists.map(({ kind, sheet, range, rows, schools }) => ({ place: `${sheet}!${range}`, shown: sheet, says: `${dataTexts.lists[kind]} · ${dataTexts.list(rows, schools)}` })),
    ...(ownStandard === undefined ? [] : [{ place: `${ownStandard.sheet}!A1`, shown: ownStandard.sheet, says: `${dataTexts.ownStandard} · ${dataTexts.ownLines(ownStandard.name, ownStandard.lines.length)}` }]),
    ...(dataDate === undefined ? [] : [{ place: dataDate.cell, shown: dataDate.cell, says: `${dataTexts.dataDate} · ${dataDate.text}` }]),
  ];
}
