import type { SchoolType, Verdict } from "../model";
import { VERDICT_TERMS } from "../terms";
import type { Lack, RoomAreas, SchoolItemFinding, TestFinding } from "./model";
import { distinct, together } from "./outcome";
import type { Desk, Outcome, Words } from "./outcome";
import { isAsked } from "./whole-school";
import type { WholeSchool } from "./whole-school";

/** One test on one whole school. */
export interface One extends Omit<SchoolItemFinding, "school" | "rows"> {
  readonly whole: WholeSchool;
  readonly lacks: readonly Lack[];
  readonly roomGaps?: Readonly<Record<keyof RoomAreas, number>>;
}

const ORDER: readonly Verdict[] = ["unmet", "undetermined", "met", "notApplicable"];

function held(whole: WholeSchool, reason: string): One {
  const { name, place } = whole.school;
  const lack: Lack = { text: `${name}（${place}）：${reason}`, where: "schoolSheet", fact: null, cell: place };
  return { whole, verdict: "undetermined", value: null, text: reason, cells: [], gap: null, gapUnit: "", lacks: [lack] };
}

/** A school an item asks nothing of, with the reason (R11). */
export function notAsked(whole: WholeSchool, text: string, cells: readonly string[] = []): One {
  return { whole, verdict: "notApplicable", value: null, text, cells, gap: null, gapUnit: "", lacks: [] };
}

function finding({ whole, lacks: _, ...rest }: One): SchoolItemFinding {
  return { school: whole.school, rows: whole.rows, ...rest };
}

/** A number for a sentence, 「至少1」 where there may be more; left open where none is known. */
export function counted(known: number, isAll: boolean): number | string {
  return isAll ? known : known > 0 ? `至少${known}` : "";
}

/** How many schools have each verdict, for sentences. */
export function countWords(ones: readonly Pick<One, "verdict">[]): Words {
  const count = (verdict: Verdict): number => ones.filter((one) => one.verdict === verdict).length;
  return { schools: ones.length, schoolsMet: count("met"), schoolsUnmet: count("unmet"), schoolsUndetermined: count("undetermined"), schoolsNone: count("notApplicable") };
}

/** Without schools nothing was counted: a sentence's 0 is left open. */
function uncounted(words: Words): Words {
  return Object.fromEntries(Object.entries(words).filter(([, value]) => value !== 0));
}

/** Judges every whole school an item asks (R21); one whose stage or type is not settled is 数据不足 (R12). */
export function judgeEach(desk: Desk, besides: readonly SchoolType[], judgeOne: (whole: WholeSchool) => One): One[] {
  const asked = desk.wholes.filter((whole) => isAsked(whole, besides));
  return asked.map((whole) => (whole.pending === null ? judgeOne(whole) : held(whole, whole.pending)));
}

/** Brings the schools' findings together: one school that fails fails the item. */
export function ofSchools(ones: readonly One[], base: TestFinding, words: Words = {}): Outcome {
  const verdict = together(ones.map((one) => one.verdict));
  const sorted = ORDER.flatMap((wanted) => ones.filter((one) => one.verdict === wanted));
  const none: Lack[] = ones.length > 0 ? [] : [{ text: "没有学校数据，请加入各校所在的工作表", where: "schoolSheet", fact: null, cell: null }];
  const counts = countWords(ones);
  const parts = (["unmet", "undetermined", "met", "notApplicable"] as const).flatMap((one) => {
    const n = ones.filter((each) => each.verdict === one).length;
    return n > 0 ? [`${VERDICT_TERMS[one]} ${n} 所`] : [];
  });
  return {
    finding: { ...base, verdict },
    steps: ones.length > 0 ? [`逐校判定 ${ones.length} 所：${parts.join("，")}`] : [],
    inputs: [],
    lacks: [...none, ...distinct(sorted.flatMap((one) => (one.verdict === "undetermined" ? one.lacks : [])))],
    notes: [],
    schools: sorted.map(finding),
    words: ones.length > 0 ? { ...counts, ...words } : uncounted({ ...counts, ...words }),
  };
}

/** Judges every school and brings the findings together. */
export function schoolsOutcome(desk: Desk, base: TestFinding, besides: readonly SchoolType[], judgeOne: (whole: WholeSchool) => One): Outcome {
  return ofSchools(judgeEach(desk, besides, judgeOne), base);
}
