import type { ItemBook, ItemsJudgement, Judgement, LocalFinding, Standard } from "../../engine";
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
  | { readonly kind: "settings"; readonly change: Settings }
  | { readonly kind: "highlight" }
  | { readonly kind: "unhighlight" }
  /** `sure`: also those somebody changed by hand since. */
  | { readonly kind: "reports"; readonly ids: readonly string[]; readonly sure?: boolean }
  | { readonly kind: "word" }
  | { readonly kind: "template"; readonly id: string }
  | { readonly kind: "exportProblems"; readonly sure?: boolean }
  | { readonly kind: "offerFormulas" }
  | { readonly kind: "closeOffers" }
  | { readonly kind: "insertFormula"; readonly formula: FittingFormula }
  /** `sure`: what people typed into the sheets goes too. */
  | { readonly kind: "undo"; readonly written: readonly Written[]; readonly sure?: boolean }
  | { readonly kind: "clearStore" };

/** What a person sets for this workbook (设置). */
export type Settings = Partial<Pick<StoreState, "standardId" | "switches" | "localChoice" | "dataDate" | "unitCosts">>;

/** What a second standard says, beside the national one and never instead (R5). */
export interface Second {
  readonly standard: Standard;
  readonly judgement: Judgement;
  /** Of a bureau's own standard only: 基本均衡 has no items here. */
  readonly items: ItemsJudgement | null;
}

/** Everything judged besides the seven indicators (全部判定). */
export interface Whole {
  readonly book: ItemBook;
  readonly items: ItemsJudgement;
  readonly second: Second | null;
  /** Of the local plan that was chosen, and the lines a bureau's own standard adds; `null` when there is neither. */
  readonly local: readonly LocalFinding[] | null;
  /** Whether the schools read agree with the numbers of 表Ⅰ (R17). */
  readonly roster: "unchecked" | "agrees" | "differs";
  /** What could not be taken from a bureau's own standard, in Chinese, with cells. */
  readonly troubles: readonly Trouble[];
  /** Of the inputs as they are now (R27). */
  readonly fingerprint: string;
}

export interface Trouble {
  readonly cell: string | null;
  readonly text: string;
}

/** How far a step is; `unit` says what is counted, 行 when left out. */
export interface Going extends Progress {
  readonly unit?: string;
}

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
  readonly progress: Going | null;
  /** The running step has taken half a second: show progress and 取消. */
  readonly slow: boolean;
  readonly workbookName: string;
  readonly blocks: readonly SheetBlock[];
  readonly reading: Reading | null;
  /** By the national standard, always (R5). */
  readonly judgement: Judgement | null;
  readonly whole: Whole | null;
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
    phase: "idle", progress: null, slow: false, workbookName: "", blocks: [], reading: null, judgement: null, whole: null, kept,
    stale: false, highlightAged: false, highlighted: [], offers: null, busy: null, notice: null, failure: null,
  };
}
