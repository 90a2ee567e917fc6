import { FluentProvider, makeStyles, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useState } from "react";
import { VERDICT_TERMS } from "../engine";
import { countSentence } from "../workbook";
import { DataTab } from "./data/data-tab";
import { ErrorBoundary } from "./parts/error-boundary";
import { panelId, tabId, Tabs, type TabItem } from "./parts/tabs";
import { PLACE_LINE, PlaceLine } from "./place-line";
import { Status } from "./status";
import { paneTexts } from "./texts";
import { DarkContext, themeOf, useDark, type PaneTheme } from "./theme";
import { isAged } from "./machine/finality";
import type { Task, WorkState } from "./machine/state";
import { useWork } from "./machine/use-work";
import type { Work } from "./machine/work";

// On demand: the 数据 tab answers the first click without them.
const Settings = lazy(() => import(/* webpackChunkName: "on-demand-settings" */ "./settings/settings").then(({ Settings }) => ({ default: Settings })));
const ResultTab = lazy(() => import(/* webpackChunkName: "on-demand-result" */ "./result/result-tab").then(({ ResultTab }) => ({ default: ResultTab })));
const PlanTab = lazy(() => import(/* webpackChunkName: "on-demand-plan" */ "./plan/plan-tab").then(({ PlanTab }) => ({ default: PlanTab })));
const ReportTab = lazy(() => import(/* webpackChunkName: "on-demand-report" */ "./report/report-tab").then(({ ReportTab }) => ({ default: ReportTab })));
const ResultFoot = lazy(() => import(/* webpackChunkName: "on-demand-foot" */ "./result/foot").then(({ ResultFoot }) => ({ default: ResultFoot })));

const useStyles = makeStyles({
  provider: { height: "100%" },
  root: { height: "100%", containerType: "inline-size", containerName: "pane", overflow: "hidden", color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorNeutralBackground1 },
  pane: { height: "100%", display: "flex", flexDirection: "column", "@container pane (max-width: 259px)": { display: "none" } },
  narrow: { display: "none", padding: tokens.spacingHorizontalM, "@container pane (max-width: 259px)": { display: "block" } },
  body: { flex: "1 1 0", minHeight: 0, overflowY: "auto", padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalSNudge} ${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalM}`, scrollbarGutter: "stable", scrollbarWidth: "thin", ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" } },
  foot: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  live: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)", whiteSpace: "nowrap" },
});

type TabId = "data" | "result" | "plan" | "report";

export interface PaneProps {
  readonly work: Work;
  readonly theme: PaneTheme;
  readonly onSample: (() => void) | undefined;
}

/** The pane (窗格): where we are, tabs, what is going on, the tab, its actions. */
export function Pane({ work, theme, onSample }: PaneProps) {
  const styles = useStyles();
  const state = useWork(work);
  const [tab, setTab] = useState<TabId>("data");
  const [settings, setSettings] = useState(false);
  const run = (task: Task) => void work.run(task);
  const dark = useDark(theme);
  const closeSettings = () => {
    setSettings(false);
    document.getElementById(PLACE_LINE)?.focus();
  };
  return (
    <FluentProvider theme={themeOf(dark)} className={styles.provider}>
      <DarkContext value={dark}>
        <div className={styles.root} lang="zh-CN">
          <p className={styles.narrow}>{paneTexts.tooNarrow}</p>
          <div className={styles.pane}>
            <PlaceLine workbookName={state.workbookName} kept={state.kept} book={state.whole?.book ?? null} open={settings} onToggle={() => setSettings(!settings)} />
            <Suspense>{settings && <Settings kept={state.kept} reading={state.reading} run={run} onClose={closeSettings} />}</Suspense>
            <Tabs label={paneTexts.sections} items={tabsOf(state)} selected={tab} onSelect={setTab} />
            <Status state={state} run={run} onCancel={work.cancel} onDismiss={work.dismiss} />
            <div className={styles.body} role="tabpanel" id={panelId(tab)} aria-labelledby={tabId(tab)} tabIndex={0}>
              <ErrorBoundary key={tab}>
                <Suspense fallback={<p>{paneTexts.loading}</p>}>
                  {tab === "data" && <DataTab state={state} run={run} onSample={onSample} onResult={() => setTab("result")} />}
                  {tab === "result" && <ResultTab state={state} run={run} onData={() => setTab("data")} />}
                  {tab === "plan" && <PlanTab state={state} run={run} />}
                  {tab === "report" && <ReportTab state={state} run={run} />}
                </Suspense>
              </ErrorBoundary>
            </div>
            {tab === "result" && state.judgement !== null && (
              <div className={styles.foot}>
                <Suspense>
                  <ResultFoot state={state} run={run} onReports={() => setTab("report")} />
                </Suspense>
              </div>
            )}
            <p className={styles.live} role="status">
              {announcement(state)}
            </p>
          </div>
        </div>
      </DarkContext>
    </FluentProvider>
  );
}

/** The tabs, with what waits in them: open questions, reports that no longer agree. */
function tabsOf(state: WorkState): readonly TabItem<TabId>[] {
  const questions = state.reading?.problems.filter((problem) => problem.question !== null).length ?? 0;
  const aged = state.kept.written.filter((one) => isAged(one, state.whole?.fingerprint)).length;
  return [
    { id: "data", term: paneTexts.data, count: questions, ...(questions > 0 ? { label: paneTexts.dataWith(questions) } : {}) },
    { id: "result", term: paneTexts.result },
    { id: "plan", term: paneTexts.plan },
    { id: "report", term: paneTexts.report, count: aged, ...(aged > 0 ? { label: paneTexts.reportWith(aged) } : {}) },
  ];
}

/** What a screen reader hears: the last thing that happened, whole. */
function announcement(state: WorkState): string {
  if (state.failure !== null) return state.failure.text;
  if (state.stale) return paneTexts.stale;
  if (state.notice !== null) return state.notice.text;
  if (state.phase !== "judged" || state.reading === null) return "";
  const { judgement, whole } = state;
  if (judgement === null) return paneTexts.judgedNothing;
  const found = countSentence(judgement.table);
  return whole?.items.hasForm === true ? paneTexts.judgedWhole(found, VERDICT_TERMS[whole.items.verdict]) : paneTexts.judged(found, VERDICT_TERMS[judgement.county.verdict]);
}
