import { STAGES, type Figure, type School, type Scope, type Stage } from "../../engine";
import { ITEM_BOOK } from "../../standards";
import type { Problem } from "../model";
import { problem } from "../problems";
import { spotOfCell } from "../spots";
import { termOf } from "../lists/fill";

/** Parts that cannot be more than their whole (部分不大于总体). The part is missing until one of them is mended. */
const AT_MOST: readonly (readonly [part: string, whole: string, remedy: string])[] = [
  ["teachersCertified", "fullTimeTeachers", "请核对是否把非专任教师计入"], ["teachersTrained", "fullTimeTeachers", "请核对是否把非专任教师计入"],
  ["trainingFunds", "publicFundsBudget", "请核对两列的单位和年度"], ["newStudentsNearby", "newStudents", "请核对就近入学与招生人数是否填反"],
  ["newStudents", "students", "请核对招生数与在校生数"], ["migrantStudents", "students", "请核对随迁子女数"], ["largestClass", "students", "请核对最大班额"],
  ["classesOverLimit", "classes", "请核对班级数"], ["musicRoomsQualified", "musicRooms", "请核对间数"], ["fineArtRoomsQualified", "fineArtRooms", "请核对间数"],
];

const LIMITS = ITEM_BOOK.items.flatMap(({ tests }) => tests.flatMap((test) => (test.kind === "classSize" ? [test.lines] : [])))[0];

interface Found {
  readonly figure: Figure;
  readonly scope: Scope;
  readonly value: number;
}

/** Figures of one school that contradict each other (自相矛盾的数): named with both cells; none of them can make an item pass. */
export function checkItemFigures(schools: readonly School[]): { readonly schools: readonly School[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const checked = schools.map((school) => {
    let current = school;
    const doubt: Doubt = (fact, found, text, remedy, rule = "item-exceeds") => {
      problems.push(problem(rule, spotOfCell(found.figure.cell), `“${school.name}”${text}`, `${remedy}；更正前“${termOf(fact)}”按缺数处理`, { severity: "error" }));
      const figure: Figure = { value: null, cell: found.figure.cell, why: `${text}，${remedy}` };
      current = { ...current, figures: { ...current.figures, [fact]: { ...current.figures[fact], [found.scope]: figure } } };
    };
    checkParts(school, doubt);
    checkLimits(school, doubt);
    problems.push(...checkBands(school));
    return current;
  });
  return { schools: checked, problems };
}

type Doubt = (fact: string, found: Found, text: string, remedy: string, rule?: string) => void;

const short = ({ figure }: Found) => figure.cell?.split("!").pop() ?? "";
const shown = ({ value, figure }: Found) => figure.written ?? String(value);

function checkParts(school: School, doubt: Doubt): void {
  for (const [part, whole, remedy] of AT_MOST) for (const scope of ["school", ...STAGES] as const) {
    const [less, more] = [at(school, part, scope), at(school, whole, scope) ?? sumOfStages(school, whole, scope)];
    if (less && more && less.value > more.value) doubt(part, less, `${short(less)}“${termOf(part)}”${shown(less)}，大于 ${short(more)}“${termOf(whole)}”${shown(more)}`, remedy);
  }
}

/** A whole-school figure against the stages' added up, or a stage's against the whole of a school that has no other. */
function sumOfStages(school: School, fact: string, scope: Scope): Found | null {
  if (scope !== "school") return school.stages.length === 1 ? at(school, fact, "school") : null;
  const parts = ([...STAGES, "senior"] as const).map((stage) => at(school, fact, stage)).filter((part) => part !== null);
  const [first] = parts;
  return first && school.stages.every((stage) => at(school, fact, stage) !== null) ? { ...first, value: parts.reduce((sum, { value }) => sum + value, 0) } : null;
}

function at({ figures }: School, fact: string, scope: Scope): Found | null {
  const figure = figures[fact]?.[scope];
  return figure && figure.value !== null ? { figure, scope, value: figure.value } : null;
}

/** 最大班额 above the limit beside 超班额班级数 0, or the other way round. */
function checkLimits(school: School, doubt: Doubt): void {
  for (const scope of ["school", ...STAGES] as const) {
    const stage: Stage | null = scope !== "school" ? scope : school.stages.length === 1 ? school.stages[0] ?? null : null;
    const [largest, over] = [at(school, "largestClass", scope), at(school, "classesOverLimit", scope)];
    if (!stage || !LIMITS || !largest || !over) continue;
    const isOver = largest.value > LIMITS[stage];
    if (isOver !== over.value > 0) doubt("classesOverLimit", over, `${short(largest)} 最大班额 ${String(largest.value)} 人，而 ${short(over)} 超过规定班额的班级数为 ${String(over.value)}`, "请核对这两个数", "class-size-differs");
  }
}

/** Bands that do not add up to the classes, or do not hold the largest class. */
function checkBands(school: School): Problem[] {
  const problems: Problem[] = [];
  for (const stage of [null, ...STAGES]) {
    const bands = (school.bands ?? []).filter((band) => band.stage === stage);
    const [first] = bands;
    if (!first || bands.some(({ classes }) => classes.value === null)) continue;
    const scope = stage ?? "school";
    const only = school.stages.length === 1 ? school.stages[0] : undefined;
    const sum = bands.reduce((total, { classes }) => total + (classes.value ?? 0), 0);
    const classes = at(school, "classes", scope) ?? sumOfStages(school, "classes", scope);
    const largest = at(school, "largestClass", scope) ?? (only && at(school, "largestClass", scope === "school" ? only : "school"));
    const tell = (text: string) => problems.push(problem("bands-differ", spotOfCell(first.classes.cell), `“${school.name}”${text}`, "请核对各班额段的班数"));
    if (classes && sum !== classes.value) tell(`各班额段共 ${String(sum)} 个班，而 ${short(classes)} 班级数为 ${String(classes.value)}`);
    const filled = bands.filter(({ classes: count }) => (count.value ?? 0) > 0);
    const top = filled.reduce<(typeof bands)[number] | undefined>((most, band) => (most && most.from > band.from ? most : band), undefined);
    if (largest && top && (largest.value < top.from || (top.to !== null && largest.value > top.to))) tell(`${short(largest)} 最大班额 ${String(largest.value)} 人，不在人数最多的一段（${String(top.from)}${top.to === null ? " 人及以上" : `–${String(top.to)} 人`}）之内`);
  }
  return problems;
}
