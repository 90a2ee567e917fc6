import type { Figure, Stage } from "./model";
import type { Resolution, Source } from "./formula";
import { plain } from "./number";
import type { Layout } from "./split";
import { isTooCoarse } from "./stages";
import type { Fact, Indicator, Standard } from "./standard";
import { STAGE_TERMS } from "./terms";

/** What explaining knows about one school, stage and indicator. */
interface Missing {
  readonly indicator: Indicator;
  readonly layout: Layout;
  readonly stage: Stage;
  readonly found: Resolution;
  readonly fact: (id: string) => Pick<Fact, "term" | "unit">;
}

function whyBlank(term: string, figure: Figure | undefined): string {
  if (figure && figure.value !== null && figure.value < 0) return `${term}为负数 ${plain(figure.value)}${figure.cell ? `（${figure.cell}）` : ""}，请更正`;
  if (figure?.why) return figure.why.includes(term) ? figure.why : `${term}：${figure.why}`;
  return figure?.cell ? `${term}为空（${figure.cell}），请补填` : `缺少${term}，请补填`;
}

function studentTexts({ layout, stage, fact }: Missing, all: boolean): string[] {
  return layout.parts
    .filter((part) => (all || part.scope === stage) && part.students !== part.students)
    .map((part) => whyBlank(`${layout.parts.length > 1 ? STAGE_TERMS[part.scope] : ""}${fact("students").term}`, part.figure));
}

function sourceText(source: Source, { layout, stage, fact }: Missing): string[] {
  const { term } = fact(source.term.fact);
  const at = source.figure?.cell ? `（${source.figure.cell}）` : "";
  const departments = layout.parts.map((part) => `${STAGE_TERMS[part.scope]}部`).join("、");
  switch (source.trouble) {
    case null:
    case "needsStudents":
      return [];
    case "noColumn":
      return [`表中没有“${term}”一列，请补充该列`];
    case "otherStageOnly":
      return [`${STAGE_TERMS[stage]}部缺少${term}，而其他学段已单列，请补填`];
    case "needsStage":
      return [`${term}${at}为全校合计，不能拆分，请补填${departments}教师数`];
    default:
      return [whyBlank(layout.parts.length > 1 && source.scope !== "school" ? `${STAGE_TERMS[stage]}${term}` : term, source.figure)];
  }
}

/** What is missing for one indicator, with the remedy, one line each (R7, R10, R12, R13). Never empty. */
export function missingTexts(one: Missing, standard: Standard): string[] {
  const { found, indicator, stage, fact } = one;
  const divided = found.sources.some((source) => source.trouble === "needsStudents" || source.division !== null);
  const texts = [...studentTexts(one, divided), ...found.sources.flatMap((source) => sourceText(source, one))];
  if (found.ratio && isTooCoarse(found.ratio, indicator, stage, standard.schoolRule.floor)) {
    const at = found.ratio.cell ? `（${found.ratio.cell}）` : "";
    return [`表中生均值 ${found.ratio.value ?? ""}${at} 的小数位数不足以确定在标准线的哪一边，请补充“${indicator.short[0] ?? indicator.term}”总数和在校生数`];
  }
  const bare = found.sources.every((source) => source.trouble === "noColumn");
  if (bare && found.ratio?.value === null) return [whyBlank(fact(indicator.formula.ratio).term, found.ratio)];
  if (texts.length > 0) return texts;
  if (found.sources.length === 0) return [`表中没有“${indicator.short[0] ?? indicator.term}”的数据列，请补充`];
  const names = found.sources.map((source) => `${fact(source.term.fact).term}${source.figure?.cell ? `（${source.figure.cell}）` : ""}`);
  return [`${names.join(" − ")} 小于 0，请核对`];
}
