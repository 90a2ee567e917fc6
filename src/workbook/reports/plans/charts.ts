import type { Area } from "../../../grid/block";
import { pictures, schoolRadar } from "../../charts";
import { cell, type Row } from "../../layout";
import type { ChartPlan, Picture, PlanCell, SheetPlan } from "../../sheet-plan";
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
/** Columns of figures a table has room for, then one for words; charts stand to the right. */
const FIGURES = 3;
const CHART_COLUMNS = 7;
const CHART_WIDTH = 11;
/** Rows a block takes at least, for its chart. */
const BLOCK_ROWS = 20;

function chartSheet(context: ReportContext): SheetPlan {
  const worst = worstRow(context);
  const all = [...pictures(context), ...(worst === null ? [] : [schoolRadar(context, worst)])];
  const blocks = all.map(block);
  const plan = framed(context, {
    term: "图表",
    title: `义务教育优质均衡图表${resourceMark(context)}`,
    table: {
      widths: [NAME_WIDTH, ...Array.from({ length: FIGURES + 1 }, () => FIGURE_WIDTH), 3, ...Array.from({ length: CHART_COLUMNS }, () => CHART_WIDTH)],
      header: [],
      body: blocks.length === 0 ? [[cell("还没有可以画图的学校。", "text")]] : blocks.flat(),
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
    charts: all.map((picture, index) => chart(picture, top + blocks.slice(0, index).reduce((sum, rows) => sum + rows.length, 0))),
    pageBreaks: all.slice(1).flatMap((_, index) => (index % 2 === 1 ? [top + blocks.slice(0, index + 1).reduce((sum, rows) => sum + rows.length, 0)] : [])),
  };
}

const NOTES = [
  "Excel里图由左侧的数据表画出；网页版的表里不画图，图在窗格和自评报告（Word）里；空格表示数据不足，不画，也不按0计。红色虚线为限值或达标线。",
  "雷达图为没有达到标准的指标最多的一所学校；其他学校在窗格的“结果”里点开该校即可看到，各校数值见“指标热力图”。雷达图坐标到达标值的150%为止，超出的以表中数值为准。",
];

/** Title, description, the table, and rows left free beside the chart. */
function block(picture: Picture): Row[] {
  const table: Row[] = [
    ["项目", ...picture.series.map((one) => one.name), "说明"].map((text) => cell(text, "header")),
    ...picture.categories.map((name, at) => line(picture, name, at)),
  ];
  const rows: Row[] = [[cell(picture.title, "subtitle")], ...table];
  return [...rows, ...Array.from({ length: Math.max(1, BLOCK_ROWS - rows.length) }, () => [])];
}

function line(picture: Picture, name: string, at: number): Row {
  const figure = (value: number | null): PlanCell => cell(value, decimals(picture.places));
  const values = picture.series.filter((one) => one.role === "value").map((one) => one.values[at] ?? null);
  const word = values.every((value) => value === null) ? "数据不足" : values[0] === null ? "数据不足，暂算" : null;
  return [cell(name, "text"), ...picture.series.map((one) => figure(one.values[at] ?? null)), cell(word, "text")];
}

function chart(picture: Picture, row: number): ChartPlan {
  const data: Area = { row: row + 1, column: 0, rows: picture.categories.length + 1, columns: picture.series.length + 1 };
  return { picture, data, place: { row, column: FIGURES + 3, rows: BLOCK_ROWS - 1, columns: CHART_COLUMNS } };
}

/** The school-stage with the most indicators below their lines; `null` when there is none to show. */
function worstRow({ judgement, standard }: ReportContext): number | null {
  const short = (row: number): number => standard.indicators.filter((_, k) => ["unmet", "floor"].includes(verdictAt(judgement.codes[k], row))).length;
  return Array.from({ length: judgement.table.count }, (_, row) => row).reduce<number | null>((worst, row) => (worst === null || short(row) > short(worst) ? row : worst), null);
}
