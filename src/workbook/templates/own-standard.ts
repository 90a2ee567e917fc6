import { ownTargets, type Comparison, type ItemBook, type Standard } from "../../engine";
import type { TemplateKind } from "../reports/report";
import type { PlanValue } from "../sheet-plan";
import { fillInSheet, type FillHeading } from "./fill-in";

const COMPARISONS: Readonly<Record<Comparison, string>> = { atLeast: "不低于", atMost: "不超过", below: "低于" };
const BLANK_ROWS = 20;

/** 自定标准: the national lines, to be changed, and rows for lines of the bureau's own. */
export const ownStandard: TemplateKind = {
  id: "own-standard",
  term: "自定标准",
  purpose: "把国家标准的线改成本地要求，或增加自己的指标；只作为第二种结论，不改变国家标准的结论",
  build: (standard, book) => fillInSheet({
    name: "自定标准",
    title: "自定标准",
    lines: LINES,
    groups: [{ group: "", headings: HEADINGS }],
    rows: targetRows(standard, book),
    blankRows: BLANK_ROWS,
    frozenColumns: 2,
  }),
};

const LINES = [
  "填表说明：下面预填的是国家标准，改成本地的数即可；不改的行可以删去，删去的行仍按国家标准。分学段的填“小学标准”“初中标准”，不分的填“统一标准”。",
  "增加自己的指标：“指标编号”留空，写明指标名称、标准、单位、分子数据项（和分母数据项、“每”）。每行都要写依据文件和条款。",
];

const text = (heading: string, width: number, hint: string): FillHeading => ({ heading, width, rule: { kind: "any" }, hint, style: "inputWrap" });
const number = (heading: string, hint: string): FillHeading => ({ heading, width: 10, rule: { kind: "decimal", min: 0, max: null }, hint });

const HEADINGS: readonly FillHeading[] = [
  text("指标编号", 10, "国家标准指标的编号；增加的指标留空。"),
  text("指标名称", 40, "增加的指标写全称。"),
  number("小学标准", "填数字；不分学段的留空。"),
  number("初中标准", "填数字；不分学段的留空。"),
  number("统一标准", "不分学段的填这里。"),
  text("单位", 8, "例：人、㎡、元、间、%。"),
  { heading: "比较", width: 10, rule: { kind: "list", values: Object.values(COMPARISONS) }, hint: "从列表中选。" },
  text("分子数据项", 20, "增加的指标用：学校数据表或县级填报表中的项目名称。例：专任教师数。"),
  text("分母数据项", 20, "增加的指标用：与分子相除的项目名称；直接比较分子的留空。例：在校生数。"),
  number("每", "比值乘以多少：每百名学生填 100，百分比填 100，生均填 1。"),
  text("依据文件", 26, "文件名称或文号。"),
  text("条款", 22, "章节或条款。"),
];

/** Every national line that can be changed, with its clause. */
function targetRows(standard: Standard, book: ItemBook): PlanValue[][] {
  return ownTargets(standard, book).map(({ id, names, unit, comparison, lines, clause }) => [
    id, names[1] ?? id, lines.primary ?? null, lines.junior ?? null, lines.all ?? null, unit, COMPARISONS[comparison], null, null, null, clause.document, clause.section,
  ]);
}
