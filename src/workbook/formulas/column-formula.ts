import { layoutOf, resolve, STAGES } from "../../engine";
import { parsePlace } from "../../grid/address";
import { formulaName } from "../../grid/formula-name";
import { schoolsOf, type FittingFormula, type FormulaTask, type SheetArea } from "./task";
import { tableRanges, withBlanks } from "./ranges";

interface Column {
  readonly sign: 1 | -1;
  readonly range: string;
}

interface Measured {
  readonly term: string;
  /** Columns added up to the resource, or the one column of ready ratios. */
  readonly columns: readonly Column[];
  readonly isRatio: boolean;
  readonly students: string;
}

/** 差异系数 below a column of the table: from totals, or from ready ratios, always weighted by students. */
export function columnFormulas(task: FormulaTask, hasFunctions: boolean): FittingFormula[] {
  const measured = measure(task);
  if (!measured) return [];
  const { term, isRatio } = measured;
  const at: SheetArea = { ...task.selection, rows: 1, columns: 1 };
  const from = isRatio ? "由比值和在校生数计算（官方口径：按在校生数加权）" : "由总量和在校生数计算（官方口径：按在校生数加权）";
  const formula = hasFunctions ? functionCall(measured) : plainVariation(measured);
  return [{ id: hasFunctions ? (isRatio ? "cv" : "cvTotal") : "plainCv", title: `差异系数：${term}`, description: from, at, formulas: [[formula]] }];
}

function functionCall({ columns, isRatio, students }: Measured): string {
  const [first] = columns;
  const values = columns.length === 1 && first ? withBlanks(first.range) : `IF(${columns.map(({ range }) => `(${range}="")`).join("+")}>0,"",${joined(columns)})`;
  return `=${formulaName(isRatio ? "CV" : "CVTOTAL")}(${values},${withBlanks(students)})`;
}

/** The same without functions. A blank or a text anywhere is 数据不足: arithmetic would take a blank for 0. */
function plainVariation({ columns, isRatio, students }: Measured): string {
  const amounts = joined(columns);
  const ratio = isRatio ? amounts : `(${amounts})/${students}`;
  const total = isRatio ? `SUMPRODUCT(${amounts},${students})` : `SUMPRODUCT(${amounts})`;
  const mean = `(${total}/SUM(${students}))`;
  const counts = [...columns.map(({ range }) => range), students].map((range) => `COUNT(${range})<ROWS(${range})`);
  const value = `SQRT(SUMPRODUCT(${students},(${ratio}-${mean})^2)/SUM(${students}))/${mean}`;
  return `=IF(OR(${counts.join(",")},MIN(${students})<=0),"数据不足",IFERROR(${value},"数据不足"))`;
}

function joined(columns: readonly Column[]): string {
  return columns.map(({ sign, range }, index) => (sign < 0 ? "-" : index > 0 ? "+" : "") + range).join("");
}

/** What the selected column measures; `null` unless every row from first to last is one school in the same stage. */
function measure({ table, judgement, standard, selection }: FormulaTask): Measured | null {
  const schools = schoolsOf(table, judgement);
  const [school] = schools;
  const ranges = tableRanges(table, selection);
  const isSolid = schools.length === table.dataRows.length && ranges.last - ranges.first + 1 === table.dataRows.length;
  const stages = new Set(schools.flatMap((one) => layoutOf(one, standard).parts.map((part) => part.scope)));
  const stage = STAGES.find((one) => stages.has(one));
  if (!school || !isSolid || stages.size !== 1 || stage === undefined || selection.sheet !== table.sheet || selection.row < table.area.row + table.area.rows) return null;
  const layout = layoutOf(school, standard);
  const students = columnOf(layout.parts[0]?.figure?.cell ?? null, table.sheet);
  if (students === null) return null;
  for (const indicator of standard.indicators) {
    const { sources, ratio } = resolve(school, layout, stage, indicator, judgement.switches);
    const columns = sources.map((source) => ({ sign: source.term.sign, column: columnOf(source.figure?.cell ?? null, table.sheet) }));
    const found = (isRatio: boolean, list: readonly Column[]): Measured => ({ term: indicator.term, columns: list, isRatio, students: ranges.column(students) });
    if (columns.some(({ column, sign }) => column === selection.column && sign > 0) && columns.every(({ column }) => column !== null)) {
      return found(false, columns.flatMap(({ sign, column }) => (column === null ? [] : [{ sign, range: ranges.column(column) }])));
    }
    const ready = columnOf(ratio?.cell ?? null, table.sheet);
    if (ready !== null && ready === selection.column) return found(true, [{ sign: 1, range: ranges.column(ready) }]);
  }
  return null;
}

function columnOf(cell: string | null, sheet: string): number | null {
  const at = cell === null ? null : parsePlace(cell);
  return at && at.sheet === sheet ? at.column : null;
}
