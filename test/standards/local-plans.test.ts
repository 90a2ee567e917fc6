import { parseLocalPlan, StandardError, type LocalKnown } from "../../src/engine";
import { DEFAULT_STANDARD, findPlan, ITEM_BOOK, ITEM_FACTS, LOCAL_PLAN_FILES, LOCAL_PLANS, STANDARDS } from "../../src/standards";
import ordos from "../../src/standards/ordos-2024.json" with { type: "json" };

const KNOWN: LocalKnown = {
  standards: STANDARDS.map(({ id }) => id),
  indicators: DEFAULT_STANDARD.indicators.map(({ id }) => id),
  items: new Map(ITEM_BOOK.items.map(({ id, tests }) => [id, tests.length])),
  facts: new Set(ITEM_FACTS.filter(({ level }) => level === "county").map(({ id }) => id)),
};

const numbers = (from: number, to: number, without: readonly number[] = []): string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i).filter((n) => !without.includes(n)).map((n) => String(n).padStart(2, "0"));

/** Every row of the five documents that concerns compulsory education; the rest (学前, 高中, 职教, 体育事业, 党建) is no row here. */
const IDS: Readonly<Record<string, readonly string[]>> = {
  "ordos-2024": numbers(1, 37, [19, 20]).map((n) => `S0-${n}`),
  "hinggan-2025": numbers(1, 15, [7, 8]).map((n) => `S1-${n}`),
  "wuhai-2035": numbers(1, 36, [7, 8, 9, 10, 11, 12, 13, 18, 21, 22, 26, 28, 31, 32, 33, 35]).map((n) => `S2-${n}`),
  "ordos-14th-plan": numbers(1, 48, [16, 17, 18, 29, 30, 31, 32, 33, 43, 44, 45, 46]).map((n) => `S3-${n}`),
  "hutubi-2022": numbers(1, 32).map((n) => `S4-${n}`),
};

const rows = LOCAL_PLANS.flatMap((plan) => plan.rows.map((row) => ({ plan: plan.id, row })));

describe("the five local documents as data", () => {
  test.each(Object.keys(IDS))("%s holds every requirement of its document once, in the document's order, parts numbered below it", (id) => {
    const own = findPlan(id)?.rows.map((row) => row.id) ?? [];
    expect([...new Set(own.map((one) => one.split(".")[0]))]).toEqual(IDS[id]);
    expect(new Set(own).size).toBe(own.length);
    for (const one of IDS[id] ?? []) {
      const parts = own.filter((other) => other === one || other.startsWith(`${one}.`));
      expect(parts.length === 1 || parts.every((part) => part.includes("."))).toBe(true);
    }
  });

  test("every file is accepted, and what the program uses is what was accepted", () => {
    expect(LOCAL_PLAN_FILES.map((file) => parseLocalPlan(file, KNOWN))).toEqual(LOCAL_PLANS);
    expect(findPlan("no-such-plan")).toBeUndefined();
  });

  test.each(rows.map(({ row }) => [row.id, row] as const))("%s names its clause, and its targets' numbers stand in the clause or are words there", (_, row) => {
    expect(row.clause.section).not.toBe("");
    expect(row.clause.text.length).toBeGreaterThan(3);
    const words: Readonly<Record<number, RegExp>> = { 0: /只增不减|消除|不出现|不超过|达标/, 1: /达标|一|1|中等以上|国家级/, 100: /100|全覆盖|所有|全部|全体|每|全员|凡|各级各类/ };
    for (const { value } of row.targets) expect(row.clause.text.includes(String(value)) || words[value]?.test(row.clause.text)).toBe(true);
  });

  test.each(rows.filter(({ row }) => row.kind === "project" || row.kind === "task").map(({ row }) => [row.id, row] as const))(
    "%s is listed, not judged: it has a deadline and neither target nor measure (R26)", (_, row) => {
      expect(row.targets).toEqual([]);
      expect(row.measure).toBeNull();
      expect(row.deadline).not.toBe("");
    });

  test("facts that only a local plan asks for are asked in the county form, each by one name", () => {
    const local = ITEM_FACTS.filter(({ id }) => id.startsWith("local."));
    const used = new Set(rows.flatMap(({ row }) => (row.measure?.kind === "fact" ? [row.measure.fact] : [])));
    expect(local.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
    expect(new Set(ITEM_FACTS.map(({ term }) => term)).size).toBe(ITEM_FACTS.length);
    for (const fact of local) expect(fact).toMatchObject({ level: "county", group: "本地目标", items: [] });
  });

  test("the city's 50 schools are those of its counties together (S0-09), the projects' areas add up to 18,300 (S4-14), the timetable has 37 dated rows with owners (S4-26)", () => {
    const of = (id: string) => rows.filter(({ row }) => row.id.startsWith(`${id}.`)).map(({ row }) => row);
    expect(of("S0-09").reduce((sum, row) => sum + Number(row.number), 0)).toBe(50);
    expect(of("S0-09").every((row) => row.counties.length === 1)).toBe(true);
    expect(of("S4-14").reduce((sum, row) => sum + Number(row.number), 0)).toBe(18300);
    const dated = of("S4-26");
    expect(["2022", "2023", "2024", "2025", "2026"].map((year) => dated.filter((row) => row.deadline.startsWith(year)).length)).toEqual([9, 9, 8, 8, 3]);
    expect(dated.every((row) => row.owners.length > 0)).toBe(true);
    expect(dated[4]?.owners).toEqual(["县人社局", "县编委办", "县教育局", "县财政局"]);
  });

  test("自治区示范性高中指标 (S0-21) and 城镇教师到农牧区交流 (S4-19) are figures of their own, not B14 and B11 (R26)", () => {
    for (const id of ["S0-21", "S4-19.1", "S4-19.2"]) expect(rows.find(({ row }) => row.id === id)?.row.measure?.kind).toBe("fact");
  });
});

/** The plan's file with one place changed; `undefined` takes the key away. */
function changed(path: string, value: unknown): unknown {
  const copy = structuredClone(ordos) as unknown as Record<string, unknown>;
  const keys = path.split(".");
  const last = keys.pop()!;
  const parent = keys.reduce((node, key) => node[key] as Record<string, unknown>, copy);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}

const JUDGED = ordos.rows.findIndex(({ id }) => id === "S0-16");

describe("a local plan's file is refused, with file and path, when", () => {
  test.each([
    ["it has an unknown key", "comment", "x", "comment", "不认识的键"],
    ["a row has an unknown key", "rows.0.weight", 1, "rows[0].weight", "不认识的键"],
    ["a row has no section", "rows.0.section", undefined, "rows[0]", "缺少“section”"],
    ["a row has no text of its clause", "rows.0.text", " ", "rows[0].text", "非空文字"],
    ["a kind is unknown", "rows.0.kind", "wish", "rows[0].kind", "之一"],
    ["a year cannot be", "rows.0.targets.0.year", 26, "rows[0].targets[0].year", "四位年份"],
    ["a year is text", "rows.0.targets.0.year", "2026", "rows[0].targets[0].year", "非负整数"],
    ["a target is negative", "rows.0.targets.0.value", -1, "rows[0].targets[0].value", "非负数"],
    ["two targets are of one year", "rows.0.targets", [{ year: 2024, value: 1, comparison: "atLeast" }, { year: 2024, value: 2, comparison: "atLeast" }], "rows[0].targets", "两个目标"],
    ["a county is not the plan's", "rows.0.counties", ["海勃湾区"], "rows[0].counties[0]", "之一"],
    ["an item is unknown", `rows.${String(JUDGED)}.measure.item`, "C99", `rows[${String(JUDGED)}].measure.item`, "没有指标项"],
    ["an item has no such test", `rows.${String(JUDGED)}.measure.test`, 9, `rows[${String(JUDGED)}].measure.test`, "只有"],
    ["a fact is unknown", `rows.${String(JUDGED)}.measure`, { kind: "fact", fact: "local.hats" }, `rows[${String(JUDGED)}].measure.fact`, "没有数据项"],
    ["a measure is of no known kind", `rows.${String(JUDGED)}.measure`, { kind: "guess" }, `rows[${String(JUDGED)}].measure.kind`, "之一"],
    ["it builds on no known standard", "buildsOn", "national-1986", "buildsOn", "之一"],
    ["an id is used twice", "rows.1.id", "S0-01", "rows", "出现两次"],
  ])("%s", (_, path, value, where, what) => {
    const refuse = (): unknown => parseLocalPlan(changed(path, value), KNOWN);
    expect(refuse).toThrow(StandardError);
    expect(refuse).toThrow(`标准 ordos-2024 的 ${where}：`);
    expect(refuse).toThrow(what);
  });
});
