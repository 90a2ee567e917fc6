import type { Figure, School, Scope } from "../engine/model";
import type { Answers, Problem } from "./model";
import { answerKey, yesOrNo } from "./answers";
import { termOf } from "./heading";
import { problem, spotOfCell } from "./problems";
import { median } from "./series";
import { plain } from "./text";

/** How far from the median of its stage a ratio may lie before somebody is asked (R19). */
const FAR = 20;

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
  /** The fact that is doubted: the first of the sum, or the ready ratio itself. */
  readonly fact: string;
  readonly scope: Scope;
  readonly figure: Figure;
  readonly value: number;
  readonly ready: Figure | null;
}

/** Compares ready ratios with totals (R10) and every ratio with its stage's median (R19). */
export function checkRatios(schools: readonly School[], answers: Answers): { readonly schools: readonly School[]; readonly problems: readonly Problem[] } {
  const samples = schools.flatMap(samplesOf);
  const problems = samples.flatMap(compare);
  const doubted = new Map<School, Sample[]>();
  for (const group of grouped(samples).values()) {
    const middle = group.length < 3 ? null : median(group.map(({ value }) => value));
    for (const sample of group) {
      const far = middle !== null && sample.value > 0 && (sample.value > middle * FAR || sample.value < middle / FAR);
      if (!far || yesOrNo(answers, answerKey.confirm(sample.fact, plain(sample.school.name)), "confirmed") === true) continue;
      doubted.set(sample.school, [...(doubted.get(sample.school) ?? []), sample]);
      problems.push(askFar(sample, middle));
    }
  }
  return { schools: schools.map((school) => doubted.get(school)?.reduce(withhold, school) ?? school), problems };
}

function samplesOf(school: School): Sample[] {
  const [stage] = school.stages;
  const students = stage && school.stages.length === 1 ? usable(school, "students", stage) : null;
  if (!stage || !students?.figure.value) return AMOUNTS.flatMap(([ratio]) => readySample(school, ratio));
  const pupils = students.figure.value;
  return AMOUNTS.flatMap(([ratio, per, sums]) => {
    const amount = sumOf(school, stage, sums);
    const ready = usable(school, ratio, stage);
    if (!amount) return readySample(school, ratio);
    return [{ school, ratio, ...amount, value: (amount.total * per) / pupils, ready: ready?.figure ?? null }];
  });
}

function readySample(school: School, ratio: string): Sample[] {
  return school.stages.flatMap((stage) => {
    const ready = usable(school, ratio, stage);
    return ready ? [{ school, ratio, fact: ratio, scope: ready.scope, figure: ready.figure, value: ready.figure.value ?? 0, ready: null }] : [];
  });
}

function usable(school: School, fact: string, stage: Scope): { readonly figure: Figure; readonly scope: Scope } | null {
  for (const scope of [stage, "school"] as const) {
    const figure = school.figures[fact]?.[scope];
    if (figure && figure.value !== null && figure.value >= 0) return { figure, scope };
  }
  return null;
}

function sumOf(school: School, stage: Scope, sums: readonly (readonly string[])[]): { total: number; fact: string; figure: Figure; scope: Scope } | null {
  for (const sum of sums) {
    const parts = sum.map((term) => ({ sign: term.startsWith("-") ? -1 : 1, found: usable(school, term.replace("-", ""), stage) }));
    const first = parts[0]?.found;
    if (!first || parts.some(({ found }) => found === null)) continue;
    return { total: parts.reduce((total, { sign, found }) => total + sign * (found?.figure.value ?? 0), 0), fact: sum[0] ?? "", ...first };
  }
  return null;
}

function grouped(samples: readonly Sample[]): ReadonlyMap<string, Sample[]> {
  const groups = new Map<string, Sample[]>();
  for (const sample of samples) {
    const key = `${sample.ratio}|${sample.school.stages.join()}`;
    const group = groups.get(key) ?? [];
    group.push(sample);
    groups.set(key, group);
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

function askFar({ school, fact, figure, value, ratio }: Sample, middle: number): Problem {
  const key = answerKey.confirm(fact, plain(school.name));
  const choices = [{ label: "数据无误", answer: { kind: "confirmed" as const, value: true } }];
  return problem("far-from-median", spotOf(figure), `“${school.name}”${termOf(ratio)}为 ${short(value)}，同学段中位数为 ${short(middle)}，相差 ${String(FAR)} 倍以上`, "请核对数值和单位；确认无误前该指标为“数据不足”", { question: { key, choices } });
}

function withhold(school: School, { fact, scope, figure }: Sample): School {
  const why = `${figure.cell?.split("!").pop() ?? ""} 与同学段其他学校相差过大，请核对或确认无误`;
  return { ...school, figures: { ...school.figures, [fact]: { ...school.figures[fact], [scope]: { ...figure, value: null, why } } } };
}
