import type { Area } from "../../../grid/block";
import { pictures, schoolRadar } from "../../charts";
import { cell, type Row } from "../../layout";
import type { Picture, PlanCell, SheetPlan } from "../../sheet-plan";
import { decimals, verdictAt } from "../figures";
import { framed, resourceMark } from "../frame";
import type { ReportContext, ReportKind } from "../report";
import { heatMap } from "./heat-map";

/** 图表: native charts over the tables behind them, and the heat map of all schools. */
export const charts: ReportKind = {
  id: "charts",
  term: "图表",
  purpose: "差异系数与限值、达标率、一所学校的雷达图（Excel 图表，附数据表），以及各校七项指标热力图",
  group: "analysis",
  typedSheets: [],
  build: (context) => [chartSheet(context), heatMap(context)],
};

const NAME_WIDTH = 26;
const FIGURE_WIDTH = 14;
const WORD_WIDTH = 18;
/** Columns of figures a table has room for, then one for words. */
const FIGURES = 3;
/** Charts stand two by two to the right of the tables, so that without charts nothing is left blank. */
const ACROSS = 2;
const CHART_COLUMNS = 5;
const CHART_WIDTH = 12;
const CHART_ROWS = 20;
const APART = 3;

function chartSheet(context: ReportContext): SheetPlan {
  const worst = worstRow(context);
  const all = [...pictures(context), ...(worst === null ? [] : [schoolRadar(context, worst)])];
  const blocks = all.map(block);
  const body = blocks.flat();
  const rows = Math.max(body.length, Math.ceil(all.length / ACROSS) * CHART_ROWS);
  const plan = framed(context, {
    term: "图表",
    title: `义务教育优质均衡图表${resourceMark(context)}`,
    table: {
      widths: [NAME_WIDTH, ...repeated(FIGURES, FIGURE_WIDTH), WORD_WIDTH, ...Array.from({ length: ACROSS }, () => [APART, ...repeated(CHART_COLUMNS, CHART_WIDTH)]).flat()],
      header: [],
      body: blocks.length === 0 ? [[cell("还没有可以画图的学校。", "text")]] : [...body, ...Array.from({ length: rows - body.length }, () => [])],
      merges: [],
    },
    notes: NOTES,
    frozenColumns: 0,
  });
  const top = plan.frozenRows;
  return {
    ...plan,
    frozenRows: 0,
    printTitleRows: null,
    charts: all.map((picture, index) => ({ picture, data: dataOf(picture, top + blocks.slice(0, index).flat().length), place: placeOf(index, top) })),
  };
}

function repeated(count: number, width: number): number[] {
  return Array.from({ length: count }, () => width);
}

const NOTES = [
  "Excel里图由左侧的数据表画出；网页版的表里不画图，图在窗格和自评报告（Word）里；空格表示数据不足，不画，也不按0计。红色虚线为限值或达标线。",
  "雷达图为没有达到标准的指标最多的一所学校；其他学校在窗格的“结果”里点开该校即可看到，各校数值见“指标热力图”。雷达图坐标到达标值的150%为止，超出的以表中数值为准。",
];

/** Title, the table, and a row left free. */
function block(picture: Picture): Row[] {
  const table: Row[] = [
    ["项目", ...picture.series.map((one) => one.name), "说明"].map((text) => cell(text, "header")),
    ...picture.categories.map((name, at) => line(picture, name, at)),
  ];
  return [[cell(picture.title, "subtitle")], ...table, []];
}

function line(picture: Picture, name: string, at: number): Row {
  const figure = (value: number | null): PlanCell => cell(value, decimals(picture.places));
  const values = picture.series.filter((one) => one.role === "value").map((one) => one.values[at] ?? null);
  const word = values.every((value) => value === null) ? "数据不足" : values[0] === null ? "数据不足，暂算" : null;
  return [cell(name, "text"), ...picture.series.map((one) => figure(one.values[at] ?? null)), cell(word, "text")];
}

function dataOf(picture: Picture, row: number): Area {
  return { row: row + 1, column: 0, rows: picture.categories.length + 1, columns: picture.series.length + 1 };
}

function placeOf(index: number, top: number): Area {
  const across = index % ACROSS;
  return { row: top + Math.floor(index / ACROSS) * CHART_ROWS, column: FIGURES + 3 + across * (CHART_COLUMNS + 1), rows: CHART_ROWS - 1, columns: CHART_COLUMNS };
}

/** The school-stage with the most indicators below their lines; `null` when there is none to show. */
function worstRow({ judgement, standard }: ReportContext): number | null {
  const short = (row: number): number => standard.indicators.filter((_, k) => ["unmet", "floor"].includes(verdictAt(judgement.codes[k], row))).length;
  return Array.from({ length: judgement.table.count }, (_, row) => row).reduce<number | null>((worst, row) => (worst === null || short(row) > short(worst) ? row : worst), null);
}
