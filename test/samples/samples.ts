import type { WorkBook } from "@e965/xlsx";
import { formSamples } from "./forms";
import { listSamples } from "./list-sheets";
import { messySamples } from "./messy";
import { mixedSamples } from "./mixed-sheets";
import { stageSamples } from "./stage-sheets";
import { wholeSamples } from "./whole-sheets";
import type { ExpectedRow } from "./expected";

/** A workbook as a bureau might keep it, and the right answers. */
export interface Sample {
  readonly name: string;
  readonly build: () => WorkBook;
  readonly rows: readonly ExpectedRow[];
  /** Rules of problems that must be told, whatever else is. */
  readonly rules: readonly string[];
  /** Rules that must not be told. */
  readonly quiet?: readonly string[];
}

export const SAMPLES: readonly Sample[] = [...wholeSamples, ...stageSamples, ...formSamples, ...messySamples, ...mixedSamples, ...listSamples];
