import type { Verdict } from "../model";
import { plain, shown } from "../number";
import { factOf } from "./book";
import { notAsked, schoolsOutcome } from "./each-school";
import type { One } from "./each-school";
import { isPossible } from "./figures";
import { comparing, distinct, keeps } from "./outcome";
import type { Desk, Outcome, TestOf } from "./outcome";
import { amountIn } from "./whole-school";
import type { WholeSchool } from "./whole-school";

function judgeOne(desk: Desk, whole: WholeSchool, test: TestOf<"everySchool">): One {
  const { per, unit, places, comparison, line } = test;
  const [above, below] = [amountIn(desk, whole, test.numerator), amountIn(desk, whole, test.denominator)];
  const cells = [...above.cells, ...below.cells];
  const names = [factOf(desk, test.numerator), factOf(desk, test.denominator)] as const;
  if (below.value === 0) return notAsked(whole, `${names[1].term}为 0`, cells);
  const value = (above.value * per) / below.value;
  const lacks = distinct([...above.lacks, ...below.lacks]);
  const open = { whole, verdict: "undetermined", value: null, cells, gap: null, gapUnit: names[0].unit } as const;
  if (value !== value) return { ...open, text: lacks.map((lack) => lack.text).join("；"), lacks };
  const text = `${names[0].term} ${plain(above.value)} ${names[0].unit} ÷ ${names[1].term} ${plain(below.value)} ${names[1].unit}`;
  if (!isPossible(value, unit)) return { ...open, text, lacks: [{ text: `${whole.school.name}：${text}，大于全部，请核对`, where: "schoolSheet", fact: test.numerator, cell: above.cells[0] ?? null }] };
  const kept = keeps(value, comparison, line);
  const verdict: Verdict = kept ? "met" : "unmet";
  const need = (line * below.value) / per - above.value;
  return { whole, verdict, value, text: `${text} = ${comparing(shown(value, places, [line]) + unit, comparison, line, kept)}${unit}`, cells, gap: kept ? 0 : Math.max(0, need), gapUnit: names[0].unit, lacks: [] };
}

/** Every school's own ratio (C4): each school counts, 教学点 and 特殊教育学校 too. */
export function judgeEverySchool(desk: Desk, test: TestOf<"everySchool">): Outcome {
  const { label, unit, line, places, comparison } = test;
  return schoolsOutcome(desk, { label, verdict: "undetermined", value: null, unit, line, places, comparison }, ["teachingPoint", "special"], (whole) => judgeOne(desk, whole, test));
}
