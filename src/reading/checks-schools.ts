import { mayBeOne } from "../engine";
import { STAGES, type Figures, type School, type SchoolType, type Scope } from "../engine/model";
import type { Problem } from "./model";
import { baseName } from "./names";
import { answerKey } from "./answers";
import { problem, someOf, type Spot } from "./problems";
import { spotOfCell } from "./spots";
import { DEFAULT_STANDARD } from "../standards";
import type { ReadTable } from "./read-table";
import type { ReadSchool } from "./schools";
import { cellAt } from "./tables";
import { plain } from "./text";

const TYPE_CHOICES: readonly (readonly [SchoolType, string])[] = [
  ["primary", "小学"], ["junior", "初级中学"], ["nineYear", "九年一贯制学校"], ["twelveYear", "十二年一贯制学校"], ["complete", "完全中学"], ["teachingPoint", "教学点"], ["senior", "高级中学"],
];

const spotOf = (table: ReadTable, read: ReadSchool): Spot => cellAt(table.raw, read.row.row, table.raw.nameColumn);

/** Schools whose stage and type nothing in the workbook settles (R12). */
export function checkStages(table: ReadTable, isSettled: (school: School) => boolean): Problem[] {
  const pending = table.schools.filter(({ school, reading }) => reading.pending !== null && !isSettled(school));
  const problems = pending.map((read) => askType(table, read));
  const first = pending[0];
  if (first && pending.length > 1) {
    const proposals = pending.map(({ school, reading }) => `${school.name}：${wordOf(reading.proposed)}`);
    problems.unshift(problem("types-proposed", spotOf(table, first), `${String(pending.length)} 所学校的学段和办学类型不明，按名称和在校生推断为：${someOf(proposals, 6)}`, "请一次确认，或逐校更正；确认前这些学校为“数据不足”", {
      severity: "error",
      question: { key: answerKey.types(table.raw.block.sheet), choices: [{ label: "推断都对", answer: { kind: "confirmed", value: true } }, { label: "逐校确认", answer: { kind: "confirmed", value: false } }] },
    }));
  }
  return problems;
}

/** Rows of one stage of schools that have several, asked once a school (R12). */
export function checkDoubtfulSplits(tables: readonly ReadTable[]): Problem[] {
  const asked = new Map<string, Problem>();
  for (const table of tables) for (const read of table.schools) {
    const name = plain(read.school.name);
    if (read.reading.doubtfulSplit && !asked.has(name)) asked.set(name, askSplit(table, read));
  }
  return [...asked.values()];
}

const wordOf = (type: SchoolType | null) => TYPE_CHOICES.find(([id]) => id === type)?.[1] ?? "不明";

function askType(table: ReadTable, read: ReadSchool): Problem {
  const { school, reading } = read;
  const proposed = TYPE_CHOICES.filter(([id]) => id === reading.proposed);
  const choices = [...proposed, ...TYPE_CHOICES.filter(([id]) => id !== reading.proposed)].map(([value, label]) => ({ label, answer: { kind: "type" as const, value } }));
  return problem("type-unknown", spotOf(table, read), `“${school.name}”的学段和办学类型不明${reading.proposed ? `，推断为${wordOf(reading.proposed)}` : ""}`, "请确认办学类型，或在表中增加“办学类型”列", { question: { key: answerKey.type(plain(school.name)), choices } });
}

function askSplit(table: ReadTable, read: ReadSchool): Problem {
  const { school } = read;
  const choices = [
    { label: "已拆分，本行只是本学段的数", answer: { kind: "split" as const, value: true } },
    { label: "未拆分，本行是全校的数", answer: { kind: "split" as const, value: false } },
  ];
  return problem("split-unknown", spotOf(table, read), `“${school.name}”含多个学段，本行按单个学段读取`, "请确认校舍、场地、设备等是否已按学段拆分；未拆分的请补填其他学段在校生数", { question: { key: answerKey.split(plain(school.name)), choices } });
}

/** A school without a type and with fewer pupils than a 教学点 needs to be judged may be one: it waits until somebody says (R16). */
export function checkSmall(schools: readonly School[]): Problem[] {
  const least = DEFAULT_STANDARD.scope.teachingPointMinimum;
  return schools.flatMap(({ name, type, pending, stages, figures }) => {
    const [stage] = stages;
    const students = stage && (figures["students"]?.[stage] ?? figures["students"]?.school);
    const pupils = students?.value ?? 0;
    if (type !== null || pending !== null || stages.length !== 1 || !students?.cell || pupils <= 0 || pupils >= least) return [];
    const choices = TYPE_CHOICES.filter(([id]) => id === stage || id === "teachingPoint").map(([value, label]) => ({ label, answer: { kind: "type" as const, value } }));
    return [problem("small-school", spotOfCell(students.cell), `“${name}”在校生 ${String(pupils)} 人，不足 ${String(least)} 人，表中没有办学类型`, `请确认是小学还是教学点（不足 ${String(least)} 人的教学点不参评）；确认前为“数据不足”`, { question: { key: answerKey.type(plain(name)), choices } })];
  });
}

/** One school in one stage may stand in one row only; the others wait (重复学校). */
export function checkDuplicates(tables: readonly ReadTable[], joined: ReadonlySet<ReadTable>): { readonly problems: Problem[]; readonly doubled: ReadonlySet<string> } {
  const seen = new Map<string, { table: ReadTable; read: ReadSchool }[]>();
  const problems: Problem[] = [];
  const doubled = new Set<string>();
  for (const table of tables.filter((one) => !joined.has(one))) for (const read of table.schools) {
    for (const stage of read.school.stages) {
      const key = `${read.school.code ?? baseName(read.school.name)}|${stage}`;
      const others = seen.get(key) ?? [];
      const first = others.find((one) => mayBeOne(one.read.school, read.school));
      if (!first) {
        seen.set(key, [...others, { table, read }]);
        continue;
      }
      if (doubled.has(read.school.place)) continue;
      doubled.add(read.school.place).add(first.read.school.place);
      problems.push(twice(table, read, first.read));
    }
  }
  return { problems, doubled };
}

function twice(table: ReadTable, read: ReadSchool, first: ReadSchool): Problem {
  const [one, two] = [first.school, read.school];
  const extra = { severity: "error" } as const;
  if (one.stages.length === two.stages.length) {
    return problem("duplicate-school", spotOf(table, read), `“${two.name}”与 ${one.place} 同校同学段，出现两次`, "请删除重复的一行；若是两所学校，请写清校名或标识码；处理前两行均为“数据不足”", extra);
  }
  const [whole, part] = one.stages.length > two.stages.length ? [one, two] : [two, one];
  return problem("split-twice", spotOf(table, read), `“${whole.name}”（${whole.place}）按多个学段拆分，“${part.name}”（${part.place}）又单列了其中一个学段`, "若已拆分，请把前一行的办学类型和在校生改为只含其余学段；若未拆分，请删除后一行；处理前两行均为“数据不足”", extra);
}

const value = (figures: Figures, fact: string, scope: Scope) => figures[fact]?.[scope]?.value ?? null;

/** Figures of one school that cannot all be right (典型错误 3–7, 21). */
export function checkFigures(table: ReadTable): Problem[] {
  return table.schools.flatMap((read) => {
    const found: Problem[] = [];
    const tell = (rule: string, fact: string, scope: Scope, text: string, remedy: string) => {
      const at = table.columns.find((column) => column.fact === fact && column.scope === scope)?.path.index ?? table.raw.nameColumn;
      found.push(problem(rule, cellAt(table.raw, read.row.row, at), `“${read.school.name}”${text}`, remedy));
    };
    const { figures } = read.school;
    for (const scope of ["school", ...STAGES] as const) checkScope(figures, scope, tell);
    checkParts(figures, tell);
    return found;
  });
}

type Tell = (rule: string, fact: string, scope: Scope, text: string, remedy: string) => void;

const PARTS_OF_TEACHERS: readonly (readonly [rule: string, facts: readonly string[], word: string])[] = [
  ["degrees-exceed", ["teachersCollege", "teachersBachelor", "teachersMaster", "teachersDoctor"], "各学历教师之和"],
  ["degrees-exceed", ["teachersCollege", "teachersBachelor", "teachersPostgraduate"], "各学历教师之和"],
  ["degrees-exceed", ["teachersAboveRequired"], "高于规定学历教师"],
  ["degrees-exceed", ["teachersCollegeOrAbove"], "专科及以上学历教师"],
  ["degrees-exceed", ["teachersBachelorOrAbove"], "本科及以上学历教师"],
  ["backbone-exceeds", ["backboneTeachers"], "骨干教师"],
  ["subjects-exceed", ["sportArtTeachers"], "体育、艺术教师"],
];

function checkScope(figures: Figures, scope: Scope, tell: Tell): void {
  const at = (fact: string) => value(figures, fact, scope);
  const all = at("fullTimeTeachers");
  for (const [rule, facts, word] of all === null ? [] : PARTS_OF_TEACHERS) {
    const sum = facts.reduce((total, fact) => total + (at(fact) ?? 0), 0);
    const first = facts[0] ?? "";
    if (all !== null && facts.every((fact) => figures[fact] !== undefined) && sum > all) tell(rule, first, scope, `${word} ${String(sum)} 人，多于专任教师 ${String(all)} 人`, "请核对是否重复统计或填错列");
  }
  const [gross, indoor] = [at("teachingArea"), at("indoorSportArea")];
  if (gross !== null && indoor !== null && indoor > gross) tell("indoor-exceeds", "indoorSportArea", scope, `室内体育用房 ${String(indoor)} ㎡，大于教学及辅助用房 ${String(gross)} ㎡`, "请核对：室内体育用房是教学及辅助用房的一部分");
  const [field, sport] = [at("sportFieldArea"), at("sportArea")];
  if (field !== null && sport !== null && sport < field) tell("sport-below-field", "sportArea", scope, `体育运动场馆 ${String(sport)} ㎡，小于运动场地 ${String(field)} ㎡`, "请核对：场馆面积应包括运动场地");
  const [art, music, fineArt] = [at("artTeachersTotal"), at("musicTeachers"), at("fineArtTeachers")];
  if (art !== null && music !== null && fineArt !== null && art < music + fineArt) tell("art-below-parts", "artTeachersTotal", scope, `艺术教师（计）${String(art)} 人，少于音乐、美术之和 ${String(music + fineArt)} 人`, "请核对：“计”应包括音乐和美术");
}

/** Stage figures against those of the whole school. */
function checkParts(figures: Figures, tell: Tell): void {
  for (const [fact, scopes] of Object.entries(figures)) {
    const whole = scopes.school?.value ?? null;
    const parts = (["primary", "junior", "senior"] as const).map((scope) => scopes[scope]?.value ?? null);
    const sum = parts.reduce<number>((total, part) => total + (part ?? 0), 0);
    if (whole === null || parts.every((part) => part === null) || fact.startsWith("ratio")) continue;
    const every = parts[0] !== null && parts[1] !== null;
    if (sum > whole + 1e-6 || (every && parts[2] !== null && Math.abs(sum - whole) > 1e-6)) tell("parts-differ", fact, "school", `各学段之和 ${String(sum)} 与合计 ${String(whole)} 不符`, "请核对各学段数与合计数");
  }
}
