import type { Figure } from "../engine";
import { place } from "../grid/cell-name";
import type { SheetBlock } from "../grid/block";
import type { CountyReading, Reading } from "./model";
import { tidy } from "./text";
import { fromText } from "./typed-value";

/** Where a date of the data is stated (数据时点), as against the date a sheet was made (填报日期). */
const SAID = /(?:数据|统计|采集|填报数据)?(?:时点|截止(?:日期|时间)|截至(?:日期|时间)?|统计(?:时间|日期))\s*[:：为是]?\s*/;
/** A title or a note stands in the first rows or the last. */
const EDGE = 8;

/** The date of the data as a sheet states it: the county form first, then titles and notes of the sheets that were read. */
export function dataDateOf(blocks: readonly SheetBlock[], county: CountyReading | undefined): Reading["dataDate"] {
  const typed = county?.figures["county.dataDate"];
  if (typed && typed.value !== null && typed.cell !== null) return { text: typed.written ?? dated(typed), cell: typed.cell };
  for (const block of blocks) {
    const found = stated(block);
    if (found) return found;
  }
  return undefined;
}

function dated({ value }: Figure): string {
  const number = value ?? 0;
  return `${String(Math.floor(number / 1e4))}年${String(Math.floor(number / 100) % 100)}月${String(number % 100)}日`;
}

function stated(block: SheetBlock): Reading["dataDate"] {
  for (let row = 0; row < block.values.length; row += 1) {
    if (row >= EDGE && row < block.values.length - EDGE) continue;
    const cells = block.values[row] ?? [];
    for (let column = 0; column < cells.length; column += 1) {
      const cell = cells[column];
      if (typeof cell !== "string" || cell.length > 200) continue;
      const said = SAID.exec(cell);
      if (!said) continue;
      const rest = cell.slice(said.index + said[0].length);
      const beside = rest.trim() === "" ? cells[column + 1] : null;
      const text = typeof beside === "string" ? beside : rest;
      const at = typeof beside === "string" ? column + 1 : column;
      const date = dateIn(text);
      if (date !== null) return { text: date, cell: place(block.sheet, block.row + row, block.column + at) };
    }
  }
  return undefined;
}

const DATE = /(?:19|20)\d\d\s*[年./-]\s*\d{1,2}(?:\s*[月./-]\s*(?:\d{1,2}\s*日?)?)?/;

/** The date as written; `null` where a text names none. */
function dateIn(text: string): string | null {
  const match = DATE.exec(text.normalize("NFKC"));
  return match && fromText(match[0]) ? tidy(match[0]).replace(/\s/g, "") : null;
}
