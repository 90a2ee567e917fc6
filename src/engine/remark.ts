import { STAGES, VERDICTS } from "./model";
import type { Judgement, Stage, Verdict } from "./model";
import { layoutOf } from "./split";
import { heldReason } from "./stages";
import type { Standard } from "./standard";
import { switchTextsFor, VERDICT_TERMS } from "./terms";

/**
 * 备注 of 表Ⅱ-2: which indicators are at the floor, which fail, which miss data, and the marks that belong to the row.
 * @example 「达标6项；达到85%：骨干教师」
 */
export function remark(judgement: Judgement, row: number, standard: Standard): string {
  const { table, switches, switchRules } = judgement;
  const school = table.schools[row];
  if (!school) return "";
  const held = table.held[row] ? heldReason(school, layoutOf(school, standard), STAGES[table.stage[row] as number] as Stage, standard) : null;
  if (held !== null) return `${VERDICT_TERMS.undetermined}：${held}`;
  const verdicts = standard.indicators.map((_, k) => VERDICTS[judgement.codes[k]?.[row] as number] as Verdict);
  const named = (verdict: Verdict): string => standard.indicators.filter((_, k) => verdicts[k] === verdict).map((one) => one.short[0] ?? one.term).join("、");
  const met = verdicts.filter((verdict) => verdict === "met").length;
  const parts = (["unmet", "floor", "undetermined"] as const).filter((verdict) => verdicts.includes(verdict)).map((verdict) => `${VERDICT_TERMS[verdict]}：${named(verdict)}`);
  const byRatio = standard.indicators.some((_, k) => Number.isNaN(table.amounts[k]?.[row]) && !Number.isNaN(judgement.values[k]?.[row]));
  const marks = [byRatio ? "依据表中生均值" : "", school.hasKindergarten ? "含附设幼儿班" : "", standard.mark ?? "", ...switchTextsFor(switches, switchRules, ...standard.indicators.map(({ id }) => id))].filter((mark) => mark !== "");
  const first = verdicts.includes("notApplicable") ? "不设学校达标线，只看综合差异系数" : met === verdicts.length ? `${met}项均达标` : `达标${met}项`;
  return [first, ...parts, ...marks].join("；");
}
