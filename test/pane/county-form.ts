import type { Cell } from "../../src/grid/block";
import { ITEM_FACTS } from "../../src/standards";
import type { MemorySheet } from "./memory-host";

const FACTS = ITEM_FACTS.filter(({ level, group }) => level === "county" && !group.startsWith("表Ⅰ "));
const HEAD: readonly Cell[] = ["序号", "指标项", "填报项目", "填报值", "单位", "填报说明"];
const TITLE = 1;

/** Where a figure of the county form is typed, as rows and columns count from 0. */
export const FORM_COLUMN = 3;
export const formRow = (fact: string): number => TITLE + 1 + FACTS.findIndex(({ id }) => id === fact);

/** The county form (县级填报表) as a bureau fills it in; `change` says other values by fact, `null` for blank. 表Ⅰ is left out. */
export function countyForm(change: Readonly<Record<string, Cell>> = {}): MemorySheet {
  const rows = FACTS.map(({ id, items, term, example, unit }, index): Cell[] => [index + 1, items.join("、"), term, id in change ? (change[id] ?? null) : example, unit, null]);
  return { name: "县级填报表", values: [["县级填报表"], HEAD, ...rows] };
}

export const FILLED_FORM = countyForm();
