import { cellName, columnLetters, place } from "../../grid/cell-name";
import { itemFactById } from "../../standards";
import type { Answers, Candidate, ColumnMapping, Problem } from "../model";
import { answerKey, columnAnswer } from "../answers";
import { mappingOf } from "../column-mapping";
import { type Column } from "../columns";
import { problem } from "../problems";
import { cellAt, type RawTable } from "../tables";
import { unitOf, type Unit } from "../text";
import { readItemHeading, type ItemMeaning, type ItemReading } from "./item-words";

/** A column of a school sheet taken for an item's figure (分学校评估项的列). */
export interface ItemColumn extends ItemReading {
  readonly column: Column;
  readonly source: ColumnMapping["source"];
  /** What values are multiplied by where the unit is not the heading's own. */
  readonly settledUnit: Unit | null;
  /** Why it is not used until somebody decides; `null` otherwise. */
  readonly withheld: string | null;
  readonly candidates: readonly Candidate[];
}

/** How a meaning is named among the facts of a mapping. */
export function factNameOf(meaning: ItemMeaning): string {
  switch (meaning.kind) {
    case "fact": return meaning.fact.id;
    case "location": return "location";
    case "band": return `classBand:${String(meaning.from)}-${meaning.to === null ? "" : String(meaning.to)}`;
    case "roomBand": return `${meaning.room}Rooms:${String(meaning.least)}`;
    case "roomAreas": return `${meaning.room}RoomAreas`;
  }
}

/** Takes columns that the seven indicators have no use for, by heading or by somebody's answer. Two for one figure are asked. */
export function itemColumns(table: RawTable, columns: readonly Column[], answers: Answers): { readonly items: readonly ItemColumn[]; readonly problems: readonly Problem[] } {
  const found = columns.flatMap((column): ItemColumn[] => {
    const item = itemOf(table, column, answers);
    return item ? [item] : [];
  });
  const problems: Problem[] = [];
  // One that a better column or an equal one stands in for is simply not used.
  const items = found.flatMap((item): ItemColumn[] => {
    if (item.source === "answered") return [item];
    const others = found.filter((other) => factNameOf(other.meaning) === factNameOf(item.meaning) && other.scope === item.scope);
    const first = others[0];
    if (first && first !== item && sameCells(table, first, item)) return [];
    const better = others.some((other) => other !== item && (other.source === "answered" || other.confidence > item.confidence));
    if (better) return [];
    if (others.some((other) => !sameCells(table, item, other))) return [asked(table, item, `与另一列都像“${item.term}”（${others.map(({ column }) => lettersOf(table, column)).join("、")} 列）`, problems)];
    return [needsUnit(item) ? askUnit(table, item, problems) : item];
  });
  return { items, problems };
}

/** Columns that say the same in every row are one, whoever copied them. */
function sameCells(table: RawTable, one: ItemColumn, other: ItemColumn): boolean {
  if (one.settledUnit?.factor !== other.settledUnit?.factor) return false;
  return table.block.values.slice(table.firstData, table.endData).every((cells) => cells[one.column.path.index] === cells[other.column.path.index]);
}

const lettersOf = (table: RawTable, column: Column) => columnLetters(cellAt(table, 0, column.path.index).column);
export const headingOf = ({ column }: Pick<ItemColumn, "column">) => column.path.path.join(" › ");
const isMoney = ({ meaning }: ItemReading) => meaning.kind === "fact" && meaning.fact.unit === "元";
const needsUnit = (item: ItemColumn) => isMoney(item) && item.settledUnit === null;

function itemOf(table: RawTable, column: Column, answers: Answers): ItemColumn | null {
  const answer = columnAnswer(answers, column.key);
  const rest = { column, withheld: null, candidates: [] };
  if (answer) {
    const reading = readItemHeading(column.path.path);
    const fact = answer.fact === null ? undefined : itemFactById(answer.fact);
    const same = reading && factNameOf(reading.meaning) === answer.fact ? reading.meaning : null;
    const meaning: ItemMeaning | null = fact ? { kind: "fact", fact } : same;
    return meaning ? { ...rest, meaning, term: fact?.term ?? reading?.term ?? "", scope: answer.scope, unit: unitOf(answer.unit), settledUnit: unitOf(answer.unit), confidence: 1, source: "answered" } : null;
  }
  const reading = readItemHeading(column.path.path);
  const free = column.fact === null && column.attribute === null && column.withheld === null && column.candidates.length === 0;
  if (!reading || !(free || (reading.confidence === 1 && column.attribute === null))) return null;
  const money = table.units.filter(({ kind }) => kind === "money");
  const line = isMoney(reading) && money.every(({ factor }) => factor === money[0]?.factor) ? money[0] : undefined;
  return { ...rest, ...reading, settledUnit: reading.unit ?? line ?? null, source: "recognised" };
}

function asked(table: RawTable, item: ItemColumn, why: string, problems: Problem[]): ItemColumn {
  const spot = cellAt(table, item.column.path.row, item.column.path.index);
  const candidates = [candidateOf(item, item.settledUnit)];
  const text = `${cellName(spot.row, spot.column)}“${headingOf(item)}”${why}`;
  const meaning = { fact: null, scope: item.scope, unit: "", factor: 1 };
  const choices = [...candidates.map(({ fact, scope, unit, factor }) => ({ label: `是“${item.term}”`, answer: { kind: "column" as const, meaning: { fact, scope, unit, factor } } })), { label: "不使用此列", answer: { kind: "column" as const, meaning } }];
  problems.push(problem("ambiguous", spot, text, "请指明用哪一列，其余选“不使用此列”", { candidates, question: { key: answerKey.column(item.column.key), choices } }));
  return { ...item, withheld: `${text}，请在识别结果中确认`, candidates };
}

function candidateOf(item: ItemColumn, unit: Unit | null): Candidate {
  return { fact: factNameOf(item.meaning), term: item.term, scope: item.scope, unit: unit?.written ?? "", factor: unit?.factor ?? 1, confidence: 0.5 };
}

/** Money without a unit is never guessed. */
function askUnit(table: RawTable, item: ItemColumn, problems: Problem[]): ItemColumn {
  const spot = cellAt(table, item.column.path.row, item.column.path.index);
  const units = ["元", "万元"].map((written) => unitOf(written)).filter((unit) => unit !== null);
  const candidates = units.map((unit) => ({ ...candidateOf(item, unit), term: `${item.term}（${unit.written}）` }));
  const text = `${cellName(spot.row, spot.column)}“${headingOf(item)}”没有注明单位`;
  const choices = candidates.map(({ fact, scope, unit, factor }) => ({ label: `单位是${unit}`, answer: { kind: "column" as const, meaning: { fact, scope, unit, factor } } }));
  problems.push(problem("unit-doubt", spot, text, "请确认单位是元还是万元，或在标题中写明", { candidates, question: { key: answerKey.column(item.column.key), choices } }));
  return { ...item, withheld: `${text}，请确认是元还是万元`, candidates };
}

/** What the rest of the program sees of such a column. */
export function itemMapping(table: RawTable, item: ItemColumn): ColumnMapping {
  const base = mappingOf(table, item.column);
  const used = item.withheld === null;
  const evidence = item.source === "answered" ? ["按已确认的识别结果"] : [`标题“${headingOf(item)}”`, ...(item.settledUnit ? [`单位“${item.settledUnit.written}”`] : [])];
  return {
    ...base, fact: used ? factNameOf(item.meaning) : null, term: used ? item.term : "", scope: item.scope, unit: item.settledUnit?.written ?? "", factor: item.settledUnit?.factor ?? 1,
    confidence: used ? item.confidence : 0, evidence: used ? evidence : [], candidates: item.candidates, source: item.source,
  };
}

/** Where a row's cell of the column stands: `表!F7` and `F7`. */
export function cellOfItem(table: RawTable, { column }: Pick<ItemColumn, "column">, row: number): { readonly cell: string; readonly short: string } {
  const at = cellAt(table, row, column.path.index);
  return { cell: place(at.sheet, at.row, at.column), short: cellName(at.row, at.column) };
}
