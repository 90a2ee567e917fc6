import { gap, leastRepair, printed, schoolNeed, STAGE_TERMS, STAGES, type Repair, type School, type Stage } from "../../../engine";
import type { Indicator } from "../../../engine/standard";
import { clean, gapFigure, gapUnit, verdictAt } from "../figures";
import { schoolKeysOf } from "../frame";
import { once } from "../../once";
import type { ReportContext } from "../report";
import { isShared } from "../shared";
import { countyGaps, itemGaps } from "./item-gaps";
import { WHOLE, type Gap } from "./gap";

/** A judged row with what it needs. */
interface StageRow {
  readonly row: number;
  readonly stage: Stage;
  readonly repair: Repair | null;
}

/**
 * Everything that is lacking (缺口), school by school in the sheet's order, then the county's. A resource that stages share is
 * one gap of the whole school (R24); teachers are gaps of their stage. Met, missing and not applicable indicators have none.
 */
export const gapsOf: (context: ReportContext) => readonly Gap[] = once(({ judgement, items, standard }) => [judgement, items, standard], foundGaps);

function foundGaps(context: ReportContext): Gap[] {
  const items = itemGaps(context);
  const bySchool = rowsBySchool(context);
  const own = [...bySchool].flatMap(([school, rows]) => [
    ...context.standard.indicators.flatMap((indicator, k) => indicatorGaps(context, school, rows, indicator, k)),
    ...items.filter((one) => one.source.includes(school)).map(({ gap: one }) => one),
  ]);
  const others = items.filter((one) => !one.source.some((school) => bySchool.has(school))).map(({ gap: one }) => one);
  return distinct([...own, ...others, ...countyGaps(context)]);
}

/** Schools and their judged rows, in the sheet's order. */
export function rowsBySchool({ judgement, standard }: Pick<ReportContext, "judgement" | "standard">): Map<School, StageRow[]> {
  const found = new Map<School, StageRow[]>();
  judgement.table.schools.forEach((school, row) => {
    const stage = STAGES[judgement.table.stage[row] ?? 0] ?? "primary";
    found.set(school, [...(found.get(school) ?? []), { row, stage, repair: leastRepair(judgement, row, standard) }]);
  });
  return found;
}

function indicatorGaps(context: ReportContext, school: School, rows: readonly StageRow[], indicator: Indicator, k: number): Gap[] {
  const isShort = ({ row }: StageRow): boolean => ["floor", "unmet"].includes(verdictAt(context.judgement.codes[k], row));
  const short = rows.filter(isShort);
  if (short.length === 0) return [];
  return isShared(school, indicator, context.standard) ? [sharedGap(context, school, rows, indicator, k)] : short.map((one) => stageGap(context, school, one, indicator, k));
}

function stageGap(context: ReportContext, school: School, { row, stage, repair }: StageRow, indicator: Indicator, k: number): Gap {
  const { judgement, standard } = context;
  const figure = (amount: number | null): number | null => (amount === null ? null : gapFigure(amount, indicator));
  return {
    ...shape(context, school, [row], STAGE_TERMS[stage], indicator),
    students: clean(judgement.table.students[row] ?? Number.NaN),
    now: valueOf(context, row, indicator, k),
    want: indicator.lines[stage],
    toLine: figure(gap(judgement, row, k, standard, "line")),
    toFloor: figure(gap(judgement, row, k, standard, "floor")),
    least: figure(repair?.amounts[k] ?? null),
    note: noteOf(repair, k, context),
  };
}

/** R24: rounded up once, for the whole school. The stages' own gaps are information. */
function sharedGap(context: ReportContext, school: School, rows: readonly StageRow[], indicator: Indicator, k: number): Gap {
  const { judgement, standard } = context;
  const need = (targets: Parameters<typeof schoolNeed>[3]): number | null => {
    const amount = schoolNeed(school, k, standard, targets, judgement.switches);
    return amount === null ? null : gapFigure(amount, indicator);
  };
  const each = (text: (one: StageRow) => string): string => rows.map((one) => `${STAGE_TERMS[one.stage]} ${text(one)}`).join("；");
  const amounts = rows.map(({ row }) => gap(judgement, row, k, standard, "line"));
  const parts = rows.length > 1 && !amounts.includes(null) ? [`学段差额 ${each((one) => String(gapFigure(amounts[rows.indexOf(one)] ?? 0, indicator)))}，仅供参考`] : [];
  const left = rows.map(({ repair }) => repair).find((repair) => repair?.left === k) ?? null;
  return {
    ...shape(context, school, rows.map(({ row }) => row), WHOLE, indicator),
    students: sumOfStudents(context, rows),
    now: each(({ row }) => String(valueOf(context, row, indicator, k) ?? "数据不足")),
    want: each(({ stage }) => String(indicator.lines[stage])),
    toLine: need("line"),
    toFloor: need("floor"),
    least: rows.some(({ repair }) => repair === null) ? null : need((stage) => (rows.find((one) => one.stage === stage)?.repair?.left === k ? "floor" : "line")),
    note: [...parts, noteOf(rows.every(({ repair }) => repair !== null) ? (left ?? rows[0]?.repair ?? null) : null, k, context)].filter((text) => text !== "").join("；"),
  };
}

function shape(context: ReportContext, school: School, rows: readonly number[], stage: string, indicator: Indicator): Pick<Gap, "key" | "school" | "schoolKey" | "stage" | "rows" | "measure" | "subject" | "unit" | "fails"> {
  const schoolKey = schoolKeysOf(context).get(school) ?? school.name;
  return {
    key: [schoolKey, stage, indicator.id].join("|"),
    school: school.name,
    schoolKey,
    stage,
    rows,
    measure: indicator.id,
    subject: `${indicator.id} ${indicator.term}`,
    unit: gapUnit(indicator),
    fails: rows.some((row) => verdictAt(context.judgement.verdicts, row) === "unmet"),
  };
}

function valueOf({ judgement }: ReportContext, row: number, indicator: Indicator, k: number): number | null {
  const value = judgement.values[k]?.[row] ?? Number.NaN;
  return Number.isNaN(value) ? null : printed(value, indicator.places);
}

function noteOf(repair: Repair | null, k: number, { standard }: ReportContext): string {
  if (repair === null) return "有指标缺数，补齐数据后再算最低补齐";
  const floor = `${String(clean(standard.schoolRule.floor * 100))}%`;
  return repair.left === k ? `可留在${floor}以上` : "";
}

function sumOfStudents({ judgement }: ReportContext, rows: readonly StageRow[]): number | null {
  const sum = rows.reduce((total, { row }) => total + (judgement.table.students[row] ?? Number.NaN), 0);
  return Number.isNaN(sum) ? null : clean(sum);
}

/** Two schools of one name keep keys apart by their order. */
function distinct(gaps: readonly Gap[]): Gap[] {
  const seen = new Map<string, number>();
  return gaps.map((one) => {
    const times = (seen.get(one.key) ?? 0) + 1;
    seen.set(one.key, times);
    return times === 1 ? one : { ...one, key: `${one.key}#${String(times)}` };
  });
}
