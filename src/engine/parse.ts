import { JsonNode, readClause, StandardError } from "./json-node";
import { LOCATIONS, SCHOOL_TYPES, STAGES } from "./model";
import type { FactId, SchoolType, Stage, Switches } from "./model";
import type { Fact, Indicator, ResourceRelief, Standard, Term, Way } from "./standard";

type Facts = ReadonlyMap<FactId, Fact>;

function byStage(node: JsonNode): Record<Stage, number> {
  const { primary, junior } = node.keys(STAGES);
  return { primary: primary.positive(), junior: junior.positive() };
}

function factOf(node: JsonNode, facts: Facts, unit: string, ratio: boolean): FactId {
  const id = node.text();
  const fact = facts.get(id) ?? node.fail(`没有数据项“${id}”`);
  if (fact.unit !== unit) node.fail(`数据项“${fact.term}”的单位是“${fact.unit}”，应为“${unit}”`);
  if ((fact.kind === "ratio") !== ratio) node.fail(`数据项“${fact.term}”${ratio ? "不是" : "是"}生均值`);
  return id;
}

function term(node: JsonNode, facts: Facts, unit: string): Term {
  const { fact, sign, optional } = node.keys(["fact", "sign"], ["optional"]);
  return { fact: factOf(fact, facts, unit, false), sign: sign.oneOf([1, -1] as const), ...(optional && { optional: optional.flag() }) };
}

function way(node: JsonNode, facts: Facts, unit: string): Way {
  const { terms, stages } = node.keys(["terms"], ["stages"]);
  return { terms: terms.list((one) => term(one, facts, unit)), ...(stages && { stages: stages.list((one) => one.oneOf(STAGES)) }) };
}

function relief(node: JsonNode): ResourceRelief {
  const part = node.keys(["switch", "fact", "term", "location", "clause"], ["students"]);
  const students = part.students?.keys(["from", "below"]);
  return {
    switch: part.switch.text() as keyof Switches, fact: part.fact.text(), term: part.term.text(), location: part.location.oneOf(LOCATIONS),
    clause: readClause(part.clause), ...(students && { students: { from: students.from.positive(), below: students.below.positive() } }),
  };
}

const UNITS = ["人", "㎡", "元", "间", "台", "册"] as const;

function formula(node: JsonNode, facts: Facts, unit: string): Indicator["formula"] {
  const { kind, per, ways, split, ratio, atLeast, relief: more } = node.keys(["kind", "per", "ways", "split", "ratio"], ["atLeast", "relief"]);
  const read = ways.list((one) => way(one, facts, unit));
  for (const stage of STAGES) if (!read.some((one) => !one.stages || one.stages.includes(stage))) ways.fail(`学段 ${stage} 没有算法`);
  return {
    kind: kind.oneOf(["perStudents"] as const),
    per: per.positive(),
    ways: read,
    split: split.flag(),
    ratio: factOf(ratio, facts, unit, true),
    ...(atLeast && { atLeast: factOf(atLeast, facts, unit, false) }),
    ...(more && { relief: relief(more) }),
  };
}

function indicator(node: JsonNode, facts: Facts): Indicator {
  const part = node.keys(["id", "term", "short", "unit", "resourceUnit", "formula", "places", "clause"], ["lines"]);
  const resourceUnit = part.resourceUnit.oneOf(UNITS);
  const unit = part.unit.text();
  if (unit !== resourceUnit) part.unit.fail(`与 resourceUnit“${resourceUnit}”不符`);
  return {
    id: part.id.text(),
    term: part.term.text(),
    short: part.short.list((one) => one.text()),
    unit,
    resourceUnit,
    formula: formula(part.formula, facts, resourceUnit),
    lines: part.lines ? byStage(part.lines) : { primary: Number.NaN, junior: Number.NaN },
    places: part.places.whole(),
    clause: readClause(part.clause),
  };
}

function schoolRule(node: JsonNode, indicators: number): Standard["schoolRule"] {
  const part = node.keys(["atLeast", "floor", "clause"]);
  const [atLeast, floor] = [part.atLeast.whole(), part.floor.positive()];
  if (atLeast > indicators) part.atLeast.fail("多于指标的项数");
  if (floor > 1) part.floor.fail("应为不大于 1 的比例");
  return { atLeast, floor, clause: readClause(part.clause) };
}

function splitting(node: JsonNode): Standard["splitting"] {
  const part = node.keys(["weights", "clause"]);
  const weights = part.weights.keys(["nineYear", "twelveYear", "complete"]);
  const nineYear = weights.nineYear.keys(STAGES);
  const twelveYear = weights.twelveYear.keys([...STAGES, "senior"]);
  const complete = weights.complete.keys(["junior", "senior"]);
  return {
    weights: {
      nineYear: { primary: nineYear.primary.positive(), junior: nineYear.junior.positive() },
      twelveYear: { primary: twelveYear.primary.positive(), junior: twelveYear.junior.positive(), senior: twelveYear.senior.positive() },
      complete: { junior: complete.junior.positive(), senior: complete.senior.positive() },
    },
    clause: readClause(part.clause),
  };
}

function scope(node: JsonNode): Standard["scope"] {
  const part = node.keys(["excludedTypes", "teachingPointMinimum", "clause"], ["excludedOwners"]);
  return {
    excludedTypes: part.excludedTypes.list((one): SchoolType => one.oneOf(SCHOOL_TYPES)),
    teachingPointMinimum: part.teachingPointMinimum.whole(),
    ...(part.excludedOwners && { excludedOwners: part.excludedOwners.list((one) => one.text()) }),
    clause: readClause(part.clause),
  };
}

function variationRule(node: JsonNode, indicators: readonly Indicator[]): Standard["variationRule"] {
  const part = node.keys(["limits", "places", "clause"], ["ofComposite"]);
  const ofComposite = part.ofComposite?.flag() ?? false;
  const hasLines = indicators.every(({ lines }) => STAGES.every((stage) => lines[stage] > 0));
  if (ofComposite === hasLines) node.fail(ofComposite ? "以综合差异系数判定的标准，指标不设线" : "每项指标都要有线");
  return { limits: byStage(part.limits), places: part.places.whole(), clause: readClause(part.clause), ...(ofComposite && { ofComposite }) };
}

function noTwins(node: JsonNode, indicators: readonly Indicator[]): readonly Indicator[] {
  const names = indicators.flatMap(({ id, term, short }) => [...new Set([id, term, ...short])]);
  const twin = names.find((name, i) => names.indexOf(name) !== i);
  return twin === undefined ? indicators : node.fail(`指标名称“${twin}”出现两次`);
}

/**
 * Reads one edition of a standard (标准文件). Refuses unknown and missing keys, a rule without its clause, facts that are not
 * known and units that do not fit them. Throws `StandardError` with the file's id and the path.
 */
export function parseStandard(json: unknown, facts: readonly Fact[]): Standard {
  const id = typeof json === "object" && json !== null && "id" in json && typeof json.id === "string" ? json.id : "?";
  const part = new JsonNode(json, id).keys([
    "id", "term", "document", "effectiveFrom", "effectiveUntil", "checkedOn", "indicators", "schoolRule", "variationRule", "splitting", "scope",
  ]);
  const known: Facts = new Map(facts.map((fact) => [fact.id, fact]));
  const document = part.document.keys(["title", "number", "issuer", "date"]);
  const indicators = noTwins(part.indicators, part.indicators.list((one) => indicator(one, known)));
  const standard: Standard = {
    id: part.id.text(),
    term: part.term.text(),
    document: { title: document.title.text(), number: document.number.text(), issuer: document.issuer.text(), date: document.date.date() },
    effectiveFrom: part.effectiveFrom.date(),
    effectiveUntil: part.effectiveUntil.json === null ? null : part.effectiveUntil.date(),
    checkedOn: part.checkedOn.date(),
    facts: known,
    indicators,
    schoolRule: schoolRule(part.schoolRule, indicators.length),
    variationRule: variationRule(part.variationRule, indicators),
    splitting: splitting(part.splitting),
    scope: scope(part.scope),
  };
  if (standard.effectiveUntil !== null && standard.effectiveUntil < standard.effectiveFrom) part.effectiveUntil.fail("早于 effectiveFrom");
  return standard;
}

/** What a file is an edition of: its id without the year. */
function subject(standard: Standard): string {
  return standard.id.replace(/-\d{4}$/, "");
}

/** Reads all files together and refuses two editions of one subject in force at once, and an id used twice. */
export function parseStandards(files: readonly unknown[], facts: readonly Fact[]): readonly Standard[] {
  const standards = files.map((json) => parseStandard(json, facts));
  standards.forEach((one, i) => {
    for (const other of standards.slice(0, i)) {
      if (other.id === one.id) throw new StandardError(one.id, "id", "编号出现两次");
      // Dates of less precision compare as text: 2017 comes before 2017-09.
      const apart = (early: Standard, late: Standard): boolean => early.effectiveUntil !== null && early.effectiveUntil < late.effectiveFrom;
      if (subject(other) !== subject(one) || apart(one, other) || apart(other, one)) continue;
      throw new StandardError(one.id, "effectiveFrom", `与 ${other.id} 的有效期重叠`);
    }
  });
  return standards;
}
