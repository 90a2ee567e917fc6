import type { Cell } from "../../src/grid/block";
import { gapsOf, REPORTS, sumsOf, type ReportContext, type UnitCosts } from "../../src/workbook";
import { context, contextOf, fullContext } from "./context";
import { sheet } from "./sheets";

const found = (given: ReportContext, school: string, measure: string) => gapsOf(given).filter((one) => one.school === school && one.measure === measure);
const textOf = (given: ReportContext, id: string): string => JSON.stringify(REPORTS.find((one) => one.id === id)?.build(given));
const withCosts = (unitCosts: UnitCosts): ReportContext => ({ ...context(), unitCosts });

describe("gaps (缺口)", () => {
  test("a resource that two stages share is one gap of the whole school, not the stages' gaps added (R24)", () => {
    const [need, ...more] = found(context(), "丙学校", "A4");
    expect(more).toEqual([]);
    expect(need).toMatchObject({ stage: "全校", toLine: 3028, students: 2700, unit: "㎡" });
    expect(need?.note).toContain("小学 348；初中 1753，仅供参考");
  });

  test("a 完全中学 lacks what its 高中 takes from it too: line × (B + 1.2 C) − total (R24)", () => {
    const head = ["学校名称", "办学类型", "初中在校生数", "高中在校生数", "教学及辅助用房面积", "其中：室内体育用房面积"];
    const rows: Cell[][] = [["庚中学", "完全中学", 500, 300, 4100, 0]];
    const given = contextWith(head, rows);
    // 5.8 × (500 + 1.2 × 300) − 4100 = 888
    expect(found(given, "庚中学", "A4")).toMatchObject([{ stage: "全校", toLine: 888 }]);
  });

  test("最低补齐 leaves one indicator at 85 % in each stage, the whole school measured once (R23, R24)", () => {
    const given = context();
    expect(found(given, "丙学校", "A4")[0]?.least).toBe(774);
    expect(found(given, "丙学校", "A5")[0]?.least).toBe(2328);
    expect(found(given, "丁中学", "A6")[0]).toMatchObject({ toLine: 0.01, least: 0, fails: false });
  });

  test("met and missing indicators have no gap; the missing are counted beside the sums (R23)", () => {
    const given = context();
    expect(gapsOf(given).filter((one) => one.school === "甲小学")).toEqual([]);
    expect(found(given, "戊中学", "A6")).toEqual([]);
    const sums = sumsOf(given, gapsOf(given));
    expect(sums.find((one) => one.measure === "A6")).toMatchObject({ count: 3, toLine: 27.74, missing: 1 });
  });

  test("sums stand in the standard's order, whichever school lacks what first", () => {
    const head = ["学校名称", "办学类型", "小学在校生数", "班级数", "最大班额", "音乐专用教室间数", "其中：达标音乐专用教室间数", "美术专用教室间数", "其中：达标美术专用教室间数"];
    const given = contextWith(head, [["甲小学", "小学", 2100, 46, 50, 4, 4, 4, 4], ["乙小学", "小学", 400, 12, 40, 0, 0, 0, 0]]);
    const items = sumsOf(given, gapsOf(given)).map(({ measure }) => measure).filter((id) => id.startsWith("B"));
    expect(items.slice(0, 2)).toEqual(["B3", "B4"]);
  });

  test("sums are of one indicator each, a shared resource once a school (R23, R24)", () => {
    const given = context();
    for (const sum of sumsOf(given, gapsOf(given))) {
      const own = gapsOf(given).filter((one) => one.measure === sum.measure);
      expect(sum.toLine).toBeCloseTo(own.reduce((total, one) => total + (one.toLine ?? 0), 0), 9);
      expect(sum.places.reduce((total, one) => total + one.count, 0)).toBe(own.length);
    }
  });

  test.each<[string, UnitCosts, string, unknown]>([
    ["㎡ by its price", { teachingArea: 3000 }, "A4", 908.4],
    ["rounded up to 0.01 万元", { teachingArea: 3000.01 }, "A4", 908.41],
    ["no price, no money", {}, "A4", "未给单价"],
    ["a price of nothing is a price", { teachingArea: 0 }, "A4", 0],
    ["equipment is money itself", {}, "A6", 27.74],
    ["骨干教师 are not bought", { teacher: 80000 }, "A2", "不单列"],
    ["nothing lacking costs nothing", {}, "A1", 0],
  ])("money: %s", (_what, costs, measure, money) => {
    const given = withCosts(costs);
    expect(sumsOf(given, gapsOf(given)).find((one) => one.measure === measure)?.money).toBe(money);
  });

  test("a school too large is a gap of the school, with its finding's words (B4)", () => {
    expect(found(fullContext(), "丙学校", "B4")).toMatchObject([{ stage: "全校", toLine: 200, unit: "人", fails: true }]);
    expect(textOf(fullContext(), "problem-ledger")).toContain("分流 200 人");
  });

  test("one school a printed page, after its facts the rows to fill in", () => {
    const [plan] = REPORTS.find((one) => one.id === "school-plans")?.build(context()) ?? [];
    const starts = plan?.rows.flatMap((row, i) => ((typeof row[0]?.value === "string" && row[0].value.startsWith("一校一策：")) ? [i] : []));
    expect(starts).toHaveLength(3);
    expect(plan?.pageBreaks).toEqual(starts?.slice(1));
  });

  test("一旗一案 is one upright page while it can be read on one: schools that fail are counted there, not listed one by one", () => {
    const of = (count: number) => {
      const many = Array.from({ length: count }, (_, i): readonly Cell[] => [`第${String(i)}中学`, "初级中学", null, 300, null, 18, null, 1, null, null, null, 4, 1900, 100, 3000, 70, 8]);
      return REPORTS.find((one) => one.id === "county-plan")?.build(context(many))[0];
    };
    const texts = (count: number): string[] => of(count)?.rows.flatMap((row) => row.flatMap((cell) => (typeof cell?.value === "string" ? [cell.value] : []))) ?? [];
    expect(of(60)).toMatchObject({ onePage: true, landscape: false });
    expect(of(60)?.rows.length).toBe(of(20)?.rows.length);
    expect(texts(60).find((text) => text.startsWith("依据："))).toMatch(/^依据：60 个学段不达标/);
  });
});

function contextWith(head: readonly string[], rows: readonly (readonly Cell[])[]): ReportContext {
  return contextOf([sheet("全县", [head, ...rows])]);
}
