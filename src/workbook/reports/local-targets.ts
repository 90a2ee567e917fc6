import { LOCAL_KIND_TERMS, LOCAL_KINDS, STAGE_TERMS, STAGES, targetText, VERDICT_TERMS, type LocalFinding, type LocalRow, type LocalTarget } from "../../engine";
import { cell, padded, type Row } from "../layout";
import type { SheetPlan } from "../sheet-plan";
import { conclusionOf } from "./conclusion";
import { verdictCell } from "./figures";
import { framed, standardText, verdictMark } from "./frame";
import type { ReportContext, ReportKind } from "./report";

const TERM = "本地目标对照表";
const HEADS = ["编号", "类别", "内容", "本地要求", "本年目标", "现状", "对照", "下一目标", "时限", "责任单位", "依据条款"];
const WIDTHS = [8, 7, 40, 14, 16, 36, 14, 16, 12, 20, 40];

/** 本地目标对照表 (R5, R26): the national verdict first, then where the county stands against its own plan, kinds apart. */
export const localTargets: ReportKind = {
  id: "local-targets",
  term: TERM,
  purpose: "国家标准结论在前，再列本地方案的指标、目标、项目、任务和另选标准的对照；不改变国家标准结论",
  group: "analysis",
  typedSheets: [],
  lacks: ({ local, second }) => (local === null && second === null ? ["设置中未选择所在地区，也未选另行对照的标准"] : []),
  build: (context) => [localPlan(context), ...(context.second === null ? [] : [secondPlan(context, context.second)])],
};

function localPlan(context: ReportContext): SheetPlan {
  const local = context.local ?? [];
  const plans = [...new Set(local.map(({ plan }) => plan))];
  const blocks = plans.flatMap((plan) => [band(`${plan.term}（${plan.region}）`), ...kindRows(local.filter((one) => one.plan === plan))]);
  return framed(context, {
    term: TERM,
    title: `${context.countyName ?? ""}${context.year === null ? "" : `${String(context.year)}年`}${TERM}`,
    table: {
      widths: WIDTHS,
      header: [HEADS.map((text) => cell(text, "header"))],
      body: [...nationalRows(context), ...(plans.length === 0 ? [band("未选择所在地区：请在设置中选择地区和年度。")] : blocks)],
      merges: [],
    },
    notes: [...NOTES, ...plans.map(({ document }) => `本地方案：${document.number}《${document.title}》（${document.issuer}，${document.date}）。`)],
    frozenColumns: 3,
  });
}

const NOTES = [
  "本地目标是国家标准之外的要求，不改变国家标准结论。以市为范围的目标对县只作参考。",
  "本年没有目标的，按此前最近年度的目标对照，并列出下一目标。项目、任务只列出，不作判定。",
];

/** R5: what the national standard says stands first. */
function nationalRows(context: ReportContext): Row[] {
  const { term, verdict } = conclusionOf(context);
  const line = [cell(null, "total"), cell("国家", "centred"), cell(`国家标准${term}${verdictMark(context)}`, "wrapBold"), ...[null, null, null].map(() => cell(null, "total")), verdictCell(verdict)];
  return [padded(line, WIDTHS.length, "total")];
}

function band(text: string): Row {
  return padded([cell(null, "total"), cell(null, "total"), cell(text, "wrapBold")], WIDTHS.length, "total");
}

function kindRows(local: readonly LocalFinding[]): Row[] {
  return LOCAL_KINDS.flatMap((kind) => {
    const own = local.filter(({ row }) => row.kind === kind);
    return own.length === 0 ? [] : [band(`${LOCAL_KIND_TERMS[kind]}（${String(own.length)} 项）`), ...own.map(localRow)];
  });
}

function localRow({ row, verdict, target, next, text, reference }: LocalFinding): Row {
  const beside = reference ? "供参考" : "";
  return [
    cell(row.id, "text"),
    cell(LOCAL_KIND_TERMS[row.kind], "centred"),
    cell(row.term, "wrap"),
    cell(`${row.number}${row.number.endsWith(row.unit) ? "" : row.unit}`, "wrap"),
    cell(targetOf(target, row), "wrap"),
    cell(text, "wrap"),
    verdict === null ? cell("列出", "centred") : verdictCell(verdict, beside),
    cell(targetOf(next, row), "wrap"),
    cell(row.deadline, "wrap"),
    cell(row.owners.join("、"), "wrap"),
    cell(`${row.clause.document} ${row.clause.section}：${row.clause.text}`, "wrap"),
  ];
}

function targetOf(target: LocalTarget | null, row: LocalRow): string {
  return target === null ? "——" : targetText(target, row, row.measure?.kind !== "item" || row.number.includes(String(target.value)));
}

/** Reasons told of one standard: one that asks for other columns would have one for every school. */
const MOST_REASONS = 20;

/** 另选标准对照: the same schools by a second standard, beside the national word and never instead of it (R5). */
function secondPlan(context: ReportContext, second: NonNullable<ReportContext["second"]>): SheetPlan {
  const sides = [["按国家标准", context.standard, context.judgement], [`按${second.standard.term}`, second.standard, second.judgement]] as const;
  const rows = sides.flatMap(([name, standard, judgement]) => [
    [cell(name, "wrapBold"), cell("资源配置结论", "wrap"), verdictCell(judgement.county.verdict), cell(standardText(standard), "wrap")],
    ...STAGES.map((stage): Row => {
      const { rows: all, met, unmet, undetermined, limit, composite } = judgement.stages[stage];
      const counts = `${String(all)} 个学段：达标 ${String(met)}，不达标 ${String(unmet)}，数据不足 ${String(undetermined)}`;
      const spread = composite === null ? "综合差异系数数据不足" : `综合差异系数 ${composite.toFixed(standard.variationRule.places)}`;
      return [cell(name, "wrap"), cell(STAGE_TERMS[stage], "wrap"), cell(null, "wrap"), cell(`${counts}；${spread}，限值 ${String(limit)}`, "wrap")];
    }),
    ...judgement.county.reasons.slice(0, MOST_REASONS).map(({ text, verdict }): Row => [cell(name, "wrap"), cell("依据", "wrap"), cell(VERDICT_TERMS[verdict], "centred"), cell(text, "wrap")]),
    ...(judgement.county.reasons.length <= MOST_REASONS ? [] : [[cell(name, "wrap"), cell("依据", "wrap"), cell(null, "centred"), cell(`以上列前 ${String(MOST_REASONS)} 条，共 ${String(judgement.county.reasons.length)} 条。`, "wrap")]]),
  ]);
  const differing = (second.items?.findings ?? []).flatMap(({ item, verdict, conclusion }): Row[] => {
    const national = context.items.findings.find((one) => one.item.id === item.id);
    if (national === undefined || national.verdict === verdict) return [];
    return [[cell(`按${second.standard.term}`, "wrap"), cell(`${item.id} ${item.short}`, "wrap"), verdictCell(verdict), cell(`${conclusion}（国家标准：${VERDICT_TERMS[national.verdict]}）`, "wrap")]];
  });
  return framed(context, {
    term: "另选标准对照",
    title: `国家标准与${second.standard.term}对照`,
    table: { widths: [22, 18, 14, 90], header: [["标准", "项目", "结论", "情况"].map((text) => cell(text, "header"))], body: [...rows, ...differing], merges: [] },
    notes: ["另选标准是第二条线，不改变按国家标准的结论。"],
    frozenColumns: 0,
  });
}
