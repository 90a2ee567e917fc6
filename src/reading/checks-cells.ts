import { cellName } from "../grid/cell-name";
import type { Answers, Problem } from "./model";
import { answerKey, yesOrNo } from "./answers";
import type { Column } from "./columns";
import { termOf } from "./heading";
import type { NumberKind } from "./numbers";
import { problem, someOf } from "./problems";
import type { ReadTable } from "./read-table";
import { cellAt } from "./tables";

interface Trouble {
  readonly rule: string;
  readonly severity: Problem["severity"];
  readonly what: string;
  readonly remedy: string;
}

const TROUBLES: Readonly<Partial<Record<NumberKind, Trouble>>> = {
  error: { rule: "error-value", severity: "error", what: "是错误值", remedy: "请更正公式或改填数值；更正前这些数按缺数处理" },
  text: { rule: "text-in-number", severity: "error", what: "是文字，不是数", remedy: "请改填数字；更正前这些数按缺数处理" },
  merged: { rule: "merged-over-stages", severity: "error", what: "是合并单元格，一个数合填了几行（如同一学校的小学、初中两行），不知各占多少", remedy: "请取消合并并按学段拆分填写，或把该校合为一行（办学类型填“九年一贯制学校”，分列小学、初中在校生数）；更正前这些行按缺数处理" },
  textNumber: { rule: "text-number", severity: "info", what: "是以文本存放的数，已按数读取", remedy: "建议转换为数字格式，以免公式求和时漏算" },
};

/** Cells of a mapped column that are no plain numbers: one problem per column and kind, with the first cells (A3, R7). */
export function checkCells(table: ReadTable, answers: Answers): Problem[] {
  return table.columns.flatMap((column) => {
    if (column.fact === null || column.withheld !== null) return [];
    const rows = rowsOf(table, column);
    const problems: Problem[] = [];
    for (const kind of ["error", "text", "merged", "textNumber"] as const) {
      const trouble = TROUBLES[kind];
      if (trouble && rows[kind].length > 0) problems.push(tell(table, column, rows[kind], trouble));
    }
    return [...problems, ...blanks(table, column, rows.blank, answers), ...absurd(table, column, rows)];
  });
}

type Rows = Readonly<Record<"error" | "text" | "textNumber" | "merged" | "blank" | "negative" | "zero" | "broken", number[]>>;

/** Rows of each kind, in one pass, among those the column is for: a 初中 column says nothing of a 小学. */
function rowsOf(table: ReadTable, column: Column): Rows {
  const rows: Rows = { error: [], text: [], textNumber: [], merged: [], blank: [], negative: [], zero: [], broken: [] };
  const { scope, series } = column;
  table.schools.forEach(({ school, row }, i) => {
    if (scope === "senior" || (scope !== "school" && !school.stages.includes(scope))) return;
    const kind = series.kinds[i] ?? "blank";
    if (kind === "mark") rows.blank.push(row.row);
    else if (kind !== "number") rows[kind].push(row.row);
    const value = series.values[i] ?? NaN;
    if (value < 0) rows.negative.push(row.row);
    if (value === 0) rows.zero.push(row.row);
    if (!Number.isNaN(value) && !Number.isInteger(value)) rows.broken.push(row.row);
  });
  return rows;
}

function tell(table: ReadTable, column: Column, rows: readonly number[], { rule, severity, what, remedy }: Trouble): Problem {
  const { block } = table.raw;
  const index = column.path.index;
  const texts = rows.map((row) => {
    const at = cellAt(table.raw, row, index);
    const written = block.values[row]?.[index];
    const shown = written === null || written === undefined ? "" : `“${String(written).trim().slice(0, 20)}”`;
    return `${cellName(at.row, at.column)}${shown}`;
  });
  const spot = cellAt(table.raw, rows[0] ?? 0, index);
  return problem(rule, spot, `“${column.path.path.join(" › ")}”列 ${someOf(texts)} ${what}`, remedy, { severity });
}

/** Blank is missing, never zero, until somebody says so for the column; never for students (R7). */
function blanks(table: ReadTable, column: Column, rows: readonly number[], answers: Answers): Problem[] {
  if (rows.length === 0) return [];
  const count = String(rows.length);
  const students = column.fact === "students";
  const key = answerKey.blank(column.key);
  const heading = column.path.path.join(" › ");
  if (!students && yesOrNo(answers, key, "blankIsZero") === true) {
    return [tell(table, column, rows, { rule: "blank-as-zero", severity: "info", what: "为空，已按确认视为 0", remedy: "如有误请在数据问题中改回" })];
  }
  const first = tell(table, column, rows, {
    rule: students ? "blank-students" : "blank", severity: students ? "error" : "warning", what: "为空或没有写数，按缺数处理",
    remedy: students ? "请补填在校生数" : `请补填；确实没有的请填 0，或声明“${heading}”列的空白视为 0`,
  });
  if (students || column.fact?.startsWith("ratio") || yesOrNo(answers, key, "blankIsZero") === false) return [first];
  const choices = [
    { label: `本列 ${count} 个空白视为 0`, answer: { kind: "blankIsZero", value: true } as const },
    { label: "空白是缺数", answer: { kind: "blankIsZero", value: false } as const },
  ];
  return [{ ...first, severity: "question", question: { key, choices } }];
}

function absurd(table: ReadTable, column: Column, { negative, zero, broken }: Rows): Problem[] {
  const problems: Problem[] = [];
  const term = termOf(column.fact ?? "");
  if (negative.length > 0) problems.push(tell(table, column, negative, { rule: "negative", severity: "error", what: `是负数，${term}不能为负`, remedy: "请更正；更正前按缺数处理" }));
  if (column.fact === "students" && zero.length > 0) {
    problems.push(tell(table, column, zero, { rule: "zero-students", severity: "warning", what: "在校生数为 0，该校不计入全县平均值和差异系数", remedy: "请核对：停办的学校可删除该行，漏填的请补填" }));
  }
  const counted = column.factor === 1 && !column.fact?.startsWith("ratio") && /teachers|Teachers|students|classes/.test(column.fact ?? "");
  if (counted && broken.length > 0) problems.push(tell(table, column, broken, { rule: "not-whole", severity: "warning", what: `不是整数，${term}应为整数`, remedy: "请核对是否把生均值或其他数填入本列" }));
  return problems;
}
