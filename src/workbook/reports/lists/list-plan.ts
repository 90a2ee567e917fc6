import type { PlanCell, ValidationPlan } from "../../sheet-plan";

/** A column of a list (清单). `own`: made anew each time; `typed`: people's, kept as it stands. */
export interface ListColumn {
  readonly id: string;
  readonly heading: string;
  readonly width: number;
  readonly kind: "own" | "typed";
  /** Its text tells which row it is where the key is lost: 学校, 学段, 对应指标. */
  readonly identifies?: true;
  /** Says of a kept row that it is not listed any more. */
  readonly tellsUnlisted?: true;
  /** Excel makes a number of a typed date; it is written back as a date's text. */
  readonly isDate?: true;
  readonly rule?: ValidationPlan["rule"];
  readonly note?: NonNullable<ValidationPlan["note"]>;
}

/** One row a list is made of. */
export interface ListRow {
  readonly key: string;
  /** By column id. */
  readonly own: Readonly<Record<string, PlanCell>>;
  /** What is proposed in typed columns when the row is new; by column id. */
  readonly suggested: Readonly<Record<string, string>>;
}

/** Heading of the hidden column of marks. */
export const KEY_HEADING = "行标识（请勿改动）";

/** Behind the text of a row that is kept only for what was typed into it: why it is gone (solved, a figure now missing, the school renamed) nobody can tell. */
export const UNLISTED = "（本次未列入，保留填写内容）";

/** Column of texts that people changed in columns of ours, or wrote where only marks stand. */
export const EDITED: { readonly id: string; readonly heading: string } = { id: "edited", heading: "原表手工修改" };

/** 进度. */
export const PROGRESS = ["未开始", "进行中", "已完成"];

const DATE_NOTE = { title: "时限", text: "请写成 2026-12-31 或 2026年12月。重新生成清单时，这里填写的内容原样保留。" };
const PROGRESS_NOTE = { title: "进度", text: `请选择：${PROGRESS.join("、")}。重新生成清单时，这里填写的内容原样保留。` };

/** A column made anew each time. */
export function own(id: string, heading: string, width: number, more: Partial<ListColumn> = {}): ListColumn {
  return { id, heading, width, kind: "own", ...more };
}

/** A column people fill in. */
export function typed(id: string, heading: string, width: number, more: Partial<ListColumn> = {}): ListColumn {
  return { id, heading, width, kind: "typed", ...more };
}

export const dateColumn = (id: string, heading: string): ListColumn => typed(id, heading, 13, { isDate: true, rule: { kind: "any" }, note: { ...DATE_NOTE, title: heading } });

export const progressColumn = (): ListColumn => typed("progress", "进度", 10, { rule: { kind: "list", values: PROGRESS }, note: PROGRESS_NOTE });
