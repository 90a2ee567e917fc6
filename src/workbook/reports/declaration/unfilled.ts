import { columnIndex } from "../../../grid/address";
import { cell, type Row } from "../../layout";
import type { SheetPlan } from "../../sheet-plan";
import { framed } from "../frame";
import type { ReportContext } from "../report";
import { lackings, type Form } from "./form";

/** One thing that is missing, with every cell that waits for it. */
export interface Unfilled {
  readonly table: string;
  readonly cells: string;
  readonly count: number;
  readonly what: string;
  readonly where: string;
}

/** Everything the form still lacks, in the form's order; cells that lack the same thing in one line. */
export function unfilled(forms: readonly Form[]): Unfilled[] {
  return forms.flatMap((form) => {
    const groups = new Map<string, { readonly what: string; readonly where: string; readonly cells: string[] }>();
    for (const { what, where, cell: name } of lackings(form)) {
      const key = JSON.stringify([what, where]);
      const group = groups.get(key) ?? { what, where, cells: [] };
      groups.set(key, group);
      if (!group.cells.includes(name)) group.cells.push(name);
    }
    return [...groups.values()].map(({ what, where, cells }) => ({ table: form.term, cells: runs(cells), count: cells.length, what, where }));
  });
}

/** 未能填写的项目: table, cell, what is missing, where to enter it. */
export function unfilledPlan(context: ReportContext, forms: readonly Form[]): SheetPlan {
  const list = unfilled(forms);
  const texts = (one: Unfilled): Row => [one.table, one.cells, one.what, one.where].map((text) => cell(text, "text"));
  return framed(context, {
    term: "申报表未填项",
    title: "申报表未能填写的项目",
    table: {
      widths: [6, 10, 26, 60, 60],
      header: [["序号", "申报表", "单元格", "缺什么", "在哪里补填"].map((text) => cell(text, "header"))],
      body: list.length === 0 ? [[null, null, null, cell("申报表各项均已填写。", "text")]] : list.map((one, index) => [cell(index + 1, "centred"), ...texts(one)]),
      merges: [],
    },
    notes: ["补填后重新检查并重新生成申报表。表中标“缺”的格子没有数据，不得按0上报。"],
    frozenColumns: 0,
  });
}

/** `C4:C6、C9` of single cells; cells of one column that follow each other make a range. */
function runs(cells: readonly string[]): string {
  const places = cells.map((name) => ({ name, column: columnIndex(name.replace(/\d/g, "")), row: Number(name.replace(/\D/g, "")) }))
    .sort((a, b) => a.column - b.column || a.row - b.row);
  const found: { first: string; last: string; column: number; row: number }[] = [];
  for (const { name, column, row } of places) {
    const run = found.at(-1);
    if (run?.column === column && run.row === row - 1) Object.assign(run, { last: name, row });
    else found.push({ first: name, last: name, column, row });
  }
  return found.map(({ first, last }) => (first === last ? first : `${first}:${last}`)).join("、");
}
