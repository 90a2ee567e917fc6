import { isBlank, type Cell } from "../grid/block";
import { parseNumber } from "./numbers";
import { plain } from "./text";

/** A figure written into a sentence of a form: 「小学＿320＿人」. */
export interface Stated {
  readonly label: string;
  readonly value: Cell;
}

const UNIT = "万元|元|平方米|㎡|人|间|名|个";
const BY_STAGE = new RegExp(`^(.*?):?((?:(?:小学|初中|高中)[\\d.,]*(?:${UNIT})[;、,]?)+)$`);
const OF_STAGE = new RegExp(`(小学|初中|高中)([\\d.,]*)(${UNIT})`, "g");
const ONE = new RegExp(`^(.{4,}?):?([\\d.,]*)(${UNIT})(\\(.*\\))?$`);
const ROOMS = /^学校共有([\d.,]*)间(.+)$/;

/** The name in 「＿＿＿学校（小学、初中…）建校于＿＿年」, the heading line of the 学校自评表. */
export function nameInLine(cell: Cell): string | null {
  if (typeof cell !== "string" || !/建校于/.test(cell)) return null;
  const name = bare(cell).replace(/\(.*$|建校于.*$/, "");
  return /.(?:学校|小学|中学)$/.test(name) ? name : null;
}

const bare = (text: string) => plain(text).replace(/_/g, "");

/** Figures stated in the sentences of one cell (自评表中的句子); what is worded in another way is left alone. */
export function statedIn(cell: Cell): Stated[] {
  if (typeof cell !== "string" || isBlank(cell) || !/[。;:_]|＿/.test(cell)) return [];
  const stated: Stated[] = [];
  let subject = "";
  for (const sentence of bare(cell).split("。")) {
    const found = read(sentence, subject);
    stated.push(...found.stated);
    subject = found.subject;
  }
  return stated;
}

function read(sentence: string, before: string): { readonly stated: readonly Stated[]; readonly subject: string } {
  const byStage = BY_STAGE.exec(sentence);
  if (byStage) {
    const own = byStage[1] ?? "";
    const subject = /^其中/.test(own) ? before : own;
    const parts = [...(byStage[2] ?? "").matchAll(OF_STAGE)];
    return { subject, stated: parts.map(([, stage = "", number = "", unit = ""]) => ({ label: `${stage}${subject.replace(/中小学生/, "在校学生")}(${unit})`, value: valueOf(number) })) };
  }
  const rooms = ROOMS.exec(sentence);
  if (rooms) return { subject: "", stated: [{ label: `${rooms[2] ?? ""}(间)`, value: valueOf(rooms[1] ?? "") }] };
  const one = ONE.exec(sentence);
  if (!one) return { subject: "", stated: [] };
  const [, subject = "", number = "", unit = "", inside = ""] = one;
  // Rented grounds are not the school's own: their part of the sum cannot be told from the rest.
  return { subject, stated: /租[借用赁]\D*[1-9]/.test(inside) ? [] : [{ label: `${subject}(${unit})`, value: valueOf(number) }] };
}

function valueOf(number: string): Cell {
  return parseNumber(number).value;
}
