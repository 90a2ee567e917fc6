import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const INSTALLED = [
  "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable", "/usr/bin/microsoft-edge", "/usr/bin/chromium", "/usr/bin/chromium-browser",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe", "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe", "C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** Quiet and closed: no sandbox where root, no calls home. */
export const BROWSER_ARGS = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
];

/** `$CHROME_PATH`, else an installed Chrome, Edge or Chromium, else the Chromium inside `@sparticuz/chromium` (Linux x64). */
export async function findBrowser(): Promise<string> {
  const named = process.env["CHROME_PATH"];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROME_PATH 指向的浏览器不存在：${named}`);
  }
  const installed = INSTALLED.find((file) => existsSync(file));
  if (installed) return installed;
  try {
    // Unpacked once, into a folder of its own, before any test starts.
    process.env["TMPDIR"] = mkdtempSync(path.join(tmpdir(), "yjjh-chromium-"));
    const { default: chromium } = await import("@sparticuz/chromium");
    return await chromium.executablePath();
  } catch (error) {
    throw new Error(`没有找到浏览器：请安装 Chrome、Edge 或 Chromium，或把 CHROME_PATH 设为它的路径。（${String(error)}）`);
  }
}
