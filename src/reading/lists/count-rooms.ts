import type { ListedRoom } from "../../engine";
import type { Problem } from "../model";
import { parseNumber } from "../numbers";
import { problem, someOf } from "../problems";
import { spotOfCell } from "../spots";
import { plain } from "../text";
import type { ListedRow } from "./assign";
import { cellOf, nameOf, placeOf, placesOf, rangeOf } from "./cells";
import type { Count } from "./fill";
import type { RawList } from "./find-list";

const FACTS = { music: "musicRooms", fineArt: "fineArtRooms" } as const;

/** Rooms by school, how many are for music and for art, and what cannot be counted (专用教室名册的清点). */
export function countRooms(list: RawList, rows: ReadonlyMap<number, readonly ListedRow[]>): { readonly rooms: ReadonlyMap<number, readonly ListedRoom[]>; readonly counts: readonly Count[]; readonly problems: readonly Problem[] } {
  const rooms = new Map<number, readonly ListedRoom[]>();
  const counts: Count[] = [];
  const both: ListedRow[] = [];
  const blank: ListedRow[] = [];
  for (const [index, own] of rows) {
    const listed = own.map((row) => ({ row, room: roomOf(list, row) }));
    rooms.set(index, listed.map(({ room }) => room));
    both.push(...own.filter((row) => isBoth(useOf(list, row))));
    blank.push(...listed.flatMap(({ row, room }) => (room.area === null && room.kind !== "other" ? [row] : [])));
    for (const kind of ["music", "fineArt"] as const) {
      const some = listed.flatMap(({ row, room }) => (room.kind === kind ? [row] : []));
      if (some.length > 0) counts.push({ school: index, fact: FACTS[kind], stage: null, figure: { value: some.length, cell: rangeOf(list, some, "room") }, cells: placesOf(list, some, "room") });
    }
  }
  return { rooms, counts, problems: [...tell(list, "room-for-both", both, "room", "是音乐、美术合用的教室，哪一种都没有计入", "请按主要用途填写为音乐教室或美术教室"), ...tell(list, "list-blank", blank, "area", "没有填面积或读不出，这些教室是否达标无法判定", "请补填面积（平方米）")] };
}

function roomOf(list: RawList, row: ListedRow): ListedRoom {
  const use = useOf(list, row);
  const { value } = parseNumber(cellOf(list, row, "area"));
  const kind = isBoth(use) ? "other" : /音乐|舞蹈音乐|唱游/.test(use) ? "music" : /美术|绘画|书画/.test(use) ? "fineArt" : "other";
  return { kind, area: value !== null && value > 0 ? value : null, cell: placeOf(list, row, "area") };
}

/** What the columns of a row say the room is for. */
function useOf(list: RawList, { row }: ListedRow): string {
  return plain(list.roomColumns.map((column) => String(list.table.block.values[row]?.[column] ?? "")).join(" "));
}

const isBoth = (use: string) => /音乐/.test(use) && /美术/.test(use) || /音美/.test(use);

function tell(list: RawList, rule: string, rows: readonly ListedRow[], role: "room" | "area", what: string, remedy: string): Problem[] {
  const [first] = rows;
  return first ? [problem(rule, spotOfCell(placeOf(list, first, role)), `专用教室名册 ${someOf(rows.map((row) => nameOf(list, row, role)), 6)} ${what}`, remedy)] : [];
}
