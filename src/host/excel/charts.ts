import { areaName } from "../../grid/address";
import { cellName } from "../../grid/cell-name";
import type { ChartPlan, Picture, PictureSeries, SheetPlan } from "../../workbook/sheet-plan";
import { CALL_BYTES, type Stroke } from "./paint";

/** Native charts over the cells that hold their figures (图表), so that they follow when a figure is changed. */
export function chartStrokes(plan: SheetPlan): readonly Stroke[] {
  return (plan.charts ?? []).map((chart) => ({ bytes: CALL_BYTES * (12 + chart.picture.series.length * 10), draw: (sheet) => { draw(sheet, chart); } }));
}

const TYPES = { columns: "ColumnClustered", bars: "BarClustered", radar: "Radar" } as const;
/** More figures than that are not written beside their columns. */
const MOST_LABELS = 28;
const TITLE_SIZE = 13;

function draw(sheet: Excel.Worksheet, { picture, data, place }: ChartPlan): void {
  const chart = sheet.charts.add(TYPES[picture.kind], sheet.getRange(areaName(data)), "Columns");
  chart.name = picture.title;
  chart.title.text = picture.title;
  chart.title.format.font.size = TITLE_SIZE;
  chart.legend.position = "Bottom";
  chart.displayBlanksAs = "NotPlotted";
  chart.setPosition(cellName(place.row, place.column), cellName(place.row + place.rows - 1, place.column + place.columns - 1));
  drawAxes(chart, picture);
  // A series made a line goes behind all columns and changes the numbers of the others: taken hold of first, the last is drawn first.
  const drawn = picture.series.map((series, i) => ({ series, drawn: chart.series.getItemAt(i) }));
  for (const one of drawn.reverse()) drawSeries(one.drawn, one.series, picture);
}

function drawAxes(chart: Excel.Chart, { kind, series, unit, places, max }: Picture): void {
  const { valueAxis, categoryAxis } = chart.axes;
  valueAxis.numberFormat = numberFormat(places);
  if (series.every(({ values }) => values.every((value) => value === null || value >= 0))) valueAxis.minimum = 0;
  if (max !== undefined) valueAxis.maximum = max;
  if (kind === "radar") return;
  if (unit !== "") valueAxis.title.text = unit;
  // Excel lists bars from the bottom up.
  if (kind === "bars") categoryAxis.reversePlotOrder = true;
}

function drawSeries(drawn: Excel.ChartSeries, series: PictureSeries, picture: Picture): void {
  drawn.name = series.name;
  if (picture.kind === "radar") drawOutline(drawn, series);
  else if (series.role === "value") drawColumns(drawn, series, picture);
  else if (picture.kind === "columns") drawLimit(drawn, series);
  else drawHollow(drawn, series);
}

function drawColumns(drawn: Excel.ChartSeries, { colour, values }: PictureSeries, { series, places }: Picture): void {
  drawn.format.fill.setSolidColor(colour);
  if (values.length * series.length > MOST_LABELS) return;
  drawn.hasDataLabels = true;
  drawn.dataLabels.numberFormat = numberFormat(places);
}

/** A limit over columns is a line, with a dash at each of them where there is only one. */
function drawLimit(drawn: Excel.ChartSeries, { colour }: PictureSeries): void {
  drawn.chartType = "Line";
  drawn.format.line.color = colour;
  drawn.format.line.weight = 1.5;
  drawn.markerStyle = "Dash";
  drawn.markerSize = 10;
  drawn.markerForegroundColor = colour;
  drawn.markerBackgroundColor = colour;
}

/** Excel draws no upright line over bars, so their limit is a bar of outlines. */
function drawHollow(drawn: Excel.ChartSeries, { colour }: PictureSeries): void {
  drawn.format.fill.clear();
  drawn.format.line.color = colour;
  drawn.format.line.weight = 1.5;
}

function drawOutline(drawn: Excel.ChartSeries, { colour, role }: PictureSeries): void {
  drawn.format.line.color = colour;
  drawn.format.line.weight = role === "limit" ? 1.5 : 2.25;
  drawn.format.line.lineStyle = role === "limit" ? "Dash" : "Continuous";
}

function numberFormat(places: number): string {
  return places === 0 ? "#,##0" : `#,##0.${"0".repeat(places)}`;
}
