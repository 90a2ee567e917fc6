import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { chromium, type Browser, type Frame } from "playwright-core";
import webpack from "webpack";
import { BROWSER_ARGS, findBrowser } from "../e2e/browser";
import { serveDist, type Answerer } from "../e2e/site";
import { excelHostFile, HOST_PAGE } from "../excel-host/serve";
import { figure, type Figure } from "./measure";

const RUNS = 7;

/** The smallest page with React and Fluent, built the same way: what nobody can be faster than. */
async function minimalScript(): Promise<string> {
  const out = mkdtempSync(path.join(tmpdir(), "yjjh-minimal-"));
  const swc = { jsc: { parser: { syntax: "typescript", tsx: true }, target: "es2022", transform: { react: { runtime: "automatic" } } } };
  await new Promise<void>((resolve, reject) => {
    webpack(
      { mode: "production", target: ["web", "es2022"], entry: path.resolve(import.meta.dirname, "minimal.tsx"), output: { path: out, filename: "minimal.js" }, resolve: { extensions: [".tsx", ".ts", ".js"] }, module: { rules: [{ test: /\.tsx?$/, exclude: /node_modules/, loader: "swc-loader", options: swc }] }, performance: { hints: false } },
      (error, stats) => { if (error || stats?.hasErrors()) reject(error ?? new Error(stats?.toString("errors-only"))); else resolve(); },
    );
  });
  return readFileSync(path.join(out, "minimal.js"), "utf8");
}

/** Milliseconds from the page's own beginning until it shows a button. */
async function ready(frame: Frame): Promise<number> {
  await frame.waitForSelector("button");
  return frame.evaluate(() => (window as unknown as { shownAt: number }).shownAt);
}

const WATCH = `new MutationObserver((_, self) => { if (document.querySelector("button")) { window.shownAt = performance.now(); self.disconnect(); } }).observe(document, { childList: true, subtree: true });`;

async function open(browser: Browser, url: string, answers: Answerer): Promise<{ readonly ms: number; readonly scripts: readonly string[] }> {
  const context = await browser.newContext({ viewport: { width: 350, height: 800 } });
  try {
    await context.addInitScript(WATCH);
    const requests = await serveDist(context, answers);
    const page = await context.newPage();
    await page.goto(url);
    const frame = url.includes(HOST_PAGE) ? await (await page.waitForSelector("iframe")).contentFrame() : page.mainFrame();
    if (!frame) throw new Error("no frame");
    const ms = await ready(frame);
    return { ms, scripts: requests.ours.map((one) => one.path).filter((name) => name.endsWith(".js") && !name.includes("/officejs/")) };
  } finally {
    await context.close();
  }
}

const middle = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? NaN;

/** How soon the pane can be used, beside the smallest page, and what it fetched until then (首屏). */
export async function startFigures(): Promise<Figure[]> {
  const minimal = await minimalScript();
  const answers: Answerer = (url) => {
    if (url.pathname === "/minimal.html") return { contentType: "text/html; charset=utf-8", body: `<!doctype html><meta charset="utf-8"><div id="root"></div><script src="/minimal.js"></script>` };
    if (url.pathname === "/minimal.js") return { contentType: "text/javascript", body: minimal };
    return excelHostFile(url.href);
  };
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: BROWSER_ARGS });
  try {
    const pane: number[] = [];
    const least: number[] = [];
    let scripts: readonly string[] = [];
    for (let run = 0; run < RUNS; run++) {
      least.push((await open(browser, "https://localhost/minimal.html", answers)).ms);
      const opened = await open(browser, `https://localhost${HOST_PAGE}?addin=/taskpane.html&level=1.17`, answers);
      pane.push(opened.ms);
      scripts = opened.scripts;
    }
    const bytes = scripts.reduce((sum, name) => sum + gzipSync(readFileSync(path.resolve(import.meta.dirname, "../../dist", `.${name}`)), { level: 9 }).length, 0) / 1024;
    return [
      figure("窗格可用的时间 ÷ 最小的 React + Fluent 页面（含 office.js 握手）", middle(pane) / middle(least), "倍"),
      figure(`「数据」能点时实际取回的脚本（gzip，${String(scripts.length)} 个文件）`, bytes, "KB", 230),
    ];
  } finally {
    await browser.close();
  }
}
