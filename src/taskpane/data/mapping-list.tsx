import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useRef, useState } from "react";
import type { Answer, ColumnMapping, FoundTable } from "../../reading";
import { place } from "../../grid/cell-name";
import { Fold } from "../parts/fold";
import { Section } from "../parts/section";
import { TextLink } from "../parts/text-link";
import { confidenceOf, unitText, type Confidence } from "./overview";
import { CONFIDENCE_TERMS, dataTexts, SCOPE_TERMS } from "./texts";

// On demand: it names every figure of the whole standard.
const ColumnEditor = lazy(() => import(/* webpackChunkName: "on-demand-editor" */ "./column-editor").then(({ ColumnEditor }) => ({ default: ColumnEditor })));

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none", display: "flex", flexDirection: "column" },
  item: { paddingBlock: tokens.spacingVerticalSNudge, borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, ":last-child": { borderBottomStyle: "none" } },
  line: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", columnGap: tokens.spacingHorizontalS, alignItems: "baseline" },
  term: { overflowWrap: "anywhere" },
  under: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
  mark: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3, whiteSpace: "nowrap" },
  doubtful: { color: tokens.colorStatusWarningForeground1, fontWeight: tokens.fontWeightSemibold },
  action: { fontSize: tokens.fontSizeBase200, textAlign: "end", whiteSpace: "nowrap" },
});

interface MappingListProps {
  readonly tables: readonly FoundTable[];
  readonly onAnswer: (column: ColumnMapping, answer: Answer | null) => void;
  readonly onSelect: (place: string) => void;
}

/** What each column was taken for (识别结果), one fold a table, the doubtful first. */
export function MappingList({ tables, onAnswer, onSelect }: MappingListProps) {
  const [shown, setShown] = useState(AT_A_TIME);
  return (
    <Section heading={dataTexts.mapping}>
      {tables.slice(0, shown).map((table) => (
        <TableMapping key={table.id} table={table} name={tables.some((other) => other !== table && other.sheet === table.sheet) ? `${table.sheet} ${table.range}` : table.sheet} open={tables.length === 1} onAnswer={onAnswer} onSelect={onSelect} />
      ))}
      {tables.length > shown && (
        <div>
          <TextLink onClick={() => setShown(tables.length)}>{dataTexts.moreTables(tables.length - shown)}</TextLink>
        </div>
      )}
    </Section>
  );
}

/** A county of one-school sheets (填报表) is not listed whole at once. */
const AT_A_TIME = 10;

const ORDER: readonly Confidence[] = ["asked", "doubtful", "likely", "answered", "sure"];
const byDoubt = (a: ColumnMapping, b: ColumnMapping) => ORDER.indexOf(confidenceOf(a)) - ORDER.indexOf(confidenceOf(b)) || a.index - b.index;

const WAY_TO_CHANGE = "change";
const isDoubtful = (column: ColumnMapping) => ["asked", "doubtful"].includes(confidenceOf(column));

type TableProps = Omit<MappingListProps, "tables"> & { readonly table: FoundTable; readonly name: string; readonly open: boolean };

function TableMapping({ table, name, open: openFirst, onAnswer, onSelect }: TableProps) {
  const styles = useStyles();
  const [open, setOpen] = useState(openFirst);
  const used = table.mapping.filter((column) => column.fact !== null || column.candidates.length > 0);
  const doubts = used.filter(isDoubtful).length;
  const unused = table.mapping.filter((column) => !used.includes(column));
  const line = (column: ColumnMapping) => (
    <ColumnLine key={column.index} table={table} column={column} onAnswer={(answer) => onAnswer(column, answer)} onSelect={onSelect} />
  );
  return (
    <Fold open={open} onToggle={setOpen} summary={<span>{name} <span className={styles.mark}>{dataTexts.columns(used.length)}</span>{doubts > 0 && <> · <span className={styles.doubtful}>{dataTexts.doubts(doubts)}</span></>}</span>}>
      {open && (
        <>
          <ul className={styles.list}>{[...used].sort(byDoubt).map(line)}</ul>
          {unused.length > 0 && (
            <Fold bare summary={<span className={styles.mark}>{dataTexts.unused(unused.length)}</span>}>
              <ul className={styles.list}>{unused.map(line)}</ul>
            </Fold>
          )}
        </>
      )}
    </Fold>
  );
}

interface ColumnLineProps {
  readonly table: FoundTable;
  readonly column: ColumnMapping;
  readonly onAnswer: (answer: Answer | null) => void;
  readonly onSelect: (place: string) => void;
}

function ColumnLine({ table, column, onAnswer, onSelect }: ColumnLineProps) {
  const styles = useStyles();
  const [editing, setEditing] = useState(false);
  const confidence = confidenceOf(column);
  const line = useRef<HTMLLIElement>(null);
  const close = () => {
    setEditing(false);
    line.current?.querySelector<HTMLElement>(`[data-way="${WAY_TO_CHANGE}"]`)?.focus();
  };
  const answer = (value: Answer | null) => {
    close();
    onAnswer(value);
  };
  return (
    <li className={styles.item} ref={line}>
      <div className={styles.line}>
        <span className={styles.term}>
          {column.fact === null ? column.heading : column.term}
          {column.scope !== "school" && ` · ${SCOPE_TERMS[column.scope]}`}
          {column.unit !== "" && `（${unitText(column.unit)}）`}
        </span>
        {column.fact !== null || column.candidates.length > 0 ? <span className={mergeClasses(styles.mark, isDoubtful(column) && styles.doubtful)}>{CONFIDENCE_TERMS[confidence]}</span> : <span />}
        <span className={styles.under}>
          <TextLink label={dataTexts.showPlace(place(table.sheet, table.headerRows.at(-1) ?? table.area.row, column.index))} onClick={() => onSelect(place(table.sheet, table.headerRows.at(-1) ?? table.area.row, column.index))}>
            {dataTexts.column(column.column)}
          </TextLink>{" "}
          {column.heading}
          {column.sample !== "" && ` · ${dataTexts.example(column.sample)}`}
        </span>
        <span className={styles.action}>
          {column.source === "answered" && (
            <>
              <TextLink label={dataTexts.takeBackOf(column.heading)} onClick={() => answer(null)}>
                {dataTexts.takeBack}
              </TextLink>{" "}
            </>
          )}
          <TextLink way={WAY_TO_CHANGE} label={dataTexts.changeColumn(column.column, column.heading)} onClick={() => setEditing(!editing)}>
            {dataTexts.change}
          </TextLink>
        </span>
      </div>
      {editing && <Suspense><ColumnEditor column={column} onSave={answer} onCancel={close} /></Suspense>}
    </li>
  );
}
