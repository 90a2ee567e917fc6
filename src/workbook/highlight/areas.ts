import type { Area } from "../../grid/block";
import type { Coloured } from "./specs";
import type { Spec } from "./spec";

/** Cells alike that lie together; the spec is relative to each of them. */
export interface SpecArea {
  readonly area: Area;
  readonly spec: Spec;
}

interface Run {
  readonly key: string;
  readonly spec: Spec;
  readonly row: number;
  rows: number;
}

/** Joins the coloured cells of one sheet into few rectangles: down a column, then side by side. */
export function specAreas(cells: readonly Coloured[]): SpecArea[] {
  const columns = new Map<number, Coloured[]>();
  for (const cell of cells) {
    const list = columns.get(cell.spot.column);
    if (list) list.push(cell);
    else columns.set(cell.spot.column, [cell]);
  }
  const areas: { area: Area; spec: Spec; key: string }[] = [];
  for (const column of [...columns.keys()].sort((a, b) => a - b)) {
    for (const run of runs(columns.get(column) ?? [])) {
      const left = areas.find(({ area, key }) => key === run.key && area.row === run.row && area.rows === run.rows && area.column + area.columns === column);
      if (left) left.area = { ...left.area, columns: left.area.columns + 1 };
      else areas.push({ area: { row: run.row, column, rows: run.rows, columns: 1 }, spec: run.spec, key: run.key });
    }
  }
  return areas.map(({ area, spec }) => ({ area, spec }));
}

function runs(cells: readonly Coloured[]): Run[] {
  const list: Run[] = [];
  for (const { spot, spec } of [...cells].sort((a, b) => a.spot.row - b.spot.row)) {
    const key = JSON.stringify(spec);
    const last = list[list.length - 1];
    if (last && last.key === key && last.row + last.rows === spot.row) last.rows++;
    else list.push({ key, spec, row: spot.row, rows: 1 });
  }
  return list;
}
