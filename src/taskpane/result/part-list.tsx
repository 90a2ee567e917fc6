import { makeStyles, tokens } from "@fluentui/react-components";
import { ITEM_PARTS, PART_TERMS, VERDICT_TERMS, type ItemFinding, type ItemPart, type ItemsJudgement } from "../../engine";
import { Fold } from "../parts/fold";
import { Section } from "../parts/section";
import { TextLink } from "../parts/text-link";
import { VerdictMark } from "../parts/verdict-mark";
import { resultTexts } from "./texts";
import { wayToItem } from "./use-way-back";
import { VerdictCounts } from "./verdict-counts";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none" },
  item: { display: "grid", gridTemplateColumns: "14px minmax(0, 1fr) auto", columnGap: tokens.spacingHorizontalS, alignItems: "baseline", paddingBlock: tokens.spacingVerticalXS, borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  word: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, whiteSpace: "nowrap" },
});

interface PartListProps {
  readonly items: ItemsJudgement;
  /** Parts that are open, kept above so that they are open again on the way back. */
  readonly open: ReadonlySet<ItemPart>;
  readonly onToggle: (part: ItemPart, open: boolean) => void;
  readonly onOpen: (item: string) => void;
}

/** The parts besides 资源配置 (政府保障程度、教育质量…): counts first, their items on demand. */
export function PartList({ items, open, onToggle, onOpen }: PartListProps) {
  return (
    <Section heading={resultTexts.parts}>
      {ITEM_PARTS.map((part) => (
        <PartFold key={part} part={part} findings={items.findings.filter(({ item }) => item.part === part)} open={open.has(part)} onToggle={(value) => onToggle(part, value)} onOpen={onOpen} />
      ))}
    </Section>
  );
}

interface PartFoldProps {
  readonly part: ItemPart;
  readonly findings: readonly ItemFinding[];
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
  readonly onOpen: (item: string) => void;
}

function PartFold({ part, findings, open, onToggle, onOpen }: PartFoldProps) {
  const styles = useStyles();
  return (
    <Fold
      open={open}
      onToggle={onToggle}
      summary={<VerdictCounts term={PART_TERMS[part]} verdicts={findings.map(({ verdict }) => verdict)} />}
    >
      {open && (
        <ul className={styles.list}>
          {findings.map(({ item, verdict }) => (
            <li key={item.id} className={styles.item}>
              <VerdictMark verdict={verdict} />
              <TextLink plain way={wayToItem(item.id)} title={item.term} label={resultTexts.openItem(item.id, item.short, VERDICT_TERMS[verdict])} onClick={() => onOpen(item.id)}>
                {resultTexts.item(item.id, item.short)}
              </TextLink>
              <span className={styles.word}>{VERDICT_TERMS[verdict]}</span>
            </li>
          ))}
        </ul>
      )}
    </Fold>
  );
}
