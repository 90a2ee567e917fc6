import { makeStyles, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { UnitCosts } from "../../workbook";
import { CommittedInput } from "../parts/committed-input";
import { Fold } from "../parts/fold";
import { COST_FIELDS, planTexts } from "./texts";

const useStyles = makeStyles({
  summary: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, justifyContent: "space-between", flexGrow: 1 },
  fields: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 180px), 1fr))", gap: tokens.spacingVerticalS, columnGap: tokens.spacingHorizontalM },
  field: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS, minWidth: 0 },
  help: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
  refused: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorStatusDangerForeground1 },
});

interface UnitCostsProps {
  readonly costs: UnitCosts;
  readonly onChange: (costs: UnitCosts) => void;
}

/** 单价: what one unit costs; money is computed only where one is given. */
export function UnitCostFields({ costs, onChange }: UnitCostsProps) {
  const styles = useStyles();
  const given = Object.keys(costs).length;
  return (
    <Fold summary={<span className={styles.summary}><span>{planTexts.costs}</span><span className={styles.help}>{planTexts.costsGiven(given)}</span></span>}>
      <p className={styles.help}>{planTexts.costsHelp}</p>
      <div className={styles.fields}>
        {COST_FIELDS.map(({ id, term, unit }) => (
          <CostField key={id} term={term} unit={unit} cost={costs[id] ?? null} onChange={(cost) => onChange(withCost(costs, id, cost))} />
        ))}
      </div>
    </Fold>
  );
}

function withCost(costs: UnitCosts, id: keyof UnitCosts, cost: number | null): UnitCosts {
  const others = Object.fromEntries(Object.entries(costs).filter(([one]) => one !== id));
  return cost === null ? others : { ...others, [id]: cost };
}

interface CostFieldProps {
  readonly term: string;
  readonly unit: string;
  readonly cost: number | null;
  readonly onChange: (cost: number | null) => void;
}

function CostField({ term, unit, cost, onChange }: CostFieldProps) {
  const styles = useStyles();
  const id = useId();
  const [refused, setRefused] = useState(false);
  const commit = (text: string) => {
    const number = Number(text.replace(/[,，\s]/g, ""));
    const isPrice = Number.isFinite(number) && number >= 0;
    setRefused(!isPrice);
    if (isPrice) onChange(text === "" ? null : number);
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>
        {term}（{unit}）
      </label>
      <CommittedInput id={id} numeric value={cost === null ? "" : String(cost)} onCommit={commit} {...(refused ? { describedBy: `${id}-refused` } : {})} />
      {refused && <p id={`${id}-refused`} className={styles.refused} role="alert">{planTexts.notANumber}</p>}
    </div>
  );
}
