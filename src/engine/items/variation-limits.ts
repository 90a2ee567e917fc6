import { STAGES } from "../model";
import { shown } from "../number";
import { STAGE_TERMS, VERDICT_TERMS } from "../terms";
import type { Lack } from "./model";
import { bareFinding, together } from "./outcome";
import type { Desk, Outcome, TestOf } from "./outcome";

/** 差异系数 as a condition of applying (F4): as judged with the schools. */
export function judgeVariation(desk: Desk, test: TestOf<"variation">): Outcome {
  const { stages } = desk.input.judgement;
  const { places } = desk.standard.variationRule;
  const summaries = STAGES.map((stage) => stages[stage]);
  const verdict = together(summaries.map((one) => (one.rows === 0 ? "undetermined" : together(one.verdicts))));
  const largest = summaries.map(({ variation }) => (variation.includes(null) || variation.length === 0 ? null : Math.max(...(variation as number[]))));
  const words: Record<string, string> = {};
  const steps = summaries.flatMap((one, i) => {
    const most = largest[i];
    if (most === null || most === undefined || one.rows === 0) return [];
    const text = shown(most, places, [one.limit]);
    words[one.stage === "primary" ? "largestPrimary" : "largestJunior"] = text;
    const ok = one.verdicts.every((each) => each === "met");
    return [`${STAGE_TERMS[one.stage]}各项差异系数最大为 ${text} ${ok ? "≤" : ">"} ${one.limit}，${VERDICT_TERMS[ok ? "met" : "unmet"]}`];
  });
  const lacks = summaries.flatMap((one): Lack[] => {
    if (one.rows > 0 && !one.verdicts.includes("undetermined")) return [];
    const text = one.rows === 0 ? `没有参评的${STAGE_TERMS[one.stage]}数据，请加入所在的工作表` : `${STAGE_TERMS[one.stage]}有学校缺数据，差异系数不能确定，请按资源配置结论补填`;
    return [{ text, where: "schoolSheet", fact: null, cell: null }];
  });
  return { finding: bareFinding(test.label, verdict), steps, inputs: [], lacks: verdict === "undetermined" ? lacks : [], notes: [], schools: [], words };
}
