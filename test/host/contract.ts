import { DRAWING_CASES } from "./cases/drawing";
import { FORMULA_CASES } from "./cases/formulas";
import { HIGHLIGHT_CASES } from "./cases/highlighting";
import { MARKING_CASES } from "./cases/marking";
import { READING_CASES } from "./cases/reading";
import { STORE_CASES } from "./cases/store";
import { WATCHING_CASES } from "./cases/watching";
import { WRITING_CASES } from "./cases/writing";
import type { HostCase } from "./hand";

/** Every promise of `src/host/host.ts`, for any host: each case gets a fresh workbook. Runs in Node and in a browser. */
export const HOST_CASES: readonly HostCase[] = [
  ...READING_CASES,
  ...WRITING_CASES,
  ...DRAWING_CASES,
  ...MARKING_CASES,
  ...HIGHLIGHT_CASES,
  ...FORMULA_CASES,
  ...WATCHING_CASES,
  ...STORE_CASES,
];
