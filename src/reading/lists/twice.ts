import type { Problem } from "../model";
import { problem } from "../problems";
import { spotOfCell } from "../spots";
import type { ListedRow } from "./assign";
import { cellOf, nameOf, placeOf } from "./cells";
import type { RawList } from "./find-list";
import { identityOf, masked } from "./teacher";

type Rows = ReadonlyMap<number, readonly ListedRow[]>;

/** More than these are told together. */
const MOST_TOLD = 10;

/**
 * Finds teachers listed twice, by identity number (重复的教师): a second row in one school and stage counts once; a teacher of
 * two schools, or of two stages, counts in none until somebody decides. Numbers are told by their last four signs.
 */
export function clearTwice(list: RawList, rows: Rows): { readonly rows: Rows; readonly problems: readonly Problem[] } {
  if (list.columns.identity === undefined) return { rows, problems: [] };
  const people = new Map<string, { school: number; row: ListedRow }[]>();
  for (const [school, own] of rows) for (const row of own) {
    const identity = identityOf(cellOf(list, row, "identity"));
    if (identity !== null) people.set(identity, [...(people.get(identity) ?? []), { school, row }]);
  }
  const dropped = new Set<number>();
  const problems: Problem[] = [];
  for (const [identity, found] of people) {
    const [first, ...more] = found;
    if (!first || more.length === 0) continue;
    const apart = more.some(({ school, row }) => school !== first.school || row.stage !== first.row.stage);
    for (const { row } of apart ? found : more) dropped.add(row.row);
    problems.push(tell(list, identity, found.map(({ row }) => row), apart));
  }
  const kept = new Map([...rows].map(([school, own]) => [school, own.filter(({ row }) => !dropped.has(row))]));
  return { rows: kept, problems: shortened([...problems, ...tellCut(list, rows)]) };
}

function tell(list: RawList, identity: string, rows: readonly ListedRow[], apart: boolean): Problem {
  const [first] = rows;
  const places = rows.map((row) => `${nameOf(list, row, "identity")}（${row.name}）`).join("、");
  const spot = spotOfCell(first ? placeOf(list, first, "identity") : null);
  return apart
    ? problem("teacher-in-two-schools", spot, `证件号末四位 ${masked(identity)} 的教师出现在 ${places}，两处都没有计入`, "请只在任教的一处填报；交流轮岗教师按当地统计口径确定填在哪一校", { severity: "error" })
    : problem("teacher-twice", spot, `证件号末四位 ${masked(identity)} 的教师填了 ${String(rows.length)} 次：${places}，只计一次`, "请删除重复的行");
}

/** Eighteen digits kept as a number lose their last ones; two people then look alike. */
function tellCut(list: RawList, rows: Rows): Problem[] {
  const cut = [...rows.values()].flat().filter((row) => typeof cellOf(list, row, "identity") === "number");
  const [first] = cut;
  return first ? [problem("identity-as-number", spotOfCell(placeOf(list, first, "identity")), `有 ${String(cut.length)} 个证件号以数字存放，末几位可能已丢失，不能用来查重`, "请把该列设为文本格式后重新录入", { severity: "info" })] : [];
}

function shortened(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length <= MOST_TOLD) return problems;
  const [first] = problems;
  const rest = problems.length - MOST_TOLD;
  return first ? [...problems.slice(0, MOST_TOLD), { ...first, id: `${first.id}|more`, text: `另有 ${String(rest)} 名教师重复填报` }] : [];
}
