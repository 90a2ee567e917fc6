import { mkdtempSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Download, Page } from "playwright-core";
import { openFile, sheetBlocks, type WorkbookModel } from "../../src/xlsx";
import { MAX_FILE } from "../../src/xlsx/open-file";
import { claiming } from "../xlsx/bad-files";
import { handWritten } from "../xlsx/package-of";
import { richFile } from "../xlsx/rich-file";
import { collectErrors, connectBrowser, serveDist } from "./site";

interface TestSheet {
  getVisibleRange(): { readonly startRow: number; readonly endRow: number } | null;
  getRange(a1: string): { setValue(value: unknown): unknown; getValue(): unknown };
}
interface TestHook {
  readonly host: () => { select(sheet: string, area: object): Promise<void> };
  readonly api: { getActiveWorkbook(): { getActiveSheet(): TestSheet; getSheets(): readonly TestSheet[] } };
}
declare const __yjjh: TestHook;

const schools = (name: string) => handWritten(`<row r="1"><c r="A1" t="inlineStr"><is><t>${name}</t></is></c><c r="B1"><v>7</v></c></row>`);

describe("the bar and the edges of the page without Excel", () => {
  let browser: Browser;
  let page: Page;
  let errors: string[] = [];
  const fileName = () => page.locator("#file-name").innerText();
  const opened = (name: string) => page.locator("#file-name", { hasText: name }).waitFor();
  const dialog = () => page.getByRole("dialog");
  const cell = (a1: string) => page.evaluate((at) => __yjjh.api.getActiveWorkbook().getActiveSheet().getRange(at).getValue(), a1);
  const edit = (a1: string, value: number) => page.evaluate(([at, v]) => { __yjjh.api.getActiveWorkbook().getActiveSheet().getRange(at).setValue(v); }, [a1, value] as const);
  const choose = (name: string, bytes: Uint8Array) => page.setInputFiles("#file", { name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
  const paneWidth = async () => (await page.locator("#pane").boundingBox())?.width ?? 0;

  /** As a hand does it: over the page, then let go. */
  async function drop(name: string, bytes: Uint8Array): Promise<void> {
    const data = await page.evaluateHandle(([title, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))], title));
      return transfer;
    }, [name, Buffer.from(bytes).toString("base64")] as const);
    await page.dispatchEvent("#grid-side", "dragover", { dataTransfer: data });
    await page.locator("#drop").waitFor();
    await page.dispatchEvent("#grid-side", "drop", { dataTransfer: data });
  }
  async function saved(download: Download): Promise<WorkbookModel> {
    const file = path.join(mkdtempSync(path.join(tmpdir(), "yjjh-saved-")), "saved.xlsx");
    await download.saveAs(file);
    return (await openFile(new Uint8Array(await readFile(file)), "saved.xlsx")).model;
  }

  beforeAll(async () => {
    browser = await connectBrowser();
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "zh-CN", acceptDownloads: true });
    await serveDist(context);
    page = await context.newPage();
    page.setDefaultTimeout(30_000);
    errors = collectErrors(page);
    await page.goto("https://localhost/workbench.html");
    await page.locator("#pane button").first().waitFor({ timeout: 90_000 });
  }, 120_000);
  afterAll(async () => {
    expect(errors).toEqual([]);
    await browser.close();
  });

  test("a chosen school is shown below the frozen headings, also when those are tall", async () => {
    for (const row of [24, 60, 10]) {
      await page.evaluate((at) => __yjjh.host().select("小学", { row: at, column: 0, rows: 1, columns: 1 }), row);
      await page.waitForFunction((at) => {
        const shown = __yjjh.api.getActiveWorkbook().getActiveSheet().getVisibleRange();
        return shown !== null && shown.startRow <= at && at < shown.endRow;
      }, row);
    }
  });

  test("a file dropped on the page is opened", async () => {
    await drop("拖来的表.xlsx", schools("实验小学"));
    await opened("拖来的表.xlsx");
    expect(await page.locator("#drop").isHidden()).toBe(true);
    expect(await cell("A1")).toBe("实验小学");
  });

  test("a file with a password asks for it, says when it is wrong, and opens with the right one", async () => {
    await choose("加密表.xlsx", richFile("yjjh2026"));
    await dialog().getByText("设有打开密码").waitFor();
    await dialog().getByLabel("密码").fill("不对");
    await dialog().getByRole("button", { name: "打开" }).click();
    await dialog().getByRole("alert").waitFor();
    await dialog().getByLabel("密码").fill("yjjh2026");
    await page.keyboard.press("Enter");
    await opened("加密表.xlsx");
    expect(await cell("A2")).toBe("实验小学");
  });

  test("giving up the password leaves the open workbook as it is", async () => {
    const before = await fileName();
    await choose("另一份加密表.xlsx", richFile("yjjh2026"));
    await dialog().getByText("设有打开密码").waitFor();
    await page.keyboard.press("Escape");
    await dialog().waitFor({ state: "detached" });
    await page.locator("#loading").waitFor({ state: "hidden" });
    expect(await fileName()).toBe(before);
    expect(await page.locator("#notice").isHidden()).toBe(true);
  });

  test("unsaved work is not replaced without asking", async () => {
    await edit("B2", 1234);
    await page.locator("#unsaved").waitFor();
    await choose("新表.xlsx", schools("中心小学"));
    await dialog().getByText("改动还没有保存").waitFor();
    await dialog().getByRole("button", { name: "返回" }).click();
    expect(await cell("B2")).toBe(1234);
    await choose("新表.xlsx", schools("中心小学"));
    await dialog().getByRole("button", { name: "放弃并继续" }).click();
    await opened("新表.xlsx");
    expect(await cell("A1")).toBe("中心小学");
    expect(await page.locator("#unsaved").isHidden()).toBe(true);
  });

  test("Ctrl+S saves what was changed, also while the grid has the focus", async () => {
    await edit("B1", 1234);
    await page.locator("#unsaved").waitFor();
    await page.mouse.click(300, 500);
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Control+s")]);
    expect(download.suggestedFilename()).toBe("新表.xlsx");
    expect(sheetBlocks(await saved(download))[0]?.values).toEqual([["中心小学", 1234]]);
    await page.locator("#unsaved").waitFor({ state: "hidden" });
  });

  test("a formula that names a table keeps its result and is saved as it was", async () => {
    await choose("结构化引用.xlsx", handWritten('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>SUM(学校[在校生数])</f><v>2300</v></c></row>'));
    await opened("结构化引用.xlsx");
    await edit("A1", 2);
    await page.locator("#unsaved").waitFor();
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Control+s")]);
    const row = (await saved(download)).sheets[0]?.cells[0];
    expect(row?.[0]).toMatchObject({ value: 2 });
    expect(row?.[1]).toMatchObject({ value: 2300, formula: "=SUM(学校[在校生数])" });
    await choose("新表.xlsx", schools("中心小学"));
    await opened("新表.xlsx");
  });

  /** Says what to do, and the changed workbook is there as before. */
  async function refuses(message: RegExp, give: () => Promise<void>): Promise<void> {
    await edit("B1", 77);
    await page.locator("#unsaved").waitFor();
    await give();
    await page.locator("#notice-text", { hasText: message }).waitFor();
    expect(await fileName()).toBe("新表.xlsx");
    expect(await cell("B1")).toBe(77);
    expect(await page.locator("#unsaved").isVisible()).toBe(true);
    await page.getByRole("button", { name: "关闭提示" }).click();
  }

  test("what the grid put off until it is idle does no harm when another workbook is open by then", async () => {
    // The grid checks the entry rules of sheets that are not shown when it is idle: here it is idle only after the next file.
    await page.evaluate(() => {
      const putOff: IdleRequestCallback[] = [];
      Object.assign(window, { putOff, atOnce: window.requestIdleCallback.bind(window), requestIdleCallback: (later: IdleRequestCallback) => putOff.push(later) });
    });
    await page.getByRole("button", { name: "示例", exact: true }).click();
    await opened("示例");
    await page.waitForFunction(() => (window as unknown as { putOff: unknown[] }).putOff.length > 0);
    await choose("新表.xlsx", schools("中心小学"));
    await opened("新表.xlsx");
    await page.evaluate(async () => {
      const held = window as unknown as { putOff: IdleRequestCallback[]; atOnce: typeof requestIdleCallback };
      window.requestIdleCallback = held.atOnce;
      for (const later of held.putOff) later({ didTimeout: false, timeRemaining: () => 0 });
      await new Promise((done) => setTimeout(done));
    });
    expect(errors).toEqual([]);
  });

  test("a file of 50 MB is refused with the remedy, and nothing that is open is lost", () =>
    refuses(/50 MB.*拆成/, async () => {
      const data = await page.evaluateHandle((size) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(size)], "大.xlsx"));
        return transfer;
      }, MAX_FILE);
      await page.dispatchEvent("#grid-side", "drop", { dataTransfer: data });
    }));

  test("a zip bomb is refused with the remedy, and nothing that is open is lost", () => refuses(/400 MB.*300 MB/, () => choose("弹.xlsx", claiming(400 * 1024 * 1024))));

  test("the keyboard moves the edge of the pane, and the width is kept", async () => {
    const edge = page.getByRole("separator", { name: "窗格宽度" });
    await edge.focus();
    const before = await paneWidth();
    await page.keyboard.press("ArrowLeft");
    expect(await paneWidth()).toBe(before + 10);
    await page.keyboard.press("End");
    expect(await paneWidth()).toBe(300);
    await page.keyboard.press("ArrowRight");
    expect(await edge.getAttribute("aria-valuenow")).toBe("300");
    expect(await page.evaluate(() => localStorage.getItem("yjjh.paneWidth"))).toBe("300");
  });

  test("the pane can be hidden, and the grid takes its place", async () => {
    const grid = async () => (await page.locator("#grid").boundingBox())?.width ?? 0;
    const before = await grid();
    await page.getByRole("button", { name: "隐藏窗格" }).click();
    expect(await page.locator("#pane").isHidden()).toBe(true);
    expect(await grid()).toBeGreaterThan(before + 290);
    await page.getByRole("button", { name: "显示窗格" }).click();
    expect(await page.locator("#pane").isVisible()).toBe(true);
  });

  test("in a window of 480 pixels the pane stands under the grid and nothing is cut off", async () => {
    await page.setViewportSize({ width: 480, height: 800 });
    const [grid, pane] = await Promise.all([page.locator("#grid-side").boundingBox(), page.locator("#pane").boundingBox()]);
    expect(pane?.y).toBeGreaterThanOrEqual((grid?.y ?? 0) + (grid?.height ?? 0) - 1);
    expect(pane?.width).toBe(480);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(480);
    for (const name of ["打开", "保存", "示例", "帮助", "隐藏窗格"]) {
      const box = await page.getByRole("button", { name, exact: true }).first().boundingBox();
      expect((box?.x ?? 999) + (box?.width ?? 999)).toBeLessThanOrEqual(480);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
  });
});
