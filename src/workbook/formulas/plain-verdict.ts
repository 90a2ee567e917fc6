import { VERDICT_TERMS, type School, type Stage } from "../../engine";
import { columnLetters } from "../../grid/cell-name";
import { cellFinder, type Spot } from "../highlight/cells";
import { verdictTests, type Tests } from "../highlight/rule-formula";
import { rowsBySchool, stageSpecs } from "../highlight/specs";
import type { FittingFormula, FormulaTask, SheetArea } from "./task";
import { besideColumn } from "./ranges";

/** Excel takes no longer formula in a cell. */
const LONGEST = 8192;

/** 逐校判定 without YJJH functions: the school rule (R2) written out in plain Excel, for Excel 2010 and later. */
export function plainVerdicts(task: FormulaTask): FittingFormula[] {
  const { table, judgement, selection } = task;
  const schools = new Map([...rowsBySchool(judgement)].map(([school, rows]) => [school.place, { school, rows }]));
  const first = Math.min(...table.dataRows);
  const last = Math.max(...table.dataRows);
  const column = besideColumn(table, selection);
  const at: SheetArea = { sheet: table.sheet, row: first, column, rows: last - first + 1, columns: 1 };
  const formulas = Array.from({ length: at.rows }, (_, i) => {
    const one = schools.get(`${table.sheet}!${String(first + i + 1)}`);
    return [one ? schoolFormula(task, one.school, one.rows, { sheet: at.sheet, row: first + i, column }) : ""];
  });
  if (formulas.every(([formula]) => formula === "")) return [];
  return [{
    id: "plainVerdict",
    title: "逐校判定（普通 Excel 公式）",
    description: `写在 ${columnLetters(column)} 列，不依赖加载项；未参评的行留空，改动数据后自动更新`,
    at,
    formulas,
  }];
}

/** The worst of the school's stages: 0 不达标, 1 数据不足, 2 达标. Empty when even the shortest form is longer than Excel takes. */
function schoolFormula(task: FormulaTask, school: School, rows: ReadonlyMap<Stage, number>, spot: Spot): string {
  const { judgement, standard, reading } = task;
  const cells = cellFinder(reading, () => false);
  const stages = [...rows].map(([stage, row]) => stageSpecs(school, stage, judgement.table.held[row] === 1, judgement, standard, cells, spot));
  const tests = stages.map((specs) => specs.map((spec) => verdictTests(spec, spot.row)));
  const words = [VERDICT_TERMS.unmet, VERDICT_TERMS.undetermined, VERDICT_TERMS.met].map((word) => `"${word}"`).join(",");
  const forms = (tests[0]?.[0] ?? []).map((_, level) => {
    const scores = tests.map((one) => stageScore(one.map((levels) => levels[level] ?? {}), standard.schoolRule.atLeast));
    return `=CHOOSE(1+MIN(${scores.join(",")}),${words})`;
  });
  return forms.find((formula) => formula.length <= LONGEST) ?? "";
}

/** R2: one below 85 %, or too many at 85 %: 不达标, whatever is missing; otherwise anything missing: 数据不足. */
function stageScore(tests: readonly Tests[], atLeast: number): string {
  const count = (verdict: "unmet" | "floor" | "met"): string => {
    const parts = tests.flatMap((one) => one[verdict] ?? []).map((test) => `IFERROR(IF(AND(${test}),1,0),0)`);
    return parts.length === 0 ? "0" : parts.join("+");
  };
  const all = String(tests.length);
  return `IF(OR(${count("unmet")}>0,${count("floor")}>${String(tests.length - atLeast)}),0,IF(${count("met")}+${count("floor")}<${all},1,2))`;
}
