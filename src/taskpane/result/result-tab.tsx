import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { STAGES, switchTexts, type Judgement, type Stage, type Standard } from "../../engine";
import { Section } from "../parts/section";
import { identity } from "../data/overview";
import { Conclusion } from "./conclusion";
import { FilterBar } from "./filter-bar";
import { Legend } from "./legend";
import type { Lead } from "./reasons";
import { filterRows, NO_FILTER, schoolRows, type RowFilter, type SchoolRow } from "./rows";
import { SchoolCard } from "./school-card";
import { SchoolTable } from "./school-table";
import { StageCard } from "./stage-card";
import { resultTexts } from "./texts";
import { useWayBack, wayToIndicator, wayToRow, WAY_TO_SCHOOLS } from "./use-way-back";
import { VariationCard } from "./variation-card";

const useStyles = makeStyles({
  tab: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXL },
  schools: { ":focus": { outlineStyle: "none" } },
  cards: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 270px), 1fr))", gap: tokens.spacingHorizontalM },
});

/** What the tab shows: the whole county, one school, or one 差异系数. */
type View = { readonly kind: "county" } | { readonly kind: "school"; readonly row: number } | { readonly kind: "variation"; readonly stage: Stage; readonly indicator: number };

interface ResultTabProps {
  readonly judgement: Judgement | null;
  readonly standard: Standard;
  /** True for the national standard, false for one a bureau made (R5). */
  readonly isNational: boolean;
  readonly onSelect: (place: string) => void;
  readonly onData: () => void;
}

/** 结果: the conclusion, both stages at a glance, every school. */
export function ResultTab({ judgement, standard, isNational, onSelect, onData }: ResultTabProps) {
  const styles = useStyles();
  const [view, setView] = useState<View>({ kind: "county" });
  const [filter, setFilter] = useState<RowFilter>(NO_FILTER);
  const [last, setLast] = useState<number | null>(null);
  const { home, goTo } = useWayBack(view.kind === "county");
  const rows = useMemo(() => (judgement === null ? [] : schoolRows(judgement, standard)), [judgement, standard]);
  if (judgement === null || rows.length + judgement.table.unsettled.length === 0) return <Nothing onData={onData} />;
  const open = (row: SchoolRow) => {
    setView({ kind: "school", row: row.row });
    setLast(row.row);
    goTo(wayToRow(row.row));
    onSelect(row.school.place);
  };
  const back = () => setView({ kind: "county" });
  const openVariation = (stage: Stage, indicator: number) => {
    goTo(wayToIndicator(stage, indicator));
    setView({ kind: "variation", stage, indicator });
  };
  const lead = (to: Lead) => {
    if (to.to === "variation") return openVariation(to.stage, to.indicator);
    setFilter({ ...NO_FILTER, stage: to.stage, verdict: to.verdict });
    goTo(WAY_TO_SCHOOLS);
  };
  const shown = view.kind === "school" ? rows.find((row) => row.row === view.row) : undefined;
  if (shown) {
    const sibling = rows.find((row) => row.row !== shown.row && row.stage !== shown.stage && identity(row.school) === identity(shown.school)) ?? null;
    return <SchoolCard row={shown} sibling={sibling} judgement={judgement} standard={standard} onBack={back} onSelect={onSelect} onOpen={open} />;
  }
  if (view.kind === "variation") {
    const below = () => {
      setFilter({ ...NO_FILTER, stage: view.stage, indicator: view.indicator });
      goTo(WAY_TO_SCHOOLS);
      back();
    };
    return <VariationCard judgement={judgement} stage={view.stage} indicator={view.indicator} standard={standard} onBack={back} onBelow={below} onOpen={(row) => rows.filter((one) => one.row === row).forEach(open)} />;
  }
  const wanted = filterRows(rows, filter);
  return (
    <div className={styles.tab} ref={home}>
      <Conclusion judgement={judgement} under={[...(isNational ? [] : [resultTexts.otherStandard]), ...switchTexts(judgement.switches)]} onLead={lead} onSelect={onSelect} />
      <div className={styles.cards}>
        {STAGES.filter((stage) => judgement.county.stages[stage].rows > 0).map((stage) => (
          <StageCard key={stage} summary={judgement.county.stages[stage]} standard={standard} onIndicator={(indicator) => openVariation(stage, indicator)} />
        ))}
      </div>
      <div className={styles.schools} data-way={WAY_TO_SCHOOLS} tabIndex={-1}>
        <Section heading={resultTexts.schools} aside={resultTexts.shown(wanted.length)}>
          <FilterBar rows={rows} filter={filter} standard={standard} onChange={setFilter} />
          <Legend standard={standard} />
          <SchoolTable key={JSON.stringify(filter)} rows={wanted} standard={standard} onOpen={open} last={last} />
        </Section>
      </div>
    </div>
  );
}

function Nothing({ onData }: { readonly onData: () => void }) {
  const styles = useStyles();
  return (
    <div className={styles.tab}>
      <p>{resultTexts.noStages}</p>
      <div>
        <Button onClick={onData}>{resultTexts.toData}</Button>
      </div>
    </div>
  );
}
