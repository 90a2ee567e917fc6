import { baseName as nameWithoutStage, STAGE_PART } from "../engine";
import type { SchoolType, Stage } from "../engine/model";
import { plain } from "./text";

/** Codes of 学校办学类型 in the national statistics. */
const TYPE_CODES: Readonly<Record<string, SchoolType>> = {
  111: "kindergarten", 211: "primary", 218: "teachingPoint", 311: "junior", 312: "nineYear", 341: "complete", 342: "senior", 345: "twelveYear",
  361: "vocational", 362: "vocational", 363: "vocational", 364: "vocational", 511: "special", 512: "special", 513: "special", 514: "special",
};

const TYPE_WORDS: readonly (readonly [SchoolType, RegExp])[] = [
  ["special", /特殊教育|特教|盲校|聋校|聋人|盲人|培智|启智/],
  ["vocational", /职业|职教|中专|技工|技师|职高|职中/],
  ["teachingPoint", /教学点/],
  ["twelveYear", /十二年|12年/],
  ["nineYear", /九年|9年|小学[、和与+]初中|附设小学|小学附设(?:普通)?初中/],
  ["complete", /完全中学|完中|附设(?:普通)?初中/],
  ["senior", /高级中学|普通高中|独立高中|^高中(?:学校)?$/],
  ["junior", /初级中学|独立初中|普通初中|^初中(?:学校)?$|^初级$/],
  ["primary", /小学|村小|完小/],
  ["kindergarten", /幼儿园|托儿所|学前/],
];

/** The type of school a value of a 办学类型 column names, by word or national code; `null` when it names none. */
export function typeOfValue(text: string): SchoolType | null {
  const value = plain(text);
  const code = /^(\d{3})/.exec(value)?.[1];
  if (code && TYPE_CODES[code]) return TYPE_CODES[code];
  return TYPE_WORDS.find(([, words]) => words.test(value))?.[0] ?? null;
}

/** The one stage a value of a 学段 column, a title or a section row names; `null` for none or several. */
export function stageOfText(text: string): Stage | null {
  const value = plain(text).replace(/中小学/g, "小学初中");
  const primary = /小学/.test(value);
  const junior = /初中|初级中学/.test(value);
  if (primary === junior || /一贯制|完全中学|高中/.test(value)) return null;
  return primary ? "primary" : "junior";
}

/** Stages of the compulsory years a school of a type has. */
export const STAGES_OF_TYPE: Readonly<Record<SchoolType, readonly Stage[]>> = {
  primary: ["primary"], teachingPoint: ["primary"], junior: ["junior"], nineYear: ["primary", "junior"], twelveYear: ["primary", "junior"],
  complete: ["junior"], senior: [], special: ["primary", "junior"], vocational: [], kindergarten: [],
};

/** What a school's name says (校名含义). */
export interface NameReading {
  /** Stage said by a suffix: （小学部）, _初中. */
  readonly part: Stage | "senior" | null;
  /** Ends in 小学: settles the stage. */
  readonly endsInPrimary: boolean;
  /** Said outright in the name; for 九年, 完全中学 and so on only a proposal. */
  readonly type: SchoolType | null;
  /** 九年一贯制, 十二年, 一贯制, 完全中学: more than one stage. */
  readonly severalStages: boolean;
  readonly hasKindergarten: boolean;
}

const SEVERAL = /一贯制|九年|十二年|完全中学|完中|附设(?:小学|初中)/;

/** A school's name for comparing, without the stage it ends in. */
export function baseName(name: string): string {
  return nameWithoutStage(plain(name));
}

/** Reads a school's name. Names are evidence only: 中学 and 学校 say nothing certain. */
export function readName(name: string): NameReading {
  const text = plain(name);
  const match = STAGE_PART.exec(text);
  const word = match?.[1] ?? match?.[2];
  const part = word === "小学" ? "primary" : word === "初中" ? "junior" : word === "高中" ? "senior" : null;
  const body = text.replace(/\([^()]*\)$/, "");
  const endsInPrimary = /(?:小学|完小|村小|小学校)(?:分校|[东南西北新老总本]?校区)?$/.test(body) && !SEVERAL.test(body);
  return {
    part, endsInPrimary, severalStages: SEVERAL.test(text), hasKindergarten: /附设幼儿|附属幼儿班|含幼儿/.test(text),
    type: typeOfName(body, endsInPrimary),
  };
}

function typeOfName(body: string, endsInPrimary: boolean): SchoolType | null {
  if (/幼儿园$/.test(body)) return "kindergarten";
  if (endsInPrimary) return "primary";
  if (/高级中学$|普通高中$|高中$/.test(body)) return "senior";
  if (/初级中学$|初中$/.test(body)) return "junior";
  if (/一贯制/.test(body) && !/十二年|12年/.test(body)) return "nineYear";
  const type = typeOfValue(body);
  return type === "primary" || type === "kindergarten" || type === "junior" || type === "senior" ? null : type;
}

/** Whether a text can be the name of a school. */
export function looksLikeSchool(text: string): boolean {
  const value = plain(text);
  return /(?:小学|中学|学校|教学点|完小|村小|中心校|一中|[二三四五六七八九十\d]中|实验校|分校|校区|初中|高中|幼儿园|小学部|初中部|附中|附小|书院)\)?(?:[(_-].*)?$/.test(value) && value.length <= 40;
}
