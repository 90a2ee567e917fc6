import { Button, Checkbox, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useId } from "react";
import type { Reading } from "../../reading";
import { DEFAULT_STANDARD, ITEM_BOOK, STANDARDS } from "../../standards";
import type { StoreState } from "../../workbook";
import { Fold } from "../parts/fold";
import { TextLink } from "../parts/text-link";
import { CommittedInput } from "../parts/committed-input";
import type { Settings as Change, Task } from "../machine/state";
import { answerText } from "./answer-text";
import { LocalChoiceFields } from "./local-choice";
import { settingsTexts } from "./texts";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalM, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground2, maxHeight: "60%", overflowY: "auto" },
  field: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  help: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
  head: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  item: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", columnGap: tokens.spacingHorizontalM, paddingBlock: tokens.spacingVerticalXS, overflowWrap: "anywhere" },
  said: { display: "block", color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  end: { alignSelf: "flex-start", display: "flex", gap: tokens.spacingHorizontalS },
});

interface SettingsProps {
  readonly kept: StoreState;
  readonly reading: Reading | null;
  readonly run: (task: Task) => void;
  readonly onClose: () => void;
}

/** 设置: date of the data, county and year, a second standard, open questions, and what was answered so far. */
export function Settings({ kept, reading, run, onClose }: SettingsProps) {
  const styles = useStyles();
  const set = (change: Change) => run({ kind: "settings", change });
  return (
    <section className={styles.box} aria-label={settingsTexts.head} onKeyDown={(event) => event.key === "Escape" && onClose()}>
      <p className={styles.help}>{settingsTexts.national(DEFAULT_STANDARD.term, DEFAULT_STANDARD.document.number)}</p>
      <LocalChoiceFields choice={kept.localChoice} onChoose={(localChoice) => set({ localChoice })} />
      <SecondStandard kept={kept} reading={reading} set={set} />
      <DataDate kept={kept} reading={reading} set={set} />
      <SwitchList kept={kept} set={set} />
      <AnswerList kept={kept} run={run} />
      {kept.readOnly !== null && <p className={styles.help}>{kept.readOnly}</p>}
      <div className={styles.end}>
        {kept.readOnly !== null && (
          <Button size="small" onClick={() => run({ kind: "clearStore" })}>
            {settingsTexts.clear}
          </Button>
        )}
        <Button size="small" onClick={onClose}>
          {settingsTexts.close}
        </Button>
      </div>
    </section>
  );
}

interface FieldProps {
  readonly kept: StoreState;
  readonly reading: Reading | null;
  readonly set: (change: Change) => void;
}

const NONE = "";
const OWN = "own";

function SecondStandard({ kept, reading, set }: FieldProps) {
  const styles = useStyles();
  const id = useId();
  const own = reading?.ownStandard;
  const others = STANDARDS.filter((standard) => standard.id !== DEFAULT_STANDARD.id);
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.head}>
        {settingsTexts.second}
      </label>
      <Select id={id} value={kept.standardId ?? NONE} onChange={(_, data) => set({ standardId: data.value === NONE ? null : data.value })}>
        <option value={NONE}>{settingsTexts.noSecond}</option>
        {(own !== undefined || kept.standardId === OWN) && <option value={OWN}>{own === undefined ? settingsTexts.ownMissing : settingsTexts.own(own.name, own.sheet)}</option>}
        {others.map(({ id: standard, term, document }) => (
          <option key={standard} value={standard}>{`${term}（${document.number}）`}</option>
        ))}
      </Select>
      <p className={styles.help}>{settingsTexts.secondHelp}</p>
    </div>
  );
}

/** 数据时点: as a sheet states it, unless somebody types another. */
function DataDate({ kept, reading, set }: FieldProps) {
  const styles = useStyles();
  const id = useId();
  const found = reading?.dataDate;
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.head}>
        {settingsTexts.dataDate}
      </label>
      <CommittedInput id={id} value={kept.dataDate ?? found?.text ?? ""} placeholder={settingsTexts.dataDateExample} onCommit={(text) => set({ dataDate: text === "" || text === found?.text ? null : text })} />
      <p className={styles.help}>{found === undefined || (kept.dataDate ?? found.text) !== found.text ? settingsTexts.dataDateHelp : settingsTexts.dataDateFrom(found.cell)}</p>
    </div>
  );
}

/** 口径: each question once, off unless somebody decides otherwise (R6). */
function SwitchList({ kept, set }: Pick<FieldProps, "kept" | "set">) {
  const styles = useStyles();
  return (
    <div className={styles.field}>
      <h3 className={styles.head}>{settingsTexts.switches}</h3>
      <p className={styles.help}>{settingsTexts.switchesHelp}</p>
      {ITEM_BOOK.switches.map(({ id, term, question, source }) => {
        const on = kept.switches[id] === true;
        return (
          <div key={id}>
            <Checkbox checked={on} label={term} onChange={() => set({ switches: { ...kept.switches, [id]: !on } })} />
            <Fold bare summary={<span className={styles.help}>{settingsTexts.why}</span>}>
              <p className={styles.help}>{question}</p>
              <p className={styles.help}>{settingsTexts.source(source)}</p>
            </Fold>
          </div>
        );
      })}
    </div>
  );
}

function AnswerList({ kept, run }: Pick<SettingsProps, "kept" | "run">) {
  const styles = useStyles();
  const answers = Object.entries(kept.answers);
  return (
    <div className={styles.field}>
      <h3 className={styles.head}>{settingsTexts.answers}</h3>
      {answers.length === 0 && <p className={styles.help}>{settingsTexts.noAnswers}</p>}
      <ul className={styles.list}>
        {answers.map(([key, answer]) => {
          const { about, said } = answerText(key, answer);
          return (
            <li key={key} className={styles.item}>
              <span>
                {about}
                <span className={styles.said}>{said}</span>
              </span>
              <TextLink label={settingsTexts.takeBackOf(about)} onClick={() => run({ kind: "answer", key, answer: null })}>
                {settingsTexts.takeBack}
              </TextLink>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
