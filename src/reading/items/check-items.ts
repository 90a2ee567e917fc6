import type { School, Stage } from "../../engine";
import type { Answers, Problem } from "../model";
import { answerKey, yesOrNo } from "../answers";
import type { NumberKind } from "../numbers";
import { problem, someOf } from "../problems";
import { cellAt, type RawTable } from "../tables";
import { tidy } from "../text";
import { cellOfItem, headingOf, type ItemColumn } from "./item-columns";
import { locationOf, mayBeZero, readItemCell } from "./item-figures";

/** A row of schools as far as a column concerns it. */
interface Row {
  readonly row: number;
  readonly school: School;
}

/** Cells of item columns that say nothing usable: one problem per column and kind, with the first cells (R7). A column nobody filled in is told by the items themselves. */
export function checkItems(table: RawTable, items: readonly ItemColumn[], rows: readonly Row[], answers: Answers): Problem[] {
  return items.flatMap((item) => {
    if (item.withheld !== null || item.meaning.kind === "roomAreas") return [];
    if (item.meaning.kind === "location") return checkLocations(table, item, rows);
    const cells = rows.filter(({ school }) => concerns(item, school)).map(({ row }) => ({ row, kind: readItemCell(table, item, row, answers).kind, ...cellOfItem(table, item, row) }));
    const of = (...kinds: readonly NumberKind[]) => cells.filter(({ kind }) => kinds.includes(kind));
    const written = (row: number) => `“${tidy(String(table.block.values[row]?.[item.column.path.index] ?? "")).slice(0, 20)}”`;
    const blank = of("blank", "mark");
    const tell = (rule: string, severity: Problem["severity"], found: typeof cells, what: string, remedy: string, quote: boolean): Problem[] =>
      found.length === 0 ? [] : [problem(rule, cellAt(table, found[0]?.row ?? 0, item.column.path.index), `“${headingOf(item)}”列 ${someOf(found.map(({ short, row }) => `${short}${quote ? written(row) : ""}`))} ${what}`, remedy, { severity })];
    return [
      ...tell("error-value", "error", of("error"), "是错误值", "请更正公式或改填数值；更正前按缺数处理", true),
      ...tell("item-word", "error", of("text"), `读不出${wanted(item)}`, `请改填${wanted(item)}；更正前按缺数处理`, true),
      ...(blank.length === cells.length ? [] : askBlanks(item, blank.length, tell("blank", "warning", blank, "为空或没有写数，按缺数处理", mayBeZero(item) ? "请补填；确实没有的请填 0，或声明本列的空白视为 0" : "请补填", false), answers)),
    ];
  });
}

function concerns({ scope }: ItemColumn, { stages }: School): boolean {
  return scope === "school" || (scope !== "senior" && stages.includes(scope satisfies Stage));
}

function wanted({ meaning }: ItemColumn): string {
  const kind = meaning.kind === "fact" ? meaning.fact.kind : "count";
  return kind === "yesNo" ? "“是”或“否”" : kind === "year" ? "年份" : "数字";
}

function askBlanks(item: ItemColumn, count: number, found: readonly Problem[], answers: Answers): Problem[] {
  const [first] = found;
  const key = answerKey.blank(item.column.key);
  const answer = yesOrNo(answers, key, "blankIsZero");
  if (!first || !mayBeZero(item) || answer === false) return [...found];
  if (answer === true) return [{ ...first, rule: "blank-as-zero", severity: "info", text: `“${headingOf(item)}”列 ${String(count)} 个空白已按确认视为 0` }];
  const choices = [{ label: `本列 ${String(count)} 个空白视为 0`, answer: { kind: "blankIsZero", value: true } as const }, { label: "空白是缺数", answer: { kind: "blankIsZero", value: false } as const }];
  return [{ ...first, severity: "question", question: { key, choices } }];
}

function checkLocations(table: RawTable, item: ItemColumn, rows: readonly Row[]): Problem[] {
  const bad = rows.filter(({ row }) => {
    const cell = table.block.values[row]?.[item.column.path.index];
    return typeof cell === "string" && cell.trim() !== "" && locationOf(cell) === null;
  });
  const [first] = bad;
  return first ? [problem("item-word", cellAt(table, first.row, item.column.path.index), `“${headingOf(item)}”列 ${someOf(bad.map(({ row }) => cellOfItem(table, item, row).short))} 不是城区、镇区或乡村`, "请改填城区、镇区或乡村")] : [];
}
