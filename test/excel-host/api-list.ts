/**
 * Which classes and members Excel's API has, and since which requirement set: read from the text of `@types/office-js`.
 * Levels are numbers that sort: ExcelApi 1.9 is 109, 1.14 is 114.
 */
export interface ApiMember {
  readonly level: number;
  /** The class of the object it gives, or `null` for plain data. */
  readonly gives: string | null;
  readonly isMethod: boolean;
}
export type ApiList = Readonly<Record<string, Readonly<Record<string, ApiMember>>>>;

/** Everything, also what only Excel on the web or on the desktop has. */
export const CURRENT = 999;
const ONLY_SOMEWHERE = 200;

/** `1.14` → 114. */
export function levelOf(version: string): number {
  const [major = "1", minor = "0"] = version.split(".");
  return Number(major) * 100 + Number(minor);
}

/** Reads the declarations of the `Excel` namespace. Works line by line: the file is large and regular. */
export function readApiList(declarations: string): ApiList {
  const start = declarations.indexOf("declare namespace Excel {");
  const lines = declarations.slice(start, declarations.indexOf("\ndeclare namespace", start + 1)).split("\n");
  const list: Record<string, Record<string, ApiMember>> = {};
  let members: Record<string, ApiMember> | null = null;
  let level = 0;
  for (const line of lines) {
    const head = /^ {4}class (\w+) extends OfficeExtension\.ClientObject/.exec(line);
    if (head?.[1]) list[head[1]] = members = {};
    else if (line === "    }") members = null;
    if (members === null) continue;
    const set = /\[Api set: (\w+) (\d+\.\d+)/.exec(line);
    if (set?.[2]) level = set[1] === "ExcelApi" ? levelOf(set[2]) : ONLY_SOMEWHERE;
    const member = /^ {8}(?:readonly )?(\w+)\??(\(|:)/.exec(line);
    if (!member?.[1]) continue;
    const gives = /(?:\)|\w\??): Excel\.(\w+);/.exec(line)?.[1] ?? null;
    // Overloads: the earliest set counts.
    const known = members[member[1]];
    members[member[1]] = { level: known ? Math.min(known.level, level) : level, gives, isMethod: member[2] === "(" };
    level = 0;
  }
  for (const own of Object.values(list)) for (const [name, member] of Object.entries(own)) if (member.gives !== null && !(member.gives in list)) own[name] = { ...member, gives: null };
  return list;
}
