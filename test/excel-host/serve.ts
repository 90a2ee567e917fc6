import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { transformSync } from "@swc/core";
import { installedApi } from "./jsdom-page";

/** A file to answer a browser's request with. */
export interface Served {
  readonly contentType: string;
  readonly body: string | Buffer;
}

const require = createRequire(import.meta.url);
const office = path.join(path.dirname(require.resolve("@microsoft/office-js/package.json")), "dist");
const TYPES: Readonly<Record<string, string>> = { ".js": "text/javascript; charset=utf-8", ".css": "text/css", ".json": "application/json", ".html": "text/html; charset=utf-8" };

/** Where the host page is. `?addin=/taskpane.html&level=1.14&name=…` say what it frames and which Excel it plays. */
export const HOST_PAGE = "/excel-host/";

/** Answers for `page.route("https://localhost/**")`: the host page, its modules, and office.js from its package. `null`: not ours. */
export function excelHostFile(url: string): Served | null {
  const { pathname, hostname } = new URL(url);
  if (hostname === "appsforoffice.microsoft.com") return officeFile(pathname.replace(/^.*\/hosted\//, ""));
  if (!pathname.startsWith(HOST_PAGE)) return null;
  const name = pathname.slice(HOST_PAGE.length);
  if (name === "") return { contentType: "text/html; charset=utf-8", body: PAGE };
  if (name === "api.json") return { contentType: "application/json", body: JSON.stringify(installedApi()) };
  if (name.startsWith("office/")) return officeFile(name.slice("office/".length));
  if (!/^[\w/-]+$/.test(name)) return null;
  const { code } = transformSync(readFileSync(path.join(import.meta.dirname, `${name}.ts`), "utf8"), { jsc: { parser: { syntax: "typescript" }, target: "es2022" }, module: { type: "es6" } });
  return { contentType: TYPES[".js"] ?? "", body: code };
}

function officeFile(name: string): Served | null {
  const file = path.join(office, name);
  if (!file.startsWith(office)) return null;
  try {
    return { contentType: TYPES[path.extname(file)] ?? "application/octet-stream", body: readFileSync(file) };
  } catch {
    return null;
  }
}

const PAGE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>Excel</title></head><body style="margin:0">
<script type="module">
import { playExcel } from "${HOST_PAGE}page";
const asked = new URL(location.href).searchParams;
const api = await (await fetch("${HOST_PAGE}api.json")).json();
window.excel = playExcel(window, api, { addin: asked.get("addin") ?? "/taskpane.html", name: asked.get("name") ?? undefined, level: asked.get("level") ?? undefined });
</script></body></html>`;
