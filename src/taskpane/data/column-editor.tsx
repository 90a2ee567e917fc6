import { Button, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import { ATTRIBUTES, type Answer, type ColumnMapping } from "../../reading";
import { FACTS, ITEM_FACTS } from "../../standards";
import type { Fact, Scope } from "../../engine";
import { ATTRIBUTE_TERMS, dataTexts, SCOPE_TERMS } from "./texts";

const useStyles = makeStyles({
  box: { display: "grid", gridTemplateColumns: "auto minmax(0, 1fr)", gap: tokens.spacingVerticalSNudge, columnGap: tokens.spacingHorizontalS, alignItems: "center", marginTop: tokens.spacingVerticalS, padding: tokens.spacingHorizontalM, borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground2 },
  buttons: { gridColumnStart: 2, display: "flex", gap: tokens.spacingHorizontalS },
});

/** Units a sheet may use for a base unit, with the factor into it. Not law: arithmetic. */
const UNITS: Readonly<Record<string, readonly (readonly [unit: string, factor: number])[]>> = {
  元: [["元", 1], ["万元", 10_000], ["千元", 1000]],
  "㎡": [["㎡", 1], ["亩", 2000 / 3], ["公顷", 10_000], ["万㎡", 10_000]],
  人: [["人", 1], ["百人", 100]],
};

const SCOPES: readonly Scope[] = ["school", "primary", "junior", "senior"];
const NOT_USED = "";
const FACT_GROUPS = [
  { label: dataTexts.counted, facts: FACTS.filter(({ kind }) => kind !== "ratio") },
  { label: dataTexts.derived, facts: FACTS.filter(({ kind }) => kind === "ratio") },
  { label: dataTexts.ofItems, facts: ITEM_FACTS.filter(({ level }) => level === "school") },
].filter(({ facts }) => facts.length > 0);
const FACT_BY_ID = new Map<string, Fact>(FACT_GROUPS.flatMap(({ facts }) => facts.map((fact) => [fact.id, fact])));

interface ColumnEditorProps {
  readonly column: ColumnMapping;
  readonly onSave: (answer: Answer) => void;
  readonly onCancel: () => void;
}

/** A person says what a column is (更正识别): meaning, scope, unit. */
export function ColumnEditor({ column, onSave, onCancel }: ColumnEditorProps) {
  const styles = useStyles();
  const [fact, setFact] = useState(column.fact ?? column.candidates[0]?.fact ?? NOT_USED);
  const [scope, setScope] = useState<Scope>(column.scope);
  const base = FACT_BY_ID.get(fact)?.unit ?? "";
  const units = UNITS[base] ?? [[base, 1] as const];
  const [unit, setUnit] = useState(column.unit);
  const [chosenUnit, factor] = units.find(([name]) => name === unit) ?? units[0] ?? [base, 1];
  const isFact = FACT_BY_ID.has(fact);
  const save = () => onSave({ kind: "column", meaning: { fact: fact === NOT_USED ? null : fact, scope: isFact ? scope : "school", unit: chosenUnit, factor } });
  return (
    <div className={styles.box} onKeyDown={(event) => event.key === "Escape" && onCancel()}>
      <Choice label={dataTexts.meaning} value={fact} onChange={setFact}>
        <option value={NOT_USED}>{dataTexts.notUsed}</option>
        {FACT_GROUPS.map(({ label, facts }) => (
          <optgroup key={label} label={label}>
            {facts.map(({ id, term }) => (
              <option key={id} value={id}>{term}</option>
            ))}
          </optgroup>
        ))}
        <optgroup label={dataTexts.attributes}>
          {ATTRIBUTES.map((id) => (
            <option key={id} value={id}>{ATTRIBUTE_TERMS[id]}</option>
          ))}
        </optgroup>
      </Choice>
      {isFact && (
        <Choice label={dataTexts.scope} value={scope} onChange={(value) => setScope(SCOPES.find((one) => one === value) ?? "school")}>
          {SCOPES.map((id) => (
            <option key={id} value={id}>{SCOPE_TERMS[id]}</option>
          ))}
        </Choice>
      )}
      {isFact && units.length > 1 && (
        <Choice label={dataTexts.unit} value={chosenUnit} onChange={setUnit}>
          {units.map(([name]) => (
            <option key={name} value={name}>{name}</option>
          ))}
        </Choice>
      )}
      <div className={styles.buttons}>
        <Button size="small" appearance="primary" onClick={save}>
          {dataTexts.save}
        </Button>
        <Button size="small" onClick={onCancel}>
          {dataTexts.cancel}
        </Button>
      </div>
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: React.ReactNode;
}

function Choice({ label, value, onChange, children }: ChoiceProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <Select id={id} size="small" value={value} onChange={(_, data) => onChange(data.value)}>
        {children}
      </Select>
    </>
  );
}
