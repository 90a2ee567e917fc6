import { associateFunctions } from "../functions/associate";
import { connectCommands } from "./commands";
import type { Work } from "../taskpane";

/** How long Excel may take to answer before the person is offered a fresh start. */
const PATIENCE_MS = 5000;

/** Shows a plain message in the pane's place; the pane itself may not have loaded. */
function say(text: string, reload: boolean): void {
  const root = document.getElementById("root");
  if (!root) return;
  const line = document.createElement("p");
  line.textContent = text;
  root.replaceChildren(line);
  if (!reload) return;
  const button = document.createElement("button");
  button.textContent = "重新加载";
  button.onclick = () => { location.reload(); };
  root.append(button);
}

async function showPane(): Promise<Work> {
  const { openPane } = await import(/* webpackChunkName: "pane" */ "./pane");
  return openPane();
}

/** Waits until somebody can see the pane: Excel starts the shared runtime for formulas alone, too. */
function whenVisible(show: () => void): void {
  if (document.visibilityState === "visible") { show(); return; }
  const seen = (): void => {
    if (document.visibilityState !== "visible") return;
    document.removeEventListener("visibilitychange", seen);
    show();
  };
  document.addEventListener("visibilitychange", seen);
}

async function start(): Promise<void> {
  if (typeof Office === "undefined") {
    say("这个页面要在 Excel 里打开。没有 Excel 或版本较旧时，请用网页版 workbench.html。", false);
    return;
  }
  const slow = setTimeout(() => { say("Excel 还没有响应。", true); }, PATIENCE_MS);
  const { host } = await Office.onReady();
  clearTimeout(slow);
  if (host !== Office.HostType.Excel) {
    say("这个页面要在 Excel 里打开。没有 Excel 或版本较旧时，请用网页版 workbench.html。", false);
    return;
  }
  connectCommands(showPane);
  whenVisible(() => {
    showPane().catch((error: unknown) => { say(`窗格没有打开：${String(error)}`, true); });
  });
}

// Functions first: Excel may ask for an answer before anything else is there.
associateFunctions();
void start();
