import type { Judgement, Switches } from "../../engine";
import type { SheetBlock } from "../../grid/block";
import type { Progress } from "../../host/host";
import type { Answer, Reading } from "../../reading";
import type { FittingFormula, StoreState, Written } from "../../workbook";

/** Where the work stands (进度): nothing read, sheets being listed, read, judged, done. */
export type Phase = "idle" | "listing" | "reading" | "judging" | "judged";

/** Everything a person can ask of the work. A failed task is tried again by running the same task. */
export type Task =
  | { readonly kind: "recall" }
  | { readonly kind: "check" }
  | { readonly kind: "select"; readonly place: string }
  | { readonly kind: "openSheet"; readonly sheet: string }
  | { readonly kind: "answer"; readonly key: string; readonly answer: Answer | null }
  | { readonly kind: "standard"; readonly id: string }
  | { readonly kind: "switches"; readonly switches: Switches }
  | { readonly kind: "highlight" }
  | { readonly kind: "unhighlight" }
  | { readonly kind: "report"; readonly id: string }
  | { readonly kind: "exportProblems" }
  | { readonly kind: "offerFormulas" }
  | { readonly kind: "closeOffers" }
  | { readonly kind: "insertFormula"; readonly formula: FittingFormula }
  | { readonly kind: "undo"; readonly written: Written }
  | { readonly kind: "clearStore" };

/** What went wrong, for people, and what to run again. */
export interface Failure {
  readonly text: string;
  readonly task: Task;
}

/** One line about what just happened. `quiet` ones only inform. */
export interface Notice {
  readonly text: string;
  readonly tone: "done" | "quiet" | "warning";
  readonly actions: readonly { readonly label: string; readonly task: Task }[];
}

export interface WorkState {
  readonly phase: Phase;
  readonly progress: Progress | null;
  /** The running step has taken half a second: show progress and 取消. */
  readonly slow: boolean;
  readonly workbookName: string;
  readonly blocks: readonly SheetBlock[];
  readonly reading: Reading | null;
  readonly judgement: Judgement | null;
  /** Answers, switches and what was written: kept in the workbook. */
  readonly kept: StoreState;
  /** The sheets changed and nobody has judged them again. */
  readonly stale: boolean;
  /** Rows or columns came or went since the sheets were highlighted. */
  readonly highlightAged: boolean;
  readonly highlighted: readonly string[];
  /** Formulas that fit where the person stands, once asked for. */
  readonly offers: readonly FittingFormula[] | null;
  /** The task that is writing now, so that its button waits. */
  readonly busy: Task | null;
  readonly notice: Notice | null;
  readonly failure: Failure | null;
}

export function startState(kept: StoreState): WorkState {
  return {
    phase: "idle", progress: null, slow: false, workbookName: "", blocks: [], reading: null, judgement: null, kept,
    stale: false, highlightAged: false, highlighted: [], offers: null, busy: null, notice: null, failure: null,
  };
}
