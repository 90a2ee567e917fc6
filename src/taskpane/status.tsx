import { makeStyles, tokens } from "@fluentui/react-components";
import { Message } from "./parts/message";
import { ProgressNote } from "./parts/progress";
import { TextLink } from "./parts/text-link";
import { paneTexts } from "./texts";
import type { Task, WorkState } from "./machine/state";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} 0`, ":empty": { display: "none" } },
});

interface StatusProps {
  readonly state: WorkState;
  readonly run: (task: Task) => void;
  readonly onCancel: () => void;
  readonly onDismiss: () => void;
}

/** What is going on, what went wrong, what was done (状态): above the tab, one thing each. */
export function Status({ state, run, onCancel, onDismiss }: StatusProps) {
  const styles = useStyles();
  const { failure, notice } = state;
  const doing = doingText(state);
  const first = state.reading === null && state.phase !== "idle";
  return (
    <div className={styles.box}>
      {doing !== null && (state.slow || first) && <ProgressNote text={doing} progress={state.progress} onCancel={onCancel} />}
      {failure !== null && (
        <Message tone="error" actions={<Links links={[{ label: paneTexts.retry, task: failure.task }]} run={run} onDismiss={onDismiss} />}>
          {failure.text}
        </Message>
      )}
      {state.stale && (
        <Message tone="warning" actions={<Links links={[{ label: paneTexts.checkAgain, task: { kind: "check" } }]} run={run} />}>
          {paneTexts.stale}
        </Message>
      )}
      {state.highlightAged && (
        <Message tone="warning" actions={<Links links={[{ label: paneTexts.highlightAgain, task: { kind: "highlight" } }]} run={run} />}>
          {paneTexts.highlightAged}
        </Message>
      )}
      {notice !== null && (
        <Message tone={notice.tone} actions={<Links links={notice.actions} run={run} onDismiss={onDismiss} />}>
          {notice.text}
        </Message>
      )}
    </div>
  );
}

interface LinksProps {
  readonly links: readonly { readonly label: string; readonly task: Task }[];
  readonly run: (task: Task) => void;
  readonly onDismiss?: () => void;
}

function Links({ links, run, onDismiss }: LinksProps) {
  return (
    <>
      {links.map(({ label, task }) => (
        <TextLink key={label} onClick={() => run(task)}>
          {label}
        </TextLink>
      ))}
      {onDismiss && <TextLink onClick={onDismiss}>{paneTexts.close}</TextLink>}
    </>
  );
}

function doingText(state: WorkState): string | null {
  if (state.busy !== null) return paneTexts.writing;
  switch (state.phase) {
    case "listing":
      return paneTexts.listing;
    case "reading":
      return paneTexts.reading;
    case "judging":
      return paneTexts.judging;
    default:
      return null;
  }
}
