import { STAGE_TERMS } from "../../engine";
import { columnLetters } from "../../grid/cell-name";
import { formulaName } from "../../grid/formula-name";
import { leftOut, schoolsOf, type FittingFormula, type FormulaTask, type SheetArea } from "./task";
import { besideColumn, tableRanges, withBlanks } from "./ranges";

/** 是否达标, 判定: one formula a row of the table, so that one row's error spoils no other. */
export function rowFormulas(task: FormulaTask): FittingFormula[] {
  const { table, selection, saidStage } = task;
  const column = besideColumn(table, selection);
  const at: SheetArea = { sheet: table.sheet, row: Math.min(...table.dataRows), column, rows: 0, columns: 1 };
  const ranges = tableRanges(table, at);
  const stage = saidStage === null ? "" : `,"${STAGE_TERMS[saidStage]}"`;
  const rows = Array.from({ length: ranges.last - ranges.first + 1 }, (_, i) => ranges.first + i);
  const where = `写在 ${columnLetters(column)} 列，逐校一个公式；改动数据后自动更新`;
  const make = (id: string, title: string, description: string, formula: (school: string) => string): FittingFormula => ({
    id, title, description: `${description}，${where}`, at: { ...at, rows: rows.length },
    formulas: rows.map((row) => [formula(withBlanks(ranges.row(row)))]),
  });
  return [
    make("verdict", "逐校判定（达标、不达标、数据不足）", "按国家标准判定每所学校，用文字表示", (school) => `=${formulaName("VERDICT")}(${school},,${ranges.headers}${stage})`),
    make("compliant", "逐校是否达标（TRUE / FALSE）", "数据不足时显示 #N/A 并说明缺什么", (school) => `=${formulaName("COMPLIANT")}(${school},${ranges.headers}${stage})`),
  ];
}

/** 判定表, 全县平均值和差异系数: one formula that fills a table at the selection. */
export function functionFormulas({ table, selection, judgement, standard, saidStage }: FormulaTask): FittingFormula[] {
  // These two take no stage: where only the title says it, they could not know.
  if (saidStage !== null) return [];
  const ranges = tableRanges(table, selection);
  const call = (id: string): string => `=${formulaName(id)}(${withBlanks(ranges.body)},${ranges.headers})`;
  const at: SheetArea = { ...selection, rows: 1, columns: 1 };
  const count = standard.indicators.length;
  return [
    {
      id: "county", title: "全县平均值和差异系数", description: "小学、初中七项指标的全县平均值和差异系数，自动填满 5 行",
      at, formulas: [[call("COUNTY")]], spill: { rows: 5, columns: count + 3 },
    },
    {
      id: "evaluate", title: "七项指标判定表", description: "每校每学段一行：七项指标值、是否达标、备注，自动填满",
      at, formulas: [[call("EVALUATE")]], spill: { rows: 1 + schoolsOf(table, judgement).length + leftOut(table, judgement), columns: count + 9 },
    },
  ];
}
