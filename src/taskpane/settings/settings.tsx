import { Button, Checkbox, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useId } from "react";
import { STANDARDS } from "../../standards";
import type { StoreState } from "../../workbook";
import { TextLink } from "../parts/text-link";
import type { Task } from "../work/state";
import { answerText } from "./answer-text";
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
  readonly standardId: string;
  readonly run: (task: Task) => void;
  readonly onClose: () => void;
}

/** 设置: standard, open questions, and what was answered so far. */
export function Settings({ kept, standardId, run, onClose }: SettingsProps) {
  const styles = useStyles();
  const standard = useId();
  const answers = Object.entries(kept.answers);
  const share = kept.switches.shareTeachersByStudents === true;
  return (
    <section className={styles.box} aria-label={settingsTexts.head} onKeyDown={(event) => event.key === "Escape" && onClose()}>
      <div className={styles.field}>
        <label htmlFor={standard} className={styles.head}>
          {settingsTexts.standard}
        </label>
        <Select id={standard} value={standardId} onChange={(_, data) => run({ kind: "standard", id: data.value })}>
          {STANDARDS.map(({ id, term, document }) => (
            <option key={id} value={id}>{`${term}（${document.number}）`}</option>
          ))}
        </Select>
      </div>
      <div className={styles.field}>
        <h3 className={styles.head}>{settingsTexts.switches}</h3>
        <Checkbox checked={share} label={settingsTexts.shareTeachers} onChange={() => run({ kind: "switches", switches: { ...kept.switches, shareTeachersByStudents: !share } })} />
        <p className={styles.help}>{settingsTexts.shareTeachersHelp}</p>
      </div>
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
