import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Answer, Problem } from "../../reading";
import { Section } from "../parts/section";
import { TextLink } from "../parts/text-link";
import { dataTexts } from "./texts";

const useStyles = makeStyles({
  help: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { margin: 0, padding: 0, listStyleType: "none", display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  question: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalSNudge, padding: tokens.spacingHorizontalM, borderRadius: tokens.borderRadiusMedium, border: `1px solid ${tokens.colorNeutralStroke2}`, borderLeft: `3px solid ${tokens.colorStatusWarningBorder2}`, backgroundColor: tokens.colorNeutralBackground2, overflowWrap: "anywhere" },
  place: { alignSelf: "flex-start", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  choices: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  choice: { minWidth: 0, maxWidth: "100%", height: "auto" },
});

/** So many questions at a time: a wall of them gets no answer. */
const AT_A_TIME = 4;

interface QuestionsProps {
  readonly questions: readonly Problem[];
  readonly onAnswer: (key: string, answer: Answer) => void;
  readonly onSelect: (place: string) => void;
}

/** Where two readings are possible (待确认): the question, its cell, and the choices as buttons. */
export function Questions({ questions, onAnswer, onSelect }: QuestionsProps) {
  const styles = useStyles();
  const [shown, setShown] = useState(AT_A_TIME);
  return (
    <Section heading={dataTexts.questions} aside={questions.length}>
      <p className={styles.help}>{dataTexts.questionsHelp}</p>
      <ul className={styles.list}>
        {questions.slice(0, shown).map((problem) => (
          <li key={problem.id} className={styles.question}>
            <TextLink className={styles.place} label={dataTexts.showPlace(problem.cell)} onClick={() => onSelect(problem.cell)}>
              {problem.cell}
            </TextLink>
            <span>{problem.text}</span>
            <div className={styles.choices}>
              {problem.question?.choices.map((choice) => (
                <Button key={choice.label} size="small" className={styles.choice} onClick={() => problem.question && onAnswer(problem.question.key, choice.answer)}>
                  {choice.label}
                </Button>
              ))}
            </div>
          </li>
        ))}
      </ul>
      {questions.length > shown && <TextLink onClick={() => setShown(questions.length)}>{dataTexts.moreQuestions(questions.length - shown)}</TextLink>}
    </Section>
  );
}
