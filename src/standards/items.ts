/** Everything of the law besides the seven indicators: items and their facts. Not needed to answer a formula, so it stands apart. */
import type { Fact, FactId, ItemBook, ItemFact } from "../engine";
import facts from "./facts.json" with { type: "json" };
import itemFacts from "./item-facts.json" with { type: "json" };
import items from "./national-2017-items.json" with { type: "json" };
import { SWITCH_RULES } from "./switches";

/** Raw figures that items need (数据项), of schools and of the county, in the order of the county form. */
export const ITEM_FACTS = itemFacts as readonly ItemFact[];

const BY_ID: ReadonlyMap<FactId, ItemFact> = new Map(ITEM_FACTS.map((fact) => [fact.id, fact]));

/** The item fact of an id, `undefined` when there is none. */
export function itemFactById(id: FactId): ItemFact | undefined {
  return BY_ID.get(id);
}

/** The file as it is, with its switches; a test parses it. */
export const ITEM_FILE: unknown = { ...items, switches: SWITCH_RULES };

/** All items of the national standard: 政府保障程度, 教育质量, 社会认可度, 一票否决, 申报条件. */
export const ITEM_BOOK: ItemBook = { ...(ITEM_FILE as ItemBook), facts: new Map([...(facts as readonly Fact[]), ...ITEM_FACTS].map((fact) => [fact.id, fact])) };
