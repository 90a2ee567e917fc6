import { makeStyles, tokens } from "@fluentui/react-components";
import type { ItemBook } from "../engine";
import { DEFAULT_STANDARD } from "../standards";
import { switchesText, type StoreState } from "../workbook";
import { paneTexts } from "./texts";

const useStyles = makeStyles({
  line: {
    appearance: "none",
    border: "none",
    background: "none",
    font: "inherit",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    textAlign: "start",
    width: "100%",
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS}`,
    cursor: "pointer",
    ":hover": { color: tokens.colorNeutralForeground1 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  name: { flexShrink: 1, minWidth: "4em", overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  rules: { flexGrow: 1, flexShrink: 0, maxWidth: "calc(100% - 4em - 40px)", overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  settings: { flexShrink: 0, color: tokens.colorBrandForegroundLink },
});

/** Where the focus goes when the settings are closed. */
export const PLACE_LINE = "yjjh-place-line";

interface PlaceLineProps {
  readonly workbookName: string;
  readonly kept: StoreState;
  /** Words of the switches, once judged. */
  readonly book: ItemBook | null;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** Where we are (所在): workbook, standard, county and year, switches; a click opens the settings. The name gives way, the rules of judging do not. */
export function PlaceLine({ workbookName, kept, book, open, onToggle }: PlaceLineProps) {
  const styles = useStyles();
  const name = workbookName || paneTexts.unnamed;
  const local = kept.localChoice === null ? [] : [paneTexts.local(kept.localChoice.county, kept.localChoice.year)];
  const rules = [DEFAULT_STANDARD.term, paneTexts.usage(usage(kept, book)), ...local].join(" · ");
  const line = `${name} · ${rules}`;
  return (
    <button type="button" id={PLACE_LINE} className={styles.line} aria-expanded={open} aria-label={paneTexts.openSettings(line)} title={line} onClick={onToggle}>
      <span className={styles.name}>{name}</span>
      <span className={styles.rules}>{rules}</span>
      <span className={styles.settings}>{open ? paneTexts.closeSettings : paneTexts.settings}</span>
    </button>
  );
}

function usage({ switches }: StoreState, book: ItemBook | null): string {
  const on = Object.values(switches).filter(Boolean).length;
  if (on === 0) return paneTexts.usageDefault;
  return book === null ? paneTexts.usageOn(on) : switchesText(switches, book.switches);
}
