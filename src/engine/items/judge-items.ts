import type { Switches, Verdict } from "../model";
import type { Standard } from "../standard";
import { finished } from "../steps";
import type { Steps } from "../steps";
import { switchTextsFor, VERDICT_TERMS } from "../terms";
import { judgeClassSize } from "./class-size";
import { lacksOf, typed, wordsOf } from "./county-figure";
import type { Typed } from "./county-figure";
import { judgeEverySchool } from "./every-school";
import { judgeFigure, judgeMonitoring, judgeNotBelow, judgeYears } from "./figures";
import { PART_TERMS } from "./model";
import type { Item, ItemBook, ItemFinding, ItemInput, ItemReason, ItemsJudgement, ItemTest } from "./model";
import { distinct, together } from "./outcome";
import type { Desk, Outcome } from "./outcome";
import { judgeRatio } from "./ratio";
import { judgeRooms } from "./rooms";
import { judgeSchoolSize } from "./school-size";
import { conclusionOf, namesIn } from "./sentence";
import { judgeSmallSchoolFunds } from "./small-school-funds";
import { judgeVariation } from "./variation-limits";
import { wholeSchools } from "./whole-school";
import { judgeYesNo } from "./yes-no";

function judgeTest(desk: Desk, test: ItemTest): Outcome {
  switch (test.kind) {
    case "yesNo": return judgeYesNo(desk, test);
    case "ratio": return judgeRatio(desk, test);
    case "figure": return judgeFigure(desk, test);
    case "notBelow": return judgeNotBelow(desk, test);
    case "years": return judgeYears(desk, test);
    case "everySchool": return judgeEverySchool(desk, test);
    case "rooms": return judgeRooms(desk, test);
    case "schoolSize": return judgeSchoolSize(desk, test);
    case "classSize": return judgeClassSize(desk, test);
    case "smallSchoolFunds": return judgeSmallSchoolFunds(desk, test);
    case "monitoring": return judgeMonitoring(desk, test);
    case "variation": return judgeVariation(desk, test);
  }
}

/** Figures the sentence names: those of the tests, and some that only it asks for. */
function named(desk: Desk, { form }: Item): Typed[] {
  return [...new Set(namesIn(form ?? ""))].filter((name) => desk.book.facts.has(name)).map((name) => typed(desk, name));
}

/** What stays open in the sentence although no test asks for it. */
function openNotes(desk: Desk, figures: readonly Typed[], outcomes: readonly Outcome[]): string[] {
  const asked = new Set(outcomes.flatMap(({ inputs, words }) => [...inputs.map(({ fact }) => fact), ...Object.keys(words)]));
  return desk.input.hasForm ? lacksOf(figures.filter(({ id }) => !asked.has(id))).map(({ text }) => `申报表此处留空：${text}`) : [];
}

function judgeItem(desk: Desk): ItemFinding {
  const { item, book, switches } = desk;
  const outcomes = item.tests.map((test) => judgeTest(desk, test));
  const verdict = together(outcomes.map(({ finding }) => finding.verdict));
  const first = outcomes[0] as Outcome;
  const figures = named(desk, item);
  const filled: Outcome[] = [{ ...first, words: { ...wordsOf(figures), ...first.words } }, ...outcomes.slice(1)];
  return {
    item, verdict,
    conclusion: conclusionOf(item, filled),
    tests: outcomes.map(({ finding }) => finding),
    steps: outcomes.flatMap(({ steps }) => steps),
    inputs: outcomes.flatMap(({ inputs }) => inputs),
    lacks: distinct(outcomes.flatMap(({ lacks }) => lacks)),
    notes: [...outcomes.flatMap(({ notes }) => notes), ...openNotes(desk, figures, outcomes), ...switchTextsFor(switches, book.switches, item.id)],
    schools: outcomes.flatMap(({ schools }) => schools),
  };
}

/** Names of failing schools a reason tells. */
const MOST_NAMES = 4;

/** `；不达标：甲小学、乙小学、丙小学、丁小学等 8 所` */
function failing({ schools }: ItemFinding): string {
  const names = schools.filter((one) => one.verdict === "unmet").map(({ school }) => school.name);
  return names.length === 0 ? "" : `；不达标：${names.slice(0, MOST_NAMES).join("、")}${names.length > MOST_NAMES ? `等 ${names.length} 所` : ""}`;
}

function itemReason(finding: ItemFinding): ItemReason {
  const { item, verdict, conclusion, lacks } = finding;
  const what = verdict === "undetermined" ? (lacks[0]?.text ?? "缺数据") + (lacks.length > 1 ? `等 ${lacks.length} 处` : "") : conclusion.replace(/。$/, "") + failing(finding);
  return { verdict, item: item.id, text: `${PART_TERMS[item.part]}第 ${item.number} 项“${item.short}”${VERDICT_TERMS[verdict]}：${what}` };
}

/** 县域结论 (R3): 资源配置 and all items; what fails decides, then what is missing, with every reason. */
function concluded(input: ItemInput, findings: readonly ItemFinding[]): Pick<ItemsJudgement, "verdict" | "reasons"> {
  const { county } = input.judgement;
  const verdicts: Verdict[] = [county.verdict, ...findings.map((one) => one.verdict)];
  const verdict = together(verdicts);
  if (verdict === "met" || verdict === "notApplicable") return { verdict, reasons: [] };
  const resources = county.reasons.filter((one) => one.verdict === verdict).map(({ text }): ItemReason => ({ verdict, text, item: null }));
  return { verdict, reasons: [...resources, ...findings.filter((one) => one.verdict === verdict).map(itemReason)] };
}

/**
 * Judges every item besides 资源配置 (政府保障程度、教育质量、社会认可度、一票否决、申报条件) and the county (县域结论, R3).
 * Figures come from the county form and the schools; what is missing is 数据不足 with where to enter it.
 */
export function judgeItems(...given: Parameters<typeof itemSteps>): ItemsJudgement {
  return finished(itemSteps(...given));
}

/** The same, stopping after every item. */
export function* itemSteps(input: ItemInput, book: ItemBook, standard: Standard, switches: Switches): Steps<ItemsJudgement> {
  const wholes = wholeSchools(input.schools);
  const findings: ItemFinding[] = [];
  for (const item of book.items) {
    yield;
    findings.push(judgeItem({ input, item, book, standard, switches, wholes }));
  }
  return { findings, hasForm: input.hasForm, ...concluded(input, findings) };
}
