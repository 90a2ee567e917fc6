import type { Place } from "./hand";

/** Copying a row is the grid's own affair, and it writes in one step, so that nothing can be cancelled half way. */
export const UNIVER_SKILLS: Place["skills"] = new Set(["protectSheet", "protectWorkbook", "tables", "veryHidden"]);
