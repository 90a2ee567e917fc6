import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { TEMPLATES } from "../../workbook";
import { Section } from "../parts/section";
import type { Task } from "../machine/state";
import { reportTexts } from "./texts";

const useStyles = makeStyles({
  plain: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  item: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", alignItems: "center", columnGap: tokens.spacingHorizontalM, paddingBlock: tokens.spacingVerticalS, borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  term: { fontWeight: tokens.fontWeightSemibold },
  under: { display: "block", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
});

/** 模板: sheets to fill in; a filled one is read without a question. */
export function TemplateList({ busy, run }: { readonly busy: boolean; readonly run: (task: Task) => void }) {
  const styles = useStyles();
  return (
    <Section heading={reportTexts.templates}>
      <p className={styles.plain}>{reportTexts.templatesNote}</p>
      <ul className={styles.list}>
        {TEMPLATES.map(({ id, term, purpose }) => (
          <li key={id} className={styles.item}>
            <span>
              <span className={styles.term}>{term}</span>
              <span className={styles.under}>{purpose}</span>
            </span>
            <Button size="small" disabled={busy} aria-label={reportTexts.insertOf(term)} onClick={() => run({ kind: "template", id })}>
              {reportTexts.insert}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
