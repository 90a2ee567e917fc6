import { mkdtempSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { write } from "@e965/xlsx";
import type { Browser, Download, Page } from "playwright-core";
import { sheetBlocks, openFile } from "../../src/xlsx";
import { SAMPLES } from "../samples/samples";
import { collectErrors, connectBrowser, serveDist, type Requests } from "./site";

interface TestHook {
  readonly host: () => {
    listSheets(): Promise<readonly { readonly name: string }[]>;
    readSheets(names: readonly string[]): Promise<readonly { readonly values: readonly (readonly unknown[])[]; readonly row: number; readonly column: number }[]>;
    highlighted(): Promise<readonly string[]>;
    select(sheet: string, area: object): Promise<void>;
  };
  readonly api: { getActiveWorkbook(): { getActiveSheet(): { getRange(a1: string): { setValue(value: unknown): unknown; setFormula(formula: string): unknown; getValue(): unknown } } } };
}
declare const __yjjh: TestHook;

const sample = SAMPLES[0];

async function savedCopy(download: Download): Promise<string> {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "yjjh-saved-")), "saved.xlsx");
  await download.saveAs(file);
  return file;
}

describe("the page without Excel", () => {
  let browser: Browser;
  let page: Page;
  let requests: Requests;
  let errors: string[];
  /** The bureau's own sheets. */
  let bureau: string[] = [];
  const text = (pattern: RegExp | string) => page.locator("#pane").getByText(pattern).first().waitFor();
  const button = (name: string | RegExp) => page.locator("#pane").getByRole("button", { name });
  const tab = (name: string | RegExp) => page.locator("#pane").getByRole("tab", { name });
  const sheets = () => page.evaluate(async () => (await __yjjh.host().listSheets()).map(({ name }) => name));
  const cell = (a1: string) => page.evaluate((at) => __yjjh.api.getActiveWorkbook().getActiveSheet().getRange(at).getValue(), a1);

  beforeAll(async () => {
    browser = await connectBrowser();
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "zh-CN", acceptDownloads: true });
    requests = await serveDist(context);
    page = await context.newPage();
    errors = collectErrors(page);
    await page.goto("https://localhost/workbench.html");
    await button("检查本工作簿").waitFor({ timeout: 90_000 });
  }, 120_000);
  afterAll(async () => { await browser.close(); });

  test("opens with the sample county and judges it at one click", async () => {
    bureau = await sheets();
    await button("检查本工作簿").click();
    await text(/在 3 张工作表里找到 \d+ 所学校，\d+ 个学段/);
    await tab(/结果/).click();
    await text(/资源配置结论/);
    await text(/校际差异系数/);
  });

  test("explains a school's figures with the cells they came from", async () => {
    await page.locator("#pane").getByRole("searchbox").fill("示范县第二小学");
    await button(/示范县第二小学/).first().click();
    await text(/小学!/);
    // One indicator opened: its steps, with cells, and the clause.
    await page.locator("#pane article").getByText("教学及辅助用房").first().click();
    await text(/教督〔2017〕6号/);
    await button(/返回学校列表/).click();
  });

  test("highlights, and takes the highlighting away", async () => {
    await button("标注工作表").click();
    await text(/已标注 3 张工作表/);
    expect(await page.evaluate(() => __yjjh.host().highlighted())).toEqual(["小学", "中学", "一贯制学校"]);
    await button("取消标注").last().click();
    await text(/已取消标注/);
    expect(await page.evaluate(() => __yjjh.host().highlighted())).toEqual([]);
  });

  test("calculates YJJH formulas in the grid, again when a figure changes", async () => {
    await page.evaluate(async () => {
      await __yjjh.host().select("小学", { row: 60, column: 4, rows: 1, columns: 1 });
      __yjjh.api.getActiveWorkbook().getActiveSheet().getRange("E61").setFormula("=YJJH.THRESHOLD(4,\"小学\")");
      __yjjh.api.getActiveWorkbook().getActiveSheet().getRange("F61").setFormula("=YJJH.CV(H6:H8,E6:E8)");
    });
    await page.waitForFunction(() => __yjjh.api.getActiveWorkbook().getActiveSheet().getRange("E61").getValue() === 4.5);
    await page.waitForFunction(() => typeof __yjjh.api.getActiveWorkbook().getActiveSheet().getRange("F61").getValue() === "number");
    const before = await cell("F61");
    await page.evaluate(() => { __yjjh.api.getActiveWorkbook().getActiveSheet().getRange("H6").setValue(300); });
    await page.waitForFunction((old) => __yjjh.api.getActiveWorkbook().getActiveSheet().getRange("F61").getValue() !== old, before);
    await text("数据已改动，结果已更新");
  });

  test("writes reports beside the bureau's sheets and takes one back", async () => {
    const own = await sheets();
    await tab("报表").click();
    for (const term of ["判定结果总表", "七项指标报告"]) {
      await button(`写入工作簿：${term}`).click();
      await text(new RegExp(`已写入${term}`));
    }
    expect((await sheets()).filter((name) => !own.includes(name))).toEqual(["义教均衡-判定结果总表", "义教均衡-七项指标报告"]);
    await button(/^撤销 /).first().click();
    await text(/已撤销/);
    expect(await sheets()).toHaveLength(own.length + 1);
  });

  test("saves an .xlsx that holds the figures, the formulas and the reports", async () => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "保存" }).click()]);
    const opened = await openFile(new Uint8Array(await readFile(await savedCopy(download))), "saved.xlsx");
    const names = opened.model.sheets.map(({ name }) => name);
    expect(names.slice(0, bureau.length)).toEqual(bureau);
    const block = sheetBlocks(opened.model).find(({ sheet }) => sheet === "小学");
    expect(block?.formulas?.flat().filter(Boolean)).toEqual(expect.arrayContaining(['=YJJH.THRESHOLD(4,"小学")']));
  });

  test("opens a bureau's own file and reads it without a word from anybody", async () => {
    if (!sample) throw new Error("no sample");
    page.once("dialog", (dialog) => void dialog.accept());
    await page.setInputFiles("#file", { name: `${sample.name}.xlsx`, mimeType: "application/octet-stream", buffer: Buffer.from(write(sample.build(), { type: "buffer", bookType: "xlsx" }) as Uint8Array) });
    const replace = page.getByRole("dialog").getByRole("button").first();
    await Promise.race([replace.waitFor({ timeout: 15_000 }).then(() => replace.click()), page.locator("#file-name", { hasText: sample.name }).waitFor({ timeout: 15_000 })]).catch(() => undefined);
    await page.locator("#file-name", { hasText: sample.name }).waitFor();
    await button("检查本工作簿").click();
    await text(/找到 \d+ 所学校/);
  });

  test.each([
    ["损坏.xlsx", Buffer.from("PK\u0003\u0004 not really"), /损坏|不完整/],
    ["表.csv", Buffer.from("学校名称,在校生数\n一小,100\n"), /另存为|\.xlsx/],
    ["空.xlsx", Buffer.alloc(0), /空/],
  ])("says what to do with %s and keeps what is open", async (name, buffer, message) => {
    const before = await page.locator("#file-name").innerText();
    await page.setInputFiles("#file", { name, mimeType: "application/octet-stream", buffer });
    await page.locator("#notice-text", { hasText: message }).waitFor();
    expect(await page.locator("#file-name").innerText()).toBe(before);
  });

  test("asks nothing of the network and has no errors", () => {
    expect(requests.outside).toEqual([]);
    expect(errors).toEqual([]);
  });
});
