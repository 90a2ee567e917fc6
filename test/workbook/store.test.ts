import fc from "fast-check";
import { EMPTY_STORE, packStore, StoreError, unpackStore, type StoreState, type Written } from "../../src/workbook";

const WRITTEN: readonly Written[] = [
  { kind: "report", id: "indicators", term: "七项指标报告", sheets: ["义教均衡-七项指标报告"], when: "2026-11-22", fingerprint: "00A1B-2C3D4-E5F6" },
  { kind: "report", id: "variation", term: "校际均衡情况表", sheets: ["义教均衡-校际均衡情况表"], when: "2026-11-20", fingerprint: "00A1B-2C3D4-E5F7", marks: [{ sheet: "义教均衡-校际均衡情况表", row: 4, column: 0 }], aged: true },
  { kind: "template", id: "county", term: "县级填报表", sheets: ["县级填报表 2"], when: "2026-11-21", fingerprint: "" },
  {
    kind: "formulas", id: "verdict", term: "逐校判定", sheets: [], when: "2026-11-22", fingerprint: "00A1B-2C3D4-E5F6",
    formulas: { sheet: "小学", row: 3, column: 14, rows: 2, columns: 1, formulas: [["=1"], ["=2"]] },
  },
];
const STATE: StoreState = {
  ...EMPTY_STORE, product: "0.1.0", standardId: "own", localChoice: { plan: "ordos-2024", county: "示范旗", year: 2026 }, unitCosts: { teacher: 90_000.5, teachingArea: 0 }, dataDate: "2025年9月1日",
  switches: { shareTeachersByStudents: true },
  answers: { "blank|教学仪器设备值": { kind: "blankIsZero", value: true }, "type|甲学校": { kind: "type", value: "nineYear" } }, written: WRITTEN,
};

describe("what is kept in the workbook", () => {
  test("comes back as it was put in", () => {
    expect(unpackStore(packStore(STATE))).toEqual(STATE);
  });

  test("a workbook never touched has empty settings that may be saved", () => {
    expect(unpackStore([])).toEqual(EMPTY_STORE);
    expect(unpackStore(["", ""])).toEqual(EMPTY_STORE);
  });

  test("long settings are cut into cells of at most 30,000 characters, none of which looks like a formula", () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: "grapheme", minLength: 0, maxLength: 400 }), { maxLength: 300 }), (names) => {
      const answers = Object.fromEntries(names.map((name, i) => [`type|${String(i)}${name}=-+@😀`.repeat(4), { kind: "type" as const, value: "primary" as const }]));
      const texts = packStore({ ...STATE, answers });
      for (const text of texts) {
        expect(text.length).toBeLessThanOrEqual(30_000);
        expect(text).toMatch(/^[A-Z]/);
        expect(text).not.toMatch(/[\uD800-\uDBFF]$|^[\uDC00-\uDFFF]/);
      }
      expect(unpackStore(texts).answers).toEqual(answers);
    }), { numRuns: 15 });
    expect(packStore({ ...STATE, answers: Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`type|第${String(i)}学校😀`, { kind: "type", value: "primary" }])) }).length).toBeGreaterThan(2);
  });
});

describe("settings that cannot be understood are never overwritten in silence", () => {
  const packed = packStore(STATE);
  const text = packed[0] ?? "";
  test.each([
    ["cut short", [text.slice(0, -20)]],
    ["not ours", ["hello"]],
    ["a cell missing", [text.replace("1/1|", "1/2|")]],
    ["cells in another order", [text.replace("1/1|", "2/2|"), text.replace("1/1|", "1/2|")]],
    ["another shape", ['YJJH 1/1|{"schema":1,"product":3}']],
    ["a list", ["YJJH 1/1|[]"]],
    ["no schema", ["YJJH 1/1|{}"]],
    ["an answer of an unknown kind", [text.replace('"kind":"type"', '"kind":"tipe"')]],
    ["a price below zero", [text.replace('"teachingArea":0', '"teachingArea":-1')]],
    ["a year that is no number", [text.replace('"year":2026', '"year":"2026"')]],
    ["something written of an unknown kind", [text.replace('"kind":"template"', '"kind":"tempate"')]],
    ["a mark nowhere", [text.replace('"row":4', '"row":null')]],
    ["a record without sheets", [text.replace('"sheets":[]', '"sheets":null')]],
  ])("%s: empty, read only, with what to do", (_title, texts) => {
    const state = unpackStore(texts);
    expect({ ...state, readOnly: null }).toEqual(EMPTY_STORE);
    expect(state.readOnly).toContain("已损坏");
    expect(state.readOnly).toContain("不会覆盖");
    expect(() => packStore(state)).toThrow(StoreError);
  });

  test("of a newer schema: read only, and the add-in is to be updated", () => {
    const state = unpackStore([text.replace('"schema":2', '"schema":3')]);
    expect(state.readOnly).toContain("请升级加载项");
    expect(() => packStore(state)).toThrow("升级");
  });
});

test("a workbook saved with schema 1 is read for ever", () => {
  const kept = ['YJJH 1/2|{"schema":1,"product":"0.1.0","standardId":null,"switches":{},"answers":{"type|甲', 'YJJH 2/2|学校":{"kind":"type","value":"complete"}},"written":[]}'];
  expect(unpackStore(kept)).toEqual({ ...EMPTY_STORE, product: "0.1.0", answers: { "type|甲学校": { kind: "type", value: "complete" } } });
});

test("schema 1 named the national standard, which is shown always: it is no second one (R5)", () => {
  const kept = ['YJJH 1/1|{"schema":1,"product":"0.1.0","standardId":"national-2017","switches":{"shareTeachersByStudents":true},"answers":{},"written":[{"kind":"report","id":"indicators","term":"七项指标报告","sheets":["义教均衡-七项指标报告"],"when":"2026-11-22","fingerprint":"00A1B-2C3D4-E5F6"}]}'];
  const state = unpackStore(kept);
  expect(state).toMatchObject({ schema: 2, standardId: null, localChoice: null, unitCosts: {}, dataDate: null, switches: { shareTeachersByStudents: true }, readOnly: null });
  expect(state.written).toHaveLength(1);
});
