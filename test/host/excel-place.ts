import { excelHost } from "../../src/host/excel";
import { columnIndex } from "../../src/grid/address";
import type { Area, Cell } from "../../src/grid/block";
import { Workbook, type ExcelHost } from "../excel-host";
import { openOfficePage, type OfficePage, type PageOptions } from "../excel-host/jsdom-page";
import type { Chart } from "../excel-host/model/charts";
import type { ConditionalFormat } from "../excel-host/model/conditional";
import type { Validated } from "../excel-host/model/validation";
import type { Worksheet } from "../excel-host/model/worksheet";
import type { ColourScale } from "../../src/workbook/sheet-plan";
import { SKILLS, type FoundChart, type FoundPrinting, type FoundValidation, type Hand, type Place } from "./hand";

const VISIBILITY = { visible: "Visible", hidden: "Hidden", veryHidden: "VeryHidden" } as const;

/** The person at the test host's workbook. */
export function excelHand(workbook: () => Workbook): Hand {
  const sheet = (name: string): Worksheet => workbook().sheet(name);
  const range = (name: string, area: Area) => sheet(name).range(area);
  const done = (act: () => unknown): Promise<void> => Promise.resolve().then(() => { act(); });
  return {
    addSheet: (name) => done(() => workbook().worksheets.add(name)),
    renameSheet: (name, to) => done(() => { sheet(name).name = to; }),
    deleteSheet: (name) => done(() => sheet(name).delete()),
    setVisibility: (name, visibility) => done(() => { sheet(name).visibility = VISIBILITY[visibility]; }),
    sheetNames: () => Promise.resolve(workbook().sheets.map(({ name }) => name)),
    visibility: (name) => Promise.resolve((Object.keys(VISIBILITY) as (keyof typeof VISIBILITY)[]).find((key) => VISIBILITY[key] === sheet(name).visibility) ?? "visible"),
    put: (name, row, column, cells) => done(() => { range(name, { row, column, rows: cells.length, columns: cells[0]?.length ?? 1 }).values = cells; }),
    values: (name, area) => Promise.resolve((range(name, area).values as Cell[][]).map((line) => line.map((value) => (value === "" ? null : value)))),
    formulas: (name, { row, column, rows, columns }) =>
      Promise.resolve(Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_unused, j) => sheet(name).cells.get(row + i, column + j).formula))),
    look: (name, row, column) => {
      const get = (member: string): unknown => sheet(name).cells.look(row, column, member);
      return Promise.resolve({ bold: get("font.bold") === true, fill: (get("fill.color") as string | null) ?? null, numberFormat: (get("numberFormat") as string | null) ?? "General" });
    },
    merge: (name, area) => done(() => range(name, area).merge()),
    merges: (name) => Promise.resolve(sheet(name).merges),
    hideRows: (name, row, rows) => done(() => { range(name, { row, column: 0, rows, columns: 1 }).rowHidden = true; }),
    hideColumns: (name, column, columns) => done(() => { range(name, { row: 0, column, rows: 1, columns }).columnHidden = true; }),
    insertRows: (name, before, count) => done(() => sheet(name).insertRows(before, count)),
    frozen: (name) => Promise.resolve({ rows: sheet(name).freezePanes.rows, columns: sheet(name).freezePanes.columns }),
    select: (name, area) => done(() => range(name, area).select()),
    addFormat: (name, area, formula) => done(() => {
      const custom = range(name, area).conditionalFormats.add("Custom").custom as unknown as { rule: { formula: string }; format: { fill: { color: string } } };
      custom.rule.formula = `=${formula}`;
      custom.format.fill.color = "#FF0000";
    }),
    formats: (name) => Promise.resolve(sheet(name).conditional.map(found)),
    validations: (name) => Promise.resolve(sheet(name).validations.map(foundValidation)),
    scales: (name) => Promise.resolve(sheet(name).conditional.flatMap(foundScale)),
    charts: (name) => Promise.resolve(sheet(name).charts.members().map(foundChart)),
    rowHeight: (name, row) => Promise.resolve(sheet(name).rowHeights.get(row) ?? 15),
    hiddenColumns: (name) => Promise.resolve([...sheet(name).hiddenColumns]),
    printing: (name) => Promise.resolve(foundPrinting(sheet(name))),
    copyRow: (name, from, to) => done(() => sheet(name).copyRow(from, to)),
    protectSheet: (name) => done(() => sheet(name).protection.protect()),
    protectWorkbook: () => done(() => workbook().protection.protect()),
    addTable: (name, table, area) => done(() => { sheet(name).tables.add(range(name, area), true).name = table; }),
  };
}

function found(format: ConditionalFormat) {
  const { fill, font } = format.custom?.["format"] as { fill: { color: string | null }; font: { color: string | null } };
  return { areas: format.boxes, formula: format.formula, fill: fill.color, text: font.color };
}

function foundPrinting({ pageLayout, horizontalPageBreaks, verticalPageBreaks }: Worksheet): FoundPrinting {
  const [, last] = /^A:([A-Z]+)$/.exec(pageLayout.titleColumns ?? "") ?? [];
  return {
    scale: (pageLayout.zoom as { scale?: number }).scale ?? null,
    rows: horizontalPageBreaks.members().map(({ rowIndex }) => rowIndex), columns: verticalPageBreaks.members().map(({ columnIndex }) => columnIndex),
    repeated: last === undefined ? 0 : columnIndex(last) + 1,
  };
}

/** A rule that everything keeps, and one that is only warned of, refuse nothing. */
function foundValidation({ box, parts }: Validated): FoundValidation {
  const rule = parts.rule as Excel.DataValidationRule;
  const prompt = parts.prompt as Excel.DataValidationPrompt | undefined;
  const alert = parts.errorAlert as Excel.DataValidationErrorAlert | undefined;
  const said = { area: box, title: prompt?.title ?? null, text: prompt?.message ?? null, refusal: alert?.style === "Stop" ? alert.message : null };
  const limits = (rule.wholeNumber ?? rule.decimal) as { formula1: number; formula2?: number } | undefined;
  if (limits) return { kind: rule.wholeNumber ? "whole" : "decimal", ...said, min: limits.formula1, max: limits.formula2 ?? null };
  return rule.list ? { kind: "list", ...said, values: (rule.list.source as string).split(",") } : { kind: "any", ...said };
}

function foundScale(format: ConditionalFormat): ColourScale[] {
  const criteria = format.colorScale?.["criteria"] as Excel.ConditionalColorScaleCriteria | undefined;
  const [area] = format.boxes;
  const stop = (one?: Excel.ConditionalColorScaleCriterion) => ({ at: Number(one?.formula), colour: one?.color ?? "" });
  return criteria && area ? [{ area, stops: [stop(criteria.minimum), stop(criteria.midpoint), stop(criteria.maximum)] }] : [];
}

const CHART_KINDS: Readonly<Record<string, FoundChart["kind"]>> = { ColumnClustered: "columns", BarClustered: "bars", Radar: "radar" };

function foundChart({ chartType, title, source, place, axes, series }: Chart): FoundChart {
  const { valueAxis, categoryAxis } = axes as unknown as { valueAxis: { minimum: number | ""; maximum: number | ""; numberFormat: string; title: { text: string } }; categoryAxis: { reversePlotOrder: boolean } };
  return {
    title: String(title["text"]), kind: CHART_KINDS[chartType] ?? "columns", source, place: place ?? { row: -1, column: -1, rows: 0, columns: 0 },
    series: series.members().map(({ name, chartType: type, format }) => {
      const { fill, line } = format as unknown as { fill: { colour: string | null }; line: { color: string | null } };
      return { name, isLine: type === "Line", colour: line.color ?? fill.colour };
    }),
    axis: { from: valueAxis.minimum === "" ? null : valueAxis.minimum, to: valueAxis.maximum === "" ? null : valueAxis.maximum, format: valueAxis.numberFormat, title: valueAxis.title.text },
    isReversed: categoryAxis.reversePlotOrder,
  };
}

/** One page with the real office.js, and a fresh workbook behind it for every case. */
export interface ExcelPlaces {
  readonly page: OfficePage;
  readonly host: ExcelHost;
  make(): Promise<Place>;
  /** Round trips the adapter asked for since the last `make`. */
  syncs(): number;
}

export const EXCEL_SKILLS: Place["skills"] = new Set(SKILLS);

export async function excelPlaces(options: PageOptions = {}): Promise<ExcelPlaces> {
  const page = await openOfficePage(options);
  const { window, host } = page;
  Object.assign(globalThis, { Office: window.Office, Excel: window.Excel, OfficeExtension: window.OfficeExtension });
  const counted = countSyncs(window);
  return {
    page,
    host,
    async make() {
      host.open(new Workbook("测试.xlsx"));
      counted.reset();
      return { host: await excelHost(), hand: excelHand(() => host.workbook), skills: EXCEL_SKILLS };
    },
    syncs: () => counted.count(),
  };
}

/** Counts `context.sync()`; office.js adds one of its own at the end of every `Excel.run`, which is not counted. */
function countSyncs(window: OfficePage["window"]): { count(): number; reset(): void } {
  let count = 0;
  const context = window.OfficeExtension.ClientRequestContext.prototype as { sync: (...all: unknown[]) => unknown };
  const original = context.sync;
  context.sync = function (this: unknown, ...all: unknown[]) {
    count++;
    return original.apply(this, all);
  };
  return { count: () => count, reset: () => { count = 0; } };
}
