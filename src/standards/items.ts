/** Everything of the law besides the seven indicators: items, their facts, local plans. Not needed to answer a formula, so it stands apart. */
import type { Fact, FactId, ItemFact } from "../engine";
import itemFacts from "./item-facts.json" with { type: "json" };

/** Raw figures that items need (数据项), of schools and of the county, in the order of the county form. */
export const ITEM_FACTS = itemFacts as readonly ItemFact[];

/** The item fact of an id, `undefined` when there is none. */
export function itemFactById(id: FactId): (Fact & ItemFact) | undefined {
  return ITEM_FACTS.find((fact) => fact.id === id);
}
