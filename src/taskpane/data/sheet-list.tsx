import { Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { answerKey, type Answers, type FoundTable, type Problem, type Reading } from "../../reading";
import { Fold } from "../parts/fold";
import { Section } from "../parts/section";
import { TextLink } from "../parts/text-link";
import { sheetOf } from "./overview";
import { dataTexts } from "./texts";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none" },
  line: { display: "grid", gridTemplateColumns: "auto minmax(0, 1fr) auto", alignItems: "center", columnGap: tokens.spacingHorizontalXS, borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  name: { overflowWrap: "anywhere", paddingBlock: tokens.spacingVerticalXS },
  under: { display: "block", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3, fontVariantNumeric: "tabular-nums" },
  problems: { textAlign: "end", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3, whiteSpace: "nowrap" },
  plain: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

interface SheetListProps {
  readonly reading: Reading;
  /** Those to be mended in the sheet; questions have a place of their own. */
  readonly problems: readonly Problem[];
  readonly answers: Answers;
  readonly onUse: (key: string, use: boolean) => void;
  readonly onSelect: (place: string) => void;
  readonly onProblems: (sheet: string) => void;
}

/** A county of one-school sheets (填报表) is not listed whole at once. */
const AT_A_TIME = 10;

const keyOf = (table: FoundTable) => answerKey.table(table.sheet, table.title);

/** Tables of schools that were found (找到的表), each to be left out by its tick. */
export function SheetList({ reading, problems, answers, onUse, onSelect, onProblems }: SheetListProps) {
  const styles = useStyles();
  const [shown, setShown] = useState(AT_A_TIME);
  const counts = new Map<string, number>();
  for (const problem of problems) counts.set(sheetOf(problem), (counts.get(sheetOf(problem)) ?? 0) + 1);
  const isUsed = (key: string) => {
    const answer = answers[key];
    return answer?.kind !== "useTable" || answer.value;
  };
  return (
    <Section heading={dataTexts.sheets}>
      <ul className={styles.list}>
        {reading.tables.slice(0, shown).map((table) => {
          const count = counts.get(table.sheet) ?? 0;
          const asked = reading.problems.filter((problem) => problem.question !== null && sheetOf(problem) === table.sheet).length;
          const key = keyOf(table);
          return (
            <li key={table.id} className={styles.line}>
              <Checkbox checked={isUsed(key)} onChange={(_, data) => onUse(key, data.checked === true)} aria-label={dataTexts.use(table.sheet, table.range)} />
              <span className={styles.name}>
                <TextLink label={dataTexts.showPlace(`${table.sheet}!${table.range}`)} onClick={() => onSelect(`${table.sheet}!${table.range}`)}>
                  {table.sheet}
                </TextLink>
                <span className={styles.under}>
                  {table.range} · {dataTexts.rows(table.schools)}
                  {table.hiddenRows > 0 && ` · ${dataTexts.hiddenRows(table.hiddenRows)}`}
                </span>
              </span>
              <span className={styles.problems}>
                {count === 0 ? (asked > 0 ? dataTexts.asked(asked) : dataTexts.noProblems) : <TextLink onClick={() => onProblems(table.sheet)}>{dataTexts.problems(count)}</TextLink>}
              </span>
            </li>
          );
        })}
        {Object.entries(answers).filter(([key, answer]) => answer.kind === "useTable" && !answer.value && !reading.tables.some((table) => keyOf(table) === key)).map(([key]) => (
          <li key={key} className={styles.line}>
            <Checkbox checked={false} onChange={() => onUse(key, true)} aria-label={dataTexts.use(...leftOut(key))} />
            <span className={styles.name}>
              {leftOut(key)[0]}
              <span className={styles.under}>{dataTexts.leftOut}</span>
            </span>
          </li>
        ))}
      </ul>
      {reading.tables.length > shown && (
        <div>
          <TextLink onClick={() => setShown(reading.tables.length)}>{dataTexts.moreTables(reading.tables.length - shown)}</TextLink>
        </div>
      )}
      {reading.passedOver.length > 0 && (
        <Fold bare summary={dataTexts.passedOver(reading.passedOver.length)}>
          <ul className={styles.plain}>
            {reading.passedOver.map(({ sheet, reason }) => (
              <li key={sheet}>
                {sheet}：{reason}
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </Section>
  );
}

/** Sheet and title of a table that was left out, from the key of the answer. */
function leftOut(key: string): [sheet: string, title: string] {
  const [, sheet = "", title = ""] = key.split("|");
  return [sheet, title];
}
