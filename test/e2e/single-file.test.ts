import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { collectErrors, connectBrowser } from "./site";

const FILE = path.resolve(import.meta.dirname, "../../dist/义教均衡.html");

describe("the page as one file, opened from a disk", () => {
  let browser: Browser;
  let page: Page;
  let errors: string[];
  const requests: string[] = [];

  beforeAll(async () => {
    if (!existsSync(FILE)) throw new Error("dist/义教均衡.html 不存在：请先运行 npm run build。");
    browser = await connectBrowser();
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "zh-CN" });
    page = await context.newPage();
    errors = collectErrors(page);
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(FILE).href);
    await page.locator("#pane").getByRole("button", { name: "检查本工作簿" }).waitFor({ timeout: 90_000 });
  }, 120_000);
  afterAll(() => browser.close());

  test("judges the sample county", async () => {
    await page.locator("#pane").getByRole("button", { name: "检查本工作簿" }).click();
    await page.locator("#pane").getByText(/找到 \d+ 所学校/).first().waitFor();
    await page.locator("#pane").getByRole("tab", { name: /结果/ }).click();
    await page.locator("#pane").getByText(/资源配置结论/).first().waitFor();
  });

  test("saves", async () => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "保存" }).click()]);
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  });

  test("needs no other file and no network, and is held to that by its policy", () => {
    expect(requests.filter((url) => !/^(blob|data):/.test(url))).toEqual([pathToFileURL(FILE).href]);
    const html = readFileSync(FILE, "utf8");
    expect(html).toMatch(/Content-Security-Policy" content="default-src 'none'; script-src 'sha256-[^']+';[^"]*connect-src 'none'/);
    expect(errors).toEqual([]);
  });
});
