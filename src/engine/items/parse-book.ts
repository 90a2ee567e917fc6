import { JsonNode, readClause } from "../json-node";
import { STAGES } from "../model";
import type { FactId, Stage, SwitchRule, Switches } from "../model";
import type { Fact, Term } from "../standard";
import { ITEM_PARTS, SCHOOLS_OF } from "./model";
import type { Comparison, Item, ItemBook, ItemFact, ItemTest } from "./model";
import { namesIn } from "./sentence";
import { sentenceWords } from "./sentence-words";

type AnyFact = Fact | ItemFact;
type Facts = ReadonlyMap<FactId, AnyFact>;

const COMPARISONS: readonly Comparison[] = ["atLeast", "atMost", "below"];
const PERCENT = 100;

interface Wanted {
  readonly kind?: Fact["kind"];
  readonly unit?: string;
  readonly level: "county" | "school";
}

function levelOf(fact: AnyFact): "county" | "school" {
  return "level" in fact ? fact.level : "school";
}

function factAt(node: JsonNode, facts: Facts, { kind, unit, level }: Wanted): AnyFact {
  const id = node.text();
  const fact = facts.get(id) ?? node.fail(`没有数据项“${id}”`);
  if (levelOf(fact) !== level) node.fail(`数据项“${fact.term}”不是${level === "county" ? "全县" : "学校"}的数据`);
  if (kind !== undefined && fact.kind !== kind) node.fail(`数据项“${fact.term}”的种类是“${fact.kind}”，应为“${kind}”`);
  if (unit !== undefined && fact.unit !== unit) node.fail(`数据项“${fact.term}”的单位是“${fact.unit}”，应为“${unit}”`);
  return fact;
}

function lineAt(node: JsonNode): number {
  return node.json === 0 ? 0 : node.positive();
}

/** Terms of one sum; they are counted in one unit. */
function sum(node: JsonNode, facts: Facts): { terms: Term[]; unit: string } {
  let unit: string | undefined;
  const terms = node.list((one): Term => {
    const { fact, sign } = one.keys(["fact", "sign"]);
    unit ??= factAt(fact, facts, { level: "county" }).unit;
    return { fact: factAt(fact, facts, { level: "county", unit }).id, sign: sign.oneOf([1, -1] as const) };
  });
  return { terms, unit: unit ?? "" };
}

/** A ratio's unit follows from its facts: % of one unit, else the numerator's unit a head. */
function checkUnit(node: JsonNode, unit: string, per: number, above: string, below: string): void {
  const isShare = unit === "%" && per === PERCENT && above === below;
  if (!isShare && !(unit === above && above !== below)) node.fail(`单位“${unit}”与分子“${above}”、分母“${below}”不符`);
}

function schoolsOf(node: JsonNode, facts: Facts): NonNullable<Extract<ItemTest, { kind: "ratio" }>["schools"]> {
  const { numerator, denominator, stage, of } = node.keys(["numerator", "denominator"], ["stage", "of"]);
  return {
    numerator: factAt(numerator, facts, { level: "school" }).id,
    denominator: factAt(denominator, facts, { level: "school" }).id,
    ...(stage && { stage: stage.oneOf(STAGES) }),
    ...(of && { of: of.oneOf(SCHOOLS_OF) }),
  };
}

function byStage<T>(node: JsonNode, read: (one: JsonNode) => T): Record<Stage, T> {
  const { primary, junior } = node.keys(STAGES);
  return { primary: read(primary), junior: read(junior) };
}

type Reader = (node: JsonNode, facts: Facts) => ItemTest;

function yesNo(node: JsonNode, facts: Facts): ItemTest {
  const { label, fact, school, want } = node.keys(["kind", "label", "fact", "want"], ["school"]);
  if (fact.json === null && !school) node.fail("没有数据项");
  return {
    kind: "yesNo", label: label.text(), want: want.flag(),
    fact: fact.json === null ? null : factAt(fact, facts, { kind: "yesNo", level: "county" }).id,
    ...(school && { school: factAt(school, facts, { kind: "yesNo", level: "school" }).id }),
  };
}

function ratio(node: JsonNode, facts: Facts): ItemTest {
  const part = node.keys(["kind", "label", "numerator", "denominator", "per", "unit", "places", "comparison", "line"], ["schools", "none"]);
  const [above, below, per, unit] = [sum(part.numerator, facts), sum(part.denominator, facts), part.per.positive(), part.unit.text()];
  checkUnit(part.unit, unit, per, above.unit, below.unit);
  return {
    kind: "ratio", label: part.label.text(), numerator: above.terms, denominator: below.terms, per, unit,
    places: part.places.whole(), comparison: part.comparison.oneOf(COMPARISONS), line: lineAt(part.line),
    ...(part.schools && { schools: schoolsOf(part.schools, facts) }),
    ...(part.none && { none: factAt(part.none, facts, { kind: "count", level: "county" }).id }),
  };
}

function figure(node: JsonNode, facts: Facts): ItemTest {
  const part = node.keys(["kind", "label", "fact", "unit", "places", "comparison", "line"]);
  const unit = part.unit.json === "" ? "" : part.unit.text();
  return {
    kind: "figure", label: part.label.text(), fact: factAt(part.fact, facts, { level: "county", unit }).id, unit,
    places: part.places.whole(), comparison: part.comparison.oneOf(COMPARISONS), line: lineAt(part.line),
  };
}

function everySchool(node: JsonNode, facts: Facts): ItemTest {
  const part = node.keys(["kind", "label", "numerator", "denominator", "per", "unit", "places", "comparison", "line"]);
  const [above, below] = [factAt(part.numerator, facts, { level: "school" }), factAt(part.denominator, facts, { level: "school" })];
  const [per, unit] = [part.per.positive(), part.unit.text()];
  checkUnit(part.unit, unit, per, above.unit, below.unit);
  return { kind: "everySchool", label: part.label.text(), numerator: above.id, denominator: below.id, per, unit, places: part.places.whole(), comparison: part.comparison.oneOf(COMPARISONS), line: lineAt(part.line) };
}

function monitoring(node: JsonNode, facts: Facts): ItemTest {
  const part = node.keys(["kind", "label", "subjects", "level", "below"]);
  const subjects = part.subjects.list((one) => {
    const { term, level, gap } = one.keys(["term", "level", "gap"]);
    return { term: term.text(), level: factAt(level, facts, { kind: "level", level: "county" }).id, gap: factAt(gap, facts, { kind: "ratio", level: "county" }).id };
  });
  return { kind: "monitoring", label: part.label.text(), subjects, level: part.level.positive(), below: part.below.positive() };
}

const READERS: Readonly<Record<ItemTest["kind"], Reader>> = {
  yesNo, ratio, figure, everySchool, monitoring,
  notBelow: (node, facts) => {
    const { label, left, right, unit } = node.keys(["kind", "label", "left", "right", "unit"]);
    const wanted = { level: "county", unit: unit.text() } as const;
    return { kind: "notBelow", label: label.text(), left: factAt(left, facts, wanted).id, right: factAt(right, facts, wanted).id, unit: wanted.unit };
  },
  years: (node, facts) => {
    const { label, from, until, line } = node.keys(["kind", "label", "from", "until", "line"]);
    const wanted = { kind: "year", level: "county" } as const;
    return { kind: "years", label: label.text(), from: factAt(from, facts, wanted).id, until: factAt(until, facts, wanted).id, line: line.positive() };
  },
  rooms: (node) => {
    const { label, classesPerRoom, areas } = node.keys(["kind", "label", "classesPerRoom", "areas"]);
    const { music, fineArt } = areas.keys(["music", "fineArt"]);
    return { kind: "rooms", label: label.text(), classesPerRoom: classesPerRoom.positive(), areas: { music: music.positive(), fineArt: fineArt.positive() } };
  },
  schoolSize: (node) => {
    const { label, lines } = node.keys(["kind", "label", "lines"]);
    const { oneStage, bothStages } = lines.keys(["oneStage", "bothStages"]);
    return { kind: "schoolSize", label: label.text(), lines: { oneStage: oneStage.positive(), bothStages: bothStages.positive() } };
  },
  classSize: (node) => {
    const { label, lines } = node.keys(["kind", "label", "lines"]);
    return { kind: "classSize", label: label.text(), lines: byStage(lines, (one) => one.positive()) };
  },
  smallSchoolFunds: (node, facts) => {
    const { label, below, countedAs, quotas } = node.keys(["kind", "label", "below", "countedAs", "quotas"]);
    return { kind: "smallSchoolFunds", label: label.text(), below: below.positive(), countedAs: countedAs.positive(), quotas: byStage(quotas, (one) => factAt(one, facts, { level: "county", unit: "元" }).id) };
  },
  variation: (node) => ({ kind: "variation", label: node.keys(["kind", "label"]).label.text() }),
};

function test(node: JsonNode, facts: Facts): ItemTest {
  const json = node.json;
  const kind = typeof json === "object" && json !== null && "kind" in json ? json.kind : undefined;
  const known = (Object.keys(READERS) as ItemTest["kind"][]).find((one) => one === kind) ?? node.fail(`不认识的检验“${String(kind)}”`);
  return READERS[known](node, facts);
}

function item(node: JsonNode, facts: Facts): Item {
  const part = node.keys(["id", "part", "number", "term", "short", "tests", "clause"], ["form"]);
  const tests = part.tests.list((one) => test(one, facts));
  const words = sentenceWords(tests);
  for (const name of namesIn(part.form ? part.form.text() : "")) if (!facts.has(name) && !words.has(name)) part.form?.fail(`没有“${name}”可填`);
  return {
    id: part.id.text(), part: part.part.oneOf(ITEM_PARTS), number: part.number.positive(), term: part.term.text(), short: part.short.text(),
    tests, clause: readClause(part.clause), ...(part.form && { form: part.form.text() }),
  };
}

function switchRule(node: JsonNode, known: readonly string[]): SwitchRule {
  const part = node.keys(["id", "term", "question", "touches", "source"], ["numbers"]);
  const touches = part.touches.list((one) => (known.includes(one.text()) ? one.text() : one.fail(`没有指标项“${one.text()}”`)));
  const numbers = part.numbers && Object.entries(part.numbers.json ?? {}).map(([name, value]): [string, number] => [name, new JsonNode(value, node.id, `${node.path}.numbers.${name}`).positive()]);
  return { id: part.id.text() as keyof Switches, term: part.term.text(), question: part.question.text(), touches, source: part.source.text(), ...(numbers && { numbers: Object.fromEntries(numbers) }) };
}

function noTwins(node: JsonNode, ids: readonly string[]): void {
  const twin = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twin !== undefined) node.fail(`编号“${twin}”出现两次`);
}

/**
 * Reads the items of one edition (指标项文件). Refuses unknown keys, facts nobody knows, units that do not fit, a sentence with a
 * place nothing fills, an item without its clause. `indicators` are the other names switches may touch. Throws `StandardError` with the path.
 */
export function parseItemBook(json: unknown, facts: readonly AnyFact[], indicators: readonly string[] = []): ItemBook {
  const root = new JsonNode(json, "items");
  const part = root.keys(["standard", "owners", "items", "switches"]);
  const known: Facts = new Map(facts.map((fact) => [fact.id, fact]));
  const items = part.items.list((one) => item(one, known));
  noTwins(part.items, items.map(({ id }) => id));
  const touchable = [...items.map(({ id }) => id), ...indicators, "variation"];
  const switches = part.switches.list((one) => switchRule(one, touchable));
  noTwins(part.switches, switches.map(({ id }) => id));
  const owners = part.owners.keys(["public", "private"]);
  const words = (node: JsonNode): string[] => node.list((one) => one.text());
  return { standard: part.standard.text(), owners: { public: words(owners.public), private: words(owners.private) }, items, switches, facts: known };
}
