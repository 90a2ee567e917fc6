import { Button, makeStyles, mergeClasses, Select, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Problem } from "../../reading";
import { Fold } from "../parts/fold";
import { Section } from "../parts/section";
import { TextLink } from "../parts/text-link";
import { groupProblems, sheetOf, type ProblemGroup } from "./overview";
import { ruleTerm } from "./rule-terms";
import { dataTexts, SEVERITY_TERMS } from "./texts";

const useStyles = makeStyles({
  filters: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(110px, 1fr))", gap: tokens.spacingHorizontalS },
  groups: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  summary: { display: "flex", alignItems: "baseline", gap: tokens.spacingHorizontalS, flexGrow: 1, minWidth: 0 },
  text: { flexGrow: 1, minWidth: 0, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  count: { fontVariantNumeric: "tabular-nums", color: tokens.colorNeutralForeground2 },
  badge: { flexShrink: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, padding: `0 ${tokens.spacingHorizontalXS}`, borderRadius: tokens.borderRadiusSmall, border: `1px solid ${tokens.colorNeutralStroke1}`, color: tokens.colorNeutralForeground2 },
  error: { color: tokens.colorStatusDangerForeground1, border: `1px solid ${tokens.colorStatusDangerBorder2}` },
  question: { color: tokens.colorStatusWarningForeground1, border: `1px solid ${tokens.colorStatusWarningBorder2}` },
  list: { margin: 0, padding: 0, listStyleType: "none", display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  item: { overflowWrap: "anywhere" },
  remedy: { display: "block", color: tokens.colorNeutralForeground2 },
  plain: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface ProblemListProps {
  readonly problems: readonly Problem[];
  readonly sheet: string;
  readonly onSheet: (sheet: string) => void;
  readonly onSelect: (place: string) => void;
  readonly onExport: () => void;
}

/** What is wrong in the sheets (数据问题): by rule, worst first; counts first, details on demand. */
export function ProblemList({ problems, sheet, onSheet, onSelect, onExport }: ProblemListProps) {
  const styles = useStyles();
  const [severity, setSeverity] = useState("");
  const sheets = [...new Set(problems.map(sheetOf))];
  const shown = problems.filter((problem) => (severity === "" || problem.severity === severity) && (sheet === "" || sheetOf(problem) === sheet));
  if (problems.length === 0) {
    return (
      <Section heading={dataTexts.problemsHead}>
        <p className={styles.plain}>{dataTexts.noneFound}</p>
      </Section>
    );
  }
  return (
    <Section heading={dataTexts.problemsHead} aside={<Button size="small" onClick={onExport}>{dataTexts.export}</Button>}>
      <div className={styles.filters}>
        <Select size="small" aria-label={dataTexts.filterSeverity} value={severity} onChange={(_, data) => setSeverity(data.value)}>
          <option value="">{`${dataTexts.all} ${problems.length}`}</option>
          {Object.entries(SEVERITY_TERMS).flatMap(([id, term]) => {
            const count = problems.filter((problem) => problem.severity === id).length;
            return count === 0 ? [] : [<option key={id} value={id}>{`${term} ${count}`}</option>];
          })}
        </Select>
        {sheets.length > 1 && (
          <Select size="small" aria-label={dataTexts.filterSheet} value={sheet} onChange={(_, data) => onSheet(data.value)}>
            <option value="">{dataTexts.allSheets}</option>
            {sheets.map((name) => (
              <option key={name} value={name}>{name}</option>
            ))}
          </Select>
        )}
      </div>
      <div className={styles.groups}>
        {groupProblems(shown).map((group) => (
          <Group key={`${group.severity} ${group.rule}`} group={group} onSelect={onSelect} />
        ))}
      </div>
    </Section>
  );
}

const AT_A_TIME = 20;

function Group({ group, onSelect }: { readonly group: ProblemGroup; readonly onSelect: (place: string) => void }) {
  const styles = useStyles();
  const [shown, setShown] = useState(AT_A_TIME);
  const [open, setOpen] = useState(false);
  const { severity, problems } = group;
  const tone = severity === "error" ? styles.error : severity === "question" ? styles.question : undefined;
  return (
    <Fold
      open={open}
      onToggle={setOpen}
      summary={
        <span className={styles.summary}>
          <span className={mergeClasses(styles.badge, tone)}>{SEVERITY_TERMS[severity]}</span>
          <span className={styles.text}>{titleOf(group)}</span>
          <span className={styles.count}>{problems.length}</span>
        </span>
      }
    >
      {open && (
        <ul className={styles.list}>
          {problems.slice(0, shown).map((problem) => (
            <li key={problem.id} className={styles.item}>
              <TextLink label={dataTexts.showPlace(problem.cell)} onClick={() => onSelect(problem.cell)}>
                {problem.cell}
              </TextLink>{" "}
              {problem.text}
              {problem.remedy !== "" && <span className={styles.remedy}>{problem.remedy}</span>}
            </li>
          ))}
        </ul>
      )}
      {problems.length > shown && <TextLink onClick={() => setShown(shown + AT_A_TIME * 5)}>{dataTexts.more(Math.min(AT_A_TIME * 5, problems.length - shown))}</TextLink>}
    </Fold>
  );
}

function titleOf(group: ProblemGroup): string {
  return ruleTerm(group.rule) ?? group.problems[0]?.text ?? group.rule;
}
