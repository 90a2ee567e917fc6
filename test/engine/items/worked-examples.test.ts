import { judge } from "../../../src/engine";
import type { ListedRoom, School, Switches } from "../../../src/engine";
import { DEFAULT_STANDARD, ITEM_BOOK } from "../../../src/standards";
import examples from "../../fixtures/worked-examples.json" with { type: "json" };
import { ON_THE_LINE, school } from "../schools";
import { form, good, item } from "./counties";

const of = (kind: string): unknown[] => examples.filter((one) => one.kind === kind);

interface RoomsExample {
  readonly id: string;
  readonly inputs: { readonly primary_classes: number; readonly junior_classes: number; readonly founded: number; readonly small_rural: boolean; readonly music: readonly number[]; readonly art: readonly number[] };
  readonly expected: { readonly required: number; readonly qualified_music: number; readonly qualified_art: number; readonly ok: boolean };
}

const roomExamples = of("music_art_rooms") as RoomsExample[];

function schoolOf({ inputs }: RoomsExample): School {
  const list = (kind: ListedRoom["kind"], areas: readonly number[]): ListedRoom[] => areas.map((area, i) => ({ kind, area, cell: `${kind}${String(i)}` }));
  const rural = inputs.small_rural ? { students: 90, largestClass: 25 } : {};
  const given = { classes: inputs.primary_classes, builtYear: inputs.founded, hasBuildingPlan: 1, ...rural };
  return good("primary", given, { rooms: [...list("music", inputs.music), ...list("fineArt", inputs.art)], ...(inputs.small_rural ? { location: "rural" as const } : {}) });
}

/** The published system applies its reliefs without a switch. */
const AS_PUBLISHED: Switches = { reliefRoomsBuilt: true, reliefRoomsRural: true };

test("the fixture holds the published rooms", () => {
  expect(roomExamples).toHaveLength(3);
});

test.each(roomExamples.map((one) => [one.id, one] as const))("rooms of %s come out as published, with its reliefs switched on", (_id, example) => {
  const finding = item("B3", { schools: [schoolOf(example)], switches: AS_PUBLISHED });
  const { required, qualified_music: music, qualified_art: art, ok } = example.expected;
  expect(finding.schools[0]?.text).toContain(`应有音乐专用教室 ${String(required)} 间，达标 ${String(music)} 间；美术专用教室 ${String(required)} 间，达标 ${String(art)} 间`);
  expect(finding.verdict).toBe(ok ? "met" : "unmet");
});

test.each(roomExamples.slice(1).map((one) => [one.id, one] as const))("rooms of %s fail while the reliefs are off, as they are by default (R22)", (_id, example) => {
  expect(item("B3", { schools: [schoolOf(example)] }).verdict).toBe("unmet");
});

test("R6: a 一贯制 needs rooms for all its classes; the published system tests each stage against the same rooms", () => {
  const list = (kind: ListedRoom["kind"], area: number): ListedRoom[] => [1, 2].map((i) => ({ kind, area, cell: `${kind}${String(i)}` }));
  const nineYear = good("nineYear", { students: { primary: 900, junior: 900 }, classes: { primary: 24, junior: 24 } }, { rooms: [...list("music", 96), ...list("fineArt", 90)] });
  // There: 2 ≥ 2 for 小学 and 2 ≥ 2 for 初中. Here: 2 < 4.
  expect(item("B3", { schools: [nineYear] })).toMatchObject({ verdict: "unmet", schools: [{ gap: 4 }] });
});

test("巩固率 comes out as published", () => {
  const [example] = of("formula") as { inputs: { grad: number; in_: number; out: number; start: number; dead: number }; expected: { rate: number } }[];
  const { grad, in_, out, start, dead } = example!.inputs;
  const { tests } = item("C1", { county: form({ graduates: grad, transferredIn: in_, transferredOut: out, entrants: start, died: dead }) });
  expect(tests[0]?.value).toBeCloseTo(example!.expected.rate, 4);
});

describe("教学及辅助用房 in the national tables", () => {
  interface Table { readonly inputs: { readonly total: number; readonly classroom?: number; readonly special?: number; readonly public?: number; readonly public_parts?: Readonly<Record<string, number>>; readonly special_parts?: Readonly<Record<string, number>>; readonly parts?: readonly number[] } }
  const [now, before] = of("table_consistency") as [Table, Table];
  const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

  test("hold 室内体育用房, today and as 体育馆 before, so A4 must take it out (R14)", () => {
    expect(sum(Object.values(now.inputs.public_parts ?? {}))).toBeCloseTo(now.inputs.public ?? 0, 1);
    expect(sum(Object.values(now.inputs.special_parts ?? {}))).toBeCloseTo(now.inputs.special ?? 0, 1);
    expect((now.inputs.classroom ?? 0) + (now.inputs.special ?? 0) + (now.inputs.public ?? 0)).toBeCloseTo(now.inputs.total, 1);
    expect(Math.abs(sum(before.inputs.parts ?? []) - before.inputs.total)).toBeLessThan(0.02);
    const whole = school("primary", { students: 100_000_000, teachingArea: now.inputs.total, indoorSportArea: now.inputs.public_parts?.["indoor_sport"] ?? 0 });
    const a4 = ON_THE_LINE.findIndex(({ id }) => id === "A4");
    expect(judge([whole], DEFAULT_STANDARD).table.amounts[a4]?.[0]).toBeCloseTo(now.inputs.total - (now.inputs.public_parts?.["indoor_sport"] ?? 0), 2);
  });
});

test("the book names the standard it belongs to", () => {
  expect(ITEM_BOOK.standard).toBe(DEFAULT_STANDARD.id);
});
