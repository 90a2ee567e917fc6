import { ExcelError } from "../protocol";
import { Bag, Remote, RemoteCollection } from "../remote";
import { parseAddress, type Box } from "./address";
import { Range } from "./range";
import type { Worksheet } from "./worksheet";

const TYPES = ["ColumnClustered", "BarClustered", "Line", "Radar", "Pie"];

const line = (): Bag => new Bag("ChartLineFormat", { color: null, weight: null, lineStyle: "Continuous" });
const font = (): Bag => new Bag("ChartFont", { bold: false, color: null, size: 10 });

function fill(): Bag {
  const bag = new Bag("ChartFill", {});
  const colour = (value: string | null) => { Object.defineProperty(bag, "colour", { value, configurable: true, enumerable: true }); };
  colour("automatic");
  Object.defineProperty(bag, "setSolidColor", { value: (value: string) => { colour(value); } });
  Object.defineProperty(bag, "clear", { value: () => { colour(null); } });
  return bag;
}

/** One series: the figures of a column, under the name in its first row. */
export class ChartSeries extends Remote {
  readonly className = "ChartSeries";
  hasDataLabels = false;
  markerStyle = "Automatic";
  markerSize = 5;
  markerForegroundColor = "";
  markerBackgroundColor = "";
  readonly format = new Bag("ChartSeriesFormat", { fill: fill(), line: line() });
  readonly dataLabels = new Bag("ChartDataLabels", { numberFormat: "General", position: "None" });
  constructor(readonly values: Box, public name: string, public chartType: string) { super(); }
}

class AllSeries extends RemoteCollection<ChartSeries> {
  readonly className = "ChartSeriesCollection";
  constructor(private readonly list: readonly ChartSeries[]) { super(); }
  /** As in Excel, lines are counted after columns. */
  members(): readonly ChartSeries[] {
    return [...this.list.filter(({ chartType }) => chartType !== "Line"), ...this.list.filter(({ chartType }) => chartType === "Line")];
  }
  get count(): number { return this.list.length; }
  getItemAt(index: number): ChartSeries {
    const series = this.members()[index];
    if (!series) throw new ExcelError("InvalidArgument", `series ${String(index)}`);
    return series;
  }
}

const axis = (): Bag => new Bag("ChartAxis", {
  numberFormat: "General", minimum: "", maximum: "", reversePlotOrder: false, visible: true,
  title: new Bag("ChartAxisTitle", { text: "", visible: true }),
});

export class Chart extends Remote {
  readonly className = "Chart";
  readonly id: string;
  name: string;
  displayBlanksAs = "NotPlotted";
  readonly title = new Bag("ChartTitle", { text: "", visible: true, format: new Bag("ChartTitleFormat", { font: font() }) });
  readonly legend = new Bag("ChartLegend", { position: "Right", visible: true });
  readonly axes = new Bag("ChartAxes", { valueAxis: axis(), categoryAxis: axis() });
  readonly series: AllSeries;
  /** The cells it covers. */
  place: Box | null = null;

  constructor(readonly worksheet: Worksheet, readonly chartType: string, readonly source: Box, number: number) {
    super();
    this.id = worksheet.workbook.newId();
    this.name = `图表 ${String(number)}`;
    const { row, column, rows, columns } = source;
    this.series = new AllSeries(Array.from({ length: columns - 1 }, (_, i) =>
      new ChartSeries({ row: row + 1, column: column + 1 + i, rows: rows - 1, columns: 1 }, String(worksheet.cells.get(row, column + 1 + i).value), chartType)));
  }
  setPosition(first: Range | string, last: Range | string): void {
    const [from, to] = [first, last].map((one) => (one instanceof Range ? one.box : parseAddress(one)));
    if (!from || !to || to.row < from.row || to.column < from.column) throw new ExcelError("InvalidArgument", "position of a chart");
    this.place = { row: from.row, column: from.column, rows: to.row - from.row + 1, columns: to.column - from.column + 1 };
  }
  delete(): void {
    this.worksheet.charts.remove(this);
  }
}

/** The charts of a sheet. */
export class Charts extends RemoteCollection<Chart> {
  readonly className = "ChartCollection";
  private readonly list: Chart[] = [];
  constructor(private readonly sheet: Worksheet) { super(); }
  members(): readonly Chart[] { return this.list; }
  get count(): number { return this.list.length; }
  /** The source's first row holds the names of the series, its first column the categories. */
  add(type: string, source: Range, seriesBy: string): Chart {
    this.sheet.mustBeWritable();
    if (!TYPES.includes(type)) throw new ExcelError("InvalidArgument", `chart ${type} is not modelled`);
    if (seriesBy !== "Columns") throw new ExcelError("InvalidArgument", `series by ${seriesBy} is not modelled`);
    if (source.sheet.cells.used(source.box, true) === null) throw new ExcelError("InvalidArgument", "The chart has no figures.");
    const chart = new Chart(this.sheet, type, source.box, this.list.length + 1);
    this.list.push(chart);
    return chart;
  }
  getItem(name: string): Chart {
    const chart = this.list.find((one) => one.name === name);
    if (!chart) throw new ExcelError("ItemNotFound", `The chart ${name} doesn't exist.`, 404);
    return chart;
  }
  remove(chart: Chart): void { this.list.splice(this.list.indexOf(chart), 1); }
}
