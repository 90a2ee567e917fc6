import type { Verdict } from "../model";
import { plain, reaches } from "../number";
import { lacksOf, typed } from "./county-figure";
import type { Typed } from "./county-figure";
import { judgeEach, notAsked, ofSchools } from "./each-school";
import type { One } from "./each-school";
import type { Lack } from "./model";
import { bareFinding, distinct } from "./outcome";
import type { Desk, Outcome, TestOf, Words } from "./outcome";
import { amountIn } from "./whole-school";
import type { Amount, WholeSchool } from "./whole-school";
import type { Stage } from "../model";

type Test = TestOf<"smallSchoolFunds">;
type Quotas = Readonly<Record<Stage, Typed>>;

/** Pupils the funds were given for: last year's, else this year's. */
function pupils(desk: Desk, whole: WholeSchool): Amount {
  const before = amountIn(desk, whole, "lastYearStudents");
  return before.value === before.value ? before : amountIn(desk, whole, "students");
}

interface Quota {
  readonly value: number;
  readonly text: string;
  readonly lacks: readonly Lack[];
}

/** Quota of one pupil; a school of both stages has them in proportion to its pupils. */
function quotaOf(desk: Desk, whole: WholeSchool, quotas: Quotas): Quota {
  const stages = whole.stages;
  const typedQuotas = stages.map((stage) => quotas[stage]);
  const lacks = lacksOf(typedQuotas);
  if (typedQuotas.length === 1) return { value: typedQuotas[0]?.value ?? Number.NaN, text: plain(typedQuotas[0]?.value ?? Number.NaN), lacks };
  const parts = stages.map((stage) => ({ stage, ...amountIn(desk, whole, "students", stage) }));
  const all = parts.reduce((sum, { value }) => sum + value, 0);
  const value = parts.reduce((sum, part) => sum + part.value * quotas[part.stage].value, 0) / all;
  return { value, text: `${plain(value)}（按各学段在校生加权）`, lacks: [...lacks, ...parts.flatMap((part) => part.lacks)] };
}

function judgeOne(desk: Desk, whole: WholeSchool, test: Test, quotas: Quotas): One {
  const students = pupils(desk, whole);
  const base = { whole, value: null, cells: students.cells, gap: null, gapUnit: "元" } as const;
  if (students.value !== students.value) return { ...base, verdict: "undetermined", text: students.lacks.map(({ text }) => text).join("；"), lacks: students.lacks };
  if (students.value === 0) return notAsked(whole, "在校生数为 0", students.cells);
  const isSmall = students.value < test.below;
  if (!isSmall && students.exact) return notAsked(whole, `学生 ${plain(students.value)} 人，不属于不足 ${test.below} 人的学校`, students.cells);
  const { name, place } = whole.school;
  if (!students.exact) {
    const text = `${name}（${place}）在校生数含高中，请补填各学段在校生数`;
    return { ...base, verdict: "undetermined", text, lacks: [{ text, where: "schoolSheet", fact: "students", cell: students.cells[0] ?? place }] };
  }
  const funds = amountIn(desk, whole, "publicFunds");
  const quota = quotaOf(desk, whole, quotas);
  const needed = test.countedAs * quota.value;
  const cells = [...students.cells, ...funds.cells];
  if (needed !== needed || funds.value !== funds.value) {
    return { ...base, cells, verdict: "undetermined", text: `学生 ${plain(students.value)} 人，公用经费不能核对`, lacks: [...funds.lacks, ...quota.lacks] };
  }
  const kept = reaches(funds.value, needed);
  const verdict: Verdict = kept ? "met" : "unmet";
  const text = `学生 ${plain(students.value)} 人，公用经费 ${plain(funds.value)} 元 ${kept ? "≥" : "<"} ${test.countedAs} 人 × ${quota.text} 元 = ${plain(needed)} 元`;
  return { ...base, cells, verdict, value: funds.value, text, gap: kept ? 0 : needed - funds.value, lacks: [] };
}

/** Pupils and funds of all small schools, for the form; either is left open while one school's is not known. */
function totals(desk: Desk, ones: readonly One[], { below }: Test): Words {
  const open: Pick<Amount, "value" | "exact"> = { value: Number.NaN, exact: false };
  const small = ones.map(({ whole }) => ({ students: whole.pending === null ? pupils(desk, whole) : open, funds: amountIn(desk, whole, "publicFunds") }))
    .filter(({ students }) => !students.exact || !(students.value === 0 || students.value >= below));
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
  const asked = small.map(({ students }) => (students.exact ? students.value : Number.NaN));
  return { below, smallStudents: sum(asked), smallFunds: asked.includes(Number.NaN) ? Number.NaN : sum(small.map(({ funds }) => funds.value)) };
}

/** 小规模学校公用经费 (B6): every school of too few pupils, 教学点 too, must get what the counted pupils would (R21). */
export function judgeSmallSchoolFunds(desk: Desk, test: Test): Outcome {
  const quotas: Quotas = { primary: typed(desk, test.quotas.primary, (value) => value > 0), junior: typed(desk, test.quotas.junior, (value) => value > 0) };
  const ones = judgeEach(desk, ["teachingPoint"], (whole) => judgeOne(desk, whole, test, quotas));
  const outcome = ofSchools(ones, { ...bareFinding(test.label, "undetermined"), unit: "元", comparison: "atLeast" }, totals(desk, ones, test));
  const isNone = outcome.finding.verdict === "notApplicable";
  return {
    ...outcome,
    inputs: [quotas.primary.input, quotas.junior.input],
    lacks: distinct(outcome.lacks),
    notes: isNone ? [`没有学生不足 ${test.below} 人的学校`] : [],
  };
}
