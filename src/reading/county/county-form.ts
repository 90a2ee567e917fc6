import type { Figure, ItemFact } from "../../engine";
import { cellName, place } from "../../grid/cell-name";
import { isBlank, type Cell, type SheetBlock } from "../../grid/block";
import type { Answers, CountyReading, Problem } from "../model";
import { answerKey, yesOrNo } from "../answers";
import { problem, someOf } from "../problems";
import { spotOfCell } from "../spots";
import { plain, tidy, unitOf, type Unit } from "../text";
import { readTyped } from "../typed-value";
import { acrossForm } from "./county-across";
import { countyFactOf } from "./county-words";
import { checkCounty } from "./county-checks";
import { statedInForm } from "./county-sentences";

/** One line of a county form: what it asks, and the cell where its answer stands (relative to the block). */
interface CountyLine {
  readonly fact: ItemFact;
  readonly unit: Unit | null;
  readonly value: Cell;
  readonly row: number;
  readonly column: number;
}

/** So many lines besides those of 表Ⅰ, which school forms have too, make a sheet a county form; fewer do where it is called one. */
const FEWEST = 3;
const FEWEST_NAMED = 2;
const WIDEST = 40;
const FORM_NAME = /县级填报|县域|全县|全旗|全区|旗县|区县|申报表|表(?:i|iv|v|vi)(?![a-z])/;
const BASIC = "表Ⅰ 基本情况";

/** A sheet that is a county form, and its lines. */
export interface CountyForm {
  readonly block: SheetBlock;
  readonly lines: readonly CountyLine[];
}

/** The county form a sheet is (县级填报表, or a filled 申报表); `null` when it is none. */
export function findCountyForm(block: SheetBlock): CountyForm | null {
  if (block.columns > WIDEST || hasCell(block, block.rows, SCHOOL_NAME)) return null;
  const across = acrossForm(block);
  if (across.length > 0) return { block, lines: across };
  const lines = [...linesOf(block), ...statedInForm(block)];
  const rows = new Set(lines.map(({ row }) => row)).size;
  const named = FORM_NAME.test(plain(block.sheet)) || hasCell(block, 4, FORM_NAME);
  const own = lines.filter(({ fact }) => fact.group !== BASIC).length;
  return (named ? rows >= FEWEST_NAMED : own >= FEWEST && rows >= FEWEST) ? { block, lines } : null;
}

/** A sheet with a heading for schools' names is about schools. */
const SCHOOL_NAME = /^(?:学校|校名|学校名称|学校\(机构\)名称|学校全称)$/;

function hasCell(block: SheetBlock, rows: number, words: RegExp): boolean {
  return block.values.slice(0, rows).some((cells) => cells.some((cell) => typeof cell === "string" && words.test(plain(cell))));
}

interface Heading {
  readonly row: number;
  readonly label: number;
  readonly value: number;
  readonly unit: number | null;
}

const LABEL = /^(?:填报项目|填报内容|项目|项目名称|指标名称|数据项|内容)$/;
const VALUE = /^(?:填报值|填报数|填报数据|填报结果|数值|数据|结果|值|填报情况|指标值)$/;
const UNIT = /^(?:计量单位|单位)$/;

function headingOf(block: SheetBlock): Heading | null {
  for (let row = 0; row < Math.min(block.rows, 30); row += 1) {
    const texts = (block.values[row] ?? []).map((cell) => (typeof cell === "string" ? plain(cell) : ""));
    const [label, value, unit] = [LABEL, VALUE, UNIT].map((words) => texts.findIndex((text) => words.test(text)));
    if (label !== undefined && value !== undefined && label >= 0 && value > label) return { row, label, value, unit: unit === undefined || unit < 0 ? null : unit };
  }
  return null;
}

function linesOf(block: SheetBlock): CountyLine[] {
  const heading = headingOf(block);
  return block.values.flatMap((cells, row) => {
    if (heading) return row <= heading.row ? [] : lineBelow(heading, cells, row);
    return linesBeside(cells, row);
  });
}

function lineBelow(heading: Heading, cells: readonly Cell[], row: number): CountyLine[] {
  const label = cells[heading.label];
  const found = typeof label === "string" ? countyFactOf(label) : null;
  if (!found) return [];
  const written = heading.unit === null ? null : cells[heading.unit];
  const unit = (typeof written === "string" ? unitOf(written) : null) ?? found.unit;
  return [{ fact: found.fact, unit, value: cells[heading.value] ?? null, row, column: heading.value }];
}

/** Without headings: a label, then perhaps its unit, then its value. */
function linesBeside(cells: readonly Cell[], row: number): CountyLine[] {
  const lines: CountyLine[] = [];
  for (let column = 0; column < cells.length - 1; column += 1) {
    const cell = cells[column];
    const found = typeof cell === "string" && !isBlank(cell) ? countyFactOf(cell) : null;
    if (!found) continue;
    let at = column + 1;
    while (at < cells.length - 1 && isBlank(cells[at]) && at < column + 3) at += 1;
    const beside = cells[at];
    const unit = typeof beside === "string" ? unitOf(beside) : null;
    const position = unit ? at + 1 : at;
    // A label beside a label: headings of a table, or the line is blank.
    const value = cells[position];
    const taken = typeof value === "string" && countyFactOf(value) !== null;
    const blankAt = taken ? column + 1 : position;
    lines.push({ fact: found.fact, unit: unit ?? found.unit, value: taken ? null : value ?? null, row, column: blankAt });
    column = taken ? column : position;
  }
  return lines;
}

/** What was made of the county form's lines: figures by fact, and problems told cell by cell. */
export interface CountyFormReading {
  readonly county: CountyReading;
  readonly problems: readonly Problem[];
}

/** Reads the county's figures from every sheet that is a county form, the first being named (县级填报表). */
export function readCountyForms(forms: readonly CountyForm[], answers: Answers): CountyFormReading | null {
  const [first] = forms;
  if (!first) return null;
  const figures: Record<string, Figure> = {};
  const problems: Problem[] = [];
  for (const { block, lines } of forms) for (const line of lines) {
    const { figure, problem: told } = readLine(block, line, answers);
    if (told) problems.push(told);
    const before = figures[line.fact.id];
    const twice = before ? secondTime(line.fact, before, figure) : null;
    if (twice) problems.push(twice);
    figures[line.fact.id] = together(before, figure, twice !== null);
  }
  const checked = checkCounty(figures);
  return { county: { sheet: first.block.sheet, figures: checked.figures }, problems: [...problems, ...blanks(checked.figures), ...checked.problems] };
}

function together(before: Figure | undefined, figure: Figure, clash: boolean): Figure {
  if (!before) return figure;
  if (clash) return { value: null, cell: before.cell, why: `${short(before)} 与 ${short(figure)} 填了两个不同的数，请只留一个` };
  return before.value === null ? figure : before;
}

function secondTime(fact: ItemFact, before: Figure, figure: Figure): Problem | null {
  if (before.value === null || figure.value === null || before.value === figure.value) return null;
  return problem("county-twice", spotOfCell(figure.cell), `“${fact.term}”填了两次：${before.cell ?? ""} 为 ${shown(before)}，${figure.cell ?? ""} 为 ${shown(figure)}`, "请只保留正确的一处；更正前按缺数处理", { severity: "error" });
}

const short = ({ cell }: Figure) => cell?.split("!").pop() ?? "";
const shown = ({ value, written }: Figure) => written ?? String(value ?? "");

function readLine(block: SheetBlock, { fact, unit, value, row, column }: CountyLine, answers: Answers): { readonly figure: Figure; readonly problem: Problem | null } {
  const spot = { sheet: block.sheet, row: block.row + row, column: block.column + column };
  const cell = place(spot.sheet, spot.row, spot.column);
  const name = cellName(spot.row, spot.column);
  const typed = readTyped(value, fact, unit);
  const missing = (why: string, told: Problem | null) => ({ figure: { value: null, cell, why }, problem: told });
  const error = (rule: string, text: string, remedy: string) => missing(`${name} ${text}，${remedy}`, problem(rule, spot, `${name}“${fact.term}”${text}`, `${remedy}；更正前按缺数处理`, { severity: "error" }));
  if (typed.kind === "error") return error("error-value", `是错误值 ${String(value)}`, "请更正公式或改填数值");
  if (typed.kind === "text") return error("county-word", `填的是“${tidy(String(value)).slice(0, 20)}”，读不出${wanted(fact)}`, remedyFor(fact));
  if (typed.value === null) return missing(typed.kind === "mark" ? `${name} 填的是“${tidy(String(value))}”，不能当作 0，请补填；确实没有请填 0` : `${name} 为空，请补填“${fact.term}”`, null);
  if (typed.value < 0 && !CHANGE.test(fact.term)) return error("negative", `是负数 ${String(typed.value)}`, "请更正");
  const figure: Figure = { value: typed.value, cell, ...(typed.written !== undefined && { written: typed.written }) };
  if (typed.doubt) return doubted(fact, figure, typed.doubt.other, spot, answers);
  const broken = fact.kind === "count" && !Number.isInteger(typed.value);
  return { figure, problem: broken ? problem("not-whole", spot, `${name}“${fact.term}”不是整数`, "请核对是否把比例或其他数填入本行") : null };
}

/** What changed since last year may have become less. */
const CHANGE = /比上年/;

function wanted({ kind, unit }: ItemFact): string {
  if (kind === "yesNo") return "是或否";
  if (kind === "level") return "Ⅰ至Ⅳ级";
  if (kind === "year") return "年份";
  return kind === "text" ? "日期" : `以${unit || "小数"}计的数`;
}

function remedyFor({ kind, example, unit }: ItemFact): string {
  if (kind === "yesNo") return "请填“是”或“否”";
  return `请改填，例如“${String(example)}”${unit === "" || kind === "year" ? "" : `，单位为${unit}`}`;
}

/** R19: per cent or part of one is asked, and nothing passes until somebody says. */
function doubted(fact: ItemFact, figure: Figure, other: number, spot: { sheet: string; row: number; column: number }, answers: Answers): { figure: Figure; problem: Problem | null } {
  const key = answerKey.confirm(fact.id, "县级填报表");
  const answer = yesOrNo(answers, key, "confirmed");
  if (answer === true) return { figure: { ...figure, value: other, written: String(figure.value) }, problem: null };
  if (answer === false) return { figure, problem: null };
  const [as, is] = [`${String(other)}${fact.unit}`, `${String(figure.value)}${fact.unit}`];
  const name = cellName(spot.row, spot.column);
  const choices = [{ label: `是 ${as}`, answer: { kind: "confirmed" as const, value: true } }, { label: `就是 ${is}`, answer: { kind: "confirmed" as const, value: false } }];
  return {
    figure: { value: null, cell: figure.cell, why: `${name} 填 ${String(figure.value)}，不知是 ${is} 还是 ${as}，请确认` },
    problem: problem("county-percent", spot, `${name}“${fact.term}”填 ${String(figure.value)}，可能是 ${as}，也可能就是 ${is}`, `请确认，或改填带单位的数；确认前按缺数处理`, { question: { key, choices } }),
  };
}

/** One line for all that is still to be filled in: each item says its own besides. Targets of a plan concern those who chose it. */
function blanks(figures: Readonly<Record<string, Figure>>): Problem[] {
  const national = Object.entries(figures).flatMap(([id, figure]) => (id.startsWith("local.") ? [] : [figure]));
  const open = national.filter(({ value, why }) => value === null && why !== undefined && /为空|填的是“[^”]*”，不能当作/.test(why));
  const [first] = open;
  if (!first) return [];
  return [problem("county-blank", spotOfCell(first.cell), `县级填报表 ${String(national.length)} 项中有 ${String(open.length)} 项未填：${someOf(open.map(short), 8)}`, "未填的按缺数处理，相关指标为“数据不足”；没有的请填 0 或“否”", { severity: "info" })];
}
