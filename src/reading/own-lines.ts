import type { Fact, ItemFact, OwnLine, OwnStandardReading, OwnTarget } from "../engine";
import { place } from "../grid/cell-name";
import { isBlank, type Cell, type SheetBlock } from "../grid/block";
import type { Problem } from "./model";
import { cellOf, comparisonOf, lineOf, nearest, textOf, unitFactor, type OwnRow } from "./own-cells";
import { ownColumns } from "./own-columns";
import { problem } from "./problems";
import { plain, tidy } from "./text";

type AnyFact = Fact | ItemFact;

/** A line further from the national one is in another unit, or a slip of the pen (R19). */
const TOO_FAR = 20;

/** What a bureau's lines may speak of. */
export interface OwnKnown {
  readonly targets: readonly OwnTarget[];
  /** Facts of added lines. */
  readonly facts: readonly AnyFact[];
}

function isNamed(word: string, names: readonly string[]): boolean {
  return names.some((name) => plain(name) === word);
}

function factOf(row: OwnRow, column: "numerator" | "denominator", facts: readonly AnyFact[]): AnyFact | null {
  const text = textOf(row, column);
  const found = facts.find((fact) => isNamed(plain(text), [fact.id, fact.term])) ?? null;
  if (!found) row.tell(column, `没有数据项“${text}”`, `相近的有：${nearest(text, facts.map((fact) => fact.term))}`);
  return found;
}

const isOfCounty = (fact: AnyFact): boolean => "level" in fact && fact.level === "county";

/** The facts of an added line; `null` after telling. */
function ratioOf(row: OwnRow, facts: readonly AnyFact[]): Pick<OwnLine, "numerator" | "denominator"> | null {
  const numerator = factOf(row, "numerator", facts);
  const denominator = textOf(row, "denominator") === "" ? undefined : factOf(row, "denominator", facts);
  if (!numerator || denominator === null) return null;
  if (denominator && isOfCounty(numerator) !== isOfCounty(denominator)) {
    row.tell("denominator", `“${numerator.term}”和“${denominator.term}”一个是学校的、一个是全县的，不能相除`, "请换成同一级的数据项");
    return null;
  }
  if (isOfCounty(numerator) && textOf(row, "all") === "") {
    row.tell("all", `“${numerator.term}”是全县的数，没有分学段的标准`, "请把标准写在“统一标准”");
    return null;
  }
  return { numerator: numerator.id, denominator: denominator?.id ?? null };
}

/** The line a row changes; `undefined` for one it adds, `null` after telling that there is none. */
function targetOf(row: OwnRow, { targets }: OwnKnown): OwnTarget | null | undefined {
  const [id, term] = [textOf(row, "id"), textOf(row, "term")];
  if (id === "" && textOf(row, "numerator") !== "") return undefined;
  const named = targets.find((one) => isNamed(plain(term), one.names));
  const found = id === "" ? named : targets.find((one) => isNamed(plain(id), [one.id]));
  if (found && named && found !== named) {
    row.tell("term", `名称“${term}”是 ${named.id}，编号写的是 ${found.id}`, "请改正编号或名称");
    return null;
  }
  if (found) return found;
  const names = id === "" ? targets.map((one) => one.names[1] ?? one.id) : targets.map((one) => one.id);
  row.tell(id === "" ? "term" : "id", `没有可改的指标“${id === "" ? term : id}”`, `相近的有：${nearest(id === "" ? term : id, names)}；增加自己的指标，编号留空并写分子数据项`);
  return null;
}

/** The numbers of a line; `null` after telling. */
function numbersOf(row: OwnRow, target: OwnTarget | undefined): Pick<OwnLine, "lines" | "comparison" | "unit"> | null {
  const comparison = comparisonOf(row, target ?? null);
  const unit = target ? target.unit : textOf(row, "unit");
  const factor = target ? unitFactor(row, unit) : 1;
  if (comparison === null || factor === null) return null;
  const stages = textOf(row, "primary") !== "" || textOf(row, "junior") !== "";
  if (stages && textOf(row, "all") !== "") {
    row.tell("all", "小学或初中标准与统一标准同时填了", "请只留一种");
    return null;
  }
  if (stages && target?.lines.all !== undefined) {
    row.tell(textOf(row, "primary") === "" ? "junior" : "primary", "这项指标不分学段", "请把标准写在“统一标准”");
    return null;
  }
  const lines: Partial<Record<"primary" | "junior" | "all", number>> = {};
  for (const column of ["primary", "junior", "all"] as const) {
    const line = lineOf(row, column, unit, factor, comparison);
    if (line === null) return null;
    const usual = Object.values(target?.lines ?? {});
    if (line !== undefined && (line > Math.max(...usual) * TOO_FAR || line * TOO_FAR < Math.min(...usual)) && target) {
      row.tell(column, `标准 ${String(line)}${unit} 与国家标准 ${usual.join("、")}${unit} 相差 ${String(TOO_FAR)} 倍以上`, "请核对单位和小数点");
      return null;
    }
    if (line !== undefined) lines[column] = line;
  }
  return { lines, comparison, unit };
}

function perOf(row: OwnRow, unit: string): number | null {
  const cell = cellOf(row, "per");
  if (isBlank(cell)) return unit === "%" ? 100 : 1;
  const per = Number(cell);
  if (per > 0) return per;
  row.tell("per", `“${String(cell)}”不是正数`, "请写比值乘以多少：百分比和每百名学生写 100，生均写 1");
  return null;
}

/** One row as a line; `null` when it asks for nothing, or after telling why it cannot be used. */
function readRow(row: OwnRow, known: OwnKnown, cell: string): OwnLine | null {
  if ((["primary", "junior", "all", "numerator"] as const).every((column) => textOf(row, column) === "")) return null;
  const target = targetOf(row, known);
  if (target === null) return null;
  const numbers = numbersOf(row, target);
  const ratio = target ? { numerator: null, denominator: null } : ratioOf(row, known.facts);
  if (!numbers || !ratio) return null;
  const per = perOf(row, numbers.unit);
  const document = textOf(row, "document");
  if (document === "") row.tell("document", "没有写依据文件", "请写文件名称或文号：没有依据的标准不采用");
  if (Object.keys(numbers.lines).length === 0) row.tell("all", "没有写标准", "请填小学标准、初中标准或统一标准");
  if (document === "" || per === null || Object.keys(numbers.lines).length === 0) return null;
  const term = textOf(row, "term");
  return { cell, overrides: target?.id ?? null, term: term === "" ? (target?.names[1] ?? "") : term, ...numbers, ...ratio, per, document, section: textOf(row, "section") };
}

/** The name of a bureau's standard: what stands above its headings, else 自定标准. */
function nameOf(above: readonly (readonly Cell[])[]): string {
  const title = above.flat().find((cell) => typeof cell === "string" && !isBlank(cell));
  return typeof title === "string" && title.length <= 40 ? tidy(title) : "自定标准";
}

/**
 * Reads a bureau's own standard (自定标准): finds its headings by their meaning, says cell by cell what cannot be used and
 * takes the rest. `null` when the cells hold no such headings.
 */
export function readOwnLines({ sheet, row: top, column: left, values }: SheetBlock, known: OwnKnown): { readonly reading: OwnStandardReading; readonly problems: readonly Problem[] } | null {
  const head = values.findIndex((cells) => ownColumns(cells) !== null);
  const columns = ownColumns(values[head] ?? []);
  if (!columns) return null;
  const problems: Problem[] = [];
  const lines: OwnLine[] = [];
  values.slice(head + 1).forEach((cells, i) => {
    const at = top + head + 1 + i;
    const tell: OwnRow["tell"] = (column, text, remedy, severity = "error") => {
      problems.push(problem(`own-${column}`, { sheet, row: at, column: left + (columns.get(column) ?? columns.get("term") ?? 0) }, text, remedy, { severity }));
    };
    const row: OwnRow = { cells, columns, tell };
    const line = readRow(row, known, place(sheet, at, left + (columns.get("term") ?? columns.get("id") ?? 0)));
    const twin = line && lines.find((one) => (line.overrides === null ? one.term === line.term : one.overrides === line.overrides));
    if (twin) tell("id", `“${line.term}”重复，已在 ${twin.cell}`, "请删去一行；现按前一行");
    else if (line) lines.push(line);
  });
  return { reading: { sheet, name: nameOf(values.slice(0, head)), lines }, problems };
}
