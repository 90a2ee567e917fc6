import { explain, judge, judgeItems } from "../../src/engine";
import type { Switches } from "../../src/engine";
import { DEFAULT_STANDARD, ITEM_BOOK, SWITCH_RULES } from "../../src/standards";
import { form, good } from "./items/counties";

const rooms = (...areas: (readonly ["music" | "fineArt", number])[]) => areas.map(([kind, area], i) => ({ kind, area, cell: `专用教室名册!C${String(i + 2)}` }));

/** A county in which every switch has something to change. */
const SCHOOLS = [
  good("primary", { students: 80, sportArtTeachers: 0, partTimeSportArtTeachers: 1, classes: 6, largestClass: 20, builtYear: 2015, hasBuildingPlan: 1 }, { name: "村小", location: "rural", rooms: rooms(["music", 60], ["fineArt", 60]) }),
  good("primary", { students: 2300, extraSportArea: 3000, classes: 52, builtYear: 2009, hasBuildingPlan: 1, migrantStudents: 1300 }, {
    name: "城小", location: "urban", rooms: rooms(...[80, 80, 100, 100, 75].map((area) => ["music", area] as const), ...[90, 90, 90, 70, 68].map((area) => ["fineArt", area] as const)),
  }),
  good("primary", { sportArtTeachers: 8.96, multimediaRooms: 22.96 }, { name: "近线小学" }),
  good("junior", { students: 2100, builtYear: 2009, hasBuildingPlan: 1, migrantStudents: 1300 }, { name: "大初中" }),
  good("twelveYear", { students: { primary: 1500, junior: 1200, senior: 600 }, sportArtTeachers: 40, builtYear: 2009, hasBuildingPlan: 1, migrantStudents: { primary: 900, junior: 700 } }, { name: "十二年一贯制" }),
  good("nineYear", { students: { primary: 500, junior: 500 }, classes: { primary: 13, junior: 11 } }, { name: "九年一贯制" }),
];

function judged(switches: Switches) {
  const judgement = judge(SCHOOLS, DEFAULT_STANDARD, switches, SWITCH_RULES);
  return { judgement, items: judgeItems({ schools: SCHOOLS, judgement, county: form(), hasForm: true }, ITEM_BOOK, DEFAULT_STANDARD, switches).findings };
}

const off = judged({});

/** Everything that is not what it is without a switch. */
function changed(switches: Switches): Set<string> {
  const { judgement, items } = judged(switches);
  const differ = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);
  const indicators = DEFAULT_STANDARD.indicators.filter((_, k) => differ([...judgement.values[k]!, ...judgement.codes[k]!], [...off.judgement.values[k]!, ...off.judgement.codes[k]!]));
  const spread = ({ stages }: typeof judgement) => [stages.primary, stages.junior].map(({ variation, provisional, verdicts }) => [variation, provisional, verdicts]);
  const others = items.filter((one, i) => differ({ ...one, notes: [] }, { ...off.items[i]!, notes: [] }));
  return new Set([...indicators.map(({ id }) => id), ...(differ(spread(judgement), spread(off.judgement)) ? ["variation"] : []), ...others.map(({ item }) => item.id)]);
}

const touches = (...ids: string[]): string[] => SWITCH_RULES.filter(({ id }) => ids.includes(id)).flatMap((rule) => rule.touches);
const IDS = SWITCH_RULES.map(({ id }) => id);

describe("a switch changes what it says it touches and nothing else (R5)", () => {
  test.each(IDS)("%s alone", (id) => {
    const beyond = [...changed({ [id]: true })].filter((one) => !touches(id).includes(one));
    expect(beyond).toEqual([]);
    // The relief of 十二年一贯制 only widens another's.
    if (id !== "reliefSizeTwelveYear") expect(changed({ [id]: true }).size).toBeGreaterThan(0);
  });

  test.each(IDS.flatMap((one, i) => IDS.slice(i + 1).map((two) => [one, two] as const)))("%s with %s", (one, two) => {
    expect([...changed({ [one]: true, [two]: true })].filter((id) => !touches(one, two).includes(id))).toEqual([]);
  });

  test("the relief of 十二年一贯制 works beside another", () => {
    expect(changed({ reliefSizeBuilt: true, reliefSizeTwelveYear: true })).toEqual(new Set(["B4"]));
    expect(judged({ reliefSizeBuilt: true, reliefSizeTwelveYear: true }).items).not.toEqual(judged({ reliefSizeBuilt: true }).items);
  });

  test("a switch turned off is as if there were none", () => {
    const none = judged(Object.fromEntries(IDS.map((id) => [id, false])));
    expect(none.items).toEqual(off.items);
    expect(none.judgement.county).toEqual(off.judgement.county);
  });

  test.each(SWITCH_RULES)("every result that $id touches says 按口径, and no other does", ({ id, term, touches: touched }) => {
    const { judgement, items } = judged({ [id]: true });
    const mark = `按口径：${term}`;
    expect(items.filter(({ notes }) => notes.includes(mark)).map(({ item }) => item.id)).toEqual(items.map(({ item }) => item.id).filter((one) => touched.includes(one)));
    const marked = DEFAULT_STANDARD.indicators.filter((_, k) => explain(judgement, 0, k, DEFAULT_STANDARD).notes.includes(mark)).map((one) => one.id);
    expect(marked).toEqual(DEFAULT_STANDARD.indicators.map((one) => one.id).filter((one) => touched.includes(one)));
  });
});
