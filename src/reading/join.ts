import type { Figures, School } from "../engine/model";
import type { Answers, Problem } from "./model";
import { answerKey, yesOrNo } from "./answers";
import { problem } from "./problems";
import type { ReadTable } from "./read-table";
import { cellAt } from "./tables";
import { plain } from "./text";

/** Facts that commonly stand in every table of a workbook. */
const COMMON: ReadonlySet<string> = new Set(["students", "classes", "grades", "fullTimeTeachers"]);

export interface Joined {
  readonly schools: readonly School[];
  readonly problems: readonly Problem[];
  /** Tables that somebody decided not to use. */
  readonly unused: ReadonlySet<ReadTable>;
  /** Tables whose schools were joined to another table's. */
  readonly partners: ReadonlySet<ReadTable>;
}

export const tableKey = (table: ReadTable) => answerKey.table(table.raw.block.sheet, table.raw.title);

/**
 * Joins tables about the same schools (多表合并): different facts of one school come together; the same fact twice with
 * different numbers is asked, never chosen.
 */
export function joinTables(tables: readonly ReadTable[], answers: Answers): Joined {
  const unused = new Set(tables.filter((table) => yesOrNo(answers, tableKey(table), "useTable") === false));
  const problems: Problem[] = [];
  const partners = new Set<ReadTable>();
  const kept: { table: ReadTable; schools: School[] }[] = [];
  for (const table of tables) {
    if (unused.has(table)) continue;
    const schools = table.schools.map(({ school }) => school);
    const partner = kept.find((other) => overlaps(other.schools, schools));
    if (!partner) {
      kept.push({ table, schools });
      continue;
    }
    partners.add(table);
    const clash = firstClash(partner.schools, schools);
    if (clash) {
      problems.push(askWhich(partner.table, table, clash));
      partner.schools = partner.schools.map((school) => ({ ...school, pending: school.pending ?? "两张表都有这些学校且数据不同，请确认用哪一张" }));
    } else {
      partner.schools = merged(partner.schools, schools);
      problems.push(told(partner.table, table));
    }
  }
  return { schools: kept.flatMap(({ schools }) => schools), problems, unused, partners };
}

/** Whether two rows may be one school in the same stage. */
function same(a: School, b: School): boolean {
  if (a.code !== null && b.code !== null ? a.code !== b.code : plain(a.name) !== plain(b.name)) return false;
  return a.pending !== null || b.pending !== null || a.stages.length === 0 || b.stages.length === 0 || a.stages.some((stage) => b.stages.includes(stage));
}

/** Finds the row of the same school among many, by code or by name. */
function finder(schools: readonly School[]): (school: School, also?: (other: School) => boolean) => School | undefined {
  const known = new Map<string, School[]>();
  const keep = (key: string, school: School) => {
    const list = known.get(key);
    if (list) list.push(school);
    else known.set(key, [school]);
  };
  for (const school of schools) {
    keep(`name|${plain(school.name)}`, school);
    if (school.code !== null) keep(`code|${school.code}`, school);
  }
  return (school, also = () => true) => {
    const fits = (other: School) => same(other, school) && also(other);
    return (school.code === null ? undefined : known.get(`code|${school.code}`)?.find(fits)) ?? known.get(`name|${plain(school.name)}`)?.find(fits);
  };
}

function overlaps(a: readonly School[], b: readonly School[]): boolean {
  const find = finder(a);
  const common = b.filter((school) => find(school) !== undefined).length;
  return common * 2 >= Math.min(a.length, b.length) && common > 0;
}

/** The first fact both tables hold of one school with different numbers. */
function firstClash(a: readonly School[], b: readonly School[]): { readonly a: string; readonly b: string; readonly name: string } | null {
  const find = finder(a);
  for (const school of b) {
    const other = find(school);
    if (!other) continue;
    for (const [fact, scopes] of Object.entries(school.figures)) for (const [scope, figure] of Object.entries(scopes)) {
      const mine = other.figures[fact]?.[scope as keyof typeof scopes];
      if (mine && figure && mine.value !== null && figure.value !== null && Math.abs(mine.value - figure.value) > 1e-9) {
        return { name: school.name, a: `${mine.cell ?? ""} 为 ${String(mine.value)}`, b: `${figure.cell ?? ""} 为 ${String(figure.value)}` };
      }
    }
  }
  return null;
}

function merged(a: readonly School[], b: readonly School[]): School[] {
  const left = new Set(b);
  const find = finder(b);
  const both = a.map((school) => {
    const other = find(school, (candidate) => left.has(candidate));
    if (!other) return school;
    left.delete(other);
    const settledRow = school.pending === null ? school : other.pending === null ? other : school;
    return { ...settledRow, place: school.place, code: school.code ?? other.code, owner: school.owner ?? other.owner, town: school.town ?? other.town, type: school.type ?? other.type, figures: together(school.figures, other.figures), ...itemsOf(school, other) };
  });
  return [...both, ...left];
}

/** What is no figure: 城乡类型, bands of class sizes, rooms by size. */
function itemsOf(a: School, b: School): Pick<School, "location" | "bands" | "rooms"> {
  const [location, bands, rooms] = [a.location ?? b.location, a.bands ?? b.bands, a.rooms ?? b.rooms];
  return { ...(location && { location }), ...(bands && { bands }), ...(rooms && { rooms }) };
}

function together(a: Figures, b: Figures): Figures {
  const facts = new Set([...Object.keys(a), ...Object.keys(b)]);
  return Object.fromEntries([...facts].map((fact) => {
    const mine = a[fact] ?? {};
    const theirs = b[fact] ?? {};
    const scopes = { ...theirs, ...mine };
    for (const [scope, figure] of Object.entries(theirs)) {
      if (mine[scope as keyof typeof mine]?.value === null && figure.value !== null) scopes[scope as keyof typeof scopes] = figure;
    }
    return [fact, scopes] as const;
  }));
}

const label = (table: ReadTable) => `“${table.raw.block.sheet}”${table.raw.title ? `（${table.raw.title.slice(0, 30)}）` : ""}`;
const spotOf = (table: ReadTable) => cellAt(table.raw, table.raw.headerRows[0] ?? 0, table.raw.from);

function askWhich(first: ReadTable, second: ReadTable, clash: { readonly a: string; readonly b: string; readonly name: string }): Problem {
  const choices = [{ label: `不使用${label(second)}`, answer: { kind: "useTable", value: false } as const }];
  return problem("two-tables", spotOf(second), `${label(first)}与${label(second)}是同一批学校，但数据不同，例如“${clash.name}”：${clash.a}，${clash.b}`, `请确认用哪一张：不用${label(first)}的，请取消勾选该表`, {
    severity: "error", question: { key: tableKey(second), choices },
  });
}

function told(first: ReadTable, second: ReadTable): Problem {
  const extra = new Set(second.columns.flatMap(({ fact }) => (fact !== null && !COMMON.has(fact) ? [fact] : []))).size;
  return problem("tables-joined", spotOf(second), `${label(second)}与${label(first)}是同一批学校，已按校名合并（补充 ${String(extra)} 项数据）`, "如不应合并，请取消勾选其中一张表", { severity: "info" });
}
