import { STAGES, VERDICT_TERMS, VERDICTS, type Verdict } from "../engine";
import { cell, type Row } from "./layout";
import { framed } from "./reports/frame";
import type { ReportContext } from "./reports/report";
import { verdictHeader, verdictRows } from "./reports/verdicts";
import type { SheetPlan } from "./sheet-plan";

const MEANINGS: Readonly<Record<Verdict, string>> = {
  met: "该项达到标准",
  floor: "未达到标准，但不低于标准的85%；每所学校只允许一项",
  unmet: "低于标准的85%",
  undetermined: "该项所需的数据有空白、不是数字或无法确定，不能判定",
  notApplicable: "该项不适用于这所学校",
};

/**
 * Legend and verdict table of the highlighting (标注说明, R8) on a sheet of our own: what each colour says, by which standard
 * and switches, and the same verdicts in words. The colours on the bureau's cells are live; this table is of its date.
 */
export function legendPlan(context: ReportContext): SheetPlan {
  const { standard } = context;
  const header = verdictHeader(context);
  const rows = STAGES.flatMap((_, code) => verdictRows(context, code));
  const plan = framed(context, {
    term: "标注说明",
    title: "标注说明与判定一览",
    table: {
      widths: [8, 26, 8, 12, ...standard.indicators.map(() => 16), 12, 40],
      header: [...legendRows(), [], header],
      body: rows,
      merges: [],
    },
    notes: [
      "颜色标在各项资源的原始数据单元格上（如教师数、面积、设备值），改动数据后颜色随之改变，不需要加载项；几列相加的，各列同色。",
      "一贯制学校两学段共用的资源按各学段分别计算，标较差的结果。不参评的学校不标注。",
      "上表为生成当日的判定，数据改动后请重新标注。在窗格中点“取消标注”，只删除本加载项加上的颜色。",
    ],
    frozenColumns: 0,
  });
  // The heading stands below the legend: freezing or repeating all of it would fill the screen.
  return { ...plan, frozenRows: 0, printTitleRows: null };
}

/** Words and colours (图例) by themselves. */
function legendRows(): Row[] {
  const order: readonly Verdict[] = VERDICTS;
  return order.map((verdict) => [cell(VERDICT_TERMS[verdict], verdict), cell(MEANINGS[verdict], "note")]);
}
