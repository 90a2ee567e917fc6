import type { Cell } from "../../src/grid/block";
import { judge, judgeLocal, VERDICT_TERMS } from "../../src/engine";
import { DEFAULT_STANDARD, findPlan, ITEM_BOOK } from "../../src/standards";
import { REPORTS, type PlanCell, type ReportContext, type SheetPlan } from "../../src/workbook";
import { context, contextOf, COUNTY, countyForm, fullContext } from "./context";
import { MIXED_HEAD } from "./mixed-county";
import { sheet } from "./sheets";

const written = (one: PlanCell | null | undefined): string => (typeof one?.value === "string" || typeof one?.value === "number" ? String(one.value) : "");
const linesOf = (plan: SheetPlan): string[][] => plan.rows.map((row) => row.map(written));
const textOf = (plan: SheetPlan): string => linesOf(plan).flat().join("\n");
const built = (id: string, given: ReportContext): SheetPlan[] => REPORTS.find((one) => one.id === id)?.build(given) ?? [];
const only = (id: string, given: ReportContext): SheetPlan => built(id, given)[0] as SheetPlan;

describe("学校自评表", () => {
  const plan = only("self-assessment", fullContext());

  test("names what a relief lets count beside the school's own (R22), never by an id", () => {
    const head = [...MIXED_HEAD, "城乡类型", "校内地下、楼顶及政府租借的校外运动场地面积（㎡）", "交流轮岗、兼职、走教体育艺术教师数"];
    const text = textOf(only("self-assessment", contextOf([sheet("全县", [head, ...COUNTY.map((row, i): Cell[] => [...row, i === 0 ? "城区" : "乡村", 300, 1])])], { reliefSportArea: true, reliefSportArtTeachers: true })));
    expect(text).toContain("校内地下、楼顶及政府租借的校外运动场地面积300㎡");
    expect(text).not.toMatch(/[a-z]{4,}[A-Z]/);
  });
  const pageOf = (name: string): string[][] => {
    const lines = linesOf(plan);
    const start = lines.findIndex((line) => line[0]?.startsWith(`${name}（`));
    return lines.slice(start, start + 16);
  };

  test("has one printed page a school, those out of scope too, after a page that says what it rests on", () => {
    const titles = linesOf(plan).flatMap((line, row) => (line[0]?.startsWith("义务教育优质均衡发展学校自评表") ? [row] : []));
    expect(titles).toHaveLength(6);
    expect(plan.pageBreaks).toEqual(titles);
  });

  test("asks the seven indicators and the five items of a school, with the law's own lines and the school's figures", () => {
    const page = pageOf("甲小学");
    expect(page.filter((line) => line[0] === "A1资源配置")).toHaveLength(7);
    expect(page.filter((line) => line[0] === "A2政府保障程度")).toHaveLength(5);
    expect(page[2]).toEqual(["A1资源配置", "1.每百名学生拥有高于规定学历教师数：小学、初中分别达到4.2人以上、5.3人以上。", "学校拥有高于规定学历教师数20人。每百名学生拥有高于规定学历教师数：小学5.00人。", "达标"]);
    expect(page[7]?.[2]).toBe("学校拥有教学仪器设备资产值90万元。生均教学仪器设备值：小学2250.00元。");
  });

  test("a school of two stages has both, the worse word stands beside them", () => {
    const page = pageOf("丙学校");
    expect(page[2]?.[2]).toContain("学校拥有：小学高于规定学历教师数60人；初中高于规定学历教师数90人。");
    expect(page[5]).toEqual(["A1资源配置", expect.any(String), "学校拥有教学及辅助用房面积12100㎡、室内体育用房面积100㎡。生均教学及辅助用房面积：小学4.21㎡（达到85%）；初中4.63㎡（不达标）。", "不达标"]);
    expect(page.flat().join("")).toContain("资源配置综合评估：小学达标（达标6项；达到85%：教学及辅助用房）；初中不达标");
  });

  test("what is missing is 缺, with what to do, and 数据不足", () => {
    const line = pageOf("戊中学")[7];
    expect(line?.[2]).toContain("教学仪器设备资产值缺");
    expect(line?.[2]).toContain("请补填");
    expect(line?.[3]).toBe("数据不足");
  });

  test("switches stand beside the school's name, whole in a row as high as they need, and widen no page", () => {
    const [rule] = ITEM_BOOK.switches;
    const on = only("self-assessment", fullContext({}, COUNTY, { judgement: { ...fullContext().judgement, switches: { [rule?.id ?? ""]: true } } }));
    const at = on.rows.findIndex((row) => typeof row[0]?.value === "string" && row[0].value.startsWith("甲小学（"));
    expect(on.rows[at]?.[0]?.value).toContain("按口径：");
    expect(on.rows[at - 1]?.[0]?.value).toBe("义务教育优质均衡发展学校自评表");
    expect(on.rowHeights?.[at]).toBeGreaterThan(plan.rowHeights?.[at] ?? 0);
  });

  test("a school out of scope is told why and is 不适用, never 达标", () => {
    const page = pageOf("沟里教学点");
    expect(page[2]?.slice(2)).toEqual(["教学点在校生 12 人（全县!C7），不足 50 人，不参评", "不适用"]);
    expect(page.slice(2, 9).map((line) => line[3])).toEqual(Array.from({ length: 7 }, () => "不适用"));
  });

  test("a school with one row a stage has one page", () => {
    const head = ["学校名称", "学段", "在校生数", "网络多媒体教室数"];
    const given = contextOf([sheet("全县", [head, ["育才学校（小学部）", "小学", 400, 10], ["育才学校（初中部）", "初中", 300, 8], ["甲小学", "小学", 300, 8]])]);
    const lines = linesOf(only("self-assessment", given));
    expect(lines.filter((line) => line[0]?.includes("建校于")).map((line) => line[0]?.split("（")[0])).toEqual(["育才学校", "甲小学"]);
    expect(lines.flat().join("")).toContain("小学2.50间（达标）；初中2.67间（达标）");
  });
});

describe("全部指标判定表", () => {
  test("with a county form it gives 县域结论 and its reasons, every part and every item (R3)", () => {
    const given = fullContext();
    const plan = only("items", given);
    const lines = linesOf(plan);
    expect(lines.find((line) => line[2] === "县域结论")?.[4]).toBe(VERDICT_TERMS[given.items.verdict]);
    for (const { item, verdict } of given.items.findings) expect(lines.find((line) => line[1] === item.id)?.[4]).toBe(VERDICT_TERMS[verdict]);
    expect(new Set(lines.map((line) => line[0]))).toEqual(new Set([...new Set(lines.map((line) => line[0])), "资源配置", "政府保障程度", "教育质量", "社会认可度", "一票否决", "申报条件"]));
    for (const { text } of given.items.reasons) expect(textOf(plan).replace(/\n\u3000/g, "")).toContain(text);
  });

  test("without one it gives 资源配置结论 only and names the parts not judged yet (R3)", () => {
    const text = textOf(only("items", context()));
    expect(text).toContain("资源配置结论");
    expect(text).not.toMatch(/(^|\n)县域结论/);
    expect(text).toContain("政府保障程度、教育质量、社会认可度、一票否决、申报条件尚未判定，不给出县域结论");
  });

  test("an item that fails names its clause; one without data says what is missing and where to enter it", () => {
    const lines = linesOf(only("items", fullContext({ "county.rotated": 50, "county.teachersTrained": null })));
    const row = (id: string): string[] => lines.find((line) => line[1] === id) ?? [];
    expect(row("B11")[4]).toBe("不达标");
    expect(row("B11")[6]).toContain("教督〔2017〕6号");
    expect(row("B9")[4]).toBe("数据不足");
    expect(row("B9")[7]).toMatch(/完成360学时培训.*县级填报表/);
  });

  test("the schools that keep an item from being met stand on a second sheet", () => {
    const second = built("items", fullContext())[1] as SheetPlan;
    expect(linesOf(second).some((line) => line[0] === "B4" && line[2] === "丙学校" && line[3] === "不达标")).toBe(true);
    expect(linesOf(second).some((line) => line[3] === "达标")).toBe(false);
  });

  test("what is the same for many schools, such as a missing column, is said once; what each has of its own stands school by school", () => {
    const many = Array.from({ length: 40 }, (_, i) => [`第${String(i)}小学`, ...(COUNTY[0] ?? []).slice(1)]);
    const lines = linesOf(built("items", contextOf([sheet("全县", [MIXED_HEAD, ...many, ...COUNTY.slice(2, 3)]), countyForm()]))[1] as SheetPlan);
    expect(lines.filter((line) => line[0] === "C4").map((line) => line[2])).toEqual(["全部 41 所学校"]);
    expect(lines.filter((line) => line[0] === "B4").map((line) => line[2])).toEqual(["丙学校"]);
  });

  test("a county with hundreds of gaps names a few and says where the rest stands", () => {
    const many = Array.from({ length: 40 }, (_, i) => [`第${String(i)}小学`, ...(COUNTY[0] ?? []).slice(1)]);
    const row = linesOf(only("items", contextOf([sheet("全县", [MIXED_HEAD, ...many]), countyForm()]))).find((line) => line[1] === "B5") ?? [];
    expect(row[7]).toContain("等 40 处，见指标项逐校情况");
    expect(row[7]?.length).toBeLessThan(400);
  });
});

describe("本地目标对照表", () => {
  const plan = findPlan("ordos-2024");
  const given = fullContext();
  const chosen = (year: number): ReportContext => {
    if (plan === undefined) throw new Error("no plan");
    const choice = { plan: plan.id, county: plan.counties[0] ?? "", year };
    return { ...given, countyName: choice.county, year, local: judgeLocal(plan, choice, { judgement: given.judgement, items: given.items, county: given.county, standard: DEFAULT_STANDARD }) };
  };

  test("gives the national word first, then the local rows by kind (R5, R26)", () => {
    const lines = linesOf(only("local-targets", chosen(2026)));
    const national = lines.findIndex((line) => line[2]?.startsWith("国家标准县域结论"));
    const kinds = ["指标", "目标", "项目", "任务"].map((kind) => lines.findIndex((line) => line[2]?.startsWith(`${kind}（`)));
    expect(national).toBeGreaterThan(0);
    expect(kinds).toEqual([...kinds].sort((a, b) => a - b));
    expect(kinds[0]).toBeGreaterThan(national);
    expect(lines[national]?.[6]).toBe(VERDICT_TERMS[given.items.verdict]);
  });

  test("lists projects and tasks without a word of judgement, and marks a city's target as reference", () => {
    const context = chosen(2026);
    const lines = linesOf(only("local-targets", context));
    for (const { row, verdict, reference } of context.local ?? []) {
      const word = lines.find((line) => line[0] === row.id)?.[6] ?? "";
      if (verdict === null) expect(word).toBe("列出");
      else expect(word).toBe(VERDICT_TERMS[verdict] + (reference ? "（供参考）" : ""));
    }
  });

  test("names the plan's document", () => {
    expect(textOf(only("local-targets", chosen(2026)))).toContain(`《${plan?.document.title ?? ""}》`);
  });

  test("without a chosen region it says what to do", () => {
    expect(textOf(only("local-targets", given))).toContain("请在设置中选择地区和年度");
  });

  test("a second standard is judged beside the national one on a sheet of its own, and every report says that it changes nothing (R5)", () => {
    const own = { ...DEFAULT_STANDARD, id: "own", term: "本县标准", variationRule: { ...DEFAULT_STANDARD.variationRule, limits: { primary: 0.1, junior: 0.1 } } };
    const both = { ...given, second: { standard: own, judgement: judge(given.reading.schools, own, {}) } };
    const [, second] = built("local-targets", both);
    const lines = linesOf(second as SheetPlan).filter((line) => line[1] === "资源配置结论");
    expect(lines.map((line) => line[0])).toEqual(["按国家标准", "按本县标准"]);
    expect(textOf(only("declaration", both))).toContain("另行对照：本县标准");
    expect(textOf(only("declaration", both))).toContain("不改变按国家标准的结论");
  });
});

describe("名单核对 (R17)", () => {
  test("schools that differ from 表Ⅰ are told on every report", () => {
    expect(textOf(only("verdicts", fullContext()))).toMatch(/名单与县级填报表不一致：小学校数：表Ⅰ为 20/);
  });

  test("schools that agree with 表Ⅰ are checked", () => {
    const agreeing = {
      "county.primarySchools": 2, "county.nineYearSchools": 1, "county.juniorSchools": 2, "county.completeSchools": 0, "county.twelveYearSchools": 0, "county.specialSchools": 0,
      "county.teachingPoints": 1, "county.teachingPointsOver": 0, "county.primaryStudents": 1912, "county.juniorStudents": 2300, "county.primaryClasses": null, "county.juniorClasses": null,
      "county.primaryTeachers": null, "county.juniorTeachers": null,
    };
    expect(textOf(only("verdicts", fullContext(agreeing)))).toContain("名单已核对（与县级填报表一致）");
  });
});

describe("every report prints whole", () => {
  test.each([["a small county", fullContext()], ["no school", contextOf([countyForm()])]])("%s: a row is never higher than Excel draws, a long text never in a row of one line", (_title, given) => {
    for (const plan of REPORTS.flatMap((report) => report.build(given))) {
      const heights = Object.values(plan.rowHeights ?? {});
      for (const height of heights) expect(height).toBeLessThanOrEqual(409);
      plan.rows.forEach((row, i) => {
        if (row.some((one) => one?.style === "inputWrap" || one?.style === "input")) return;
        row.forEach((one, j) => {
          if (one === null || !["text", "wrap"].includes(one.style) || plan.merges.some((area) => i >= area.row && i < area.row + area.rows && area.columns > 1)) return;
          if (written(one).length > 2 * (plan.columnWidths[j] ?? 0)) expect(plan.rowHeights?.[i] ?? 0).toBeGreaterThan(30);
        });
      });
    }
  });

  test("no report says 未达标 (R1)", () => {
    for (const plan of REPORTS.flatMap((report) => report.build(fullContext()))) expect([plan.name, textOf(plan).includes("未达标")]).toEqual([plan.name, false]);
  });
});
