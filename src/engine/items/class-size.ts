import { STAGES } from "../model";
import type { FactId, Stage, Verdict } from "../model";
import { plain, reaches } from "../number";
import { STAGE_TERMS } from "../terms";
import { judgeEach, notAsked, ofSchools } from "./each-school";
import type { One } from "./each-school";
import type { Lack } from "./model";
import { bareFinding } from "./outcome";
import type { Desk, Outcome, TestOf, Words } from "./outcome";
import { amountIn, answerIn, hasSenior } from "./whole-school";
import type { WholeSchool } from "./whole-school";

type Test = TestOf<"classSize">;

/** What one source says of a school's classes. */
interface Evidence {
  readonly verdict: Verdict;
  /** Classes above the line by stage; `null` when it cannot be said. */
  readonly over: Readonly<Record<Stage, number>> | null;
  readonly text: string;
  readonly cells: readonly string[];
  readonly lacks: readonly Lack[];
}

/** Classes of `from` to `to` pupils; a listed class has both alike. */
interface Group {
  readonly stage: Stage | null;
  readonly from: number;
  readonly to: number;
  /** NaN when not given. */
  readonly classes: number;
  readonly cell: string | null;
}

/** The stages a group may be of: its own, else those of its school. */
function stagesOf({ stage }: Group, whole: WholeSchool): readonly Stage[] {
  return stage ? [stage] : whole.stages.length > 0 ? whole.stages : STAGES;
}

type Place = "within" | "over" | "across";

/** Whether a group may hold classes of 高中, which have no line here: it can pass, but not fail. */
function mayBeSenior({ stage }: Group, { rows }: WholeSchool): boolean {
  return stage === null && rows.some(hasSenior);
}

/** Where a group lies (R20): wholly above every line it may have, wholly within the least of them, or across. */
function placeOf(group: Group, whole: WholeSchool, { lines }: Test): Place {
  const mine = stagesOf(group, whole).map((stage) => lines[stage]);
  if (reaches(Math.min(...mine), group.to)) return "within";
  return mayBeSenior(group, whole) || reaches(Math.max(...mine), group.from) ? "across" : "over";
}

function countOver(groups: readonly Group[], whole: WholeSchool): Record<Stage, number> | null {
  const over: Record<Stage, number> = { primary: 0, junior: 0 };
  for (const group of groups) {
    const stages = stagesOf(group, whole);
    if (stages.length !== 1) return null;
    over[stages[0] as Stage] += group.classes;
  }
  return over;
}

/** Groups of classes against the lines. `isAll`: whether they are known to be all classes of the school. */
function weigh(groups: readonly Group[], whole: WholeSchool, test: Test, isAll: boolean, lacks: readonly Lack[]): Evidence {
  const placed = groups.map((group) => ({ group, place: placeOf(group, whole, test) }));
  const over = placed.filter(({ group, place }) => place === "over" && group.classes > 0).map(({ group }) => group);
  const doubtful = placed.filter(({ group, place }) => (place === "across" && group.classes > 0) || (place !== "within" && group.classes !== group.classes)).map(({ group }) => group);
  const verdict: Verdict = over.length > 0 ? "unmet" : doubtful.length > 0 || !isAll ? "undetermined" : "met";
  const many = over.reduce((sum, { classes }) => sum + classes, 0);
  const text = many > 0 ? `超过规定班额的班级 ${plain(many)} 个` : verdict === "met" ? "没有超过规定班额的班级" : "班额不能确定";
  const doubts = doubtful.map((group): Lack => {
    const { classes, cell } = group;
    const at = cell ? `（${cell}）` : "";
    const across = mayBeSenior(group, whole) ? "可能含高中班，请填写初中部的最大班额或班级名册" : "跨过规定班额，请填写最大班额或班级名册";
    const what = classes === classes ? across : "为空，请补填";
    return { text: `${whole.school.name}：班额分段${at}${what}`, where: "classList", fact: null, cell };
  });
  const exact = doubtful.length === 0 && isAll ? countOver(over, whole) : null;
  return { verdict, over: exact, text, cells: groups.flatMap(({ cell }) => cell ?? []), lacks: verdict === "undetermined" ? [...doubts, ...lacks] : [] };
}

function incomplete({ school }: WholeSchool, what: string, remedy = "请补全"): Lack {
  return { text: `${school.name}：${what}，${remedy}`, where: "classList", fact: null, cell: null };
}

/** What a class list lacks: classes the school has, or, where their number is not known, pupils enough for one more class above the line. */
function listLack(desk: Desk, whole: WholeSchool, groups: readonly Group[], { lines }: Test): Lack[] {
  const classes = amountIn(desk, whole, "classes");
  if (classes.exact && classes.value === classes.value) return classes.value > groups.length ? [incomplete(whole, `班级名册有 ${plain(groups.length)} 个班，学校表为 ${plain(classes.value)} 个班`)] : [];
  const students = amountIn(desk, whole, "students");
  const listed = groups.reduce((sum, { to }) => sum + to, 0);
  const isShort = students.exact && students.value - listed > Math.min(...STAGES.map((stage) => lines[stage]));
  return isShort ? [incomplete(whole, `班级名册共 ${plain(listed)} 人，学校表为 ${plain(students.value)} 人`)] : [];
}

/** A class list (班级名册): every class by itself. It must hold as many classes as the school has, where that is known. */
function fromList(desk: Desk, whole: WholeSchool, test: Test): Evidence[] {
  if (!whole.classes || whole.classes.length === 0) return [];
  const groups = whole.classes.map(({ stage, students, cell }): Group => {
    const size = students ?? Number.NaN;
    return { stage, cell, from: students ?? Number.NEGATIVE_INFINITY, to: students ?? Number.POSITIVE_INFINITY, classes: size === size ? 1 : Number.NaN };
  });
  const lacks = listLack(desk, whole, groups, test);
  return [weigh(groups, whole, test, lacks.length === 0, lacks)];
}

/** Whether the bands of a stage leave out no size above its line. */
function coverAbove(groups: readonly Group[], stage: Stage, line: number): boolean {
  const own = groups.filter((group) => group.stage === null || group.stage === stage).sort((a, b) => a.from - b.from);
  return own.reduce((next, { from, to }) => (from <= next ? Math.max(next, to + 1) : next), line + 1) === Number.POSITIVE_INFINITY;
}

/** What a table of bands lacks to speak for all classes: sizes above the line, or classes where it counts the smallest too. */
function bandsLack(desk: Desk, whole: WholeSchool, groups: readonly Group[], { lines }: Test): Lack[] {
  const asked = whole.stages.length > 0 ? whole.stages : STAGES;
  const found = groups.reduce((sum, { classes }) => sum + classes, 0);
  const all = amountIn(desk, whole, "classes");
  if (found > 0 && all.exact && all.value === found) return [];
  const hasSmallest = groups.some(({ from }) => from <= 1);
  if (hasSmallest && found === 0) return [incomplete(whole, "班额分段中没有一个班")];
  if (hasSmallest && all.exact && all.value > found) return [incomplete(whole, `班额分段有 ${plain(found)} 个班，学校表为 ${plain(all.value)} 个班`)];
  return asked.every((stage) => coverAbove(groups, stage, lines[stage])) ? [] : [incomplete(whole, "班额分段没有包括规定班额以上的所有人数段", "请填写最大班额或班级名册")];
}

/** A table of class sizes by bands (班额分段). */
function fromBands(desk: Desk, whole: WholeSchool, test: Test): Evidence[] {
  if (!whole.bands) return [];
  const groups = whole.bands.map(({ stage, from, to, classes }): Group => ({ stage, from, to: to ?? Number.POSITIVE_INFINITY, classes: classes.value ?? Number.NaN, cell: classes.cell }));
  const lacks = bandsLack(desk, whole, groups, test);
  return [weigh(groups, whole, test, lacks.length === 0, lacks)];
}

/** 最大班额 as typed: alone decides (R20). */
function fromLargest(desk: Desk, whole: WholeSchool, test: Test): Evidence[] {
  const figures = whole.rows.flatMap((row) => {
    const scopes = row.figures["largestClass"] ?? {};
    const own = row.stages.flatMap((stage) => (scopes[stage] ? [{ stage, figure: scopes[stage] }] : []));
    const alone = row.stages.length === 1 && !hasSenior(row) ? (row.stages[0] ?? null) : null;
    return own.length > 0 && own.length === row.stages.length ? own : scopes.school ? [{ stage: alone, figure: scopes.school }] : [];
  });
  if (figures.every(({ figure }) => figure.value === null)) return [];
  const groups = figures.map(({ stage, figure }): Group => {
    const size = figure.value ?? Number.NaN;
    // No class has no pupils: a 0 is no answer.
    return size > 0 ? { stage, cell: figure.cell, from: size, to: size, classes: 1 } : { stage, cell: figure.cell, from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY, classes: Number.NaN };
  });
  const found = weigh(groups, whole, test, figures.length > 0, []);
  const text = figures.map(({ stage, figure }) => `${stage && whole.stages.length > 1 ? STAGE_TERMS[stage] : ""}最大班额 ${figure.value === null ? "未填" : plain(figure.value)}`).join("，");
  const isRowLeft = figures.length < whole.rows.length;
  return [{
    ...found, text, verdict: isRowLeft && found.verdict === "met" ? "undetermined" : found.verdict,
    // One class is above the line; how many more, the greatest does not tell.
    over: found.verdict === "met" ? found.over : null,
    lacks: found.verdict === "undetermined" ? [{ text: `${whole.school.name}：${text}，不能确定各学段是否超过规定班额，请分学段补填或填写班级名册`, where: "schoolSheet", fact: "largestClass", cell: found.cells[0] ?? null }] : [],
  }];
}

/** 超过规定班额的班级数 as typed. */
function fromCount(desk: Desk, whole: WholeSchool): Evidence[] {
  const fact: FactId = "classesOverLimit";
  const all = amountIn(desk, whole, fact);
  if (all.value !== all.value) return [];
  const own = whole.stages.map((stage) => [stage, amountIn(desk, whole, fact, stage).value] as const);
  const over: Record<Stage, number> = { primary: 0, junior: 0, ...Object.fromEntries(own) };
  const isSplit = own.every(([, value]) => value === value) && own.length > 0;
  return [{ verdict: all.value > 0 ? "unmet" : "met", over: isSplit || all.value === 0 ? (isSplit ? over : { primary: 0, junior: 0 }) : null, text: `超过规定班额的班级 ${plain(all.value)} 个`, cells: all.cells, lacks: [] }];
}

const NONE_OVER: Readonly<Record<Stage, number>> = { primary: 0, junior: 0 };

/** A class above the line in any source fails; one source that knows all classes is enough to pass. */
function judgeOne(desk: Desk, whole: WholeSchool, test: Test): One & Pick<Evidence, "over"> {
  const sources = [...fromList(desk, whole, test), ...fromBands(desk, whole, test), ...fromLargest(desk, whole, test), ...fromCount(desk, whole)];
  if (sources.length === 0 && amountIn(desk, whole, "students").value === 0) return { ...notAsked(whole, "在校生数为 0"), over: NONE_OVER };
  const found = (["unmet", "met", "undetermined"] as const).find((verdict) => sources.some((one) => one.verdict === verdict)) ?? "undetermined";
  const telling = sources.filter((one) => one.verdict === found);
  const first = telling.find(({ over }) => over !== null) ?? telling[0];
  const { name, place } = whole.school;
  const none: Lack = { text: `${name}（${place}）缺班额数据，请填写班级名册或补填最大班额`, where: "classList", fact: "largestClass", cell: answerIn(desk, whole, "largestClass", Math.max).cells[0] ?? place };
  const over = first?.over ?? null;
  const gap = found === "met" ? 0 : found === "unmet" && over ? over.primary + over.junior : null;
  return { whole, verdict: found, value: gap, text: first?.text ?? "没有班额数据", cells: first?.cells ?? [], gap, gapUnit: "个", lacks: found === "undetermined" ? (first?.lacks ?? [none]) : [], over };
}

function overWords(ones: readonly (One & Partial<Pick<Evidence, "over">>)[], { lines }: Test): Words {
  const sum = (stage: Stage): number | string => {
    const asked = ones.filter(({ whole }) => whole.stages.length === 0 || whole.stages.includes(stage));
    return asked.some(({ over }) => !over) ? "" : asked.reduce((all, { over }) => all + (over?.[stage] ?? 0), 0);
  };
  return { linePrimary: lines.primary, lineJunior: lines.junior, overPrimary: sum("primary"), overJunior: sum("junior") };
}

/** 班额 (B5): every class of every school, 教学点 too (R21). An average class size proves nothing (R20). */
export function judgeClassSize(desk: Desk, test: Test): Outcome {
  const ones = judgeEach(desk, ["teachingPoint"], (whole) => judgeOne(desk, whole, test));
  return ofSchools(ones, { ...bareFinding(test.label, "undetermined"), unit: "个" }, overWords(ones, test));
}
