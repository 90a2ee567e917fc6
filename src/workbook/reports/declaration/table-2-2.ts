import { explain, printed, STAGE_TERMS, STAGES, VERDICT_TERMS, type School, type Stage } from "../../../engine";
import { cell } from "../../layout";
import { decimals, ownRemark, turnedByRounding, verdictAt, verdictCell } from "../figures";
import { resourceMark, rowsOfStage } from "../frame";
import type { ReportContext } from "../report";
import { acrossRow, heads, lackCell, noteRow, numbers, type Form, type FormCell, type FormRow } from "./form";
import { OWNERS, ownerCode } from "./owner-code";
import { SCHOOL_SHEET } from "./sources";
import { stageFigure } from "./stage-figure";
import { INDICATOR_HEADS } from "./table-2-1";

const LEAD = ["序号", "学校名称", "举办者类型", "在校生数", "年级数", "班级数"];
const WIDTH = LEAD.length + INDICATOR_HEADS.length + 2;

/** 表Ⅱ-2 小学、初中资源配置基本情况（分学校）: 小学 then 初中, each numbered from 1. */
export function table22(context: ReportContext): Form {
  const blocks = STAGES.flatMap((stage, code) => rowsOfStage(context.judgement, code).map((row, index) => schoolRow(context, stage, row, index + 1)));
  const none: FormRow = [null, lackCell("参评学校", SCHOOL_SHEET)];
  const rows = blocks.length === 0 ? [none] : blocks;
  return {
    term: "表Ⅱ-2",
    title: "表Ⅱ-2　小学、初中资源配置基本情况（分学校）",
    rows: [
      heads([...LEAD, ...INDICATOR_HEADS, "该校综合评估是否达标", "备注（注明有哪几项指标达标，哪几项指标达到85%）" + resourceMark(context)]),
      heads([...numbers(WIDTH - 1), null]),
      ...rows,
      noteRow(note(context), WIDTH),
    ],
    merges: [acrossRow(3 + rows.length, WIDTH)],
    widths: [5, 22, 8, 9, 7, 7, ...INDICATOR_HEADS.map(() => 11), 11, 44],
    frozen: { rows: 3, columns: 2 },
    repeat: [1, 2],
    remarks: ["L14 按国家标准填“达标”或“不达标”；达到85%的指标浅色底、低于85%的深色底标出。数据不足的学校未作判定。"],
  };
}

function schoolRow(context: ReportContext, stage: Stage, row: number, number: number): FormRow {
  const { judgement, standard } = context;
  const school = judgement.table.schools[row];
  if (!school) return [];
  const verdict = verdictAt(judgement.verdicts, row);
  const code = ownerCode(school.owner);
  return [
    cell(number, "centred"),
    cell(school.name, "text"),
    code === null ? lackCell(school.owner === null ? "举办者类型" : `举办者类型（“${school.owner}”不能确定代码）`, `${SCHOOL_SHEET}“举办者类型”列`) : cell(code, "integer"),
    ...["students", "grades", "classes"].map((fact) => count(context, school, stage, fact)),
    ...standard.indicators.map((_, k) => indicatorCell(context, row, k)),
    verdictCell(verdict),
    cell(remarkText(context, stage, row), "text"),
  ];
}

function count({ standard }: ReportContext, school: School, stage: Stage, fact: string): FormCell {
  const figure = stageFigure(school, stage, fact);
  if (figure !== undefined && figure.value !== null) return cell(figure.value, "integer");
  const term = `${school.stages.length > 1 ? STAGE_TERMS[stage] : ""}${standard.facts.get(fact)?.term ?? fact}`;
  return lackCell(term, figure?.cell ?? `${SCHOOL_SHEET}“${term}”列`);
}

/** The value in the form's precision: at 85 % and below it in the verdict's colour. */
function indicatorCell({ judgement, standard }: ReportContext, row: number, k: number): FormCell {
  const indicator = standard.indicators[k];
  const value = judgement.values[k]?.[row] ?? Number.NaN;
  const verdict = verdictAt(judgement.codes[k], row);
  const where = (): string => [judgement.table.schools[row]?.place.replace(/!.*$/, "") ?? SCHOOL_SHEET, explain(judgement, row, k, standard).missing.join("；")].join("：");
  if (indicator === undefined || Number.isNaN(value)) return lackCell(indicator?.term ?? "", where());
  const rounded = printed(value, indicator.places);
  if (verdict === "undetermined") return { ...cell(rounded, decimals(indicator.places)), lacking: [{ what: `${indicator.term}的判定`, where: where() }] };
  return cell(rounded, verdict === "floor" ? "floor2" : verdict === "unmet" ? "unmet2" : decimals(indicator.places));
}

/** 备注: the indicators that reach the line, those at 85 %, the rest, and what rounding would turn. */
function remarkText(context: ReportContext, stage: Stage, row: number): string {
  const { judgement, standard } = context;
  const reached = standard.indicators.filter((_, k) => verdictAt(judgement.codes[k], row) === "met").map((one) => one.short[0] ?? one.term);
  const turned = standard.indicators.flatMap((one, k) => {
    const exact = turnedByRounding(judgement.values[k]?.[row] ?? Number.NaN, one, stage, standard);
    return exact === "" ? [] : [`${one.short[0] ?? one.term}${exact}`];
  });
  const head = `${VERDICT_TERMS.met}${String(reached.length)}项`;
  const text = ownRemark(judgement, row, standard);
  const named = text.startsWith(head) && reached.length > 0 ? `${head}：${reached.join("、")}${text.slice(head.length)}` : text;
  return [named, ...turned].join("；");
}

/** 注 with the counts of schools filled in; 「＿＿」 where a school's type is not settled. */
function note({ judgement, standard }: ReportContext): string {
  const [primary = [], junior = []] = STAGES.map((_, code) => rowsOfStage(judgement, code).map((row) => judgement.table.schools[row]?.type ?? null));
  const of = (types: readonly School["type"][], ...wanted: readonly School["type"][]): string =>
    types.includes(null) ? "＿＿" : String(types.filter((type) => wanted.includes(type)).length);
  const both = ["nineYear", "twelveYear"] as const;
  const codes = OWNERS.map((owner, index) => `${owner}为${String(index + 1)}`).join("、");
  return `注：1.小学学校总数${String(primary.length)}所（其中：一贯制学校的小学部有${of(primary, ...both)}所，${String(standard.scope.teachingPointMinimum)}人及以上教学点有${of(primary, "teachingPoint")}个），`
    + `初中学校总数${String(junior.length)}所（其中：一贯制学校的初中部${of(junior, ...both)}所，完全中学的初中部${of(junior, "complete")}所）。`
    + `2.举办者类型处填写代码：${codes}。3.L7—L13数值均保留两位小数。`;
}
