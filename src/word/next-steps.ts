import { LOCAL_KIND_TERMS, PART_TERMS, shown, STAGE_TERMS, STAGES, VERDICT_TERMS, type LocalFinding } from "../engine";
import type { ReportContext } from "../workbook";
import { centred, heading, paragraph, prompt, words, type Block, type TableBlock } from "./block";
import { numbers } from "./items";
import { needsOf } from "./needs";
import { verdictCell } from "./texts";

const PRACTICES: readonly (readonly [title: string, hint: string])[] = [
  ["加强组织领导，压实政府责任", "领导机构、工作机制、督导问责"],
  ["保障教育投入，优化学校布局", "经费投入、新建改扩建学校、学位增加"],
  ["补齐办学条件，推进标准化建设", "专用教室、运动场馆、设备、信息化"],
  ["加强教师队伍，促进均衡配置", "编制、补充、交流轮岗、骨干教师、待遇、培训"],
  ["深化内涵发展，提高教育质量", "课程、德育、教研、减负、质量监测"],
  ["关爱特殊群体，保障教育公平", "残疾儿童少年、留守儿童、随迁子女、资助"],
];

/** 三、主要做法: no figure tells them; every section waits for people. */
export function practices(): Block[] {
  return [heading(1, "主要做法"), ...PRACTICES.flatMap(([title, hint]) => [heading(2, title), paragraph(prompt(hint))])];
}

/** 五、下一步工作: a target for every gap, and the local targets of the year; who and when is for people to say. */
export function nextSteps(context: ReportContext): Block[] {
  const targets = [...needTargets(context), ...variationTargets(context), ...itemTargets(context)];
  return [
    heading(1, "下一步工作"),
    heading(2, "对照缺口补齐"),
    ...(targets.length === 0 ? [paragraph(`各项均已达标，重点是巩固。${prompt("巩固提高的措施")}`)] : [targetTable(targets)]),
    ...localTargets(context),
    heading(2, "保障措施"), paragraph(prompt("组织、经费、督导、宣传等保障措施")),
  ];
}

interface Target {
  readonly problem: string;
  readonly target: string;
}

function needTargets(context: ReportContext): Target[] {
  return needsOf(context).filter(({ schools }) => schools.length > 0).map(({ indicator, amount, unit, schools }) => ({ problem: indicator.term, target: `${String(schools.length)} 所学校共补充 ${String(amount)} ${unit}，各校达到标准` }));
}

function variationTargets({ judgement, standard }: ReportContext): Target[] {
  return STAGES.flatMap((stage) => {
    const { verdicts, variation, limit } = judgement.stages[stage];
    return standard.indicators.flatMap((one, k) => (verdicts[k] === "unmet"
      ? [{ problem: `${STAGE_TERMS[stage]}${one.short[0] ?? one.term}差异系数`, target: `由 ${shown(variation[k] ?? Number.NaN, standard.variationRule.places, [limit])} 降到 ${String(limit)} 以内` }] : []));
  });
}

/** What fails item by item; what misses data by part of the standard, for the remedy is the same. */
function itemTargets({ items: { findings } }: ReportContext): Target[] {
  const waiting = findings.filter(({ verdict }) => verdict === "undetermined");
  const parts = [...new Set(waiting.map(({ item }) => item.part))];
  return [
    ...findings.filter(({ verdict }) => verdict === "unmet").map(({ item }) => ({ problem: `${PART_TERMS[item.part]}第${String(item.number)}项“${item.short}”`, target: item.clause.text })),
    ...parts.map((part) => ({ problem: `${PART_TERMS[part]}${numbers(waiting.filter(({ item }) => item.part === part))}数据不足`, target: "补齐数据并达到要求" })),
  ];
}

function targetTable(targets: readonly Target[]): TableBlock {
  return {
    kind: "table", caption: "整改目标", widths: [6, 30, 32, 12, 12, 12],
    header: [["序号", "问题", "目标", "措施", "责任单位", "完成时限"].map(centred)],
    rows: targets.map(({ problem, target }, index) => [centred(String(index + 1)), words(problem), words(target), ...["措施", "单位", "时限"].map((text) => words(`【${text}】`))]),
    notes: [],
  };
}

/** Where the county stands against the plan it chose (R5, R26): beside the national verdict, never instead of it. */
function localTargets({ local, year, countyName }: ReportContext): Block[] {
  const findings = (local ?? []).filter(({ verdict }) => verdict !== null);
  const [first] = findings;
  if (!first) return [];
  return [
    heading(2, "落实地方目标"),
    paragraph(`按《${first.plan.document.title}》（${first.plan.document.number}），${countyName ?? "本县"}${year === null ? "" : ` ${String(year)} 年`}各项目标的达成情况如下表。地方目标与国家标准分别判定，不改变前述结论。`),
    {
      kind: "table", caption: "地方目标达成情况", widths: [8, 34, 44, 14],
      header: [["类别", "指标或目标", "达成情况", "是否达到"].map(centred)],
      rows: findings.map((finding) => [centred(LOCAL_KIND_TERMS[finding.row.kind]), words(finding.row.term), words(finding.text), verdictOf(finding)]),
      notes: findings.some(({ reference }) => reference) ? ["标“参考”的是全市目标，仅供本县参考。"] : [],
    },
  ];
}

function verdictOf({ verdict, reference }: LocalFinding): ReturnType<typeof verdictCell> {
  if (verdict === null) return centred("——");
  return reference ? { ...verdictCell(verdict), text: `${VERDICT_TERMS[verdict]}（参考）` } : verdictCell(verdict);
}
