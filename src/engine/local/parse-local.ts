import { JsonNode } from "../json-node";
import { STAGES } from "../model";
import { LOCAL_KINDS } from "./model";
import type { LocalMeasure, LocalPlan, LocalRow, LocalTarget } from "./model";

/** What a plan's measures may speak of. */
export interface LocalKnown {
  readonly standards: readonly string[];
  readonly indicators: readonly string[];
  /** Tests per item. */
  readonly items: ReadonlyMap<string, number>;
  readonly facts: ReadonlySet<string>;
}

function measureOf(node: JsonNode, known: LocalKnown): LocalMeasure {
  const kind = node.keys(["kind"], ["item", "test", "indicator", "stage", "fact"]).kind.oneOf(["item", "indicator", "fact", "verdict"] as const);
  if (kind === "verdict") return node.keys(["kind"]) && { kind };
  if (kind === "item") {
    const { item, test } = node.keys(["kind", "item", "test"]);
    const tests = known.items.get(item.text()) ?? item.fail(`没有指标项“${item.text()}”`);
    return { kind, item: item.text(), test: test.whole() < tests ? test.whole() : test.fail(`指标项只有 ${String(tests)} 条`) };
  }
  if (kind === "indicator") {
    const { indicator, stage } = node.keys(["kind", "indicator", "stage"]);
    return { kind, indicator: indicator.oneOf(known.indicators), stage: stage.oneOf(STAGES) };
  }
  const { fact } = node.keys(["kind", "fact"]);
  return { kind, fact: known.facts.has(fact.text()) ? fact.text() : fact.fail(`没有数据项“${fact.text()}”`) };
}

function targetOf(node: JsonNode): LocalTarget {
  const { year, value, comparison } = node.keys(["year", "value", "comparison"]);
  const isYear = year.json === null || (year.whole() > 2000 && year.whole() < 2100);
  if (!isYear) year.fail("应为四位年份或 null");
  return {
    year: year.json as number | null,
    value: typeof value.json === "number" && value.json >= 0 ? value.json : value.fail("应为非负数"),
    comparison: comparison.oneOf(["atLeast", "atMost", "below", "above"] as const),
  };
}

function rowOf(node: JsonNode, document: string, counties: readonly string[], known: LocalKnown): LocalRow {
  const part = node.keys(["id", "kind", "term", "number", "unit", "scope", "deadline", "section", "text"], ["counties", "targets", "measure", "owners"]);
  const targets = part.targets?.list(targetOf) ?? [];
  if (new Set(targets.map(({ year }) => year)).size < targets.length) part.targets?.fail("同一年有两个目标");
  const unit = part.unit.json === "" ? "" : part.unit.text();
  return {
    id: part.id.text(), kind: part.kind.oneOf(LOCAL_KINDS), term: part.term.text(), number: part.number.text(), unit,
    scope: part.scope.oneOf(["school", "class", "county", "city"] as const),
    counties: part.counties?.list((one) => one.oneOf(counties)) ?? [],
    targets, measure: part.measure ? measureOf(part.measure, known) : null,
    deadline: part.deadline.text(), owners: part.owners?.list((one) => one.text()) ?? [],
    clause: { document, section: part.section.text(), text: part.text.text() },
  };
}

/** Reads one local plan's file (地方方案). Refuses unknown keys, rows without a clause, years and measures that cannot be; throws `StandardError` with the path. */
export function parseLocalPlan(json: unknown, known: LocalKnown): LocalPlan {
  const id = typeof json === "object" && json !== null && "id" in json && typeof json.id === "string" ? json.id : "?";
  const part = new JsonNode(json, id).keys(["id", "term", "document", "effectiveFrom", "effectiveUntil", "buildsOn", "region", "counties", "rows"]);
  const { title, number, issuer, date } = part.document.keys(["title", "number", "issuer", "date"]);
  const document = { title: title.text(), number: number.text(), issuer: issuer.text(), date: date.date() };
  const counties = part.counties.list((one) => one.text());
  const rows = part.rows.list((one) => rowOf(one, `${document.title}（${document.number}）`, counties, known));
  const twin = rows.find((row, i) => rows.findIndex((other) => other.id === row.id) < i);
  if (twin) part.rows.fail(`编号 ${twin.id} 出现两次`);
  return {
    id: part.id.text(), term: part.term.text(), document, effectiveFrom: part.effectiveFrom.date(),
    effectiveUntil: part.effectiveUntil.json === null ? null : part.effectiveUntil.date(),
    buildsOn: part.buildsOn.oneOf(known.standards), region: part.region.text(), counties, rows,
  };
}
