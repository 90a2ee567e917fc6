import type { Stage, Verdict } from "../model";
import { plain, reaches } from "../number";
import { numberOf } from "./book";
import { counted, judgeEach, notAsked, ofSchools } from "./each-school";
import type { One } from "./each-school";
import type { Lack } from "./model";
import { bareFinding } from "./outcome";
import type { Desk, Outcome, TestOf, Words } from "./outcome";
import { sizeReliefs } from "./reliefs";
import { amountIn } from "./whole-school";
import type { WholeSchool } from "./whole-school";

type Test = TestOf<"schoolSize">;
type Line = keyof Test["lines"];

/** Which ceiling a school has (R21): 九年 and 十二年一贯制 both stages together, all others one; `null` when its type is not known. */
function lineOf({ type, stages, rows }: WholeSchool): Line | null {
  // Its 小学部 and 初中部 stand in rows of their own, each perhaps with a type of its own.
  if (rows.length > 1 && stages.length > 1) return "bothStages";
  if (type === "nineYear" || type === "twelveYear") return "bothStages";
  return type === null && stages.length > 1 ? null : "oneStage";
}

interface Ceilings {
  /** Not above this: certainly within. */
  readonly sure: number;
  /** Above this: certainly over. */
  readonly most: number;
  readonly lacks: readonly Lack[];
}

/** The school's ceiling; two of them while its type or a relief's condition is not known. */
function ceilings(desk: Desk, whole: WholeSchool, test: Test): Ceilings {
  const line = lineOf(whole);
  const lines = Object.values(test.lines);
  const reliefs = sizeReliefs(desk, whole).filter(({ holds }) => holds !== false);
  const raised = (holding: boolean): number[] => reliefs.filter(({ holds }) => holds === true || !holding).map(({ rule }) => (line ? numberOf(rule, line) : Number.NaN)).filter((value) => value === value);
  const { name, place } = whole.school;
  const typeLack: Lack[] = line ? [] : [{ text: `${name}（${place}）缺办学类型，无法确定规模上限，请补填`, where: "schoolSheet", fact: null, cell: place }];
  return {
    sure: Math.max(line ? test.lines[line] : Math.min(...lines), ...raised(true)),
    most: Math.max(line ? test.lines[line] : Math.max(...lines), ...raised(false)),
    lacks: [...typeLack, ...reliefs.filter(({ holds }) => holds === null).flatMap(({ lacks }) => lacks)],
  };
}

function judgeOne(desk: Desk, whole: WholeSchool, test: Test): One {
  const students = amountIn(desk, whole, "students");
  const { sure, most, lacks } = ceilings(desk, whole, test);
  const base = { whole, cells: students.cells, gapUnit: "人" } as const;
  if (students.value !== students.value) return { ...base, verdict: "undetermined", value: null, text: students.lacks.map(({ text }) => text).join("；"), gap: null, lacks: students.lacks };
  if (students.value === 0) return notAsked(whole, "在校生数为 0", students.cells);
  const value = students.exact ? students.value : null;
  const size = `${students.exact ? "" : "含高中"}在校生 ${plain(students.value)} 人`;
  if (reaches(sure, students.value)) return { ...base, verdict: "met", value, text: `${size}，不超过 ${plain(sure)} 人`, gap: 0, lacks: [] };
  const over = students.exact && !reaches(most, students.value);
  const verdict: Verdict = over ? "unmet" : "undetermined";
  const { name, place } = whole.school;
  const senior: Lack[] = students.exact ? [] : [{ text: `${name}（${place}）在校生数含高中，请补填各学段在校生数`, where: "schoolSheet", fact: "students", cell: students.cells[0] ?? place }];
  return { ...base, verdict, value, text: `${size}，超过 ${plain(over ? most : sure)} 人`, gap: over ? students.value - most : null, lacks: over ? [] : [...senior, ...lacks] };
}

/** Schools above the lines as written, whatever relief lets them pass: the form asks for the number. */
function overWords(ones: readonly One[], test: Test): Words {
  const above = (line: Line, stage: Stage | null): number | string => {
    const asked = ones.filter(({ whole }) => lineOf(whole) === line && (stage === null || (whole.stages[0] ?? null) === stage));
    const open = asked.some(({ value, verdict }) => value === null && verdict !== "notApplicable" && verdict !== "met") || ones.some(({ whole, verdict }) => lineOf(whole) === null && verdict === "undetermined");
    return counted(asked.filter(({ value }) => value !== null && !reaches(test.lines[line], value)).length, !open);
  };
  return {
    lineOneStage: test.lines.oneStage, lineBothStages: test.lines.bothStages,
    overPrimary: above("oneStage", "primary"), overJunior: above("oneStage", "junior"), overBothStages: above("bothStages", null),
  };
}

/** 学校规模 (B4): pupils of the compulsory stages of every school against the ceiling of its type. */
export function judgeSchoolSize(desk: Desk, test: Test): Outcome {
  const ones = judgeEach(desk, ["teachingPoint"], (whole) => judgeOne(desk, whole, test));
  return ofSchools(ones, { ...bareFinding(test.label, "undetermined"), unit: "人", comparison: "atMost" }, overWords(ones, test));
}
