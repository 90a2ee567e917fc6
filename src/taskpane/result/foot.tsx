import type { Task, WorkState } from "../machine/state";
import { Actions, FORMULAS_BUTTON } from "./actions";
import { FormulaOffers } from "./formula-offers";

interface ResultFootProps {
  readonly state: WorkState;
  readonly run: (task: Task) => void;
  readonly onReports: () => void;
}

/** The foot of 结果: actions, and the formulas on offer when asked for. */
export function ResultFoot({ state, run, onReports }: ResultFootProps) {
  const close = () => {
    run({ kind: "closeOffers" });
    document.getElementById(FORMULAS_BUTTON)?.focus();
  };
  return (
    <>
      {state.offers !== null && <FormulaOffers offers={state.offers} disabled={state.busy !== null} onInsert={(formula) => run({ kind: "insertFormula", formula })} onClose={close} />}
      <Actions
        isHighlighted={state.highlighted.length > 0}
        disabled={state.busy !== null}
        onHighlight={() => run({ kind: "highlight" })}
        onUnhighlight={() => run({ kind: "unhighlight" })}
        onFormulas={() => run({ kind: "offerFormulas" })}
        onReports={onReports}
      />
    </>
  );
}
