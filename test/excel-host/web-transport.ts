import type { Entry, ExcelHost } from "./excel-host";

/** Rich API request; read and write document settings; a ribbon command has finished. */
const DISPATCH = { richApi: 93, readSettings: 75, writeSettings: 76, commandDone: 94 } as const;
const NOT_SUPPORTED = 5009;

interface Message {
  readonly _messageType: number;
  readonly _actionType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: unknown;
  readonly _data: { DdaMethod: { DispatchId: number }; ArrayData: string[]; DdaSettingsMethod?: { Properties?: unknown }; 0?: string; 2?: unknown };
}

const CONVERSATION = "conversation1";
const ADDIN = "addin1";

/**
 * The cross-window protocol of Excel on the web: the add-in's page sits in a frame and talks by `postMessage`.
 * `post` carries a text to the add-in's window.
 */
export class WebTransport {
  private readonly subscribers = new Map<string, (data: unknown) => void>();
  private readonly commands = new Map<string, (result: unknown) => void>();

  constructor(private readonly host: ExcelHost, private readonly post: (text: string) => void) {
    host.send = (entries) => this.sendEntries(entries);
  }

  /** Goes into the frame's name: everything office.js needs to find its host. Flags: 1 shared runtime, 2 custom functions. */
  get windowName(): string {
    const hostInfo = `Excel$Web$16.00$${this.host.locale}$telemetry$$disableLogging$3`;
    return JSON.stringify({ hostInfo, xdmInfo: `${CONVERSATION}|${ADDIN}|${this.host.origin}`, serializerVersion: 1, flights: "[]" });
  }

  /** Takes a text the add-in posted; false when it was not meant for the host. */
  take(text: unknown): boolean {
    const message = parse(text);
    if (message?._messageType !== 0 || message._conversationId !== CONVERSATION) return false;
    const answer = (data: unknown, isEvent = false): void => {
      this.post(JSON.stringify({
        _messageType: 1, _actionName: message._actionName, _conversationId: CONVERSATION, _correlationId: message._correlationId,
        _origin: this.host.origin, _data: data, _errorCode: 0, _responseType: isEvent ? 1 : 0, _serializerVersion: 1,
      }));
    };
    if (message._actionType === 1) this.subscribers.set(message._actionName, (data) => answer(data, true));
    if (message._actionType === 2) this.subscribers.delete(message._actionName);
    if (message._actionType === 1 || message._actionType === 2) answer({ Error: 0 });
    else if (message._actionName === "ContextActivationManager_getAppContextAsync") answer(this.context());
    else if (message._actionName === "executeMethod") void this.execute(message._data).then((data) => { if (data !== null) answer(data); });
    else if (message._actionName !== "ContextActivationManager_notifyHost") this.host.unanswered.push(message._actionName);
    return true;
  }

  /** Presses a ribbon button; resolves when its handler has called `event.completed()`. */
  pressCommand(name: string): Promise<unknown> {
    const id = `command${String(this.commands.size + 1)}`;
    return new Promise((resolve) => {
      this.commands.set(id, resolve);
      this.subscribers.get("appCommandInvoked")?.([id, name, JSON.stringify({ source: { id } })]);
    });
  }

  private sendEntries(entries: readonly Entry[]): void {
    const data = entries.map((entry) => [entry.messageCategory, entry.messageType, entry.targetId, entry.message, entry.id]);
    this.subscribers.get("richApiMessage")?.({ ArrayData: data });
  }

  private async execute(data: Message["_data"]): Promise<unknown> {
    const done = { Version: 1, Error: 0 };
    switch (data.DdaMethod.DispatchId) {
      case DISPATCH.richApi: {
        const answer = await this.host.answer(data.ArrayData[4] ?? "{}");
        if (answer === null) return null;
        return "body" in answer ? { ...done, Data: [200, [], [answer.body]] } : { Version: 1, Error: answer.officeError };
      }
      case DISPATCH.readSettings:
        return { ...done, Properties: Object.entries(this.host.documentSettings) };
      case DISPATCH.writeSettings: {
        const given = data.DdaSettingsMethod?.Properties ?? {};
        this.host.documentSettings = Array.isArray(given) ? (Object.fromEntries(given as [string, unknown][])) : { ...given };
        return done;
      }
      case DISPATCH.commandDone:
        this.commands.get(data[0] ?? "")?.(data[2]);
        return done;
      default:
        this.host.unanswered.push(`DispatchId ${String(data.DdaMethod.DispatchId)}`);
        return { Version: 1, Error: NOT_SUPPORTED };
    }
  }

  private context(): unknown {
    return {
      _id: ADDIN, _appName: 16, _appVersion: "16.00", _appUILocale: this.host.locale, _dataLocale: this.host.locale,
      _docUrl: `https://localhost/${encodeURIComponent(this.host.workbook.name)}`, _clientMode: 0, _settings: Object.entries(this.host.documentSettings),
      _reason: "documentOpened", _osfControlType: 1, _eToken: "", _correlationId: "0", _appInstanceId: ADDIN, _hostFullVersion: "16.0.0.0",
      _initialDisplayMode: 2, _requirementMatrix: JSON.stringify(this.host.requirements), _wacHostEnvironment: "0", _isFromWacAutomation: false, _hostCustomMessage: "",
    };
  }
}

function parse(text: unknown): Message | null {
  try {
    return JSON.parse(String(text)) as Message | null;
  } catch {
    return null;
  }
}
