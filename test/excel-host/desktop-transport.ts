import type { Entry, ExcelHost } from "./excel-host";

/** Methods of the desktop bridge. */
const METHOD = { execute: 1, registerEvent: 2, unregisterEvent: 3, writeSettings: 4, getContext: 5 } as const;

interface Bridge {
  onMessageFromHost: ((text: string) => void) | null;
  sendMessageToHost(text: string): void;
}

/** What the desktop's web view puts into the add-in's window, before office.js loads. */
type DesktopWindow = Record<string, unknown> & { OSF?: { ScriptMessaging: { agaveHostCallback(id: unknown, data: unknown): void } } };

/** The transport of a desktop web view: no frames; requests over a native bridge, everything else over a message handler. */
export function attachDesktop(window: object, host: ExcelHost): void {
  const page = window as DesktopWindow;
  const bridge: Bridge = {
    onMessageFromHost: null,
    sendMessageToHost(text) {
      const message = JSON.parse(text) as { id: number; type: number; message: { body: string | object } };
      if (message.type !== 1) return;
      const { body } = message.message;
      void Promise.resolve().then(() => host.answer(typeof body === "string" ? body : JSON.stringify(body))).then((answer) => {
        if (answer === null) return;
        const reply = "body" in answer ? { statusCode: 200, headers: {}, body: answer.body } : { statusCode: 500, headers: {}, body: JSON.stringify({ error: { code: String(answer.officeError), message: "" } }) };
        bridge.onMessageFromHost?.(JSON.stringify({ id: message.id, type: 2, message: reply }));
      });
    },
  };
  host.send = (entries: readonly Entry[]) => {
    queueMicrotask(() => bridge.onMessageFromHost?.(JSON.stringify({ type: 3, message: { entries } })));
  };
  page["agaveHost"] = { GetHostInfo: () => `Excel$Mac$16.00$${host.locale}$telemetry$$disableLogging$3` };
  page["_richApiNativeBridge"] = bridge;
  page["webkit"] = { messageHandlers: { Agave: { postMessage: (text: string) => queueMicrotask(() => take(page, host, text)) } } };
}

function take(page: DesktopWindow, host: ExcelHost, text: string): void {
  const message = JSON.parse(text) as { methodId: number; callbackId?: unknown; params: { id?: unknown; keys: string[]; values: unknown[] } };
  const answer = (data: unknown): void => {
    if (message.callbackId) page.OSF?.ScriptMessaging.agaveHostCallback(message.callbackId, data);
  };
  if (message.methodId === METHOD.getContext) answer(context(host));
  else if (message.methodId === METHOD.writeSettings) {
    host.documentSettings = Object.fromEntries(message.params.keys.map((key, i) => [key, message.params.values[i]]));
    answer([0]);
  } else if (message.methodId === METHOD.registerEvent || message.methodId === METHOD.unregisterEvent) answer([0]);
  else {
    host.unanswered.push(text);
    if (message.methodId === METHOD.execute) answer([[5009], 5009]);
  }
}

/** The add-in's context by position, as the bridge hands it over. */
function context(host: ExcelHost): unknown[] {
  const keys = Object.keys(host.documentSettings);
  const entries: Record<number, unknown> = {
    0: [keys, keys.map((key) => host.documentSettings[key])], 1: "addin1", 2: 1, 3: 16, 4: 0, 5: 0, 6: 0, 7: 0, 8: host.locale, 9: host.locale, 10: 0,
    11: host.workbook.name, 12: 1, 13: 1, 14: "", 15: 1, 16: "0", 17: "addin1", 18: false, 19: true, 20: JSON.stringify(host.requirements), 21: "", 22: "16.0.0.0", 23: 2,
  };
  return Object.assign([], entries);
}
