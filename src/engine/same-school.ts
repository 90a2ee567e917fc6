import { baseName, STAGE_PART } from "./base-name";
import type { School, SchoolType } from "./model";

/** Only a row that speaks of one stage of its school has mates; two whole schools may share a name. */
function isPart({ stages, ownStageOnly, name }: School): boolean {
  return stages.length === 1 && (ownStageOnly || STAGE_PART.test(name.trim()));
}

/** Two rows may be of one school: of one code, else of one name unless their codes or towns differ. */
export function mayBeOne(one: School, other: School): boolean {
  if (one.code !== null && other.code !== null) return one.code === other.code;
  return nameKey(one) === nameKey(other) && (one.town === null || other.town === null || one.town === other.town);
}

function nameKey({ name }: School): string {
  return baseName(name.normalize("NFKC")).replace(/\s/g, "");
}

function fits(rows: readonly School[], row: School): boolean {
  return rows.every((other) => !other.stages.some((stage) => row.stages.includes(stage)) && mayBeOne(other, row));
}

/** The rows of each school together (同一所学校的各行, R21): a school kept in one row a stage is one school. Keeps the sheet's order. */
export function rowsBySchool(schools: readonly School[]): readonly (readonly School[])[] {
  const groups: School[][] = [];
  const known = new Map<string, School[][]>();
  for (const school of schools) {
    if (!isPart(school)) {
      groups.push([school]);
      continue;
    }
    const keys = [...(school.code === null ? [] : [`#${school.code}`]), nameKey(school)];
    const group = keys.flatMap((key) => known.get(key) ?? []).find((rows) => fits(rows, school)) ?? [];
    if (group.length === 0) groups.push(group);
    group.push(school);
    for (const key of keys) {
      const list = known.get(key);
      if (list === undefined) known.set(key, [group]);
      else if (!list.includes(group)) list.push(group);
    }
  }
  return groups;
}

/** What tells a school from others, the same when the sheet is read again (学校标识): its code, else its name, with its town or place where two share it. */
export function schoolKeys(schools: readonly School[]): ReadonlyMap<School, string> {
  const groups = rowsBySchool(schools).map((rows) => ({ rows, key: rows.find(({ code }) => code !== null)?.code ?? baseName(rows[0]?.name ?? "") }));
  const times = new Map<string, number>();
  for (const { key } of groups) times.set(key, (times.get(key) ?? 0) + 1);
  return new Map(groups.flatMap(({ rows, key }) => {
    const town = rows.find((row) => row.town !== null)?.town ?? rows[0]?.place ?? "";
    return rows.map((row) => [row, (times.get(key) ?? 0) > 1 ? `${key}（${town}）` : key] as const);
  }));
}

/** The type of a school by its rows: 小学 and 初中 in rows of their own are a 九年一贯制. */
export function typeOfRows(rows: readonly School[]): SchoolType | null {
  const types = rows.map(({ type }) => type).filter((type) => type !== null);
  const said = types.find((type) => type !== "primary" && type !== "junior");
  if (said !== undefined) return said;
  return rows.length > 1 && new Set(rows.flatMap(({ stages }) => stages)).size > 1 ? "nineYear" : (types[0] ?? null);
}
