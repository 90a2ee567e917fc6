import { parseItemBook, StandardError } from "../../src/engine";
import type { Item, Switches } from "../../src/engine";
import { DEFAULT_STANDARD, FACTS, ITEM_BOOK, ITEM_FACTS, ITEM_FILE, itemFactById, SWITCH_RULES } from "../../src/standards";

const ALL_FACTS = [...FACTS, ...ITEM_FACTS];
const INDICATORS = DEFAULT_STANDARD.indicators.map(({ id }) => id);

type Json = { [key: string]: Json } & Json[] & string & number;

/** The file with one thing changed. */
function changed(change: (file: Json) => void): unknown {
  const file = structuredClone(ITEM_FILE) as Json;
  change(file);
  return file;
}

function refusal(change: (file: Json) => void): string {
  try {
    parseItemBook(changed(change), ALL_FACTS, INDICATORS);
  } catch (error) {
    if (error instanceof StandardError) return error.message;
    throw error;
  }
  return "accepted";
}

const at = (file: Json, id: string): Json => (file["items"] as unknown as Json[]).find((item) => (item["id"] as unknown as string) === id)!;
const put = (target: unknown, key: string, value: unknown): void => void ((target as Record<string, unknown>)[key] = value);

describe("the items of the national standard", () => {
  test("parse, and are what the add-in uses as it is", () => {
    const parsed = parseItemBook(ITEM_FILE, ALL_FACTS, INDICATORS);
    expect(parsed.items).toEqual(ITEM_BOOK.items);
    expect(parsed.switches).toEqual(ITEM_BOOK.switches);
    expect(parsed.owners).toEqual(ITEM_BOOK.owners);
    expect(new Set(parsed.facts.keys())).toEqual(new Set(ITEM_BOOK.facts.keys()));
  });

  test("are 15 of 政府保障程度, 9 of 教育质量, one of 社会认可度, 6 vetoes and 5 conditions, numbered as the form numbers them", () => {
    const ids = (letter: string, count: number): string[] => Array.from({ length: count }, (_, i) => `${letter}${String(i + 1)}`);
    expect(ITEM_BOOK.items.map(({ id }) => id)).toEqual([...ids("B", 15), ...ids("C", 9), ...ids("D", 1), ...ids("E", 6), ...ids("F", 5)]);
    const part: Record<string, Item["part"]> = { B: "assurance", C: "quality", D: "recognition", E: "veto", F: "condition" };
    for (const { id, part: is, number } of ITEM_BOOK.items) expect([is, number]).toEqual([part[id[0]!], Number(id.slice(1))]);
  });

  test("print 表Ⅳ and 表Ⅴ in their own words, every number of a line standing in the wording or the clause", () => {
    const wanted = (item: Item): number[] => item.tests.flatMap((test) => ("line" in test ? [test.line] : "lines" in test ? Object.values(test.lines) : test.kind === "rooms" ? [test.classesPerRoom, test.areas.music, test.areas.fineArt] : []));
    for (const item of ITEM_BOOK.items) {
      const text = `${item.term}${item.clause.text}`;
      for (const number of wanted(item)) if (number !== 0) expect([item.id, text.includes(String(number)) || (item.id === "F1" && text.includes("三年"))]).toEqual([item.id, true]);
    }
  });

  test("name each fact they feed on, and each fact names them", () => {
    const used = new Map<string, Set<string>>();
    const note = (fact: string, id: string): void => void used.set(fact, (used.get(fact) ?? new Set()).add(id));
    const collect = (value: unknown, id: string): void => {
      if (typeof value === "string" && itemFactById(value)) note(value, id);
      else if (typeof value === "object" && value !== null) Object.values(value).forEach((one) => { collect(one, id); });
    };
    for (const item of ITEM_BOOK.items) collect(item.tests, item.id);
    for (const [fact, ids] of used) for (const id of ids) expect([fact, itemFactById(fact)!.items]).toEqual([fact, expect.arrayContaining([id])]);
    // Facts that only a sentence or the code of a kind reads, and the two of the reliefs of A3 and A5.
    const bySentence = ["county.seniorQuotaRural", "county.disabledSpecial"];
    const county = ITEM_FACTS.filter(({ level, items }) => level === "county" && items.length > 0).map(({ id }) => id);
    expect(county.filter((id) => !used.has(id) && !bySentence.includes(id))).toEqual([]);
  });

  test.each([
    ["an unknown key", (file: Json) => { put(at(file, "B1"), "weight", 1); }, "items[0].weight：不认识的键"],
    ["an unknown key of a test", (file: Json) => { put(at(file, "B5")["tests"][0], "average", 1); }, "items[4].tests[0].average：不认识的键"],
    ["an unknown kind of test", (file: Json) => { put(at(file, "B5")["tests"][0], "kind", "averageSize"); }, "不认识的检验“averageSize”"],
    ["an unknown fact", (file: Json) => { put(at(file, "B1")["tests"][0], "fact", "county.nothing"); }, "没有数据项“county.nothing”"],
    ["a school's fact where the county's is asked", (file: Json) => { put(at(file, "B1")["tests"][0], "fact", "hasCharter"); }, "不是全县的数据"],
    ["a county's fact where the schools' are asked", (file: Json) => { put(at(file, "C4")["tests"][0], "numerator", "county.specialFunds"); }, "不是学校的数据"],
    ["a count where an answer is asked", (file: Json) => { put(at(file, "B1")["tests"][0], "fact", "county.rotated"); }, "的种类是“count”，应为“yesNo”"],
    ["a unit that does not fit", (file: Json) => { put(at(file, "B7")["tests"][0], "unit", "人"); }, "单位“人”与分子“元”、分母“人”不符"],
    ["a share of different things", (file: Json) => { put(at(file, "B12")["tests"][0], "denominator", [{ fact: "county.specialFunds", sign: 1 }]); }, "单位“%”与分子“人”、分母“元”不符"],
    ["a sum of different things", (file: Json) => { put(at(file, "B12")["tests"][0], "numerator", [{ fact: "county.rotated", sign: 1 }, { fact: "county.specialFunds", sign: 1 }]); }, "的单位是“元”，应为“人”"],
    ["amounts of different units", (file: Json) => { put(at(file, "B8")["tests"][0], "right", "county.rotated"); }, "的单位是“人”，应为“元”"],
    ["an item without its clause", (file: Json) => { delete (at(file, "B5") as Record<string, unknown>)["clause"]; }, "缺少“clause”"],
    ["a negative line", (file: Json) => { put(at(file, "D1")["tests"][0], "line", -1); }, "应为正数"],
    ["a sentence with a place nothing fills", (file: Json) => { put(at(file, "B5"), "form", "超过{lineSenior}人"); }, "没有“lineSenior”可填"],
    ["an item twice", (file: Json) => { put(at(file, "B2"), "id", "B1"); }, "编号“B1”出现两次"],
    ["a switch that touches nothing", (file: Json) => { put(file["switches"][0], "touches", ["A9"]); }, "没有指标项“A9”"],
    ["a switch without its source", (file: Json) => { delete (file["switches"][0] as Record<string, unknown>)["source"]; }, "缺少“source”"],
    ["a switch's number that is none", (file: Json) => { put(file["switches"][2]["numbers"], "music", "73"); }, "应为正数"],
  ])("refuse %s, with its place", (_what, change, message) => {
    expect(refusal(change)).toContain(message);
  });
});

describe("the switches", () => {
  test("are each of `Switches`, once, and say what is in doubt and where it is written", () => {
    const every: Record<keyof Switches, true> = {
      shareTeachersByStudents: true, reliefSportArtTeachers: true, reliefSportArea: true, reliefRoomsBuilt: true, reliefRoomsRural: true, reliefSizeBuilt: true,
      reliefSizeMigrants: true, reliefSizeTwelveYear: true, compareRounded: true, roomsTogether: true, roomsByStage: true,
    };
    expect(SWITCH_RULES.map(({ id }) => id).sort()).toEqual(Object.keys(every).sort());
    for (const { question, source } of SWITCH_RULES) expect([question.includes("默认"), source.length > 0]).toEqual([true, true]);
  });

  test("name the numbers they work with in their own words", () => {
    for (const { id, term, question, numbers } of SWITCH_RULES) {
      for (const number of Object.values(numbers ?? {})) expect([id, `${term}${question}`.includes(String(number))]).toEqual([id, true]);
    }
  });

  test("R22: each relief of the seven indicators adds a fact of the indicator's unit under a switch that touches it", () => {
    const reliefs = DEFAULT_STANDARD.indicators.flatMap((indicator) => (indicator.formula.relief ? [{ indicator, relief: indicator.formula.relief }] : []));
    expect(reliefs.map(({ indicator }) => indicator.id)).toEqual(["A3", "A5"]);
    for (const { indicator, relief } of reliefs) {
      expect(itemFactById(relief.fact)).toMatchObject({ unit: indicator.resourceUnit, level: "school", term: relief.term });
      expect(SWITCH_RULES.find(({ id }) => id === relief.switch)?.touches).toEqual([indicator.id, "variation", "F4"]);
    }
  });
});
