import { readFile } from "node:fs/promises";
import path from "node:path";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";

const DIST = path.resolve(import.meta.dirname, "../../dist");
const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".json": "application/json; charset=utf-8",
  ".png": "image/png", ".svg": "image/svg+xml", ".wasm": "application/wasm", ".gz": "application/gzip", ".xlsx": "application/octet-stream",
};

/** What a page asked for: files of ours by path, and every address outside, which must stay empty. */
export interface Requests {
  readonly ours: { readonly path: string; readonly bytes: number }[];
  readonly outside: string[];
}

export async function connectBrowser(): Promise<Browser> {
  const endpoint = process.env["YJJH_BROWSER"];
  if (!endpoint) throw new Error("没有浏览器：端到端测试由 test/e2e/global-setup.ts 启动。");
  return chromium.connect(endpoint);
}

/** Another answer than the file of `dist/`; `null` when there is none. */
export type Answerer = (url: URL) => { readonly body: string | Buffer; readonly contentType: string } | null;

/** Serves `dist/` (and extra answers) as https://localhost/, without a server or a certificate. Nothing else can be reached. */
export async function serveDist(context: BrowserContext, extra: Answerer = () => null): Promise<Requests> {
  const requests: Requests = { ours: [], outside: [] };
  await context.route("**/*", async (route) => {
    const url = new URL(route.request().url());
    if (url.protocol === "blob:" || url.protocol === "data:") return route.continue();
    if (url.origin !== "https://localhost") {
      requests.outside.push(url.href);
      return route.abort();
    }
    const given = extra(url);
    if (given) return route.fulfill({ ...given });
    try {
      const body = await readFile(path.join(DIST, decodeURIComponent(url.pathname)));
      requests.ours.push({ path: url.pathname, bytes: body.length });
      return await route.fulfill({ body, contentType: TYPES[path.extname(url.pathname)] ?? "application/octet-stream" });
    } catch {
      return route.fulfill({ status: 404, body: "" });
    }
  });
  return requests;
}

/** Fails the test on any exception or console error of the page, favicon aside. */
export function collectErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => { if (message.type() === "error" && !/favicon/.test(message.text())) errors.push(message.text()); });
  return errors;
}
