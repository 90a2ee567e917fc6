import type { ItemBook, ItemFact } from "../../engine";
import { ITEM_FACTS } from "../../standards";
import { cell, rowHeight, rowLines, wrapped, type Row } from "../layout";
import type { TemplateKind } from "../reports/report";
import type { SheetPlan, ValidationPlan } from "../sheet-plan";
import { hintOf, ruleOf } from "./fill-in";

const HEADINGS = ["序号", "指标项", "填报项目", "填报值", "单位", "填报说明"] as const;
const WIDTHS = [6, 24, 46, 14, 8, 42];
const VALUE = 3;

const LINES = [
  "填表说明：只在“填报值”一列填写，按“单位”一列的单位；不知道的留空，留空按缺数处理，该项为“数据不足”，不算达标。",
  "行可以删除或增加，“填报项目”的文字请勿改动。“说明”里的例子只是格式示范，不是要求。",
];

/** 县级填报表: one row per figure of the county that no school's sheet holds, in the order of the declaration form. */
export const countyForm: TemplateKind = {
  id: "county",
  term: "县级填报表",
  purpose: "表Ⅰ、政府保障程度、教育质量、社会认可度、一票否决和申报条件中由县级填报的各项",
  build: (_, book) => sheetOf(ITEM_FACTS.filter(({ level }) => level === "county"), book),
};

function sheetOf(facts: readonly ItemFact[], book: ItemBook): SheetPlan {
  const room = WIDTHS.reduce((sum, width) => sum + width, 0) - 2;
  const above: Row[] = [[cell("义务教育优质均衡县级填报表", "title")], ...LINES.flatMap((line) => wrapped(line, room)).map((line) => [cell(line, "note")])];
  const rows: Row[] = [...above, HEADINGS.map((text) => cell(text, "header"))];
  const validations: ValidationPlan[] = [];
  const groups = [...new Set(facts.map(({ group }) => group))];
  let number = 0;
  for (const group of groups) {
    rows.push([cell(null, "total"), cell(group, "wrapBold"), ...WIDTHS.slice(2).map(() => cell(null, "total"))]);
    for (const fact of facts.filter((one) => one.group === group)) {
      number += 1;
      validations.push(validation(fact, rows.length));
      rows.push([cell(number, "centred"), cell(itemsOf(fact, book), "wrap"), cell(fact.term, "wrap"), cell(null, "input"), cell(fact.unit, "centred"), cell(hintOf(fact), "wrap")]);
    }
  }
  const head = above.length;
  return {
    name: "县级填报表", rows, merges: [], columnWidths: WIDTHS, frozenRows: head + 1, frozenColumns: VALUE,
    landscape: false, printTitleRows: [head, head], validations, rowHeights: heights(rows),
  };
}

function heights(rows: readonly Row[]): Record<number, number> {
  return Object.fromEntries(rows.flatMap((row, index) => (rowLines(row, WIDTHS) > 1 ? [[index, rowHeight(rowLines(row, WIDTHS))]] : [])));
}

function validation(fact: ItemFact, row: number): ValidationPlan {
  const note = { title: fact.term.slice(0, 32), text: hintOf(fact).slice(0, 255) };
  return { area: { row, column: VALUE, rows: 1, columns: 1 }, rule: ruleOf(fact), note, refusal: null };
}

function itemsOf(fact: ItemFact, book: ItemBook): string {
  return book.items.filter((item) => fact.items.includes(item.id)).map((item) => `${item.id} ${item.short}`).join("；");
}
