import type { Verdict } from "../model";
import { plain, reaches, shown } from "../number";
import { VERDICT_TERMS } from "../terms";
import { cite, lacksOf, typed, wordsOf } from "./county-figure";
import type { Typed } from "./county-figure";
import type { TestFinding } from "./model";
import { comparing, keeps } from "./outcome";
import type { Desk, Outcome, TestOf } from "./outcome";

/** Above this a share of a whole is a slip of the pen, and no evidence. */
const WHOLE = 100;

/** Whether a value can be what its unit says. */
export function isPossible(value: number, unit: string): boolean {
  return value >= 0 && (unit !== "%" || reaches(WHOLE, value));
}

interface Compared {
  readonly finding: TestFinding;
  readonly step: string | null;
}

function ending(figures: readonly Typed[], { finding, step }: Compared, notes: readonly string[] = []): Outcome {
  return {
    finding, notes,
    steps: step === null ? [] : [step],
    inputs: figures.map(({ input }) => input),
    lacks: finding.verdict === "undetermined" ? lacksOf(figures) : [],
    schools: [],
    words: wordsOf(figures),
  };
}

/** One typed figure against a line. */
export function judgeFigure(desk: Desk, test: TestOf<"figure">): Outcome {
  const { label, unit, places, comparison, line } = test;
  const figure = typed(desk, test.fact, (value) => isPossible(value, unit));
  const kept = keeps(figure.value, comparison, line);
  const known = figure.value === figure.value;
  const verdict: Verdict = !known ? "undetermined" : kept ? "met" : "unmet";
  const finding: TestFinding = { label, verdict, value: known ? figure.value : null, unit, line, places, comparison };
  return ending([figure], { finding, step: known ? `${label} ${cite(figure)}：${comparing(shown(figure.value, places, [line]), comparison, line, kept)}，${VERDICT_TERMS[verdict]}` : null });
}

/** One amount not below another (B8): 教师平均工资 and 公务员平均工资. */
export function judgeNotBelow(desk: Desk, test: TestOf<"notBelow">): Outcome {
  // Nobody is paid nothing: a 0 in the form is a line nobody filled in.
  const isPaid = (value: number): boolean => value > 0;
  const figures = [typed(desk, test.left, isPaid), typed(desk, test.right, isPaid)] as const;
  const [left, right] = figures;
  const known = left.value === left.value && right.value === right.value;
  const kept = reaches(left.value, right.value);
  const verdict: Verdict = !known ? "undetermined" : kept ? "met" : "unmet";
  const finding: TestFinding = { label: test.label, verdict, value: known ? left.value : null, unit: test.unit, line: known ? right.value : null, places: 0, comparison: "atLeast" };
  return ending(figures, { finding, step: known ? `${left.input.term} ${cite(left)} ${kept ? "≥" : "<"} ${right.input.term} ${cite(right)}，${VERDICT_TERMS[verdict]}` : null });
}

/** Years between two typed years (F1). */
export function judgeYears(desk: Desk, test: TestOf<"years">): Outcome {
  const figures = [typed(desk, test.from, Number.isInteger), typed(desk, test.until, Number.isInteger)] as const;
  const [from, until] = figures;
  const years = until.value - from.value;
  const known = years >= 0;
  const kept = years >= test.line;
  const verdict: Verdict = !known ? "undetermined" : kept ? "met" : "unmet";
  const finding: TestFinding = { label: test.label, verdict, value: known ? years : null, unit: "年", line: test.line, places: 0, comparison: "atLeast" };
  const step = known ? `${cite(until)} − ${cite(from)} = ${comparing(plain(years), "atLeast", test.line, kept)} 年，${VERDICT_TERMS[verdict]}` : null;
  const late = years < 0;
  const outcome = ending(figures, { finding, step });
  return late ? { ...outcome, lacks: [{ text: `${until.input.term} ${cite(until)} 早于${from.input.term} ${cite(from)}，请更正`, where: "countyForm", fact: until.id, cell: until.input.cell }] } : outcome;
}

/** Levels and 校际差异率 of national monitoring (C9), as the state gives them: every subject must be typed. */
export function judgeMonitoring(desk: Desk, test: TestOf<"monitoring">): Outcome {
  const subjects = test.subjects.map(({ term, level, gap }) => {
    const levels: readonly string[] = LEVELS;
    const [found, apart] = [typed(desk, level, (value) => levels[value] !== undefined && value > 0), typed(desk, gap)];
    const verdict: Verdict = found.value < test.level || reaches(apart.value, test.below) ? "unmet" : found.lack || apart.lack ? "undetermined" : "met";
    return { term, found, apart, verdict };
  });
  const figures = subjects.flatMap(({ found, apart }) => [found, apart]);
  const verdict = (["unmet", "undetermined"] as const).find((one) => subjects.some((subject) => subject.verdict === one)) ?? "met";
  const level = (value: number): string => LEVELS[value] ?? "";
  const steps = subjects.filter(({ verdict: one }) => one !== "undetermined").map(({ term, found, apart, verdict: one }) => {
    const first = found.lack ? "学业水平未填" : `${level(found.value)}级（标准 ${level(test.level)}级以上）`;
    const second = apart.lack ? "校际差异率未填" : `校际差异率 ${comparing(plain(apart.value), "below", test.below, !reaches(apart.value, test.below))}`;
    return `${term}：${first}，${second}，${VERDICT_TERMS[one]}`;
  });
  const words = Object.fromEntries(figures.filter(({ lack }) => !lack).map((one) => [one.id, one.input.unit === "" ? plain(one.value) : level(one.value)]));
  return {
    finding: { label: test.label, verdict, value: null, unit: "", line: test.below, places: 2, comparison: "below" },
    steps, words,
    inputs: figures.map(({ input }) => input),
    lacks: lacksOf(figures),
    notes: [],
    schools: [],
  };
}

/** Levels of achievement (学业水平) by number; none is 0. */
const LEVELS = ["", "Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ"] as const;
