import { Input, makeStyles, mergeClasses, Select, tokens } from "@fluentui/react-components";
import { STAGES, STAGE_TERMS, VERDICT_TERMS, type Stage, type Standard, type Verdict } from "../../engine";
import { TextLink } from "../parts/text-link";
import { countBy, towns, type RowFilter, type SchoolRow } from "./rows";
import { resultTexts } from "./texts";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  chips: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS, border: "none", margin: 0, padding: 0 },
  chip: {
    appearance: "none",
    font: "inherit",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusCircular,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    cursor: "pointer",
    fontVariantNumeric: "tabular-nums",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  pressed: { color: tokens.colorBrandForeground2, backgroundColor: tokens.colorBrandBackground2, border: `1px solid ${tokens.colorBrandStroke1}`, fontWeight: tokens.fontWeightSemibold, ":hover": { backgroundColor: tokens.colorBrandBackground2Hover } },
  selects: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(120px, 1fr))", gap: tokens.spacingHorizontalS },
  input: { minWidth: 0, width: "100%" },
  only: { display: "flex", gap: tokens.spacingHorizontalM, fontSize: tokens.fontSizeBase200 },
});

const CHIPS: readonly (Verdict | "all")[] = ["all", "unmet", "undetermined", "met"];

interface FilterBarProps {
  readonly rows: readonly SchoolRow[];
  readonly filter: RowFilter;
  readonly standard: Standard;
  readonly onChange: (filter: RowFilter) => void;
}

/** What to show of the schools, and in which order (筛选与排序). */
export function FilterBar({ rows, filter, standard, onChange }: FilterBarProps) {
  const styles = useStyles();
  const set = (part: Partial<RowFilter>) => onChange({ ...filter, ...part });
  const places = towns(rows);
  const only = filter.indicator === null ? undefined : standard.indicators[filter.indicator];
  return (
    <div className={styles.box} role="search" aria-label={resultTexts.schools}>
      <div className={styles.chips} role="group" aria-label={resultTexts.verdict}>
        {CHIPS.map((chip) => (
          <button key={chip} type="button" aria-pressed={filter.verdict === chip} className={mergeClasses(styles.chip, filter.verdict === chip && styles.pressed)} onClick={() => set({ verdict: chip })}>
            {chip === "all" ? `${resultTexts.all} ${rows.length}` : `${VERDICT_TERMS[chip]} ${countBy(rows, chip)}`}
          </button>
        ))}
      </div>
      <div className={styles.selects}>
        <Input className={styles.input} type="search" aria-label={resultTexts.search} placeholder={resultTexts.search} value={filter.search} onChange={(_, data) => set({ search: data.value })} />
        <Select aria-label={resultTexts.sort} value={filter.sort} onChange={(_, data) => set({ sort: data.value === "name" ? "name" : "distance" })}>
          <option value="distance">{resultTexts.byDistance}</option>
          <option value="name">{resultTexts.byName}</option>
        </Select>
        <Select aria-label={resultTexts.stage} value={filter.stage} onChange={(_, data) => set({ stage: data.value as Stage | "all" })}>
          <option value="all">{resultTexts.allStages}</option>
          {STAGES.map((stage) => (
            <option key={stage} value={stage}>{STAGE_TERMS[stage]}</option>
          ))}
        </Select>
        {places.length > 1 && (
          <Select aria-label={resultTexts.allTowns} value={filter.town} onChange={(_, data) => set({ town: data.value })}>
            <option value="">{resultTexts.allTowns}</option>
            {places.map((town) => (
              <option key={town} value={town}>{town}</option>
            ))}
          </Select>
        )}
      </div>
      {only && (
        <div className={styles.only}>
          <span>{resultTexts.byIndicator(only.short[0] ?? only.term)}</span>
          <TextLink onClick={() => set({ indicator: null })}>{resultTexts.clear}</TextLink>
        </div>
      )}
    </div>
  );
}
