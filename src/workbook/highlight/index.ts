import type { Judgement } from "../../engine";
import type { Standard } from "../../engine/standard";
import type { SheetBlock } from "../../grid/block";
import { answerKey, type Answers, type Reading } from "../../reading";
import type { HighlightPlan, HighlightRule } from "../sheet-plan";
import { specAreas } from "./areas";
import { cellFinder } from "./cells";
import { guardFinder, type GuardFinder } from "./guards";
import { ruleFormulas } from "./rule-formula";
import { colouredCells, rowsBySchool, unsettledCells, type Coloured } from "./specs";

const ORDER = ["unmet", "undetermined", "floor", "met"] as const satisfies HighlightRule["verdict"][];

/** What else is known of the workbook; both better the rules, neither is needed. */
export interface HighlightExtras {
  /** Which columns' blanks are zeros (R7); without it a blank is always 数据不足. */
  readonly answers?: Answers;
  /** The sheets' cells, so that rows of a kind that stand apart can share one rule. */
  readonly blocks?: readonly SheetBlock[];
}

/**
 * Rules that colour the bureau's own cells by verdict (达标标注, R8), one plan a sheet. The cells coloured are an indicator's raw
 * figures: every column that is added up to its resource, all alike; 在校生数 and what is only subtracted stay plain, ratio
 * columns are coloured only where there are no totals. The formulas are plain Excel and stay live without the add-in.
 */
export function highlightPlans(reading: Reading, judgement: Judgement, standard: Standard, { answers = {}, blocks = [] }: HighlightExtras = {}): HighlightPlan[] {
  const cells = cellFinder(reading, (key) => {
    const answer = answers[answerKey.blank(key)];
    return answer?.kind === "blankIsZero" && answer.value;
  });
  const coloured = [...rowsBySchool(judgement)].flatMap(([school, rows]) => colouredCells(school, rows, judgement, standard, cells));
  const unsettled = judgement.table.unsettled.flatMap(({ school }) => unsettledCells(school, standard, cells));
  const sheets = new Map<string, Coloured[]>();
  for (const cell of [...coloured, ...unsettled]) {
    const list = sheets.get(cell.spot.sheet);
    if (list) list.push(cell);
    else sheets.set(cell.spot.sheet, [cell]);
  }
  return [...sheets].map(([sheet, list]) => {
    const tables = reading.tables.filter((table) => table.sheet === sheet);
    return { sheet, rules: sheetRules(list, guardFinder(tables, blocks.find((block) => block.sheet === sheet))) };
  });
}

function sheetRules(cells: readonly Coloured[], guardFor: GuardFinder): HighlightRule[] {
  return specAreas(cells, guardFor).flatMap(({ area, spec, guard }) => {
    const formulas = ruleFormulas(spec, area.row, guard?.(area.row) ?? null);
    return ORDER.flatMap((verdict) => {
      const formula = formulas[verdict];
      return formula === undefined ? [] : [{ area, formula, verdict }];
    });
  });
}
