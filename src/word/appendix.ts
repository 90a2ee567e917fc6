import { REPORTS, SHEET_PREFIX, type PlanCell, type ReportContext, type SheetPlan } from "../workbook";
import { printed, VERDICTS, type Steps, type Verdict } from "../engine";
import type { TableBlock, TableCell } from "./block";
import { share } from "./texts";

/** Tables of the declaration form that go with the report (附表), from the form itself, so that both print the same. */
const WANTED = ["表Ⅱ-2", "表Ⅲ"] as const;

export function* appendix(context: ReportContext): Steps<TableBlock[]> {
  const declaration = REPORTS.find(({ id }) => id === "declaration")?.steps?.(context);
  const plans = declaration === undefined ? [] : yield* declaration;
  return WANTED.flatMap((name) => plans.filter((plan) => plan.name.startsWith(SHEET_PREFIX) && plan.name.endsWith(name)).map(tableOf));
}

/** The table of a sheet: its title is the caption, the rows above the first blank one are the table. */
function tableOf(plan: SheetPlan): TableBlock {
  const blank = plan.rows.findIndex((row) => row.length === 0);
  const rows = (blank < 0 ? plan.rows : plan.rows.slice(0, blank)).slice(1);
  const heads = rows.findIndex((row) => row[0]?.style !== "header");
  const title = plan.rows[0]?.[0]?.value;
  const columns = plan.columnWidths.length;
  const cells = rows.map((row, i) => cellsOf(row, columns, plan, i + 1));
  return { kind: "table", caption: typeof title === "string" ? title : plan.name, widths: plan.columnWidths, header: cells.slice(0, Math.max(1, heads)), rows: cells.slice(Math.max(1, heads)), notes: [] };
}

function cellsOf(row: readonly (PlanCell | null)[], columns: number, plan: SheetPlan, at: number): TableCell[] {
  const cells: TableCell[] = [];
  for (let column = 0; column < columns; column += 1) {
    const covering = plan.merges.find((area) => at >= area.row && at < area.row + area.rows && column >= area.column && column < area.column + area.columns);
    if (covering && (covering.row !== at || covering.column !== column)) continue;
    cells.push({ ...cellOf(row[column] ?? null), ...(covering && { columns: covering.columns, rows: covering.rows }) });
  }
  return cells;
}

/** Decimal places by style; figures in a verdict's colour have two. */
const PLACES: Readonly<Record<string, number>> = { integer: 0, decimal1: 1, decimal2: 2, decimal3: 3, floor2: 2, unmet2: 2 };

function cellOf(cell: PlanCell | null): TableCell {
  if (cell === null || cell.value === null) return { text: "" };
  const { value, style } = cell;
  const verdict: Verdict | undefined = VERDICTS.find((one) => style === one || style.startsWith(one));
  if (typeof value === "number") return { text: numberText(value, style), align: style === "centred" ? "center" : "right", ...(verdict && { verdict }) };
  const text = typeof value === "object" ? value.formula : String(value);
  return { text, ...(style === "header" || style === "centred" || verdict ? { align: "center" as const } : {}), ...(verdict && { verdict }) };
}

function numberText(value: number, style: string): string {
  if (style === "percent") return share(value, 1);
  const places = PLACES[style] ?? 0;
  return printed(value, places).toFixed(places);
}
