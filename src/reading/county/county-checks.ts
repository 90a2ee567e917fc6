import type { Figure } from "../../engine";
import type { Problem } from "../model";
import { problem } from "../problems";
import { spotOfCell } from "../spots";
import { countyFact } from "./county-words";

type Figures = Readonly<Record<string, Figure>>;

/** Sums that cannot be more than others (部分不大于总体): the first fact of the part is doubted, of a whole of 0 the whole, and missing until mended. */
const AT_MOST: readonly (readonly [part: readonly string[], whole: readonly string[]])[] = [
  [["ruralPopulation"], ["population"]],
  [["teachingPointsOver"], ["teachingPoints"]],
  [["primaryTeachers"], ["primaryStaff"]],
  [["juniorTeachers"], ["juniorStaff"]],
  [["teachersTrained"], ["teachersToTrain"]],
  [["rotated"], ["rotationEligible"]],
  [["rotatedBackbone"], ["rotated"]],
  [["teachersCertified"], ["teachersOnDuty"]],
  [["nearbyPrimary"], ["newPrimary"]],
  [["nearbyJunior"], ["newJunior"]],
  [["seniorQuotaAllocated"], ["seniorQuota"]],
  [["seniorQuotaRural"], ["seniorQuotaAllocated"]],
  [["migrantPublic", "migrantPurchased"], ["migrantEligible"]],
  [["died"], ["entrants"]],
  [["disabledEnrolled"], ["disabledChildren"]],
  [["disabledSpecial"], ["disabledEnrolled"]],
  [["valid"], ["surveyed"]],
  [["satisfied"], ["valid"]],
  [["visitedSatisfied"], ["visited"]],
  [["validParents"], ["surveyedParents"]],
  [["satisfiedParents"], ["validParents"]],
  [["visitedSatisfiedParents"], ["visitedParents"]],
  [["surveyedParents"], ["surveyed"]],
  [["validParents"], ["valid"]],
  [["visitedParents"], ["visited"]],
  [["basicYear"], ["applicationYear"]],
];

/** Finds figures of a county form that contradict each other (互相矛盾的数): told with both cells; nothing passes on one of them. */
export function checkCounty(figures: Figures): { readonly figures: Figures; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const kept: Record<string, Figure> = { ...figures };
  const doubt = (rule: string, ids: readonly string[], text: string, remedy: string) => {
    const [first] = ids;
    const figure = first === undefined ? undefined : figures[first];
    if (first === undefined || !figure) return;
    problems.push(problem(rule, spotOfCell(figure.cell), text, `${remedy}；更正前“${termOf(first)}”按缺数处理`, { severity: "error" }));
    kept[first] = { value: null, cell: figure.cell, why: `${text}，${remedy}` };
  };
  for (const [part, whole] of AT_MOST) {
    const [less, more] = [part, whole].map((names) => sumOf(figures, names));
    if (less && more && less.value > more.value) doubt("county-exceeds", more.value === 0 ? more.ids : less.ids, `${less.text}，多于${more.text}`, "请核对是否填反或填错");
  }
  checkRetention(figures, doubt);
  return { figures: kept, problems };
}

type Doubt = (rule: string, ids: readonly string[], text: string, remedy: string) => void;

/** 巩固率: those who stayed cannot be more than those who came. */
function checkRetention(figures: Figures, doubt: Doubt): void {
  const [stayed, came] = [sumOf(figures, ["graduates", "transferredOut"]), sumOf(figures, ["entrants", "transferredIn"])];
  const died = figures["county.died"]?.value ?? 0;
  if (stayed && came && stayed.value > came.value - died) doubt("county-retention", [figures["county.entrants"]?.value === died ? "county.entrants" : "county.graduates"], `${stayed.text}，多于${came.text}（减去死亡 ${String(died)} 人），巩固率将超过 100%`, "请核对毕业、转入、转出人数");
}

const termOf = (id: string) => (countyFact(id)?.term ?? id).replace(/^其中：/, "");

/** The sum of figures that are all there, in words with their cells. */
function sumOf(figures: Figures, names: readonly string[]): { readonly value: number; readonly text: string; readonly ids: readonly string[] } | null {
  const ids = names.map((name) => `county.${name}`);
  const found = ids.map((id) => figures[id]);
  if (found.some((figure) => figure?.value === null || figure?.value === undefined)) return null;
  const value = found.reduce((sum, figure) => sum + (figure?.value ?? 0), 0);
  const text = ids.map((id, i) => `${found[i]?.cell?.split("!").pop() ?? ""}“${termOf(id)}” ${String(found[i]?.value ?? "")}`).join(" 加 ");
  return { value, text, ids };
}
