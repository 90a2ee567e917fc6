import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { PART_TERMS, shown, switchTextsFor, type FindingInput, type ItemBook, type ItemFinding, type Lack, type SchoolItemFinding, type Switches, type TestFinding } from "../../engine";
import { grouped } from "../parts/figures";
import { TextLink } from "../parts/text-link";
import { VerdictMark, VerdictWord } from "../parts/verdict-mark";
import { amountText } from "./amounts";
import { ClauseQuote, Inputs, Part, Steps } from "./detail-parts";
import { itemTexts, TEMPLATE_OF } from "./texts";

const useStyles = makeStyles({
  card: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, overflowWrap: "anywhere" },
  back: { alignSelf: "start" },
  name: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold, scrollMarginTop: "72px", ":focus": { outlineStyle: "none" } },
  part: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  verdict: { display: "flex", flexWrap: "wrap", alignItems: "baseline", columnGap: tokens.spacingHorizontalS },
  under: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  plain: { margin: 0 },
  list: { margin: 0, padding: 0, listStyleType: "none", display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  line: { display: "grid", gridTemplateColumns: "14px minmax(0, 1fr)", columnGap: tokens.spacingHorizontalS },
  table: { borderCollapse: "collapse", width: "100%" },
  column: { padding: `${tokens.spacingVerticalXXS} 0`, textAlign: "start", fontWeight: tokens.fontWeightRegular, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3, borderBottom: `1px solid ${tokens.colorNeutralStroke1}` },
  cell: { padding: `${tokens.spacingVerticalXS} 0`, textAlign: "start", fontWeight: tokens.fontWeightRegular, borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  number: { textAlign: "end", whiteSpace: "nowrap", fontVariantNumeric: "tabular-nums", paddingInlineStart: tokens.spacingHorizontalS },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalXS },
});

interface ItemCardProps {
  readonly finding: ItemFinding;
  readonly book: ItemBook;
  readonly switches: Switches;
  /** Where figures of that kind were read from already: no empty sheet is offered for them. */
  readonly present: ReadonlySet<Lack["where"]>;
  readonly busy: boolean;
  readonly onBack: () => void;
  readonly onSelect: (place: string) => void;
  readonly onTemplate: (id: string) => void;
}

/** One item (指标项) with everything needed to check it by hand and to complete it. */
export function ItemCard({ finding, book, switches, present, busy, onBack, onSelect, onTemplate }: ItemCardProps) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  const { item, lacks } = finding;
  useEffect(() => heading.current?.focus(), [item.id]);
  return (
    <article className={styles.card} aria-label={item.short}>
      <Button className={styles.back} size="small" onClick={onBack}>
        {itemTexts.back}
      </Button>
      <div>
        <span className={styles.part}>
          {PART_TERMS[item.part]} {item.id}
        </span>
        <h2 className={styles.name} ref={heading} tabIndex={-1}>
          {item.short}
        </h2>
      </div>
      <p className={styles.plain}>{item.term}</p>
      <div className={styles.verdict}>
        <VerdictWord verdict={finding.verdict} />
        {switchTextsFor(switches, book.switches, item.id).map((text) => (
          <span key={text} className={styles.under}>{text}</span>
        ))}
      </div>
      {finding.conclusion !== "" && <p className={styles.plain}>{finding.conclusion}</p>}
      {lacks.length > 0 && <Lacks lacks={lacks} present={present} busy={busy} onSelect={onSelect} onTemplate={onTemplate} />}
      {finding.tests.length > 0 && <Tests tests={finding.tests} />}
      {finding.notes.map((note) => (
        <p key={note} className={styles.plain}>{note}</p>
      ))}
      {finding.schools.length > 0 && <Schools schools={finding.schools} onSelect={onSelect} />}
      <Inputs inputs={finding.inputs} onSelect={onSelect} say={(input) => inWords(input, book)} />
      <Steps steps={finding.steps} />
      <ClauseQuote clause={item.clause} />
    </article>
  );
}

function inWords({ fact, value }: FindingInput, book: ItemBook): string | null {
  const kind = book.facts.get(fact)?.kind;
  if (kind === "yesNo") return value === 1 ? itemTexts.yes : itemTexts.no;
  return kind === "level" && value !== null ? (itemTexts.levels[value - 1] ?? null) : null;
}

interface LacksProps {
  readonly lacks: readonly Lack[];
  /** Where figures of that kind were read from already: no empty sheet is offered for them. */
  readonly present: ReadonlySet<Lack["where"]>;
  readonly busy: boolean;
  readonly onSelect: (place: string) => void;
  readonly onTemplate: (id: string) => void;
}

/** A county of many schools may lack the same thing in each. */
const AT_A_GLANCE = 8;

/** What is missing, each with its cell; where there is no cell yet, the sheet to fill in. */
function Lacks({ lacks, present, busy, onSelect, onTemplate }: LacksProps) {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const sheets = [...new Set(lacks.map(({ where }) => where))].filter((where) => !present.has(where));
  return (
    <Part heading={itemTexts.lacks}>
      <ul className={styles.list}>
        {lacks.slice(0, all ? lacks.length : AT_A_GLANCE).map(({ text, cell }, index) => (
          <li key={index}>
            {text}
            {cell !== null && (
              <>
                {" "}
                <TextLink onClick={() => onSelect(cell)}>{itemTexts.goTo(cell)}</TextLink>
              </>
            )}
          </li>
        ))}
      </ul>
      {!all && lacks.length > AT_A_GLANCE && <TextLink onClick={() => setAll(true)}>{itemTexts.moreLacks(lacks.length - AT_A_GLANCE)}</TextLink>}
      {sheets.length > 0 && (
        <div className={styles.buttons}>
          {sheets.map((where) => (
            <Button key={where} size="small" disabled={busy} onClick={() => onTemplate(TEMPLATE_OF[where])}>
              {itemTexts.insert[where]}
            </Button>
          ))}
        </div>
      )}
    </Part>
  );
}

/** Each thing the item asks, with value and line (逐条对照). */
function Tests({ tests }: { readonly tests: readonly TestFinding[] }) {
  const styles = useStyles();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col" className={styles.column}>{itemTexts.tests}</th>
          <th scope="col" className={mergeClasses(styles.column, styles.number)}>{itemTexts.value}</th>
          <th scope="col" className={mergeClasses(styles.column, styles.number)}>{itemTexts.line}</th>
        </tr>
      </thead>
      <tbody>
        {tests.map((test) => (
          <tr key={test.label}>
            <th scope="row" className={styles.cell}>
              <VerdictMark verdict={test.verdict} size={12} /> {test.label}
            </th>
            <td className={mergeClasses(styles.cell, styles.number)}>{test.value === null ? "" : figure(test, test.value)}</td>
            <td className={mergeClasses(styles.cell, styles.number)}>{test.line === null ? "" : `${test.comparison === null ? "" : itemTexts.comparison[test.comparison]} ${figure(test, test.line)}`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function figure({ unit, places, line }: TestFinding, value: number): string {
  return `${grouped(shown(value, places, line === null ? [] : [line]))}${unit === "%" ? "" : " "}${unit}`;
}

const AT_A_TIME = 20;

function Schools({ schools, onSelect }: { readonly schools: readonly SchoolItemFinding[]; readonly onSelect: (place: string) => void }) {
  const styles = useStyles();
  const [count, setCount] = useState(AT_A_TIME);
  return (
    <Part heading={itemTexts.schools}>
      <ul className={styles.list}>
        {schools.slice(0, count).map(({ school, verdict, text, gap, gapUnit, cells }) => (
          <li key={school.place} className={styles.line}>
            <VerdictMark verdict={verdict} size={12} />
            <span>
              <TextLink onClick={() => onSelect(cells[0] ?? school.place)}>{school.name}</TextLink> {text}
              {verdict === "unmet" && gap !== null && gap > 0 && ` · ${itemTexts.gap(amountText(gap, gapUnit), gapUnit)}`}
            </span>
          </li>
        ))}
      </ul>
      {schools.length > count && <TextLink onClick={() => setCount(count + AT_A_TIME * 5)}>{itemTexts.moreSchools(Math.min(AT_A_TIME * 5, schools.length - count))}</TextLink>}
    </Part>
  );
}
