import { indicatorByName, STAGES, withOwnLines, type OwnLine, type Standard } from "../engine";
import type { Cell } from "../grid/block";
import { ownColumns, ownText, type OwnColumns } from "../reading";
import { plainNumber } from "./arguments";
import { wrongUse } from "./errors";

/** What only the pane can judge by: lines of items, and lines a bureau adds. */
const OF_ITEMS = /^[b-f]\d/i;

/** One row as a changed line; `null` when it changes none. Nobody can be asked here, so what is not plain is refused, with its row. */
function lineOf(cells: readonly Cell[], columns: OwnColumns, row: number, base: Standard): OwnLine | null {
  const text = (column: Parameters<typeof ownText>[2]): string => ownText(cells, columns, column);
  const refuse = (what: string): never => { throw wrongUse(`参数「标准」第 ${String(row)} 行：${what}`); };
  const given = ([...STAGES, "all"] as const).filter((column) => text(column) !== "");
  const [id, term] = [text("id"), text("term")];
  if (given.length === 0 || OF_ITEMS.test(id) || (id === "" && text("numerator") !== "")) return null;
  const name = id === "" ? term : id;
  // A row's own number is no indicator's.
  const indicator = /^\d/.test(name) ? undefined : base.indicators[indicatorByName(base, name)];
  if (!indicator && !/^(variation|(校际)?差异系数)$/.test(name)) refuse(`没有可改的指标“${name}”，可改七项指标和校际差异系数。`);
  if (given.length > 1 && given.includes("all")) refuse("统一标准与小学、初中标准只能填一种。");
  if (text("document") === "") refuse("没有写依据文件，没有依据的标准不采用。");
  const unit = indicator?.unit ?? "";
  if (text("unit") !== "" && text("unit") !== unit) refuse(`单位应为“${unit}”。`);
  if (text("comparison") !== "" && text("comparison") !== (indicator ? "不低于" : "不超过")) refuse("比较方式与国家标准的写法不同，请删去。");
  const lines = Object.fromEntries(given.map((column) => {
    const value = plainNumber(text(column));
    return [column, value !== null && value > 0 && (indicator || value < 1) ? value : refuse(`标准“${text(column)}”不是${indicator ? "" : "小于 1 且"}大于 0 的数。`)];
  }));
  return {
    cell: String(row), overrides: indicator?.id ?? "variation", term: term === "" ? name : term, unit, lines, comparison: "atLeast",
    numerator: null, denominator: null, per: 1, document: text("document"), section: text("section"),
  };
}

/** A range as a bureau's own standard (自定标准) over the national one. */
export function ownStandardOf(rows: readonly (readonly Cell[])[], base: Standard): Standard {
  // No line is 0: Excel for Windows hands blanks over so.
  const cells = rows.map((row) => row.map((cell) => (cell === 0 ? null : cell)));
  const head = cells.findIndex((row) => ownColumns(row) !== null);
  const columns = ownColumns(cells[head] ?? []);
  if (!columns) throw wrongUse("参数「标准」的区域里没有自定标准的标题：要有指标编号（或指标名称）、小学标准、初中标准（或统一标准）和依据文件，请连标题行一起选。");
  const lines = cells.slice(head + 1).flatMap((row, i) => lineOf(row, columns, head + i + 2, base) ?? []);
  return withOwnLines({ sheet: "", name: "自定标准", lines }, base);
}
