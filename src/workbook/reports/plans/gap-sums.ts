import { cell, type Row } from "../../layout";
import type { PlanCell, SheetPlan } from "../../sheet-plan";
import { gapUnit } from "../figures";
import { framed, verdictMark } from "../frame";
import type { ReportContext, UnitCosts } from "../report";
import { amountCell, moneyCell } from "./cells";
import { WHOLE, type Gap } from "./gap";
import { measureFor } from "./measures";
import { PLACES, sumsOf, type GapSum } from "./sums";

const TERM = "缺口汇总表";

/** 缺口汇总表: each indicator's gaps added over the county and by stage, with the price and the money. */
export function gapSums(context: ReportContext, gaps: readonly Gap[]): SheetPlan {
  return framed(context, {
    term: TERM,
    title: `义务教育优质均衡缺口汇总表（全县，按指标）${verdictMark(context)}`,
    table: {
      widths: [6, 44, 6, ...PLACES.flatMap(() => [8, 11]), 9, 12, 12, 12, 16, 14, 14, 34],
      header: header(),
      body: sumsOf(context, gaps).map((sum, index) => line(context, sum, index + 1)),
      merges: [...[0, 1, 2].map((column) => tall(column)), ...PLACES.map((_, i) => ({ row: 0, column: 3 + i * 2, rows: 1, columns: 2 })),
        { row: 0, column: TOTALS, rows: 1, columns: 4 }, ...[4, 5, 6, 7].map((i) => tall(TOTALS + i))],
    },
    notes: notesOnGaps(context),
    frozenColumns: 2,
  });
}

const TOTALS = 3 + PLACES.length * 2;
const tall = (column: number) => ({ row: 0, column, rows: 2, columns: 1 });

function header(): Row[] {
  const head = (text: string | null): PlanCell => cell(text, "header");
  const places = PLACES.flatMap((place) => [place === WHOLE ? "整所学校" : place, null]);
  const counts = PLACES.flatMap((place) => [place === WHOLE ? "校数" : "学段数", "差额"]);
  return [
    ["序号", "指标", "单位", ...places, "全县", null, null, null, "单价（元）", "资金（万元，按差额）", "资金（万元，按最低补齐）", "未计入"].map(head),
    [null, null, null, ...counts, "处数", "差额", "到余项底线的差额", "最低补齐", null, null, null, null].map(head),
  ];
}

function line(context: ReportContext, sum: GapSum, number: number): Row {
  const indicator = context.standard.indicators.find((one) => one.id === sum.measure);
  const unit = sum.unit === "" && indicator !== undefined ? gapUnit(indicator) : sum.unit;
  const amount = (value: number): PlanCell => amountCell(value, unit);
  return [
    cell(number, "centred"),
    cell(sum.subject, "wrap"),
    cell(unit, "centred"),
    ...sum.places.flatMap((place) => [cell(place.count, "integer"), amount(place.amount)]),
    cell(sum.count, "integer"),
    ...[sum.toLine, sum.toFloor, sum.least].map(amount),
    cell(priceText(sum.measure, context.unitCosts), "centred"),
    moneyCell(sum.money),
    moneyCell(sum.leastMoney),
    cell(leftOut(sum), "wrap"),
  ];
}

/** The price the money rests on. */
function priceText(measure: string, costs: UnitCosts): string {
  const { cost } = measureFor(measure);
  if (cost === null) return "不单列";
  if (cost === "own") return "按金额";
  const word = (price: number | undefined): string => (price === undefined ? "未给单价" : String(price));
  return cost === "rooms" ? `音乐 ${word(costs.musicRoom)}；美术 ${word(costs.fineArtRoom)}` : word(costs[cost]);
}

function leftOut({ missing, open, openLeast }: GapSum): string {
  const parts = [
    missing > 0 ? `数据不足 ${String(missing)} 个学段` : "",
    open > 0 ? `差额未定 ${String(open)} 处` : "",
    openLeast > 0 ? `最低补齐未定 ${String(openLeast)} 处` : "",
  ];
  return parts.filter((text) => text !== "").join("；");
}

/** How gaps are to be read, in the sums and school by school. */
export function notesOnGaps({ standard }: ReportContext): string[] {
  const floor = `${String(Math.round(standard.schoolRule.floor * 100))}%`;
  return [
    `差额为到达标值尚缺的数量，余项底线为达标值的${floor}；人、间、㎡取整，资金取到0.01万元，一律向上取。已达标的不列；数据不足、不适用的不计。`,
    "“最低补齐”指使该校达标的最少补齐：允许留一项在余项底线；只有不达标的学校需要补齐。",
    "一贯制学校、完全中学各学段共用的校舍、场馆、设备、多媒体教室按全校一次补齐，只计一次；学段差额仅供参考，不得相加。",
    "各项指标的差额和资金不得相加：一名教师可同时计入几项，专用教室的面积也是教学及辅助用房的面积。",
    "教师资金为每年的人员经费；骨干教师靠培养、评选和交流补齐，学校规模、班额靠分流化解，资金不单列。",
  ];
}
