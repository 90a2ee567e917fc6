import type { Judgement } from "../../engine";
import type { SheetBlock } from "../../grid/block";
import type { Reading } from "../../reading";
import type { FittingFormula, StoreState } from "../../workbook";
import type { Failure, Going, Notice, Task, Whole, WorkState } from "./state";

export type WorkEvent =
  | { readonly kind: "named"; readonly workbookName: string }
  | { readonly kind: "listing" }
  | { readonly kind: "reading" }
  | { readonly kind: "progressed"; readonly progress: Going }
  | { readonly kind: "slow" }
  | { readonly kind: "read"; readonly blocks: readonly SheetBlock[] }
  | { readonly kind: "judged"; readonly reading: Reading; readonly judgement: Judgement | null; readonly whole: Whole | null }
  | { readonly kind: "stopped" }
  | { readonly kind: "kept"; readonly kept: StoreState }
  | { readonly kind: "stale" }
  | { readonly kind: "highlighted"; readonly sheets: readonly string[] }
  | { readonly kind: "highlightAged" }
  | { readonly kind: "offers"; readonly offers: readonly FittingFormula[] | null }
  | { readonly kind: "busy"; readonly task: Task | null }
  | { readonly kind: "notice"; readonly notice: Notice | null }
  | { readonly kind: "failed"; readonly failure: Failure | null };

const resting = (state: WorkState) => (state.reading === null ? "idle" : "judged");

/** The one place where the state of the work changes. Pure. */
export function reduce(state: WorkState, event: WorkEvent): WorkState {
  switch (event.kind) {
    case "named":
      return { ...state, workbookName: event.workbookName };
    case "listing":
      return { ...state, phase: "listing", progress: null, slow: false, failure: null, notice: null, offers: null };
    case "reading":
      return { ...state, phase: "reading", progress: null };
    case "progressed":
      return { ...state, progress: event.progress };
    case "slow":
      return { ...state, slow: true };
    case "read":
      return { ...state, phase: "judging", progress: null, blocks: event.blocks };
    case "judged":
      return { ...state, phase: "judged", slow: false, progress: null, stale: false, reading: event.reading, judgement: event.judgement, whole: event.whole, offers: null };
    case "stopped":
      return { ...state, phase: resting(state), slow: false, progress: null, busy: null };
    case "kept":
      return { ...state, kept: event.kept };
    case "stale":
      return { ...state, stale: true };
    case "highlighted":
      return { ...state, highlighted: event.sheets, highlightAged: false };
    case "highlightAged":
      return { ...state, highlightAged: state.highlighted.length > 0 };
    case "offers":
      return { ...state, offers: event.offers };
    case "busy":
      return { ...state, busy: event.task, slow: false, progress: null };
    case "notice":
      return { ...state, notice: event.notice };
    case "failed":
      return { ...state, failure: event.failure };
  }
}
