import type { Judgement } from "../../engine";
import type { Standard } from "../../engine/standard";
import { answerKey, type Answers, type Reading } from "../../reading";
import type { HighlightPlan, HighlightRule } from "../sheet-plan";
import { specAreas } from "./areas";
import { cellFinder } from "./cells";
import { ruleFormulas } from "./rule-formula";
import { colouredCells, rowsBySchool, unsettledCells, type Coloured } from "./specs";

const ORDER = ["unmet", "undetermined", "floor", "met"] as const satisfies HighlightRule["verdict"][];

/**
 * Rules that colour the bureau's own cells by verdict (达标标注, R8), one plan a sheet. The cells coloured are an indicator's raw
 * figures: every column that is added up to its resource, all alike; 在校生数 and what is only subtracted stay plain, ratio
 * columns are coloured only where there are no totals. The formulas are plain Excel and stay live without the add-in.
 * `answers` tells which columns' blanks are zeros (R7); without it a blank is always 数据不足.
 */
export function highlightPlans(reading: Reading, judgement: Judgement, standard: Standard, answers: Answers = {}): HighlightPlan[] {
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
  return [...sheets].map(([sheet, list]) => ({ sheet, rules: sheetRules(list) }));
}

function sheetRules(cells: readonly Coloured[]): HighlightRule[] {
  return specAreas(cells).flatMap(({ area, spec }) => {
    const formulas = ruleFormulas(spec, area.row);
    return ORDER.flatMap((verdict) => {
      const formula = formulas[verdict];
      return formula === undefined ? [] : [{ area, formula, verdict }];
    });
  });
}
