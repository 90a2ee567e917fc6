import type { ItemFact, Scope } from "../../engine";
import { ITEM_BOOK, ITEM_FACTS } from "../../standards";
import { scopeOf } from "../heading";
import { normalLabel } from "../labels";
import { plain, splitUnit, unitOf, type Unit } from "../text";

/** What a column of a school sheet can mean besides the facts of the seven indicators (分学校评估的各项). */
export type ItemMeaning =
  | { readonly kind: "fact"; readonly fact: ItemFact }
  /** 城乡类型. */
  | { readonly kind: "location" }
  /** 班额分段: how many classes have `from` to `to` pupils. */
  | { readonly kind: "band"; readonly from: number; readonly to: number | null }
  /** Rooms by size: how many have `least` ㎡ or more, up to the next such column. */
  | { readonly kind: "roomBand"; readonly room: "music" | "fineArt"; readonly least: number }
  /** The areas of all rooms in one cell: 96、98. */
  | { readonly kind: "roomAreas"; readonly room: "music" | "fineArt" };

export interface ItemReading {
  readonly meaning: ItemMeaning;
  readonly term: string;
  readonly scope: Scope;
  readonly unit: Unit | null;
  readonly confidence: number;
}

const SCHOOL_FACTS = ITEM_FACTS.filter(({ level }) => level === "school");
const BY_TERM = new Map<string, ItemFact>(SCHOOL_FACTS.map((fact) => [normalLabel(fact.term), fact]));

/** Other wordings in bureaus' sheets, on the heading path without units and stages. The first that fits is taken. */
const WORDS: readonly (readonly [fact: string, core: RegExp, ban?: RegExp])[] = [
  ["largestClass", /最大班额/, /是否|低于|平均/],
  ["classesOverLimit", /超(?:过)?(?:规定|国家|标准)*班额(?:标准)?(?:的)?(?:教学)?班|超班额/, /比例|率$|大班额/],
  ["musicRoomsQualified", /音乐.*(?:达标|合格)|(?:达标|合格).*音乐/, /率$|是否|教师/],
  ["fineArtRoomsQualified", /美术.*(?:达标|合格)|(?:达标|合格).*美术/, /率$|是否|教师/],
  ["musicRooms", /音乐(?:专用)?(?:教室|室)(?:间?数|个数|数量)?$|音乐(?:专用)?(?:教室|室)>(?:间?数|个数|数量)$/, /美术|面积|≥|≤|</],
  ["fineArtRooms", /美术(?:专用)?(?:教室|室)(?:间?数|个数|数量)?$|美术(?:专用)?(?:教室|室)>(?:间?数|个数|数量)$/, /音乐|面积|≥|≤|</],
  ["builtYear", /^(?:规划并)?建成(?:使用)?(?:年份|年度|时间|年)$|^建校(?:年份|年度|时间|年)$|^建校于年?$/],
  ["hasBuildingPlan", /(?:是否|有无).*建设规划/],
  ["migrantStudents", /进城务工(?:人员)?(?:随迁)?子女(?:在校)?(?:学生|生)?(?:总)?(?:人)?数?$/, /占|比例|学位/],
  ["lastYearStudents", /(?:上年度?|上一年度?|上学年|去年)(?:在校)?学?生(?:总)?(?:人)?数$/],
  ["publicFundsBudget", /公用经费(?:年度)?预算(?:总)?额?$/, /生均|培训|特殊/],
  ["publicFunds", /拨付(?:的)?(?:定额)?公用经费|公用经费(?:实际)?(?:拨付|拨款)(?:总)?(?:额|金额|数)?$/, /生均|特殊教育学生/],
  ["trainingFunds", /(?:教师)?培训(?:经费|费)(?:预算|安排)?(?:总)?(?:额|数)?$/, /占|比例|决算|公用经费预算/],
  ["teachersCertified", /持有?教师资格|取得教师资格|持证(?:上岗)?(?:的)?(?:专任)?教师/, /率$|比例|是否/],
  ["teachersTrained", /(?:完成|满|达到?)\d*年?\d+学时|\d+学时.*(?:完成|合格)/, /率$|比例|是否/],
  ["newStudentsNearby", /就近(?:划片)?入学(?:人)?数|划片(?:内)?(?:入学|招生)(?:人)?数|片区内(?:新生|招生)(?:人)?数/, /率$|比例|在校/],
  ["newStudents", /(?:起始年级|一年级|七年级|初一|当年|今年)?(?:招生|新生)(?:总)?(?:人)?数$/, /就近|划片|计划|高中/],
  ["isBoarding", /是否(?:为|是)?寄宿|^寄宿制(?:学校)?$/],
  ["hasCharter", /章程/],
  ["hasDigitalManagement", /管理.*信息化/],
  ["usesDigitalTeaching", /教师.*信息化/],
  ["usesFacilitiesWell", /设施设备利用率/],
  ["moralEducationGood", /德育/],
  ["campusCultureGood", /校园文化/],
  ["curriculumComplete", /开齐开足/],
  ["teachingInOrder", /教学秩序/],
  ["practiceCarriedOut", /综合实践活动/],
  ["noOverload", /课业负担/],
];

/** A heading that can be answered with 是 or 否; 「德育」 alone may stand over marks. */
const ANSWERABLE = /是否|有无|良好|达标|达到|实现|建立|规范|开齐|无过重|寄宿|有效/;
const LOCATION = /^(?:学校)?(?:所在地)?城乡(?:类型|分类|属性|类别|划分)?(?:代码)?$/;
const STAGE_ONLY = /^(?:其中[:：]?)?(?:小学|初中|高中|合计|小计|计|总计)[部段]?$/;
/** One limit per stage, as 班额 has it. */
const LIMITS = ITEM_BOOK.items.flatMap(({ tests }) => tests.flatMap((test) => (test.kind === "classSize" ? [test.lines] : [])))[0];

/** Reads a heading path as an item's figure; `null` when it is none. */
export function readItemHeading(path: readonly string[]): ItemReading | null {
  const { words, unit } = piecesOf(path);
  const scope = scopeOf(words);
  const said = words.filter((word) => !STAGE_ONLY.test(word));
  const leaf = said[said.length - 1] ?? "";
  if (leaf === "") return null;
  const base = { scope, unit, confidence: 1 };
  const official = [...said].reverse().map((word) => BY_TERM.get(normalLabel(word))).find((fact) => fact !== undefined);
  if (official) return { ...base, meaning: { kind: "fact", fact: official }, term: official.term };
  if (LOCATION.test(leaf)) return { ...base, meaning: { kind: "location" }, term: "城乡类型" };
  const sized = sizedReading(leaf, said.join(">"), base);
  if (sized) return sized;
  const text = [said.join(">"), leaf].map((one) => one.replace(/[()]/g, ""));
  const [id] = WORDS.find(([, core, ban]) => text.some((one) => core.test(one)) && !ban?.test(text[0] ?? "")) ?? [];
  const fact = SCHOOL_FACTS.find((one) => one.id === id);
  if (fact?.kind === "yesNo" && !ANSWERABLE.test(text[0] ?? "")) return null;
  return fact ? { ...base, confidence: 0.9, meaning: { kind: "fact", fact }, term: fact.term } : null;
}

function piecesOf(path: readonly string[]): { readonly words: readonly string[]; readonly unit: Unit | null } {
  const words: string[] = [];
  let unit: Unit | null = null;
  for (const piece of path) {
    const alone = words.length > 0 ? unitOf(piece) : null;
    const split = alone ? { words: "", unit: alone } : splitUnit(piece);
    unit = split.unit ?? unit;
    if (split.words !== "") words.push(split.words);
  }
  return { words, unit };
}

/** Headings that name sizes: of classes, or of music and art rooms. */
function sizedReading(leaf: string, whole: string, base: Omit<ItemReading, "meaning" | "term">): ItemReading | null {
  const room = /音乐/.test(whole) && !/美术/.test(whole) ? "music" : /美术/.test(whole) && !/音乐/.test(whole) ? "fineArt" : null;
  if (room && /教室|室/.test(whole) && /面积/.test(whole) && !/生均|合格|达标/.test(whole)) return roomReading(leaf, room, base);
  if (!/班/.test(whole) || /教室|面积|教师|年龄|经费|是否|人数$/.test(whole)) return null;
  const band = bandOf(leaf);
  if (!band) return null;
  const over = overLimit(leaf, band, base.scope);
  if (over) return { ...base, ...over };
  const { from, to } = band;
  return { ...base, meaning: { kind: "band", from, to }, term: to === null ? `${String(from)} 人及以上的班级数` : `${String(from)}–${String(to)} 人的班级数` };
}

/** Pupils a heading speaks of: 46-50人, 25人及以下, 66人以上, 超过45人. */
export function bandOf(text: string): { readonly from: number; readonly to: number | null } | null {
  const value = plain(text);
  const between = /(\d{1,3})人?[-–—~～至到](\d{1,3})人?/.exec(value);
  if (between) return { from: Number(between[1]), to: Number(between[2]) };
  const above = /(?:超过|大于|多于|>)(\d{1,3})人?/.exec(value);
  if (above) return { from: Number(above[1]) + 1, to: null };
  const most = /(\d{1,3})人?(?:及|含)?(?:以下|以内)/.exec(value);
  if (most) return { from: 1, to: Number(most[1]) };
  const least = /(\d{1,3})人?(?:及|含)?以上|≥(\d{1,3})人?/.exec(value);
  return least ? { from: Number(least[1] ?? least[2]), to: null } : null;
}

/** 「超过…人的小学班级」 with the very limit of its stage counts classes over it. */
function overLimit(leaf: string, { from, to }: { from: number; to: number | null }, scope: Scope): Pick<ItemReading, "meaning" | "term" | "scope"> | null {
  if (to !== null || !LIMITS || !/超过|大于|多于|>/.test(leaf)) return null;
  const stages = (["primary", "junior"] as const).filter((stage) => LIMITS[stage] === from - 1 && (scope === "school" || scope === stage));
  const fact = SCHOOL_FACTS.find(({ id }) => id === "classesOverLimit");
  const [stage] = stages;
  return fact && stage && stages.length === 1 ? { meaning: { kind: "fact", fact }, term: fact.term, scope: stage } : null;
}

/** Rooms of at least so many ㎡, or the areas themselves. */
function roomReading(leaf: string, room: "music" | "fineArt", base: Omit<ItemReading, "meaning" | "term">): ItemReading | null {
  const word = room === "music" ? "音乐" : "美术";
  const value = plain(leaf).replace(/m2|平方米/g, "");
  const least = /(\d+)[≤<](?:单间)?面积|面积(?:≥|>=|不小于|不低于|大于等于|达到?)(\d+)|(\d+)(?:及)?以上/.exec(value);
  const bounded = /[<≤](\d+)/.test(value);
  if (least || bounded) {
    const from = Number(least?.[1] ?? least?.[2] ?? least?.[3] ?? 0);
    return { ...base, unit: null, meaning: { kind: "roomBand", room, least: from }, term: `${word}专用教室数（每间 ${String(from)} ㎡ 起）` };
  }
  return /面积/.test(leaf) ? { ...base, meaning: { kind: "roomAreas", room }, term: `${word}专用教室各间面积` } : null;
}
