import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { place } from "../../grid/cell-name";
import type { FittingFormula } from "../../workbook";
import { resultTexts } from "./texts";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, marginBottom: tokens.spacingVerticalM },
  head: { display: "flex", alignItems: "center", justifyContent: "space-between", gap: tokens.spacingHorizontalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, ":focus": { outlineStyle: "none" } },
  list: { margin: 0, padding: 0, listStyleType: "none", maxHeight: "40vh", overflowY: "auto" },
  item: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", columnGap: tokens.spacingHorizontalM, alignItems: "center", paddingBlock: tokens.spacingVerticalSNudge, borderTop: `1px solid ${tokens.colorNeutralStroke3}`, overflowWrap: "anywhere" },
  under: { display: "block", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
});

interface FormulaOffersProps {
  readonly offers: readonly FittingFormula[];
  readonly disabled: boolean;
  readonly onInsert: (formula: FittingFormula) => void;
  readonly onClose: () => void;
}

/** Formulas that fit at the selected cell (插入公式): what each shows and where it goes. */
export function FormulaOffers({ offers, disabled, onInsert, onClose }: FormulaOffersProps) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={styles.box} aria-label={resultTexts.offers} onKeyDown={(event) => event.key === "Escape" && onClose()}>
      <div className={styles.head}>
        <h2 className={styles.heading} ref={heading} tabIndex={-1}>
          {resultTexts.offers}
        </h2>
        <Button size="small" onClick={onClose}>
          {resultTexts.close}
        </Button>
      </div>
      <ul className={styles.list}>
        {offers.map((offer) => (
          <li key={offer.id} className={styles.item}>
            <span>
              {offer.title}
              <span className={styles.under}>
                {resultTexts.offersAt(place(offer.at.sheet, offer.at.row, offer.at.column))} · {offer.description}
              </span>
            </span>
            <Button size="small" disabled={disabled} aria-label={resultTexts.insertOf(offer.title)} onClick={() => onInsert(offer)}>
              {resultTexts.insert}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
