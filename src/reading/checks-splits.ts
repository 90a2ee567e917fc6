import type { Figure, School, Scope } from "../engine/model";
import type { Answers, Problem } from "./model";
import { answerKey, yesOrNo } from "./answers";
import { termOf } from "./heading";
import { baseName } from "./names";
import { problem } from "./problems";
import { spotOfCell } from "./spots";

/** What the stages of a school use together: a stage's row holds its part of these, never the whole. */
const SHARED = ["teachingArea", "teachingAreaNet", "indoorSportArea", "sportFieldArea", "sportArea", "gymArea", "equipmentValue", "multimediaRooms"];
const FEWEST = 2;

interface Total {
  readonly fact: string;
  readonly scope: Scope;
  readonly figure: Figure;
}

/** Rows of one school's two stages that hold the same totals have not been split (典型错误 3): withheld until confirmed. */
export function checkSplits(schools: readonly School[], answers: Answers): { readonly schools: readonly School[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const withheld = new Map<School, School>();
  for (const [name, [one, other, ...more]] of stageRows(schools)) {
    if (!one || !other || more.length > 0 || one.stages[0] === other.stages[0]) continue;
    const same = sameTotals(one, other);
    const first = same[0];
    if (!first || yesOrNo(answers, answerKey.confirm("split", name), "confirmed") === true) continue;
    problems.push(ask(name, one, other, same, first));
    const why = `与 ${other.place}、${one.place} 两行相同，像是全校总数，请按学段拆分或确认无误`;
    for (const school of [one, other]) withheld.set(school, without(school, same, why));
  }
  return { schools: schools.map((school) => withheld.get(school) ?? school), problems };
}

/** Rows that speak of one stage only, by the school's name without its part. */
function stageRows(schools: readonly School[]): ReadonlyMap<string, School[]> {
  const rows = new Map<string, School[]>();
  for (const school of schools) {
    if (!school.ownStageOnly || school.stages.length !== 1) continue;
    const name = baseName(school.name);
    const list = rows.get(name);
    if (list) list.push(school);
    else rows.set(name, [school]);
  }
  return rows;
}

/** The shared facts of two rows if all that both hold are alike, and enough of them. */
function sameTotals(one: School, other: School): readonly Total[] {
  const same: Total[] = [];
  for (const fact of SHARED) {
    const [mine, theirs] = [totalOf(one, fact), totalOf(other, fact)];
    if (!mine?.figure.value || !theirs?.figure.value) continue;
    if (mine.figure.value !== theirs.figure.value) return [];
    same.push(mine);
  }
  return same.length >= FEWEST ? same : [];
}

function totalOf(school: School, fact: string): Total | null {
  const scopes = school.figures[fact] ?? {};
  for (const scope of [...school.stages, "school" as const]) {
    const figure = scopes[scope];
    if (figure && figure.value !== null) return { fact, scope, figure };
  }
  return null;
}

function ask(name: string, one: School, other: School, same: readonly Total[], first: Total): Problem {
  const choices = [{ label: "数据无误，已按学段拆分", answer: { kind: "confirmed" as const, value: true } }];
  return problem("same-in-both-stages", spotOfCell(first.figure.cell), `“${one.name}”与“${other.name}”（${other.place}）的${same.map(({ fact }) => termOf(fact)).join("、")}完全相同，像是两行都填了全校总数`,
    "请按学段拆分后填报；确认无误前这些指标为“数据不足”", { question: { key: answerKey.confirm("split", name), choices } });
}

function without(school: School, same: readonly Total[], why: string): School {
  const figures = { ...school.figures };
  for (const { fact } of same) {
    const own = totalOf(school, fact);
    if (own) figures[fact] = { ...figures[fact], [own.scope]: { ...own.figure, value: null, why } };
  }
  return { ...school, figures };
}
