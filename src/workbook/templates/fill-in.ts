import type { Fact, ItemFact } from "../../engine";
import type { Area } from "../../grid/block";
import { cell, columnPages, padded, paperFor, rowHeight, rowLines, wrapped, type Row } from "../layout";
import type { PlanCell, PlanValue, SheetPlan, StyleName, ValidationPlan } from "../sheet-plan";

/** A heading of a sheet to fill in, with the headings below it (小学, 初中), one column each; none: one column of its own. */
export interface FillHeading {
  readonly heading: string;
  readonly parts?: readonly string[];
  readonly width: number;
  readonly rule: ValidationPlan["rule"];
  /** Shown when a cell is chosen: what is meant, an example. */
  readonly hint: string;
  readonly style?: StyleName;
}

/** Headings below a common one; a sheet of a single group without a name has no row of groups. */
export interface FillGroup {
  readonly group: string;
  readonly headings: readonly FillHeading[];
}

export interface FillSheet {
  readonly name: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly groups: readonly FillGroup[];
  /** Rows as they are handed out. Sheets of schools have none: nobody's example is ever judged. */
  readonly rows: readonly (readonly PlanValue[])[];
  /** Blank rows drawn below them. */
  readonly blankRows: number;
  readonly frozenColumns: number;
}

/** Typing is checked this far down, below the drawn rows too. */
const CHECKED_ROWS = 3000;
/** Where lines of text are broken, in half-width characters, however wide the table. */
const LINE = 120;
/** A sheet no wider is printed upright. */
const UPRIGHT = 110;
const NOTE_TITLE = 32;
const NOTE_TEXT = 255;

/** Lays out a sheet to fill in (模板): title, instructions, headings, rows, with checks and notes column by column. */
export function fillInSheet(sheet: FillSheet): SheetPlan {
  const columns = sheet.groups.flatMap(({ headings }) => headings.flatMap(columnsOf));
  const widths = columns.map(({ width }) => width);
  const width = widths.reduce((sum, one) => sum + one, 0);
  const pages = columnPages(widths, startsOf(sheet.groups), sheet.frozenColumns);
  // Columns that stand on every page hold no lines, for those would be cut off there.
  const lead = pages.columnBreaks === undefined ? [] : Array.from({ length: sheet.frozenColumns }, () => null);
  const above: Row[] = [[...lead, cell(sheet.title, "title")], ...sheet.lines.flatMap((line) => wrapped(line, Math.min(LINE, width - 2))).map((line) => [...lead, cell(line, "note")])];
  const head = headingRows(sheet.groups, columns.length);
  const first = above.length + head.rows.length;
  const styled = (row: readonly PlanValue[]): Row => columns.map(({ style }, column) => cell(row[column] ?? null, style ?? "input"));
  return {
    name: sheet.name,
    rows: [...above, ...head.rows, ...sheet.rows.map(styled), ...Array.from({ length: sheet.blankRows }, () => styled([]))],
    merges: head.merges.map((area) => ({ ...area, row: area.row + above.length })),
    columnWidths: widths,
    frozenRows: first,
    frozenColumns: sheet.frozenColumns,
    landscape: width > UPRIGHT,
    printTitleRows: [above.length, first - 1],
    rowHeights: Object.fromEntries(head.rows.map((row, index) => [above.length + index, rowHeight(rowLines(row, widths, head.merges.filter((area) => area.row === index)))])),
    ...pages,
    paper: paperFor(width),
    validations: columns.map((column, index) => validation(column, { row: first, column: index, rows: CHECKED_ROWS, columns: 1 })),
  };
}

type Column = FillHeading & { readonly part: string };

function columnsOf(heading: FillHeading): Column[] {
  return (heading.parts ?? [""]).map((part) => ({ ...heading, part }));
}

/** First column of each group, or of each heading where there is one group only. */
function startsOf(groups: readonly FillGroup[]): number[] {
  const sizes = (groups.length > 1 ? groups.map(({ headings }) => headings) : (groups[0]?.headings ?? []).map((heading) => [heading])).map((headings) => headings.flatMap(columnsOf).length);
  return sizes.map((_, index) => sizes.slice(0, index).reduce((sum, size) => sum + size, 0));
}

/** Rows of groups, headings and parts; a heading spreads over its parts, and down where it has none. */
function headingRows(groups: readonly FillGroup[], columns: number): { readonly rows: readonly Row[]; readonly merges: readonly Area[] } {
  const hasGroups = groups.some(({ group }) => group !== "");
  const hasParts = groups.some(({ headings }) => headings.some(({ parts }) => parts !== undefined));
  const rows: (PlanCell | null)[][] = Array.from({ length: Number(hasGroups) + 1 + Number(hasParts) }, () => [...padded([], columns, "header")]);
  const merges: Area[] = [];
  const put = (row: number, column: number, text: string, size: { readonly rows: number; readonly columns: number }): void => {
    const line = rows[row];
    if (line) line[column] = cell(text, "header");
    if (size.rows * size.columns > 1) merges.push({ row, column, ...size });
  };
  const top = Number(hasGroups);
  let column = 0;
  for (const { group, headings } of groups) {
    if (hasGroups) put(0, column, group, { rows: 1, columns: headings.flatMap(columnsOf).length });
    for (const { heading, parts } of headings) {
      put(top, column, heading, { rows: parts ? 1 : rows.length - top, columns: parts?.length ?? 1 });
      parts?.forEach((part, index) => { put(top + 1, column + index, part, { rows: 1, columns: 1 }); });
      column += parts?.length ?? 1;
    }
  }
  return { rows, merges };
}

function validation({ heading, part, rule, hint }: Column, area: Area): ValidationPlan {
  const title = part === "" ? heading : `${heading}·${part}`;
  return { area, rule, note: { title: title.slice(0, NOTE_TITLE), text: hint.slice(0, NOTE_TEXT) }, refusal: null };
}

export const YES_NO = ["是", "否"] as const;
const LEVELS = ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ"] as const;

/** What may be typed for a fact. Nothing is refused that a bureau may have to write: Excel warns and lets it pass. */
export function ruleOf(fact: Pick<Fact, "kind" | "unit">): ValidationPlan["rule"] {
  switch (fact.kind) {
    case "yesNo": return { kind: "list", values: YES_NO };
    case "level": return { kind: "list", values: LEVELS };
    case "text": return { kind: "any" };
    case "year": return { kind: "whole", min: 1900, max: 2100 };
    case "ratio": return { kind: "decimal", min: 0, max: fact.unit === "%" ? 100 : null };
    case "count": return { kind: "whole", min: 0, max: null };
    case "measure": return { kind: "decimal", min: 0, max: null };
  }
}

/** How a fact is filled in, in words: 「填整数，单位：人。例：600。」 */
export function hintOf(fact: Fact | ItemFact, unit: string = fact.unit): string {
  const example = "example" in fact ? `例：${String(fact.example)}` : "";
  return [wayOf(fact, unit), fact.note ?? "", example].filter((text) => text !== "").map((text) => `${text}。`).join("");
}

function wayOf({ kind }: Fact, unit: string): string {
  if (kind === "yesNo") return `填“${YES_NO.join("”或“")}”`;
  if (kind === "level") return `填 ${LEVELS.join("、")}`;
  if (kind === "text") return "填文字";
  return `填${kind === "count" || kind === "year" ? "整数" : "数字"}${unit === "" ? "" : `，单位：${unit}`}`;
}
