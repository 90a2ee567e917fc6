import { isBlank, type Cell } from "../grid/block";
import { plain } from "./text";

/** Columns of a sheet 自定标准, by what their headings say. */
const HEADINGS = {
  id: /^指标(编号|代码|编码)$/, term: /^指标(名称|项)?$/, primary: /^小学(标准|线|要求|$)/, junior: /^初中(标准|线|要求|$)/, all: /^(统一|共同)?(标准|达标线)/,
  unit: /^(计量)?单位$/, comparison: /^比较/, numerator: /^分子/, denominator: /^分母/, per: /^每/, document: /^依据/, section: /^(条款|章节)/,
} as const;
export type OwnColumn = keyof typeof HEADINGS;
export type OwnColumns = ReadonlyMap<OwnColumn, number>;

/** The columns a row of headings names; `null` when it is no such row. */
export function ownColumns(row: readonly Cell[]): OwnColumns | null {
  const columns = new Map<OwnColumn, number>();
  row.forEach((cell, i) => {
    const words = typeof cell === "string" ? plain(cell) : "";
    const found = (Object.keys(HEADINGS) as OwnColumn[]).find((key) => words !== "" && HEADINGS[key].test(words));
    if (found && !columns.has(found)) columns.set(found, i);
  });
  const lines = (["primary", "junior", "all"] as const).some((key) => columns.has(key));
  return lines && columns.has("document") && (columns.has("id") || columns.has("term")) ? columns : null;
}

/** What a row says in a column; "" when it is blank or has no such column. */
export function ownText(cells: readonly Cell[], columns: OwnColumns, column: OwnColumn): string {
  const cell = cells[columns.get(column) ?? -1];
  return isBlank(cell) ? "" : String(cell).trim();
}
