import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import webpack from "webpack";
import { HOST_CASES } from "../host/contract";
import { UNIVER_SKILLS } from "../host/univer-skills";
import { collectErrors, connectBrowser, serveDist } from "./site";

declare const hostContract: { readonly run: (title: string) => Promise<string | null> };

const PAGE = `<!doctype html><html lang="zh-CN"><body style="margin:0"><div id="grid" style="height:100vh"></div><script src="/contract.js"></script></body></html>`;

/** The contract suite with the page's spreadsheet, as one script for a page. */
async function contractScripts(): Promise<Record<string, { body: string; contentType: string }>> {
  const out = mkdtempSync(path.join(tmpdir(), "yjjh-contract-"));
  const swc = { jsc: { parser: { syntax: "typescript", tsx: true }, target: "es2022", transform: { react: { runtime: "automatic" } } } };
  await new Promise<void>((resolve, reject) => {
    webpack(
      {
        mode: "development", devtool: false, target: ["web", "es2022"],
        entry: { contract: path.resolve(import.meta.dirname, "../host/univer-page.ts") },
        output: { path: out, publicPath: "/" },
        resolve: { extensions: [".ts", ".tsx", ".js"] },
        module: { rules: [{ test: /\.tsx?$/, exclude: /node_modules/, loader: "swc-loader", options: swc }] },
        plugins: [new webpack.NormalModuleReplacementPlugin(/\.css$/, path.resolve(import.meta.dirname, "../style-stub.js"))],
      },
      (error, stats) => (error || stats?.hasErrors() ? reject(error ?? new Error(stats?.toString("errors-only"))) : resolve()),
    );
  });
  return Object.fromEntries(readdirSync(out).map((name) => [`/${name}`, { body: readFileSync(path.join(out, name), "utf8"), contentType: "text/javascript; charset=utf-8" }]));
}

const cases = HOST_CASES.filter(({ needs = [] }) => needs.every((skill) => UNIVER_SKILLS.has(skill)));

describe("the page's own spreadsheet keeps the contract of a host", () => {
  let browser: Browser;
  let page: Page;
  let errors: string[];

  beforeAll(async () => {
    browser = await connectBrowser();
    const context = await browser.newContext();
    const files: Readonly<Record<string, { body: string; contentType: string }>> = { ...(await contractScripts()), "/contract.html": { body: PAGE, contentType: "text/html; charset=utf-8" } };
    await serveDist(context, ({ pathname }) => files[pathname] ?? null);
    page = await context.newPage();
    errors = collectErrors(page);
    await page.goto("https://localhost/contract.html");
    await page.waitForFunction("window.hostContract");
  }, 180_000);
  afterAll(() => browser.close());

  test.each(cases.map(({ title }) => title))("%s", async (title) => {
    expect(await page.evaluate((name) => hostContract.run(name), title)).toBeNull();
    expect(errors).toEqual([]);
  }, 60_000);
});
