import { existsSync } from "node:fs";
import path from "node:path";
import { chromium, type BrowserServer } from "playwright-core";
import { BROWSER_ARGS, findBrowser } from "./browser";

declare global {
  var yjjhBrowserServer: BrowserServer | undefined;
}

/** Shows a Chinese page over https and fails with what is missing: without this, broken machines give puzzling tests. */
async function probe(endpoint: string): Promise<void> {
  const browser = await chromium.connect(endpoint);
  try {
    const page = await browser.newPage({ viewport: { width: 200, height: 60 } });
    await page.route("https://localhost/**", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: "<body style='margin:0;font:32px sans-serif'>义教均衡</body>" }));
    await page.goto("https://localhost/probe.html");
    if (!(await page.evaluate(() => window.isSecureContext))) throw new Error("浏览器没有给出安全上下文（https）。");
    const chinese = await page.screenshot();
    await page.evaluate(() => { document.body.textContent = "　　　　"; });
    const blank = await page.screenshot();
    if (chinese.equals(blank)) throw new Error("浏览器显示不出中文：请安装中文字体，例如 fonts-noto-cjk。");
  } finally {
    await browser.close();
  }
}

/** Starts one browser for all end-to-end tests; the run stops here, and says why, when there is none. */
export default async function start(): Promise<void> {
  const dist = path.resolve(import.meta.dirname, "../../dist");
  for (const file of ["taskpane.html", "workbench.html"]) {
    if (!existsSync(path.join(dist, file))) throw new Error(`dist/${file} 不存在：请先运行 npm run build。`);
  }
  const executablePath = await findBrowser();
  try {
    const server = await chromium.launchServer({ executablePath, args: BROWSER_ARGS });
    globalThis.yjjhBrowserServer = server;
    process.env["YJJH_BROWSER"] = server.wsEndpoint();
    await probe(server.wsEndpoint());
  } catch (error) {
    await globalThis.yjjhBrowserServer?.close();
    throw new Error(`浏览器 ${executablePath} 不能用于测试。在没有桌面的 Linux 上需要 libnss3、libnspr4、libexpat1、libsqlite3-0 和中文字体。\n${String(error)}`);
  }
}
