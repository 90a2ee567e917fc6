import type { ApiList } from "./api-list";
import { ExcelHost, type ExcelLevel } from "./excel-host";
import { Workbook } from "./model/workbook";
import { WebTransport } from "./web-transport";

/** What the host page hangs on its window for the test that drives it. */
export interface ExcelWindow {
  readonly host: ExcelHost;
  /** `host.workbook`, for short; another one is put in place by `host.open(new Workbook(name))`. */
  readonly Workbook: typeof Workbook;
  readonly frame: HTMLIFrameElement;
  /** Presses a button of the ribbon, by the name in the manifest; resolves when the add-in says it is done. */
  press(name: string): Promise<unknown>;
}

/** Plays Excel on the web in a browser page: frames the unmodified add-in page and answers it. */
export function playExcel(window: Window, api: ApiList, options: { readonly addin: string; readonly name?: string; readonly level?: ExcelLevel }): ExcelWindow {
  const workbook = new Workbook(options.name ?? "测试.xlsx");
  const host = new ExcelHost({ api, workbook, origin: window.location.origin, ...(options.level ? { level: options.level } : {}) });
  const frame = window.document.createElement("iframe");
  const transport = new WebTransport(host, (text) => frame.contentWindow?.postMessage(text, window.location.origin));
  frame.name = transport.windowName;
  frame.title = "加载项";
  frame.style.cssText = "border:0;width:100%;height:100vh";
  window.addEventListener("message", (event: MessageEvent<unknown>) => {
    if (event.source === frame.contentWindow) transport.take(event.data);
  });
  frame.src = options.addin;
  window.document.body.append(frame);
  return { host, Workbook, frame, press: (name) => transport.pressCommand(name) };
}
