import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { JSDOM, VirtualConsole } from "jsdom";
import { readApiList, type ApiList } from "./api-list";
import { attachDesktop } from "./desktop-transport";
import { ExcelHost, type HostOptions } from "./excel-host";
import { WebTransport } from "./web-transport";

const require = createRequire(import.meta.url);
let api: ApiList | null = null;

/** The API as the installed `@types/office-js` declares it. */
export function installedApi(): ApiList {
  return (api ??= readApiList(readFileSync(require.resolve("@types/office-js/index.d.ts"), "utf8")));
}

/** The add-in's window with the real office.js in it, and the host behind it. */
export interface OfficePage {
  readonly window: JSDOM["window"] & { readonly Office: typeof Office; readonly Excel: typeof Excel; readonly OfficeExtension: typeof OfficeExtension; readonly CustomFunctions: typeof CustomFunctions };
  readonly host: ExcelHost;
  readonly transport: WebTransport | null;
  /** What the page wrote to its console as an error. */
  readonly complaints: string[];
  close(): void;
}

export interface PageOptions extends Partial<HostOptions> {
  readonly transport?: "web" | "desktop";
}

/** Loads the unmodified office.js from `@microsoft/office-js` into a jsdom window and waits until it has found its host. */
export async function openOfficePage(options: PageOptions = {}): Promise<OfficePage> {
  const host = new ExcelHost({ api: installedApi(), ...options });
  const complaints: string[] = [];
  const virtualConsole = new VirtualConsole();
  virtualConsole.on("error", (...all: unknown[]) => complaints.push(all.map(String).join(" ")));
  virtualConsole.on("jsdomError", (error) => complaints.push(String(error)));
  let transport: WebTransport | null = null;
  const dom = new JSDOM("<!doctype html><html><head></head><body></body></html>", {
    url: `${host.origin}/taskpane.html`,
    runScripts: "dangerously",
    resources: "usable",
    pretendToBeVisual: true,
    virtualConsole,
    beforeParse: (window) => {
      if (options.transport === "desktop") attachDesktop(window, host);
      else transport = attachFrame(window, host);
    },
  });
  const window = dom.window as unknown as OfficePage["window"];
  const script = window.document.createElement("script");
  script.src = pathToFileURL(path.join(path.dirname(require.resolve("@microsoft/office-js/package.json")), "dist", "office.debug.js")).href;
  await new Promise((resolve, reject) => {
    script.onload = resolve;
    script.onerror = reject;
    window.document.head.append(script);
  });
  await window.Office.onReady();
  return { window, host, transport, complaints, close: () => dom.window.close() };
}

/** Makes the window believe that it sits in a frame of Excel on the web. */
function attachFrame(window: JSDOM["window"], host: ExcelHost): WebTransport {
  const transport = new WebTransport(host, (text) => {
    window.dispatchEvent(new window.MessageEvent("message", { data: text, origin: host.origin, source: null }));
  });
  const parent = { postMessage: (text: unknown) => queueMicrotask(() => transport.take(text)) };
  window.name = transport.windowName;
  // office.js reads it; jsdom lacks it.
  Object.defineProperty(window.Document.prototype, "domain", { get: () => window.location.hostname, configurable: true });
  Object.defineProperty(window, "parent", { value: parent, configurable: true, writable: true });
  return transport;
}
