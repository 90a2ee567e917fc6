import { printed, STAGE_TERMS, STAGES, type Stage } from "../../../engine";
import { cell } from "../../layout";
import { resourceMark } from "../frame";
import type { ReportContext } from "../report";
import { heads, lackCell, numbers, type Form, type FormRow } from "./form";
import { SCHOOL_SHEET } from "./sources";

/** Headings of the seven indicators as the form words them. */
export const INDICATOR_HEADS: readonly string[] = [
  "每百名学生拥有高于规定学历教师数", "每百名学生拥有县级及以上骨干教师数", "每百名学生拥有体育、艺术（美术、音乐）专任教师数", "生均教学及辅助用房面积（㎡）",
  "生均体育运动场馆面积（㎡）", "生均教学仪器设备值（元）", "每百名学生拥有网络多媒体教室数",
];

/** 表Ⅱ-1 小学、初中资源配置基本情况: how many schools reach the line of each indicator (R25), and how many pass. */
export function table21(context: ReportContext): Form {
  const mark = resourceMark(context);
  return {
    term: "表Ⅱ-1",
    title: "表Ⅱ-1　小学、初中资源配置基本情况",
    rows: [
      heads([null, null, ...INDICATOR_HEADS, "综合评估"]),
      heads([null, null, ...numbers(INDICATOR_HEADS.length + 1)]),
      ...STAGES.flatMap((stage) => stageRows(context, stage)),
    ],
    merges: [{ row: 1, column: 0, rows: 2, columns: 2 }, ...STAGES.map((_, code) => ({ row: 3 + code * 2, column: 0, rows: 2, columns: 1 }))],
    widths: [8, 18, ...INDICATOR_HEADS.map(() => 17), 13],
    frozen: { rows: 0, columns: 0 },
    repeat: null,
    remarks: [...STAGES.flatMap((stage) => remark(context, stage)), ...(mark === "" ? [] : [mark.slice(1, -1)])],
  };
}

function stageRows({ judgement }: ReportContext, stage: Stage): FormRow[] {
  const { rows, reached, met } = judgement.stages[stage];
  const term = STAGE_TERMS[stage];
  const counts = [...reached, met];
  const missing = counts.map(() => lackCell(`${term}学校`, `${SCHOOL_SHEET}（表中没有参评的${term}）`));
  return [
    [cell(term, "centred"), cell("达标学校总数", "centred"), ...(rows === 0 ? missing : counts.map((count) => cell(count, "integer")))],
    [cell(term, "centred"), cell("达标学校比例（%）", "centred"), ...(rows === 0 ? missing : counts.map((count) => cell(printed((count / rows) * 100, 1), "decimal1")))],
  ];
}

/** What the counts leave open: schools that miss data stay in the denominator and are counted nowhere (R25). */
function remark({ judgement }: ReportContext, stage: Stage): string[] {
  const { rows, undetermined } = judgement.stages[stage];
  if (rows === 0) return [];
  const open = undetermined === 0 ? "" : `，其中 ${String(undetermined)} 所数据不足，计入分母，不计为达标`;
  return [`${STAGE_TERMS[stage]}比例的分母为全部参评的 ${String(rows)} 个学段${open}；达到85%的不计入该项达标数。`];
}
