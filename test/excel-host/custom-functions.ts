import type { Entry } from "./excel-host";

export interface CallOptions {
  /** The calling cell. */
  readonly address?: string;
  readonly parameterAddresses?: readonly string[];
  readonly stream?: boolean;
  readonly onResult?: (result: unknown) => void;
}

/** What a cell shows after a function refused. */
export interface FunctionError {
  readonly error: string;
  readonly message: unknown;
}

const SHOWN: Readonly<Record<number, string>> = { 1: "#N/A", 5: "#DIV/0!", 6: "#NUM!", 7: "#VALUE!", 8: "#NULL!", 9: "#NAME?", 10: "#NAME?" };
const CALL = 1000;
const CANCEL = 1001;

interface Pending {
  readonly settle: (value: unknown) => void;
  readonly options: CallOptions;
}

/** Calls functions that the add-in associated, through the real custom-functions runtime. */
export class CustomFunctionsDesk {
  private next = 1;
  private readonly pending = new Map<number, Pending>();
  private ready = false;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly send: (entry: Entry) => void) {}

  /** Resolves when the runtime has said that it listens. */
  whenReady(): Promise<void> {
    return this.ready ? Promise.resolve() : new Promise((resolve) => this.waiting.push(resolve));
  }

  /** `args`: each a value, or rows of cells for a range. Gives the value, the spilled rows, or a `FunctionError`. */
  call(name: string, args: readonly unknown[], options: CallOptions = {}): Promise<unknown> & { readonly cancel: () => void } {
    const id = this.next++;
    const flags = (options.stream ? 3 : 0) | 4;
    const result = new Promise((settle) => this.pending.set(id, { settle, options }));
    const message = JSON.stringify([id, name, args, options.address ?? "Sheet1!A1", flags, options.parameterAddresses ?? null]);
    this.send({ messageCategory: 1, messageType: CALL, targetId: "", message, id });
    const cancel = (): void => {
      this.pending.delete(id);
      this.send({ messageCategory: 1, messageType: CANCEL, targetId: "", message: JSON.stringify({ invocationId: id }), id });
    };
    return Object.assign(result, { cancel });
  }

  /** The service object that the runtime answers to. */
  service(): Record<string, unknown> {
    return {
      _SetOsfControlContainerReadyForCustomFunctions: () => {
        this.ready = true;
        for (const resume of this.waiting.splice(0)) resume();
      },
      _GetEnabledFeatures: () => [2],
      SetInvocationArrayResults: (list: readonly (readonly [number, boolean, unknown, number])[]) => {
        for (const [id, ok, value, code] of list) this.settle(id, ok, value, code);
      },
      SetInvocationResults: (list: readonly { id: number; failed: boolean; value: unknown; errorCode: number }[]) => {
        for (const { id, failed, value, errorCode } of list) this.settle(id, !failed, value, errorCode);
      },
    };
  }

  private settle(id: number, ok: boolean, value: unknown, code: number): void {
    const call = this.pending.get(id);
    if (!call) return;
    const shown: unknown = ok ? value : ({ error: SHOWN[code] ?? "#VALUE!", message: value } satisfies FunctionError);
    call.options.onResult?.(shown);
    if (call.options.stream) return;
    this.pending.delete(id);
    call.settle(shown);
  }
}
