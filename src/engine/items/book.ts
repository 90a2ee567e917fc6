import type { FactId, SwitchRule, Switches } from "../model";
import type { Fact } from "../standard";
import type { ItemBook } from "./model";

/** Whoever has the book at hand. */
export interface HasBook {
  readonly book: ItemBook;
}

/** What a fact is called and counted in. */
export function factOf({ book }: HasBook, id: FactId): Pick<Fact, "term" | "unit"> {
  return book.facts.get(id) ?? { term: id, unit: "" };
}

/** The rule of a switch that is on, else undefined. */
export function ruleOn({ book, switches }: HasBook & { readonly switches: Switches }, id: keyof Switches): SwitchRule | undefined {
  return switches[id] ? book.switches.find((rule) => rule.id === id) : undefined;
}

/** A relief's number; NaN, which no comparison keeps, when its data does not give it. */
export function numberOf(rule: SwitchRule, name: string): number {
  return rule.numbers?.[name] ?? Number.NaN;
}
