import { ownTargets, type OwnStandardReading } from "../engine";
import type { SheetBlock } from "../grid/block";
import { DEFAULT_STANDARD, FACTS, ITEM_BOOK, ITEM_FACTS } from "../standards";
import type { Problem } from "./model";
import { readOwnLines, type OwnKnown } from "./own-lines";

const ALL: OwnKnown = { targets: ownTargets(DEFAULT_STANDARD, ITEM_BOOK), facts: [...FACTS, ...ITEM_FACTS] };

/**
 * Reads a sheet as a bureau's own standard (自定标准): lines of the national standard changed, of indicators, 差异系数 and
 * items, and lines added. What cannot be used is told cell by cell, the rest is taken. `null` when the sheet is none.
 */
export function readOwnStandard(block: SheetBlock): { readonly reading: OwnStandardReading; readonly problems: readonly Problem[] } | null {
  return readOwnLines(block, ALL);
}
