import type { SheetBlock } from "../../grid/block";
import { isBlank } from "../../grid/block";
import type { ListKind } from "../model";
import { CERTAIN, readHeading } from "../heading";
import { headingPaths } from "../paths";
import { sortRows, type DataRow } from "../row-kinds";
import { scan } from "../scan";
import { tableAt, type RawTable } from "../tables";
import { plain, splitUnit } from "../text";

/** What a column of a list holds (名册的列). */
export type Role = "code" | "stage" | "grade" | "class" | "students" | "room" | "area" | "person" | "identity" | "fullTime" | "degree" | "subject" | "backbone" | "certificate" | "trained" | "hours" | "pupil";

/** A table with a row for each class, room or teacher rather than for each school (名册), before it is counted. */
export interface RawList {
  readonly kind: ListKind;
  readonly table: RawTable;
  readonly rows: readonly DataRow[];
  /** Column of each role, relative to the block. */
  readonly columns: Readonly<Partial<Record<Role, number>>>;
  readonly headings: Readonly<Partial<Record<Role, string>>>;
  /** Every column that says what a room is: its kind, its name, its use. */
  readonly roomColumns: readonly number[];
}

const ROLES: readonly (readonly [Role, RegExp])[] = [
  ["code", /^(?:学校|单位|学校\(机构\))?(?:标识码|代码|编码)$/],
  ["pupil", /学籍号|监护人|家长|就读方式|学生姓名|入学年月/],
  ["person", /^(?:教师|教职工|职工|老师)?姓名$|^教师名称$/],
  ["identity", /^(?:居民)?身份证(?:件)?(?:号码?)?$|^(?:身份)?证件号码?$/],
  ["stage", /^(?:所属|任教|任课|所教)?学段$/],
  ["certificate", /教师资格|^资格证|持证/],
  ["trained", /(?:完成|满|达到?).*(?:学时|培训)|培训.*(?:完成|达标|合格)/],
  ["hours", /(?:培训|累计|继续教育|近?五年).*学时|^学时数?$/],
  ["backbone", /骨干/],
  ["fullTime", /专任教师$|^(?:岗位|教师|人员|职工)(?:类别|类型|性质)$/],
  ["degree", /^(?:最高|现有?)?(?:学历|文化程度)(?:层次)?$/],
  ["subject", /^(?:主要)?(?:任教|任课|所教|教授|执教)?(?:学科|科目|课程)$/],
  ["grade", /^(?:所在|所属)?年级(?:名称)?$/],
  ["class", /^(?:教学|行政|所在)?班(?:级)?(?:名称|号|别|编号|次)?$/],
  ["room", /^(?:专用|功能)?(?:教室|用房|房间|场室|功能室)(?:名称|类别|类型|用途|性质|种类)?$|^(?:用途|名称|房间用途|教室用途)$/],
  ["area", /面积$/],
  ["students", /^(?:本班|班级|班)?(?:在籍|在校|实有|现有)?(?:学?生)?(?:总)?人数$|^(?:本班|班级)?(?:在籍|在校)?学生(?:总)?(?:人)?数$|^(?:在校|在籍)学?生(?:人)?数?$|^班额(?:人数)?$/],
];

const TEACHER: readonly Role[] = ["identity", "degree", "subject", "backbone", "certificate", "fullTime", "trained", "hours"];
const LIST_NAME = /^(?:所在|所属|任教|任职|工作|现)(?:学校|单位|校区)(?:名称)?$|^(?:学校|工作单位|单位)(?:名称)?$/;
/** Facts that a class list has too. */
const OF_CLASSES = /^(?:students|classes|grades)$/;
/** So many rows of one school on average are more than its stages. */
const ROWS_A_SCHOOL = 3;

/** The list a table is; `unknown` for one with many rows a school that is none we know; `null` for a table of schools. */
export function listOf(table: RawTable): RawList | "unknown" | null {
  const { columns, headings, roomColumns, others } = rolesOf(table);
  const has = (role: Role) => columns[role] !== undefined;
  let sorted: readonly DataRow[] | null = null;
  const rows = () => (sorted ??= sortRows(table).data);
  const list = (kind: ListKind): RawList => ({ kind, table, rows: rows(), columns, headings, roomColumns });
  if (has("person") && TEACHER.some(has) && !has("pupil")) return list("teachers");
  if (has("person") && (has("pupil") || has("class") || has("grade"))) return "unknown";
  if (has("room") && has("area") && !has("students") && !others) return list("rooms");
  const data = rows();
  const schools = new Set(data.map(({ name }) => plain(name))).size;
  const many = schools > 0 && data.length >= schools * ROWS_A_SCHOOL + (has("stage") ? schools : 0);
  if ((has("class") || has("grade")) && has("students") && !others && (many || namesClasses(table, data, columns.class ?? columns.grade ?? 0))) return list("classes");
  return many && schools > 1 ? "unknown" : null;
}

function rolesOf(table: RawTable): Pick<RawList, "columns" | "headings" | "roomColumns"> & { readonly others: boolean } {
  const columns: Partial<Record<Role, number>> = {};
  const headings: Partial<Record<Role, string>> = {};
  const roomColumns: number[] = [];
  let others = false;
  for (const { index, path } of headingPaths(table)) {
    if (index === table.nameColumn || path.length === 0) continue;
    const leaf = splitUnit(path[path.length - 1] ?? "").words;
    const role = ROLES.find(([, words]) => words.test(leaf))?.[0];
    if (role === "room") roomColumns.push(index);
    if (role && columns[role] === undefined) {
      columns[role] = index;
      headings[role] = path.join(" › ");
    } else if (!role) {
      const [first] = readHeading(path).candidates;
      others ||= first !== undefined && first.confidence >= CERTAIN && !OF_CLASSES.test(first.fact ?? "");
    }
  }
  return { columns, headings, roomColumns, others };
}

/** Whether a column names classes (一年级1班) rather than counting them (24). */
function namesClasses(table: RawTable, rows: readonly DataRow[], column: number): boolean {
  const texts = rows.filter(({ row }) => /[班级届]/.test(String(table.block.values[row]?.[column] ?? "")));
  return rows.length > 0 && texts.length * 2 > rows.length;
}

/** Lists whose schools stand under 工作单位 or 所在学校, which head no table of schools. */
export function findLists(block: SheetBlock): RawList[] {
  const seen = scan(block);
  for (let row = 0; row < Math.min(block.rows, 12); row += 1) {
    const column = (block.values[row] ?? []).findIndex((cell) => typeof cell === "string" && !isBlank(cell) && LIST_NAME.test(plain(cell)));
    const table = column < 0 ? null : tableAt(block, seen, { row, column });
    const found = table ? listOf(table) : null;
    if (found && found !== "unknown") return [found];
  }
  return [];
}
