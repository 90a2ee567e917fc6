import type { ListedClass, School, Stage } from "../../engine";
import type { Problem } from "../model";
import { parseNumber } from "../numbers";
import { problem, someOf } from "../problems";
import { spotOfCell } from "../spots";
import type { ListedRow } from "./assign";
import { cellOf, nameOf, placeOf, placesOf, rangeOf } from "./cells";
import type { Count } from "./fill";
import type { RawList } from "./find-list";

/** Classes by school, what adds up from them, and cells that say no number (班级名册的清点). */
export function countClasses(list: RawList, rows: ReadonlyMap<number, readonly ListedRow[]>, schools: readonly School[]): { readonly classes: ReadonlyMap<number, readonly ListedClass[]>; readonly counts: readonly Count[]; readonly problems: readonly Problem[] } {
  const classes = new Map<number, readonly ListedClass[]>();
  const counts: Count[] = [];
  const unread: string[] = [];
  let firstUnread: string | null = null;
  for (const [index, own] of rows) {
    const listed = own.map((row): ListedClass => {
      const { value } = parseNumber(cellOf(list, row, "students"));
      if (value === null || value < 0) {
        unread.push(nameOf(list, row, "students"));
        firstUnread ??= placeOf(list, row, "students");
      }
      return { stage: row.stage, students: value !== null && value >= 0 ? value : null, cell: placeOf(list, row, "students") };
    });
    classes.set(index, listed);
    for (const stage of stagesOf(schools[index], own)) counts.push(...countsOf(list, index, stage, own.map((row, i) => ({ row, listed: listed[i] }))).filter(({ fact }) => fact === "students" || !lacksClasses(schools[index], listed)));
  }
  const problems = firstUnread === null ? [] : [problem("list-blank", spotOfCell(firstUnread), `班级名册 ${someOf(unread, 6)} 没有填人数或读不出，这些班按缺数处理`, "请补填班级人数；没有学生的班请删除该行", { severity: "error" })];
  return { classes, counts, problems };
}

/** Whether the school's own figures say that classes are left out of the list: then its number of classes and its largest are not the school's. */
function lacksClasses(school: School | undefined, listed: readonly ListedClass[]): boolean {
  const own = (fact: string) => {
    const scopes = school?.figures[fact] ?? {};
    const parts = (school?.stages ?? []).map((stage) => scopes[stage]?.value ?? null);
    return scopes.school?.value ?? (parts.length > 0 && !parts.includes(null) ? parts.reduce<number>((sum, part) => sum + (part ?? 0), 0) : null);
  };
  const [classes, students] = [own("classes"), own("students")];
  if (classes !== null) return classes > listed.length;
  const sizes = listed.map((one) => one.students ?? 0);
  return students !== null && students - sizes.reduce((sum, size) => sum + size, 0) >= Math.max(1, Math.min(...sizes));
}

/** Stages to add up by: each stage of a school of several, if every class says its own; else the whole school. */
function stagesOf(school: School | undefined, rows: readonly ListedRow[]): readonly (Stage | null)[] {
  const stages = school?.stages ?? [];
  if (stages.length === 1) return [stages[0] ?? null];
  return stages.length > 1 && rows.every(({ stage }) => stage !== null) ? stages : [null];
}

function countsOf(list: RawList, school: number, stage: Stage | null, all: readonly { readonly row: ListedRow; readonly listed: ListedClass | undefined }[]): Count[] {
  const own = all.filter(({ row }) => stage === null || row.stage === stage);
  const rows = own.map(({ row }) => row);
  const sizes = own.map(({ listed }) => listed?.students ?? null);
  if (rows.length === 0) return [];
  const cell = rangeOf(list, rows, "students");
  const cells = placesOf(list, rows, "students");
  const open = own.filter(({ listed }) => listed?.students === null).map(({ row }) => nameOf(list, row, "students"));
  const base = { school, stage, cells };
  const number = { ...base, fact: "classes", figure: { value: rows.length, cell } };
  if (open.length > 0) return [number];
  const sum = sizes.reduce<number>((total, size) => total + (size ?? 0), 0);
  return [number, { ...base, fact: "students", figure: { value: sum, cell } }, { ...base, fact: "largestClass", figure: { value: Math.max(...sizes.map((size) => size ?? 0)), cell } }];
}
