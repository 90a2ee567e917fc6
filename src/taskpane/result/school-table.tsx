import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { STAGE_TERMS, type Standard } from "../../engine";
import { TextLink } from "../parts/text-link";
import { VerdictMark, VerdictWord } from "../parts/verdict-mark";
import type { SchoolRow } from "./rows";
import { resultTexts } from "./texts";
import { wayToRow } from "./use-way-back";

const useStyles = makeStyles({
  table: { borderCollapse: "collapse", width: "100%", tableLayout: "fixed" },
  head: { position: "sticky", top: 0, zIndex: 1, backgroundColor: tokens.colorNeutralBackground1, fontWeight: tokens.fontWeightRegular, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3, textAlign: "start", padding: `${tokens.spacingVerticalXS} 0`, boxShadow: `inset 0 -1px ${tokens.colorNeutralStroke1}` },
  markHead: { width: "19px", textAlign: "center", fontVariantNumeric: "tabular-nums" },
  row: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover } },
  chosen: { backgroundColor: tokens.colorSubtleBackgroundSelected },
  name: { textAlign: "start", fontWeight: tokens.fontWeightRegular, paddingBlock: tokens.spacingVerticalSNudge, paddingInlineEnd: tokens.spacingHorizontalS },
  cut: { display: "-webkit-box", WebkitLineClamp: "2", WebkitBoxOrient: "vertical", overflow: "hidden", overflowWrap: "anywhere", width: "100%" },
  under: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalS, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
  mark: { textAlign: "center", padding: 0 },
  none: { color: tokens.colorNeutralForeground3, margin: 0 },
});

/** More rows than this are shown a page at a time: a long table makes every click slow. */
const PAGE = 100;

interface SchoolTableProps {
  readonly rows: readonly SchoolRow[];
  readonly standard: Standard;
  readonly onOpen: (row: SchoolRow) => void;
  /** The row whose card was open last. */
  readonly last: number | null;
}

/** Schools with their seven marks (学校列表). */
export function SchoolTable({ rows, standard, onOpen, last }: SchoolTableProps) {
  const styles = useStyles();
  const [pages, setPages] = useState(1);
  if (rows.length === 0) return <p className={styles.none}>{resultTexts.none}</p>;
  const rest = rows.length - pages * PAGE;
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.head}>
              {resultTexts.schools} · {resultTexts.verdict}
            </th>
            {standard.indicators.map((indicator, k) => (
              <th key={indicator.id} scope="col" className={mergeClasses(styles.head, styles.markHead)} title={indicator.term} aria-label={`${k + 1} ${indicator.term}`}>
                {k + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, pages * PAGE).map((row) => (
            <Row key={row.row} row={row} isLast={row.row === last} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
      {rest > 0 && <Button onClick={() => setPages(pages + 1)}>{resultTexts.more(Math.min(PAGE, rest), rest)}</Button>}
    </>
  );
}

function Row({ row, isLast, onOpen }: { readonly row: SchoolRow; readonly isLast: boolean; readonly onOpen: (row: SchoolRow) => void }) {
  const styles = useStyles();
  const { school, stage } = row;
  return (
    <tr className={mergeClasses(styles.row, isLast && styles.chosen)}>
      <th scope="row" className={styles.name}>
        <TextLink className={styles.cut} way={wayToRow(row.row)} title={school.name} label={resultTexts.openSchool(school.name, stage)} onClick={() => onOpen(row)}>
          {school.name}
        </TextLink>
        <span className={styles.under}>
          <VerdictWord verdict={row.verdict} />
          <span>{STAGE_TERMS[stage]}</span>
          {school.town !== null && <span>{school.town}</span>}
        </span>
      </th>
      {row.marks.map((verdict, k) => (
        <td key={k} className={styles.mark}>
          <VerdictMark verdict={verdict} />
        </td>
      ))}
    </tr>
  );
}
