import { STAGES, type Figures, type SchoolType, type Stage } from "../engine/model";
import type { Answers } from "./model";
import { answerKey, yesOrNo } from "./answers";
import { readName, stageOfText, STAGES_OF_TYPE, typeOfValue, type NameReading } from "./names";
import { plain } from "./text";

/** What a sheet says about a row's stage and type besides its figures (R12). */
export interface StageEvidence {
  readonly name: string;
  readonly typeText: string;
  readonly stageText: string;
  readonly sectionStage: Stage | null;
  /** Said by the title, the sheet's name, or because only one stage's headings are there. */
  readonly tableStage: Stage | null;
  readonly figures: Figures;
  /** Whether the table has student columns of each stage. */
  readonly stageColumns: { readonly primary: boolean; readonly junior: boolean; readonly senior: boolean };
  readonly sheet: string;
}

/** What became of it. */
export interface StageReading {
  readonly type: SchoolType | null;
  readonly stages: readonly Stage[];
  readonly ownStageOnly: boolean;
  readonly pending: string | null;
  /** A type to be confirmed. */
  readonly proposed: SchoolType | null;
  /** Named or typed as a school of several stages in a row of one stage. */
  readonly doubtfulSplit: boolean;
  /** The name ends in the other stage's word. */
  readonly contradicts: boolean;
}

const SEVERAL: readonly SchoolType[] = ["nineYear", "twelveYear", "complete"];

/** Settles stage and type of one row; what nothing settles is proposed and waits for an answer (R12). */
export function settleStage(evidence: StageEvidence, answers: Answers): StageReading {
  const name = readName(evidence.name);
  const answered = answers[answerKey.type(plain(evidence.name))];
  const typed = answered?.kind === "type" ? answered.value : typeOfValue(evidence.typeText) ?? typeInStage(evidence.stageText);
  const stage = stageOfText(evidence.stageText) ?? (name.part === "senior" ? null : name.part) ?? evidence.sectionStage ?? evidence.tableStage;
  if (name.part === "senior" && !stageOfText(evidence.stageText)) return settled("senior", []);
  if (stage) return ownStage(evidence, name, typed, stage, answers);
  if (typed) return settled(typed, withClasses(typed, evidence.figures));
  return byStudents(evidence, name, answers);
}

/** A 学段 column may say the type: 九年一贯制. */
const typeInStage = (text: string) => (stageOfText(text) === null ? typeOfValue(text) : null);

function settled(type: SchoolType | null, stages: readonly Stage[], more: Partial<StageReading> = {}): StageReading {
  return { type, stages, ownStageOnly: false, pending: null, proposed: null, doubtfulSplit: false, contradicts: false, ...more };
}

/** The stages of a type, and those besides in which the school has pupils: 附设班 (R15). */
function withClasses(type: SchoolType, figures: Figures): readonly Stage[] {
  const own = STAGES_OF_TYPE[type];
  if (type === "vocational" || type === "kindergarten") return own;
  return STAGES.filter((stage) => own.includes(stage) || (figures["students"]?.[stage]?.value ?? 0) > 0);
}

/** A row of one stage: its figures are that stage's own, unless somebody said that they are not split yet. */
function ownStage(evidence: StageEvidence, name: NameReading, typed: SchoolType | null, stage: Stage, answers: Answers): StageReading {
  const said = typed ?? name.type;
  const excluded = said === "special" || said === "vocational" || said === "kindergarten";
  const type = said === "primary" && typed === null ? null : said ?? (stage === "junior" && !name.severalStages ? "junior" : null);
  if (excluded) return settled(said, [stage]);
  const several = name.severalStages || (type !== null && SEVERAL.includes(type));
  const split = yesOrNo(answers, answerKey.split(plain(evidence.name)), "split");
  if (several && split === false) {
    const whole = type !== null && SEVERAL.includes(type) ? type : "nineYear";
    return settled(whole, STAGES_OF_TYPE[whole]);
  }
  return settled(type, [stage], { ownStageOnly: true, doubtfulSplit: several && split === null, contradicts: typed === null && (stage === "primary" ? name.type === "junior" : name.endsInPrimary) });
}

/** Without words for it: the name, where it is plain, and the stages that have pupils. */
function byStudents(evidence: StageEvidence, name: NameReading, answers: Answers): StageReading {
  const pupils = (scope: "primary" | "junior" | "senior") => evidence.figures["students"]?.[scope]?.value ?? 0;
  const columns = evidence.stageColumns;
  const [a, b, c] = [pupils("primary") > 0, pupils("junior") > 0, pupils("senior") > 0];
  const fixed = name.type;
  if (fixed === "teachingPoint" || fixed === "special" || fixed === "vocational" || fixed === "kindergarten") return settled(fixed, STAGES_OF_TYPE[fixed]);
  if (name.endsInPrimary && !b && !c) return settled(null, ["primary"]);
  if (columns.primary && columns.junior && (a || b)) return byColumns(evidence, name, { a, b, c }, answers);
  return propose(evidence, proposalOf(name, evidence.name, a, b, c), answers);
}

/** Both stages have student columns: the ones with pupils say what the school is. */
function byColumns(evidence: StageEvidence, name: NameReading, { a, b, c }: { a: boolean; b: boolean; c: boolean }, answers: Answers): StageReading {
  const type: SchoolType | null = a && b ? (c ? "twelveYear" : "nineYear") : b && c ? "complete" : null;
  if (type === null && !name.severalStages && !c) return a ? settled(null, ["primary"], { ownStageOnly: true }) : settled("junior", ["junior"], { ownStageOnly: true });
  const said = name.type;
  const agrees = type !== null && (said === type || (name.severalStages && said === null));
  if (agrees) return settled(type, STAGES_OF_TYPE[type]);
  return propose(evidence, said !== null && SEVERAL.includes(said) ? said : type ?? proposalOf(name, evidence.name, a, b, c), answers);
}

function proposalOf(name: NameReading, text: string, a: boolean, b: boolean, c: boolean): SchoolType {
  if (name.type) return name.type;
  if (a && b) return c ? "twelveYear" : "nineYear";
  if (b || c) return b ? (c ? "complete" : "junior") : "senior";
  if (a || /小学|中心校|完小/.test(text)) return "primary";
  return /中学|初中|中$/.test(text) ? "junior" : "nineYear";
}

function propose(evidence: StageEvidence, proposed: SchoolType, answers: Answers): StageReading {
  if (yesOrNo(answers, answerKey.types(evidence.sheet), "confirmed") === true) return settled(proposed, STAGES_OF_TYPE[proposed]);
  return settled(null, STAGES_OF_TYPE[proposed], { pending: "学段和办学类型不明，请确认办学类型", proposed });
}
