import type { ListedRoom, Stage, Verdict } from "../model";
import { reaches } from "../number";
import { numberOf } from "./book";
import { notAsked, schoolsOutcome } from "./each-school";
import type { One } from "./each-school";
import type { Lack, RoomAreas } from "./model";
import { bareFinding, distinct } from "./outcome";
import type { Desk, Outcome, TestOf } from "./outcome";
import { roomReliefs } from "./reliefs";
import type { Relief } from "./reliefs";
import { amountIn } from "./whole-school";
import type { Amount, WholeSchool } from "./whole-school";

type Test = TestOf<"rooms">;
type Kind = keyof RoomAreas;

const TERMS: Readonly<Record<Kind, string>> = { music: "音乐专用教室", fineArt: "美术专用教室" };
const FACTS: Readonly<Record<Kind, readonly [all: string, qualified: string]>> = { music: ["musicRooms", "musicRoomsQualified"], fineArt: ["fineArtRooms", "fineArtRoomsQualified"] };

/** A number known only to lie between two. */
interface Between {
  readonly low: number;
  readonly high: number;
  readonly cells: readonly string[];
  readonly lacks: readonly Lack[];
}

/** The area a relief asks of a room: by kind, or by stage, the greater of a school of both. */
function reliefArea({ rule }: Relief, kind: Kind, stages: readonly Stage[]): number {
  const own = numberOf(rule, kind);
  return own === own ? own : Math.max(...stages.map((stage) => numberOf(rule, stage)));
}

/** The least area that surely counts and the least that may count, while a relief's condition is not known. */
function areas(test: Test, kind: Kind, reliefs: readonly Relief[], whole: WholeSchool): { readonly sure: number; readonly least: number } {
  const of = (list: readonly Relief[]): number => Math.min(test.areas[kind], ...list.map((one) => reliefArea(one, kind, whole.stages)));
  return { sure: of(reliefs.filter(({ holds }) => holds === true)), least: of(reliefs.filter(({ holds }) => holds !== false)) };
}

function fromList(list: readonly ListedRoom[], { sure, least }: { readonly sure: number; readonly least: number }, whole: WholeSchool): Between {
  const bare = list.filter(({ area }) => area === null);
  return {
    low: list.filter(({ area }) => area !== null && reaches(area, sure)).length,
    high: list.filter(({ area }) => area === null || reaches(area, least)).length,
    cells: list.map(({ cell }) => cell),
    lacks: bare.map(({ cell }) => ({ text: `${whole.school.name}：专用教室缺面积（${cell}），请补填`, where: "roomList", fact: null, cell })),
  };
}

/** Rooms typed as counts: those of full size are certain, all of them are the most there can be. */
function fromCounts(whole: WholeSchool, kind: Kind, all: Amount, qualified: Amount, isRelieved: boolean): Between {
  const most = all.value === all.value ? all.value : Number.POSITIVE_INFINITY;
  const cells = [...qualified.cells, ...all.cells];
  if (qualified.value !== qualified.value) return { low: 0, high: most, cells, lacks: qualified.lacks };
  // Under a relief smaller rooms count too, and only a room list knows their sizes.
  const lack: Lack = { text: `${whole.school.name}（${whole.school.place}）：放宽面积后的${TERMS[kind]}间数要看每间面积，请填写专用教室名册`, where: "roomList", fact: null, cell: null };
  return isRelieved ? { low: qualified.value, high: Math.max(most, qualified.value), cells, lacks: [lack] } : { low: qualified.value, high: qualified.value, cells, lacks: [] };
}

function roomsOf(desk: Desk, whole: WholeSchool, kind: Kind, test: Test, reliefs: readonly Relief[]): Between {
  const area = areas(test, kind, reliefs, whole);
  const listed = whole.rooms?.filter((room) => room.kind === kind) ?? [];
  if (listed.length > 0) return fromList(listed, area, whole);
  const [all, qualified] = [amountIn(desk, whole, FACTS[kind][0]), amountIn(desk, whole, FACTS[kind][1])];
  if (whole.rooms && !all.given && !qualified.given) return fromList(listed, area, whole);
  return fromCounts(whole, kind, all, qualified, area.least < test.areas[kind]);
}

interface Need extends Between {
  readonly classes: string;
}

/** Whether the class list lacks no more pupils of the school than would make another class. */
function isWholeList(desk: Desk, whole: WholeSchool): boolean {
  const sizes = (whole.classes ?? []).map(({ students }) => students ?? 0);
  const students = amountIn(desk, whole, "students");
  return !(students.exact && students.value - sizes.reduce((sum, size) => sum + size, 0) >= Math.max(1, Math.min(...sizes)));
}

/** Rooms of one kind a school must have: one for every full or begun dozen of classes (R6), of the whole school or stage by stage. */
function needOf(desk: Desk, whole: WholeSchool, { classesPerRoom }: Test): Need {
  const byStage = desk.switches.roomsByStage === true && whole.stages.length > 1;
  const amounts = byStage ? whole.stages.map((stage) => amountIn(desk, whole, "classes", stage)) : [amountIn(desk, whole, "classes")];
  const listed = isWholeList(desk, whole) ? (whole.classes?.length ?? 0) : 0;
  const sum = amounts.reduce((all, { value }) => all + value, 0);
  const rooms = (values: readonly number[]): number => values.reduce((all, value) => all + Math.ceil(value / classesPerRoom), 0);
  const cells = amounts.flatMap((one) => one.cells);
  if (sum !== sum && listed > 0 && !byStage) return { low: rooms([listed]), high: rooms([listed]), classes: `${listed} 个班`, cells: whole.classes?.map(({ cell }) => cell) ?? [], lacks: [] };
  if (sum !== sum) return { low: Number.NaN, high: Number.NaN, classes: "", cells, lacks: amounts.flatMap((one) => one.lacks) };
  const high = rooms(amounts.map(({ value }) => value));
  if (amounts.every(({ exact }) => exact)) return { low: high, high, classes: `${sum} 个班`, cells, lacks: [] };
  const lack: Lack = { text: `${whole.school.name}（${whole.school.place}）班级数含高中，请补填各学段班级数`, where: "schoolSheet", fact: "classes", cell: cells[0] ?? null };
  return { low: Math.min(1, high), high, classes: `${sum} 个班（含高中）`, cells, lacks: [lack] };
}

function compareRooms(need: Between, rooms: readonly Between[]): { readonly verdict: Verdict; readonly gap: number } {
  const gaps = rooms.map(({ high }) => Math.max(0, need.low - high));
  const gap = gaps.reduce((sum, one) => sum + one, 0);
  if (gap > 0) return { verdict: "unmet", gap };
  return { verdict: rooms.every(({ low }) => low >= need.high) ? "met" : "undetermined", gap };
}

/** `2`, `2～3`. */
function span({ low, high }: Between): string {
  return low === high ? `${low}` : `${low}～${high}`;
}

/** `达标 2 间`, `达标至少 2 间`; what nobody counted is missing, not 0. */
function has(rooms: Between): string {
  if (rooms.high < Number.POSITIVE_INFINITY) return `达标 ${span(rooms)} 间`;
  return rooms.low === 0 ? "达标间数缺数据" : `达标至少 ${rooms.low} 间`;
}

function judgeOne(desk: Desk, whole: WholeSchool, test: Test): One {
  const need = needOf(desk, whole, test);
  const base = { whole, value: null, cells: need.cells, gap: null, gapUnit: "间" } as const;
  const least = desk.standard.scope.teachingPointMinimum;
  if (whole.type === null && amountIn(desk, whole, "students").value < least) {
    const text = `${whole.school.name}（${whole.school.place}）在校生不足 ${least} 人而办学类型不明，请确认是否为教学点（教学点不评此项）`;
    return { ...base, verdict: "undetermined", text, lacks: [{ text, where: "schoolSheet", fact: null, cell: whole.school.place }] };
  }
  if (need.high !== need.high) return { ...base, verdict: "undetermined", text: "缺班级数", lacks: need.lacks };
  if (need.high === 0 && amountIn(desk, whole, "students").value > 0) {
    const text = `${whole.school.name}（${whole.school.place}）有在校生而班级数为 0，请核对`;
    return { ...base, verdict: "undetermined", text, lacks: [{ text, where: "schoolSheet", fact: "classes", cell: need.cells[0] ?? null }] };
  }
  if (need.high === 0) return notAsked(whole, "班级数为 0", need.cells);
  const reliefs = roomReliefs(desk, whole);
  const [music, fineArt] = [roomsOf(desk, whole, "music", test, reliefs), roomsOf(desk, whole, "fineArt", test, reliefs)];
  const both: Between = { low: music.low + fineArt.low, high: music.high + fineArt.high, cells: [], lacks: [] };
  const isTogether = desk.switches.roomsTogether === true;
  const { verdict, gap } = compareRooms(need, isTogether ? [both] : [music, fineArt]);
  const text = isTogether
    ? `${need.classes}，应有音乐、美术专用教室共 ${span(need)} 间，${has(both)}`
    : `${need.classes}，应有音乐专用教室 ${span(need)} 间，${has(music)}；美术专用教室 ${span(need)} 间，${has(fineArt)}`;
  const roomGaps = { music: Math.max(0, need.low - music.high), fineArt: Math.max(0, need.low - fineArt.high) };
  const lacks = distinct([...need.lacks, ...music.lacks, ...fineArt.lacks, ...reliefs.flatMap((one) => (one.holds === null ? one.lacks : []))]);
  return {
    ...base, verdict, text, value: isTogether ? both.low : Math.min(music.low, fineArt.low),
    cells: [...need.cells, ...music.cells, ...fineArt.cells], gap: verdict === "undetermined" ? null : gap,
    ...(isTogether || verdict === "undetermined" ? {} : { roomGaps }),
    lacks: verdict === "undetermined" ? lacks : [],
  };
}

/** 音乐、美术专用教室 (B3): enough rooms of full size in every school; 教学点 and 特殊教育学校 are not asked (R21). */
export function judgeRooms(desk: Desk, test: Test): Outcome {
  return schoolsOutcome(desk, { ...bareFinding(test.label, "undetermined"), unit: "间" }, [], (whole) => judgeOne(desk, whole, test));
}
