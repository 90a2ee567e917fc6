import { STAGES, VERDICTS } from "./model";
import { resolve } from "./formula";
import { missingTexts } from "./missing";
import type { CountyJudgement, JudgedColumns, Reason, School, Stage, StageSummary, StageTable, Switches, Verdict } from "./model";
import { printed, seen, shown } from "./number";
import { layoutOf } from "./split";
import { heldReason } from "./stages";
import type { Fact, Standard } from "./standard";
import { STAGE_TERMS, VERDICT_TERMS } from "./terms";

type Summaries = Readonly<Record<Stage, StageSummary>>;

/** 差异系数 while schools stand in no stage: they may belong to either, so there is only the provisional figure (R9, R12). */
export function withholdVariation(stages: Summaries): Summaries {
  const withhold = (summary: StageSummary): StageSummary => ({
    ...summary,
    variation: summary.variation.map(() => null),
    verdicts: summary.verdicts.map(() => "undetermined"),
    composite: null,
    ...(summary.compositeVerdict && { compositeVerdict: "undetermined" }),
  });
  return { primary: withhold(stages.primary), junior: withhold(stages.junior) };
}

/** The indicators below their lines, each with its value and verdict. */
function failureList(judged: JudgedColumns, row: number, stage: Stage, standard: Standard, switches: Switches): string {
  const parts = standard.indicators.flatMap((indicator, k) => {
    const verdict = VERDICTS[judged.codes[k]?.[row] ?? 0] as Verdict;
    if (verdict !== "floor" && verdict !== "unmet") return [];
    const value = seen(judged.values[k]?.[row] ?? Number.NaN, indicator.places, switches);
    const line = indicator.lines[stage];
    return [`${indicator.term} ${shown(value, indicator.places, [line, line * standard.schoolRule.floor])} ${indicator.unit}（${VERDICT_TERMS[verdict]}）`];
  });
  return parts.join("、");
}

/** What a row lacks (R3): each lack once, after the indicators it leaves open. */
function lackList(judged: JudgedColumns, row: number, school: School, stage: Stage, standard: Standard, switches: Switches): string {
  const layout = layoutOf(school, standard);
  const fact = (id: string): Pick<Fact, "term" | "unit"> => standard.facts.get(id) ?? { term: id, unit: "" };
  const terms = new Map<string, string[]>();
  standard.indicators.forEach((indicator, k) => {
    if (VERDICTS[judged.codes[k]?.[row] ?? 0] !== "undetermined") return;
    const found = resolve(school, layout, stage, indicator, switches);
    const lack = missingTexts({ indicator, layout, stage, found, fact }, standard).join("；");
    terms.set(lack, [...(terms.get(lack) ?? []), indicator.term]);
  });
  return [...terms].map(([lack, list]) => `${list.join("、")}（${lack}）`).join("、");
}

function rowReason(table: StageTable, judged: JudgedColumns, row: number, verdict: Verdict, standard: Standard, switches: Switches): Reason {
  const school = table.schools[row] as School;
  const stage = STAGES[table.stage[row] as number] as Stage;
  const held = table.held[row] ? heldReason(school, layoutOf(school, standard), stage, standard) : null;
  const why = held ?? (verdict === "unmet" ? failureList(judged, row, stage, standard, switches) : lackList(judged, row, school, stage, standard, switches));
  return { verdict, stage, indicator: null, row, text: `${school.name}（${STAGE_TERMS[stage]}，${school.place}）${VERDICT_TERMS[verdict]}：${why}` };
}

function variationReason(summary: StageSummary, k: number, standard: Standard, switches: Switches): Reason | null {
  const verdict = summary.verdicts[k];
  if (verdict !== "unmet" && verdict !== "undetermined") return null;
  const name = `${STAGE_TERMS[summary.stage]}“${standard.indicators[k]?.term ?? ""}”校际差异系数`;
  const places = standard.variationRule.places;
  const value = summary.variation[k] ?? null;
  const provisional = summary.provisional[k] ?? null;
  const base = { verdict, stage: summary.stage, indicator: k, row: null };
  if (value !== null) return { ...base, text: `${name} ${shown(seen(value, places, switches), places, [summary.limit])}，大于上限 ${summary.limit}` };
  if (provisional === null) return { ...base, text: `${name}数据不足：${summary.counted[k] ? "全县平均值为 0" : "没有可用数据"}` };
  return { ...base, text: `${name}数据不足：暂算（${summary.counted[k]}/${summary.rows} 校）${printed(provisional, places).toFixed(places)}，不作结论` };
}

function compositeReason({ stage, composite, compositeVerdict, limit }: StageSummary, standard: Standard, switches: Switches): Reason[] {
  if (composite === null || compositeVerdict !== "unmet") return [];
  const places = standard.variationRule.places;
  const text = `${STAGE_TERMS[stage]}综合差异系数 ${shown(seen(composite, places, switches), places, [limit])}，大于上限 ${limit}`;
  return [{ verdict: "unmet", stage, indicator: null, row: null, text }];
}

function stageReasons(stage: Stage, judged: JudgedColumns, standard: Standard, switches: Switches): Reason[] {
  const summary = judged.stages[stage];
  if (summary.rows === 0) {
    return [{ verdict: "undetermined", stage, indicator: null, row: null, text: `没有参评的${STAGE_TERMS[stage]}数据，请加入${STAGE_TERMS[stage]}所在的工作表` }];
  }
  return [...compositeReason(summary, standard, switches), ...standard.indicators.flatMap((_, k) => variationReason(summary, k, standard, switches) ?? [])];
}

/** The county's conclusion on resources (资源配置结论, R3): what fails decides, then what is missing, with every reason. */
export function judgeCounty(table: StageTable, judged: JudgedColumns, standard: Standard, switches: Switches): CountyJudgement {
  const stages = STAGES.flatMap((stage) => stageReasons(stage, judged, standard, switches));
  const unsettled = table.unsettled.map(({ school, reason }): Reason => {
    return { verdict: "undetermined", stage: null, indicator: null, row: null, text: `${school.name}（${school.place}）数据不足：${reason}` };
  });
  const rowsAre = (verdict: Verdict): boolean => judged.verdicts.includes(VERDICTS.indexOf(verdict));
  const verdict = (["unmet", "undetermined"] as const).find((one) => rowsAre(one) || [...stages, ...unsettled].some((reason) => reason.verdict === one));
  if (!verdict) return { verdict: "met", reasons: [], stages: judged.stages };
  const decisive = (reason: Reason): boolean => reason.verdict === verdict;
  const rows: Reason[] = [];
  judged.verdicts.forEach((code, row) => {
    if (VERDICTS[code] === verdict) rows.push(rowReason(table, judged, row, verdict, standard, switches));
  });
  return { verdict, reasons: [...stages.filter(decisive), ...rows, ...unsettled.filter(decisive)], stages: judged.stages };
}
