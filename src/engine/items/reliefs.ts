import type { SwitchRule } from "../model";
import { reaches } from "../number";
import { numberOf, ruleOn } from "./book";
import type { Lack } from "./model";
import type { Desk } from "./outcome";
import { amountIn, answerIn } from "./whole-school";
import type { Amount, WholeSchool } from "./whole-school";

/** Whether a relief holds for a school: `null` when a figure it asks for is missing. */
export interface Relief {
  readonly rule: SwitchRule;
  readonly holds: boolean | null;
  readonly lacks: readonly Lack[];
}

interface Condition {
  readonly amount: Pick<Amount, "value" | "lacks">;
  readonly isTrue: (value: number) => boolean;
}

/** All conditions true: it holds; one false: it does not; else nobody knows yet. */
function relief(rule: SwitchRule, conditions: readonly Condition[]): Relief {
  const open = conditions.filter(({ amount }) => amount.value !== amount.value);
  if (conditions.some(({ amount, isTrue }) => amount.value === amount.value && !isTrue(amount.value))) return { rule, holds: false, lacks: [] };
  return { rule, holds: open.length > 0 ? null : true, lacks: open.flatMap(({ amount }) => amount.lacks) };
}

/** 有建设规划, which every relief of rooms and size asks for (R22). */
function hasPlan(desk: Desk, whole: WholeSchool): Condition {
  return { amount: answerIn(desk, whole, "hasBuildingPlan", Math.min), isTrue: (value) => value === 1 };
}

function builtBy(desk: Desk, whole: WholeSchool, rule: SwitchRule): Condition {
  return { amount: answerIn(desk, whole, "builtYear", Math.max), isTrue: (year) => year <= numberOf(rule, "builtBy") };
}

function isRural({ school, location }: WholeSchool): Condition {
  const lack: Lack = { text: `${school.name}（${school.place}）缺“城乡类型”，请补填`, where: "schoolSheet", fact: null, cell: school.place };
  return { amount: location === undefined ? { value: Number.NaN, lacks: [lack] } : { value: location === "rural" ? 1 : 0, lacks: [] }, isTrue: (value) => value === 1 };
}

/** 最大班额: as typed, else the largest of the class list. */
function largestClass(desk: Desk, whole: WholeSchool): Pick<Amount, "value" | "lacks"> {
  const sizes = whole.classes?.map(({ students }) => students ?? Number.NaN) ?? [];
  if (sizes.length > 0) return { value: Math.max(...sizes), lacks: sizes.some(Number.isNaN) ? [{ text: `${whole.school.name}：班级名册有班级缺学生数，请补填`, where: "classList", fact: null, cell: null }] : [] };
  return answerIn(desk, whole, "largestClass", Math.max);
}

/** Reliefs of music and art rooms (B3r) that are on, with whether each holds for the school. */
export function roomReliefs(desk: Desk, whole: WholeSchool): Relief[] {
  const built = ruleOn(desk, "reliefRoomsBuilt");
  const rural = ruleOn(desk, "reliefRoomsRural");
  return [
    ...(built ? [relief(built, [builtBy(desk, whole, built), hasPlan(desk, whole)])] : []),
    ...(rural
      ? [relief(rural, [
          isRural(whole),
          { amount: amountIn(desk, whole, "students"), isTrue: (value) => value < numberOf(rural, "studentsBelow") },
          { amount: largestClass(desk, whole), isTrue: (value) => value < numberOf(rural, "largestClassBelow") },
          hasPlan(desk, whole),
        ])]
      : []),
  ];
}

/** Reliefs of school size (B4r) that are on. A 十二年一贯制 has one only under a switch of its own. */
export function sizeReliefs(desk: Desk, whole: WholeSchool): Relief[] {
  const built = ruleOn(desk, "reliefSizeBuilt");
  const migrants = ruleOn(desk, "reliefSizeMigrants");
  if ((!built && !migrants) || (whole.type === "twelveYear" && !desk.switches.reliefSizeTwelveYear)) return [];
  const students = amountIn(desk, whole, "students");
  const guests = amountIn(desk, whole, "migrantStudents");
  const percent = 100;
  // Pupils known with 高中 in them are too many to divide by.
  const share = { value: students.exact ? (guests.value * percent) / students.value : Number.NaN, lacks: [...guests.lacks, ...students.lacks] };
  return [
    ...(built ? [relief(built, [builtBy(desk, whole, built), hasPlan(desk, whole)])] : []),
    ...(migrants ? [relief(migrants, [{ amount: share, isTrue: (value) => !reaches(numberOf(migrants, "shareAbove"), value) }, hasPlan(desk, whole)])] : []),
  ];
}
