import type { Cell, SheetBlock } from "../../../src/grid/block";
import type { SheetPlan } from "../../../src/workbook";

/** What a sheet shows, as the reader gets it: values and merges; blank rows below the last value are not used. */
export function blockOf(plan: SheetPlan): SheetBlock {
  const columns = plan.columnWidths.length;
  const values = plan.rows.map((row) => Array.from({ length: columns }, (_, j): Cell => {
    const value = row[j]?.value ?? null;
    return typeof value === "object" ? null : value;
  }));
  let rows = values.length;
  while (rows > 0 && values[rows - 1]?.every((cell) => cell === null)) rows -= 1;
  return { sheet: plan.name, row: 0, column: 0, rows, columns, values: values.slice(0, rows), merges: plan.merges, hiddenRows: [], hiddenColumns: [], tables: [] };
}

/** Headings of a template's columns, groups left out: 「在校生数（人）›小学」. */
export function headingsOf(plan: SheetPlan): string[] {
  const block = blockOf(plan);
  const [first, last] = plan.printTitleRows ?? [0, 0];
  const grouped = last - first >= 2;
  return plan.columnWidths.map((_, column) => {
    const texts: string[] = [];
    for (let row = first + Number(grouped); row <= last; row += 1) {
      const merge = plan.merges.find((area) => row === area.row && area.rows === 1 && column >= area.column && column < area.column + area.columns);
      const text = block.values[row]?.[merge?.column ?? column];
      if (typeof text === "string") texts.push(text);
    }
    return texts.join("›");
  });
}

/** The template with rows typed below its headings, by heading. */
export function filled(plan: SheetPlan, rows: readonly Readonly<Record<string, Cell>>[]): SheetBlock {
  const headings = headingsOf(plan);
  const block = blockOf(plan);
  const typed = rows.map((row) => {
    const unknown = Object.keys(row).filter((heading) => !headings.includes(heading));
    if (unknown.length > 0) throw new Error(`${plan.name} has no column ${unknown.join(", ")}`);
    return headings.map((heading): Cell => row[heading] ?? null);
  });
  const values = [...block.values.slice(0, plan.frozenRows), ...typed];
  return { ...block, rows: values.length, values };
}
