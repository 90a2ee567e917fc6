import type { SheetBlock } from "../grid/block";
import { looksLikeSchool } from "./names";
import { scan, type Anchor, type Scan } from "./scan";
import { isLetterRow, tableAt, type RawTable } from "./tables";

/** So many schools make a column of school names. */
const FEWEST = 3;

/** Finds a table whose column of school names has no heading that says so, by the values in it (无名称标题的表). */
export function findUnheaded(block: SheetBlock): RawTable | null {
  const seen = scan(block);
  const anchor = anchorByValues(block, seen);
  return anchor && tableAt(block, seen, anchor);
}

function anchorByValues(block: SheetBlock, seen: Scan): Anchor | null {
  for (let column = 0; column < block.columns; column += 1) {
    const texts = block.values.flatMap((cells, row) => {
      const cell = cells[column];
      return typeof cell === "string" && cell.trim() !== "" ? [{ row, isSchool: looksLikeSchool(cell) }] : [];
    });
    const schools = texts.filter(({ isSchool }) => isSchool);
    const first = schools[0]?.row ?? 0;
    if (schools.length < FEWEST || schools.length * 2 <= texts.filter(({ row }) => row >= first).length) continue;
    const row = headingAbove(block, seen, first, column);
    if (row !== null) return { row, column };
  }
  return null;
}

/** The nearest row of headings above the first school. */
function headingAbove(block: SheetBlock, seen: Scan, first: number, column: number): number | null {
  for (let row = first - 1; row >= 0; row -= 1) {
    const profile = seen.rows[row];
    if (profile && profile.texts >= 2 && profile.numbers === 0 && !isLetterRow(block.values[row], column)) return row;
  }
  return null;
}
