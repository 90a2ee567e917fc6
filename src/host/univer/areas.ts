import type { IRange } from "@univerjs/presets";
import type { Area } from "../../grid/block";

/** The grid counts both ends of a range in. */
export function toRange(area: Area): IRange {
  return { startRow: area.row, endRow: area.row + area.rows - 1, startColumn: area.column, endColumn: area.column + area.columns - 1 };
}

export function fromRange(range: IRange): Area {
  return { row: range.startRow, column: range.startColumn, rows: range.endRow - range.startRow + 1, columns: range.endColumn - range.startColumn + 1 };
}
