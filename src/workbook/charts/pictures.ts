import { printed, STAGE_TERMS, STAGES, withinLimit, type Stage, type StageSummary } from "../../engine";
import type { Standard } from "../../engine/standard";
import { clean } from "../reports/figures";
import { resourceMark } from "../reports/frame";
import type { ReportContext } from "../reports/report";
import type { Picture } from "../sheet-plan";
import { FLOOR_COLOUR, LINE_COLOUR, STAGE_COLOURS } from "./palette";
import { figureText } from "./text";

/** What pictures are made of: a part of what every report is made of. */
export type PictureContext = Pick<ReportContext, "judgement" | "standard" | "book">;

/** Pictures of the whole county (图表): each stage's 差异系数 against its limit, 达标率 by indicator. */
export function pictures(context: PictureContext): Picture[] {
  const stages = STAGES.filter((stage) => context.judgement.stages[stage].rows > 0);
  if (stages.length === 0) return [];
  return [...stages.map((stage) => variationPicture(context, stage)), reachedPicture(context, stages)];
}

/** The indicators' names as pictures have room for. */
export function indicatorNames(standard: Standard): string[] {
  return standard.indicators.map((one) => one.short[0] ?? one.term);
}

/** R9: over the schools that have both figures; it never passes, and never looks like one that does. */
const PROVISIONAL = "暂算（缺数学校除外，不作判定）";

/** 差异系数 of one stage's indicators as columns, the limit as a line over them; 暂算 where a school lacks a figure (R9). */
function variationPicture(context: PictureContext, stage: Stage): Picture {
  const { judgement, standard } = context;
  const summary = judgement.stages[stage];
  const { places } = standard.variationRule;
  const categories = indicatorNames(standard);
  const values = categories.map((_, k) => summary.variation[k] ?? null);
  const provisional = values.map((value, k) => (value === null ? (summary.provisional[k] ?? null) : null));
  return {
    id: `variation-${stage}`,
    kind: "columns",
    title: `${STAGE_TERMS[stage]}校际差异系数与限值${resourceMark(context)}`,
    alt: variationAlt(summary, categories, places),
    categories,
    series: [
      { name: `${STAGE_TERMS[stage]}差异系数`, values, role: "value", colour: STAGE_COLOURS[stage] },
      ...(provisional.some((value) => value !== null) ? [{ name: PROVISIONAL, values: provisional, role: "value" as const, colour: FLOOR_COLOUR }] : []),
      { name: "限值", values: categories.map(() => summary.limit), role: "limit", colour: LINE_COLOUR },
    ],
    unit: "",
    places,
  };
}

function variationAlt(summary: StageSummary, names: readonly string[], places: number): string {
  const said = (wanted: (value: number) => boolean): string[] => names.flatMap((name, k) => {
    const value = summary.variation[k] ?? null;
    return value !== null && wanted(value) ? [`${name} ${exactText(value, summary.limit, places)}`] : [];
  });
  const within = said((value) => withinLimit(value, summary.limit));
  const over = said((value) => !withinLimit(value, summary.limit));
  const missing = names.flatMap((name, k) => ((summary.variation[k] ?? null) === null ? [provisionalText(summary, name, k, places)] : []));
  const parts = [part("超过限值", over), part("在限值之内", within), part("有学校缺数、数据不足，只作暂算", missing)].filter((text) => text !== "");
  return `${STAGE_TERMS[summary.stage]}${String(names.length)}项指标的校际差异系数，限值 ${String(clean(summary.limit))}。${parts.join("；")}。`;
}

function provisionalText(summary: StageSummary, name: string, k: number, places: number): string {
  const value = summary.provisional[k] ?? null;
  return value === null ? name : `${name} ${printed(value, places).toFixed(places)}（${String(summary.counted[k] ?? 0)}/${String(summary.rows)} 校）`;
}

function part(title: string, list: readonly string[]): string {
  return list.length === 0 ? "" : `${title}：${list.join("、")}`;
}

/** In the official places, or unrounded where rounding would hide on which side of the limit it lies. */
function exactText(value: number, limit: number, places: number): string {
  const short = printed(value, places);
  return withinLimit(short, limit) === withinLimit(value, limit) ? short.toFixed(places) : String(clean(value));
}

/** 达标率 by indicator, and of schools as a whole (表Ⅱ-1): all school-stages in scope are the denominator (R25). */
function reachedPicture(context: PictureContext, stages: readonly Stage[]): Picture {
  const { judgement, standard } = context;
  const categories = [...indicatorNames(standard), "学校判定"];
  const shape = { unit: "%", places: 1 };
  const series = stages.map((stage) => {
    const { reached, met, rows } = judgement.stages[stage];
    return { name: `${STAGE_TERMS[stage]}达标率`, values: [...reached, met].map((count) => clean((count * 100) / rows)), role: "value" as const, colour: STAGE_COLOURS[stage] };
  });
  const said = series.map((one) => `${one.name}：${categories.map((name, k) => `${name} ${figureText(shape, one.values[k] ?? null)}`).join("、")}`);
  const short = stages.filter((stage) => judgement.stages[stage].undetermined > 0);
  const missing = short.length === 0 ? "" : `其中${short.map((stage) => `${STAGE_TERMS[stage]}有 ${String(judgement.stages[stage].undetermined)} 个学段数据不足`).join("、")}，计入分母，不计为达标。`;
  return {
    id: "reached",
    kind: "columns",
    title: `各项指标达标率${resourceMark(context)}`,
    alt: `各项指标达标学段占全部参评学段的比例。${said.join("；")}。${missing}`,
    categories,
    series,
    max: 100,
    ...shape,
  };
}
