import { readFile } from "node:fs/promises";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import type { Browser, Download, Page } from "playwright-core";
import { openFile, sheetBlocks } from "../../src/xlsx";
import { collectErrors, connectBrowser, serveDist } from "./site";

interface Sheet { readonly row: number; readonly column: number; readonly values: readonly (readonly unknown[])[] }
interface TestHook {
  readonly host: () => { listSheets(): Promise<readonly { readonly name: string }[]>; readSheets(names: readonly string[]): Promise<readonly Sheet[]> };
  readonly api: { getActiveWorkbook(): { getSheetByName(name: string): { getRange(row: number, column: number): { setValue(value: unknown): unknown } } | null } };
}
declare const __yjjh: TestHook;

const LISTS = "义教均衡-问题任务措施责任清单";

async function bytesOf(download: Download): Promise<Uint8Array> {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "yjjh-documents-")), download.suggestedFilename());
  await download.saveAs(file);
  return new Uint8Array(await readFile(file));
}

describe("the documents a bureau hands over, made in the page", () => {
  let browser: Browser;
  let page: Page;
  let errors: string[];
  let bureau: string[] = [];
  const text = (pattern: RegExp | string) => page.locator("#pane").getByText(pattern).first().waitFor({ timeout: 90_000 });
  const button = (name: string | RegExp) => page.locator("#pane").getByRole("button", { name });
  const tab = (name: string | RegExp) => page.locator("#pane").getByRole("tab", { name });
  const sheets = () => page.evaluate(async () => (await __yjjh.host().listSheets()).map(({ name }) => name));
  const read = (name: string) => page.evaluate(async (one) => (await __yjjh.host().readSheets([one]))[0]?.values ?? [], name);
  const write = (sheet: string, row: number, column: number, value: unknown) => page.evaluate(([name, r, c, v]) => {
    __yjjh.api.getActiveWorkbook().getSheetByName(name as string)?.getRange(r as number, c as number).setValue(v);
  }, [sheet, row, column, value]);

  beforeAll(async () => {
    browser = await connectBrowser();
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "zh-CN", acceptDownloads: true });
    await serveDist(context);
    page = await context.newPage();
    errors = collectErrors(page);
    await page.goto("https://localhost/workbench.html");
    await button("检查本工作簿").waitFor({ timeout: 90_000 });
    bureau = await sheets();
    await button("检查本工作簿").click();
    await text(/找到 \d+ 所学校/);
  }, 180_000);
  afterAll(async () => { await browser.close(); });

  test("judges every part of the standard once the county form is there, and says 县域结论 (R3)", async () => {
    expect(bureau).toContain("县级填报表");
    await tab("结果").click();
    await text(/县域结论/);
    for (const part of ["政府保障程度", "教育质量", "社会认可度", "一票否决", "申报条件"]) await page.locator("#pane summary", { hasText: part }).first().waitFor({ timeout: 30_000 });
    await page.locator("#pane summary", { hasText: "政府保障程度" }).click();
    await button(/^B5 .*查看依据/).click();
    await text(/教督〔2017〕6号/);
    await button("返回结果").click();
  });

  test("makes all reports at one click, each in sheets of its own beside the bureau's", async () => {
    await tab("报表").click();
    await button(/^全部生成/).click();
    await text(/已写入 \d+ 种报表/);
    const all = await sheets();
    expect(all.filter((name) => bureau.includes(name))).toEqual(bureau);
    for (const table of ["Ⅰ", "Ⅱ-1", "Ⅱ-2", "Ⅲ", "Ⅳ", "Ⅴ", "Ⅵ"]) expect(all).toContain(`义教均衡-申报表${table}`);
    expect(all.filter((name) => name.startsWith("义教均衡-")).length).toBeGreaterThan(15);
  });

  test("keeps what a person typed into a list when the list is made again", async () => {
    const before = await read(LISTS);
    const header = before.findIndex((row) => row.includes("措施"));
    const column = before[header]?.indexOf("责任人") ?? -1;
    expect(column).toBeGreaterThan(0);
    await write(LISTS, header + 1, column, "张三");
    await button(/^写入工作簿：问题/).click();
    await text(/已写入问题/);
    const after = await read(LISTS);
    expect(after.flat().filter((cell) => cell === "张三")).toHaveLength(1);
  });

  test("replaces all reports but the one somebody filled in by hand, and that one when they say so", async () => {
    const filled = "义教均衡-申报表Ⅰ";
    await write(filled, 2, 1, "手填");
    await button(/^全部生成/).click();
    await text(`工作表“${filled}”写入后有人改过，没有替换`);
    expect((await read(filled)).flat()).toContain("手填");
    await button("不要这些改动，替换").click();
    await text(/已写入申报表/);
    expect((await read(filled)).flat()).not.toContain("手填");
  });

  test("saves 自评报告 as a Word file with the county's tables and pictures in it", async () => {
    const [download] = await Promise.all([page.waitForEvent("download", { timeout: 90_000 }), button(/自评报告（Word）/).click()]);
    expect(download.suggestedFilename()).toMatch(/自评报告\.docx$/);
    const parts = unzipSync(await bytesOf(download));
    const document = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
    for (const heading of ["基本情况", "主要指标达成情况", "主要做法", "存在问题", "下一步"]) expect(document).toContain(heading);
    expect(document.match(/<w:tbl>/g)?.length).toBeGreaterThan(5);
    expect(Object.keys(parts).filter((name) => /^word\/media\/.*\.png$/.test(name)).length).toBeGreaterThanOrEqual(3);
  });

  test("marks reports as 与定稿不一致 once a figure behind them changes, on their sheets too (R27)", async () => {
    await write("小学", 5, 4, 2139);
    await text(/数据已改动，结果已更新/);
    await text(/与定稿不一致/);
    await page.waitForFunction(async () => (await __yjjh.host().readSheets(["义教均衡-申报表Ⅱ-2"]))[0]?.values.flat().some((cell) => typeof cell === "string" && cell.includes("与定稿不一致")), undefined, { timeout: 30_000 });
    await write("小学", 5, 4, 2140);
    await page.waitForFunction(async () => (await __yjjh.host().readSheets(["义教均衡-申报表Ⅱ-2"]))[0]?.values.flat().every((cell) => typeof cell !== "string" || !cell.includes("与定稿不一致")), undefined, { timeout: 30_000 });
  });

  test("inserts a template beside a sheet of the same name, never over it", async () => {
    const before = await sheets();
    await button("插入模板：县级填报表").click();
    await text(/已插入工作表“县级填报表 2”/);
    expect((await sheets()).filter((name) => !before.includes(name))).toEqual(["县级填报表 2"]);
    await button(/^撤销 县级填报表/).click();
    await text(/已撤销/);
    expect(await sheets()).toEqual(before);
  });

  test("saves everything into one .xlsx that opens again", async () => {
    const all = await sheets();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "保存" }).click()]);
    const { model } = await openFile(await bytesOf(download), "saved.xlsx");
    expect(model.sheets.map(({ name }) => name).filter((name) => name !== "_YJJH")).toEqual(all.filter((name) => name !== "_YJJH"));
    const form = sheetBlocks(model).find(({ sheet }) => sheet === "义教均衡-申报表Ⅲ");
    expect(form?.values.flat()).toContain("差异系数");
  });

  test("has no errors on the way", () => { expect(errors).toEqual([]); });
});
