import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useRef } from "react";

const useStyles = makeStyles({
  list: { display: "flex", paddingInline: tokens.spacingHorizontalS, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  tab: {
    appearance: "none",
    background: "none",
    border: "none",
    font: "inherit",
    color: tokens.colorNeutralForeground2,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    cursor: "pointer",
    position: "relative",
    borderRadius: tokens.borderRadiusMedium,
    ":hover": { color: tokens.colorNeutralForeground1 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  selected: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    "::after": { content: '""', position: "absolute", insetInline: tokens.spacingHorizontalM, bottom: 0, height: "3px", borderRadius: tokens.borderRadiusCircular, backgroundColor: tokens.colorCompoundBrandStroke },
  },
  count: { marginInlineStart: tokens.spacingHorizontalXS, color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular, fontVariantNumeric: "tabular-nums" },
});

export interface TabItem<Id extends string> {
  readonly id: Id;
  readonly term: string;
  /** A small number after the term, such as open questions. */
  readonly count?: number;
  /** What a screen reader says instead of term and number. */
  readonly label?: string;
}

interface TabsProps<Id extends string> {
  readonly label: string;
  readonly items: readonly TabItem<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** Tabs (页签) with the arrow keys of the pattern. Fluent's own weigh 24 KB, most of it for things not used here. */
export function Tabs<Id extends string>({ label, items, selected, onSelect }: TabsProps<Id>) {
  const styles = useStyles();
  const list = useRef<HTMLDivElement>(null);
  const move = (event: React.KeyboardEvent) => {
    const step = STEPS[event.key];
    const index = items.findIndex((item) => item.id === selected);
    const next = step === undefined ? undefined : items[(index + step + items.length) % items.length];
    if (!next) return;
    event.preventDefault();
    onSelect(next.id);
    list.current?.querySelector<HTMLElement>(`#${tabId(next.id)}`)?.focus();
  };
  return (
    <div role="tablist" aria-label={label} className={styles.list} ref={list} onKeyDown={move}>
      {items.map((item) => (
        <button key={item.id} type="button" role="tab" id={tabId(item.id)} aria-selected={item.id === selected} aria-controls={panelId(item.id)} aria-label={item.label} tabIndex={item.id === selected ? 0 : -1}
          className={mergeClasses(styles.tab, item.id === selected && styles.selected)} onClick={() => onSelect(item.id)}>
          {item.term}
          {item.count !== undefined && item.count > 0 && <span className={styles.count}>{item.count}</span>}
        </button>
      ))}
    </div>
  );
}

export const tabId = (id: string) => `yjjh-tab-${id}`;
export const panelId = (id: string) => `yjjh-panel-${id}`;
