import type { Steps } from "../engine";
import type { Figure, School, Scope, Stage } from "../engine/model";
import type { Answers, Problem } from "./model";
import { answerKey, yesOrNo } from "./answers";
import { termOf } from "./heading";
import { problem } from "./problems";
import { spotOfCell } from "./spots";
import { plain } from "./text";

/** How far from the median of its stage a ratio may lie before somebody is asked (R19). */
const FAR = 20;
/** With fewer schools than this a stage has no median to speak of. */
const FEW = 3;

/** Amounts behind the ready ratios: the first sum all of whose facts have numbers; negative sign for what is subtracted. */
const AMOUNTS: readonly (readonly [ratio: string, per: number, sums: readonly (readonly string[])[]])[] = [
  ["ratioAboveRequired", 100, [["teachersAboveRequired"], ["teachersBachelorOrAbove"]]],
  ["ratioBackbone", 100, [["backboneTeachers"]]],
  ["ratioSportArt", 100, [["sportArtTeachers"], ["sportTeachers", "artTeachersTotal"], ["sportTeachers", "musicTeachers", "fineArtTeachers"]]],
  ["ratioTeachingArea", 1, [["teachingAreaNet"], ["teachingArea", "-indoorSportArea"]]],
  ["ratioSportArea", 1, [["sportArea"], ["sportFieldArea", "gymArea"], ["sportFieldArea", "indoorSportArea"]]],
  ["ratioEquipment", 1, [["equipmentValue"]]],
  ["ratioMultimedia", 100, [["multimediaRooms"]]],
];

interface Sample {
  readonly school: School;
  readonly ratio: string;
  /** `school`: what several stages share. */
  readonly stage: Stage | "school";
  /** The fact that is doubted: the first of the sum, or the ready ratio itself. */
  readonly fact: string;
  readonly scope: Scope;
  readonly figure: Figure;
  readonly value: number;
  readonly ready: Figure | null;
}

/** Compares ready ratios with totals (R10) and every ratio with its stage's median (R19), in steps. */
export function* checkRatios(schools: readonly School[], answers: Answers): Steps<{ readonly schools: readonly School[]; readonly problems: readonly Problem[] }> {
  const samples = schools.flatMap(samplesOf);
  yield;
  const problems = samples.flatMap(compare);
  yield;
  const doubted = new Map<School, Sample[]>();
  const all = new Map([...grouped(samples, ({ ratio }) => ratio)].map(([ratio, group]) => [ratio, middleOf(group)]));
  for (const group of grouped(samples, ({ ratio, stage }) => `${ratio}|${stage}`).values()) {
    const own = middleOf(group);
    for (const sample of group) {
      const other = farFrom(sample, own, all.get(sample.ratio) ?? own);
      if (other === null || yesOrNo(answers, answerKey.confirm(sample.fact, plain(sample.school.name)), "confirmed") === true) continue;
      doubted.set(sample.school, [...(doubted.get(sample.school) ?? []), sample]);
      problems.push(askFar(sample, other));
    }
  }
  return { schools: schools.map((school) => doubted.get(school)?.reduce(withhold, school) ?? school), problems };
}

/** The two values in the middle of a group's positive ones; the same one twice where their number is odd. */
interface Middle {
  readonly count: number;
  readonly low: number;
  readonly high: number;
}

function middleOf(group: readonly Sample[]): Middle {
  const sorted = group.flatMap(({ value }) => (value > 0 ? [value] : [])).sort((a, b) => a - b);
  return { count: sorted.length, low: sorted[(sorted.length - 1) >> 1] ?? 0, high: sorted[sorted.length >> 1] ?? 0 };
}

/** What a ratio lies too far from, in words; `null` when it does not. A stage of fewer than three is compared with all schools too. */
function farFrom({ value, stage }: Sample, own: Middle, all: Middle): string | null {
  if (value <= 0) return null;
  if (stage !== "school") {
    const far = apart(value, own, "同学段");
    if (far !== null || own.count >= FEW) return far;
  }
  return apart(value, all, "全部学校");
}

function apart(value: number, { low, high }: Middle, who: string): string | null {
  // Halves far from each other: nobody knows which of them is right.
  if (high > low * FAR) return `${who}的数分为两群（${short(low)} 与 ${short(high)}），不知哪个对`;
  const middle = (low + high) / 2;
  return value > middle * FAR || value < middle / FAR ? `${who}中位数为 ${short(middle)}` : null;
}

function samplesOf(school: School): Sample[] {
  const [stage] = school.stages;
  if (school.stages.length > 1) return samplesOfSeveral(school);
  const pupils = stage ? usable(school, "students", [stage, "school"])?.figure.value : null;
  if (!stage || !pupils) return AMOUNTS.flatMap(([ratio]) => readySample(school, ratio));
  return AMOUNTS.flatMap((amount) => {
    const found = amountSample(school, stage, pupils, amount, [stage, "school"]);
    return found.length > 0 ? found : readySample(school, amount[0]);
  });
}

/** A school of several stages: what they share over all its pupils, and each stage's own over that stage's. */
function samplesOfSeveral(school: School): Sample[] {
  const students = school.figures["students"] ?? {};
  const inStages = [...school.stages, "senior" as const].reduce((sum, scope) => sum + (students[scope]?.value ?? 0), 0);
  return AMOUNTS.flatMap((amount) => {
    const shared = amountSample(school, "school", students.school?.value ?? inStages, amount, ["school"]);
    const own = school.stages.flatMap((stage) => amountSample(school, stage, students[stage]?.value ?? 0, amount, [stage]));
    return [...shared, ...own, ...readySample(school, amount[0])];
  });
}

function amountSample(school: School, stage: Sample["stage"], pupils: number, [ratio, per, sums]: (typeof AMOUNTS)[number], scopes: readonly Scope[]): Sample[] {
  const amount = pupils > 0 ? sumOf(school, scopes, sums) : null;
  const ready = stage === "school" ? null : usable(school, ratio, scopes)?.figure ?? null;
  return amount ? [{ school, ratio, stage, ...amount, value: (amount.total * per) / pupils, ready }] : [];
}

function readySample(school: School, ratio: string): Sample[] {
  return school.stages.flatMap((stage) => {
    const ready = usable(school, ratio, [stage, "school"]);
    return ready ? [{ school, ratio, stage, fact: ratio, scope: ready.scope, figure: ready.figure, value: ready.figure.value ?? 0, ready: null }] : [];
  });
}

function usable(school: School, fact: string, scopes: readonly Scope[]): { readonly figure: Figure; readonly scope: Scope } | null {
  for (const scope of scopes) {
    const figure = school.figures[fact]?.[scope];
    if (figure && figure.value !== null && figure.value >= 0) return { figure, scope };
  }
  return null;
}

function sumOf(school: School, scopes: readonly Scope[], sums: readonly (readonly string[])[]): { total: number; fact: string; figure: Figure; scope: Scope } | null {
  for (const sum of sums) {
    const parts = sum.map((term) => ({ sign: term.startsWith("-") ? -1 : 1, found: usable(school, term.replace("-", ""), scopes) }));
    const first = parts[0]?.found;
    if (!first || parts.some(({ found }) => found === null)) continue;
    return { total: parts.reduce((total, { sign, found }) => total + sign * (found?.figure.value ?? 0), 0), fact: sum[0] ?? "", ...first };
  }
  return null;
}

function grouped(samples: readonly Sample[], keyOf: (sample: Sample) => string): ReadonlyMap<string, Sample[]> {
  const groups = new Map<string, Sample[]>();
  for (const sample of samples) {
    const key = keyOf(sample);
    const group = groups.get(key);
    if (group) group.push(sample);
    else groups.set(key, [sample]);
  }
  return groups;
}

const spotOf = (figure: Figure) => spotOfCell(figure.cell);
const short = (value: number) => String(Number(value.toPrecision(6)));

/** R10: totals win; a ready ratio that differs by more than its rounding is told. */
function compare({ school, ratio, value, ready }: Sample): Problem[] {
  if (!ready || ready.value === null) return [];
  const half = 0.5 / 10 ** (ready.places ?? 9) + Math.abs(value) * 1e-9;
  if (Math.abs(ready.value - value) <= half) return [];
  return [problem("ratio-differs", spotOf(ready), `“${school.name}”${termOf(ratio)}表中填 ${short(ready.value)}，按总数和在校生数计算为 ${short(value)}`, "请核对总数、在校生数和单位；判定以总数为准")];
}

function askFar({ school, fact, figure, value, ratio }: Sample, other: string): Problem {
  const key = answerKey.confirm(fact, plain(school.name));
  const choices = [{ label: "数据无误", answer: { kind: "confirmed" as const, value: true } }];
  return problem("far-from-median", spotOf(figure), `“${school.name}”${termOf(ratio)}为 ${short(value)}，${other}，相差 ${String(FAR)} 倍以上`, "请核对数值和单位；确认无误前该指标为“数据不足”", { question: { key, choices } });
}

function withhold(school: School, { fact, scope, figure }: Sample): School {
  const why = `${figure.cell?.split("!").pop() ?? ""} 与其他学校相差过大，请核对或确认无误`;
  return { ...school, figures: { ...school.figures, [fact]: { ...school.figures[fact], [scope]: { ...figure, value: null, why } } } };
}
