import type { Verdict } from "../model";
import { VERDICT_TERMS } from "../terms";
import { factOf } from "./book";
import { lacksOf, typed } from "./county-figure";
import { schoolsOutcome } from "./each-school";
import type { One } from "./each-school";
import { bareFinding, together } from "./outcome";
import type { Desk, Outcome, TestOf } from "./outcome";
import { answerIn } from "./whole-school";
import type { WholeSchool } from "./whole-school";

type Test = TestOf<"yesNo">;

const isAnswer = (value: number): boolean => value === 0 || value === 1;

/** 是 or 否 as the bureau typed it. */
function word(value: number): string {
  return value === 1 ? "是" : "否";
}

function verdictOf(value: number, test: Test): Verdict {
  if (!isAnswer(value)) return "undetermined";
  return (value === 1) === test.want ? "met" : "unmet";
}

function judgeOne(desk: Desk, whole: WholeSchool, test: Test, fact: string): One {
  const answer = answerIn(desk, whole, fact, Math.min);
  const verdict = verdictOf(answer.value, test);
  const { term } = factOf(desk, fact);
  const text = verdict === "undetermined" ? `${term}：未填` : `${term}：${word(answer.value)}`;
  return { whole, verdict, value: null, text, cells: answer.cells, gap: null, gapUnit: "", lacks: answer.lacks };
}

/** Every school's own answer; `null` when no school gives one. */
function fromSchools(desk: Desk, test: Test): Outcome | null {
  const fact = test.school;
  if (fact === undefined || !desk.wholes.some((whole) => answerIn(desk, whole, fact, Math.min).given)) return null;
  return schoolsOutcome(desk, bareFinding(test.label, "undetermined"), ["teachingPoint", "special"], (whole) => judgeOne(desk, whole, test, fact));
}

/** A typed answer (是、否): the county's, and every school's own where schools give theirs. An answer not typed is 数据不足 (R3). */
export function judgeYesNo(desk: Desk, test: Test): Outcome {
  const county = test.fact === null ? null : typed(desk, test.fact, isAnswer);
  const schools = fromSchools(desk, test);
  const said = county && county.value === county.value ? verdictOf(county.value, test) : null;
  const judged = schools?.finding.verdict;
  // A county that says no is believed whatever its schools say.
  const verdict = together([...(judged ? [judged] : []), ...(said && (!judged || said === "unmet") ? [said] : [])]);
  const differ = said !== null && judged !== undefined && judged !== "undetermined" && said !== judged;
  const step = county && said ? [`${test.label}：${word(county.value)}（${county.input.cell ?? "县级填报表"}），${VERDICT_TERMS[said]}`] : [];
  return {
    finding: bareFinding(test.label, verdict),
    steps: [...step, ...(schools?.steps ?? [])],
    inputs: county ? [county.input] : [],
    lacks: verdict === "met" ? [] : schools ? schools.lacks : lacksOf(county ? [county] : []),
    notes: differ ? [`“${test.label}”：县级填报表为“${word(county?.value ?? 0)}”，与各校所填不一致，请核对`] : [],
    schools: schools?.schools ?? [],
    words: { [test.label]: county && said ? word(county.value) : "" },
  };
}
