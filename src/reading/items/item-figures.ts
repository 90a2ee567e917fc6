import type { ClassBand, Fact, Figure, Figures, ListedRoom, Location, School, Stage } from "../../engine";
import type { Cell } from "../../grid/block";
import { isBlank } from "../../grid/block";
import type { Answers } from "../model";
import { answerKey, yesOrNo } from "../answers";
import type { NumberKind } from "../numbers";
import type { RawTable } from "../tables";
import { plain, tidy } from "../text";
import { readTyped } from "../typed-value";
import { cellOfItem, type ItemColumn } from "./item-columns";

/** A cell of an item's column, read. */
export interface ItemCell {
  readonly figure: Figure;
  readonly kind: NumberKind;
}

/** How many classes, or rooms, a band's column holds. */
const COUNTED: Pick<Fact, "id" | "term" | "unit" | "kind"> = { id: "", term: "", unit: "个", kind: "count" };

/** Blanks of a count may be declared zero (R7); those of an answer, a year or a size may not. */
export function mayBeZero({ meaning }: ItemColumn): boolean {
  if (meaning.kind === "band" || meaning.kind === "roomBand") return true;
  return meaning.kind === "fact" && (meaning.fact.kind === "count" || meaning.fact.kind === "measure") && meaning.fact.id !== "largestClass" && meaning.fact.id !== "lastYearStudents";
}

/** Reads one cell of an item's column. */
export function readItemCell(table: RawTable, item: ItemColumn, row: number, answers: Answers): ItemCell {
  const { cell, short } = cellOfItem(table, item, row);
  const raw = table.block.values[row]?.[item.column.path.index];
  const missing = (kind: NumberKind, why: string): ItemCell => ({ kind, figure: { value: null, cell, why } });
  if (item.withheld !== null) return missing("blank", item.withheld);
  const fact = item.meaning.kind === "fact" ? item.meaning.fact : COUNTED;
  const typed = readTyped(raw, fact, item.settledUnit);
  if (typed.value !== null && typed.value < 0) return missing("text", `${short} 是负数，请更正`);
  if (typed.value !== null) return { kind: typed.kind, figure: { value: typed.value, cell, ...(typed.written !== undefined && { written: typed.written }) } };
  const declared = (typed.kind === "blank" || typed.kind === "mark") && mayBeZero(item) && yesOrNo(answers, answerKey.blank(item.column.key), "blankIsZero") === true;
  if (declared) return { kind: typed.kind, figure: { value: 0, cell } };
  return missing(typed.kind, whyMissing(short, typed.kind, raw, fact));
}

function whyMissing(short: string, kind: NumberKind, raw: Cell | undefined, fact: Pick<Fact, "kind">): string {
  const text = tidy(String(raw ?? "")).slice(0, 20);
  if (kind === "error") return `${short} 是错误值 ${text}，请更正公式`;
  if (kind === "text") return `${short} 填的是“${text}”，请改填${fact.kind === "yesNo" ? "“是”或“否”" : fact.kind === "year" ? "年份" : "数字"}`;
  if (kind === "mark") return `${short} 填的是“${text}”，不能当作 0，请补填；确实没有请填 0`;
  return `${short} 为空，请补填`;
}

/** What the item columns of a row add to its school. */
export function withItems(table: RawTable, items: readonly ItemColumn[], row: number, school: School, answers: Answers): School {
  if (items.length === 0) return school;
  const figures: Record<string, Figures[string]> = { ...school.figures };
  const bands: ClassBand[] = [];
  const rooms: ListedRoom[] = [];
  for (const item of items) {
    const { meaning, scope } = item;
    if (meaning.kind === "location" || meaning.kind === "roomAreas") continue;
    const { figure } = readItemCell(table, item, row, answers);
    if (meaning.kind === "fact") figures[meaning.fact.id] = { ...figures[meaning.fact.id], [scope]: figure };
    else if (meaning.kind === "band") bands.push({ stage: stageOf(scope), from: meaning.from, to: meaning.to, classes: figure });
    else rooms.push(...Array.from({ length: figure.value ?? 0 }, (): ListedRoom => ({ kind: meaning.room, area: meaning.least, cell: figure.cell ?? "" })));
  }
  rooms.push(...items.flatMap((item) => areasOf(table, item, row, figures)));
  const location = items.map((item) => locationIn(table, item, row)).find((found) => found !== null) ?? school.location;
  return { ...school, figures, ...(location && { location }), ...(bands.length > 0 && { bands }), ...(rooms.length > 0 && { rooms }) };
}

function locationIn(table: RawTable, { meaning, withheld, column }: ItemColumn, row: number): Location | null {
  const raw = table.block.values[row]?.[column.path.index];
  return meaning.kind !== "location" || withheld !== null || isBlank(raw) ? null : locationOf(String(raw));
}

const stageOf = (scope: ItemColumn["scope"]): Stage | null => (scope === "primary" || scope === "junior" ? scope : null);

/** 城区, 镇区, 乡村, in words or as the codes of the national statistics begin. */
export function locationOf(text: string): Location | null {
  const value = plain(text);
  const code = /^(11|12|2)\d+/.exec(value)?.[1];
  if (code !== undefined) return code === "11" ? "urban" : code === "12" ? "town" : "rural";
  if (/城区|城市|主城|城乡结合/.test(value)) return "urban";
  if (/乡村|农村|村庄|乡中心|^乡$|^村$|牧区/.test(value)) return "rural";
  return /镇/.test(value) ? "town" : null;
}

const ROOM_COUNTS = { music: "musicRooms", fineArt: "fineArtRooms" } as const;

/** Areas written one after the other: 96、98. One number where nobody says how many rooms there are may be their sum: then nothing is known of single rooms. */
function areasOf(table: RawTable, { meaning, withheld, column }: ItemColumn, row: number, figures: Figures): ListedRoom[] {
  const raw = table.block.values[row]?.[column.path.index];
  if (meaning.kind !== "roomAreas" || withheld !== null || isBlank(raw)) return [];
  const { cell } = cellOfItem(table, { column }, row);
  const areas = plain(String(raw)).replace(/m2|平方米/g, "").split(/[、,;/|+]/).filter((part) => part !== "").map(Number);
  const count = figures[ROOM_COUNTS[meaning.room]]?.school?.value ?? null;
  if (!areas.every((area) => area > 0) || (count === null ? areas.length < 2 : count < areas.length || (areas.length === 1 && count > 1))) return [];
  const open = Array.from({ length: (count ?? areas.length) - areas.length }, () => null);
  return [...areas, ...open].map((area) => ({ kind: meaning.room, area, cell }));
}
