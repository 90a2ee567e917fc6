import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { rowsBySchool, STAGES, switchTexts, type ItemPart, type Judgement, type Lack, type LocalFinding, type Stage } from "../../engine";
import { DEFAULT_STANDARD } from "../../standards";
import { resourceSwitchTexts } from "../../workbook";
import type { Task, Whole, WorkState } from "../machine/state";
import { Conclusion } from "./conclusion";
import { ItemCard } from "./item-card";
import { LocalSection } from "./local-section";
import { PartList } from "./part-list";
import type { Lead } from "./reasons";
import { NO_FILTER, schoolRows, type RowFilter, type SchoolRow } from "./rows";
import { SchoolCard } from "./school-card";
import { SchoolSection } from "./school-section";
import { SecondSection } from "./second-section";
import { StageCard } from "./stage-card";
import { resultTexts } from "./texts";
import { useWayBack, wayToIndicator, wayToItem, wayToRow, WAY_TO_SCHOOLS } from "./use-way-back";
import { VariationCard } from "./variation-card";

const useStyles = makeStyles({
  tab: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXL },
  cards: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 270px), 1fr))", gap: tokens.spacingHorizontalM },
});

/** What the tab shows: the whole county, one school, one 差异系数, or one item. */
type View =
  | { readonly kind: "county" }
  | { readonly kind: "school"; readonly row: number }
  | { readonly kind: "variation"; readonly stage: Stage; readonly indicator: number }
  | { readonly kind: "item"; readonly item: string };

interface ResultTabProps {
  readonly state: WorkState;
  readonly run: (task: Task) => void;
  readonly onData: () => void;
}

/** 结果: the conclusion, both stages at a glance, every part of the standard, every school. */
export function ResultTab({ state, run, onData }: ResultTabProps) {
  const { judgement, whole } = state;
  if (judgement === null || whole === null || judgement.table.count + judgement.table.unsettled.length === 0) return <Nothing onData={onData} />;
  return <Result state={state} judgement={judgement} whole={whole} run={run} />;
}

interface ResultProps {
  readonly state: WorkState;
  readonly judgement: Judgement;
  readonly whole: Whole;
  readonly run: (task: Task) => void;
}

function Result({ state, judgement, whole, run }: ResultProps) {
  const styles = useStyles();
  const standard = DEFAULT_STANDARD;
  const [view, setView] = useState<View>({ kind: "county" });
  const [filter, setFilter] = useState<RowFilter>(NO_FILTER);
  const [last, setLast] = useState<number | null>(null);
  const [parts, setParts] = useState<ReadonlySet<ItemPart>>(new Set());
  const { home, goTo } = useWayBack(view.kind === "county");
  const rows = useMemo(() => schoolRows(judgement, standard), [judgement, standard]);
  const busy = state.busy !== null;
  const onSelect = (place: string) => run({ kind: "select", place });
  const onTemplate = (id: string) => run({ kind: "template", id });
  const back = () => setView({ kind: "county" });
  const open = (row: SchoolRow) => {
    setView({ kind: "school", row: row.row });
    setLast(row.row);
    goTo(wayToRow(row.row));
    onSelect(row.school.place);
  };
  const openVariation = (stage: Stage, indicator: number) => {
    goTo(wayToIndicator(stage, indicator));
    setView({ kind: "variation", stage, indicator });
  };
  const togglePart = (part: ItemPart, isOpen: boolean) => {
    if (parts.has(part) !== isOpen) setParts(new Set(isOpen ? [...parts, part] : [...parts].filter((one) => one !== part)));
  };
  const openItem = (id: string) => {
    const found = whole.items.findings.find(({ item }) => item.id === id);
    if (found) togglePart(found.item.part, true);
    goTo(wayToItem(id));
    setView({ kind: "item", item: id });
  };
  const lead = (to: Lead) => {
    if (to.to === "variation") return openVariation(to.stage, to.indicator);
    if (to.to === "item") return openItem(to.item);
    setFilter({ ...NO_FILTER, stage: to.stage, verdict: to.verdict });
    goTo(WAY_TO_SCHOOLS);
  };
  const shown = view.kind === "school" ? rows.find((row) => row.row === view.row) : undefined;
  if (shown) {
    const mates = rowsBySchool([...new Set(judgement.table.schools)]).find((one) => one.includes(shown.school)) ?? [];
    const sibling = rows.find((row) => row.stage !== shown.stage && mates.includes(row.school)) ?? null;
    return <SchoolCard row={shown} sibling={sibling} judgement={judgement} whole={whole} standard={standard} onBack={back} onSelect={onSelect} onOpen={open} />;
  }
  const finding = view.kind === "item" ? whole.items.findings.find(({ item }) => item.id === view.item) : undefined;
  if (finding) return <ItemCard finding={finding} book={whole.book} switches={judgement.switches} present={presentIn(state)} busy={busy} onBack={back} onSelect={onSelect} onTemplate={onTemplate} />;
  if (view.kind === "variation") {
    const below = () => {
      setFilter({ ...NO_FILTER, stage: view.stage, indicator: view.indicator });
      goTo(WAY_TO_SCHOOLS);
      back();
    };
    return <VariationCard judgement={judgement} stage={view.stage} indicator={view.indicator} standard={standard} onBack={back} onBelow={below} onOpen={(row) => rows.filter((one) => one.row === row).forEach(open)} />;
  }
  return (
    <div className={styles.tab} ref={home}>
      <Conclusion judgement={judgement} items={whole.items} roster={whole.roster} under={whole.items.hasForm ? switchTexts(judgement.switches, whole.book.switches) : resourceSwitchTexts(judgement.switches, whole.book.switches, standard)} busy={busy} onLead={lead} onSelect={onSelect} onCountyForm={() => onTemplate("county")} />
      <div className={styles.cards}>
        {STAGES.filter((stage) => judgement.county.stages[stage].rows > 0).map((stage) => (
          <StageCard key={stage} summary={judgement.county.stages[stage]} standard={standard} onIndicator={(indicator) => openVariation(stage, indicator)} />
        ))}
      </div>
      <PartList items={whole.items} open={parts} onToggle={togglePart} onOpen={openItem} />
      {whole.second !== null && <SecondSection second={whole.second} troubles={whole.troubles} onSelect={onSelect} />}
      <Locals state={state} findings={whole.local ?? []} />
      <SchoolSection rows={rows} filter={filter} standard={standard} last={last} onFilter={setFilter} onOpen={open} />
    </div>
  );
}

/** Where figures were read from: schools always, the county form and lists when there are some. */
function presentIn({ reading }: WorkState): ReadonlySet<Lack["where"]> {
  const kinds = new Set(reading?.lists?.map(({ kind }) => kind));
  return new Set<Lack["where"]>(["schoolSheet", ...(reading?.county === undefined ? [] : ["countyForm" as const]), ...(kinds.has("classes") ? ["classList" as const] : []), ...(kinds.has("rooms") ? ["roomList" as const] : [])]);
}

/** One section a plan: the local plan that was chosen, and the lines a bureau added itself. */
function Locals({ state, findings }: { readonly state: WorkState; readonly findings: readonly LocalFinding[] }) {
  const choice = state.kept.localChoice;
  return [...new Set(findings.map(({ plan }) => plan))].map((plan) => {
    const own = findings.filter((one) => one.plan === plan);
    const isChosen = plan.id === choice?.plan;
    return <LocalSection key={plan.id} heading={isChosen ? resultTexts.local(choice.year) : resultTexts.ownLines(plan.term)} aside={isChosen ? `${choice.county} · ${plan.term}` : ""} findings={own} />;
  });
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
