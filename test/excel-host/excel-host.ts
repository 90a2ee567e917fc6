import { CURRENT, levelOf, type ApiList } from "./api-list";
import { CustomFunctionsDesk } from "./custom-functions";
import { isHousekeeping, NO_FAULTS, OFFICE_ERRORS, type FaultPlan } from "./faults";
import { Interpreter } from "./interpreter";
import { Workbook } from "./model/workbook";
import { ExcelError, type Answer, type Request } from "./protocol";

/** `1.14`, `1.17`, …; `current` is the newest there is. */
export type ExcelLevel = `1.${number}` | "current";

export interface HostOptions {
  readonly api: ApiList;
  readonly level?: ExcelLevel;
  /** What `isSetSupported` is told, where it should not be the truth. */
  readonly claims?: Readonly<Record<string, string>>;
  readonly workbook?: Workbook;
  readonly locale?: string;
  readonly origin?: string;
}

/** One message to the add-in besides answers: an event or a call of a custom function. */
export interface Entry {
  readonly messageCategory: number;
  readonly messageType: number;
  readonly targetId: string;
  readonly message: string;
  readonly id: number;
}

/** What came over the wire so far. */
export interface Traffic {
  requests: number;
  actions: number;
  bytesIn: number;
  bytesOut: number;
}

/** What goes back: the answer's text, or the number of an error of Office itself. */
export type Reply = { readonly body: string } | { readonly officeError: number };

/** Excel on the web takes no larger message, either way. */
const MESSAGE_LIMIT = 5 * 1024 * 1024;

/** The newest sets the library knows. */
const NEWEST = "1.20";

/** Stands in for Excel behind office.js: answers its requests with a workbook in memory. A transport carries the messages. */
export class ExcelHost {
  workbook: Workbook;
  faults: FaultPlan = NO_FAULTS;
  readonly traffic: Traffic = { requests: 0, actions: 0, bytesIn: 0, bytesOut: 0 };
  /** What office.js asked that the test host does not know; a test may assert that it is empty. */
  readonly unanswered: string[] = [];
  readonly functions = new CustomFunctionsDesk((entry) => this.send([entry]));
  readonly locale: string;
  readonly origin: string;
  documentSettings: Record<string, unknown> = {};
  /** Set by the transport. */
  send: (entries: readonly Entry[]) => void = () => undefined;
  private readonly interpreter: Interpreter;
  private readonly level: ExcelLevel;
  private readonly claims: Readonly<Record<string, string>>;

  constructor(options: HostOptions) {
    this.level = options.level ?? "current";
    this.claims = options.claims ?? {};
    this.locale = options.locale ?? "zh-CN";
    this.origin = options.origin ?? "https://localhost";
    this.workbook = options.workbook ?? new Workbook();
    this.interpreter = new Interpreter(() => this.workbook, this.services(), options.api, this.level === "current" ? CURRENT : levelOf(this.level));
    this.open(this.workbook);
  }

  /** Puts another workbook behind the same page. */
  open(workbook: Workbook): void {
    this.workbook = workbook;
    this.faults = NO_FAULTS;
    this.resetTraffic();
    workbook.listener = ({ type, target, args }) => {
      // Events travel after the answer of the request that caused them.
      this.send([{ messageCategory: 65_536, messageType: type, targetId: target, message: JSON.stringify(args), id: 0 }]);
    };
  }

  resetTraffic(): void {
    Object.assign(this.traffic, { requests: 0, actions: 0, bytesIn: 0, bytesOut: 0 });
  }

  get requirements(): Readonly<Record<string, string>> {
    return {
      ExcelApi: this.level === "current" ? NEWEST : this.level,
      ...(this.level === "current" ? { ExcelApiOnline: "1.1" } : {}),
      SharedRuntime: "1.1", CustomFunctions: "1.9", CustomFunctionsRuntime: "1.4", DialogApi: "1.2", RibbonApi: "1.1",
      Settings: "1.1", BindingEvents: "1.1", DocumentEvents: "1.1", RichApiRuntime: "1.0",
      ...this.claims,
    };
  }

  get heldReferences(): number {
    return this.interpreter.heldReferences;
  }

  /** Answers one request; `null` when nobody answers. */
  async answer(text: string): Promise<Reply | null> {
    const request = JSON.parse(text) as Request;
    if (isHousekeeping(request)) return { body: JSON.stringify(this.execute(request)) };
    const size = bytes(text);
    this.traffic.requests++;
    this.traffic.actions += request.Actions.length;
    this.traffic.bytesIn += size;
    const fault = this.faults(this.traffic.requests, request);
    if (size > MESSAGE_LIMIT) return refusal(request, "RequestPayloadSizeLimitExceeded");
    if (fault?.kind === "silence") return null;
    if (fault?.kind === "hold") await fault.until;
    if (fault?.kind === "refuse") return refusal(request, fault.code);
    const at = fault?.kind === "break" ? Math.min(fault.at, request.Actions.length - 1) : -1;
    const answer = this.execute(request, fault?.kind === "break" ? { index: at, error: new ExcelError(fault.code, `fault at action ${String(at)}`) } : null);
    if (fault?.kind === "lose") return refusal(request, "InvalidOrTimedOutSession");
    const body = JSON.stringify(answer);
    this.traffic.bytesOut += bytes(body);
    return bytes(body) > MESSAGE_LIMIT ? refusal(request, "ResponsePayloadSizeLimitExceeded") : { body };
  }

  private execute(request: Request, failAt: { readonly index: number; readonly error: ExcelError } | null = null): Answer {
    this.workbook.byAddin = true;
    try {
      return this.interpreter.execute(request, failAt);
    } finally {
      this.workbook.byAddin = false;
    }
  }

  /** Objects that are no part of a workbook; their members keep the names of the wire. */
  private services(): Readonly<Record<string, Record<string, unknown>>> {
    const runtime = { state: "Visible", start: "Inactive" };
    return {
      "Microsoft.ExcelServices.CustomFunctions": this.functions.service(),
      "Microsoft.InternalService.AddinInternalService": { NotifyActionHandlerReady: () => undefined },
      "Microsoft.AppRuntime.AppRuntimeService": {
        GetAppRuntimeState: () => runtime.state,
        SetAppRuntimeState: (state: string) => { runtime.state = state; },
        _RegisterVisibilityChangedEvent: () => undefined,
        _UnregisterVisibilityChangedEvent: () => undefined,
      },
      "Microsoft.AppRuntime.AppRuntimePersistenceService": {
        GetAppRuntimeStartState: () => runtime.start,
        SetAppRuntimeStartState: (state: string) => { runtime.start = state; },
      },
      "Microsoft.DynamicRibbon.DynamicRibbon": { ExecuteRequestUpdate: () => undefined, ExecuteRequestCreate: () => undefined },
    };
  }
}

function refusal(request: Request, code: string): Reply {
  const officeError = OFFICE_ERRORS[code];
  if (officeError !== undefined) return { officeError };
  const answer: Answer = { Results: [], TraceIds: [], Error: { Code: code, Message: code, HttpStatusCode: 400, Location: request.Actions[0]?.Name ?? "", ActionIndex: 0 } };
  return { body: JSON.stringify(answer) };
}

const encoder = new TextEncoder();
const bytes = (text: string): number => encoder.encode(text).length;
