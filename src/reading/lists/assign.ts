import type { School, Stage, Steps } from "../../engine";
import { isBlank } from "../../grid/block";
import type { Problem } from "../model";
import { baseName, readName } from "../names";
import { problem, someOf } from "../problems";
import type { DataRow } from "../row-kinds";
import { cellAt } from "../tables";
import { plain, tidy } from "../text";
import { nameOf, stageOfRow, textOf } from "./cells";
import type { RawList } from "./find-list";

/** A row of a list with the stage it speaks of. */
export interface ListedRow extends DataRow {
  readonly stage: Stage | null;
}

export const LIST_TERMS = { classes: "班级名册", rooms: "专用教室名册", teachers: "教师名册" } as const;

/** The rows of a list by the school they belong to (index among the schools read). */
export interface Assigned {
  readonly rows: ReadonlyMap<number, readonly ListedRow[]>;
  readonly problems: readonly Problem[];
}

/** Rows between two stops. */
const AT_ONCE = 500;

/** Finds the school of each row (归校): by code, else by exact name; where a school has a row for each stage, by the row's stage. In steps: a roster has thousands of rows. */
export function* assign(list: RawList, schools: readonly School[]): Steps<Assigned> {
  const find = finder(schools);
  const rows = new Map<number, ListedRow[]>();
  const unknown = new Map<string, string>();
  const unsettled = new Map<string, string>();
  for (const [at, row] of list.rows.entries()) {
    if (at % AT_ONCE === 0) yield;
    const said = stageOfRow(list, row);
    if (said === "senior" || said === "kindergarten") continue;
    const part = readName(row.name).part;
    const stage = said ?? (part === "senior" ? null : part);
    const found = find(textOf(list, row, "code"), row.name);
    const own = found.length > 1 ? ownRows(list, schools, found, stage) : found;
    const [index] = own;
    if (index === undefined || own.length > 1) {
      const names = found.length === 0 ? unknown : unsettled;
      if (!names.has(row.name)) names.set(row.name, nameOf(list, row, "code"));
      continue;
    }
    const settled = { ...row, stage: stageIn(schools[index], stage, list.columns.stage !== undefined && !isBlank(textOf(list, row, "stage"))) };
    const known = rows.get(index);
    if (known) known.push(settled);
    else rows.set(index, [settled]);
  }
  return { rows, problems: [...tellUnknown(list, unknown), ...tellUnsettled(list, unsettled), ...tellNameless(list)] };
}

/** Of several rows the one of the stage; rooms belong to the whole school, whichever row of it they stand with. */
function ownRows(list: RawList, schools: readonly School[], found: readonly number[], stage: Stage | null): readonly number[] {
  const bases = new Set(found.map((i) => baseName(schools[i]?.name ?? "")));
  if (list.kind === "rooms" && bases.size === 1) return found.slice(0, 1);
  return found.filter((i) => stage !== null && schools[i]?.stages.includes(stage));
}

/** A school of one stage has no classes of the other, whatever its grades are called (五四学制), unless a 学段 column says so. */
function stageIn(school: School | undefined, stage: Stage | null, written: boolean): Stage | null {
  const [only] = school?.stages ?? [];
  return school?.stages.length === 1 && only !== undefined && !written ? only : stage;
}

function finder(schools: readonly School[]): (code: string, name: string) => readonly number[] {
  const known = new Map<string, number[]>();
  schools.forEach(({ name, code }, i) => {
    const keys = new Set([`name|${plain(name)}`, `base|${baseName(name)}`, ...(code === null ? [] : [`code|${code}`])]);
    for (const key of keys) known.set(key, [...(known.get(key) ?? []), i]);
  });
  return (code, name) => (code === "" ? undefined : known.get(`code|${code}`)) ?? known.get(`name|${plain(name)}`) ?? known.get(`base|${baseName(name)}`) ?? [];
}

const spotOf = (list: RawList, row = list.table.headerRows[0] ?? 0) => cellAt(list.table, row, list.table.nameColumn);

function tellUnknown(list: RawList, names: ReadonlyMap<string, string>): Problem[] {
  if (names.size === 0) return [];
  const told = someOf([...names.keys()].map((name) => `“${tidy(name)}”`), 6);
  const first = list.rows.find(({ name }) => names.has(name));
  return [problem("list-unknown-school", spotOf(list, first?.row), `${LIST_TERMS[list.kind]}（“${list.table.block.sheet}”）中的 ${told} 在学校数据表中找不到，这些行没有计入`, "请把校名改得与学校数据表一致，或两张表都加上学校标识码")];
}

function tellUnsettled(list: RawList, names: ReadonlyMap<string, string>): Problem[] {
  if (names.size === 0) return [];
  const told = someOf([...names.keys()].map((name) => `“${tidy(name)}”`), 6);
  const first = list.rows.find(({ name }) => names.has(name));
  return [problem("list-stage", spotOf(list, first?.row), `${LIST_TERMS[list.kind]}中的 ${told} 在学校数据表中不止一行，看不出属于哪一行，没有计入`, "请在名册中增加“学段”列")];
}

function tellNameless({ table, kind }: RawList): Problem[] {
  const blank: number[] = [];
  const filled = (cells: readonly unknown[]) => cells.filter((cell) => cell !== null && cell !== "").length;
  for (let row = table.firstData; row < table.endData; row += 1) {
    const cells = table.block.values[row] ?? [];
    const merged = table.block.merges.some((area) => area.rows > 1 && row >= area.row - table.block.row && row < area.row - table.block.row + area.rows && table.nameColumn === area.column - table.block.column);
    const rest = cells.slice(table.from, table.to);
    if (isBlank(cells[table.nameColumn]) && !merged && filled(rest) > 2 && !rest.some((cell) => typeof cell === "string" && /合计|总计|小计/.test(cell))) blank.push(row);
  }
  const [first] = blank;
  if (first === undefined) return [];
  return [problem("list-no-school", spotOf({ table } as RawList, first), `${LIST_TERMS[kind]}第 ${someOf(blank.map((row) => String(table.block.row + row + 1)), 5)} 行没有校名，没有计入`, "请补填学校名称；一个校名管几行的请逐行填写，或合并单元格")];
}
