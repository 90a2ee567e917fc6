import type { Stage } from "../../engine";
import type { Cell } from "../../grid/block";
import { itemFactById } from "../../standards";
import { parseNumber } from "../numbers";
import { plain } from "../text";

/** What one row of a roster says about its teacher: `null` where a cell is blank or cannot be read. */
export type Said = boolean | null;

const YES = /^(?:是|有|√|✓|1|y|yes|true|已?取得|已?持有|持证|已?完成|合格)$/;
const NO = /^(?:否|无|没有|×|✗|x|0|n|no|false|未取得|未持有|未完成|不合格|不是)$/;

/** 是 or 否 in any usual wording. */
export function yesOrNo(cell: Cell): Said {
  const text = plain(String(cell ?? ""));
  return YES.test(text) ? true : NO.test(text) ? false : null;
}

/** 专任教师: said by 是/否, or by the kind of post. */
export function isFullTime(cell: Cell): Said {
  const text = plain(String(cell ?? ""));
  if (/专任|专职教师|任课教师/.test(text)) return !/非专任|不是/.test(text);
  if (/兼职|代课|外聘|临聘|行政|教辅|工勤|工人|职员|管理|校医|后勤|保安|见习|实习|银龄|支教/.test(text)) return false;
  return yesOrNo(cell);
}

const HIGHER = /研究生|硕士|博士|本科|大学(?!专科)/;
const COLLEGE = /专科|大专|高职/;
const LOWER = /中专|中师|中职|高中|初中|小学|中等|及以下/;

/** 高于规定学历 in a stage: 专科 and above in 小学, 本科 and above in 初中. */
export function isAboveRequired(cell: Cell, stage: Stage): Said {
  const text = plain(String(cell ?? ""));
  if (LOWER.test(text)) return false;
  if (COLLEGE.test(text) && !HIGHER.test(text)) return stage === "primary";
  return HIGHER.test(text) ? true : COLLEGE.test(text) ? stage === "primary" ? true : null : null;
}

/** 县级及以上骨干: by level, or by 是/否 under a heading that names the level. */
export function isBackbone(cell: Cell, heading: string): Said {
  const text = plain(String(cell ?? ""));
  if (/校级|校骨干|校本|乡级|镇级|片级|学区级/.test(text)) return false;
  if (/国家|全国|部级|省|自治区|市|盟|州|县|旗|区/.test(text)) return true;
  const said = yesOrNo(cell);
  return said === true && !/[县区旗]/.test(heading) ? null : said;
}

/** The subject a teacher mainly teaches: the first of those written. */
export function mainSubject(cell: Cell): string | null {
  const text = plain(String(cell ?? "")).split(/[、,，/;；+和与及]/)[0] ?? "";
  return text === "" || parseNumber(cell).kind === "mark" ? null : text;
}

/** A certificate named by its number or its kind is one; 无 is none. */
export function isCertified(cell: Cell): Said {
  const text = plain(String(cell ?? ""));
  return /\d{8,}/.test(text) || /资格/.test(text) && !/无|没有|未/.test(text) ? true : yesOrNo(cell);
}

/** 学时 that make the training complete, as the fact's own wording has it. */
export const TRAINING_HOURS = Number(/(\d+)学时/.exec(itemFactById("teachersTrained")?.term ?? "")?.[1] ?? NaN);

/** Trained: 是/否, or hours enough. */
export function isTrained(cell: Cell): Said {
  const { value } = parseNumber(typeof cell === "string" ? cell.replace(/学时|课时|小时/g, "") : cell);
  if (value !== null && value > 1) return value >= TRAINING_HOURS;
  return yesOrNo(cell);
}

/** An identity number as a key; `null` for one that is blank, no number at all, or was cut short by being kept as a number. */
export function identityOf(cell: Cell): string | null {
  const text = typeof cell === "string" ? plain(cell).replace(/^'/, "") : "";
  return /^(?:\d{17}[\dx]|\d{15}|[a-z]{0,2}\d{7,12}[a-z]?)$/.test(text) ? text : null;
}

/** An identity number for people: the last four signs only. */
export const masked = (identity: string) => `****${identity.slice(-4).toUpperCase()}`;
