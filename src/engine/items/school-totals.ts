import type { SchoolType } from "../model";
import { isOwner } from "../terms";
import type { HasBook } from "./book";
import type { Lack } from "./model";
import { distinct } from "./outcome";
import type { Desk, TestOf } from "./outcome";
import { amountIn, answerIn, isAsked } from "./whole-school";
import type { WholeSchool } from "./whole-school";

type Of = NonNullable<TestOf<"ratio">["schools"]>;

/** The schools' own figures added up. */
export interface Totals {
  readonly wholes: readonly WholeSchool[];
  /** NaN as soon as one school's is missing. */
  readonly numerator: number;
  readonly denominator: number;
  readonly lacks: readonly Lack[];
  /** Whether any school gives a figure of its own for it. */
  readonly given: boolean;
}

/** 公办 or not, by 举办者类型 as a code or in words; `null` when it cannot be told. */
export function isPublic(owner: string | null, { owners }: HasBook["book"]): boolean | null {
  if (isOwner(owner, owners.private)) return false;
  return isOwner(owner, owners.public) ? true : null;
}

/** Whether B13 asks for a school (R21): 城区和镇区, 公办, without boarding; what is unknown is named. */
function townPublicDay(desk: Desk, whole: WholeSchool): { readonly isIn: boolean; readonly lacks: readonly Lack[] } {
  const { name, place, owner } = whole.school;
  const boarding = answerIn(desk, whole, "isBoarding", Math.max);
  const open = isPublic(owner, desk.book);
  if (whole.location === "rural" || open === false || boarding.value === 1) return { isIn: false, lacks: [] };
  const lack = (what: string): Lack => ({ text: `${name}（${place}）缺“${what}”，无法确定是否属于城区和镇区公办非寄宿制学校，请补填`, where: "schoolSheet", fact: null, cell: place });
  const lacks = [...(whole.location ? [] : [lack("城乡类型")]), ...(open === null ? [lack("举办者类型")] : []), ...(boarding.value === 0 ? [] : [lack("是否寄宿制学校")])];
  return { isIn: true, lacks };
}

/** Adds up two figures over the schools a ratio speaks of. */
export function schoolTotals(desk: Desk, { numerator, denominator, stage, of = "all" }: Of, besides: readonly SchoolType[]): Totals {
  const kinds = desk.wholes.filter((whole) => isAsked(whole, besides) && (of !== "special" || whole.type === "special") && (stage === undefined || whole.stages.includes(stage) || whole.pending !== null));
  const scoped = kinds.map((whole) => ({ whole, ...(of === "townPublicDay" ? townPublicDay(desk, whole) : { isIn: true, lacks: [] }) })).filter(({ isIn }) => isIn);
  const given = (scoped.length > 0 ? scoped : kinds.map((whole) => ({ whole }))).some(({ whole }) => amountIn(desk, whole, numerator, stage ?? null).given);
  const parts = scoped.map(({ whole, lacks }) => {
    const [above, below] = [amountIn(desk, whole, numerator, stage ?? null), amountIn(desk, whole, denominator, stage ?? null)];
    const held: Lack[] = whole.pending === null ? [] : [{ text: `${whole.school.name}（${whole.school.place}）：${whole.pending}`, where: "schoolSheet", fact: null, cell: whole.school.place }];
    const open = [...held, ...lacks];
    return { above: open.length > 0 ? Number.NaN : above.value, below: open.length > 0 ? Number.NaN : below.value, lacks: [...open, ...above.lacks, ...below.lacks] };
  });
  return {
    wholes: scoped.map(({ whole }) => whole),
    numerator: parts.reduce((sum, { above }) => sum + above, 0),
    denominator: parts.reduce((sum, { below }) => sum + below, 0),
    lacks: distinct(parts.flatMap(({ lacks }) => lacks)),
    given,
  };
}
