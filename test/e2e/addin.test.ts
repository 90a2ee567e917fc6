import type { Browser, BrowserContext, Frame, Page } from "playwright-core";
import type { ExcelWindow } from "../excel-host/page";
import { excelHostFile, HOST_PAGE } from "../excel-host/serve";
import { collectErrors, connectBrowser, serveDist, type Requests } from "./site";

declare const excel: ExcelWindow;

/** A bureau's sheet: title, unit line, two rows of headings, a subtotal, a note below. 第三小学 fails one indicator, 第二小学 is at 85 % once. */
const SHEET = [
  ["某县2025年小学资源配置情况表", "", "", "", "", "", "", "", "", "", ""],
  ["单位：人、㎡、万元、间", "", "", "", "", "", "", "", "", "", ""],
  ["序号", "学校名称", "在校学生总数", "专任教师", "", "", "校舍", "", "运动场地面积", "教学仪器设备资产值（万元）", "网络多媒体教室"],
  ["", "", "", "专科及以上", "县级以上骨干", "体育艺术", "教学及辅助用房", "其中：室内体育用房", "", "", ""],
  [1, "第一小学", 1000, 50, 12, 10, 5200, 300, 7600, 230, 25],
  [2, "第二小学", 800, 40, 10, 8, 3900, 200, 6200, 180, 17],
  [3, "第三小学", 600, 12, 8, 6, 3200, 200, 4700, 140, 15],
  ["", "合计", 2400, 102, 30, 24, 12300, 700, 18500, 550, 57],
  ["注：数据来自教育事业统计。", "", "", "", "", "", "", "", "", "", ""],
];

describe.each(["1.14", "1.17"])("the built add-in under the real office.js at ExcelApi %s", (level) => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let pane: Frame;
  let requests: Requests;
  let errors: string[];
  const sheets = () => page.evaluate(() => excel.host.workbook.sheets.map((sheet) => sheet.name));
  const rules = () => page.evaluate(() => excel.host.workbook.sheet("小学").conditional.length);
  const text = (pattern: RegExp) => pane.getByText(pattern).first().waitFor();

  beforeAll(async () => {
    browser = await connectBrowser();
    context = await browser.newContext({ viewport: { width: 350, height: 800 }, locale: "zh-CN" });
    requests = await serveDist(context, (url) => excelHostFile(url.href));
    page = await context.newPage();
    errors = collectErrors(page);
    await page.goto(`https://localhost${HOST_PAGE}?addin=/taskpane.html&level=${level}&name=${encodeURIComponent("某县.xlsx")}`);
    await page.waitForFunction("window.excel");
    await page.evaluate((rows) => {
      const sheet = excel.host.workbook.sheets[0];
      if (!sheet) throw new Error("no sheet");
      sheet.name = "小学";
      sheet.load(0, 0, rows);
    }, SHEET);
    const frame = await (await page.waitForSelector("iframe")).contentFrame();
    if (!frame) throw new Error("no frame");
    pane = frame;
    await pane.getByRole("button", { name: "检查本工作簿" }).waitFor();
  }, 120_000);
  afterAll(async () => { await browser.close(); });

  test("answers formulas before anybody has opened a tab", async () => {
    const answer = await page.evaluate(async () => {
      await excel.host.functions.whenReady();
      return excel.host.functions.call("YJJH.CV", [[[6.2], [3.7], [10.51]], [[45], [37], [89]]]);
    });
    // By hand: mean 1351.29 ÷ 171, S² 8.123, S 2.850.
    expect(answer).toBeCloseTo(0.36066, 5);
  });

  test("finds the schools, judges them, and says what is not judged yet", async () => {
    await pane.getByRole("button", { name: "检查本工作簿" }).click();
    await text(/在 1 张工作表里找到 3 所学校，3 个学段（小学 3/);
    await pane.getByRole("tab", { name: /结果/ }).click();
    await text(/资源配置结论/);
    expect(await pane.getByRole("region", { name: "资源配置结论" }).innerText()).toMatch(/不达标/);
    await text(/尚未判定/);
  });

  test("highlights the bureau's own cells with plain formulas and takes exactly that away", async () => {
    await pane.getByRole("button", { name: "标注工作表" }).click();
    await text(/已标注 1 张工作表/);
    expect(await rules()).toBeGreaterThan(3);
    expect(await sheets()).toContain("义教均衡-标注说明");
    await pane.getByRole("button", { name: "取消标注" }).last().click();
    await text(/已取消标注/);
    expect(await rules()).toBe(0);
    expect(await sheets()).not.toContain("义教均衡-标注说明");
  });

  test("writes a report into a sheet of its own and takes it back", async () => {
    await pane.getByRole("tab", { name: "报表" }).click();
    await pane.getByRole("button", { name: /七项指标报告/ }).first().click();
    await text(/已写入七项指标报告/);
    expect((await sheets()).some((name) => name.includes("七项指标"))).toBe(true);
    await pane.getByRole("button", { name: /撤销/ }).first().click();
    await text(/已撤销/);
    expect((await sheets()).filter((name) => name.startsWith("义教均衡"))).toEqual([]);
  });

  test("judges again when somebody changes a figure", async () => {
    await pane.getByRole("tab", { name: /结果/ }).click();
    await text(/小学 1 所不达标/);
    await page.evaluate(() => { excel.host.workbook.sheet("小学").range({ row: 6, column: 3, rows: 1, columns: 1 }).values = [[30]]; });
    await text(/数据已改动，结果已更新/);
    await pane.getByText(/小学 1 所不达标/).waitFor({ state: "detached" });
  });

  test("runs the ribbon's buttons on the same work", async () => {
    await page.evaluate(() => excel.press("highlight"));
    await text(/已标注 1 张工作表/);
    expect(await rules()).toBeGreaterThan(3);
    await page.evaluate(() => excel.press("removeHighlight"));
    expect(await rules()).toBe(0);
  });

  test("leaves the bureau's cells alone and asks nothing of the network", async () => {
    const now = await page.evaluate(() => excel.host.workbook.sheet("小学").cells.get(4, 2).value);
    expect(now).toBe(1000);
    expect(requests.outside).toEqual([]);
    expect(errors).toEqual([]);
  });
});
