import { strFromU8, unzipSync } from "fflate";
import { JSDOM } from "jsdom";
import { judge } from "../../src/engine";
import { DEFAULT_STANDARD, findPlan } from "../../src/standards";
import { fingerprint, pictures, type ReportContext } from "../../src/workbook";
import { selfEvaluation, type WordImage } from "../../src/word";
import { answeredForm, school, schoolBlock, SCHOOLS, template } from "../workbook/templates/filled-county";
import { filled } from "../workbook/templates/fill";
import { contextOf } from "./county";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/** The smallest picture there is. */
const DOT = Uint8Array.from(Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==", "base64"));
const drawn = (context: ReportContext): WordImage[] => pictures(context).map((picture) => ({ picture, png: DOT, width: 640, height: 320 }));

/** The file opened again: its parts, its text, its headings, its tables. */
async function opened(context: ReportContext, images: readonly WordImage[] = []) {
  const parts = unzipSync(await selfEvaluation(context, images));
  const part = (name: string) => new JSDOM(strFromU8(parts[name] ?? new Uint8Array()), { contentType: "text/xml" }).window.document;
  const xml = part("word/document.xml");
  const all = (name: string, inside: Document | Element = xml) => [...inside.getElementsByTagNameNS(W, name)];
  const textOf = (element: Document | Element) => all("t", element).map((one) => one.textContent).join("");
  const style = (paragraph: Element) => all("pStyle", paragraph)[0]?.getAttributeNS(W, "val") ?? "";
  const headings = all("p").filter((one) => /^Heading\d$/.test(style(one))).map((one) => `${style(one).slice(-1)} ${textOf(one)}`);
  return { parts, xml, all, textOf, headings, text: textOf(xml), tables: all("tbl"), captions: all("p").filter((one) => style(one) === "caption").map(textOf) };
}

const good = contextOf([schoolBlock, answeredForm()]);
const goodFile = opened(good);
/** One school short of rooms and teachers, one with a blank, a veto. */
const poor = contextOf([
  filled(template("schools"), [
    school("示范县第一小学", "小学", ["小学"], { "县级以上骨干教师数（人）›小学": 1, "网络多媒体教室数（间）": 2, "音乐专用教室数（间）": 0, "面积达标的音乐专用教室数（间）": 0 }),
    school("示范县第二小学", "小学", ["小学"], { "运动场地面积（㎡）": null }), ...SCHOOLS.slice(1),
  ]),
  answeredForm({ "county.vetoExams": "是", "county.disabledEnrolled": null }),
]);
const poorFile = opened(poor);

describe("自评报告", () => {
  test("has the sections bureaus use, in their order", async () => {
    const { headings } = await goodFile;
    expect(headings.filter((text) => text.startsWith("1 "))).toEqual(["1 基本情况", "1 主要指标达成情况", "1 主要做法", "1 存在问题", "1 下一步工作", "1 编制说明"]);
    expect(headings.slice(2, 8)).toEqual(["2 资源配置", "2 校际差异系数", "2 政府保障程度", "2 教育质量", "2 社会认可度", "2 一票否决事项和申报条件"]);
  });

  test("numbers its headings, pages and tables by itself, and repeats headings of tables on every page", async () => {
    const { all, tables, captions, parts } = await goodFile;
    const numbered = all("p").filter((one) => all("numPr", one).length > 0);
    expect(numbered.length).toBeGreaterThan(15);
    expect(strFromU8(parts["word/numbering.xml"] ?? new Uint8Array())).toMatch(/chineseCountingThousand/);
    expect(tables.every((table) => all("tblHeader", table).length > 0)).toBe(true);
    expect(captions.filter((text) => /^表\d+/.test(text)).map((text) => Number(/^表(\d+)/.exec(text)?.[1]))).toEqual(captions.filter((text) => /^表\d+/.test(text)).map((_, i) => i + 1));
    expect(Object.keys(parts).filter((name) => /footer/.test(name)).map((name) => strFromU8(parts[name] ?? new Uint8Array())).join()).toMatch(/PAGE/);
  });

  test("ends with 表Ⅱ-2 and 表Ⅲ of the declaration form on pages laid on their side", async () => {
    const { all, captions } = await goodFile;
    expect(captions.slice(-2)).toEqual([expect.stringContaining("表Ⅱ-2"), expect.stringContaining("表Ⅲ")]);
    const orientations = all("sectPr").map((section) => all("pgSz", section)[0]?.getAttributeNS(W, "orient"));
    expect(orientations).toEqual(["portrait", "portrait", "landscape"]);
  });

  test("holds the county's own numbers: form, schools, verdicts, items", async () => {
    const { text } = await goodFile;
    for (const part of ["示范县", "人口总数 28.50 万人", "4 所学校，5 个学段（小学 2、初中 3）", "县域结论为“达标”", "资源配置结论（7项指标与差异系数）为“达标”", "社会认可度91.5%", "入学率为98.3%", "示范县实验学校"]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain("依据：");
  });

  test("every item of the standard stands in a table with its conclusion and verdict", async () => {
    const { tables, textOf } = await goodFile;
    const texts = tables.map(textOf);
    for (const { item, conclusion } of good.items.findings) expect(texts.some((text) => text.includes(item.term) && text.includes(conclusion))).toBe(true);
  });

  test("names what falls short with real numbers, and what is missing, without inventing any (R2, R3, R9)", async () => {
    const { text, headings } = await poorFile;
    for (const part of ["县域结论为“不达标”", "示范县第一小学", "骨干教师 0.25／1（不达标）", "示范县第二小学", "运动场馆", "数据不足", "暂算", "以考试方式招生"]) expect(text).toContain(part);
    expect(headings).toEqual(expect.arrayContaining(["2 部分学校资源配置有缺口", "2 部分评估项目不达标", "2 部分数据不全"]));
    expect(text).not.toMatch(/NaN|undefined|null|Infinity|\[object/);
  });

  test("a gap is the same number as in 缺口测算表, once in the problem and once in the target", async () => {
    const { text } = await poorFile;
    expect(text).toContain("每百名学生拥有县级以上骨干教师数：小学 1 个学段未达到要求，共需补充 3 人，缺口的有示范县第一小学 3 人");
    expect(text).toContain("1 所学校共补充 3 人");
  });

  test("says nothing of measures: places for people are marked 【请填写】 and highlighted", async () => {
    const { all, textOf } = await goodFile;
    const marked = all("r").filter((run) => all("highlight", run).length > 0).map(textOf);
    expect(marked.filter((text) => text.startsWith("【请填写：")).length).toBeGreaterThanOrEqual(8);
    expect(marked.every((text) => text.startsWith("【"))).toBe(true);
  });

  test("without a county form there is no 县域结论 (R3); what the form would say is asked for", async () => {
    const { text } = await opened(contextOf([schoolBlock]));
    expect(text).toContain("不作县域结论");
    expect(text).not.toContain("县域结论为");
    expect(text).toContain("没有读到县级填报表");
  });

  test("a county with nothing at all still makes a file that says so", async () => {
    const { text } = await opened(contextOf([], { countyName: null }));
    expect(text).toContain("【请填写：县（市、区、旗）名称】");
    expect(text).toContain("数据不足");
    expect(text).not.toContain("为“达标”");
  });

  test("figures left blank in the county form are named, not taken for 0 (R7)", async () => {
    const { text } = await opened(contextOf([schoolBlock, answeredForm({ "county.population": null, "county.primaryStaff": null })]));
    expect(text).toContain("县级填报表中尚未填写：人口总数、小学教职工数");
    expect(text).not.toContain("人口总数 0");
  });

  test("odd names come through as they are written", async () => {
    const { text } = await opened(contextOf([filled(template("schools"), [school("<甲>&“乙”'小学", "小学", ["小学"], { "网络多媒体教室数（间）": 1 })])]));
    expect(text).toContain("<甲>&“乙”'小学");
  });

  test("carries date, standard, switches, counts, names left out and the fingerprint (R5, R17, R27)", async () => {
    const context = contextOf([schoolBlock, answeredForm()], { switches: { roomsTogether: true } });
    const { text } = await opened(context);
    for (const part of ["生成日期：2026-11-22", "教督〔2017〕6号", fingerprint(context), "按口径：音乐、美术专用教室合并计数"]) expect(text).toContain(part);
    expect(text).toMatch(/名单(未核对|与县级填报表不一致)/);
    expect(text).not.toContain("roomsTogether");
    expect((await goodFile).text).toContain("口径：默认");
  });

  test("local targets and a second standard stand beside the national verdict and do not change it (R5, R26)", async () => {
    const plan = findPlan("ordos-2024");
    const context = contextOf([schoolBlock, answeredForm()], { local: ["ordos-2024", plan?.counties[0] ?? "", 2026] });
    const second = { ...DEFAULT_STANDARD, term: "示范县自定标准" };
    const { text, headings } = await opened({ ...context, second: { standard: second, judgement: judge(context.reading.schools, second, {}) } });
    expect(headings).toContain("2 落实地方目标");
    expect(text).toContain(plan?.document.title);
    expect(text).toContain("地方目标与国家标准分别判定");
    expect(text).toContain("另按示范县自定标准对照，资源配置结论为“达标”，不改变前述结论");
    expect(text).toContain("县域结论为“达标”");
  });

  test("pictures are embedded with a caption and words for those who do not see them; without pictures it is whole as well", async () => {
    const images = drawn(good);
    const { parts, xml, captions } = await opened(good, images);
    expect(images.length).toBeGreaterThan(1);
    expect(Object.keys(parts).filter((name) => name.endsWith(".png")).length).toBeGreaterThan(0);
    const descriptions = [...xml.getElementsByTagName("wp:docPr")].map((one) => one.getAttribute("descr"));
    expect(descriptions).toEqual(expect.arrayContaining(images.map(({ picture }) => picture.alt)));
    expect(captions.filter((text) => text.startsWith("图"))).toHaveLength(images.length);
    expect((await goodFile).captions.filter((text) => text.startsWith("图"))).toEqual([]);
  });
});
