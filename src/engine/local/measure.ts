import { STAGES, VERDICTS } from "../model";
import type { FactId, Figure, Judgement, School, Stage, Verdict } from "../model";
import type { CountyFigures, ItemsJudgement, ItemTest } from "../items/model";
import { hasSenior } from "../items/whole-school";
import { reaches, withinLimit } from "../number";
import type { Standard } from "../standard";
import { STAGE_TERMS, VERDICT_TERMS } from "../terms";
import type { LocalMeasure, LocalTarget } from "./model";

/** What a county is, as far as local rows may ask. */
export interface LocalContext {
  readonly judgement: Judgement;
  readonly items: ItemsJudgement;
  readonly county: CountyFigures;
  readonly standard: Standard;
}

/** The actual value of what a row asks for (实际值). */
export interface Measured {
  /** `null` when unknown. Of schools: the one furthest from the line. */
  readonly value: number | null;
  /** Why the value is not the whole truth or is none, with the remedy; empty when nothing is missing. */
  readonly lack: string;
  /** The national verdict on the same thing: it stands where the row has no number to hold a value against. */
  readonly verdict: Verdict | null;
  /** What was found where no number can say it. */
  readonly text: string;
}

const NOTHING: Measured = { value: null, lack: "", verdict: null, text: "" };

/** Whether a value keeps a target (R4). */
export function keeps(value: number, { value: line, comparison }: LocalTarget): boolean {
  switch (comparison) {
    case "atLeast":
      return reaches(value, line);
    case "atMost":
      return withinLimit(value, line);
    case "above":
      return !withinLimit(value, line);
    case "below":
      return !reaches(value, line);
  }
}

function furthest(values: readonly number[], target: LocalTarget | null): number | null {
  if (values.length === 0) return null;
  return target?.comparison === "atMost" || target?.comparison === "below" ? Math.max(...values) : Math.min(...values);
}

/** Kinds of test whose value is a figure of its own, to be held against another line. */
function isNumber(kind: ItemTest["kind"] | undefined): boolean {
  return kind === "ratio" || kind === "figure" || kind === "everySchool";
}

function ofItem(id: string, place: number, { items }: LocalContext): Measured {
  const finding = items.findings.find(({ item }) => item.id === id);
  const test = finding?.tests[place];
  if (!finding || !test) return { ...NOTHING, lack: `没有指标项 ${id} 的判定` };
  const lack = test.verdict === "undetermined" ? finding.lacks.map((one) => one.text).join("；") || `缺少“${test.label}”的数据` : "";
  return { value: isNumber(finding.item.tests[place]?.kind) ? test.value : null, lack, verdict: test.verdict, text: finding.conclusion };
}

/** Every school of a stage: the furthest value, and how many have none. A value that is missing but certainly at the line (R14) lacks nothing below that line. */
function ofSchools(stage: Stage, target: LocalTarget | null, { judgement }: LocalContext, valueOf: (row: number) => number | null, term: string): Measured {
  const { table } = judgement;
  const rows = Array.from({ length: table.count }, (_, row) => row).filter((row) => STAGES[table.stage[row] ?? 0] === stage);
  if (rows.length === 0) return { ...NOTHING, lack: `没有参评的${STAGE_TERMS[stage]}` };
  const values = rows.map(valueOf);
  const known = values.filter((value) => value !== null);
  const missing = values.length - known.length + table.unsettled.length;
  const lack = missing === 0 ? "" : `${String(missing)} 所学校缺“${term}”，请补填`;
  return { ...NOTHING, value: furthest(known.filter((value) => value < Number.POSITIVE_INFINITY), target), lack };
}

function ofIndicator(id: string, stage: Stage, target: LocalTarget | null, context: LocalContext): Measured {
  const { judgement, standard } = context;
  const k = standard.indicators.findIndex((one) => one.id === id);
  const indicator = standard.indicators[k];
  if (!indicator) return { ...NOTHING, lack: `标准里没有指标 ${id}` };
  const certain = target !== null && reaches(indicator.lines[stage], target.value);
  return ofSchools(stage, target, context, (row) => {
    const value = judgement.values[k]?.[row] ?? Number.NaN;
    if (value === value) return value;
    return certain && VERDICTS[judgement.codes[k]?.[row] ?? -1] === "met" ? Number.POSITIVE_INFINITY : null;
  }, indicator.term);
}

function ofFigure(figure: Figure | undefined, term: string): Measured {
  const value = figure?.value ?? null;
  return { ...NOTHING, value, lack: value !== null ? "" : (figure?.why ?? `县级填报表没有“${term}”，请补填`) };
}

function figureIn(school: School, fact: FactId, stage: Stage): number | null {
  const scopes = school.figures[fact];
  // A figure of the whole school is not this stage's where it has another, 高中 too.
  const isAlone = school.stages.length < 2 && !hasSenior(school);
  return scopes?.[stage]?.value ?? (isAlone ? (scopes?.school?.value ?? null) : null);
}

function quotient(numerator: number | null, denominator: number | null, per: number): number | null {
  return numerator === null || denominator === null || denominator === 0 ? null : (numerator * per) / denominator;
}

function ofRatio(measure: LocalMeasure & { kind: "ratio" }, term: string, target: LocalTarget | null, context: LocalContext): Measured {
  const { numerator, denominator, per, stage } = measure;
  if (stage !== null) {
    const { schools } = context.judgement.table;
    return ofSchools(stage, target, context, (row) => {
      const school = schools[row] as School;
      const above = figureIn(school, numerator, stage);
      return denominator === null ? above : quotient(above, figureIn(school, denominator, stage), per);
    }, term);
  }
  const above = ofFigure(context.county[numerator], term);
  if (denominator === null || above.value === null) return above;
  const below = ofFigure(context.county[denominator], term);
  if (below.value === 0) return { ...NOTHING, verdict: "notApplicable", text: "分母为 0" };
  return { ...below, value: quotient(above.value, below.value, per) };
}

/** What the county has of what a row asks for. `term` names the row in what is missing. */
export function measure(what: LocalMeasure, term: string, target: LocalTarget | null, context: LocalContext): Measured {
  switch (what.kind) {
    case "item":
      return ofItem(what.item, what.test, context);
    case "indicator":
      return ofIndicator(what.indicator, what.stage, target, context);
    case "fact":
      return ofFigure(context.county[what.fact], term);
    case "ratio":
      return ofRatio(what, term, target, context);
    case "verdict": {
      const { verdict, reasons, hasForm } = context.items;
      if (!hasForm) return { ...NOTHING, lack: "没有县级填报表，尚无县域结论，请插入模板并填写" };
      const text = `国家标准的县域结论：${VERDICT_TERMS[verdict]}`;
      if (verdict === "undetermined") return { ...NOTHING, lack: `${text}（${reasons[0]?.text ?? "缺数据"}）`, text };
      return { ...NOTHING, verdict, text };
    }
  }
}
