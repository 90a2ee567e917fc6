import { FluentProvider, makeStyles, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useState } from "react";
import { VERDICT_TERMS } from "../engine";
import { DEFAULT_STANDARD } from "../standards";
import { countSentence } from "../workbook";
import { DataTab } from "./data/data-tab";
import { ErrorBoundary } from "./parts/error-boundary";
import { panelId, tabId, Tabs } from "./parts/tabs";
import { PLACE_LINE, PlaceLine } from "./place-line";
import { Settings } from "./settings/settings";
import { Status } from "./status";
import { paneTexts } from "./texts";
import { useTheme, type PaneTheme } from "./theme";
import { standardOf } from "./work/check";
import type { Task, WorkState } from "./work/state";
import { useWork } from "./work/use-work";
import type { Work } from "./work/work";

// On demand: the 数据 tab answers the first click without them.
const ResultTab = lazy(() => import("./result/result-tab").then(({ ResultTab }) => ({ default: ResultTab })));
const ReportTab = lazy(() => import("./report/report-tab").then(({ ReportTab }) => ({ default: ReportTab })));
const ResultFoot = lazy(() => import("./result/foot").then(({ ResultFoot }) => ({ default: ResultFoot })));

const useStyles = makeStyles({
  provider: { height: "100%" },
  root: { height: "100%", containerType: "inline-size", containerName: "pane", overflow: "hidden", color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorNeutralBackground1 },
  pane: { height: "100%", display: "flex", flexDirection: "column", "@container pane (max-width: 259px)": { display: "none" } },
  narrow: { display: "none", padding: tokens.spacingHorizontalM, "@container pane (max-width: 259px)": { display: "block" } },
  body: { flex: "1 1 0", minHeight: 0, overflowY: "auto", padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalSNudge} ${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalM}`, scrollbarGutter: "stable", scrollbarWidth: "thin", ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" } },
  foot: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  live: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)", whiteSpace: "nowrap" },
});

type TabId = "data" | "result" | "report";

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
  const closeSettings = () => {
    setSettings(false);
    document.getElementById(PLACE_LINE)?.focus();
  };
  const questions = state.reading?.problems.filter((problem) => problem.question !== null).length ?? 0;
  const tabs = [{ id: "data", term: paneTexts.data, count: questions, ...(questions > 0 ? { label: paneTexts.dataWith(questions) } : {}) }, { id: "result", term: paneTexts.result }, { id: "report", term: paneTexts.report }] as const;
  const standard = standardOf(state.kept);
  return (
    <FluentProvider theme={useTheme(theme)} className={styles.provider}>
      <div className={styles.root} lang="zh-CN">
        <p className={styles.narrow}>{paneTexts.tooNarrow}</p>
        <div className={styles.pane}>
          <PlaceLine workbookName={state.workbookName} standard={standard} switches={state.kept.switches} open={settings} onToggle={() => setSettings(!settings)} />
          {settings && <Settings kept={state.kept} standardId={standard.id} run={run} onClose={closeSettings} />}
          <Tabs label={paneTexts.sections} items={tabs} selected={tab} onSelect={setTab} />
          <Status state={state} run={run} onCancel={work.cancel} onDismiss={work.dismiss} />
          <div className={styles.body} role="tabpanel" id={panelId(tab)} aria-labelledby={tabId(tab)} tabIndex={0}>
            <ErrorBoundary key={tab}>
              <Suspense fallback={<p>{paneTexts.loading}</p>}>
                {tab === "data" && <DataTab state={state} run={run} onSample={onSample} onResult={() => setTab("result")} />}
                {tab === "result" && <ResultTab judgement={state.judgement} standard={standard} isNational={standard.id === DEFAULT_STANDARD.id} onSelect={(place) => run({ kind: "select", place })} onData={() => setTab("data")} />}
                {tab === "report" && <ReportTab judgement={state.judgement} written={state.kept.written} busy={state.busy !== null} run={run} />}
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
    </FluentProvider>
  );
}

/** What a screen reader hears: the last thing that happened, whole. */
function announcement(state: WorkState): string {
  if (state.failure !== null) return state.failure.text;
  if (state.stale) return paneTexts.stale;
  if (state.notice !== null) return state.notice.text;
  if (state.phase !== "judged" || state.reading === null) return "";
  if (state.judgement === null) return paneTexts.judgedNothing;
  return paneTexts.judged(countSentence(state.judgement.table), VERDICT_TERMS[state.judgement.county.verdict]);
}
