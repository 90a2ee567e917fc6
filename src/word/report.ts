import { PART_TERMS, VERDICT_TERMS, type Steps } from "../engine";
import { foot, head, resourceMark, verdictMark, type ReportContext } from "../workbook";
import { appendix } from "./appendix";
import { basics } from "./basics";
import { heading, paragraph, type Block, type TableBlock, type WordImage } from "./block";
import { itemSections } from "./items";
import { nextSteps, practices } from "./next-steps";
import { problems } from "./problems";
import { resources } from "./resources";
import { someNames, verdictWord } from "./texts";
import { variationBlocks } from "./variation";

/** What the self-evaluation says (自评报告内容), in the order bureaus use. */
export interface SelfEvaluation {
  readonly body: readonly Block[];
  /** 附表, for pages laid on their side. */
  readonly tables: readonly TableBlock[];
}

export function* contentOf(context: ReportContext, images: readonly WordImage[]): Steps<SelfEvaluation> {
  const body = [
    ...basics(context),
    heading(1, "主要指标达成情况"), ...conclusion(context), ...resources(context, images), ...variationBlocks(context, images), ...itemSections(context),
  ];
  yield;
  body.push(...practices(), ...problems(context), ...nextSteps(context), ...finality(context));
  yield;
  return { body, tables: yield* appendix(context) };
}

/** The verdicts first (R3, R5): 县域结论 only where the county form was read. */
function conclusion(context: ReportContext): Block[] {
  const { judgement, items, standard, second } = context;
  const county = items.hasForm
    ? `县域结论为${verdictWord(items.verdict, verdictMark(context))}`
    : "没有读到县级填报表，政府保障程度、教育质量、社会认可度、一票否决和申报条件尚未判定，不作县域结论";
  const beside = second === null ? "" : `另按${second.standard.term}对照，资源配置结论为${verdictWord(second.judgement.county.verdict, resourceMark({ ...context, ...second }))}，不改变前述结论。`;
  const reasons = reasonsOf(context);
  return [
    paragraph(`对照《${standard.document.title}》（${standard.document.number}），资源配置结论（${String(standard.indicators.length)}项指标与差异系数）为${verdictWord(judgement.county.verdict, resourceMark(context))}；${county}。${beside}`),
    ...(reasons.length === 0 ? [] : [paragraph(`依据：${reasons.join("；")}。`)]),
  ];
}

/** Why, in short: schools and items are counted and named here, and told one by one further down. */
function reasonsOf({ judgement, items }: ReportContext): string[] {
  const wanted = (items.hasForm ? items : judgement.county).verdict;
  if (wanted === "met") return [];
  const { reasons } = judgement.county;
  const schools = reasons.filter((reason) => reason.row !== null && reason.verdict === wanted).length;
  const others = reasons.filter((reason) => reason.row === null && reason.verdict === wanted).map(({ text }) => text.replace(/[。；]$/, ""));
  const open = items.findings.filter(({ verdict }) => items.hasForm && verdict === wanted).map(({ item }) => `${PART_TERMS[item.part]}第${String(item.number)}项“${item.short}”`);
  const word = VERDICT_TERMS[wanted];
  return [
    ...(schools === 0 ? [] : [`${String(schools)} 个学段${word}（见（一））`]), ...others,
    ...(open.length === 0 ? [] : [`${someNames(open, "项", 20)}${word}`]),
  ];
}

/** 定稿 (R27): what the report rests on, who was left out, the fingerprint. */
function finality(context: ReportContext): Block[] {
  return [heading(1, "编制说明"), ...[...head(context), ...foot(context, [])].map((text): Block => ({ kind: "note", text: text.replace("名单见表末", "名单见下") }))];
}
