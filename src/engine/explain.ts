import { STAGES, VERDICTS } from "./model";
import type { Figure, Finding, FindingInput, Judgement, Stage, Switches, Verdict } from "./model";
import { resolve } from "./formula";
import type { Resolution } from "./formula";
import { gap, targetOf } from "./gap";
import { missingTexts } from "./missing";
import { compared, equals, plain, printed, reaches, seen, shown } from "./number";
import { amountOf, layoutOf, STUDENTS } from "./split";
import type { Layout } from "./split";
import { heldReason } from "./stages";
import type { Fact, Indicator, Standard } from "./standard";
import { STAGE_TERMS, switchTextsFor, VERDICT_TERMS } from "./terms";

/** `12（表!F7）`, `389000（表!F7 填的是 38.9 万元）`: a figure as the clerk finds it in the sheet. */
export function cited(value: number, figure: Figure | undefined): string {
  if (!figure?.cell) return plain(value);
  return `${plain(value)}（${figure.cell}${figure.written === undefined ? "" : ` 填的是 ${figure.written}`}）`;
}

/** 专科学历教师数 → 专科: in a sum the indicator's name already says of what. */
function shortTerm(term: string): string {
  return term.replace(/(学历)?(专任)?教师数$|面积$|数$/, "");
}

interface Case {
  readonly indicator: Indicator;
  readonly layout: Layout;
  readonly stage: Stage;
  readonly found: Resolution;
  readonly value: number;
  readonly fact: (id: string) => Pick<Fact, "term" | "unit">;
  readonly switches: Switches;
}

/** How a whole school's figures were divided, if any was. */
function divisionStep({ layout, stage, found }: Case): string[] {
  const division = found.sources.find((source) => source.division !== null)?.division;
  if (!division) return [];
  const weight = (part: { weight: number }): number => (division === "weights" ? part.weight : 1);
  const sum = layout.parts
    .map((part) => `${STAGE_TERMS[part.scope]} ${cited(part.students, part.figure)}${weight(part) === 1 ? "" : ` × ${plain(weight(part))}`}`)
    .join(" + ");
  const total = division === "weights" ? layout.weighted : layout.students;
  const own = layout.parts.find((part) => part.scope === stage);
  const share = own ? `${plain(own.students)}${weight(own) === 1 ? "" : ` × ${plain(weight(own))}`} ÷ ${plain(total)}` : "";
  const title = division === "weights" ? "按官方权重拆分" : "教师按在校生数分摊（仅测算）";
  return [`${title}：${sum} = ${plain(total)}，${STAGE_TERMS[stage]}份额 = ${share}`];
}

/** The sum that gives the resource of this stage. */
function amountStep({ indicator, layout, stage, found, fact }: Case): string {
  const own = layout.parts.find((part) => part.scope === stage);
  const terms = found.sources.map((source, i) => {
    const sign = source.term.sign < 0 ? "− " : i > 0 ? "+ " : "";
    const name = found.sources.length > 1 ? `${shortTerm(fact(source.term.fact).term)} ` : "";
    const whole = cited(amountOf(source.figure), source.figure);
    if (source.division === null) return `${sign}${name}${whole}`;
    const weight = source.division === "weights" ? (own?.weight ?? 1) : 1;
    const total = source.division === "weights" ? layout.weighted : layout.students;
    return `${sign}${name}${whole} × ${plain(own?.students ?? Number.NaN)}${weight === 1 ? "" : ` × ${plain(weight)}`} ÷ ${plain(total)}`;
  });
  const name = indicator.short[0] ?? indicator.term;
  const bare = found.sources.length === 1 && found.sources[0]?.division === null;
  return `${name} = ${terms.join(" ")} ${bare ? "" : `${equals(found.amount)} `}${indicator.resourceUnit}`;
}

function ratioStep({ indicator, layout, stage, found, value }: Case): string {
  const students = layout.parts.find((part) => part.scope === stage);
  const per = indicator.formula.per === 1 ? "" : ` × ${indicator.formula.per}`;
  return `${indicator.term} = ${plain(found.amount)}${per} ÷ ${cited(students?.students ?? Number.NaN, students?.figure)} ${equals(value)} ${indicator.unit}`;
}

/** Value against line and floor, in words. */
function comparison({ indicator, stage, value, switches }: Case, verdict: Verdict, standard: Standard): string {
  const line = indicator.lines[stage];
  const floor = targetOf(indicator, stage, standard, "floor");
  const share = `${plain(standard.schoolRule.floor * 100)}%`;
  if (verdict === "notApplicable") return "不设学校达标线，只看综合差异系数";
  const number = compared(seen(value, indicator.places, switches), [line, floor]);
  const head = `${STAGE_TERMS[stage]}标准 ${line} ${indicator.unit}，其 ${share} 为 ${plain(floor)} ${indicator.unit}：`;
  if (verdict === "met") return `${head}${number} ≥ ${line}，${VERDICT_TERMS.met}`;
  if (verdict === "floor") return `${head}${number} < ${line}，但 ≥ ${plain(floor)}，${VERDICT_TERMS.floor}`;
  return `${head}${number} < ${plain(floor)}，${VERDICT_TERMS.unmet}`;
}

function word(value: number, line: number, floor: number): Verdict {
  return reaches(value, line) ? "met" : reaches(value, floor) ? "floor" : "unmet";
}

/** Where printing at the official places would read as another verdict. */
function roundingNote({ indicator, stage, value, switches }: Case, standard: Standard): string[] {
  const line = indicator.lines[stage];
  const floor = targetOf(indicator, stage, standard, "floor");
  const rounded = printed(value, indicator.places);
  const [now, then] = [word(value, line, floor), word(rounded, line, floor)];
  if (value !== value || now === then || switches.compareRounded) return [];
  return [`四舍五入到 ${indicator.places} 位小数为 ${rounded.toFixed(indicator.places)}，看似${VERDICT_TERMS[then]}；按未取整数值 ${shown(value, indicator.places, [line, floor])} 判定为${VERDICT_TERMS[now]}`];
}

function inputsOf({ layout, stage, found, indicator, fact }: Case, byRatio: boolean): FindingInput[] {
  const divided = found.sources.some((source) => source.division !== null);
  const parts = layout.parts.filter((part) => divided || part.scope === stage);
  const input = (id: string, term: string, figure: Figure | undefined): FindingInput => ({
    fact: id, term, unit: fact(id).unit, value: figure?.value ?? null, cell: figure?.cell ?? null,
  });
  const sources = byRatio
    ? [input(indicator.formula.ratio, fact(indicator.formula.ratio).term, found.ratio)]
    : found.sources.map((source) => input(source.term.fact, fact(source.term.fact).term, source.figure));
  const students = parts.map((part) => input(STUDENTS, layout.parts.length > 1 ? `${STAGE_TERMS[part.scope]}${fact(STUDENTS).term}` : fact(STUDENTS).term, part.figure));
  return [...sources, ...students];
}

/** Steps and marks by how the value came about: amounts, a ratio found, a certain part, or nothing. */
function story(one: Case, verdict: Verdict, byRatio: boolean, standard: Standard): { steps: string[]; notes: string[] } {
  const { indicator, stage, found, value, layout } = one;
  if (value !== value && verdict === "met") {
    const alone: Case = { ...one, found: { ...found, sources: found.certain ? [found.certain] : [], amount: found.certain?.value ?? Number.NaN } };
    const certain = (alone.found.amount * indicator.formula.per) / (layout.parts.find((part) => part.scope === stage)?.students ?? Number.NaN);
    const name = one.fact(indicator.formula.atLeast ?? "").term;
    const steps = story({ ...alone, value: certain }, verdict, false, standard).steps;
    return { steps, notes: [`其余面积缺失，仅凭${name}已达到标准；差异系数仍需补填`] };
  }
  if (value !== value) return { steps: [], notes: [] };
  const last = comparison(one, verdict, standard);
  if (byRatio) return { steps: [`${indicator.term} = ${cited(value, found.ratio)} ${indicator.unit}（依据表中生均值）`, last], notes: ["依据表中生均值", ...roundingNote(one, standard)] };
  return { steps: [...divisionStep(one), amountStep(one), ratioStep(one), last], notes: roundingNote(one, standard) };
}

/** 判定说明: one indicator on one school-stage with every step a clerk needs to check it by hand, made when somebody asks. */
export function explain(judgement: Judgement, row: number, indicator: number, standard: Standard): Finding {
  const { table, switches } = judgement;
  const school = table.schools[row];
  const rule = standard.indicators[indicator];
  if (!school || !rule) throw new RangeError(`没有第 ${row} 行第 ${indicator} 项指标`);
  const stage = STAGES[table.stage[row] as number] as Stage;
  const layout = layoutOf(school, standard);
  const found = resolve(school, layout, stage, rule, switches);
  const value = judgement.values[indicator]?.[row] as number;
  const verdict = VERDICTS[judgement.codes[indicator]?.[row] as number] as Verdict;
  const fact = (id: string): Pick<Fact, "term" | "unit"> => standard.facts.get(id) ?? { term: rule.formula.relief?.fact === id ? rule.formula.relief.term : id, unit: rule.resourceUnit };
  const one: Case = { indicator: rule, layout, stage, found, value, fact, switches };
  const amount = table.amounts[indicator]?.[row] as number;
  const byRatio = amount !== amount && found.ratio !== undefined && (value === value || found.sources.length === 0);
  const { steps, notes } = story(one, verdict, byRatio, standard);
  const held = heldReason(school, layout, stage, standard);
  return {
    school, stage, indicator, verdict, steps,
    term: rule.term,
    unit: rule.unit,
    value: value === value ? value : null,
    line: rule.lines[stage],
    floor: targetOf(rule, stage, standard, "floor"),
    gap: gap(judgement, row, indicator, standard, "line"),
    gapToFloor: gap(judgement, row, indicator, standard, "floor"),
    gapUnit: rule.resourceUnit,
    inputs: inputsOf(one, byRatio),
    missing: verdict !== "undetermined" ? [] : held !== null ? [held] : missingTexts(one, standard),
    notes: [...notes, ...(school.hasKindergarten ? ["含附设幼儿班"] : []), ...(standard.mark === undefined ? [] : [standard.mark]), ...switchTextsFor(switches, judgement.switchRules, rule.id)],
    clause: rule.clause,
  };
}
