import type { Figure, Figures, School, SchoolType, Scope, Stage } from "../../src/engine";

/** A figure by its number, `null` for a blank cell, or several by scope. */
type Given = number | null | Figure | Partial<Record<Scope, number | null | Figure>>;

function isFigure(given: object): given is Figure {
  return "value" in given;
}

function figure(given: number | null | Figure, cell: string): Figure {
  if (given !== null && typeof given === "object") return given;
  return given === null ? { value: null, cell, why: `${cell}为空，请补填` } : { value: given, cell };
}

/** Figures by fact; every one gets a cell of its own in row 7. */
export function figures(given: Readonly<Record<string, Given>>): Figures {
  let column = 0;
  const cell = (): string => `表!${String.fromCharCode(68 + column++)}7`;
  return Object.fromEntries(
    Object.entries(given).map(([fact, value]) => {
      if (value === null || typeof value === "number" || isFigure(value)) return [fact, { school: figure(value, cell()) }];
      return [fact, Object.fromEntries(Object.entries(value).map(([scope, one]) => [scope, figure(one, cell())]))];
    }),
  );
}

const STAGES_OF: Readonly<Partial<Record<SchoolType, readonly Stage[]>>> = {
  primary: ["primary"], teachingPoint: ["primary"], junior: ["junior"], complete: ["junior"], nineYear: ["primary", "junior"], twelveYear: ["primary", "junior"],
};

/** A school as reading hands it over. */
export function school(type: SchoolType | null, given: Readonly<Record<string, Given>>, more: Partial<School> = {}): School {
  return {
    name: "第一学校", code: null, type, owner: null, town: null, place: "表!7",
    stages: (type && STAGES_OF[type]) ?? [], ownStageOnly: false, pending: null, hasKindergarten: false,
    figures: figures(given), ...more,
  };
}

/** Per indicator the facts of the plainest sheet, and the amounts exactly on the line and the floor for 20,000 pupils. */
export const ON_THE_LINE = [
  { id: "A1", fact: "teachersAboveRequired", primary: [840, 714], junior: [1060, 901] },
  { id: "A2", fact: "backboneTeachers", primary: [200, 170], junior: [200, 170] },
  { id: "A3", fact: "sportArtTeachers", primary: [180, 153], junior: [180, 153] },
  { id: "A4", fact: "teachingAreaNet", primary: [90000, 76500], junior: [116000, 98600] },
  { id: "A5", fact: "sportArea", primary: [150000, 127500], junior: [204000, 173400] },
  { id: "A6", fact: "equipmentValue", primary: [40000000, 34000000], junior: [50000000, 42500000] },
  { id: "A7", fact: "multimediaRooms", primary: [460, 391], junior: [480, 408] },
] as const;

export const PUPILS = 20000;

/** The seven resources of a school of one stage, each at its line times `times`. */
export function resources(stage: Stage, pupils: number, times = 1): Record<string, number> {
  return Object.fromEntries(ON_THE_LINE.map((one) => [one.fact, (one[stage][0] * pupils * times) / PUPILS]));
}

/** A school of one stage that reaches every line. */
export function passing(stage: Stage, pupils = 1000, more: Readonly<Record<string, Given>> = {}, rest: Partial<School> = {}): School {
  return school(stage, { students: pupils, ...resources(stage, pupils), ...more }, rest);
}

/** A county with one passing school in each stage. */
export function county(...schools: School[]): School[] {
  return [passing("primary", 1000, {}, { name: "甲小学" }), passing("junior", 1000, {}, { name: "乙初中" }), ...schools];
}
