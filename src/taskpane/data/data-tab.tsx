import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { answerKey } from "../../reading";
import { countSentence } from "../../workbook";
import { Message } from "../parts/message";
import { TextLink } from "../parts/text-link";
import type { Task, WorkState } from "../machine/state";
import { MappingList } from "./mapping-list";
import { OtherSheets } from "./other-sheets";
import { ProblemList } from "./problem-list";
import { Questions } from "./questions";
import { SheetList } from "./sheet-list";
import { dataTexts } from "./texts";
import { Welcome } from "./welcome";

const useStyles = makeStyles({
  tab: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXL },
  found: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold, textWrap: "pretty" },
  aside: { margin: 0, color: tokens.colorNeutralForeground2 },
  head: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, alignItems: "flex-start" },
  buttons: { display: "flex", gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalXS },
});

/** The template of the sheet everything starts from. */
const SCHOOL_TEMPLATE = "schools";

interface DataTabProps {
  readonly state: WorkState;
  readonly run: (task: Task) => void;
  readonly onSample: (() => void) | undefined;
  readonly onResult: () => void;
}

/** 数据: what was found, what it was taken for, what is wrong with it. */
export function DataTab({ state, run, onSample, onResult }: DataTabProps) {
  const styles = useStyles();
  const [sheet, setSheet] = useState("");
  const { reading } = state;
  const select = (place: string) => run({ kind: "select", place });
  const insertTemplate = () => run({ kind: "template", id: SCHOOL_TEMPLATE });
  if (reading === null) return <Welcome onCheck={() => run({ kind: "check" })} onSample={onSample} onTemplate={insertTemplate} />;
  const questions = reading.problems.filter((problem) => problem.question !== null);
  const problems = reading.problems.filter((problem) => problem.question === null);
  return (
    <div className={styles.tab}>
      <Found state={state} onCheck={() => run({ kind: "check" })} onResult={onResult} onTemplate={insertTemplate} />
      {questions.length > 0 && <Questions questions={questions} onAnswer={(key, answer) => run({ kind: "answer", key, answer })} onSelect={select} />}
      {(reading.tables.length > 0 || reading.passedOver.length > 0) && (
        <SheetList reading={reading} problems={problems} answers={state.kept.answers} onUse={(key, use) => run({ kind: "answer", key, answer: { kind: "useTable", value: use } })} onSelect={select} onProblems={setSheet} />
      )}
      <OtherSheets reading={reading} onSelect={select} />
      {reading.tables.length > 0 && (
        <MappingList tables={reading.tables} onAnswer={(column, answer) => run({ kind: "answer", key: answerKey.column(column.key), answer })} onSelect={select} />
      )}
      <ProblemList problems={problems} sheet={sheet} onSheet={setSheet} onSelect={select} onExport={() => run({ kind: "exportProblems" })} />
    </div>
  );
}

interface FoundProps {
  readonly state: WorkState;
  readonly onCheck: () => void;
  readonly onResult: () => void;
  readonly onTemplate: () => void;
}

function Found({ state, onCheck, onResult, onTemplate }: FoundProps) {
  const styles = useStyles();
  if (state.reading === null) return null;
  const again = (
    <Button size="small" onClick={onCheck}>
      {dataTexts.checkAgain}
    </Button>
  );
  if (state.reading.tables.length === 0) {
    return (
      <Message tone="warning" actions={again}>
        <strong>{dataTexts.nothing}</strong>
        <p className={styles.aside}>{dataTexts.nothingHelp}</p>
        <TextLink onClick={onTemplate}>{dataTexts.template}</TextLink>
      </Message>
    );
  }
  const sheets = new Set(state.reading.tables.filter((table) => table.schools > 0).map((table) => table.sheet)).size;
  const excluded = state.judgement?.table.excluded.length ?? 0;
  return (
    <div className={styles.head}>
      <p className={styles.found}>{dataTexts.found(sheets, state.judgement === null ? dataTexts.noSchools : countSentence(state.judgement.table))}</p>
      {excluded > 0 && <p className={styles.aside}>{dataTexts.excluded(excluded)}</p>}
      <div className={styles.buttons}>
        <Button size="small" appearance="primary" onClick={onResult}>
          {dataTexts.result}
        </Button>
        {again}
      </div>
    </div>
  );
}
