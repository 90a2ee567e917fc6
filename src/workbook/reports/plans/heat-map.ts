import { STAGE_TERMS, STAGES, VERDICT_TERMS } from "../../../engine";
import { indicatorNames, shareOfLine } from "../../charts";
import { cell, type Row } from "../../layout";
import type { ColourScale, PlanCell, SheetPlan } from "../../sheet-plan";
import { clean, ownRemark, valueCell, verdictAt, verdictCell } from "../figures";
import { framed, resourceMark, rowsOfStage } from "../frame";
import type { ReportContext } from "../report";

const LEAD = ["序号", "学校名称", "学段", "在校生数（人）"];
/** Far enough above the line that nobody need look; the colour stays the same beyond. */
const AMPLE = 1.5;
const COLOURS = { below: "#F19C94", line: "#FFF7DB", above: "#8FCB97" };

/** 指标热力图: every school's seven values as part of their lines, coloured by how far below or above; the words stand beside. */
export function heatMap(context: ReportContext): SheetPlan {
  const { standard } = context;
  const names = indicatorNames(standard);
  const header: Row = [...LEAD, ...names.map((name, k) => `${standard.indicators[k]?.id ?? ""} ${name}`), "学校判定", "备注"].map((text) => cell(text, "header"));
  const body = STAGES.flatMap((_, code) => rowsOfStage(context.judgement, code)).map((row, index) => line(context, row, index + 1));
  const plan = framed(context, {
    term: "指标热力图",
    title: `各校指标热力图：实际值相当于达标值的百分比${resourceMark(context)}`,
    table: { widths: [6, 26, 8, 11, ...names.map(() => 13), 11, 44], header: [header], body, merges: [] },
    notes: [
      `${percent(1)} 为恰好达到达标值；不足的向下取到0.1%，不会显示成达标。颜色从红到绿：${percent(standard.schoolRule.floor)}及以下为红，${percent(1)}为浅黄，${percent(AMPLE)}及以上为绿。判定以“学校判定”“备注”两列的文字为准。`,
    ],
    frozenColumns: 2,
  });
  return { ...plan, scales: body.length === 0 ? [] : [scale(plan.frozenRows, body.length, names.length, standard.schoolRule.floor)] };
}

function percent(part: number): string {
  return `${String(clean(part * 100))}%`;
}

function line(context: ReportContext, row: number, number: number): Row {
  const { judgement, standard } = context;
  const stage = STAGES[judgement.table.stage[row] ?? 0] ?? "primary";
  return [
    cell(number, "centred"),
    cell(judgement.table.schools[row]?.name ?? "", "text"),
    cell(STAGE_TERMS[stage], "text"),
    valueCell(judgement.table.students[row], 0),
    ...standard.indicators.map((_, k) => shareCell(context, row, k)),
    verdictCell(verdictAt(judgement.verdicts, row)),
    cell(ownRemark(judgement, row, standard), "text"),
  ];
}

function shareCell(context: ReportContext, row: number, k: number): PlanCell {
  const share = shareOfLine(context, row, k, 3);
  if (share !== null) return cell(share, "percent");
  const verdict = verdictAt(context.judgement.codes[k], row);
  return cell(VERDICT_TERMS[verdict], verdict);
}

function scale(row: number, rows: number, columns: number, floor: number): ColourScale {
  return {
    area: { row, column: LEAD.length, rows, columns },
    stops: [{ at: floor, colour: COLOURS.below }, { at: 1, colour: COLOURS.line }, { at: AMPLE, colour: COLOURS.above }],
  };
}
