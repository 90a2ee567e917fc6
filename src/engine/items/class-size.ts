import { STAGES } from "../model";
import type { FactId, Stage, Verdict } from "../model";
import { plain, reaches } from "../number";
import { STAGE_TERMS } from "../terms";
import { counted, judgeEach, notAsked, ofSchools } from "./each-school";
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
  /** Classes above the line by stage, as far as they are known. */
  readonly over: Readonly<Record<Stage, number>>;
  /** Whether there are certainly no more of them. */
  readonly isExact: boolean;
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

function countOver(groups: readonly Group[], whole: WholeSchool): Pick<Evidence, "over" | "isExact"> {
  const over: Record<Stage, number> = { primary: 0, junior: 0 };
  let isExact = true;
  for (const group of groups) {
    const [stage, ...others] = stagesOf(group, whole);
    if (stage && others.length === 0) over[stage] += group.classes;
    else isExact = false;
  }
  return { over, isExact };
}

type Source = "班级名册" | "班额分段";

/** What leaves a group of classes open, with the remedy. */
function doubtOf(group: Group, whole: WholeSchool, source: Source): Lack {
  const { classes, cell } = group;
  const isKnown = classes === classes;
  const senior = mayBeSenior(group, whole);
  const what = source === "班级名册"
    ? isKnown ? `没有写学段${senior ? "，可能是高中班" : ""}，请补填学段` : "缺学生数，请补填"
    : !isKnown ? "为空，请补填" : senior ? "可能含高中班，请填写初中部的最大班额或班级名册" : "跨过规定班额，请填写最大班额或班级名册";
  return { text: `${whole.school.name}：${source}${cell ? `（${cell}）` : ""}${what}`, where: "classList", fact: null, cell };
}

/** Groups of classes against the lines. `lacks`: what keeps them from being all classes of the school. */
function weigh(groups: readonly Group[], whole: WholeSchool, test: Test, source: Source, lacks: readonly Lack[]): Evidence {
  const placed = groups.map((group) => ({ group, place: placeOf(group, whole, test) }));
  const over = placed.filter(({ group, place }) => place === "over" && group.classes > 0).map(({ group }) => group);
  const doubtful = placed.filter(({ group, place }) => (place === "across" && group.classes > 0) || (place !== "within" && group.classes !== group.classes)).map(({ group }) => group);
  const verdict: Verdict = over.length > 0 ? "unmet" : doubtful.length > 0 || lacks.length > 0 ? "undetermined" : "met";
  const many = over.reduce((sum, { classes }) => sum + classes, 0);
  const text = many > 0 ? `超过规定班额的班级 ${plain(many)} 个` : verdict === "met" ? "没有超过规定班额的班级" : "班额不能确定";
  const known = countOver(over, whole);
  const doubts = doubtful.map((group) => doubtOf(group, whole, source));
  return { verdict, over: known.over, isExact: known.isExact && doubtful.length === 0 && lacks.length === 0, text, cells: groups.flatMap(({ cell }) => cell ?? []), lacks: verdict === "undetermined" ? [...doubts, ...lacks] : [] };
}

function incomplete({ school }: WholeSchool, what: string, remedy = "请补全"): Lack {
  return { text: `${school.name}：${what}，${remedy}`, where: "classList", fact: null, cell: null };
}

/** What a class list lacks: classes the school has, or pupils enough to bring the fullest class above its line. */
function listLack(desk: Desk, whole: WholeSchool, groups: readonly Group[], { lines }: Test): Lack[] {
  const classes = amountIn(desk, whole, "classes");
  if (classes.exact && classes.value > groups.length) return [incomplete(whole, `班级名册有 ${plain(groups.length)} 个班，学校表为 ${plain(classes.value)} 个班`)];
  const students = amountIn(desk, whole, "students");
  const listed = groups.reduce((sum, { to }) => sum + to, 0);
  const room = Math.min(...groups.map((group) => Math.min(...stagesOf(group, whole).map((stage) => lines[stage])) - group.to));
  const isShort = students.exact && students.value > listed && students.value - listed > room;
  return isShort ? [incomplete(whole, `班级名册共 ${plain(listed)} 人，学校表为 ${plain(students.value)} 人`, "请补全或更正")] : [];
}

/** A class list (班级名册): every class by itself. It must hold as many classes as the school has, where that is known. */
function fromList(desk: Desk, whole: WholeSchool, test: Test): Evidence[] {
  if (!whole.classes || whole.classes.length === 0) return [];
  const groups = whole.classes.map(({ stage, students, cell }): Group => {
    const size = students ?? Number.NaN;
    return { stage, cell, from: students ?? Number.NEGATIVE_INFINITY, to: students ?? Number.POSITIVE_INFINITY, classes: size === size ? 1 : Number.NaN };
  });
  return [weigh(groups, whole, test, "班级名册", listLack(desk, whole, groups, test))];
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
  return [weigh(groups, whole, test, "班额分段", bandsLack(desk, whole, groups, test))];
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
  const found = weigh(groups, whole, test, "班级名册", []);
  const text = figures.map(({ stage, figure }) => `${stage && whole.stages.length > 1 ? STAGE_TERMS[stage] : ""}最大班额 ${figure.value === null ? "未填" : plain(figure.value)}`).join("，");
  const isRowLeft = figures.length < whole.rows.length;
  return [{
    ...found, text, verdict: isRowLeft && found.verdict === "met" ? "undetermined" : found.verdict,
    // One class is above the line; how many more, the greatest does not tell.
    isExact: found.verdict === "met" && found.isExact,
    lacks: found.verdict === "undetermined" ? [{ text: `${whole.school.name}：${text}，不能确定各学段是否超过规定班额，请分学段补填或填写班级名册`, where: "schoolSheet", fact: "largestClass", cell: found.cells[0] ?? null }] : [],
  }];
}

const NONE_OVER: Readonly<Record<Stage, number>> = { primary: 0, junior: 0 };

/** 超过规定班额的班级数 as typed. */
function fromCount(desk: Desk, whole: WholeSchool): Evidence[] {
  const fact: FactId = "classesOverLimit";
  const all = amountIn(desk, whole, fact);
  if (all.value !== all.value) return [];
  const own = whole.stages.map((stage) => [stage, amountIn(desk, whole, fact, stage).value] as const);
  const over: Record<Stage, number> = { primary: 0, junior: 0, ...Object.fromEntries(own) };
  const isSplit = own.every(([, value]) => value === value) && own.length > 0;
  return [{ verdict: all.value > 0 ? "unmet" : "met", over: isSplit ? over : NONE_OVER, isExact: isSplit || all.value === 0, text: `超过规定班额的班级 ${plain(all.value)} 个`, cells: all.cells, lacks: [] }];
}

/** More pupils than its classes hold within the line: then no source is believed that says all are. */
function overfull(desk: Desk, whole: WholeSchool, { lines }: Test): Lack[] {
  const least = [...whole.stages.map((stage) => [stage, lines[stage]] as const), [null, Math.max(...STAGES.map((stage) => lines[stage]))] as const];
  return least.flatMap(([stage, line]) => {
    const [students, classes] = [amountIn(desk, whole, "students", stage), amountIn(desk, whole, "classes", stage)];
    if (!(students.exact && classes.exact && students.value > classes.value * line)) return [];
    const text = `${whole.school.name}（${whole.school.place}）${stage ? STAGE_TERMS[stage] : ""}在校生 ${plain(students.value)} 人、${plain(classes.value)} 个班，平均每班已超过 ${plain(line)} 人，与班额数据不符，请核对`;
    return [{ text, where: "schoolSheet", fact: "classes", cell: classes.cells[0] ?? whole.school.place }];
  }).slice(0, 1) as Lack[];
}

/** A class above the line in any source fails; one source that knows all classes is enough to pass, unless they cannot hold the pupils. */
function judgeOne(desk: Desk, whole: WholeSchool, test: Test): One & Pick<Evidence, "over" | "isExact"> {
  const sources = [...fromList(desk, whole, test), ...fromBands(desk, whole, test), ...fromLargest(desk, whole, test), ...fromCount(desk, whole)];
  if (sources.length === 0 && amountIn(desk, whole, "students").value === 0) return { ...notAsked(whole, "在校生数为 0"), over: NONE_OVER, isExact: true };
  const told = (["unmet", "met", "undetermined"] as const).find((verdict) => sources.some((one) => one.verdict === verdict)) ?? "undetermined";
  const telling = sources.filter((one) => one.verdict === told);
  const first = telling.find(({ isExact }) => isExact) ?? telling[0];
  const tooMany = told === "met" ? overfull(desk, whole, test) : [];
  if (tooMany[0]) return { whole, verdict: "undetermined", value: null, text: tooMany[0].text, cells: first?.cells ?? [], gap: null, gapUnit: "个", lacks: tooMany, over: NONE_OVER, isExact: false };
  const { name, place } = whole.school;
  const none: Lack = { text: `${name}（${place}）缺班额数据，请填写班级名册或补填最大班额`, where: "classList", fact: "largestClass", cell: answerIn(desk, whole, "largestClass", Math.max).cells[0] ?? place };
  const { over, isExact } = first ?? { over: NONE_OVER, isExact: false };
  const gap = told === "met" ? 0 : told === "unmet" && isExact ? over.primary + over.junior : null;
  return { whole, verdict: told, value: gap, text: first?.text ?? "没有班额数据", cells: first?.cells ?? [], gap, gapUnit: "个", lacks: told === "undetermined" ? (first?.lacks ?? [none]) : [], over, isExact };
}

function overWords(ones: readonly (One & Partial<Pick<Evidence, "over" | "isExact">>)[], { lines }: Test): Words {
  const sum = (stage: Stage): number | string => {
    const asked = ones.filter(({ whole }) => whole.stages.length === 0 || whole.stages.includes(stage));
    return counted(asked.reduce((all, { over }) => all + (over?.[stage] ?? 0), 0), asked.every(({ isExact }) => isExact));
  };
  return { linePrimary: lines.primary, lineJunior: lines.junior, overPrimary: sum("primary"), overJunior: sum("junior") };
}

/** 班额 (B5): every class of every school, 教学点 too (R21). An average class size proves nothing (R20). */
export function judgeClassSize(desk: Desk, test: Test): Outcome {
  const ones = judgeEach(desk, ["teachingPoint"], (whole) => judgeOne(desk, whole, test));
  return ofSchools(ones, { ...bareFinding(test.label, "undetermined"), unit: "个" }, overWords(ones, test));
}
