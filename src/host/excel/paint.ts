import type { Area } from "../../grid/block";
import { areaName } from "../../grid/address";
import { STYLES, type PlanCell, type PlanValue, type SheetPlan, type StyleName } from "../../workbook/sheet-plan";
import { sizeOf } from "./read";
import { BODY_COLOUR, BODY_SIZE, BORDER_COLOUR, LOOKS, type Look } from "./styles";

/** A piece of drawing a sheet, small enough for one message, and its rough size in bytes. */
export interface Stroke {
  readonly bytes: number;
  readonly draw: (sheet: Excel.Worksheet) => void;
}

/** Cells of one stroke. */
const BLOCK_CELLS = 5_000;
/** Excel takes addresses up to 8,192 characters. */
const ADDRESS_LENGTH = 8_000;
/** Longer texts are shown as #### in a cell formatted as text. */
const TEXT_FORMAT_LENGTH = 255;
/** Rough size of a call besides its data. */
export const CALL_BYTES = 300;

/** Values and number formats, some rows at a time; the formats come first, so that text stays text. */
export function cellStrokes(rows: SheetPlan["rows"], firstRow = 0): readonly Stroke[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return [];
  const height = Math.max(1, Math.floor(BLOCK_CELLS / width));
  return Array.from({ length: Math.ceil(rows.length / height) }, (_, i) => {
    const block = rows.slice(i * height, (i + 1) * height).map((row) => Array.from({ length: width }, (_unused, j) => row[j] ?? null));
    const values = block.map((row) => row.map((cell) => entered(cell?.value ?? null)));
    const formats = block.map((row) => row.map(formatOf));
    return {
      bytes: CALL_BYTES + values.flat().reduce<number>((sum, value) => sum + sizeOf(value) + 12, 0),
      draw: (sheet: Excel.Worksheet) => {
        const range = sheet.getRangeByIndexes(firstRow + i * height, 0, block.length, width);
        range.numberFormat = formats;
        range.values = values;
      },
    };
  });
}

function isText(value: PlanValue): value is string {
  return typeof value === "string";
}

function formatOf(cell: PlanCell | null): string {
  if (cell === null) return "General";
  return isText(cell.value) && cell.value.length <= TEXT_FORMAT_LENGTH ? "@" : LOOKS[cell.style].numberFormat;
}

/** What is handed to Excel: a leading apostrophe is taken away by it and says that text follows. */
export function entered(value: PlanValue): string | number | boolean | null {
  if (value === null || value === "") return null;
  if (isText(value)) return /^'/.test(value) || (value.length > TEXT_FORMAT_LENGTH && /^[=+\-@]/.test(value)) ? `'${value}` : value;
  return typeof value === "object" ? `=${value.formula.replace(/^=/, "")}` : value;
}

/** The look of every cell, one style at a time. */
export function styleStrokes(rows: SheetPlan["rows"]): readonly Stroke[] {
  return STYLES.flatMap((style) => addresses(areasOf(rows, style)).map((address) => ({
    bytes: CALL_BYTES * 12 + address.length,
    draw: (sheet: Excel.Worksheet) => dress(sheet.getRanges(address).format, LOOKS[style]),
  })));
}

/** Cells of one style as few rectangles: runs along a row, grown downwards while the rows below have the same run. */
export function areasOf(rows: SheetPlan["rows"], style: StyleName): readonly Area[] {
  const done: Area[] = [];
  let open = new Map<string, Area>();
  for (const [row, cells] of rows.entries()) {
    const next = new Map<string, Area>();
    for (const [column, columns] of runs(cells, style)) {
      const key = `${String(column)} ${String(columns)}`;
      const above = open.get(key);
      next.set(key, above ? { ...above, rows: above.rows + 1 } : { row, column, rows: 1, columns });
      open.delete(key);
    }
    done.push(...open.values());
    open = next;
  }
  return [...done, ...open.values()];
}

/** Start and length of each run of a style in a row. */
function runs(cells: readonly (PlanCell | null)[], style: StyleName): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const [column, cell] of cells.entries()) {
    if (cell?.style !== style) continue;
    const last = found.at(-1);
    if (last && last[0] + last[1] === column) last[1]++;
    else found.push([column, 1]);
  }
  return found;
}

/** Areas as lists of addresses that Excel takes. */
export function addresses(areas: readonly Area[]): readonly string[] {
  const lists: string[] = [];
  for (const area of areas) {
    const name = areaName(area);
    const last = lists.at(-1);
    if (last !== undefined && last.length + name.length < ADDRESS_LENGTH) lists[lists.length - 1] = `${last},${name}`;
    else lists.push(name);
  }
  return lists;
}

const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideHorizontal", "InsideVertical"] as const;

function dress(format: Excel.RangeFormat, look: Look): void {
  if (look.bold) format.font.bold = true;
  if (look.size !== undefined) format.font.size = look.size;
  if (look.text !== undefined) format.font.color = look.text;
  if (look.fill !== undefined) format.fill.color = look.fill;
  format.horizontalAlignment = look.align;
  format.verticalAlignment = look.top ? "Top" : "Center";
  if (look.wrap) format.wrapText = true;
  if (!look.bordered) return;
  for (const edge of EDGES) {
    const border = format.borders.getItem(edge);
    border.style = "Continuous";
    border.color = BORDER_COLOUR;
  }
}

/** Gives cells another look, whatever they looked like. */
export function redress(format: Excel.RangeFormat, look: Look): void {
  format.fill.clear();
  format.font.bold = false;
  format.font.size = BODY_SIZE;
  format.font.color = BODY_COLOUR;
  dress(format, look);
}

export function mergeStrokes(merges: readonly Area[]): readonly Stroke[] {
  return merges.map((area) => ({ bytes: CALL_BYTES, draw: (sheet) => sheet.getRange(areaName(area)).merge() }));
}
