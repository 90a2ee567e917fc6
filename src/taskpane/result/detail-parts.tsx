import { makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Clause, FindingInput } from "../../engine";
import { grouped } from "../parts/figures";
import { TextLink } from "../parts/text-link";
import { cardTexts } from "./texts";

const useStyles = makeStyles({
  part: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS },
  head: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground3 },
  list: { margin: 0, padding: 0, listStyleType: "none", display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS },
  steps: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, fontVariantNumeric: "tabular-nums" },
  input: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", columnGap: tokens.spacingHorizontalM },
  number: { textAlign: "end", fontVariantNumeric: "tabular-nums" },
  clause: { margin: 0, paddingInlineStart: tokens.spacingHorizontalS, borderLeft: `2px solid ${tokens.colorNeutralStroke1}`, color: tokens.colorNeutralForeground2 },
});

/** A headed part of an explanation. */
export function Part({ heading, children }: { readonly heading: string; readonly children: React.ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.part}>
      <h3 className={styles.head}>{heading}</h3>
      {children}
    </div>
  );
}

export function Lines({ heading, lines }: { readonly heading: string; readonly lines: readonly string[] }) {
  const styles = useStyles();
  return (
    <Part heading={heading}>
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Part>
  );
}

/** The calculation, one line a step (计算过程). */
export function Steps({ steps }: { readonly steps: readonly string[] }) {
  const styles = useStyles();
  if (steps.length === 0) return null;
  return (
    <Part heading={cardTexts.calculation}>
      <ol className={styles.steps}>
        {steps.map((step, index) => (
          <li key={index}>{step}</li>
        ))}
      </ol>
    </Part>
  );
}

interface InputsProps {
  readonly inputs: readonly FindingInput[];
  readonly onSelect: (place: string) => void;
  /** A figure in words, where its number is a code: 是, Ⅲ. */
  readonly say?: (input: FindingInput) => string | null;
}

/** So many inputs are read at a glance; an item of all schools has hundreds. */
const AT_A_GLANCE = 12;

/** What it was calculated from, each with its cell (所用数据). */
export function Inputs({ inputs, onSelect, say }: InputsProps) {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  if (inputs.length === 0) return null;
  return (
    <Part heading={cardTexts.inputs}>
      <ul className={styles.list}>
        {inputs.slice(0, all ? inputs.length : AT_A_GLANCE).map((input, index) => (
          <InputLine key={index} input={input} said={say?.(input) ?? null} onSelect={onSelect} />
        ))}
      </ul>
      {!all && inputs.length > AT_A_GLANCE && <TextLink onClick={() => setAll(true)}>{cardTexts.moreInputs(inputs.length - AT_A_GLANCE)}</TextLink>}
    </Part>
  );
}

export function ClauseQuote({ clause }: { readonly clause: Clause }) {
  const styles = useStyles();
  return (
    <Part heading={cardTexts.clause}>
      <blockquote className={styles.clause}>
        {clause.document} {clause.section}：{clause.text}
      </blockquote>
    </Part>
  );
}

function InputLine({ input, said, onSelect }: { readonly input: FindingInput; readonly said: string | null; readonly onSelect: (place: string) => void }) {
  const styles = useStyles();
  const { cell } = input;
  return (
    <li className={styles.input}>
      <span>
        {input.term}
        {cell !== null && (
          <>
            {" "}
            <TextLink label={cardTexts.selectCell(cell)} onClick={() => onSelect(cell)}>
              {cell}
            </TextLink>
          </>
        )}
      </span>
      <span className={styles.number}>{input.value === null ? cardTexts.blank : (said ?? `${grouped(String(input.value))} ${input.unit}`)}</span>
    </li>
  );
}
