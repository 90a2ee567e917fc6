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
    const ofItems = itemsIn(sentence);
    if (ofItems.length > 0) {
      stated.push(...ofItems);
      continue;
    }
    const found = read(sentence, subject);
    stated.push(...found.stated);
    subject = found.subject;
  }
  return stated;
}

const ROOM_AREAS = /(音乐|美术)专用教室([\d.]+)间,?面积分别为:?([\d.,、]*)/g;
/** Clauses of 政府保障程度 that stand several to a sentence; places left open are left out. */
const CLAUSES = /(最大班额学生数|超过\d+人的(?:小学|初中)班级|上年学生数|上年度拨付定额公用经费)([\d.]+)(人|个|万元|元)/g;
const OF_ITEMS = /专用教室[\d.]*间|最大班额|上年学生数/;

/** Figures of 政府保障程度 in one sentence: rooms with their areas, class sizes, 公用经费. */
function itemsIn(sentence: string): Stated[] {
  if (!OF_ITEMS.test(sentence)) return [];
  const rooms = [...sentence.matchAll(ROOM_AREAS)].flatMap(([, kind = "", number = "", areas = ""]): Stated[] => [
    { label: `${kind}专用教室数(间)`, value: valueOf(number) }, { label: `${kind}专用教室各间面积`, value: areas.split(/[,、]/).filter((area) => area !== "").join("、") || null },
  ]);
  return [...rooms, ...[...sentence.matchAll(CLAUSES)].map(([, subject = "", number = "", unit = ""]): Stated => ({ label: `${subject}(${unit})`, value: valueOf(number) }))];
}

/** 「建校于＿1998＿年」 in the heading line. */
export function yearInLine(cell: Cell): number | null {
  const year = typeof cell === "string" ? /建校于(\d{4})年/.exec(bare(cell))?.[1] : undefined;
  return year === undefined ? null : Number(year);
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
