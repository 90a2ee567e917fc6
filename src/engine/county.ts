import { STAGES, VERDICTS } from "./model";
import type { CountyJudgement, JudgedColumns, Reason, School, Stage, StageSummary, StageTable, Verdict } from "./model";
import { printed, shown } from "./number";
import { layoutOf } from "./split";
import { heldReason } from "./stages";
import type { Standard } from "./standard";
import { STAGE_TERMS, VERDICT_TERMS } from "./terms";

type Summaries = Readonly<Record<Stage, StageSummary>>;

/** 差异系数 while schools stand in no stage: they may belong to either, so there is only the provisional figure (R9, R12). */
export function withholdVariation(stages: Summaries): Summaries {
  const withhold = (summary: StageSummary): StageSummary => ({
    ...summary,
    variation: summary.variation.map(() => null),
    verdicts: summary.verdicts.map(() => "undetermined"),
    composite: null,
  });
  return { primary: withhold(stages.primary), junior: withhold(stages.junior) };
}

/** The indicators that decided a row, each with its value and verdict. */
function indicatorList(judged: JudgedColumns, row: number, stage: Stage, wanted: readonly Verdict[], standard: Standard): string {
  const parts = standard.indicators.flatMap((indicator, k) => {
    const verdict = VERDICTS[judged.codes[k]?.[row] ?? 0] as Verdict;
    if (!wanted.includes(verdict)) return [];
    const value = judged.values[k]?.[row] ?? Number.NaN;
    const line = indicator.lines[stage];
    const number = value === value ? ` ${shown(value, indicator.places, [line, line * standard.schoolRule.floor])}` : "";
    return [`${indicator.term}${number}（${VERDICT_TERMS[verdict]}）`];
  });
  return parts.join("、");
}

function rowReason(table: StageTable, judged: JudgedColumns, row: number, verdict: Verdict, standard: Standard): Reason {
  const school = table.schools[row] as School;
  const stage = STAGES[table.stage[row] as number] as Stage;
  const wanted: readonly Verdict[] = verdict === "unmet" ? ["floor", "unmet"] : ["undetermined"];
  const held = table.held[row] ? heldReason(school, layoutOf(school, standard), stage, standard) : null;
  const why = held ?? indicatorList(judged, row, stage, wanted, standard);
  return { verdict, stage, indicator: null, row, text: `${school.name}（${STAGE_TERMS[stage]}，${school.place}）${VERDICT_TERMS[verdict]}：${why}` };
}

function variationReason(summary: StageSummary, k: number, standard: Standard): Reason | null {
  const verdict = summary.verdicts[k];
  if (verdict !== "unmet" && verdict !== "undetermined") return null;
  const name = `${STAGE_TERMS[summary.stage]}“${standard.indicators[k]?.term ?? ""}”校际差异系数`;
  const places = standard.variationRule.places;
  const value = summary.variation[k] ?? null;
  const provisional = summary.provisional[k] ?? null;
  const base = { verdict, stage: summary.stage, indicator: k, row: null };
  if (value !== null) return { ...base, text: `${name} ${shown(value, places, [summary.limit])}，大于上限 ${summary.limit}` };
  if (provisional === null) return { ...base, text: `${name}数据不足：${summary.counted[k] ? "全县平均值为 0" : "没有可用数据"}` };
  return { ...base, text: `${name}数据不足：暂算（${summary.counted[k]}/${summary.rows} 校）${printed(provisional, places).toFixed(places)}，不作结论` };
}

function stageReasons(stage: Stage, judged: JudgedColumns, standard: Standard): Reason[] {
  const summary = judged.stages[stage];
  if (summary.rows === 0) {
    return [{ verdict: "undetermined", stage, indicator: null, row: null, text: `没有参评的${STAGE_TERMS[stage]}数据，请加入${STAGE_TERMS[stage]}所在的工作表` }];
  }
  return standard.indicators.flatMap((_, k) => variationReason(summary, k, standard) ?? []);
}

/** The county's conclusion on resources (资源配置结论, R3): what fails decides, then what is missing, with every reason. */
export function judgeCounty(table: StageTable, judged: JudgedColumns, standard: Standard): CountyJudgement {
  const reasons: Reason[] = STAGES.flatMap((stage) => stageReasons(stage, judged, standard));
  for (let row = 0; row < table.count; row++) {
    const verdict = VERDICTS[judged.verdicts[row] as number] as Verdict;
    if (verdict === "unmet" || verdict === "undetermined") reasons.push(rowReason(table, judged, row, verdict, standard));
  }
  for (const { school, reason } of table.unsettled) {
    reasons.push({ verdict: "undetermined", stage: null, indicator: null, row: null, text: `${school.name}（${school.place}）数据不足：${reason}` });
  }
  const verdict = (["unmet", "undetermined"] as const).find((one) => reasons.some((reason) => reason.verdict === one)) ?? "met";
  return { verdict, reasons: reasons.filter((reason) => reason.verdict === verdict), stages: judged.stages };
}
