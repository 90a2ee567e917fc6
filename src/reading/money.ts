import type { Column } from "./columns";
import { termOf } from "./heading";
import { median } from "./series";
import type { RawTable } from "./tables";

/** Yuan per pupil outside of which a column's unit cannot be what it seems (mistake 1 of the field: 万元 read as 元). */
const LEAST = 5;
const MOST = 1e6;
/** Yuan per pupil that a county's median plausibly is, when the unit is only guessed from the values. */
const PLAUSIBLE = { least: 50, most: 5e4 };

/** Whether yuan per pupil of one school can be right: as the heading's unit says, or, without a unit, only if they are plainly yuan. */
export function plausiblePerPupil(perPupil: number, hasUnit: boolean): boolean {
  return hasUnit ? perPupil >= LEAST && perPupil <= MOST : perPupil >= PLAUSIBLE.least && perPupil <= PLAUSIBLE.most;
}

/** Settles the unit of money columns from heading, unit line and values; doubt is asked. */
export function settleUnits(table: RawTable, columns: readonly Column[]): { readonly column: Column; readonly why: string }[] {
  return columns.flatMap((column) => {
    if (column.withheld !== null || (column.fact !== "equipmentValue" && column.fact !== "ratioEquipment")) return [];
    if (column.source === "answered") return [];
    const perPupil = column.fact === "ratioEquipment" ? median(column.series.values) : medianPerPupil(column, columns);
    if (column.unit === "") takeUnit(table, column, perPupil);
    const value = perPupil === null ? null : perPupil * column.factor;
    if (column.unit !== "" && (value === null || (value >= LEAST && value <= MOST))) return [];
    return column.unit === "" && value === null && column.series.values.every(Number.isNaN) ? [] : [askUnit(column, value)];
  });
}

function takeUnit(table: RawTable, column: Column, perPupil: number | null): void {
  const money = table.units.filter(({ kind }) => kind === "money");
  const only = money.every(({ factor }) => factor === money[0]?.factor) ? money[0] : undefined;
  if (only && column.fact === "equipmentValue") {
    column.unit = only.written;
    column.factor *= only.factor;
    column.evidence = [...column.evidence, `表头单位“${only.written}”`];
    return;
  }
  const fits = (factor: number) => perPupil !== null && perPupil * factor >= PLAUSIBLE.least && perPupil * factor <= PLAUSIBLE.most;
  const unit = fits(1) ? "元" : fits(1e4) ? "万元" : null;
  if (!unit || perPupil === null) return;
  column.unit = unit;
  column.factor *= unit === "元" ? 1 : 1e4;
  column.confidence = Math.min(column.confidence, 0.85);
  column.evidence = [...column.evidence, `未注明单位；按${unit}计，生均中位数约 ${String(Math.round(perPupil * column.factor))} 元，换一种单位则不合常理`];
}

function medianPerPupil(column: Column, columns: readonly Column[]): number | null {
  const students = columns.filter(({ fact, scope, withheld }) => fact === "students" && withheld === null && (column.scope === "school" || scope === column.scope || scope === "school"));
  const whole = students.find(({ scope }) => scope === "school");
  const used = whole ? [whole] : students;
  if (used.length === 0) return null;
  const ratios: number[] = [];
  column.series.values.forEach((value, i) => {
    const pupils = used.reduce((sum, { series }) => sum + (series.values[i] || 0), 0);
    if (pupils > 0 && value > 0) ratios.push(value / pupils);
  });
  return median(ratios);
}

function askUnit(column: Column, perPupil: number | null): { readonly column: Column; readonly why: string } {
  const why = perPupil === null ? "没有注明单位，也无法由数值判断" : `按${column.unit || "元"}计，生均中位数约 ${String(Number(perPupil.toPrecision(3)))} 元，不合常理`;
  const fact = column.fact;
  column.candidates = ([["元", 1], ["万元", 1e4]] as const).map(([unit, factor]) => ({ fact, scope: column.scope, unit, factor, term: `${termOf(fact ?? "")}（${unit}）`, confidence: 0.5 }));
  column.withheld = `“${column.path.path.join(" › ")}”的单位有疑问，请确认是元还是万元`;
  return { column, why };
}
