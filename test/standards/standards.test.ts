import { parseStandard, parseStandards, STAGES, StandardError } from "../../src/engine";
import { DEFAULT_STANDARD, factById, FACTS, findStandard, STANDARD_FILES, STANDARDS } from "../../src/standards";
import national from "../../src/standards/national-2017.json" with { type: "json" };

type Json = Record<string, unknown>;

/** The national file with one place changed; `undefined` takes the key away. */
function changed(path: string, value: unknown): Json {
  const copy = structuredClone(national) as unknown as Json;
  const keys = path.split(".");
  const last = keys.pop()!;
  const parent = keys.reduce<Json>((node, key) => node[key] as Json, copy);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}

function refusal(json: unknown): StandardError {
  try {
    parseStandard(json, FACTS);
  } catch (error) {
    if (error instanceof StandardError) return error;
    throw error;
  }
  throw new Error("accepted");
}

describe("a standard file is refused, with file and path, when", () => {
  test.each([
    ["it has an unknown key", "indicators.0.weight", 3, "indicators[0].weight", "不认识的键"],
    ["it has an unknown key at the top", "comment", "x", "comment", "不认识的键"],
    ["a key is missing", "schoolRule", undefined, "", "缺少“schoolRule”"],
    ["a line has no clause", "indicators.2.clause", undefined, "indicators[2]", "缺少“clause”"],
    ["a clause has no text", "indicators.2.clause.text", " ", "indicators[2].clause.text", "非空文字"],
    ["the school rule has no clause", "schoolRule.clause", undefined, "schoolRule", "缺少“clause”"],
    ["the limits have no clause", "variationRule.clause", undefined, "variationRule", "缺少“clause”"],
    ["the weights have no clause", "splitting.clause", undefined, "splitting", "缺少“clause”"],
    ["the scope has no clause", "scope.clause", undefined, "scope", "缺少“clause”"],
    ["a fact is unknown", "indicators.0.formula.ways.0.terms.0.fact", "teachersWithHats", "indicators[0].formula.ways[0].terms[0].fact", "没有数据项"],
    ["a fact's unit does not fit", "indicators.0.formula.ways.0.terms.0.fact", "teachingArea", "indicators[0].formula.ways[0].terms[0].fact", "单位"],
    ["the unit is not that of the resource", "indicators.3.unit", "元", "indicators[3].unit", "不符"],
    ["a ratio stands for an amount", "indicators.0.formula.ways.0.terms.0.fact", "ratioAboveRequired", "indicators[0].formula.ways[0].terms[0].fact", "是生均值"],
    ["an amount stands for a ratio", "indicators.0.formula.ratio", "backboneTeachers", "indicators[0].formula.ratio", "不是生均值"],
    ["the certain part is of another unit", "indicators.4.formula.atLeast", "multimediaRooms", "indicators[4].formula.atLeast", "单位"],
    ["a line is text", "indicators.0.lines.primary", "4.2", "indicators[0].lines.primary", "正数"],
    ["a line is 0", "indicators.0.lines.primary", 0, "indicators[0].lines.primary", "正数"],
    ["a stage has no line", "indicators.0.lines.junior", undefined, "indicators[0].lines", "缺少“junior”"],
    ["the formula is of an unknown kind", "indicators.0.formula.kind", "sum", "indicators[0].formula.kind", "perStudents"],
    ["a stage has no way", "indicators.1.formula.ways.0.stages", ["primary"], "indicators[1].formula.ways", "junior"],
    ["a sign is neither 1 nor -1", "indicators.0.formula.ways.0.terms.0.sign", 2, "indicators[0].formula.ways[0].terms[0].sign", "1"],
    ["a list is empty", "indicators", [], "indicators", "非空列表"],
    ["the floor is more than the line", "schoolRule.floor", 85, "schoolRule.floor", "不大于 1"],
    ["more indicators must be met than there are", "schoolRule.atLeast", 8, "schoolRule.atLeast", "多于"],
    ["a type is unknown", "scope.excludedTypes.0", "university", "scope.excludedTypes[0]", "special"],
    ["a weight is missing", "splitting.weights.twelveYear.senior", undefined, "splitting.weights.twelveYear", "senior"],
    ["a date is no date", "effectiveFrom", "last year", "effectiveFrom", "日期"],
    ["it ends before it begins", "effectiveUntil", "2016", "effectiveUntil", "早于"],
    ["two indicators share a name", "indicators.1.short.0", "高于规定学历教师", "indicators", "出现两次"],
    ["places are not whole", "indicators.0.places", 1.5, "indicators[0].places", "非负整数"],
    ["split is not yes or no", "indicators.0.formula.split", "no", "indicators[0].formula.split", "true"],
  ])("%s", (_, path, value, where, why) => {
    const error = refusal(changed(path, value));
    expect(error.standardId).toBe("national-2017");
    expect(error.path).toBe(where);
    expect(error.message).toContain(why);
    expect(error.message).toContain("national-2017");
  });

  test.each([[null], ["text"], [[]], [42]])("it is %p", (json) => {
    expect(refusal(json).standardId).toBe("?");
  });
});

describe("several editions", () => {
  const next = changed("id", "national-2030");

  test("are refused when two of one subject are in force at once", () => {
    expect(() => parseStandards([national, { ...next, effectiveFrom: "2030" }], FACTS)).toThrow(/national-2030 的 effectiveFrom：与 national-2017 的有效期重叠/);
  });

  test("stand side by side when one ends before the next begins, in any order", () => {
    const old = changed("effectiveUntil", "2029-12");
    expect(parseStandards([{ ...next, effectiveFrom: "2030" }, old], FACTS)).toHaveLength(2);
  });

  test("of different subjects may be in force together", () => {
    expect(parseStandards([national, changed("id", "ordos-2024")], FACTS)).toHaveLength(2);
  });

  test("are refused when an id is used twice", () => {
    expect(() => parseStandards([national, { ...national, effectiveFrom: "2030" }], FACTS)).toThrow(/编号出现两次/);
  });
});

describe("the national standard", () => {
  test("is the default and is found by id, name, title and document number", () => {
    for (const name of ["national-2017", "国家优质均衡标准", "县域义务教育优质均衡发展督导评估办法", " 教督〔2017〕6号 "]) expect(findStandard(name)).toBe(DEFAULT_STANDARD);
    expect(findStandard("不存在的标准")).toBeUndefined();
    expect(STANDARDS[0]).toBe(DEFAULT_STANDARD);
    // They are used as they are: parsing each here is what holds them to the rules above.
    expect(parseStandards(STANDARD_FILES, FACTS)).toEqual(STANDARDS);
  });

  test.each([
    ["A1", 4.2, 5.3, "人"],
    ["A2", 1, 1, "人"],
    ["A3", 0.9, 0.9, "人"],
    ["A4", 4.5, 5.8, "㎡"],
    ["A5", 7.5, 10.2, "㎡"],
    ["A6", 2000, 2500, "元"],
    ["A7", 2.3, 2.4, "间"],
  ])("%s asks for %f in 小学 and %f in 初中, in %s", (id, primary, junior, unit) => {
    const indicator = DEFAULT_STANDARD.indicators.find((one) => one.id === id);
    expect(indicator).toMatchObject({ lines: { primary, junior }, unit });
    for (const line of [primary, junior]) expect(indicator?.clause.text).toContain(String(line));
  });

  test("has the seven indicators in the official order, splits four, and asks for six of seven", () => {
    expect(DEFAULT_STANDARD.indicators.map(({ id, formula }) => [id, formula.split])).toEqual(["A1", "A2", "A3", "A4", "A5", "A6", "A7"].map((id) => [id, id > "A3"]));
    expect(DEFAULT_STANDARD.schoolRule).toMatchObject({ atLeast: 6, floor: 0.85 });
    expect(DEFAULT_STANDARD.variationRule.limits).toEqual({ primary: 0.5, junior: 0.45 });
  });

  test("R18: no way adds 艺术（计） to its parts, or a cumulative degree column to the degrees it contains", () => {
    const parts: Record<string, readonly string[]> = {
      artTeachersTotal: ["musicTeachers", "fineArtTeachers", "artTeachers"],
      teachersPostgraduate: ["teachersMaster", "teachersDoctor"],
      teachersBachelorOrAbove: ["teachersBachelor", "teachersPostgraduate", "teachersMaster", "teachersDoctor"],
      teachersCollegeOrAbove: ["teachersCollege", "teachersBachelor", "teachersPostgraduate", "teachersMaster", "teachersDoctor"],
      teachersAboveRequired: ["teachersCollege", "teachersBachelor"],
      sportArtTeachers: ["sportTeachers", "artTeachersTotal", "musicTeachers"],
      sportArea: ["sportFieldArea", "gymArea", "indoorSportArea"],
      gymArea: ["indoorSportArea"],
      teachingAreaNet: ["indoorSportArea"],
    };
    for (const { formula } of DEFAULT_STANDARD.indicators) {
      for (const { terms } of formula.ways) {
        const facts = terms.map((term) => term.fact);
        for (const fact of facts) expect(facts.filter((other) => parts[fact]?.includes(other))).toEqual([]);
      }
    }
  });

  test("R18: nothing of 专科 counts in 初中", () => {
    const ways = DEFAULT_STANDARD.indicators[0]!.formula.ways.filter((way) => !way.stages || way.stages.includes("junior"));
    expect(ways.flatMap((way) => way.terms.map((term) => term.fact)).filter((fact) => fact.startsWith("teachersCollege"))).toEqual([]);
    expect(STAGES).toContain("junior");
  });
});

describe("facts", () => {
  test("have ids of their own, terms of their own within a kind, and are found by id", () => {
    expect(new Set(FACTS.map((fact) => fact.id)).size).toBe(FACTS.length);
    expect(factById("indoorSportArea")).toMatchObject({ unit: "㎡", zeroIsMissing: true });
    expect(factById("nothing")).toBeUndefined();
  });

  test("every fact a formula speaks of is listed", () => {
    for (const { formula } of DEFAULT_STANDARD.indicators) {
      for (const id of [formula.ratio, ...formula.ways.flatMap((way) => way.terms.map((term) => term.fact))]) expect(factById(id)).toBeDefined();
    }
  });
});
